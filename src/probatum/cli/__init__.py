"""The command line. Commands are loaded when they are called, so that `--help` and `checks` need no library."""

from __future__ import annotations

import errno
import gc
import importlib
from typing import Any, Final

import click

import probatum
from probatum.errors import MESSAGES

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "appraise": ("probatum.cli.appraise:appraise", "Show what is read out of one record: study, findings, claims."),
    "ask": ("probatum.cli.ask:ask", "Answer a clinical question with the proof of every sentence."),
    "audit": ("probatum.cli.audit:audit", "Hold a cited text to its sources, sentence by sentence."),
    "checks": ("probatum.cli.checks:checks", "List the checks that every statement passes."),
    "evidence": ("probatum.cli.evidence:evidence", "The evidence table and summary of findings of a question."),
    "library": ("probatum.cli.library:library", "Fill, search and verify the library of sources."),
    "pool": ("probatum.cli.pool:pool", "Pool studies of a table or a question: meta-analysis and its plots."),
    "serve": ("probatum.cli.serve:serve", "Open the web site."),
    "sessions": ("probatum.cli.sessions:sessions", "List, show, export and delete your conversations."),
    "schema": ("probatum.cli.schema:schema", "Print the JSON Schema of a noun."),
    "site": ("probatum.cli.serve:site", "Look after the web site: verify its trail."),
    "vocabulary": ("probatum.cli.vocabulary:vocabulary", "Add terms of your own, list and remove them."),
    "watch": ("probatum.cli.watch:watch", "Hold saved answers against the library of today."),
    "show": ("probatum.cli.show:show", "Print a source with the supporting characters marked."),
}
"""Name -> where the command is, and the line `--help` says of it."""


PASSING: Final = frozenset(("appraise", "ask", "audit", "evidence", "pool", "sessions", "show", "site"))
"""Commands that end within a minute. What they make lives until then, so looking for garbage as often as Python does by
itself costs them a tenth of their time and finds next to none."""
ALLOCATED: Final = 500_000
"""Objects made after which one of these looks for garbage."""


_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name in PASSING:
            gc.set_threshold(ALLOCATED)
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an output that is full or broken is said, as any other trouble is."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            said = MESSAGES["P810"].format(path="The output", reason=(error.strerror or "it is full").lower())
            raise click.ClickException(f"P810: {said}") from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(probatum.__version__, prog_name="probatum")
def main() -> None:
    """Probatum: clinical questions answered with the proof of every sentence, offline."""
