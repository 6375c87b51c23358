"""`probatum watch`: saved answers held against the library of today.

Exit code 0 all stand, 1 something moved, 2 one was not read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from probatum.cli import conversations, store
from probatum.cli.library import telling, where_option
from probatum.errors import ProbatumError
from probatum.model import Answer, Conversation, Turn, Watched, WatchState
from probatum.model.wire import content_hash
from probatum.publish.page import TITLES, visible

if TYPE_CHECKING:
    from probatum.acquire.library import Library

MOVED: Final = 1
UNREAD: Final = 2
_QUIET: Final = (WatchState.UNCHANGED, WatchState.STANDS)
_LARGEST: Final = 50_000_000
"""Bytes of a file of an answer."""


_MOST: Final = 10_000
"""Answers that are remembered to have stood."""


class _Saved(NamedTuple):
    """One saved answer: where it lies, and what it follows."""

    name: str
    turn: Turn
    before: Turn | None = None
    conversation: Conversation | None = None


@click.command()
@click.argument("saved", nargs=-1, metavar="[FILE|FOLDER|CONVERSATION]...")
@where_option
@click.option("--as-of", metavar="DATE", help="Leave out records dated later (YYYY-MM-DD; today when not given).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Write the edited answers there.")
@click.option("--update", is_flag=True, help="Take the edited answers over: into the file, or as a new turn.")
@telling
def watch(
    saved: tuple[str, ...], location: str | None, as_of: str | None, form: str, output: Path | None, update: bool
) -> None:
    """Hold saved answers against the library of today: what was retracted, corrected, superseded or found since.

    SAVED names answers kept with `ask --format json`, folders of them, or conversations; without it every
    conversation of this machine. Says which sentences are touched, whether the bottom line would change, and shows the
    difference. What stood is not asked again until the library moves on.
    Exit code 0: all stand; 1: something moved; 2: one could not be read.
    """
    from probatum import pipeline

    opened = pipeline.open_library(location)
    told, unread, stood = [], False, _stood()
    for name in _named(saved):
        try:
            one = _read(name, opened)
            known = content_hash(one.turn.answer)
            watched = pipeline.watch(one.turn, one.before, library=opened, as_of=as_of, stood=stood.get(known, ""))
            told.append((one, watched))
            if watched.state is WatchState.STANDS:
                stood[known] = watched.library_version
        except ProbatumError as error:
            if error.code == "P406":
                raise
            click.echo(visible(f"Not checked: {name}: {error}"), err=True)
            unread = True
    click.echo(_json(told) if form == "json" else _text(told), nl=False)
    for one, watched in told:
        _keep(one, watched, output, update)
    _remember(stood)
    if unread:
        sys.exit(UNREAD)
    if any(watched.state not in _QUIET for _, watched in told):
        sys.exit(MOVED)


def _memory() -> Path | None:
    place = store.folder()
    return place / "watched.json" if place is not None else None


def _stood() -> dict[str, str]:
    """Content hashes of answers, each with the library version that it was last seen to stand against."""
    import msgspec

    place = _memory()
    try:
        return msgspec.json.decode(place.read_bytes(), type=dict[str, str]) if place is not None else {}
    except (OSError, msgspec.MsgspecError):
        return {}  # what is not remembered is asked again


def _remember(stood: dict[str, str]) -> None:
    import msgspec

    place = _memory()
    if place is not None and stood:
        store.write_whole(place, msgspec.json.encode(dict(list(stood.items())[-_MOST:])))


def _named(saved: tuple[str, ...]) -> Iterator[str]:
    """What is to be held against the library; folders give their JSON files in order of name."""
    for name in saved or conversations.ids():
        place = Path(name)
        if place.is_dir():
            yield from (str(path) for path in sorted(place.glob("*.json")))
        else:
            yield name


def _read(name: str, library: Library) -> _Saved:
    """An answer by its file or its conversation. Raises ProbatumError P412, P413, P418."""
    place = Path(name)
    if not place.is_file():
        conversation = conversations.load(name)
        turns = conversation.turns
        return _Saved(conversation.id, turns[-1], turns[-2] if len(turns) > 1 else None, conversation)
    import msgspec

    from probatum.model.wire import decode

    try:
        if place.stat().st_size > _LARGEST:
            raise ProbatumError("P418", path=name, reason="it is too large for an answer")
        answer = decode(place.read_bytes(), Answer, lambda record, version: library.get(record, version))
    except (OSError, msgspec.MsgspecError, ProbatumError) as error:
        raise ProbatumError("P418", path=name, reason=error) from error
    return _Saved(name, Turn(answer.question.typed, answer))


def _keep(one: _Saved, watched: Watched, output: Path | None, update: bool) -> None:
    """Write the edited answer where it was asked for. Raises ProbatumError of `write`."""
    if watched.answer is None or not (output or update):
        return
    import msgspec

    from probatum.cli.ask import write
    from probatum.publish.formats import get

    rendered = get("json").render(watched.answer, records=lambda record, version: None)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        write(output / f"{Path(one.name).stem}.json", rendered)
    if not update:
        return
    if one.conversation is None:
        write(Path(one.name), rendered)
    else:
        turn = msgspec.structs.replace(one.turn, answer=watched.answer, plan=watched.plan)
        conversations.save(msgspec.structs.replace(one.conversation, turns=(*one.conversation.turns, turn)))


def _json(told: list[tuple[_Saved, Watched]]) -> str:
    import json

    from probatum.model.wire import to_builtins

    made = [{"name": one.name, **to_builtins(watched)} for one, watched in told]
    return json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _text(told: list[tuple[_Saved, Watched]]) -> str:
    if not told:
        return "No saved answers. Keep one with `probatum ask QUESTION --format json --output FILE`.\n"
    lines = [line for one, watched in told for line in _lines(one, watched)]
    moved = sum(watched.state not in _QUIET for _, watched in told)
    lines.append(f"{len(told)} {'answer' if len(told) == 1 else 'answers'} held against the library, {moved} touched.")
    return visible("\n".join(lines)) + "\n"


def _lines(one: _Saved, watched: Watched) -> Iterator[str]:
    yield f"{one.name}  {watched.question}"
    yield f"  {_STATES[watched.state]}"
    for move in watched.moves:
        if move.why.startswith("now "):
            yield f"  source {move.number} ({move.record}) is {move.why}"
        else:
            yield f"  new: {move.record}, source {move.number} of today's answer: {move.why}"
        yield from (f"    {TITLES.get(section, section)}: {text}" for section, text in move.touches)
    section = ""
    for edit in watched.edits:
        if edit.section != section:
            section = edit.section
            yield f"  @@ {TITLES.get(section, section)}"
        yield from (f"  {sign} {text}" for sign, text in (("-", edit.old), ("+", edit.new)) if text)
    yield ""


_STATES: Final = {
    WatchState.UNCHANGED: "unchanged: it was written from this very library, or stood when it was last held against it",
    WatchState.STANDS: "stands: the library moved on, and nothing under it did",
    WatchState.TOUCHED: "touched: the bottom line would stay as it is",
    WatchState.CHANGES: "THE BOTTOM LINE WOULD CHANGE",
}
