"""`probatum ask`: a question in, an article out."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from probatum.cli.library import telling, where_option
from probatum.errors import ProbatumError
from probatum.model import Change, Depth, FollowUpKind, Reader
from probatum.publish import changing
from probatum.publish.page import TITLES, visible

if TYPE_CHECKING:
    from probatum.acquire.library import Library
    from probatum.model import Answer, Turn
    from probatum.pipeline.writing import Writer
    from probatum.publish.formats import Format


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUESTION")
@click.option(
    "--reader",
    type=click.Choice([r.value for r in Reader]),
    default=Reader.DOCTOR.value,
    show_default=True,
    help="Who reads: the words change, the figures do not.",
)
@click.option(
    "--depth",
    type=click.Choice([d.value for d in Depth]),
    help="How much: what matters most, or everything. Default: standard.",
)
@where_option
@click.option("--format", "form", default="text", show_default=True, help="text, markdown, html, pdf, docx, json ...")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of the terminal.")
@click.option("--as-of", metavar="DATE", help="Leave out records dated later (YYYY-MM-DD). Default: today.")
@click.option(
    "--mid", type=click.FloatRange(0, min_open=True), help="Smallest difference that matters, in the outcome's unit."
)
@click.option(
    "--assume",
    multiple=True,
    metavar="TEXT",
    help="Correct the reading: details of the patient (`pregnant, eGFR 25`) or a word (`spasms=spasticity`).",
)
@click.option(
    "--country", metavar="NAME", help="Where you are: whom to call in danger. Default: your locale's country."
)
@click.option("--continue", "session", metavar="ID", help="Follow up on a conversation: its ID, or `last`.")
@click.option(
    "--writer", "writer", metavar="NAME", help="Let a language model (`chat`) put sentences into other words; see docs."
)
@click.option("--online", is_flag=True, help="Ask online services first and keep what they give. Says what it sends.")
@click.option("--from", "named", metavar="NAMES", help="With --online: these services, with commas between.")
@click.option("--max", "most", type=click.IntRange(1), help="With --online: so many records of each service at most.")
@telling
def ask(
    words: tuple[str, ...],
    reader: str,
    depth: str | None,
    location: str | None,
    form: str,
    output: Path | None,
    as_of: str | None,
    mid: float | None,
    country: str | None,
    assume: tuple[str, ...],
    session: str | None,
    writer: str | None,
    online: bool,
    named: str | None,
    most: int | None,
) -> None:
    """Answer QUESTION. On first use a library with the starter records is made.

    Nothing leaves this machine without --online, or --writer with a model elsewhere.
    """
    from probatum.publish import formats  # imported here: a wrong option must not wait for the library

    exporter = formats.get(form)
    from probatum import pipeline
    from probatum.cli import conversations, store

    pen = _pen(writer) if writer else None
    opened = pipeline.open_library(location, lambda said: click.echo(visible(said), err=True))
    if session is not None:
        _continue(" ".join(words), session, opened, as_of, assume, exporter, output)
        _read_ahead(opened)
        return
    services, sent = _ask_online(" ".join(words), opened, named, most) if online else ((), ())

    def answered() -> Answer:
        return pipeline.answer(
            " ".join(words),
            library=opened,
            reader=reader,
            depth=depth,
            as_of=as_of,
            mid=mid,
            country=country if country is not None else _locale_country(),
            assume=assume,
            services=services,
            sent=sent,
        )

    made = answered()
    if sent and (told := _check_standing(made, opened)):
        services = (*services, *told)  # a source that was retracted since must not speak
        made = answered()
    if pen is not None:
        made = pipeline.reword(made, pen)
    store.save_last_answer(made)
    kept = conversations.started(made)
    if conversations.save(kept) and output is None and form == "text":
        hint = f'  Ask on:                   probatum ask --continue {kept.id} "and in children?"\n'
        if not made.references and not made.search.services:
            hint += "  Nothing held answers it:  probatum ask --online asks PubMed and others, and says what it sends\n"
    else:
        hint = ""
    printed(made, exporter, opened, output)
    click.echo(hint, nl=False)
    _read_ahead(opened)


def _read_ahead(opened: Library) -> None:
    """Read the starter records once the answer stands there, so that nobody waits for it; what is broken off is gone
    on with by the next question."""
    from probatum import pipeline

    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        pipeline.read_starter_ahead(opened, lambda said: click.echo(visible(said), err=True))


def _pen(name: str) -> Writer:
    """The writer, said first when sentences leave this machine for it. Raises ProbatumError P419, P420, P421."""
    from probatum.pipeline.writing import writer

    found = writer(name)
    host = getattr(found, "away", "")
    if host:
        click.echo(visible(f"Sends sentences of the answer, not your question, to {host}."), err=True)
    return found


def _locale_country() -> str:
    """The country of the locale this runs in, by POSIX's order of its variables; empty where none is set."""
    from probatum.ask.country import of_locale

    return of_locale(next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(name))), ""))


