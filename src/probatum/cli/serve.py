"""`probatum serve` and `probatum site`: the web site."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click

from probatum.errors import ProbatumError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes.")
@click.option("--no-samples", is_flag=True, help="Start a new site without sample articles.")
def serve(host: str, port: int, workers: int, no_samples: bool) -> None:
    """Open the web site; the first start makes its database, pages and sample articles."""
    _prepare_apart(samples=not no_samples)
    from probatum.publish.site.serving import run

    click.echo(f"Open http://{host}:{port}/ (stop with Ctrl+C)", err=True)
    run(host, port, workers)


def _prepare_apart(*, samples: bool) -> None:
    """Prepare in a process of its own: the library must not be open in the one that the server forks from."""
    command = [sys.executable, "-m", "probatum", "site", "prepare", *([] if samples else ["--no-samples"])]
    done = subprocess.run(command, check=False)  # noqa: S603  (our own interpreter and command)
    if done.returncode:
        sys.exit(done.returncode)


@click.group()
def site() -> None:
    """Look after the web site."""


@site.command("prepare")
@click.option("--no-samples", is_flag=True, help="Make no sample articles.")
def prepare_site(no_samples: bool) -> None:
    """Bring the site's database and pages up to date, as `serve` does at its start."""
    _prepare(samples=not no_samples)


@site.command("watch")
def watch() -> None:
    """Hold approved articles against today's library; reopen those whose sources moved or that new evidence bears on.

    Run it after the library has grown, for example each night.
    """
    _prepare(samples=False)
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial.watching import watch as watched

    reopened = watched(engine.library())
    for page, reason in reopened:
        click.echo(f"{page.title}: {reason}")
    click.echo(f"{len(reopened)} reopened.")


@site.command("due")
@click.option("--mail", is_flag=True, help="Write to everybody for whom something waits (PROBATUM_MAIL).")
def due(mail: bool) -> None:
    """Publish what was set for today or before; list articles due for update, and reviews due within 30 days; delete
    questions of people without an account that are older than the site keeps them (Settings, Editorial).

    Run it each morning. With --mail everybody who has an e-mail address is told what waits for them.
    """
    _prepare(samples=False)
    from django.conf import settings
    from wagtail.models import Site

    from probatum.publish.site.articles.models import EditorialSettings
    from probatum.publish.site.asking.forgetting import forget
    from probatum.publish.site.editorial import waiting

    if mail and not settings.EMAIL_HOST:
        raise ProbatumError("P855")
    for page in waiting.publish_scheduled(waiting.cases()):
        click.echo(f"{page.title}: published")
    held = waiting.cases()
    found = waiting.due(held)
    for one in found:
        click.echo(f"{one.page.title}: {one.what}")
    forgotten = forget(EditorialSettings.for_site(Site.objects.get(is_default_site=True)).questions_days)
    written = waiting.remind(held, settings.WAGTAILADMIN_BASE_URL) if mail else 0
    click.echo(f"{len(found)} due; {written} people written to; {forgotten} old questions deleted.")


@site.command("verify-trail")
def verify_trail() -> None:
    """Check the chain of everything that happened to articles; exit 1 when it was tampered with."""
    _prepare(samples=False)
    from probatum.publish.site.editorial.models import Event
    from probatum.publish.site.editorial.trail import faults

    found = faults(Event.objects.order_by("number").iterator())
    for line in found:
        click.echo(line)
    click.echo(f"{Event.objects.count()} steps: {'whole' if not found else f'{len(found)} faults'}.")
    sys.exit(1 if found else 0)


@site.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
def backup_site(target: Path) -> None:
    """Copy the whole site into one new file: database, uploads, the key of a local site."""
    told = _start("backup").backup(target)
    click.echo(f"{target}: {len(told['files'])} files, verified. The library is not in it: {told['library']}.")


@site.command("restore")
@click.argument("source", type=click.Path(path_type=Path))
def restore_site(source: Path) -> None:
    """Make an empty site from a copy; it is verified first, and nothing that is there is overwritten."""
    told, steps = _start("backup").restore(source)
    click.echo(f"Restored the site of {told['made']}; its trail of {steps} steps is whole. Now: probatum site prepare")


def _start(module: str) -> Any:
    """Django, as it is configured, without touching the database; then that module of the site."""
    try:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probatum.publish.site.settings")
        django.setup()
        return importlib.import_module(f"probatum.publish.site.{module}")
    except ModuleNotFoundError as error:
        raise ProbatumError("P852", module=error.name) from error


def _prepare(*, samples: bool) -> None:
    try:
        from probatum.publish.site.preparing import prepare

        prepare(lambda words: click.echo(words, err=True), samples=samples)
    except ModuleNotFoundError as error:
        raise ProbatumError("P852", module=error.name) from error
