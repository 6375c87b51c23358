"""The server: gunicorn with threads, so that slow readers hold nobody up and a killed process is replaced."""

from __future__ import annotations

import sys
import threading
from typing import Any, Final

from gunicorn.app.base import BaseApplication

SWITCH_SECONDS: Final = 0.0005


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


def _warm(worker: Any) -> None:
    """Open the library and read what answering needs before the first visitor asks."""
    from probatum.publish.site.asking import engine

    # Work of answers gives way to pages at once, not after five milliseconds each time.
    sys.setswitchinterval(SWITCH_SECONDS)
    threading.Thread(target=engine.warm, daemon=True).start()


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
            # Longer than a proxy or a reader keeps one open, so that no request meets a connection being closed.
            "keepalive": 75,
            "post_worker_init": _warm,
            "loglevel": "warning",
            "limit_request_line": 4094,
        }
    ).run()
