"""Directives of drug labels: each section read for what it says to do, the gravest sentences kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from probatum.appraise.directives import clauses, naming
from probatum.appraise.directives.clauses import Clause
from probatum.appraise.directives.parts import Part, part_of
from probatum.model import Directive, DirectiveAction, Record, SectionKind
from probatum.text import doses, measured
from probatum.text.expressions import caseless, expression
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

BOXED_LEAD = caseless(r"(?:boxed )?warnings?\s*:\s*")
CONTRA_LEAD = caseless(
    r"(?!to (?:prevent|treat|lower|reduce|relieve|control|induce)\b)"
    r"(?:(?:(?!\b(?:with|plus|together|in|during|after)\b)[^.]){0,80}?\b(?:is|are) )?contra-?indicated"
    r"(?:\s*:|\s+(?:in|for)\s+(?:the (?:treatment of|following)\b)?"
    r"|\s+(?=after|with|together|when|during|because|if)|\s+)"
)
"""What introduces a condition. `A with B is contraindicated in C` stays whole: only B and C together are barred."""
OTC_LEAD = caseless(
    r"(?:do not use|stop use(?: and ask a doctor)?|ask (?:a )?doctor(?: or pharmacist)?(?: before use)?"
    r"|when using this product)\s*(?=if\b|in\b|with\b|:|for\b|you\b)[:\s]*"
)
CAUTION_LEAD = caseless(
    r"[^.,;]{0,80}?\b(?:should be )?used (?:with (?:great |extreme |particular )?caution|cautiously) (?:in|by|during"
    r"|when)\s+|use (?:with )?caution(?:usly)? (?:in|when)\s+|caution (?:should be|is) (?:used|exercised|advised"
    r"|recommended) (?:in|when|with)\s+"
)
CAUTION = caseless(
    r"\b(?:caution\w*|avoid\w*|should (?:in general |generally |usually )?not|should be given only|must not|do not"
    r"|not recommended|(?:can|may|might|could) (?:\w+ ){0,2}(?:cause|worsen|increase|lead|result|produce|induce"
    r"|precipitate|exacerbate|occur|impair|mask|reduce|prolong|raise|exaggerate)|used with care|need a lower dose"
    r"|not (?:been )?studied|no antidote|ha(?:s|ve) been (?:reported|observed|associated)"
    r"|(?:increased|higher|greater|serious) risk|risk of|fatal\w*|life-threatening|serious|severe|death|occurred|worsen"
    r"|like other|signs? of (?:\w+ ){0,2}toxicity)\b"
)
GRAVE = caseless(
    r"\b(?:death|fatal\w*|mortality|life-threatening|cardiac arrest|anaphyla\w+|suicid\w+|hepatic failure"
    r"|liver failure|stevens|torsade\w*|arrhythmi\w+|haemorrhag\w+|hemorrhag\w+|seizures?)\b"
)
SERIOUS = caseless(
    r"\b(?:serious|severe|contra-?indicated|reserved|should not|must not|avoid\w*|not recommended|with caution"
    r"|do not)\b"
)
NO_LICENCE = caseless(
    r"\b(?:not|no longer) (?:licensed|authori[sz]ed|approved|indicated) (?:for|in) (?:children|infants|adolescents"
    r"|people|adults|women|men|patients|those)\b"
)
"""People for whom a label has ceased to hold."""
MONITOR = caseless(
    r"\b(?:monitor(?:ed|ing)?|(?:should|must) be (?:measured|checked|assessed|tested|performed|obtained|evaluated"
    r"|examined|determined)|(?:is|are) required before|obtain (?:a |an )?(?:baseline|ecg|liver|blood)"
    r"|perform (?:a |an |periodic|regular)"
    r"|periodic(?:ally)? (?:\w+ ){0,3}(?:tests?|monitor|assess|evaluat|check|blood)|check (?:serum|liver|blood|inr"
    r"|potassium)|baseline (?:ecg|liver|blood))\b"
)
_ASIDE = caseless(r"(,? (?:with|under|but|and) [^.;,]{0,60}?\bmonitor(?:ing|ed)\b)")
"""Watching that is told beside what is given."""
MONITOR_LEAD = caseless(r"monitor(?:ing of)?\s+(?:for\s+)?|(?:obtain|perform|check|measure)\s+")
STOP = caseless(
    r"\b(?:discontinue[ds]?|discontinuation (?:of|is)|(?:should be|must be|should not be|reduced or) (?:continued"
    r"|stopped|interrupted|withdrawn|discontinued)|stop (?:use|using|taking|treatment|the)|withh[oe]ld|permanently)\b"
    r"(?! (?:due|because|for adverse))"
)
STOP_CONDITION = caseless(
    r"\b(?:if|when|unless|in (?:patients|people|case)|at the first|should|must|discontinue|stop|withh[oe]ld"
    r"|permanently)\b"
)
ANOTHER_STOPPED = caseless(
    r"(?:(?:^|[,;:] )(?P<first>[\w/ -]{3,40}?) (?:should|must|is to) be (?:stopped|discontinued|withdrawn)"
    r"|\b(?:stop|discontinue|withdraw) (?P<what>[\w/-]+(?: [\w/-]+){0,2}?))\b"
    r"(?:,? and|,? then|, with)\b[^.;]{0,60}?\b(?:start|begin|begun|initiat)\w*"
)
"""One medicine is stopped and another begun."""
GOES_OFF = caseless(r"\b(?:(?:is|are|be) (?:stopped|withheld|interrupted|discontinued)|stop|discontinue|withh[oe]ld)\b")
STATUS = caseless(
    r"\b(?:not (?:been )?approved|off-?label|approved only|only approved|unlicensed|not (?:authori[sz]ed|licensed)"
    r"|withdrawn from (?:the )?market|not (?:been )?indicated)\b"
)
INDICATED = caseless(
    r"\b(?:indicated|approved|licensed|authori[sz]ed|used) (?:for|in|to|as|only|with)\b|\bindicated\b|\btreatment of\b"
)
INDICATED_FOR = caseless(
    r"\bindicated (?:for|in|to)\s+(?:the (?:\w+ ){0,2}(?:treatment|management|relief|prevention|reduction) (?:of"
    r"|in)\s+)?(?P<what>[^.;]{3,200})"
)
EFFECT = caseless(
    r"\b(?:increas\w+|decreas\w+|lower\w*|rais\w+|reduc\w+|inhibit\w*|induc\w+|potentiat\w*|prolong\w*|avoid\w*"
    r"|contra-?indicated|not recommended|adjust\w*|titrat\w*|monitor\w*|alter\w*|change\w*|interact\w*|risk"
    r"|caution\w*|elevat\w+|enhanc\w+|antagoni\w+|(?:should|must) (?:not )?be|effect of|additive|exposure)\b"
)
MEETING = caseless(
    r"\b(?:caus\w+|weak(?:en\w*|er)|strong(?:er)?|strengthen\w*|fail\w*|harm\w*|fatal\w*|toxic\w*|(?:led|leads?) to"
    r"|block\w*|syndrome|severe|serious|life-threatening|not (?:be )?given|precautions?|need for|ineffective"
    r"|less effective|deepen\w*|adds? to|mask\w*|delay\w*|slows?|counteract\w*|exaggerat\w*|mislead\w*"
    r"|close supervision|more (?:sensitive|frequent)|harder to|interchangeable|needed in place)\b"
)
"""What comes of two medicines that meet, where no level is said to change: `can cause severe hypotension`."""
FIGURE = expression(r"\d+(?:\.\d+)?(?: ?%|-fold)")
TAKING = caseless(
    r"\b(?:with (?:food|meals|milk|water|an antacid)|antacid|empty stomach|at bedtime|swallow\w*|taken"
    r"|administer\w*|started? at|maximum|titrat\w*|starting dose|recommended dose|dose of|dose (?:should|may"
    r"|must)|doses (?:\w+ ){0,4}(?:should|may|must) be|needs may be (?:lower|higher)"
    r"|(?:dose|dosage|dosing) (?:adjustments?|reductions?)|(?:adjust|reduce|lower) the (?:dose|dosage))\b"
)
ADVERSE = caseless(
    r"\b(?:most (?:common|frequent)\w*|common (?:adverse|side)|occurred|reported|incidence|adverse (?:reactions"
    r"|events|effects)|discontinu\w+|stopped)\b"
)

SHOULD = caseless(r"\b(?:should|must) be (?!considered\b)|\banother \w+ (?:than [\w-]+ )?should be considered\b")
"""Advice in whatever words."""
ANIMAL = caseless(r"\b(?:rats?|mice|rabbits?|dogs|monkeys|animals?|pups)\b")
ADVISES = caseless(
    r"\b(?:should|must|avoid\w*|contra-?indicated|not recommended|do not|advise[ds]?|recommend\w*|caution\w*"
    r"|only (?:if|when)|adjust\w*|lower dose|not (?:been )?established)\b"
)
COMMON = caseless(r"\bmost (?:common|frequent)\w*|\bcommon (?:adverse|side)")
NOTHING = caseless(
    r"(?:none(?: known| reported)?|not applicable|(?:there are )?no (?:known )?contra-?indications?(?: known)?)\s*"
    r"(?:\(\d+\))?\.?\s*"
)
"""A section that says that it has nothing to say."""
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
            if NOTHING.fullmatch(clause.quote):
                continue
            of_animals = ANIMAL.search(clause.quote) and not ADVISES.search(clause.quote)
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


LEANS = expression(
    r"(?:these|such|this|they|therefore|however|thus|it|its|their|those|the (?:results|proportions?|incidence"
    r"|type)|upon|in addition|moreover)\b",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before: such a clause reads badly alone."""


