"""Uncounted: what syntax took for the outcome, though nobody can count it.

`What to check first`, `half a minute`, `will it wreck them` stand where an outcome stands. Taken for one they make
every trial silent on what was asked, so they are no outcome; what the vocabulary or the list of outcomes knows always
is one.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.outcomes import names_of

_NUMBER: Final = (
    r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of|several|many"
    r"|half(?: an?)?)"
)
_SPAN_OF_TIME: Final = expression(
    rf"^(?:about|around|over|under|nearly|almost|only|just|the|for|last|past|next|in| )*{_NUMBER}?\s*(?:more )?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mths?|years?|yrs?)\b"
    r"(?! of\b| (?:survival|mortality|recurrence|relapse|outcome))",
    re.IGNORECASE,
)
_NO_NOUN: Final = expression(
    r"^(?:some|any)(?:one|body)\b|\bwho(?:se|m)?$|^(?:treating|treatment|treated|taking|giving|using|needing|working|stopping|starting"
    r"|once|twice|now|first|next|later|enough|old|new|more|less|better|worse|both|either|any|all|none|else)$"
    r"|\b(?:instead|insted|rather) (?:of|than)\b"
    r"|\b(?:it|them|him|her|me|us|you|this|that|these|those|myself|herself|himself|anyway|please)$",
    re.IGNORECASE,
)
"""Words for a time, a manner or a somebody, behind which no measure stands."""
_AS_A_VERB: Final = (
    r"\b(?:what|how|when|whether|reluctant|safe|ok|okay|need|time|able|want\w*|going|have|has)(?: \w+)? to $"
)
_MODAL: Final = (
    r"\b(?:should|shd|do|does|did|can|could|would|will|must|may)(?: (?:i|we|you|he|she|they|it|not|just))* $"
)
_DOES: Final = expression(rf"(?:{_AS_A_VERB}|{_MODAL})", re.IGNORECASE)
"""What stands before a verb, so that what follows is something to do and nothing to count."""


def counted(question: Question, vocabulary: Vocabulary) -> Question:
    """The question without an outcome that nobody can count."""
    question = _without_its_verb(_of_the_patient(_met(_not_the_way(question))))
    words = question.outcome.strip(" ?.,")
    if not words or _known(words, question, vocabulary):
        return question
    at = question.read.lower().find(words.lower())
    verb = at > 0 and bool(_DOES.search(question.read[:at]))
    if (medicine := _medicine(words, question)) is not None:
        return msgspec.structs.replace(question, outcome="", concepts=with_roles(question, {medicine: Role.OTHER}))
    if not (verb or _SPAN_OF_TIME.match(words) or _NO_NOUN.search(words)):
        return question
    low = words.lower()
    kept = tuple(c for c in question.concepts if c.id or c.role is not Role.OUTCOME or c.text.lower() not in low)
    return msgspec.structs.replace(question, outcome="", concepts=kept)


_BEHIND: Final = expression(
    r" (?:should|can|could|must|may|would|will|do|does) (?:i|we|you|he|she|they|it|one)\b.*$", re.IGNORECASE
)
_LESS_OF: Final = expression(r"^(?:any |the |a )?(?:reductions?|decrease) in (?=\w)", re.IGNORECASE)
_HOW: Final = "(?:preserved|(?:mildly )?reduced|low|normal|impaired|raised|high|poor)"
_STATE: Final = expression(rf"\b(?:whose|with|has|have|had)\b[^.?;,]{{0,60}}\b{_HOW} (?:or {_HOW} )?$", re.IGNORECASE)
"""What stands before a measure that tells how the patients are."""
_WHO: Final = expression(
    r"^(?:people|patients|those|adults|children|women|men)\b[^,;?]* (?:with|who|whose)\b", re.IGNORECASE
)


def _without_its_verb(question: Question) -> Question:
    """`which signs of toxicity should we watch for`: what is counted is the toxicity, without the clause behind it."""
    words = _BEHIND.sub("", _LESS_OF.sub("", question.outcome))
    if words == question.outcome or not words:
        return question
    concepts = tuple(
        msgspec.structs.replace(c, text=words, label=words) if c.text == question.outcome and not c.id else c
        for c in question.concepts
    )
    return msgspec.structs.replace(question, outcome=words, concepts=concepts)


def _of_the_patient(question: Question) -> Question:
    """`patients whose heart failure has a preserved ejection fraction`: how a measure is in the patients, and who they
    are, is nothing that comes of a treatment."""
    people = question.population
    if people.endswith((" who", " whose", " that", " with", " so")):
        question = msgspec.structs.replace(question, population=people.rpartition(" ")[0])
    if people and _WHO.match(question.outcome):
        return msgspec.structs.replace(question, outcome="")
    own = [c for c in question.having(Role.OUTCOME) if c.semantic not in ("condition", "symptom", "drug", "procedure")]
    at = question.read.lower().find(question.outcome.lower())
    if not people or len(own) != 1 or at <= 0 or own[0].text.lower() not in question.outcome.lower():
        return question
    if not _STATE.search(question.read[:at]):
        return question
    return msgspec.structs.replace(question, outcome="", concepts=with_roles(question, {own[0]: Role.OTHER}))


def _known(words: str, question: Question, vocabulary: Vocabulary) -> bool:
    """Whether an illness, a complaint or a measure that trials report is named in the words."""
    if names_of(words):
        return True
    return any(m.term.semantic in ("condition", "symptom") for m in vocabulary.find(words))


def _medicine(words: str, question: Question) -> Concept | None:
    """The medicine of which the words are but the name."""
    low = words.lower()
    return next((c for c in having(question, Role.OUTCOME, "drug") if low in (c.text.lower(), c.label.lower())), None)


def _not_the_way(question: Question) -> Question:
    """`late for her A injection`: a medicine beside nothing but the way in which it is given is what is asked about."""
    given = question.having(Role.INTERVENTION)
    found = having(question, Role.OUTCOME, "drug")
    if not given or len(found) != 1 or not all(_WAYS & set(c.broader) for c in given):
        return question
    concepts = with_roles(question, {**dict.fromkeys(given, Role.OTHER), found[0]: Role.INTERVENTION})
    kept = "" if question.outcome.lower() in found[0].text.lower() else question.outcome
    return msgspec.structs.replace(question, outcome=kept, intervention=found[0].label, concepts=concepts)


def _met(question: Question) -> Question:
    """`on A, started on B, what of the INR?`: nothing but a test seems to be asked about, and what is asked is what two
    medicines do to it."""
    given, taken = question.having(Role.INTERVENTION), {name.lower() for name in question.patient.drugs}
    drugs = [c for c in having(question, Role.OTHER, "drug") if c.label.lower() in taken]
    tests = bool(given) and all(c.semantic == "test" for c in given)
    if not tests or len(drugs) != 2 or question.intent is Intent.DIAGNOSIS:
        return question
    concepts = with_roles(question, {**dict.fromkeys(given, Role.OTHER), **dict.fromkeys(drugs, Role.INTERVENTION)})
    words = " and ".join(c.text for c in drugs)
    return msgspec.structs.replace(question, intent=Intent.INTERACTION, intervention=words, concepts=concepts)


_WAYS: Final = frozenset(("drug administration routes", "drug delivery systems"))
"""Classes of what is no treatment but the way in which one is given."""
