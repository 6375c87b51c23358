"""What follows from a context alone is worked out once for it, and anew for another. Names are invented."""

from __future__ import annotations

import msgspec

from probatum.apply.context import Context
from probatum.apply.once import once, once_by_name, once_for
from probatum.model import Intent, Question, Reader, SearchAccount


def context(read: str) -> Context:
    search = SearchAccount(library="library 0", queries=(), considered=0, included=(), excluded=(), as_of="2026-01-01")
    return Context(Question(typed=read, read=read, intent=Intent.THERAPY), Reader.DOCTOR, (), (), search)


def test_it_is_worked_out_once_for_a_context_and_anew_for_another() -> None:
    asked: list[str] = []

    @once
    def told(context: Context) -> str:
        asked.append(context.question.read)
        return context.question.read.upper()

    first, second = context("zofenamol for falls"), context("mirtolast for gout")
    assert [told(one) for one in (first, first, second, first)] == [
        "ZOFENAMOL FOR FALLS",
        "ZOFENAMOL FOR FALLS",
        "MIRTOLAST FOR GOUT",
        "ZOFENAMOL FOR FALLS",
    ]
    assert asked == ["zofenamol for falls", "mirtolast for gout"]


def test_nothing_found_is_kept_as_well() -> None:
    asked: list[int] = []

    @once
    def told(context: Context) -> None:
        asked.append(1)

    one = context("zofenamol for falls")
    assert told(one) is told(one) is None
    assert asked == [1]


def test_a_changed_context_does_not_hear_of_what_was_kept() -> None:
    @once
    def told(context: Context) -> bool:
        return context.last

    one = context("zofenamol for falls")
    assert not told(one)
    assert told(msgspec.structs.replace(one, last=True))


def test_each_name_has_its_own() -> None:
    @once_by_name
    def told(name: str, context: Context) -> str:
        return f"{name} {context.question.read}"

    one = context("for falls")
    assert (told("zofenamol", one), told("mirtolast", one), told("zofenamol", one)) == (
        "zofenamol for falls",
        "mirtolast for falls",
        "zofenamol for falls",
    )


def test_other_things_are_told_apart_as_the_objects_they_are() -> None:
    asked: list[int] = []

    @once_for
    def told(things: list[int], context: Context, name: str = "") -> int:
        asked.append(len(things))
        return len(things) + len(name)

    one, few, more = context("for falls"), [1], [1]
    assert [told(few, one), told(few, one), told(more, one), told(few, one, name="ab")] == [1, 1, 1, 3]
    assert len(asked) == 3
