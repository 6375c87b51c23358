"""Reading a follow-up: which part of the last question it changes, and the whole question that it comes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from probatum.ask.following import cues
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
_AGAINST: Final = expression(r"\bcompar\w+ (?:it )?(?:with|to|against) ([\w -]{3,60})", re.IGNORECASE)
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
_ILL: Final = ("condition", "symptom")


def follow(typed: str, last: Question, read: Read, *, year: int) -> FollowUp:
    """The follow-up understood against the last question. `read` reads a text by itself; `year` is that of the answer.

    Pure but for `read`. Raises ProbatumError P411 for a text in which nothing is understood, and what `read` raises.
    """
    given = _ASSUMING.match(typed)
    if given is not None:
        return FollowUp(typed, FollowUpKind.PATIENT, last.typed, f"assumed: {given[1]}", assume=(given[1],))
    told = _about_the_answer(typed, last, year)
    if told is not None:
        return told
    own = read(typed)
    text = own.read
    if _stands_alone(text, own, last):
        return FollowUp(typed, FollowUpKind.NEW, typed, "it names a treatment and a problem of its own")
    for rule in (
        _dose,
        _comparison,
        _together,
        _added,
        _unborn,
        _patient,
        _else,
        _how_long,
        _safer,
        _when,
        _subject,
        _treatment,
        _problem,
        _aspect,
        _pronoun,
    ):
        found = rule(typed, text, own, last)
        if found is not None:
            return found
    if own.concepts:
        return FollowUp(typed, FollowUpKind.NEW, typed, "nothing of the last question fits it")
    raise ProbatumError("P411", typed=typed)


def _about_the_answer(typed: str, last: Question, year: int) -> FollowUp | None:
    """Another reader, length or choice of studies, or a question about the answer itself."""
    named = {words.stem(w) for c in last.concepts for w in words.content(c.text)}
    new = {words.stem(w) for w in words.content(typed)} - named
    who, only, length = cues.reader(typed), cues.only(typed, year), cues.depth(typed)
    if who is not None and len(new) <= 6:
        return FollowUp(typed, FollowUpKind.READER, last.typed, f"written for a {who.value}", reader=who)
    if cues.CERTAINTY.search(typed):
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


def _ill(question: Question) -> list[Concept]:
    return [c for c in question.concepts if c.semantic in _ILL]


def _drugs(question: Question) -> list[Concept]:
    """What is given or done; dialysis tells of the patient."""
    kidney = question.patient.kidney.lower()
    named = [c for c in question.concepts if c.semantic in ("drug", "procedure", "test")]
    return [c for c in named if not (kidney and c.text.lower() in kidney)]


def _stands_alone(text: str, own: Question, last: Question) -> bool:
    """A text that needs nothing of what was said: it names a treatment and a problem, or a problem new to the talk."""
    if cues.CONTINUES.search(text) or cues.LEANS.search(text):
        return False
    known = {c.label for c in last.concepts}
    drugs, ill = _drugs(own), _ill(own)
    if own.patient.allergies and len(words.content(text)) <= _FEW:
        return False
    if drugs and ill:
        return True
    new = [c for c in ill if c.label not in known]
    return bool(new) and not drugs and (own.intent in _TURNED or _whole_question(text, own))


_FEW: Final = 3
"""Content words of a detail that is added: `penicillin allergy?`."""


def _whole_question(text: str, own: Question) -> bool:
    """`what is the best treatment for gallstones`: of something else, and not of somebody who has that too."""
    return bool(cues.WHOLE.search(text)) and not own.patient.allergies


def _dose(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is 600 mg better?`: the same treatment at another dose."""
    found = doses.read(text)
    if not found or not last.intervention or [d for d in _drugs(own) if d.label not in _labels(last)]:
        return None
    dose = text[found[0].start : found[0].end]
    asked = f"{_treatment_of(last)} {dose}{_problem_of(last)}{_people_of(last)}"
    return FollowUp(typed, FollowUpKind.DOSE, asked, f"the same treatment at {dose}", dose=dose)


def _comparison(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`compare with quinine`, `or quinine?`: the last treatment against another."""
    if not last.intervention or not cues.COMPARES.search(text):
        return None
    named = _AGAINST.search(text)
    other = next((d.label for d in _drugs(own) if d.label not in _labels(last)), named[1].strip() if named else "")
    if not other or _ill(own):
        return None
    asked = f"{_treatment_of(last)} compared with {other}{_problem_of(last)}{_people_of(last)}"
    return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{_treatment_of(last)} against {other}")


def _together(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can she take it with tizanidine?`: the last treatment beside another drug."""
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in _labels(last)]
    if not others and last.intervention and cues.DRINKS.search(text) and _TAKEN_WITH.search(text):
        asked = f"Can {_treatment_of(last)} be taken together with alcohol?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{_treatment_of(last)} beside alcohol")
    leaning = cues.LEANS.search(text) or own.intent is Intent.INTERACTION
    if not others or not last.intervention or not leaning or not _TAKEN_WITH.search(text):
        return None
    asked = f"Can {_treatment_of(last)} be taken together with {others[0].label}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{_treatment_of(last)} beside {others[0].label}")


