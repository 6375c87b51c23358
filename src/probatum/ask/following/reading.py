"""Reading a follow-up: which part of the last question it changes, and the whole question that it comes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import msgspec

from probatum.ask.following import cues
from probatum.ask.following.carrying import (
    carried,
    conceiving,
    feared,
    in_its_place,
    measured,
    swapped,
    tested,
)
from probatum.ask.following.course import course, how_long, said_of_it, when
from probatum.ask.following.opening import spelt, switched
from probatum.ask.following.phrases import (
    among,
    compared_of,
    condition_of,
    illnesses,
    labels,
    people_of,
    people_with,
    problem_of,
    treatment_of,
    treatments,
    whole,
)
from probatum.ask.whom import denied
from probatum.errors import ProbatumError
from probatum.model import Concept, FollowUp, FollowUpKind, Intent, Patient, Question, Role
from probatum.text import doses, words
from probatum.text.expressions import expression

Read = Callable[[str], Question]
"""Reads a text as a question of its own."""

_ASPECTS: Final = {
    Intent.HARM: "What are the adverse effects of {treatment}{people}?",
    Intent.DOSING: "What is the dose of {treatment}{problem}{people}?",
    Intent.MECHANISM: "What is the mechanism of {treatment}{problem}{people}?",
    Intent.PROGNOSIS: "What is the prognosis of {condition}?",
    Intent.DIAGNOSIS: "How is {condition} diagnosed?",
    Intent.PREVENTION: "Does {treatment} prevent {condition}?",
}
_WATCH: Final = expression(r"\b(?:monitor\w*|watch for|blood tests?|check(?:ed|s)? (?:before|during))\b", re.IGNORECASE)
_TAKEN_WITH: Final = expression(
    r"\b(?:with|while (?:on|taking)|together with|on top of|alongside|interact\w*|on)\b", re.IGNORECASE
)
_IN: Final = expression(r"\b(?:in|with|if|has|have|having|is|are|and|patients?|people)\b[^,;?]*$|^\W*$", re.IGNORECASE)
_FOR: Final = expression(r"\b(?:for|about|against|treat\w*|helps?)\s+(?:the |a |an |my )?$", re.IGNORECASE)
_AGAINST: Final = expression(
    r"(?:\bcompar\w+ (?:it )?(?:with|to|against)|^\W*(?:and |or )?(?:versus|vs\.?|against)) (?:the "
    r"|an? )?([\w -]{3,60})",
    re.IGNORECASE,
)
_PRONOUN: Final = expression(
    r"\b(?:it|this|that|them|they|the (?:drug|medicine|treatment)|this (?:drug|medicine|treatment))\b", re.IGNORECASE
)
_ASSUMING: Final = expression(
    r"^\W*(?:please |now |and |but )*(?:assum(?:e|ing)|suppose|let'?s say)(?: that)?(?: (?:she|he|i|the patient|they"
    r"|it)"
    r"(?: is| am| are| has| have|'s|'m)?)?\W+(\S.*?)[.?!]*$",
    re.IGNORECASE,
)
"""`assume she is pregnant, eGFR 25`: what is given of the patient."""
_DISEASE: Final = expression(r"\b(?:the|this|that|their|his|her|my) (?:disease|condition|illness)\b", re.IGNORECASE)
_TURNED: Final = (Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.MECHANISM, Intent.PREVENTION)


def follow(typed: str, last: Question, read: Read, *, year: int) -> FollowUp:
    """The follow-up understood against the last question. `read` reads a text by itself; `year` is that of the answer.

    Pure but for `read`. Raises ProbatumError P411 for a text in which nothing is understood, and what `read` raises.
    """
    given = _ASSUMING.match(typed)
    if given is not None:
        return FollowUp(typed, FollowUpKind.PATIENT, last.typed, f"assumed: {given[1]}", assume=(given[1],))
    fresh = cues.ANEW.match(typed)
    if fresh is not None and read(fresh["rest"]).concepts:
        return FollowUp(typed, FollowUpKind.NEW, fresh["rest"], "it is said to be something else")
    told = switched(typed, last, read) or _about_the_answer(typed, last, year)
    if told is not None:
        return told
    own = read(spelt(typed, last))
    text = own.read
    if _of_another(typed, own, last):
        return FollowUp(typed, FollowUpKind.NEW, typed, "it tells of somebody else, with something else")
    value = measured(typed, text, own, last)
    if value is not None:
        return value
    if _stands_alone(text, own, last):
        return FollowUp(typed, FollowUpKind.NEW, typed, "it names a treatment and a problem of its own")
    for rule in (
        conceiving,
        _dose,
        _untreated,
        in_its_place,
        _comparison,
        _together,
        _added,
        _unborn,
        _weeks,
        feared,
        _patient,
        swapped,
        _else,
        course,
        said_of_it,
        how_long,
        _safer,
        when,
        _subject,
        tested,
        _treatment,
        _problem,
        _aspect,
        _pronoun,
        carried,
    ):
        found = rule(typed, text, own, last)
        if found is not None:
            return found
    if own.concepts:
        return FollowUp(typed, FollowUpKind.NEW, typed, "nothing of the last question fits it")
    raise ProbatumError("P411", typed=typed)


_NEW_WORDS: Final = 6
"""Words of a follow-up about the answer itself that the last question does not hold."""


def _about_the_answer(typed: str, last: Question, year: int) -> FollowUp | None:
    """Another reader, length or choice of studies, or a question about the answer itself."""
    named = {words.stem(w) for c in last.concepts for w in words.content(c.text)}
    new = {words.stem(w) for w in words.content(typed)} - named
    who, only, length = cues.reader(typed), cues.only(typed, year), cues.depth(typed)
    if who is not None and len(new) <= _NEW_WORDS:
        return FollowUp(typed, FollowUpKind.READER, last.typed, f"written for a {who.value}", reader=who, depth=length)
    if cues.CERTAINTY.search(typed) and len(new) <= _NEW_WORDS:
        return FollowUp(typed, FollowUpKind.CERTAINTY, last.typed, "the reasons for the certainty")
    if only is not None:
        return FollowUp(typed, FollowUpKind.STUDIES, last.typed, "fewer studies may speak", only=only)
    fact = cues.fact(typed)
    if fact:
        why = f"the {fact} of a study of the last answer"
        return FollowUp(typed, FollowUpKind.STUDY, last.typed, why, fact=fact, study=cues.study(typed))
    if length is not None:
        return FollowUp(typed, FollowUpKind.DEPTH, last.typed, f"{length.value} depth", depth=length)
    return None


def _of_another(typed: str, own: Question, last: Question) -> bool:
    """`my neighbour has hay fever, what drops work`: somebody not told of before, ill with something new."""
    who = cues.SOMEBODY.match(typed)
    if who is None or who["who"].lower() in last.typed.lower():
        return False
    known = {c.label for c in last.concepts}
    return any(c.label not in known for c in illnesses(own))


def _stands_alone(text: str, own: Question, last: Question) -> bool:
    """A text that needs nothing of what was said: it names a treatment and a problem, or a problem new to the talk."""
    if cues.CONTINUES.search(text) or cues.LEANS.search(text):
        return False
    known = {c.label for c in last.concepts}
    drugs, ill = treatments(own), illnesses(own)
    if own.patient.allergies and len(words.content(text)) <= _FEW:
        return False
    if drugs and ill:
        return True
    new = [c for c in ill if c.label not in known]
    if new and _FOR_ILL.search(text):
        return True
    return bool(new) and not drugs and (own.intent in _TURNED or _whole_question(text, own))


_FOR_ILL: Final = expression(
    r"^\W*(?:the )?(?:best |first[- ]line |safest )?(?:treatments?|medicines?|drugs?|cures?|remed(?:y|ies)"
    r"|management|antibiotics?)"
    r" (?:for|of)\b",
    re.IGNORECASE,
)
"""`treatment for threadworm`: a whole question in few words."""
_FEW: Final = 3
"""Content words of a detail that is added: `penicillin allergy?`."""


def _whole_question(text: str, own: Question) -> bool:
    """`what is the best treatment for gallstones`: of something else, and not of somebody who has that too."""
    return bool(cues.WHOLE.search(text)) and not own.patient.allergies


def _dose(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is 600 mg better?`: the same treatment at another dose."""
    found = doses.read(text)
    if not found or not last.intervention or [d for d in treatments(own) if d.label not in labels(last)]:
        return None
    dose = text[found[0].start : found[0].end]
    asked = f"{treatment_of(last)} {dose}{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.DOSE, asked, f"the same treatment at {dose}", dose=dose)


