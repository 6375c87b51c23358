"""Directives of drug labels: each section read for what it says to do, the gravest sentences kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from probatum.appraise.directives import clauses, naming
from probatum.appraise.directives import label_cues as cues
from probatum.appraise.directives.clauses import Clause
from probatum.appraise.directives.parts import Part, part_of
from probatum.model import Directive, DirectiveAction, Record, SectionKind
from probatum.text import doses, measured
from probatum.text.expressions import expression
from probatum.text.people import people_in

MOST = {
    DirectiveAction.BOXED_WARNING: 5,
    DirectiveAction.CONTRAINDICATED: 16,
    DirectiveAction.INDICATED: 6,
    DirectiveAction.CAUTION: 14,
    DirectiveAction.INTERACTION: 16,
    DirectiveAction.DOSE: 14,
}
MOST_OF_OTHERS = 8
"""How many directives of one action are kept of a label."""
MOST_OF_PEOPLE = 7
"""How many doses and special directions are kept for one sort of people, so that none crowds out another."""


SHORT = 14
"""Words of a contraindication that needs no verb: `cardiogenic shock`."""


class Draft(NamedTuple):
    """A clause and what it directs, before names are looked up in it."""

    action: DirectiveAction
    clause: Clause


Reader = Callable[[Clause, str], Iterator[Draft]]


def read(record: Record) -> tuple[Directive, ...]:
    """The directives of a label, each action capped, the gravest first within an action, the first of equals first."""
    own = naming.drug_of(record)
    found: list[Draft] = []
    for section in record.sections:
        if section.kind not in (SectionKind.LABEL, SectionKind.BODY, SectionKind.ABSTRACT):
            continue
        part = part_of(section)
        reader = READERS.get(part)
        if reader is None:
            continue
        for clause in clauses.read(record, section):
            if cues.NOTHING.fullmatch(clause.quote):
                continue
            of_animals = cues.ANIMAL.search(clause.quote) and not cues.ADVISES.search(clause.quote)
            if of_animals and part is not Part.BOXED:
                continue
            found += [d for d in reader(clause, own) if 4 <= d.clause.end - d.clause.start <= clauses.LONGEST]
    return tuple(_made(draft, own) for draft in _kept(found))


def _kept(found: list[Draft]) -> list[Draft]:
    order = list(DirectiveAction)
    kept: list[Draft] = []
    seen: set[tuple[DirectiveAction, str]] = set()
    counts: dict[tuple[DirectiveAction, str], int] = {}
    for draft in sorted(found, key=lambda d: (order.index(d.action), -_gravity(d))):
        key = (draft.action, draft.clause.text.lower())
        sort = (draft.action, _people(draft) if draft.action in FOR_SOME else "")
        most = MOST_OF_PEOPLE if sort[1] else MOST.get(draft.action, MOST_OF_OTHERS)
        if key in seen or counts.get(sort, 0) >= most:
            continue
        seen.add(key)
        counts[sort] = counts.get(sort, 0) + 1
        kept.append(draft)
    return kept


FOR_SOME = (DirectiveAction.SPECIAL_POPULATION, DirectiveAction.DOSE)
"""Actions whose heading may say for whom they are."""


def _people(draft: Draft) -> str:
    """Whom it is for, by its words, else by the heading it stands under."""
    told = people_in(draft.clause.text)
    return told or people_in(draft.clause.section.heading) if draft.action in FOR_SOME else told


def _gravity(draft: Draft) -> int:
    return _weight(draft) - bool(cues.LEANS.match(draft.clause.quote))


def _weight(draft: Draft) -> int:
    text = draft.clause.quote
    if draft.action is DirectiveAction.ADVERSE_EFFECT:
        return 2 * bool(cues.COMMON.search(text)) + bool(cues.FIGURE.search(text))
    if draft.action is DirectiveAction.SPECIAL_POPULATION:
        return int(bool(cues.ADVISES.search(text)))
    if draft.action in IN_ORDER:
        return 0
    enzyme = draft.action is DirectiveAction.INTERACTION and bool(re.search(r"\bCYP", text))
    # A box says first what it warns of, and then in figures how that was seen.
    figure = draft.action is not DirectiveAction.BOXED_WARNING and bool(cues.FIGURE.search(text))
    return enzyme + 2 * bool(cues.GRAVE.search(text)) + bool(cues.SERIOUS.search(text)) + figure


IN_ORDER = (DirectiveAction.INDICATED, DirectiveAction.DOSE, DirectiveAction.MONITOR, DirectiveAction.STATUS)
"""Actions whose directives stay in the label's own order."""
NAMES_OTHERS = (DirectiveAction.INTERACTION, DirectiveAction.CONTRAINDICATED)


