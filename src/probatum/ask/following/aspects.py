"""Aspects: follow-ups that ask of another side of the last treatment: its dose, harms, workings, or what it is for."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.phrases import (
    among,
    before,
    condition_of,
    illnesses,
    labels,
    other_of,
    people_of,
    people_with,
    problem_of,
    treatment_of,
    treatments,
)
from probatum.ask.intent import asks_outlook
from probatum.model import FollowUp, FollowUpKind, Intent, Question, Role
from probatum.text import doses, words
from probatum.text.expressions import expression

ASPECTS: Final = {
    Intent.HARM: "What are the adverse effects of {treatment}{people}?",
    Intent.DOSING: "What is the dose of {treatment}{problem}{people}?",
    Intent.MECHANISM: "What is the mechanism of {treatment}{problem}{people}?",
    Intent.PROGNOSIS: "What is the prognosis of {condition}?",
    Intent.DIAGNOSIS: "How is {condition} diagnosed?",
    Intent.PREVENTION: "Does {treatment} prevent {condition}?",
}
"""Each kind of question as it is asked again of what was asked about last."""
_WATCH: Final = expression(r"\b(?:monitor\w*|watch for|blood tests?|check(?:ed|s)? (?:before|during))\b", re.IGNORECASE)
_OF_TESTS: Final = expression(
    r"(?:test\w*|diagnos\w*|confirm\w*|find|found|know|tell|sure|need\w*|made|done|way|best|checks?|screen\w*|how)",
    re.IGNORECASE,
)
"""Words of a question on nothing but how an illness is told."""
_PRONOUN: Final = expression(
    r"\b(?:it|this|(?<!things )(?<!people )(?<!someone )(?<!something )(?<!anything )that|them|they"
    r"|the (?:drug|medicine|treatment)|this (?:drug|medicine|treatment))\b",
    re.IGNORECASE,
)
_DISEASE: Final = expression(r"\b(?:the|this|that|their|his|her|my) (?:disease|condition|illness)\b", re.IGNORECASE)


_IN_WOMB: Final = expression(r"\b(?:unborn|f(?:o)?etus|bump|pregnan\w*)\b", re.IGNORECASE)


def dose(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is 600 mg better?`: the same treatment at another dose."""
    found = doses.read(text)
    if not found or not last.intervention or [d for d in treatments(own) if d.label not in labels(last)]:
        return None
    amount = text[found[0].start : found[0].end]
    asked = f"{treatment_of(last)} {amount}{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.DOSE, asked, f"the same treatment at {amount}", dose=amount)