def printed(made: Answer, exporter: Format, opened: Library, output: Path | None) -> None:
    """Write an answer to a file, or to the terminal. Raises ProbatumError P808 for a file's bytes on a terminal."""
    if output is None:
        render = exporter.terminal or exporter.render
        told = render(made, records=opened.get)
        if isinstance(told, bytes) and sys.stdout.isatty():
            raise ProbatumError("P808", format=exporter.name)
        click.echo(told, nl=False)
    else:
        write(output, exporter.render(made, records=opened.get))


def _continue(
    typed: str,
    session: str,
    opened: Library,
    as_of: str | None,
    assume: tuple[str, ...],
    exporter: Format,
    output: Path | None,
) -> None:
    """Answer a follow-up: how it was understood and what changes first, then the edited article."""
    from probatum import pipeline
    from probatum.cli import conversations, store

    conversation = conversations.load(session)
    turn = pipeline.follow(typed, conversation.last, library=opened, as_of=as_of, assume=assume)
    conversations.save(msgspec.structs.replace(conversation, turns=(*conversation.turns, turn)))
    store.save_last_answer(turn.answer)
    for line in understood(turn):
        click.echo(visible(line), err=True)
    printed(turn.answer, exporter, opened, output)


def understood(turn: Turn) -> list[str]:
    """How a follow-up was understood, and what it changes, one line a section."""
    if turn.follow is None:
        return []
    if turn.answer.reader.plain:
        return changing.told(turn)
    lines = [f"Understood as {turn.follow.kind.value}: {turn.follow.why}."]
    if turn.follow.asked != turn.answer.question.typed or turn.follow.kind is not FollowUpKind.NEW:
        lines.append(f"Question now: {turn.answer.question.read}")
    kept = [TITLES.get(e.section, e.section) for e in turn.plan if e.change is Change.KEEP]
    lines += [
        f"  {e.change.value}: {TITLES.get(e.section, e.section)} ({e.reason})"
        for e in turn.plan
        if e.change is not Change.KEEP
    ]
    return [*lines, f"  keep: {', '.join(kept)}"] if kept else lines


def _ask_online(
    typed: str, library: Library, named: str | None, most: int | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ask services and keep the records they give: what came of it, and what was asked, one line for each service.

    No service can fail the answer, and neither can a library that cannot be written just now.
    """
    from probatum import pipeline
    from probatum.acquire import online as asking
    from probatum.acquire.services import _cache, _client
    from probatum.appraise.design import describe
    from probatum.cli import online as telling_online

    services = telling_online.chosen(named, asking.FOR_AN_ANSWER)
    asked = pipeline.sendable(typed)
    with _client.Client(limits=_client.HASTY, cache=_cache.folder()) as client:
        planned = asking.plan(services, asked, client)
        telling_online.announce(planned, asked)
        found = asking.ask(planned, client, most=most)
    outcomes = [one.outcome for one in found]
    try:
        if records := [record for one in found for record in one.records]:
            library.add(records, describe=describe)
    except ProbatumError as error:
        click.echo(visible(f"Warning: {error}"), err=True)
        reason = "its records could not be kept"
        outcomes = [asking.unkept(outcome, reason) if outcome.records else outcome for outcome in outcomes]
    for outcome in outcomes:
        if outcome.failed:
            click.echo(visible(f"Warning: {outcome.told}"), err=True)
    sent = tuple(f"{one.service.title}: {one.told}" for one in planned if one.told)
    return tuple(outcome.told for outcome in outcomes), sent


def _check_standing(made: Answer, library: Library) -> tuple[str, ...]:
    """Ask Crossref what became of the documents that an answer rests on, and lay it over the library; what came of it.

    Like the services before, it cannot fail the answer.
    """
    from probatum.acquire import services, standings
    from probatum.acquire.online import Plan
    from probatum.acquire.services import _cache, _client
    from probatum.cli import online as telling_online

    records = (library.get(reference.record) for reference in made.references)
    wanted = standings.of_interest((record for record in records if record is not None), standings.DOCUMENTS)
    if not wanted:
        return ()
    crossref = services.get(standings.WATCHING[0])
    with _client.Client(limits=_client.HASTY, cache=_cache.folder()) as client:
        telling_online.announce([Plan(crossref, "", client.host(crossref), wanted, keys=client.keys(crossref))])
        checked = standings.check([crossref], client, wanted)
    try:
        standings.lay(library, checked)
    except ProbatumError as error:
        click.echo(visible(f"Warning: {error}"), err=True)
    for one in checked:
        if one.failed:
            click.echo(visible(f"Warning: {one.told}"), err=True)
    return tuple(one.told for one in checked)


def write(path: Path, told: str | bytes) -> None:
    """Write a file whole or not at all; a text ends with a newline. Raises ProbatumError P810."""
    data = told if isinstance(told, bytes) else (told if told.endswith("\n") else told + "\n").encode()
    try:
        folder = path.absolute().parent
        handle, draft = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(draft).chmod(0o644)
            Path(draft).replace(path)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ProbatumError("P810", path=path, reason=error.strerror or error) from error
