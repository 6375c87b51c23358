"""Uses: for which illness a direction of a label or guideline is, and whether that is the one asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.evidence.arms import choices
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.once import once, once_for
from probatum.apply.patient import after_operation, illness_names, modes
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, Patient, Role
from probatum.text import doses, words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


@lru_cache(maxsize=1024)
def names_a_use(text: str) -> bool:
    """Whether a direction names an illness, or an operation after which it holds."""
    ill = (m for m in vocabulary.load().find(text) if m.term.semantic == "condition")
    return bool(_OPERATED.search(text)) or any(not _any_illness(text, m.start, m.end) for m in ill)


def _any_illness(text: str, start: int, end: int) -> bool:
    """Whether a word is for illness as such; `infections` is, unless it is said of what."""
    word = text[start:end].lower()
    said_of = text[end:].startswith((" of ", " with "))
    return word in _ANY_ILLNESS or (word in ("infection", "infections") and not said_of)


_ANY_ILLNESS: Final = ("disease", "diseases", "disorder", "disorders", "illness", "condition", "syndrome")
"""Words for illness as such: `according to the disease` is said of a dose for each of them."""
_OPERATED: Final = caseless(
    r"\b(?:after|before|for|in|during|undergoing)\b[^.;,]{0,40}\b(?:surgery|operations?|\w+ectomy)\b"
)


@once_for
def for_another_use(item: Directive, context: Context) -> bool:
    """Whether a dose is told for a use, and that is none that the question names."""
    befalling = _befalling(context, item.drug)
    if after_operation.is_for(item, context):
        return False
    by_organ = context.by_organ  # nor is an organ by which a dose is fitted a use
    illnesses = [c for c in befalling if c.semantic == "condition" and not by_organ]
    if of_what_is_prevented(item, context) or _prevents_what_is_there(item, illnesses, context):
        return True
    if any(_without(item, c) for c in illnesses) or modes.another(item.text, context.question.read):
        return True
    if _beside_a_procedure(item, context) or _keeps_another_away(item, context):
        return True
    text = item.text if _of_an_organ(item, context) else _ORGAN.sub(" ", item.text)
    text = _without_the_old(text)
    named = names_a_use(text) or (_is_ill(illness_names.opening(text)) and not _of_a_phase(item, context))
    if not illnesses and (lived_with := worn(context)):
        return _is_ill(illness_names.opening(text)) and not any(illness_names.treats(item, c) for c in lived_with)
    return bool(illnesses) and named and not any(illness_names.treats(item, c) for c in befalling)


@once
def worn(context: Context) -> tuple[Concept, ...]:
    """What the people of a question live with that is no illness: a heart valve of metal, a stent. Where that alone is
    told, what is for an illness is for others."""
    told = [c for c in context.question.having(Role.POPULATION) if c.semantic in ("", "procedure")]
    ill = any(c.semantic in _BEFALLS for c in context.question.concepts)
    return () if ill else tuple(c for c in told if c.id and not fitting.special(f"{c.label} {c.text}"))


@lru_cache(maxsize=1024)
def _without_the_old(text: str) -> str:
    """A direction without a list of people that it opens with and the old are in: the illnesses beside them (`in older
    people and in heart disease`) are states of some who take it, and no use."""
    found = _LISTED.match(text)
    parts = _EACH.split(found["who"]) if found else []
    old = any(fitting.OLD.search(part) and not names_a_use(part) for part in parts)
    return text[found.end() :] if found and old else text


_LISTED: Final = caseless(r"in (?P<who>[^;.]{3,140}?), (?!(?:and |or )?in\b|and\b|or\b)")
_EACH: Final = caseless(r",? (?:and |or )?in ")


def _befalling(context: Context, drug: str) -> list[Concept]:
    """The illnesses and complaints of the question that its people have, and those with which the label of a medicine
    takes them in: its doses are told for the latter."""
    befalls = (c for c in context.question.concepts if c.semantic in _BEFALLS)
    had = [c for c in befalls if not _lacked(context.question.read.lower(), c.text.lower())]
    meant = [d.text for _, d in context.directives(DirectiveAction.INDICATED) if d.drug == drug]
    return [*had, *(host for c in had for text in meant for host in _taking_in(text, c))]


@lru_cache(maxsize=1024)
def _taking_in(text: str, concept: Concept) -> tuple[Concept, ...]:
    """The illness that an indication names and with which it takes in another: deep vein thrombosis, `with or without
    pulmonary embolism`."""
    found = _TAKES_IN.search(text)
    if found is None or not any((own := words.stems(n)) and own <= words.stems(found["what"]) for n in concept.names):
        return ()
    hosts = [m.term for m in vocabulary.load().find(text[: found.start()]) if m.term.semantic == "condition"]
    one = Role.POPULATION
    return tuple(
        Concept(t.label, t.label, one, t.semantic, t.id, t.synonyms, broader=t.broader)
        for t in hosts[-1:]
        if t.label != concept.label
    )


_TAKES_IN: Final = caseless(r"\b(?:with or without|whether or not with|including) (?P<what>[^.;,]{3,60})")


@lru_cache(maxsize=512)
def _lacked(read: str, named: str) -> bool:
    """Whether an illness is named as one that the people of the question do not have: `who has no gravel`."""
    return any(_LACKS.search(read[max(0, m.start() - 40) : m.start()]) for m in re.finditer(re.escape(named), read))


_LACKS: Final = caseless(
    r"\b(?:without|no|not|nor|non|never had|free of|isn't|aren't|doesn't have|don't have)[ -]"
    r"(?:(?:any|an?|known|have|having|had|got|also|yet|been|type [12]|previous) ){0,3}$"
)
_ORGAN: Final = caseless(
    r"\b(?:kidney|renal|hepatic|liver) (?:and (?:kidney|renal|hepatic|liver) )?(?:impairment|disease|failure"
    r"|dysfunction|insufficiency)\b"
)
"""Organs by which a dose is fitted to a patient: no use, unless the label is for their illness."""
_FITTED: Final = caseless(r"\b(?:mild|moderate|severe|end-stage|impairment|e?gfr|clearance|dialysis|stage \d)\b")


def suited(rows: Sequence[Row], context: Context) -> list[Row]:
    """Doses without those for another use, and without what a label that has only such says of kidneys and the like:
    that fits the dose of the other use."""
    kept = [row for row in rows if not for_another_use(row[1], context) and not _without_asked(row[1], context)]
    gone = {a.record.id for a, d in rows if doses.read(d.text) and for_another_use(d, context)}

    def bare(item: Directive) -> bool:
        bounds = bool(doses.read(item.text)) and _LIMIT.search(item.text) is not None
        return (fitted_alone(item) or bounds) and not any(
            illness_names.treats(item, c) for c in _befalling(context, item.drug)
        )

    usual = {a.record.id for a, d in kept if doses.read(d.text) and not bare(d)}
    kept = [(a, d) for a, d in kept if a.record.id not in gone - usual or not bare(d)]
    return _with_start(rows, kept)


def _without_asked(item: Directive, context: Context) -> bool:
    """Whether a dose is for people without another of the medicines that the question puts together."""
    asked = () if choices(context.question) else context.question.having(Role.INTERVENTION)
    others = tuple(c.label for c in asked if c.semantic == "drug" and c.label.lower() != item.drug.lower())
    return bool(others) and fitting.goes_without(item.text, Patient(drugs=others))


def without_other(rows: Sequence[Row], context: Context) -> list[Row]:
    """Doses that are for people without another of the medicines that the question puts together."""
    return [row for row in rows if not for_another_use(row[1], context) and _without_asked(row[1], context)]


_LIMIT: Final = caseless(r"\b(?:maxim\w+|above|exceed\w*|not (?:been )?studied|divided doses)\b")
"""What bounds or parts a dose and tells none: it bounds those of the other use."""
_STARTS: Final = caseless(r"\bstart(?:s|ing|ed)?\b|\binitial\b")


_GOES_ON: Final = caseless(r"\b(?:in|from|at) weeks? (?:[2-9]|[1-9]\d)\b|\bafter the first \d+ weeks\b")


def starts(rows: Sequence[Row]) -> list[Directive]:
    """The doses that courses begin with of which later steps are told, too."""
    later = {a.record.id for a, d in rows if _GOES_ON.search(d.text)}
    return [d for a, d in rows if a.record.id in later and _STARTS.search(d.text)]


def _with_start(rows: Sequence[Row], kept: Sequence[Row]) -> list[Row]:
    """The doses with the one that a course begins with, where only its later steps were left: who is told of week 5 has
    to be told of weeks 1 to 4."""
    later = {a.record.id for a, d in kept if _GOES_ON.search(d.text)}
    begun = {a.record.id for a, d in kept if _STARTS.search(d.text)}
    first = [r for r in rows if r not in kept and r[0].record.id in later - begun and _STARTS.search(r[1].text)][:1]
    return [row for row in rows if row in kept or row in first]


def fitted_alone(item: Directive) -> bool:
    """Whether a dose is told for kidneys and the like alone, and for no illness."""
    special = fitting.special(item.text) and bool(doses.read(item.text))
    begins = illness_names.opening(item.text)
    if begins and not fitting.special(begins):
        return False  # it opens with what it is for: `in mild to moderate infections`
    return special and not names_a_use(_ORGAN.sub(" ", item.text))


_SURGERY: Final = words.stems(
    "surgery surgical operation operated operative postoperative perioperative anaesthesia theatre"
)


def _beside_a_procedure(item: Directive, context: Context) -> bool:
    """Whether a dose opens with something that is done to people and of which the question says nothing: what is given
    with chemotherapy is no dose for the same complaint of another cause."""
    what = illness_names.opening(item.text)
    done = [m.term for m in vocabulary.load().find(what) if m.term.semantic == "procedure"] if what else []
    asked = words.stems(f"{context.question.read} {context.question.typed}")
    if _OPERATED.search(item.text) and not asked & _SURGERY:
        return True
    usual = any(fitting_.search(what) for fitting_ in (_FITTED, _ORGAN))
    return bool(done) and not usual and not any(words.stems(t.label) & asked for t in done)


def _of_an_organ(item: Directive, context: Context) -> bool:
    """Whether a direction is for the illness of an organ that its label is for: `in chronic kidney disease, 10 mg`."""
    if _ORGAN.search(item.text) is None or _FITTED.search(item.text):
        return False
    meant = (d for _, d in context.directives(DirectiveAction.INDICATED) if d.drug == item.drug)
    return any(_ORGAN.search(d.text) for d in meant)


def keeps_away_what_is_there(item: Directive, context: Context) -> bool:
    """Whether advice is on keeping away the very illness that the question's people have."""
    return _prevents_what_is_there(item, context.question.having(Role.POPULATION), context)