def subject(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`does it raise potassium?`: what the last treatment does to something, though that is a drug's name too."""
    if not last.intervention or not cues.SUBJECT.search(text):
        return None
    if cues.SIDE_EFFECTS.search(typed):
        asked = f"What are the adverse effects of {treatment_of(last)}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"harms of {treatment_of(last)}")
    return pronoun(typed, text, own, last)


def noticed(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and my muscles ache on it`: whether the last treatment brings a trouble that came with it."""
    ill = [c for c in illnesses(own) if c.label not in labels(last)]
    if not ill or treatments(own) or not last.intervention or not cues.NOTICED.search(text):
        return None
    asked = f"Does {treatment_of(last)} cause {ill[0].label}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {treatment_of(last)} brings {ill[0].label}")


_HAS_NOW: Final = expression(
    r"^\W*(?:(?:and|but|so|also)\b\W*)?(?!(?:what|which|how|is|are|can|could|does|do|did|should|will|would|why)\b)"
    r"(?![^?]{0,60}\b(?:for|to treat|against)\b)[^?]{3,60}\b(?:now|since|again)\W*$",
    re.IGNORECASE,
)
_TOLD: Final = 3
"""Content words of a trouble that is told of the medicine: `codeine constipated now`."""


def has_now(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`codeine constipated now` behind a question on codeine for something else: whether codeine brings it."""
    ill = [c for c in illnesses(own) if c.label not in labels(last)]
    named = {c.label for c in treatments(own)}
    asked_of = {c.label for c in last.having(Role.INTERVENTION) if c.semantic == "drug"}
    few = len(words.content(typed)) <= _TOLD and _HAS_NOW.match(typed)
    if not few or len(ill) != 1 or ill[0].semantic != "symptom" or not named or not named <= asked_of:
        return None
    asked = f"Does {treatment_of(last)} cause {ill[0].label}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {treatment_of(last)} brings {ill[0].label}")


def again(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`so should I take it or not?`: the last question itself."""
    if not last.intervention or treatments(own) or illnesses(own) or not cues.OR_NOT.search(text):
        return None
    return FollowUp(typed, FollowUpKind.ASPECT, last.typed, "the question itself")


def amount(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`how much then?`, `how many times do I do it`: how much of the last treatment, or how often; `how much A, he is
    20 kg`: how much of another for the same people."""
    if not last.intervention or illnesses(own) or not cues.HOW_MUCH.search(text):
        return None
    new = list(dict.fromkeys(d.label for d in treatments(own) if d.semantic == "drug" and d.label not in labels(last)))
    if len(new) == 1 and (own.patient.weight or own.patient.age):
        asked = f"What is the dose of {new[0]}{problem_of(last)}{people_with(last, own.patient, [])}?"
        return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{new[0]} in place of {treatment_of(last)}")
    if treatments(own):
        return None
    if (taken := [n for n in last.patient.drugs if n in labels(last)]) and (free := _free_of(last, taken)):
        asked = f"What is the dose of {free}{problem_of(last)}{people_of(last)}?"
        beside = tuple(f"takes {name}" for name in taken)
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how much of {free}, and how often", assume=beside)
    medicine = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    tail = f"{problem_of(last)}{people_of(last)}?"
    name = treatment_of(last)
    asked = f"What is the dose of {name}{tail}" if medicine else f"How often is {name} done{tail}"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how much of {treatment_of(last)}, and how often")


_MORE_OF_IT: Final = expression(
    r"\b(?:twice|double|doubling|triple|two times|2x|half as much again)(?: (?:up|the|my|his|her|as much|that|it"
    r"|of it))*"
    r"(?: (?:dose|amount|strength|tablets?|pills?))?\b(?!-)(?! (?:a|daily|per|each|every|checked?|blind))"
    r"|\b(?:take|have|give|use|try) (?:(?:two|2|three|3) (?:at once|at a time|together|tablets?|pills?|of (?:them|these"
    r"|those))|(?:any |some )?(?:more|extra|another one)(?= of (?:it|them)\b|\W*$| (?:if|when|as|since|because"
    r"|coz|cos)\b))",
    re.IGNORECASE,
)


def more_of_it(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is twice the dose better?`, `can I take two at once?`: the highest dose of the last medicine says how much may
    be taken."""
    medicine = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    if not medicine or treatments(own) or illnesses(own) or not _MORE_OF_IT.search(text):
        return None
    asked = f"What is the maximum dose of {treatment_of(last)}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how much of {treatment_of(last)} may be taken at most")


def _free_of(last: Question, taken: list[str]) -> str:
    """What was asked about besides what is taken already."""
    named = [c.label for c in last.having(Role.INTERVENTION) if c.label not in taken]
    return " and ".join(dict.fromkeys(named))


def unborn(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is it safe for the baby?` of a treatment in pregnancy: the baby is not the patient."""
    if not last.intervention or not cues.UNBORN.search(text) or own.patient.breastfeeding:
        return None
    if last.patient.breastfeeding and not _IN_WOMB.search(text):
        asked = f"Is {treatment_of(last)} safe in breast-feeding women?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} and the baby that is breast-fed")
    asked = f"Is {treatment_of(last)} safe in pregnancy?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} and the unborn baby")


