"""Instead: follow-ups that name another treatment, in the place of the last, beside it, against it, or none at all."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.aspects import ASPECTS
from probatum.ask.following.phrases import (
    condition_of,
    had,
    illnesses,
    labels,
    people_of,
    people_with,
    problem_of,
    tells_whom,
    treatment_of,
    treatments,
)
from probatum.model import FollowUp, FollowUpKind, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

_I: Final = re.IGNORECASE
_AGAINST: Final = expression(
    r"(?:\bcompar\w+ (?:it )?(?:with|to|against)|^\W*(?:and |or )?(?:versus|vs\.?|against)) (?:the "
    r"|an? )?([\w -]{3,60})",
    _I,
)
_TIMES: Final = expression(r"\bhow (?:long|quick(?:ly)?|fast|soon)\b|\bwhen\b", _I)
_RATED: Final = expression(
    r"\b(?:(?:just )?as (?:good|effective|safe|strong)|better|safer|faster|quicker|stronger|more effective|cheaper"
    r"|gentler)\b",
    _I,
)


def compared(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`compare with quinine`, `or quinine?`: the last treatment against another."""
    if not last.intervention or not cues.COMPARES.search(text):
        return None
    named = _AGAINST.search(text)
    other = next((d.label for d in treatments(own) if d.label not in labels(last)), named[1].strip() if named else "")
    if not other or illnesses(own):
        return None
    asked = f"{treatment_of(last)} compared with {other}{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{treatment_of(last)} against {other}")


def untreated(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`is waiting ok?`: the last treatment against none."""
    if not last.intervention or treatments(own) or illnesses(own) or not cues.NOTHING.search(text):
        return None
    asked = f"{treatment_of(last)} compared with no treatment{problem_of(last)}{people_of(last)}"
    return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{treatment_of(last)} against no treatment")


_RATED_FOR: Final = expression(
    r"\bfor (?P<what>(?!(?:me|him|her|them|us|this|that|it|my"
    r"|the)\b)[a-z][a-z -]{2,30}?)\W*$",
    _I,
)
"""`better for sleep`: in what one is to be better."""
_WHICH: Final = expression(
    r"^\W*(?:and |but |so |if not,? )*(?:which|what) (?:other )?(?P<class>[a-z][a-z -]{3,30}?)s? "
    r"(?:and |would|should|could|can|is|are|to|might|may|will|do)\b",
    _I,
)


def which(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`which antibiotic would be safer?`: any medicine of a class, for the same problem; behind a question that named
    no treatment (`how is it managed`) the one that is given."""
    found = _WHICH.match(text)
    wide = [d for d in treatments(own) if members(d.label) and found and d.text.lower() in found["class"].lower()]
    if len(wide) != 1 or illnesses(own) or not (problem_of(last) or condition_of(last)):
        return None
    problem = problem_of(last) or f" for {condition_of(last)}"
    asked = f"Which {wide[0].label}{problem}?"
    why = f"another {wide[0].label} than {treatment_of(last)}" if last.intervention else f"{wide[0].label} for it"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, why)


