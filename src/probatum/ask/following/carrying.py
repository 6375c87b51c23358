"""Carrying: follow-ups of a few words that stand in the place of a few words of the last question, or behind it.

`3 mm?` takes the place of `6 mm`, `hip as well?` that of `knee`; `on her face?` narrows the whole last question; `can I
drive` is asked of the people and the treatment of the last question.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.people import VALUES
from probatum.ask.following.phrases import (
    among,
    compared_of,
    illnesses,
    labels,
    people_of,
    problem_of,
    treatment_of,
    treatments,
)
from probatum.model import FollowUp, FollowUpKind, Intent, Question, Role
from probatum.text import words
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_TAIL: Final = expression(r"\W*\b(?:as well|too|instead|then|though|please|pls)?\W*$", _I)
_NUMBER: Final = expression(
    r"^(?:at |after |within |for )?(?P<number>\d+(?:\.\d+)?) ?"
    r"(?P<unit>mm|cm|hrs?|hours?|h|days?|weeks?|wks?|months?|years?|yrs?)?$",
    _I,
)
_COUNTED: Final = expression(
    r"(?P<number>\b\d+(?:\.\d+)?) ?(?P<unit>mm|cm|hrs?|hours?|h|days?|weeks?|wks?|months?|years?|yrs?)\b", _I
)
_SITES: Final = (
    "knees?|hips?|shoulders?|elbows?|wrists?|ankles?|hands?|thumbs?|fingers?|feet|foot|toes?|heels?|back|neck|jaw|face"
    "|scalp|arms?|legs?|eyes?|ears?"
)
_SITE: Final = expression(rf"\b(?:{_SITES})\b", _I)
_ACCURACY: Final = expression(
    r"\b(?:sensitivity|specificity|accuracy|(?:positive |negative )?predictive value|likelihood ratio"
    r"|false[- ](?:positive|negative)s?(?: rate)?)\b",
    _I,
)
_HOW_OFTEN: Final = expression(
    r"^\W*(?:and |so |but )*how (?:often|soon|frequently) "
    r"(?:(?:do|should|to|must|the|a|check|measure|test|we|i|you) ){0,4}"
    rf"(?P<what>{VALUES}|ecgs?|bloods?|u&es?|lfts?|blood tests?|blood pressure|(?:blood |drug )?levels?)\b",
    _I,
)
"""How often a value is measured, though its name is a drug's too."""
_FEW: Final = 5
_VALUE: Final = expression(VALUES, _I)
_QUESTION: Final = expression(
    r"^\W*(?:what(?! (?:if|about|of)\b)|is|are|can|could"
    r"|do|does|did|should|shall|will|would|may|might|must|has|have|why|how|when|where|which|who)\b",
    _I,
)


def fragment(text: str) -> str:
    """The words that say something: without `and`, `what about`, `as well`."""
    return _TAIL.sub("", cues.LEAD.sub("", text)).strip(" ?.!,;:")