def safer(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`which is safer?`, `which works better?`: of two that were set against each other or named one after the other,
    else the harms of the last treatment."""
    best = cues.BETTER.search(text) is not None
    if not last.intervention or treatments(own) or illnesses(own) or not (best or cues.SAFER.search(text)):
        return None
    other = other_of(last) or before(last)
    whom = people_with(last, own.patient, [])
    if best and not other:
        return None
    if best:
        asked = f"{treatment_of(last)} compared with {other}{problem_of(last)}{whom}"
        return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{treatment_of(last)} against {other}")
    what = f"{treatment_of(last)} compared with {other}" if other else treatment_of(last)
    asked = f"What are the {'harms' if other else 'adverse effects'} of {what}{whom}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"harms of {what}")


def problem(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and for spasticity?`: the same treatment for something else."""
    ill = [c for c in illnesses(own) if c.label not in labels(last)]
    if ill and last.intervention and cues.RISKS.search(text) and not treatments(own):
        asked = f"Does {treatment_of(last)} cause {ill[0].label}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {treatment_of(last)} brings {ill[0].label}")
    if not ill or treatments(own) or not last.intervention or own.intent in (Intent.HARM, Intent.DOSING):
        return None
    for_something = last.intent is Intent.HARM or illnesses(last) or cues.ALREADY.search(text)
    if for_something and ill[0].semantic == "symptom" and cues.FELT.search(text) and not cues.HELPED.search(text):
        asked = f"Is {treatment_of(last)} safe{people_with(last, own.patient, [ill[0].label])}?"
        return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same for somebody who has {ill[0].label}")
    role = ill[0].role
    prevented = last.intent is Intent.PREVENTION
    people = people_of(last) if prevented or role is not Role.POPULATION or ill[0].semantic == "symptom" else ""
    to = "to prevent" if prevented and ill[0].semantic == "condition" else "for"
    asked = f"{treatment_of(last)} {to} {ill[0].label}{people}"
    return FollowUp(typed, FollowUpKind.PROBLEM, asked, f"{treatment_of(last)} {to} {ill[0].label}")


def aspect(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what are its side effects?`, `and the dose?`: another side of the same treatment."""
    intent = own.intent
    if _WATCH.search(text) and last.intervention:
        one = next((d.label for d in treatments(own) if d.label in labels(last)), treatment_of(last))
        asked = f"What should be monitored with {one}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "what is watched during treatment")
    if intent is Intent.HARM and last.intervention and not last.having(Role.POPULATION):
        asked = f"What are the adverse effects of {treatment_of(last)}{people_of(last)}?"  # whatever it is taken for
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"harms of {treatment_of(last)}")
    if intent is Intent.INTERACTION and last.intervention:
        asked = f"What are the drug interactions of {treatment_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"interactions of {treatment_of(last)}")
    if intent is Intent.PROGNOSIS and not asks_outlook(text):
        return None  # `does that matter?` asks of nothing that becomes of an illness
    if intent is Intent.DIAGNOSIS and not all(map(_OF_TESTS.fullmatch, words.content(text))):
        return None  # `do we need a test of cure` asks of that test
    if intent not in ASPECTS or (not last.intervention and "{treatment}" in ASPECTS[intent]):
        return None
    asked = ASPECTS[intent].format(
        treatment=treatment_of(last),
        problem=problem_of(last),
        people=people_of(last) or ("" if condition_of(last) in problem_of(last) else among(last)),
        condition=condition_of(last),
    )
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{intent.value} of the same")


def pronoun(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`does it slow the disease?`: what the small words stand for is written out."""
    treatment, condition = treatment_of(last), condition_of(last)
    asked = _DISEASE.sub(condition, text) if condition else text
    asked = _PRONOUN.sub(treatment, asked, count=1) if treatment else asked
    if asked == text:
        return None
    known = {c.label for c in own.concepts} | ({condition} if condition in asked else set())
    if not illnesses(own) and condition and condition not in known:  # it is still about the same people
        asked = f"{asked.rstrip('?. ')}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"the words that stand for {treatment or condition} written out")
