"""Silence: what an empty section says, and what is said to be missing, held last to what is told and what is held.

`Nothing found` is a claim on the library. It is made only where no source that is held could tell it; elsewhere a
section says that it is not told here, and why: it was not asked about, or nothing in the sources was read as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import titling, wording
from probatum.apply.composing.repetition import ABOVE
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, nothing
from probatum.apply.labels import kin
from probatum.apply.patient import aimed
from probatum.apply.replies import fuller
from probatum.model import DirectiveAction, Fit, Intent, Kind, RecordKind, Role, Section, Statement
from probatum.text import words
from probatum.text.expressions import caseless

NOT_TOLD: Final = "Not told here"
"""How a section begins that has nothing to tell though sources may: `silent` gathers those alike."""
_BY_ITSELF: Final = f"{NOT_TOLD}: the question is on the medicines together, not on each of them by itself."
_UNREAD: Final = f"{NOT_TOLD}: nothing on this was found in the sources used."
_OTHERS: Final = f"{NOT_TOLD}: other treatments are held, but none was weighed against what was asked about."
_EACH_OTHER: Final = f"{NOT_TOLD}: those asked about are alternatives to each other, and stand side by side above."
_UNASKED: Final = f"{NOT_TOLD}: other treatments were not asked about."
_NO_ANSWER: Final = caseless(r"^(?:nearest\b|also found, but\b)")
_NO_SOURCE: Final = caseless(r"\bno source that answers this question was found\b")
_NO_STUDY: Final = caseless(r"\bfor studies that answer this question: nothing found\b")
_WANTED: Final = caseless(r"^what would answer this is\b")
_ANSWERING: Final = ("bottom_line", "evidence")
NO_GAP: Final = "Nothing more is known to be missing; the limits of the sources stand in their texts."
OF_LABELS: Final = "no study that answers this question was found; what is told rests on labels or guidelines"
"""What takes the place of a denial where a label or a guideline tells what was asked."""
UNGRADED: Final = (
    "No study that answers this was found, so how sure it is cannot be graded: what stands above is what guidelines "
    "and labels say."
)
_NOTHING: Final = caseless(r"^searched\b[^.]{0,200}: nothing found\.?$")
"""How an empty section says that nothing was found at all."""
_AGREES: Final = {
    "evidence": (ABOVE, UNGRADED),
    "evidence_gaps": (NO_GAP, f"{OF_LABELS[0].upper()}{OF_LABELS[1:]}."),
    "conclusion": (
        "What the bottom line quotes is the conclusion; no effect of its own is put beside it.",
        "What labels and guidelines say, above, is all that can be concluded.",
    ),
}
"""What an empty section says where a study is quoted above it, and where only labels or guidelines are."""


def on_drug(context: Context, what: str) -> str:
    """What a section on a drug says that is empty: nothing was found only where no label or guideline of it is held."""
    if context.combined:
        return _BY_ITSELF
    return _UNREAD if context.labels or context.guidelines or kin.held(context) else nothing(context, what)


def on_others(context: Context) -> str:
    """What the part on other treatments says that is empty: that there are none only where no source of the illness
    gives, or tells of, another treatment."""
    if context.question.intent not in (Intent.THERAPY, Intent.PREVENTION):
        return _UNASKED
    every = (*context.appraisals, *context.option_labels)
    others = (a for a in every if a.directness.intervention.fit is not Fit.DIRECT)
    if any(a.directness.population.fit is Fit.DIRECT and a.record.kind is not RecordKind.BOOK for a in others):
        return _OTHERS
    if len(context.named) > 1 or context.question.having(Role.COMPARATOR):
        return _EACH_OTHER
    ill = [c.label for c in aimed.problem(context) if c.semantic in ("condition", "symptom")]
    asked = wording.join(list(dict.fromkeys(ill)))
    return nothing(context, f"other treatments of {asked or 'this problem'}")


def mended(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections without denials that what they tell belies: no `no source answers` beside what a study answers, and
    beside what a label says only that no study was found; of a dose, or of medicines that meet, labels say enough."""
    enough = context.asks_dose or context.question.intent is Intent.INTERACTION
    told = [s for section in sections if section.id in _ANSWERING for s in section.statements]
    studied = any(map(_studied, told))
    directed = any(s.kind is Kind.DIRECTIVE and s.supports for s in told)
    made = []
    for section in sections:
        if section.id == "evidence" and (above := _records(sections)):
            made.append(_answered(_without_nearest(section, above), enough=enough, above=True))
        elif section.id in _ANSWERING or section.id.startswith("part_"):
            made.append(_answered(section, enough=enough))
        elif section.id == "evidence_gaps" and (studied or directed):
            made.append(_wanted(section, studied=studied or enough))
        else:
            made.append(section)
    parts = [s for section in sections if section.id.startswith("part_") for s in section.statements]
    quoted = any(_studied(s) and _of_study(s) for s in (*told, *parts))
    held = quoted or any(s.kind.asserts and s.supports for s in (*told, *parts))
    if not held:
        return tuple(made)
    agreed = (_agreeing(section, studied=quoted) for section in made)
    closed = (_with_gap(section, context, sections, studied=quoted) for section in agreed)
    return tuple(fuller.gaps(section, sections, _weighed_beside(sections), context) for section in closed)