def swapped(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`3 mm?`, `hip as well?`, `specificity`, `and tissue valve`: what takes the place of its like."""
    said = fragment(text)
    if not said or len(said.split()) > _FEW or {c.label for c in treatments(own)} - labels(last):
        return None
    asked = _by_number(said, last.typed) or _by_like(said, last.typed) or _by_head(said, last.typed)
    if not asked or asked == last.typed:
        return None
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"the last question with {said}")


def _by_number(said: str, before: str) -> str:
    number = _NUMBER.fullmatch(said)
    held = [m for m in _COUNTED.finditer(before) if number and _alike(number["unit"], m["unit"])]
    if number is None or len(held) != 1:
        return ""
    return f"{before[: held[0].start('number')]}{number['number']}{before[held[0].end('number') :]}"


def _alike(unit: str | None, other: str) -> bool:
    return unit is None or unit[0].lower() == other[0].lower()


def _by_like(said: str, before: str) -> str:
    for like in (_SITE, _ACCURACY):
        new, old = like.findall(said), list(like.finditer(before))
        if len(new) == 1 and len(old) == 1 and like.fullmatch(said):
            return f"{before[: old[0].start()]}{new[0]}{before[old[0].end() :]}"
    return ""


def _by_head(said: str, before: str) -> str:
    """Two words of which the second stands in the question behind another word that is no small one."""
    parts = said.split()
    if len(parts) != 2 or not all(part.isalpha() for part in parts):
        return ""
    found = re.search(rf"\b(?P<first>[a-z-]{{4,30}}) {re.escape(parts[1])}\b", before, _I)
    if found is None or not words.content(found["first"]) or found["first"].lower() == parts[0].lower():
        return ""
    return f"{before[: found.start()]}{said}{before[found.end() :]}"


_WITHOUT: Final = expression(
    r"^\W*(?:(?:and|but|or|what about|how about|what if|if) )*(?:(?:he|she|they|i|the patient) )?"
    r"(?:(?:is|are|am|was|has|have|had|'s) )?(?:(?:already|now|recently|just) )?"
    r"(?P<lack>without|no(?=\W)|hasn'?t got(?: an?| any)?|has no|have no|there is no|not on|not taking|off"
    r"|no longer (?:on|takes|taking|uses|using)|stopped(?: taking)?|came off"
    r"|(?:does not|doesn't|do not|don't) (?:take|use)) (?P<what>[\w' -]{3,40})\W*$",
    _I,
)


def without(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and without oxygen?`: the same question in people who do not get or have it, which is no treatment instead."""
    found = _WITHOUT.match(text)
    named = {c.label for c in (*treatments(own), *illnesses(own))}
    if found is None or not named or named & labels(last):
        return None
    lack = found["lack"].lower()
    lack = lack if lack in ("without", "off") else "without" if _HAS_NONE.search(lack) else "not on"
    asked = f"{last.typed.rstrip('?. ')}, in people {lack} {found['what'].strip()}?"
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the last question in people {lack} {found['what']}")


_HAS_NONE: Final = expression(r"^no\b(?! longer)|hasn'?t got|ha(?:s|ve) no|there is no", _I)
_ABOUT: Final = expression(r"^\W*(?:and |but |so )*(?:what|how) about\b", _I)
_BARE: Final = expression(r"^\W*(?:and |so |but )?how (?:often|much|many|soon)\W*$", _I)
"""A question that says nothing by itself."""
_ON: Final = ": effect on "
_HARMS: Final = expression(
    r"^(?:hypo(?:glyc\w+)?s?|bleed(?:ing|s)?|falls?|fractures?|weight (?:gain|loss)|drowsiness|sleepiness"
    r"|rash(?:es)?|cough|infections?|fits?|seizures?|swelling|bruising|cancer|addiction|dependence|overdose|withdrawal)$",
    _I,
)
"""Troubles that treatments are feared for."""


def feared(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`hypos?`, `constipation?`: whether the last treatment brings it, and not somebody who has it already."""
    ill = illnesses(own)
    said = fragment(text)
    if len(ill) != 1 or not last.intervention or ill[0].label in labels(last) or treatments(own):
        return None
    if said.lower().startswith("for ") or last.intent is Intent.PREVENTION:
        return None  # what a treatment is for is not feared of it
    more = cues.OF_STUDY.search(text) is not None and cues.MORE.search(text) is not None
    named = ill[0].semantic == "symptom" or _HARMS.match(fragment(typed))
    if not more and (len(said.split()) > 2 or not named):
        return None
    both = len({c.label for c in last.having(Role.INTERVENTION)}) > 1  # two together are no question of what each does
    asked = f"Does {compared_of(last)} cause {ill[0].label}{people_of(last)}?"
    asked = f"{last.typed.partition(_ON)[0].rstrip('?. ')}{_ON}{ill[0].label}" if both else asked
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {treatment_of(last)} brings {ill[0].label}")


def tested(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and ecg`, `what INR target`: a test beside the last treatment."""
    named = treatments(own)
    drugs = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    value = _VALUE.fullmatch(fragment(typed)) is not None
    often = _HOW_OFTEN.match(typed)
    if drugs and often and not illnesses(own):
        asked = (
            f"How often should {often['what']} be measured with {treatment_of(last)}{people_of(last) or among(last)}?"
        )
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"a test with {treatment_of(last)}")
    if not drugs or illnesses(own) or not named or (any(c.semantic != "test" for c in named) and not value):
        return None
    said, people = fragment(text), people_of(last) or among(last)
    if value or (len(said.split()) <= 2 and named[0].text.lower() == said.lower()):
        asked = f"Is {said} needed with {treatment_of(last)}{people}?"
    else:
        asked = f"{text.strip().rstrip('?. ')} with {treatment_of(last)}{people}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"a test with {treatment_of(last)}")


def carried(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """What no rule understands and what names no drug or illness of its own: a question is asked of the same people, a
    few words narrow the last question."""
    if {c.label for c in (*treatments(own), *illnesses(own))} - labels(last) or len(words.content(text)) > _FEW + 1:
        return None
    said, told = fragment(text), words.content(text)
    if typed[:1].islower() and said[1:2].islower():
        said = said[:1].lower() + said[1:]  # read as the beginning of a sentence, which it no longer is
    if not told and not _BARE.match(text):
        return None
    if _QUESTION.match(text) and not _BARE.match(text):
        treatment, people = treatment_of(last), people_of(last) or among(last)
        unsaid = [n for n in treatment.split(" and ") if n.lower() not in text.lower()]
        besides = f" with {' and '.join(unsaid)}" if treatment and unsaid else ""
        prevents = problem_of(last) if last.intent is Intent.PREVENTION else ""
        asked = f"{text.strip().rstrip('?. ')}{besides}{prevents}{people}?"
    elif _ABOUT.match(text) and last.intervention and not cues.LEANING.search(said):
        asked = f"What about {said} with {treatment_of(last)}{people_of(last) or among(last)}?"
    elif cues.LEANING.search(text) or _ABOUT.match(text) or len(set(told)) > 1:  # `blah blah` says nothing
        asked = f"{last.typed.rstrip('?. ')}, {said}?"
    else:
        return None
    return FollowUp(typed, FollowUpKind.ASPECT, asked, "the last question with these words")