def _gravity(draft: Draft) -> int:
    return _weight(draft) - bool(LEANS.match(draft.clause.quote))


def _weight(draft: Draft) -> int:
    text = draft.clause.quote
    if draft.action is DirectiveAction.ADVERSE_EFFECT:
        return 2 * bool(COMMON.search(text)) + bool(FIGURE.search(text))
    if draft.action is DirectiveAction.SPECIAL_POPULATION:
        return int(bool(ADVISES.search(text)))
    if draft.action in IN_ORDER:
        return 0
    enzyme = draft.action is DirectiveAction.INTERACTION and bool(re.search(r"\bCYP", text))
    # A box says first what it warns of, and then in figures how that was seen.
    figure = draft.action is not DirectiveAction.BOXED_WARNING and bool(FIGURE.search(text))
    return enzyme + 2 * bool(GRAVE.search(text)) + bool(SERIOUS.search(text)) + figure


IN_ORDER = (DirectiveAction.INDICATED, DirectiveAction.DOSE, DirectiveAction.MONITOR, DirectiveAction.STATUS)
"""Actions whose directives stay in the label's own order."""
NAMES_OTHERS = (DirectiveAction.INTERACTION, DirectiveAction.CONTRAINDICATED)


def _made(draft: Draft, own: str) -> Directive:
    """The directive with the names that stand in its clause."""
    action, clause = draft
    record, text = clause.record, clause.text
    other = naming.others(text, own) if action in NAMES_OTHERS else ""
    match = INDICATED_FOR.search(text) if action is DirectiveAction.INDICATED else None
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
    yield Draft(DirectiveAction.BOXED_WARNING, clauses.without(clause, BOXED_LEAD))