def in_its_place(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`and naproxen tablets` after `can I take ibuprofen with lisinopril`, `duloxetine faster?` after `how long does
    amitriptyline take`: the last question with another drug; `is prednisolone as good`: the two compared."""
    drugs = [d for d in treatments(own) if d.label not in labels(last)]
    if len(drugs) != 1 or illnesses(own) or not last.intervention or _AGAINST.search(text):
        return None
    people = people_with(last, own.patient, [])
    if _RATED.search(text) and not _TIMES.search(last.read):
        rated = _RATED_FOR.search(text)
        problem = f" for {rated['what']}" if rated else problem_of(last)
        asked = f"{drugs[0].label} compared with {treatment_of(last)}{problem}{people}"
        return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{drugs[0].label} against {treatment_of(last)}")
    named = [c for c in last.concepts if c.semantic == "drug" and c.text and c.text.lower() in last.read.lower()]
    kin = [c for c in named if set(c.broader) & set(drugs[0].broader)]  # pantoprazole takes the place of omeprazole
    asked_of = [c for c in last.having(Role.INTERVENTION) if c.text and c.text.lower() in last.read.lower()]
    mine = next(iter([*(kin if len(kin) == 1 else ()), *asked_of]), None)
    beside = [c for c in last.concepts if c.semantic == "drug" and c.label not in last.patient.allergies]
    together = len(beside) > 1 and cues.WITH.search(last.read) is not None
    alike = (together or _TIMES.search(last.read)) and not tells_whom(own)
    if mine is not None and alike and not cues.LEANS.search(text):
        at = last.read.lower().find(mine.text.lower())
        asked = f"{last.read[:at]}{drugs[0].label}{last.read[at + len(mine.text) :]}"
        return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} in place of {mine.label}")
    if _RATED.search(text):
        asked = f"{drugs[0].label} compared with {treatment_of(last)}{problem_of(last)}{people}"
        return FollowUp(typed, FollowUpKind.COMPARISON, asked, f"{drugs[0].label} against {treatment_of(last)}")
    return None


def together(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can she take it with tizanidine?`: the last treatment beside another drug."""
    asked_about = {c.label for c in last.having(Role.INTERVENTION)}
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in asked_about]
    if cues.LEANS.search(text) is None:
        others = [d for d in others if d.label not in labels(last)]
    drink = [d for d in others if d.label == _ALCOHOL]
    if len(drink) == len(others) and last.intervention and _drinks(text):
        asked = f"Can {treatment_of(last)} be taken together with alcohol?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside alcohol")
    own_two = own.intent is Intent.INTERACTION and len({d.label for d in others}) > 1
    if own_two and others and not cues.LEANS.search(text):
        return FollowUp(typed, FollowUpKind.NEW, typed, "it puts two medicines of its own together")
    leaning = cues.LEANS.search(text) or own.intent is Intent.INTERACTION
    if not others or not last.intervention or not leaning or not cues.WITH.search(text):
        return None
    asked = f"Can {treatment_of(last)} be taken together with {others[0].label}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside {others[0].label}")


