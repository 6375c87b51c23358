"""Directives of drug labels: each section read for what it says to do, the gravest sentences kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from probatum.appraise.directives import clauses, naming
from probatum.appraise.directives.clauses import Clause
from probatum.appraise.directives.parts import Part, part_of
from probatum.model import Directive, DirectiveAction, Record, SectionKind
from probatum.text import doses


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MOST = {
    DirectiveAction.BOXED_WARNING: 5,
    DirectiveAction.CONTRAINDICATED: 8,
    DirectiveAction.INDICATED: 6,
    DirectiveAction.CAUTION: 14,
    DirectiveAction.INTERACTION: 16,
}
MOST_OF_OTHERS = 8
"""How many directives of one action are kept of a label."""

BOXED_LEAD = _rule(r"(?:boxed )?warnings?\s*:\s*")
CONTRA_LEAD = _rule(
    r"[^.]{0,80}?\b(?:is|are) contra-?indicated(?:\s*:|\s+(?:in|for)\s+(?:the (?:treatment of|following)\b)?"
    r"|\s+(?=after|with|together|when|during|because|if)|\s+)"
)
OTC_LEAD = _rule(
    r"(?:do not use|stop use(?: and ask a doctor)?|ask (?:a )?doctor(?: or pharmacist)?(?: before use)?"
    r"|when using this product)\s*(?=if\b|in\b|with\b|:|for\b|you\b)[:\s]*"
)
CAUTION_LEAD = _rule(
    r"[^.]{0,80}?\b(?:should be )?used (?:with (?:great |extreme |particular )?caution|cautiously) (?:in|by|during"
    r"|when)\s+|use (?:with )?caution(?:usly)? (?:in|when)\s+|caution (?:should be|is) (?:used|exercised|advised"
    r"|recommended) (?:in|when|with)\s+"
)
CAUTION = _rule(
    r"\b(?:caution\w*|avoid\w*|should not|must not|do not|not recommended|(?:can|may|might"
    r"|could) (?:\w+ ){0,2}(?:cause|worsen|increase|lead|result|produce|induce|precipitate|exacerbate|occur|impair"
    r"|mask|reduce|prolong)"
    r"|ha(?:s|ve) been (?:reported|observed|associated)|(?:increased|higher|greater|serious) risk|risk of|fatal\w*"
    r"|life-threatening|serious|severe|death|occurred|worsen|like other)\b"
)
GRAVE = _rule(
    r"\b(?:death|fatal\w*|mortality|life-threatening|cardiac arrest|anaphyla\w+|suicid\w+|hepatic failure"
    r"|liver failure|stevens|torsade\w*|arrhythmi\w+|haemorrhag\w+|hemorrhag\w+|seizures?)\b"
)
SERIOUS = _rule(
    r"\b(?:serious|severe|contra-?indicated|reserved|should not|must not|avoid|not recommended|with caution|do not)\b"
)
MONITOR = _rule(
    r"\b(?:monitor(?:ed|ing)?|(?:should|must) be (?:measured|checked|assessed|tested|performed|obtained|evaluated"
    r"|examined|determined)|(?:is|are) required before|obtain (?:a |an )?(?:baseline|ecg|liver|blood)"
    r"|perform (?:a |an |periodic|regular)"
    r"|periodic(?:ally)? (?:\w+ ){0,3}(?:tests?|monitor|assess|evaluat|check|blood)|check (?:serum|liver|blood|inr"
    r"|potassium)|baseline (?:ecg|liver|blood))\b"
)
MONITOR_LEAD = _rule(r"monitor(?:ing of)?\s+(?:for\s+)?|(?:obtain|perform|check|measure)\s+")
STOP = _rule(
    r"\b(?:discontinue[ds]?|discontinuation (?:of|is)|(?:should be|must be|should not be|reduced or) (?:continued"
    r"|stopped|withdrawn|discontinued)|stop (?:use|using|taking|treatment|the)|withhold|permanently)\b(?! (?:due"
    r"|because|for adverse))"
)
STOP_CONDITION = _rule(
    r"\b(?:if|when|unless|in (?:patients|people|case)|at the first|should|must|discontinue|stop|withhold|permanently)\b"
)
STATUS = _rule(
    r"\b(?:not (?:been )?approved|off-?label|approved only|only approved|unlicensed|not (?:authori[sz]ed|licensed)"
    r"|withdrawn from (?:the )?market|not (?:been )?indicated)\b"
)
INDICATED = _rule(
    r"\b(?:indicated|approved|licensed|authori[sz]ed|used) (?:for|in|to|as|only|with)\b|\bindicated\b|\btreatment of\b"
)
INDICATED_FOR = _rule(
    r"\bindicated (?:for|in|to)\s+(?:the (?:\w+ ){0,2}(?:treatment|management|relief|prevention|reduction) (?:of"
    r"|in)\s+)?(?P<what>[^.;]{3,200})"
)
EFFECT = _rule(
    r"\b(?:increas\w+|decreas\w+|lower\w*|rais\w+|reduc\w+|inhibit\w*|induc\w+|potentiat\w*|prolong\w*|avoid\w*"
    r"|contra-?indicated|not recommended|adjust\w*|titrat\w*|monitor\w*|alter\w*|change\w*|interact\w*|risk"
    r"|caution\w*|elevat\w+|enhanc\w+|antagoni\w+|(?:should|must) (?:not )?be|effect of|additive|exposure)\b"
)
FIGURE = re.compile(r"\d+(?:\.\d+)?(?: ?%|-fold)")
TAKING = _rule(
    r"\b(?:with (?:food|meals|milk|water|an antacid)|antacid|empty stomach|at bedtime|swallow\w*|taken"
    r"|administer\w*|started? at|maximum|titrat\w*|starting dose|recommended dose|dose of|dose (?:should|may"
    r"|must))\b"
)
ADVERSE = _rule(
    r"\b(?:most (?:common|frequent)\w*|common (?:adverse|side)|occurred|reported|incidence|adverse (?:reactions"
    r"|events|effects)|discontinu\w+|stopped)\b"
)

Reader = Callable[[Clause, str], Iterator[Directive]]


def read(record: Record) -> tuple[Directive, ...]:
    """The directives of a label, each action capped, the gravest first within an action, the first of equals first."""
    own = naming.drug_of(record)
    found: list[tuple[int, int, Directive]] = []
    for section in record.sections:
        if section.kind not in (SectionKind.LABEL, SectionKind.BODY, SectionKind.ABSTRACT):
            continue
        reader = READERS.get(part_of(section))
        if reader is None:
            continue
        for clause in clauses.read(record, section):
            found += [(-_gravity(d.text), len(found), d) for d in reader(clause, own)]
    return _kept(found)


def _kept(found: list[tuple[int, int, Directive]]) -> tuple[Directive, ...]:
    order = list(DirectiveAction)
    kept: list[Directive] = []
    seen: set[tuple[DirectiveAction, str]] = set()
    counts: dict[DirectiveAction, int] = {}
    for _, _, item in sorted(found, key=lambda f: (order.index(f[2].action), f[0], f[1])):
        key = (item.action, item.text.lower())
        if key in seen or counts.get(item.action, 0) >= MOST.get(item.action, MOST_OF_OTHERS):
            continue
        seen.add(key)
        counts[item.action] = counts.get(item.action, 0) + 1
        kept.append(item)
    return tuple(kept)


def _gravity(text: str) -> int:
    return 2 * bool(GRAVE.search(text)) + bool(SERIOUS.search(text)) + bool(FIGURE.search(text))


def _directive(clause: Clause, action: DirectiveAction, own: str, **fields: str) -> Iterator[Directive]:
    if 4 <= clause.end - clause.start <= clauses.LONGEST:
        record = clause.record
        yield Directive(
            record=record.id,
            action=action,
            text=clause.text,
            span=clause.span(),
            drug=own,
            issuer=record.issuer,
            country=record.country,
            date=record.date,
            **fields,
        )


def _boxed(clause: Clause, own: str) -> Iterator[Directive]:
    shown = clauses.without(clause, BOXED_LEAD)
    yield from _directive(shown, DirectiveAction.BOXED_WARNING, own, condition=naming.conditions_in(shown.text))


def _indications(clause: Clause, own: str) -> Iterator[Directive]:
    if STATUS.search(clause.quote):
        yield from _directive(clause, DirectiveAction.STATUS, own, condition=naming.conditions_in(clause.text))
        return
    if INDICATED.search(clause.quote) or clause.intro:
        match = INDICATED_FOR.search(clause.quote)
        condition = " ".join(match["what"].split()) if match else naming.conditions_in(clause.text)
        people = naming.people_in(clause.text)
        yield from _directive(clause, DirectiveAction.INDICATED, own, condition=condition, population=people)


def _contraindications(clause: Clause, own: str) -> Iterator[Directive]:
    if MONITOR.search(clause.quote) and "contraindicated" not in clause.quote.lower():
        yield from _monitor(clause, own)
        return
    lead = CONTRA_LEAD if CONTRA_LEAD.match(clause.quote) else OTC_LEAD
    shown = clauses.without(clause, lead)
    yield from _directive(
        shown,
        DirectiveAction.CONTRAINDICATED,
        own,
        condition=naming.conditions_in(shown.text),
        other=naming.others(shown.text, own),
        population=naming.people_in(shown.text),
    )


def _warnings(clause: Clause, own: str) -> Iterator[Directive]:
    half = clause.quote.find("; ")
    if MONITOR.search(clause.quote) and half > 0 and CAUTION_LEAD.match(clause.quote):
        yield from _warnings(clause.upto(half), own)
        yield from _warnings(clause.after(half + 2), own)
        return
    if MONITOR.search(clause.quote):
        yield from _monitor(clause, own)
        return
    if STOP.search(clause.quote) and STOP_CONDITION.search(clause.quote):
        yield from _directive(clause, DirectiveAction.STOP, own, condition=naming.conditions_in(clause.text))
        return
    if CAUTION.search(clause.quote) or OTC_LEAD.match(clause.quote) or clause.intro:
        lead = CAUTION_LEAD if CAUTION_LEAD.match(clause.quote) else OTC_LEAD
        shown = clauses.without(clause, lead)
        condition, people = naming.conditions_in(shown.text), naming.people_in(shown.text)
        yield from _directive(shown, DirectiveAction.CAUTION, own, condition=condition, population=people)


def _monitor(clause: Clause, own: str) -> Iterator[Directive]:
    shown = clauses.without(clause, MONITOR_LEAD)
    people = naming.people_in(shown.text) if re.search(r"\b(?:people|patients|those) with\b", shown.text) else ""
    yield from _directive(shown, DirectiveAction.MONITOR, own, other=naming.tests_in(clause.text), population=people)


def _stop(clause: Clause, own: str) -> Iterator[Directive]:
    shown = clauses.without(clause, OTC_LEAD)
    yield from _directive(shown, DirectiveAction.STOP, own, condition=naming.conditions_in(shown.text))


def _interactions(clause: Clause, own: str) -> Iterator[Directive]:
    if STOP.search(clause.quote) and STOP_CONDITION.search(clause.quote):
        yield from _stop(clause, own)
        return
    other = naming.others(clause.text, own)
    if EFFECT.search(clause.quote) and (other or clause.intro or FIGURE.search(clause.quote)):
        yield from _directive(clause, DirectiveAction.INTERACTION, own, other=other, dose=_dose(clause))


def _dose(clause: Clause) -> str:
    return next((d.text for d in doses.read(clause.quote)), "")


def _dosage(clause: Clause, own: str) -> Iterator[Directive]:
    if MONITOR.search(clause.quote):
        yield from _monitor(clause, own)
        return
    if STOP.search(clause.quote) and STOP_CONDITION.search(clause.quote):
        yield from _stop(clause, own)
        return
    dose = _dose(clause)
    if dose or TAKING.search(clause.quote):
        condition, people = naming.conditions_in(clause.text), naming.people_in(clause.text)
        yield from _directive(clause, DirectiveAction.DOSE, own, dose=dose, condition=condition, population=people)


def _adverse(clause: Clause, own: str) -> Iterator[Directive]:
    if FIGURE.search(clause.quote) or ADVERSE.search(clause.quote):
        yield from _directive(clause, DirectiveAction.ADVERSE_EFFECT, own)


def _special(clause: Clause, own: str) -> Iterator[Directive]:
    people = naming.people_in(clause.text) or naming.people_in(clause.section.heading)
    yield from _directive(clause, DirectiveAction.SPECIAL_POPULATION, own, population=people)


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
}
"""Part of a label -> what reads its clauses."""