def _indications(clause: Clause, own: str) -> Iterator[Draft]:
    if STATUS.search(clause.quote):
        yield Draft(DirectiveAction.STATUS, clause)
    elif _NO_USE.search(clause.quote):  # who is not to have it: `should not be used in ...`
        yield Draft(DirectiveAction.CAUTION, clause)
    elif INDICATED.search(clause.quote) or clause.intro:
        at = beside.start() if (beside := _NOT_FOR.search(clause.quote)) else len(clause.quote)
        yield Draft(DirectiveAction.INDICATED, clause.upto(at))
        yield from [Draft(DirectiveAction.NOT_RECOMMENDED, clause.after(at))] if beside else []
    elif SERIOUS.search(clause.quote):  # a limitation of use: `is not recommended for ...`
        yield Draft(DirectiveAction.CAUTION, clause)


_NOT_FOR: Final = caseless(
    r"; (?:it|they) (?:is|are|should|does|do|must) (?:not|no longer) (?:be )?(?:for|used|recommended|treat\w*|given)\b"
)
"""`A is indicated for B; it is not for C`: of C the label keeps it away."""
_NO_USE: Final = expression(
    r"^[^,;:]{0,80}\b(?:should|must|is|are) not (?:to )?be (?:used|given|taken)\b", re.IGNORECASE
)