def _comparison(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`compare with quinine`, `or quinine?`: the last treatment against another."""
    if not last.intervention or not cues.COMPARES.search(text):
        return None
    named = _AGAINST.search(text)
    other = next((d.label for d in treatments(own) if d.label not in labels(last)), named[1].strip() if named else "")
    if not other or illnesses(own):
        return None
    asked = f"{treatment_of(last)} compared with {other}{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{treatment_of(last)} against {other}")


def _together(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can she take it with tizanidine?`: the last treatment beside another drug."""
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in labels(last)]
    if not others and last.intervention and cues.DRINKS.search(text) and _TAKEN_WITH.search(text):
        asked = f"Can {treatment_of(last)} be taken together with alcohol?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside alcohol")
    leaning = cues.LEANS.search(text) or own.intent is Intent.INTERACTION
    if not others or not last.intervention or not leaning or not _TAKEN_WITH.search(text):
        return None
    asked = f"Can {treatment_of(last)} be taken together with {others[0].label}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside {others[0].label}")


def _added(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`add aciclovir?`: the last treatment and another, given together."""
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in labels(last)]
    if not others or not last.intervention or illnesses(own) or not cues.ADDS.search(text):
        return None
    both = f"{treatment_of(last)} with {others[0].label}"
    return FollowUp(typed, FollowUpKind.TREATMENT, f"{both}{problem_of(last)}{people_of(last)}", f"{both} together")


def _else(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what else could she take?`: any treatment of the same problem."""
    others = [d for d in treatments(own) if d.label not in labels(last)]
    if others or not cues.ELSE.search(text) or not illnesses(last):
        return None
    people = people_with(last, own.patient, [c.label for c in illnesses(own) if c.label not in labels(last)])
    treated = [c.label for c in last.having(Role.OUTCOME) if c in illnesses(last)]
    named = treated[0] if treated else condition_of(last)
    asked = f"What helps{people}?" if named in people else f"What helps {named}{people}?"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"other treatments than {treatment_of(last)}")