def _added(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`add aciclovir?`: the last treatment and another, given together."""
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in _labels(last)]
    if not others or not last.intervention or _ill(own) or not cues.ADDS.search(text):
        return None
    both = f"{_treatment_of(last)} with {others[0].label}"
    return FollowUp(typed, FollowUpKind.TREATMENT, f"{both}{_problem_of(last)}{_people_of(last)}", f"{both} together")


def _else(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what else could she take?`: any treatment of the same problem."""
    others = [d for d in _drugs(own) if d.label not in _labels(last)]
    if others or _ill(own) or not cues.ELSE.search(text) or not _ill(last):
        return None
    people = _people_of(last)
    named = _condition(last)
    asked = f"What helps{people}?" if named in people else f"What helps {named}{people}?"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"other treatments than {_treatment_of(last)}")


def _how_long(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`for how long?`: how long the last treatment is given."""
    if not last.intervention or _drugs(own) or _ill(own) or not cues.HOW_LONG.search(text):
        return None
    asked = f"How long should {_treatment_of(last)} be given{_problem_of(last)}{_people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, "how long it is given")


def _when(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`from which week?`, `any long-term data?`: when the last treatment is begun, and what comes of it later."""
    if not last.intervention or _drugs(own) or _ill(own):
        return None
    if cues.WHEN.search(text):
        asked = f"When should {_treatment_of(last)} be started{_problem_of(last)}{_people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "when it is begun")
    if cues.LATER.search(text):
        asked = f"What are the long-term effects of {_treatment_of(last)}{_problem_of(last)}{_people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "what comes of it later")
    return None


def _subject(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`does it raise potassium?`: what the last treatment does to something, though that is a drug's name too."""
    return _pronoun(typed, text, own, last) if last.intervention and cues.SUBJECT.search(text) else None


def _unborn(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is it safe for the baby?` of a treatment in pregnancy: the baby is not the patient."""
    if not last.intervention or not cues.UNBORN.search(text) or own.patient.breastfeeding:
        return None
    asked = f"Is {_treatment_of(last)} safe in pregnancy?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{_treatment_of(last)} and the unborn baby")


def _safer(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`which is safer?`: the harms of what was set against each other, else of the last treatment."""
    if not last.intervention or _drugs(own) or _ill(own) or not cues.SAFER.search(text):
        return None
    other = next((c.label for c in last.having(Role.COMPARATOR) if c.semantic == "drug"), "")
    what = f"{_treatment_of(last)} and {other}" if other else _treatment_of(last)
    asked = f"What are the adverse effects of {what}{_people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"harms of {what}")


def _patient(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and in children?`, `what about in renal failure?`: the same treatment and problem in other people."""
    patient = own.patient
    details = (patient.age, patient.pregnancy, patient.breastfeeding, patient.kidney, patient.liver, patient.weight)
    told = any(details) or bool(patient.allergies) or _sex_alone(text, patient)
    ill = [c for c in _ill(own) if c.label not in _labels(last) and not cues.SIDE_EFFECTS.search(c.text)]
    also = [c for c in ill if c.role is Role.POPULATION and _has(text, c)]
    if not {d.label for d in _drugs(own)} <= _labels(last) | set(patient.allergies) or not (told or also):
        return None
    people = _people(last, patient, [c.label for c in also])
    if own.intent is Intent.HARM and last.intervention:
        asked = f"Is {_treatment_of(last)} safe{people}?"
    elif own.intent is Intent.DOSING and last.intervention:
        asked = f"What is the dose of {_treatment_of(last)}{_problem_of(last)}{people}?"
    else:
        asked = (
            f"{_treatment_of(last)}{_problem_of(last)}{people}"
            if last.intervention
            else f"{_whole(last).removesuffix(_people_of(last))}{people}"
        )
    return FollowUp(typed, FollowUpKind.PATIENT, asked, f"the same question{people}")


def _sex_alone(text: str, patient: Patient) -> bool:
    """`in women`, `men only`: nothing but their sex is told of the people."""
    return bool(patient.sex) and cues.SEX.search(text) is not None


def _has(text: str, concept: Concept) -> bool:
    """Whether somebody is said to have it: `with heart failure`, and not `for heart failure`."""
    before = text[: max(0, text.find(concept.text))]
    return bool(_IN.search(before)) and not _FOR.search(before)


def _treatment(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what about riluzole?`: another treatment of the same problem."""
    drugs = [d for d in _drugs(own) if d.label not in _labels(last)]
    if not drugs or _ill(own):
        return None
    if own.intent in _ASPECTS and own.intent is not Intent.PREVENTION:
        asked = _ASPECTS[own.intent].format(
            treatment=drugs[0].label, problem=_problem_of(last), people=_people_of(last), condition=_condition(last)
        )
    else:
        asked = f"{drugs[0].label}{_problem_of(last)}{_people_of(last)}"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} in place of {_treatment_of(last)}")


def _problem(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and for spasticity?`: the same treatment for something else."""
    ill = [c for c in _ill(own) if c.label not in _labels(last)]
    if ill and last.intervention and cues.RISKS.search(text) and not _drugs(own):
        asked = f"Does {_treatment_of(last)} cause {ill[0].label}{_people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {_treatment_of(last)} brings {ill[0].label}")
    if not ill or _drugs(own) or not last.intervention or own.intent in (Intent.HARM, Intent.DOSING):
        return None
    role = ill[0].role
    people = _people_of(last) if role is not Role.POPULATION or ill[0].semantic == "symptom" else ""
    asked = f"{_treatment_of(last)} for {ill[0].label}{people}"
    return FollowUp(typed, FollowUpKind.PROBLEM, asked, f"{_treatment_of(last)} for {ill[0].label}")


def _aspect(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what are its side effects?`, `and the dose?`: another side of the same treatment."""
    intent = own.intent
    if _WATCH.search(text) and last.intervention:
        asked = f"What should be monitored with {_treatment_of(last)}{_people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "what is watched during treatment")
    if intent is Intent.INTERACTION and last.intervention:
        asked = f"What are the drug interactions of {_treatment_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"interactions of {_treatment_of(last)}")
    if intent not in _ASPECTS or (not last.intervention and "{treatment}" in _ASPECTS[intent]):
        return None
    asked = _ASPECTS[intent].format(
        treatment=_treatment_of(last),
        problem=_problem_of(last),
        people=_people_of(last) or _among(last),
        condition=_condition(last),
    )
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{intent.value} of the same")


def _among(last: Question) -> str:
    """` in depression`, where the illness stood as what is treated and no people were named."""
    return f" in {_condition(last)}" if _ill(last) else ""


def _pronoun(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`does it slow the disease?`: what the small words stand for is written out."""
    treatment, condition = _treatment_of(last), _condition(last)
    asked = _DISEASE.sub(condition, text) if condition else text
    asked = _PRONOUN.sub(treatment, asked, count=1) if treatment else asked
    if asked == text:
        return None
    known = {c.label for c in own.concepts} | ({condition} if condition in asked else set())
    if not _ill(own) and condition and condition not in known:  # it is still about the same people
        asked = f"{asked.rstrip('?. ')}{_people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"the words that stand for {treatment or condition} written out")


def _labels(question: Question) -> set[str]:
    return {c.label for c in question.concepts}


def _treatment_of(question: Question) -> str:
    named = [c.label for c in question.having(Role.INTERVENTION)]
    return " and ".join(dict.fromkeys(named)) or question.intervention


def _problem_of(question: Question) -> str:
    """` for muscle cramps`; empty when the question names no outcome apart from its people."""
    named = [c.label for c in question.having(Role.OUTCOME)]
    said = named[0] if named else question.outcome
    return f" for {said}" if said else ""


def _condition(question: Question) -> str:
    ill = [c.label for c in sorted(_ill(question), key=lambda c: (c.semantic != "condition", c.role is Role.OUTCOME))]
    return ill[0] if ill else question.outcome or question.population or _treatment_of(question)


def _people_of(question: Question) -> str:
    return _people(question, Patient(), [])


def _people(last: Question, patient: Patient, also: list[str]) -> str:
    """` in children with amyotrophic lateral sclerosis and renal failure`: who, of both questions, the newer first."""
    old = last.patient
    age = patient.age or old.age
    if pregnancy := patient.pregnancy or (old.pregnancy if not (patient.age or patient.breastfeeding) else ""):
        weeks = re.search(r"\d+ weeks|(?:first|second|third|1st|2nd|3rd) trimester", pregnancy)
        who = f"women {weeks[0]} pregnant" if weeks and "weeks" in weeks[0] else "pregnant women"
        who += f" in the {weeks[0]}" if weeks and "trimester" in weeks[0] else ""
    elif patient.breastfeeding or (old.breastfeeding and not patient.age):
        who = "breast-feeding women"
    elif age:
        groups = {"child": "children", "newborn": "newborns", "infant": "infants", "adolescent": "adolescents"}
        who = groups.get(age, "older adults" if age == "older adult" else f"people aged {age}")
    else:
        who = {"female": "women", "male": "men"}.get(patient.sex, "people")
    with_ = [c.label for c in last.having(Role.POPULATION)] + also
    with_ += [said for said in (patient.kidney or old.kidney, patient.liver or old.liver) if said]
    weight = patient.weight or old.weight
    who += f" weighing {weight}" if weight else ""
    kept: list[str] = []
    for name in dict.fromkeys(with_):
        if not any(name in other or other in name for other in kept):
            kept.append(name)
    if who == "people" and not (kept or patient.allergies or old.allergies):
        return ""
    told = "".join(f", allergic to {name}" for name in dict.fromkeys((*old.allergies, *patient.allergies)))
    return f" in {who}{' with ' + ' and '.join(kept) if kept else ''}{told}"


def _whole(question: Question) -> str:
    return question.read.rstrip("?. ")