def _made(draft: Draft, own: str) -> Directive:
    """The directive with the names that stand in its clause."""
    action, clause = draft
    record, text = clause.record, clause.text
    other = naming.others(text, own) if action in NAMES_OTHERS else ""
    match = cues.INDICATED_FOR.search(text) if action is DirectiveAction.INDICATED else None
    return Directive(
        record=record.id,
        action=action,
        text=text,
        span=clause.span(),
        drug=own,
        population=_people(draft),
        condition=match["what"].strip() if match else naming.conditions_in(text),
        dose=_dose(clause) if action in (DirectiveAction.DOSE, DirectiveAction.INTERACTION) else "",
        other=naming.tests_in(text) if action is DirectiveAction.MONITOR else other,
        issuer=record.issuer,
        country=record.country,
        date=record.date,
    )


def _dose(clause: Clause) -> str:
    return next((d.text for d in doses.read(clause.quote) if re.search(r"[A-Za-z%]", d.text)), "")


def _boxed(clause: Clause, own: str) -> Iterator[Draft]:
    yield Draft(DirectiveAction.BOXED_WARNING, clauses.without(clause, cues.BOXED_LEAD))


def _indications(clause: Clause, own: str) -> Iterator[Draft]:
    if cues.STATUS.search(clause.quote):
        yield Draft(DirectiveAction.STATUS, clause)
    elif cues.NO_USE.search(clause.quote):  # who is not to have it: `should not be used in ...`
        yield Draft(DirectiveAction.CAUTION, clause)
    elif cues.INDICATED.search(clause.quote) or clause.intro:
        at = beside.start() if (beside := cues.NOT_FOR.search(clause.quote)) else len(clause.quote)
        yield Draft(DirectiveAction.INDICATED, clause.upto(at))
        yield from [Draft(DirectiveAction.NOT_RECOMMENDED, clause.after(at))] if beside else []
    elif cues.SERIOUS.search(clause.quote):  # a limitation of use: `is not recommended for ...`
        yield Draft(DirectiveAction.CAUTION, clause)


def _contraindications(clause: Clause, own: str) -> Iterator[Draft]:
    bars = re.search(r"contra-?indicated|do not use|must not|should not", clause.quote, re.IGNORECASE)
    if not bars and not clause.intro and not clause.listed and len(clause.text.split()) > SHORT:
        yield from _warnings(clause, own)
        return
    lead = cues.CONTRA_LEAD if cues.CONTRA_LEAD.match(clause.quote) else cues.OTC_LEAD
    if _of_another(clause.quote, own):
        yield Draft(DirectiveAction.CONTRAINDICATED, clause)
        return
    yield Draft(DirectiveAction.CONTRAINDICATED, clauses.without(clause, lead))


_SUBJECT: Final = expression(r"^(?P<what>[^,;:]{3,60}?) (?:is|are) contra-?indicated\b", re.IGNORECASE)


def _of_another(quote: str, own: str) -> bool:
    """Whether it is another medicine that is barred beside or after this one: without its name the sentence would bar
    this one after itself."""
    found = _SUBJECT.match(quote)
    if found is None or own.split()[0] in found["what"].lower():
        return False
    drugs = [name for _, name in naming.drugs_in(found["what"])]
    return own not in drugs and bool(naming.others(found["what"], own)) and own.split()[0] in quote.lower()


def _stops(clause: Clause, own: str) -> bool:
    """Whether the label's own drug goes off there: `warfarin should be stopped and A started` is no stop of A."""
    if not (cues.STOP.search(clause.quote) and cues.STOP_CONDITION.search(clause.quote)):
        return False
    other = cues.ANOTHER_STOPPED.search(clause.quote)
    what = (other["first"] or other["what"]).lower() if other is not None else own
    return own in what or not naming.others(what, own)