def eaten(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can I eat spinach`, `high protein diet?`: the last medicine beside what is eaten."""
    food = _FOOD.match(typed)
    found = _EATS.match(typed) or food
    drugs = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    if found is None or not drugs or illnesses(own) or cues.DRINKS.search(text):
        return None
    what = found["what"].strip()
    together = "" if food and food["meal"] else "together "
    asked = f"Can {treatment_of(last)} be taken {together}with {what}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside {what}")


_FOOD: Final = expression(
    r"^\W*(?:(?:and|but|what about|how about|what if (?:he|she|they|i|we) eats?|with|on|an?)\b\W*){0,4}"
    r"(?P<what>(?P<meal>high[- ](?:protein|fat)[- ](?:diet|meals?|foods?)|food|meals?|milk)|dairy(?: products)?"
    r"|(?:black )?coffee|grapefruit(?: juice)?)\W*(?:ok(?:ay)?|too|as well)?\W*$",
    _I,
)
"""`high protein diet?`, `grapefruit?`: nothing but what is eaten. A diet of much fibre is a treatment."""
_EATS: Final = expression(
    r"^\W*(?:(?:and|but|so|then|ok(?:ay)?|also)\b\W*){0,3}(?:can|could|may|should|is it (?:ok(?:ay)?|safe) to|do|must)"
    r" (?:(?:i|we|he|she|they|you|mum|dad|the patient) )?(?:still |also |have to avoid |avoid )?(?:eat|eating"
    r"|drink|drinking)"
    r" (?P<what>[a-z][a-z -]{2,40}?)(?: (?:with|on|while (?:on|taking)) (?:it|this|that|them))?[\s?.!]*$",
    _I,
)
"""`can I eat spinach`: what is eaten beside what is taken."""
_ALCOHOL: Final = "alcohol"
_MAY: Final = expression(r"\b(?:can|could|may|should|is|are|what|ok|okay|safe|allowed|with|while|and|if)\b", _I)


def _drinks(text: str) -> bool:
    """Whether it is asked of alcohol beside the treatment: `a glass of wine?`, `can I drink with it`."""
    bare = _BARE_DRINK.match(text) is not None
    return cues.DRINKS.search(text) is not None and (bare or _MAY.search(text) is not None)


_BARE_DRINK: Final = expression(
    r"^\W*(?:(?:and|but|what about|how about|any)\W+){0,2}(?:alcohol|drinking"
    r"|wine|beer|booze)\W*$",
    _I,
)


_MAY_HAVE: Final = expression(
    r"^\W*(?:(?:and|but|so|then|ok(?:ay)?)\b\W*){0,3}(?:can|could|may|should|is it (?:ok|okay|safe) (?:for|if))"
    r" (?:he|she|they|i|we|the patient|my \w+|mum|dad) (?:to )?(?:also |still )?(?:have|take|use|be given|get|try)\b",
    _I,
)


def may_have(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`can he have haloperidol` of somebody of whom only a medicine is known: the two together, for no illness is
    named that the other could be for."""
    others = list(dict.fromkeys(d.label for d in own.concepts if d.semantic == "drug" and d.label not in labels(last)))
    taken = [c.label for c in last.having(Role.INTERVENTION) if c.semantic == "drug"]
    if len(others) != 1 or not taken or illnesses(last) or illnesses(own) or not _MAY_HAVE.match(text):
        return None
    asked = f"Can {treatment_of(last)} be taken together with {others[0]}{people_with(last, own.patient, [])}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"{treatment_of(last)} beside {others[0]}")


def added(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`add aciclovir?`: the last treatment and another, given together."""
    others = [d for d in own.concepts if d.semantic == "drug" and d.label not in labels(last)]
    if not others or not last.intervention or illnesses(own) or not cues.ADDS.search(text):
        return None
    both = f"{treatment_of(last)} with {others[0].label}"
    return FollowUp(typed, FollowUpKind.TREATMENT, f"{both}{problem_of(last)}{people_of(last)}", f"{both} together")


def anything_else(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what else could she take?`: any treatment of the same problem."""
    others = [d for d in treatments(own) if d.label not in (*labels(last), *own.patient.allergies)]
    if others or not cues.ELSE.search(text) or not illnesses(last):
        return None
    drug = any(c.semantic == "drug" for c in last.having(Role.INTERVENTION))
    if drug and _FAILS.search(text) and had(last) and last.intent is not Intent.PREVENTION and not illnesses(own):
        whom = people_of(last) or f" in {condition_of(last)}"
        asked = (
            f"{treatment_of(last)} failed, what else helps{whom}?"  # what follows is told apart from what comes first
        )
        return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"other treatments than {treatment_of(last)}")
    if not had(last):  # what it was feared to bring is not what it is taken for
        asked = f"What can be taken instead of {treatment_of(last)}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"other treatments than {treatment_of(last)}")
    people = people_with(last, own.patient, [c.label for c in illnesses(own) if c.label not in labels(last)])
    treated = [c.label for c in last.having(Role.OUTCOME) if c in had(last)]
    named = treated[0] if treated else condition_of(last)
    besides = people.replace(f" with {named} and ", " with ", 1)  # what they have besides is not what is treated
    asked = f"What helps{people}?" if named in besides else f"What helps {named}{besides}?"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"other treatments than {treatment_of(last)}")


_FAILS: Final = expression(
    r"\b(?:it|this|that|they|these) (?:(?:still )?(?:does|do) ?(?:not|n['\u2019]?t) (?:work|help)\w*"
    r"|fails?|stops? working)\b",
    _I,
)


def another(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what about riluzole?`: another treatment of the same problem."""
    drugs = [d for d in treatments(own) if d.label not in labels(last)]
    if not drugs or illnesses(own):
        return None
    if own.intent in ASPECTS and own.intent is not Intent.PREVENTION:
        asked = ASPECTS[own.intent].format(
            treatment=drugs[0].label,
            problem=problem_of(last),
            people=people_with(last, own.patient, []),
            condition=condition_of(last),
        )
    else:
        asked = f"{drugs[0].label}{problem_of(last)}{people_with(last, own.patient, [])}"
    return FollowUp(typed, FollowUpKind.TREATMENT, asked, f"{drugs[0].label} in place of {treatment_of(last)}")
