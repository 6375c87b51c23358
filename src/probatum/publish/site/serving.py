"""The server: gunicorn with threads, so that slow readers hold nobody up and a killed process is replaced."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication


class _Server(BaseApplication):
    """Gunicorn told by us alone: no command line, no file."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Set the options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application; loaded in each worker, since the library must not be carried over a fork."""
        from probatum.publish.site.wsgi import application

        return application


def run(host: str, port: int, workers: int) -> None:
    """Serve until stopped."""
    _Server(
        {
            "bind": f"{host}:{port}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": 8,
            "timeout": 120,
            "graceful_timeout": 20,
            "loglevel": "warning",
            "limit_request_line": 4094,
        }
    ).run()