def _warnings(clause: Clause, own: str) -> Iterator[Draft]:
    half = clause.quote.find("; ")
    if cues.MONITOR.search(clause.quote):
        if half > 0 and cues.CAUTION_LEAD.match(clause.quote):
            yield from _warnings(clause.upto(half), own)
            yield from _warnings(clause.after(half + 2), own)
        else:
            yield Draft(DirectiveAction.MONITOR, clauses.without(clause, cues.MONITOR_LEAD))
    elif _stops(clause, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif (
        cues.CAUTION.search(clause.quote)
        or cues.OTC_LEAD.match(clause.quote)
        or clause.intro
        or cues.SHOULD.search(clause.quote)
    ):
        lead = cues.CAUTION_LEAD if cues.CAUTION_LEAD.match(clause.quote) else cues.OTC_LEAD
        yield Draft(DirectiveAction.CAUTION, clauses.without(clause, lead))
    elif cues.MEETING.search(clause.quote) and naming.others(clause.text, own):  # what comes of it beside another
        yield Draft(DirectiveAction.CAUTION, clause)


def _stop(clause: Clause, own: str) -> Iterator[Draft]:
    yield Draft(DirectiveAction.STOP, clauses.without(clause, cues.OTC_LEAD))


def _interactions(clause: Clause, own: str) -> Iterator[Draft]:
    if _stops(clause, own) and not naming.others(clause.text, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif (cues.EFFECT.search(clause.quote) or cues.MEETING.search(clause.quote) or _dose(clause)) and (
        clause.intro or cues.FIGURE.search(clause.quote) or naming.others(clause.text, own)
    ):
        yield Draft(DirectiveAction.INTERACTION, clause)
    elif cues.MONITOR.search(clause.quote):
        yield Draft(DirectiveAction.MONITOR, clauses.without(clause, cues.MONITOR_LEAD))


def _dosage(clause: Clause, own: str) -> Iterator[Draft]:
    if cues.NO_LICENCE.search(clause.quote):
        yield Draft(DirectiveAction.NOT_RECOMMENDED, clause)
    elif _watched(clause):
        yield Draft(DirectiveAction.DOSE, clause)
    elif cues.MONITOR.search(clause.quote):
        yield Draft(DirectiveAction.MONITOR, clauses.without(clause, cues.MONITOR_LEAD))
    elif _stops(clause, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif (
        cues.TAKING.search(clause.quote)
        or _dose(clause)
        or (people_in(clause.text) and cues.SERIOUS.search(clause.quote))
    ):
        yield Draft(DirectiveAction.DOSE, clause)
    elif cues.SERIOUS.search(clause.quote) or cues.SHOULD.search(clause.quote):  # `should not be started with ...`
        yield Draft(DirectiveAction.CAUTION, clause)


def _watched(clause: Clause) -> bool:
    """Whether a dose is told that is given with watching: `5 mg once daily, with close monitoring` is no check."""
    told, aside, _ = (
        cues.ASIDE.split(clause.quote, maxsplit=1) if cues.ASIDE.search(clause.quote) else (clause.quote, "", "")
    )
    return bool(aside) and not cues.MONITOR.search(told) and cues.TAKING.search(told) is not None


def _adverse(clause: Clause, own: str) -> Iterator[Draft]:
    if cues.FIGURE.search(clause.quote) or cues.ADVERSE.search(clause.quote):
        yield Draft(DirectiveAction.ADVERSE_EFFECT, clause)


def _special(clause: Clause, own: str) -> Iterator[Draft]:
    yield Draft(DirectiveAction.SPECIAL_POPULATION, clause)


def _overdosed(clause: Clause, own: str) -> Iterator[Draft]:
    """Of too much of a medicine only what is done at a value that may be met without any overdose (`excessive INR`)."""
    if cues.GOES_OFF.search(clause.quote) and measured.sets_limit(clause.quote):
        yield Draft(DirectiveAction.STOP, clause)


READERS: dict[Part, Reader] = {
    Part.BOXED: _boxed,
    Part.INDICATIONS: _indications,
    Part.DOSAGE: _dosage,
    Part.CONTRAINDICATIONS: _contraindications,
    Part.WARNINGS: _warnings,
    Part.STOP: _stop,
    Part.INTERACTIONS: _interactions,
    Part.ADVERSE: _adverse,
    Part.SPECIAL: _special,
    Part.OVERDOSE: _overdosed,
}
"""Part of a label -> what reads its clauses."""