def of_what_is_prevented(item: Directive, context: Context) -> bool:
    """Whether a dose treats the very attack that the question wants kept away: `for an acute flare`."""
    prevents = context.question.intent is Intent.PREVENTION or bool(PREVENTS.search(context.question.read))
    if not prevents or _KEEPS_AWAY.search(item.text) or _TO_A_TARGET.search(item.text):
        return False
    return any(illness_names.speaks(item, c) for c in context.question.having(Role.OUTCOME) if c.semantic in _BEFALLS)


_TO_A_TARGET: Final = caseless(
    r"\b(?:raised|increased|titrated)\b[^.;]{0,60}\buntil\b[^.;]{0,40}\b(?:at|on|in|its) target\b"
)
"""A dose that is raised to a target is one for long, which keeps attacks away; none is given so in an attack."""
_KEEPS_AWAY_IN: Final = caseless(r"\bto (?:prevent|lower the risk of) [^.;,]{3,60}? (?:in|with) (?P<who>[^.;,]{3,80})")


def in_other_people(item: Directive, context: Context) -> bool:
    """Whether a recommendation is `to prevent X in Y`, and the question is on people with another illness than Y."""
    if _opens_in_others(item, context):
        return True
    found = _KEEPS_AWAY_IN.search(item.text)
    people = [c for c in context.question.concepts if c.semantic == "condition"]
    if found is None or not context.question.population or not people:
        return False
    whose = [m.term.label for m in vocabulary.load().find(found["who"]) if m.term.semantic == "condition"]
    own = {name.lower() for c in people for name in (c.label, c.text, *c.synonyms, *c.broader)}
    return bool(whose) and all(label.lower() not in own for label in whose)