def _with_gap(section: Section, context: Context, sections: Sequence[Section], *, studied: bool) -> Section:
    """The gaps, where advice or a label alone answers on a treatment and nothing else is said to be open, with what no
    study tells and where it was looked for."""
    bare = section.id == "evidence_gaps" and not section.statements and not studied
    given = context.named and context.use and context.question.intent in (Intent.THERAPY, Intent.PREVENTION)
    asks = context.question.intent in (Intent.DOSING, Intent.HARM)
    if not bare or not (given or (context.drug_like and asks and not context.combined)):
        return section
    draft = Draft(section.id, section.title)
    beside = context.beside
    named = [c.label for c in aimed.problem(context) if c.semantic in ("condition", "symptom") and c not in beside]
    harmed = context.question.intent is Intent.HARM
    feared = [name for name in named if harmed and not _for_it(name, context)]
    ill = wording.join([name for name in dict.fromkeys(named) if name not in feared])
    who = f" in {ill}" if ill else ""
    asked = "which dose does best" if context.question.intent is Intent.DOSING else "how much it helps and harms"
    asked = "how often it happens, and to whom," if harmed else asked
    several = wording.join([titling.several_of(name) for name in context.named])
    harms = wording.join(list(dict.fromkeys([one for one in (context.outcome, *feared) if one])), "or")
    what = f"that count {harms or 'its harms'} with" if harmed else "of"
    draft.add(
        f"{wording.lower(context.searched)} for studies {what} {several}{who}: none that answers was "
        f"found, so {asked} rests here on advice and labels alone",
        Kind.ABSENCE,
    )
    if (others := _weighed_beside(sections)) and not context.classes:
        draft.add(
            f"no study that is held compares {several} with {wording.join(others, 'or')}",
            Kind.ABSENCE,
        )
    return msgspec.structs.replace(section, statements=draft.statements, empty="")


def _for_it(name: str, context: Context) -> bool:
    """Whether a label of what is asked about is for an illness: else it is one that is feared of it."""
    uses = context.directives(DirectiveAction.INDICATED)
    return not uses or any(words.stems(name) <= words.stems(d.text) for _, d in uses)


def _weighed_beside(sections: Sequence[Section]) -> list[str]:
    """The other treatments that the alternatives tell of by name, the first few."""
    told = [s for section in sections if section.id == "alternatives" for s in section.statements if not s.layer]
    found = [_ONE.match(s.text) for s in told if s.kind is Kind.DIRECTIVE]
    return [wording.lower(m["name"]) for m in found if m is not None][:MOST_NAMED]


