"""Behind a colon: `A vs B in ILLNESS: intracranial haemorrhage, meta-analysis` says what is counted.

What befalls people is an outcome there, and so is any illness where a kind of study is named behind it; else the words
behind a colon may as well tell of the patient (`A in ILLNESS: cirrhosis`).
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_TAIL: Final = expression(r"^(?P<head>[^:?]{8,160}): (?P<tail>[^:?.]{3,120}?)[?. ]*$")
_DESIGN: Final = expression(
    r"(?:,|;| -|(?= \())? *\(?(?:an? |the )?(?:(?:individual |pooled |network |patient[- ]level "
    r"|systematic |randomi[sz]ed |controlled |recent |latest |large )*(?:meta-?analys[ei]s|reviews?|trials?|rcts?"
    r"|evidence|data|stud(?:y|ies)))\)?$",
    re.IGNORECASE,
)
_BEFALLS: Final = expression(
    r"\b(?:(?:major |intracranial |gastrointestinal |clinically relevant )*(?:ha?emorrhages?|bleed(?:ing|s)?)|strokes?"
    r"|(?:myocardial )?infarctions?|fractures?|\w*thrombo\w+|\w*emboli\w*|deaths?|mortality|survival"
    r"|hospitali[sz]ations?|recurrences?|relapses?|exacerbations?|falls|hypoglyc\w+|remission)\b",
    re.IGNORECASE,
)
_TELLS_WHOM: Final = expression(
    r"\d|\b(?:with|who|on|takes|taking|has|had|no|not|allergic|pregnant|years?)\b", re.IGNORECASE
)
MOST_WORDS: Final = 5


def counted(question: Question, _: Vocabulary) -> Question:
    """The question with what stands behind its colon as the outcome, where that can only be one."""
    found = _TAIL.match(question.read)
    taken = question.outcome and ": " not in question.outcome
    if taken or found is None or not having(question, Role.INTERVENTION, *GIVEN):
        return question
    tail = _DESIGN.sub("", found["tail"]).strip(" ,;")
    named = [c for c in question.concepts if c.semantic in _ILL and c.text.lower() in tail.lower()]
    before = [c for c in named if c.text.lower() in found["head"].lower()]
    studied = tail != found["tail"].strip(" ,;")
    if not named or before or len(tail.split()) > MOST_WORDS or _TELLS_WHOM.search(tail):
        return question
    if not (studied or _BEFALLS.search(tail)):
        return question
    gone = {c.label for c in named}
    patient = question.patient
    kept = tuple(one for one in patient.conditions if one not in gone)
    who = [c.text for c in having(question, Role.POPULATION, *_ILL) if c not in named]
    told = any(n.lower() in question.population.lower() for c in named for n in (c.text, c.label))
    return msgspec.structs.replace(
        question,
        outcome=tail,
        population=f"people with {' and '.join(who)}" if told and who else "" if told else question.population,
        patient=msgspec.structs.replace(patient, conditions=kept),
        concepts=with_roles(question, dict.fromkeys(named, Role.OUTCOME)),
    )