def _opens_in_others(item: Directive, context: Context) -> bool:
    """Whether something is to be kept away from people with an illness, and advice opens with other people (`in people
    with X,`): with those who have had it, or with another illness."""
    if not (context.question.intent is Intent.PREVENTION or PREVENTS.search(context.question.read)):
        return False
    kept = any(c.semantic == "condition" for c in context.question.having(Role.OUTCOME))
    people = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    found = _OPENS_IN.match(item.text)
    if found is None or not (kept and people) or any(illness_names.speaks(item, c) for c in people):
        return False
    return bool(_LEVEL.match(found["who"])) or _is_ill(found["who"])


_OPENS_IN: Final = caseless(r"^\W*in (?P<who>[^;.]{3,120}?), (?:NICE|the|a|an|says|it)\b")
_LEVEL: Final = caseless(r"(?:high|raised|low) \w+")
"""What is measured and called an illness by its height: `in high cholesterol`."""


def only_kept_away(item: Directive, context: Context) -> bool:
    """Whether a recommendation in a guideline on another illness names what the question's people have only as what is
    kept away from others (`a low stroke risk`, under `Preventing stroke`)."""
    if context.question.intent is Intent.PREVENTION or PREVENTS.search(context.question.read):
        return False
    ill = [c for c in context.question.concepts if c.semantic == "condition"]
    there = [c for c in ill if c.role is Role.POPULATION]
    title = item.span.source.title
    known = [m.term for m in vocabulary.load().find(title) if m.term.semantic == "condition"]
    if not there or not known or any(illness_names.speaks(_titled(item, title), c) for c in ill):
        return False
    heading = item.span.source_section.heading
    cut = "" if _PREVENTING.match(heading) else item.condition
    bare = msgspec.structs.replace(item, text=_AT_RISK.sub(" ", item.text), condition=cut)
    return any(illness_names.speaks(item, c) for c in there) and not any(illness_names.speaks(bare, c) for c in there)