def _untreated(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is waiting ok?`: the last treatment against none."""
    if not last.intervention or treatments(own) or illnesses(own) or not cues.NOTHING.search(text):
        return None
    asked = f"{treatment_of(last)} compared with no treatment{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{treatment_of(last)} against no treatment")


def _subject(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`does it raise potassium?`: what the last treatment does to something, though that is a drug's name too."""
    return _pronoun(typed, text, own, last) if last.intervention and cues.SUBJECT.search(text) else None


def _unborn(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is it safe for the baby?` of a treatment in pregnancy: the baby is not the patient."""
    if not last.intervention or not cues.UNBORN.search(text) or own.patient.breastfeeding:
        return None
    asked = f"Is {treatment_of(last)} safe in pregnancy?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} and the unborn baby")


def _safer(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`which is safer?`: the harms of what was set against each other, else of the last treatment."""
    if not last.intervention or treatments(own) or illnesses(own) or not cues.SAFER.search(text):
        return None
    other = next((c.label for c in last.having(Role.COMPARATOR) if c.semantic == "drug"), "")
    what = f"{treatment_of(last)} and {other}" if other else treatment_of(last)
    asked = f"What are the adverse effects of {what}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"harms of {what}")


def _weeks(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what if she's 38 weeks?` of somebody who is pregnant."""
    told = cues.BY_WEEKS.match(typed)
    if told is None or not last.patient.pregnancy or not last.intervention:
        return None
    people = people_with(last, msgspec.structs.replace(own.patient, pregnancy=f"{told['weeks']} weeks pregnant"), [])
    asked = f"{treatment_of(last)}{problem_of(last)}{people}"
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same question{people}")


def _patient(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and in children?`, `what about in renal failure?`: the same treatment and problem in other people."""
    patient = own.patient
    details = (patient.age, patient.pregnancy, patient.breastfeeding, patient.kidney, patient.liver, patient.weight)
    told = any(details) or bool(patient.allergies) or _sex_alone(text, patient)
    ill = [c for c in illnesses(own) if c.label not in labels(last) and not cues.SIDE_EFFECTS.search(c.text)]
    gone = [c for c in ill if denied(c, text)]
    person = _PERSON.match(text) is not None
    also = [c for c in ill if (person or c.role is Role.POPULATION) and _has(text, c) and c not in gone]
    if not {d.label for d in treatments(own)} <= labels(last) | set(patient.allergies) or not (told or also or gone):
        return None
    people = people_with(last, patient, [c.label for c in also])
    people += "".join(f" without {c.label}" for c in gone)
    if own.intent is Intent.HARM and last.intervention:
        asked = f"Is {treatment_of(last)} safe{people}?"
    elif own.intent is Intent.DOSING and last.intervention:
        asked = f"What is the dose of {treatment_of(last)}{problem_of(last)}{people}?"
    else:
        asked = (
            f"{compared_of(last)}{problem_of(last)}{people}"
            if last.intervention
            else f"{whole(last).removesuffix(people_of(last))}{people}"
        )
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same question{people}")


_PERSON: Final = expression(
    r"^\W*(?:and |but |also |so |what if |if )*(?:she|he|they|i|the patient|patient|pt|(?:my|the|her|his) \w+)"
    r"(?: also)? (?:is|was|am|are|has|have|had|gets?|got)\b",
    re.IGNORECASE,
)
"""`she is asthmatic`, `he has glaucoma`: what follows is said of a person."""


def _sex_alone(text: str, patient: Patient) -> bool:
    """`in women`, `men only`: nothing but their sex is told of the people."""
    return bool(patient.sex) and cues.SEX.search(text) is not None


def _has(text: str, concept: Concept) -> bool:
    """Whether somebody is said to have it: `with heart failure`, and not `for heart failure`."""
    before = text[: max(0, text.find(concept.text))]
    return bool(_IN.search(before)) and not _FOR.search(before)


def _treatment(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what about riluzole?`: another treatment of the same problem."""
    drugs = [d for d in treatments(own) if d.label not in labels(last)]
    if not drugs or illnesses(own):
        return None
    if own.intent in _ASPECTS and own.intent is not Intent.PREVENTION:
        asked = _ASPECTS[own.intent].format(
            treatment=drugs[0].label,
            problem=problem_of(last),
            people=people_with(last, own.patient, []),
            condition=condition_of(last),
        )
    else:
        asked = f"{drugs[0].label}{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} in place of {treatment_of(last)}")


def _problem(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and for spasticity?`: the same treatment for something else."""
    ill = [c for c in illnesses(own) if c.label not in labels(last)]
    if ill and last.intervention and cues.RISKS.search(text) and not treatments(own):
        asked = f"Does {treatment_of(last)} cause {ill[0].label}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {treatment_of(last)} brings {ill[0].label}")
    if not ill or treatments(own) or not last.intervention or own.intent in (Intent.HARM, Intent.DOSING):
        return None
    role = ill[0].role
    people = people_of(last) if role is not Role.POPULATION or ill[0].semantic == "symptom" else ""
    asked = f"{treatment_of(last)} for {ill[0].label}{people}"
    return FollowUp(typed, FollowUpKind.PROBLEM, asked, f"{treatment_of(last)} for {ill[0].label}")


def _aspect(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what are its side effects?`, `and the dose?`: another side of the same treatment."""
    intent = own.intent
    if _WATCH.search(text) and last.intervention:
        asked = f"What should be monitored with {treatment_of(last)}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "what is watched during treatment")
    if intent is Intent.INTERACTION and last.intervention:
        asked = f"What are the drug interactions of {treatment_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"interactions of {treatment_of(last)}")
    if intent not in _ASPECTS or (not last.intervention and "{treatment}" in _ASPECTS[intent]):
        return None
    asked = _ASPECTS[intent].format(
        treatment=treatment_of(last),
        problem=problem_of(last),
        people=people_of(last) or among(last),
        condition=condition_of(last),
    )
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{intent.value} of the same")


def _pronoun(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
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