def _contraindications(clause: Clause, own: str) -> Iterator[Draft]:
    bars = re.search(r"contra-?indicated|do not use|must not|should not", clause.quote, re.IGNORECASE)
    if not bars and not clause.intro and not clause.listed and len(clause.text.split()) > SHORT:
        yield from _warnings(clause, own)
        return
    lead = CONTRA_LEAD if CONTRA_LEAD.match(clause.quote) else OTC_LEAD
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
    if not (STOP.search(clause.quote) and STOP_CONDITION.search(clause.quote)):
        return False
    other = ANOTHER_STOPPED.search(clause.quote)
    what = (other["first"] or other["what"]).lower() if other is not None else own
    return own in what or not naming.others(what, own)


def _warnings(clause: Clause, own: str) -> Iterator[Draft]:
    half = clause.quote.find("; ")
    if MONITOR.search(clause.quote):
        if half > 0 and CAUTION_LEAD.match(clause.quote):
            yield from _warnings(clause.upto(half), own)
            yield from _warnings(clause.after(half + 2), own)
        else:
            yield Draft(DirectiveAction.MONITOR, clauses.without(clause, MONITOR_LEAD))
    elif _stops(clause, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif CAUTION.search(clause.quote) or OTC_LEAD.match(clause.quote) or clause.intro or SHOULD.search(clause.quote):
        lead = CAUTION_LEAD if CAUTION_LEAD.match(clause.quote) else OTC_LEAD
        yield Draft(DirectiveAction.CAUTION, clauses.without(clause, lead))
    elif MEETING.search(clause.quote) and naming.others(clause.text, own):  # what comes of it beside another
        yield Draft(DirectiveAction.CAUTION, clause)


def _stop(clause: Clause, own: str) -> Iterator[Draft]:
    yield Draft(DirectiveAction.STOP, clauses.without(clause, OTC_LEAD))


def _interactions(clause: Clause, own: str) -> Iterator[Draft]:
    if _stops(clause, own) and not naming.others(clause.text, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif (EFFECT.search(clause.quote) or MEETING.search(clause.quote) or _dose(clause)) and (
        clause.intro or FIGURE.search(clause.quote) or naming.others(clause.text, own)
    ):
        yield Draft(DirectiveAction.INTERACTION, clause)
    elif MONITOR.search(clause.quote):
        yield Draft(DirectiveAction.MONITOR, clauses.without(clause, MONITOR_LEAD))


def _dosage(clause: Clause, own: str) -> Iterator[Draft]:
    if NO_LICENCE.search(clause.quote):
        yield Draft(DirectiveAction.NOT_RECOMMENDED, clause)
    elif _watched(clause):
        yield Draft(DirectiveAction.DOSE, clause)
    elif MONITOR.search(clause.quote):
        yield Draft(DirectiveAction.MONITOR, clauses.without(clause, MONITOR_LEAD))
    elif _stops(clause, own):
        yield Draft(DirectiveAction.STOP, clause)
    elif TAKING.search(clause.quote) or _dose(clause) or (people_in(clause.text) and SERIOUS.search(clause.quote)):
        yield Draft(DirectiveAction.DOSE, clause)
    elif SERIOUS.search(clause.quote) or SHOULD.search(clause.quote):  # `should not be started with ...`
        yield Draft(DirectiveAction.CAUTION, clause)


def _watched(clause: Clause) -> bool:
    """Whether a dose is told that is given with watching: `5 mg once daily, with close monitoring` is no check."""
    told, aside, _ = _ASIDE.split(clause.quote, maxsplit=1) if _ASIDE.search(clause.quote) else (clause.quote, "", "")
    return bool(aside) and not MONITOR.search(told) and TAKING.search(told) is not None


def _adverse(clause: Clause, own: str) -> Iterator[Draft]:
    if FIGURE.search(clause.quote) or ADVERSE.search(clause.quote):
        yield Draft(DirectiveAction.ADVERSE_EFFECT, clause)


def _special(clause: Clause, own: str) -> Iterator[Draft]:
    yield Draft(DirectiveAction.SPECIAL_POPULATION, clause)


def _overdosed(clause: Clause, own: str) -> Iterator[Draft]:
    """Of too much of a medicine only what is done at a value that may be met without any overdose (`excessive INR`)."""
    if GOES_OFF.search(clause.quote) and measured.sets_limit(clause.quote):
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