def _titled(item: Directive, title: str) -> Directive:
    return msgspec.structs.replace(item, text=title, condition="")


_PREVENTING: Final = caseless(r"\W*(?:preventing|prevention of|prophylaxis (?:of|against)|avoiding)\b")
_AT_RISK: Final = caseless(
    r"\b(?:to )?(?:prevent(?:ing|ion of)?|avoid|lower the risk of|risk of) (?:an? )?[\w-]+(?: [\w-]+)?"
    r"|\b[\w-]+ risk\b"
)
"""An illness that is only feared."""


def _prevents_what_is_there(item: Directive, illnesses: Sequence[Concept], context: Context) -> bool:
    """Whether a dose is to prevent the very illness that the question's people have: `to prevent thrombosis in hip
    replacement` is no dose for a thrombosis."""
    found = _TO_PREVENT.search(item.text)
    if found is None or context.question.intent is Intent.PREVENTION or PREVENTS.search(context.question.read):
        return False
    kept_away = msgspec.structs.replace(item, text=found["what"], condition="")
    there = [c for c in illnesses if c.role is Role.POPULATION]
    return any(illness_names.treats(kept_away, c) or words.stems(kept_away.text) <= words.stems(c.label) for c in there)


def _keeps_another_away(item: Directive, context: Context) -> bool:
    """Whether a dose is to keep the next attack away, where one is to be treated."""
    wanted = context.question.intent is Intent.PREVENTION or PREVENTS.search(context.question.read)
    return not wanted and bool(_NEXT.match(item.text)) and not _NEXT_ASKED.search(context.question.read)


