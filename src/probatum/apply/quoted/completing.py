"""Completing: what is salient and no composer told is told in the source's words, and what is not gives way to it.

Composers tell what they can read. `salience` knows, without reading, which sentences most probably tell what is wanted:
those lead the short answer where nothing composed is worth as much, and the others go to the section they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply.choices import approved, at_what_is_told, cases, noted_value, suiting
from probatum.apply.composing import depth
from probatum.apply.context import Context
from probatum.apply.evidence import harm_order
from probatum.apply.labels import (
    by_label,
    leave,
    missed,
    other_way,
    poisoned,
    repeated,
    result_told,
    stopping,
    swallowed,
    switching,
    tested_first,
    warning_signs,
    while_ill,
)
from probatum.apply.quoted import (
    aiming,
    calling,
    needless,
    of_the_asked,
    off_the_point,
    picking,
    salience,
    very_page,
)
from probatum.apply.quoted.admitting import QUIET, harm, meet
from probatum.apply.quoted.choosing import on_outcome
from probatum.apply.quoted.own_sentence import quoted
from probatum.apply.quoted.passages import is_told
from probatum.apply.quoted.salience import Salient
from probatum.apply.replies import danger, unheld
from probatum.apply.room import UNASKED
from probatum.model import (
    Depth,
    Kind,
    RecordKind,
    Section,
    Span,
    Statement,
)
from probatum.text import aspects, words
from probatum.text.expressions import caseless
from probatum.vocabulary import wants

WORDS: Final = 89
"""Words of the short answer."""
OF_PARTS: Final = 40
"""Words more where parts of the question have lines of their own."""
ADDED: Final = 100
"""Words, about, that an article has for those that nothing composed tells."""
LONGEST_ARTICLE: Final = 1080
"""Words of an article beyond which none is added."""
BETTER: Final = 0.2
"""What it must be worth beyond that."""
COMPOSED: Final = 0.12
"""What is added to the worth of what was composed: it has its size and certainty with it."""
_NO_ANSWER: Final = caseless(r"^(?:nearest, but|also found, but)\b")
_BESIDE: Final = caseless(r"^on this \(")
"""What a label says of the sign of an alarm, which gives way to what is asked."""
_OPENS: Final = caseless(
    r"\bfor this patient\b|\btakes (?:it )?for granted\b|\babove the\b"
    r"|^(?:that is later than any source|begun (?:as )?late)\b"
)
_GOES_ON: Final = caseless(r"^(?:this is of|the same|it|they|these|those)\b")
"""Beginnings of a statement that stands and falls with the one before."""
_SECTIONS: Final = {
    "dose": "dosing",
    "bar": "safety",
    "warning": "safety",
    "interaction": "safety",
    "state": "safety",
    "harm": "adverse_effects",
    "use": "safety",
}
"""Where a sentence of a label belongs, by the part it stands in."""


class _Unit(NamedTuple):
    """Statements that stand and fall together, with what they are worth."""

    statements: tuple[Statement, ...]
    worth: float
    stays: bool

    @property
    def composed(self) -> float:
        """What a finding with its size and certainty is worth beyond its sentence."""
        return COMPOSED if any(s.kind in (Kind.FINDING, Kind.POOLED, Kind.CALCULATED) for s in self.statements) else 0.0

    @property
    def opens(self) -> bool:
        """Whether nothing may stand before it: a danger, what was left out, what is barred for this patient."""
        return any(s.kind in (Kind.NAVIGATION, Kind.ABSENCE) or _OPENS.search(s.text) for s in self.statements)

    @property
    def words(self) -> int:
        return sum(len(s.text.split()) for s in self.statements)


def _of_untold_case(one: Salient, section: Section, context: Context) -> bool:
    """Whether it is advice of a guideline for a case that the question does not tell, where the first choice of the
    same guideline is told."""
    source = one.appraisal.record
    suspected = _SUSPECTED.match(one.span.quote)
    asked = f"{context.question.typed} {context.question.read}"
    if suspected is not None and not words.stems(suspected["what"]) & words.stems(asked):
        return True
    if source.kind is not RecordKind.GUIDELINE or not ADVICE.search(one.span.quote):
        return False
    if cases.denies_in(context.question.typed):
        return False  # where something failed, what is first in one case or another is what is left
    first = any(
        span.record == source.id and _FIRST.search(span.quote) for s in section.statements for span in s.supports
    )
    return first and cases.untold(one.span.quote, source.title, context)


_SUSPECTED: Final = caseless(r"^\W*in suspected (?P<what>[^,;.]{4,60}),")
"""What is done where something is suspected of which nobody told."""
_FIRST: Final = caseless(r"\bfirst[- ](?:choices?|line)\b")


ADVICE: Final = caseless(r"\b(?:recommends?|(?:first|second|third) choices?|choices? (?:is|are)|the next step)\b")


def _of_another_with_it(text: str, context: Context) -> bool:
    """Whether a sentence is on an illness that is not asked about, in people who have the one asked about besides (`in
    hyperkalaemia with kidney injury`)."""
    found = _WITH_IT.match(text)
    named = vocabulary.load().find(found["what"]) if found else ()
    ill = {m.term.label for m in named if m.term.semantic == "condition"}
    asked = [c for c in context.question.concepts if c.semantic in ("condition", "symptom")]
    return bool(ill) and bool(asked) and not any({c.label, *c.broader} & ill for c in asked)


_WITH_IT: Final = caseless(r"^\W*(?:in|for) (?P<what>[^,;.]{3,60}?) with\b")


def led(section: Section, context: Context) -> Section:
    """The short answer with the most salient sentences that it lacks, in the place of what is worth less."""
    lacking = [] if _whole(context) else picking.lacking(section, context)
    lacking = [one for one in lacking if not _of_untold_case(one, section, context)]
    if not lacking:
        return section
    absent = all(not s.kind.asserts for s in section.statements)
    if absent and (not context.last or not any(picking.NOTHING.search(s.text) for s in section.statements)):
        return section  # it is put again first, and that a label is silent on what is asked is an answer
    if absent:  # nothing else answers, and what is on another illness besides does not either
        lacking = [one for one in lacking if not _of_another_with_it(one.span.quote, context)]
        lacking = [one for one in lacking if of_the_asked.by_source(one.appraisal, context.question)]
    new = [_Unit(_quoted(section, one), one.worth, stays=False) for one in lacking]
    if absent and (not new or new[0].worth < picking.SURE):
        return section
    units = _units(section.statements, {one.span: one.worth for one in context.salient}, context)
    if absent:
        units = [u for u in units if u.statements[0].kind is not Kind.ABSENCE]
    chosen = _fitting(units, new)
    if len(chosen) == len(units) and all(one in units for one in chosen):
        return section
    ordered = _arranged(chosen, units, new, context)
    made = suiting.beside([s for unit in ordered for s in unit.statements], context, section.id)
    numbered = [msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(made, 1)]
    return msgspec.structs.replace(section, statements=tuple(numbered), empty="")


def _whole(context: Context) -> bool:
    """Whether the short answer is whole as it stands, whatever else is salient."""
    if context.question.danger in QUIET or (context.question.danger == "emergency" and context.reader.plain):
        return True
    if danger.brought(context.question):
        return True  # what it does to those who bear it is no matter
    if stopping.just(context):
        return True  # at what it has to be stopped says not whether it may just end
    sides = (switching, while_ill, other_way, tested_first, warning_signs, repeated)
    if noted_value.asked(context.question):
        return True  # what is said of a value that a note tells, or that nothing is held of it, is the answer
    if poisoned.asked(context) or any(one.asked(context) for one in sides):
        return True  # what the label tells of too much of it is the answer
    if approved.asked(context.question) or leave.alone(context):
        return True  # the verdict with what bears it is the whole answer
    # What a label tells of that is the answer, and that it tells nothing is one, too.
    alone = aiming.asked(context) or calling.asked(context) or result_told.asked(context) or swallowed.asks(context)
    return alone or missed.asks(context.question.read) or bool(unheld.act(context))


def _arranged(chosen: Sequence[_Unit], units: Sequence[_Unit], new: Sequence[_Unit], context: Context) -> list[_Unit]:
    """What was chosen in its order: what nothing may stand before, what leads, what was composed, and the rest."""
    harms = harm_order.alone(context.question)
    best = max((u.worth + u.composed for u in chosen if u in units), default=0.0)
    opens = [u for u in chosen if u.opens]
    weighed = harms or _weighed(chosen, units, context)  # of harms as such what is common leads
    first = [u for u in chosen if u in new and u.worth >= max(picking.SURE, best) and not weighed]
    rest = [u for u in chosen if u not in opens and u not in first]
    held, more = [u for u in rest if u in units], [u for u in rest if u in new]
    # Of harms as such what was counted stands behind what is common, before what is rare and grave.
    return [*opens, *first, *held[:1], *more, *held[1:]] if harms else [*opens, *first, *held, *more]


_OF_A_THING: Final = (aspects.DESCRIPTION, aspects.KIND, "mechanism", "inheritance", "genes", "role")
"""Sides of a thing that are told in words."""


def of_a_thing(context: Context) -> bool:
    """Whether it is asked what a thing is or does, and not what a treatment does for somebody."""
    read = context.question.read
    told_of = aspects.asked(read) in _OF_A_THING and not _HOW_LIKELY.search(read)
    return told_of and is_told(context.question, treatable=context.treatable)


_HOW_LIKELY: Final = caseless(r"\b(?:chances?|odds|likelihood|probability|risks?)\b")


def _weighed(chosen: Sequence[_Unit], units: Sequence[_Unit], context: Context) -> bool:
    """Whether what was composed leads, though a sentence may be worth more."""
    if any(u.composed for u in chosen) or wants.wants(context.question):
        return True
    if of_a_thing(context):
        return True  # what a thing is leads: what is salient was learned from questions on treatments
    if any(_on_outcome(s, context) for u in chosen if u in units for s in u.statements):
        return True
    if context.combined or by_label.due(context):
        return True  # the gravest of a pair leads, and the use where a label alone is for it
    if next((bool(u.statements[0].kept) for u in units if not u.opens), False):
        return True  # tells what is asked
    # What is for the score that is told leads, and so does that nothing is known of the use that is asked about.
    return bool(at_what_is_told.rows(context) or by_label.of_another(context))


def _on_outcome(statement: Statement, context: Context) -> bool:
    """Whether a quotation tells the outcome that is asked about: no other sentence takes its place."""
    asked = bool(context.outcome) and statement.kind is Kind.QUOTED
    return asked and any(on_outcome(context, span, figures=False) for span in statement.supports[:1])


def _units(statements: Sequence[Statement], worth: dict[Span, float], context: Context) -> list[_Unit]:
    """The statements in units; each is worth what the best sentence is that it rests on."""
    made: list[list[Statement]] = []
    for statement in statements:
        if made and _GOES_ON.match(statement.text):
            made[-1].append(statement)
        else:
            made.append([statement])
    return [
        _Unit(
            tuple(unit),
            max((w for s in unit for own in s.supports for span, w in worth.items() if meet(own, span)), default=0.0),
            stays=any(s.kind in (Kind.FINDING, Kind.POOLED, Kind.CALCULATED, Kind.ABSENCE) for s in unit)
            or any(s.kept or (s.kind in (Kind.NAVIGATION, Kind.DIRECTIVE) and not _BESIDE.match(s.text)) for s in unit)
            or any(_on_outcome(s, context) for s in unit),
        )
        for unit in made
    ]


def _fitting(units: Sequence[_Unit], new: Sequence[_Unit]) -> list[_Unit]:
    """What was composed, and of the salient what there is room for; one that is worth more by far takes the place of
    what was composed last, unless that is a direction."""
    chosen = list(units)
    told_of_parts = sum(u.words for u in chosen if all(s.kept for s in u.statements))
    room = WORDS - sum(u.words for u in chosen) + min(OF_PARTS, told_of_parts)
    for pick in new:
        weaker = [u for u in chosen if u in units and not u.stays and u.worth + u.composed + BETTER < pick.worth]
        while pick.words > room and weaker:
            gone = weaker.pop()
            chosen.remove(gone)
            room += gone.words
        if pick.words <= room or not chosen:
            chosen.append(pick)
            room -= pick.words
    return chosen


def completed(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with what is salient and none of them tells, each sentence where it belongs."""
    if very_page.of(context) is not None:
        return tuple(sections)  # the page goes on to tell what it tells of it
    made = {section.id: section for section in sections}
    shown, _ = depth.bounded(sections, context.depth)
    length = sum(len(s.text.split()) for section in shown if section.id != depth.REPLY for s in section.statements)
    room = ADDED if context.depth is Depth.FULL else min(ADDED, LONGEST_ARTICLE - length)
    for one in picking.picks(context):
        every = [s for section in made.values() for s in section.statements]
        if picking.told(one, every) or needless.concluded(one, every):
            continue
        place = _SECTIONS.get(salience.part(one.span), "adverse_effects" if harm(one, context) else "evidence")
        if place == "evidence" and (
            off_the_point.off(context, one.appraisal, one.span)
            or needless.of_another(one, context)
            or not picking.of_the_thing(one, context)
        ):
            continue
        if place in made:
            held = made[place]
            if held.empty == UNASKED:
                continue
            kept = [msgspec.structs.replace(s, kept=True, layer=0) for s in _quoted(held, one)]
            size = sum(len(s.text.split()) for s in kept)
            if size > room:
                continue
            room -= size
            before, after = _apart(held.statements)
            if after and not one.appraisal.directness.note:
                after = [s for s in after if s.kind is not Kind.ABSENCE]
            made[place] = msgspec.structs.replace(held, statements=(*before, *kept, *after), empty="")
    return tuple(made.values())


def _apart(statements: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """What a section tells, and what it says of nothing found and of what is near and no answer."""
    at = next(
        (n for n, s in enumerate(statements) if s.kind is Kind.ABSENCE or _NO_ANSWER.match(s.text)), len(statements)
    )
    return list(statements[:at]), list(statements[at:])


def _quoted(section: Section, one: Salient) -> tuple[Statement, ...]:
    """A sentence as the section says it."""
    return quoted(section.statements, section.id, section.title, one)
