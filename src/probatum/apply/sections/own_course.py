"""Own course: steps of a path from what the guideline of the illness has besides its first choice.

Whether it is that illness at all comes first; how the dose goes down stands behind the dose; the look whether it helps
has the guideline's time where it names one; and what follows where it has not helped stands last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import wording
from probatum.apply.choices import way_of_care
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.labels import starting
from probatum.apply.numbering import Steps
from probatum.apply.quoted.salience import Salient
from probatum.apply.sections import reviewing
from probatum.model import Intent, Kind, Statement
from probatum.text.expressions import caseless

Block = list[Statement]
"""A step with its branches."""

_DOSES: Final = caseless(
    r"^(?:dose\b|give it as advised|choose one|go by the guideline|proceed with|(?:for|in) .* the first choice)"
)
_LOOKS: Final = caseless(r"^(?:look whether it helps|look at it again|review )")
_UNTIMED: Final = caseless(r"^look whether it helps, at a time agreed before|^review it after")
_FAILS: Final = caseless(r"^(?:it does not|no better)\b")
_STEP: Final = caseless(r"\bstep \d")


def add(steps: Steps, context: Context) -> None:
    """Puts them into the path that was made."""
    blocks = _blocks(steps.draft.statements)
    if not blocks or any(_STEP.search(one.text) for block in blocks for one in block):
        return  # steps that are referred to keep their numbers
    if not reviewing.hidden(context):  # else no look is made behind which they could stand
        blocks = [block for block in blocks if len(block) > 1 or not _is_later(block[0], context)]
    started = next((n for n, block in reversed(list(enumerate(blocks))) if _DOSES.match(block[0].text)), None)
    if started is None:
        return
    rows = _untold(way_of_care.failed(context), blocks)
    looks = next((n for n, block in enumerate(blocks) if n >= started and _LOOKS.match(block[0].text)), None)
    if looks is None and (block := _look(context)):
        looks = len(blocks)
        blocks = [*blocks[:-1], *map(_goes_on, blocks[-1:]), block]  # none where all were what stands behind the look
    elif looks is not None:
        blocks[looks] = _timed(blocks[looks], context)
    if looks is not None and rows:
        blocks[looks] = _on(blocks[looks], rows)
        blocks.insert(looks + 1, _later(rows))
    for one in _untold(way_of_care.lessened(context), blocks):
        blocks.insert(started + 1, [_told(f"Lower it as advised ({source_name(one.appraisal)}): ", one)])
    if context.question.intent is Intent.THERAPY and not starting.taken(context):
        blocks = [*map(_other_cause, _untold(way_of_care.another_cause(context), blocks)), *blocks]
    steps.draft.put(_numbered(blocks))
    steps.number = len(blocks)


def _blocks(statements: Sequence[Statement]) -> list[Block]:
    blocks: list[Block] = []
    for one in statements:
        if one.id[-1].isdigit():
            blocks.append([one])
        elif blocks:
            blocks[-1].append(one)
    return blocks


def _numbered(blocks: Sequence[Block]) -> list[Statement]:
    return [
        msgspec.structs.replace(one, id=f"algorithm.{number}{'abcdefgh'[at - 1] if at else ''}")
        for number, block in enumerate(blocks, 1)
        for at, one in enumerate(block)
    ]


def _is_later(one: Statement, context: Context) -> bool:
    """Whether a step is what follows where the first choice has failed, which stands behind the look."""
    return one.text[:1].isupper() and any(_meets(one, row) for row in way_of_care.failed(context))


def _goes_on(block: Block) -> Block:
    """A step whose last branch ends the path where all is well, which leads to the look now."""
    last = block[-1]
    if len(block) > 1 and (found := _WELL.search(last.text)) is not None:
        block = [*block[:-1], msgspec.structs.replace(last, text=f"{last.text[: found.start()]}go on.", plain="")]
    return block


_WELL: Final = caseless(r"(?<=: )(?:continue|no more of it is due|finish the course, then stop|keep to it)\W*$")


def _meets(one: Statement, row: Salient) -> bool:
    """Whether a statement rests on a sentence or a part of it."""
    own = row.span
    return any(
        (s.record, s.section) == (own.record, own.section) and s.start < own.end and own.start < s.end
        for s in one.supports
    )


def _untold(rows: Sequence[Salient], blocks: Sequence[Block]) -> list[Salient]:
    """Those that no step rests on."""
    return [row for row in rows if not any(_meets(one, row) for block in blocks for one in block)]


def _told(lead: str, one: Salient) -> Statement:
    """A step that quotes a sentence."""
    said = " ".join(one.span.quote.split()).rstrip(". ")
    draft = Draft("algorithm", "")
    draft.add(f"{lead}\u201c{said}\u201d", Kind.QUOTED, (one.span,), number="1")
    return draft.statements[0]


def _ends(*branches: str) -> Block:
    draft = Draft("algorithm", "")
    for letter, text in zip("abc", branches, strict=False):
        draft.add(text, Kind.NAVIGATION, (), number=f"1{letter}")
    return list(draft.statements)


def _other_cause(one: Salient) -> Block:
    return [
        _told(f"Look for another cause ({source_name(one.appraisal)}): ", one),
        *_ends("A sign of it is there: look into that first, and leave this path", "None is: go on"),
    ]


def _look(context: Context) -> Block:
    """The look whether it helps, where the guideline has a time for it or something that follows."""
    if reviewing.hidden(context):
        return []
    told, rows = way_of_care.judged(context), way_of_care.failed(context)
    if not told and not rows:
        return []
    first = _timed_step(context)
    if first is None:
        draft = Draft("algorithm", "")
        draft.add("Look whether it helps, at a time agreed before", Kind.NAVIGATION, (), number="1")
        first = draft.statements[0]
    ends = f"{wording.upper(reviewing.how(context))}, and refer to a specialist" if context.drug_like else ""
    return [first, *_ends(f"It does: {reviewing.ends(context)}", f"It does not: {wording.lower(ends) or GOES}")]


GOES: Final = "refer to a specialist"


def _timed_step(context: Context) -> Statement | None:
    """The look with the time of the guideline: what it expects, else after how long it takes it to have failed."""
    for one in way_of_care.judged(context):
        return _told(f"Look whether it helps ({source_name(one.appraisal)}): ", one)
    for one in way_of_care.failed(context):
        if time := way_of_care.when_failed(one):
            draft = Draft("algorithm", "")
            text = f"Look whether it helps after {time} ({source_name(one.appraisal)})"
            draft.add(text, Kind.DIRECTIVE, (one.span,), number="1")
            return draft.statements[0]
    return None


def _timed(block: Block, context: Context) -> Block:
    """The look with the time of the guideline in place of none."""
    made = _timed_step(context) if _UNTIMED.match(block[0].text) else None
    return [made, *block[1:]] if made is not None else block


def _on(block: Block, rows: Sequence[Salient]) -> Block:
    """The look whose branch of failure leads to the step that follows; what the path had in its place is for those who
    do not bear it."""
    made: Block = []
    said = " ".join(row.span.quote for row in rows).lower()
    for one in block:
        if one.id[-1].isdigit() or not _FAILS.match(one.text):
            made.append(one)
            continue
        made.append(msgspec.structs.replace(one, text=f"{one.text.partition(':')[0]}, or not enough: go on.", plain=""))
        weighed = _WEIGH.search(one.text)
        if weighed is not None and weighed[1].lower() not in said:
            made.append(msgspec.structs.replace(one, text=f"It is not borne:{one.text.partition(':')[2]}", plain=""))
    return made


_WEIGH: Final = caseless(r"\bweigh ([\w-]+)")


def _later(rows: Sequence[Salient]) -> Block:
    """What follows where it has not helped, in one step."""
    said = " ".join(f"\u201c{' '.join(one.span.quote.split())}\u201d" for one in rows)
    draft = Draft("algorithm", "")
    lead = f"Next ({source_name(rows[0].appraisal)})"
    draft.add(f"{lead}: {said}", Kind.QUOTED, tuple(one.span for one in rows), number="1")
    return list(draft.statements)