_NEXT: Final = caseless(r"\W*(?:to prevent|(?:for )?(?:prevention|prophylaxis) of) recurren")
_NEXT_ASKED: Final = caseless(r"\b(?:recurr\w*|again|long[- ]term|prophyla\w*|repeated|frequent)\b")


_TO_PREVENT: Final = caseless(
    r"\b(?:to prevent|(?:prevention|prophylaxis) of) (?!recurren)(?P<what>[^.;,]{3,60}?)"
    r"(?= (?:in|after|during|before)\b|[.;,]|$)"
)
_BEFALLS: Final = ("condition", "symptom")


_KEEPS_AWAY: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|lower\w*|reduc\w*|maintenance|long-term)\b")


@once
def treated(context: Context) -> tuple[Concept, ...]:
    """Of several illnesses in the question those that the labels of the treatment are for: the others are the
    patient's. Empty where that parts nothing."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    meant = [d for _, d in context.directives(DirectiveAction.INDICATED)]
    return tuple(c for c in ill if any(illness_names.treats(d, c) for d in meant)) if len(ill) > 1 else ()


def _without(item: Directive, concept: Concept) -> bool:
    """Whether a dose is for people without the illness that the patient has."""
    lacked = [words.stems(found[0]) for found in illness_names.LACKING.finditer(item.text)]
    names = [words.stems(n) for n in (*concept.names, *concept.broader[:1])]
    return any(own and own <= said for own in names for said in lacked)


def of_the_illness(rows: Sequence[Row], context: Context) -> list[Row]:
    """Where some dose names the illness, none that opens with another complaint: `in mania, 750 mg`."""
    own = [row for row in rows if any(illness_names.treats(row[1], c) for c in _befalling(context, row[1].drug))]
    return [row for row in rows if row in own or not _opens_with_ill(row[1].text)] if own else list(rows)


def _of_a_phase(item: Directive, context: Context) -> bool:
    """Whether what a dose opens with is a phase of the illness that its label is for: `in mania` where it is for manic
    episodes of the illness asked about."""
    said = {word[:_ROOT] for word in words.content(illness_names.opening(item.text).lower()) if len(word) >= _ROOT}
    meant = (d for _, d in context.directives(DirectiveAction.INDICATED) if d.drug == item.drug)
    uses_ = (d.text.lower() for d in meant if context.indicated_for_this(d))
    return any(said & {word[:_ROOT] for word in words.content(use)} for use in uses_)


_ROOT: Final = 4
"""Letters by which words are of one root: `mania` and `manic`."""


def _is_ill(words_: str) -> bool:
    return any(m.term.semantic in _BEFALLS for m in vocabulary.load().find(words_)) if words_ else False


@lru_cache(maxsize=1024)
def _opens_with_ill(text: str) -> bool:
    found, whom = _IN.match(text), illness_names.opening(text)
    named = vocabulary.load().find(text[:60]) if found else ()
    if any(m.start == found.end() and m.term.semantic in ("condition", "symptom") for m in named if found):
        return True
    return found is not None and not fitting.special(whom) and _is_ill(_ORGAN.sub(" ", whom))


_IN: Final = caseless(r"(?:in|for|to treat) (?:acute |chronic |severe |mild )?")