MOST_NAMED: Final = 3
_ONE: Final = re.compile(
    r"(?!Guideline\b|Of other kinds\b|Sources\b)(?P<name>[A-Z][\w -]{2,40}) \((?!low|moderate|high|very)"
)


def _records(sections: Sequence[Section]) -> set[str]:
    """The records of which the bottom line tells what they found on the question itself."""
    said = [s for section in sections if section.id == "bottom_line" for s in section.statements]
    if any(map(_denies, said)):
        return set()
    return {span.record for s in said if _studied(s) and _of_study(s) for span in s.supports}


def _without_nearest(section: Section, told: set[str]) -> Section:
    """The evidence without what it calls nearest and no answer of a source that the bottom line answers with."""
    kept = tuple(
        s
        for s in section.statements
        if not (_NO_ANSWER.match(s.text) and s.supports and {span.record for span in s.supports} <= told)
    )
    return msgspec.structs.replace(section, statements=kept, empty=section.empty or ABOVE)


def _agreeing(section: Section, *, studied: bool) -> Section:
    """An empty section that would say nothing was found, saying instead where what was found stands."""
    if section.id == "evidence" and section.statements and not studied:
        return _ungraded(section)
    if section.statements or section.id not in _AGREES:
        return section
    unstudied = section.id == "evidence" and section.empty == ABOVE and not studied
    if not (_NOTHING.match(section.empty) or unstudied):
        return section
    return msgspec.structs.replace(section, empty=_AGREES[section.id][not studied])


def _ungraded(section: Section) -> Section:
    """The evidence of guidelines alone, with why it has no grade in front."""
    if any(_of_study(s) or s.kind is Kind.ABSENCE for s in section.statements):
        return section
    draft = Draft(section.id, section.title)
    draft.put(section.statements)
    lead = Draft(section.id, section.title)
    lead.add(UNGRADED.partition(": ")[0], Kind.ABSENCE)
    draft.open_with(lead.statements)
    return msgspec.structs.replace(section, statements=draft.statements)


def _of_study(statement: Statement) -> bool:
    """Whether a statement rests on something else than labels and guidelines."""
    return any(span.source.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE) for span in statement.supports)


def _studied(statement: Statement) -> bool:
    """Whether a statement tells what a source found on the question itself."""
    asserts = statement.kind.asserts and statement.kind is not Kind.DIRECTIVE
    return asserts and bool(statement.supports) and not statement.directness and not _NO_ANSWER.match(statement.text)


def _answered(section: Section, *, enough: bool, above: bool = False) -> Section:
    """A section that denies what it tells, without that; where labels alone tell it, with what is missing behind.
    `above`, a study that stands before it answers already."""
    denied = [s for s in section.statements if s.kind is Kind.ABSENCE and _denies(s)]
    if not denied:
        return section
    rest = msgspec.structs.replace(section, statements=tuple(s for s in section.statements if s not in denied))
    directed = any(s.kind is Kind.DIRECTIVE for s in rest.statements)
    if above or any(map(_studied, rest.statements)) or (enough and directed):
        return rest
    return _with_labels_named(rest) if directed else section


def _denies(statement: Statement) -> bool:
    return bool(_NO_SOURCE.search(statement.text) or _NO_STUDY.search(statement.text))


def _wanted(section: Section, *, studied: bool) -> Section:
    """The gaps without the source that would answer, where one does; where labels do, with what they leave open."""
    rest = tuple(s for s in section.statements if not (s.kind is Kind.ABSENCE and _WANTED.match(s.text)))
    if len(rest) == len(section.statements):
        return section
    without = msgspec.structs.replace(section, statements=rest)
    if not studied:
        return _with_labels_named(without)
    return without if rest else msgspec.structs.replace(without, empty=NO_GAP)


def _with_labels_named(section: Section) -> Section:
    """The section with what labels leave open behind what it tells."""
    draft = Draft(section.id, section.title)
    draft.put(section.statements)
    draft.add(OF_LABELS, Kind.ABSENCE)
    return msgspec.structs.replace(section, statements=draft.statements)
