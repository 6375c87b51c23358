"""What is asked about: one decision over every treatment and test that a question names.

`apical thrombus on echo. Can I use A rather than B?`, `on A, my tooth is infected, B ok?`, `A or B, and what first?`,
`tried A, wants B`: each that is named is weighed once by where it stands (the clause that asks, a choice, what syntax
takes for given), by who has it already and by what is said of it; the heaviest is asked about, with those that stand
beside it in a list or a choice. Where none weighs enough the question asks what to give, and names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from probatum.ask.casting import WHAT
from probatum.ask.choosing import choice, listed, or_not
from probatum.ask.clauses import MOST_TOLD, Clause, clauses
from probatum.ask.concepts import make
from probatum.ask.options import options
from probatum.ask.sufferers import GIVEN, having, with_roles
from probatum.ask.taking import CHECKED, NORMAL, VALUE
from probatum.ask.whom import denied, is_complaint, makes_outcome, without
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.classes import members

_ILL: Final = ("condition", "symptom")
_ASKED: Final = (Role.INTERVENTION, Role.COMPARATOR)
_OF_TALES: Final = (Intent.THERAPY, Intent.DOSING, Intent.INTERACTION, Intent.DIAGNOSIS)
_PRONOUN: Final = expression(
    r"\b(?:it|them|these|those|this|that|this one|that one|the (?:tablets?|pills?|drug|medicine|jab|injection))\b",
    re.IGNORECASE,
)
_INSTEAD: Final = expression(
    r"\b(?:rather than|instead of|in place of|alternatives? to|compared (?:to|with)|over|versus|vs\.?|v|better than"
    r"|or (?:would|should|could|is|are|shall|can) (?:(?:i|we|he|she|they) )?(?:be |use |try |have |take |give "
    r"|go for |switch to )?"
    r"(?:the )?|or (?:stay|keep|carry on|continue)(?:ing)?(?: on| with| taking)?)\s+(?:an? |the |my |his |her )?$",
    re.IGNORECASE,
)
_TAKEN: Final = expression(
    r"\b(?:on|takes?|taking|took|given|had|stays? on|already on|with)\s+(?:my |his |her |their |an? |the )?$",
    re.IGNORECASE,
)
_HAD: Final = expression(
    r"\b(?:tried|trying|failed|after|stopped|finished|completed|came off|intoleran\w+ (?:of|to)|can'?t (?:have"
    r"|tolerate)|couldn'?t tolerate|did not tolerate|despite|since|got [\w-]+ (?:with|from|on|w/)|not (?:on"
    r"|keen on))\s+"
    r"(?:the |an? |her |his |my |\d+ [\w-]+ of ){0,2}$",
    re.IGNORECASE,
)
"""What stands before a treatment that was had, or is not wanted."""
_WANTED: Final = expression(
    r"\b(?:adding|to add|worth (?:adding|trying|giving|starting|using)|(?:evidence|data|role|place|case)"
    r" (?:for|of|on|behind)) (?:an? |the |some |oral |iv )?$",
    re.IGNORECASE,
)
"""What stands before a treatment that is asked about, whatever was given before."""
_OPEN: Final = expression(
    r"\b(?:what|which|anything|something)\b[^.?;]{0,50}\b(?:next|else|left|missing|instead|best|first|should i"
    r" (?:give|use|add|try|start)|(?:drug|medicine|treatment|antibiotic|painkiller|tablet|option)s?\b)|\bnext step\b",
    re.IGNORECASE,
)
"""Wordings that ask what to give."""
_STORY: Final = expression(
    r"[,.;:?!]\s|\b(?:i|i'm|(?-i:im|Im)|he|she|they|we|my|his|her|asks?|wants?|please|check|started|since|ago|tried"
    r"|been|into"
    r"|does|do|is|are|was|has|have|can|should|will|but|because|when|while|if|make|makes|cause|causes|put|puts|come"
    r"|came|off|get|gets|any|doing|going|doctor|gp|nurse"
    r"|pharmacist|yes|no|not|what|which|how|sensitivity|timings?|until|need|needs|test)\b",
    re.IGNORECASE,
)
"""Words that a treatment's own words do not have."""
_BY_KIND: Final = {"drug": 1.0, "procedure": 0.75, "test": 0.25}
_OF_TESTS: Final = {"drug": 0.0, "procedure": 0.25, "test": 2.0}
_BY_SYNTAX: Final = {Role.INTERVENTION: 4.0, Role.COMPARATOR: 3.0}
_IN_STORY: Final = 2.5
"""Taken off where the words that syntax took for a treatment tell a story."""
_ASKED_THERE: Final = 3.0
_CHOICE: Final = 4.0
_OWN: Final = 5.0
_BEHIND: Final = 3.0
_GONE: Final = 20.0
_LEAST: Final = 0.6
"""Weight from which on it is asked about."""
_NEAR: Final = 1.5
"""How much less than the heaviest one may weigh that is asked about with it."""
_REACH: Final = 60
MOST_ILL: Final = 3
"""Illnesses by which people are named; the others are told of them."""


class Named(NamedTuple):
    """A treatment or test where a question names it last, and how much speaks for its being asked about."""

    start: int
    end: int
    concept: Concept
    weight: float = 0.0


def decided(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about the treatments that weigh most, for whoever has the illnesses that are told."""
    return _had(_decided(question, vocabulary))


def _had(question: Question) -> Question:
    """`low mood on A, next step?`: an illness of the tale is had by whom it is about, and is no outcome."""
    if _SOMEBODY.match(question.outcome):
        question = msgspec.structs.replace(question, outcome="")
    pieces = clauses(question.read)
    asks = [one for one in pieces if one.asks] or pieces[-1:]
    ill = [c for c in having(question, Role.OUTCOME, *_ILL) if is_complaint(c)]
    low = question.read.lower()
    told_of = [c for c in ill if not any(c.text.lower() in low[one.start : one.end] for one in asks)]
    if (
        len(pieces) < 2
        or not told_of
        or question.intent not in _OF_TALES
        or len(told_of) < len(having(question, Role.OUTCOME))
    ):
        return question
    if makes_outcome(question.read[min(one.start for one in asks) :]):
        return question
    concepts = with_roles(question, dict.fromkeys(told_of, Role.POPULATION))
    return msgspec.structs.replace(question, outcome="", concepts=concepts, population=_people(question, concepts))


def _decided(question: Question, vocabulary: Vocabulary) -> Question:
    spoken = question.intent is Intent.MECHANISM and not told(question.intervention)
    if spoken or question.intent is Intent.INTERACTION or len(question.read.split()) > MOST_TOLD:
        return question
    weighed = _weighed(question)
    listed_here = _optional(question, weighed, vocabulary)
    if listed_here is not None:
        return listed_here
    chosen = _chosen(question, weighed)
    if not chosen:
        return _open(question)
    against = [each.concept for each in chosen if _compared(question, each)]
    given = [each.concept for each in chosen if each.concept not in against] or _rest(weighed, against)
    if not given or _as_read(question, given, against):
        return question
    return _about(question, given, against)


def _rest(weighed: Sequence[Named], against: Sequence[Concept]) -> list[Concept]:
    """The heaviest of what nothing else is compared with."""
    left = [each for each in weighed if each.concept not in against and each.weight > -_GONE / 2]
    return [max(left, key=lambda each: each.weight).concept] if left else []


def _compared(question: Question, each: Named) -> bool:
    """Whether it stands for what another is compared with."""
    if _INSTEAD.search(question.read[: each.start]):
        return True
    return each.concept.role is Role.COMPARATOR and not told(question.comparator) and not told(question.intervention)


def _as_read(question: Question, given: Sequence[Concept], against: Sequence[Concept]) -> bool:
    """Whether syntax gave the very same, in words of their own."""
    held = (having(question, role, *GIVEN) for role in _ASKED)
    same = all({c.text for c in one} == {c.text for c in two} for one, two in zip(held, (given, against), strict=True))
    return same and not told(question.intervention)


def _optional(question: Question, weighed: Sequence[Named], vocabulary: Vocabulary) -> Question | None:
    """The question about all that it lists to choose from, where one of it is not known as a treatment; None if not."""
    ill = [c for c in question.concepts if c.semantic in _ILL]
    found = options(question, [each.concept for each in weighed if each.weight > -_GONE / 2], ill)
    if found is None:
        return None
    known = {each.concept.text.lower(): each.concept for each in weighed}
    parts = [[_option(words, known, vocabulary) for words in one] for one in found]
    read = " ".join((question.intervention, question.comparator)).lower()
    whole = not told(question.intervention) and not told(question.comparator)
    named = all(w.lower() in read for one in found for w in one)
    if all(c in known.values() for one in parts for c in one) or (whole and named):
        return None
    made = tuple(c for one in parts for c in one if c not in question.concepts)
    inside = [c for c in question.concepts if any(c.text.lower() in w.text.lower() for w in made)]
    kept = tuple(c for c in question.concepts if c not in inside)
    held = msgspec.structs.replace(question, concepts=(*kept, *made))
    about = _about(held, parts[0], parts[1])
    words = [" or ".join(one) for one in found]
    return msgspec.structs.replace(about, intervention=words[0], comparator=words[1])


def _option(words: str, known: dict[str, Concept], vocabulary: Vocabulary) -> Concept:
    """What an option names: a treatment that the question was read to name, or the words themselves."""
    inside = [name for name in known if name in words.lower()]
    if inside:
        return known[max(inside, key=len)]
    return make(words, next(iter(vocabulary.lookup(words)), None), Role.INTERVENTION, vocabulary)


def told(words: str) -> bool:
    """Whether words tell a story, and so are no name of what is given."""
    return _STORY.search(words) is not None


def _weighed(question: Question) -> list[Named]:
    """What a question names to be given or done, in the order in which it stands, each with its weight."""
    low, named = question.read.lower(), []
    for concept in question.concepts:
        at = low.rfind(concept.text.lower())
        end = at + len(concept.text)
        if at >= 0 and concept.semantic not in _ILL and (concept.semantic in GIVEN or or_not(low[end:])):
            named.append(Named(at, end, concept))
    named.sort(key=lambda each: each[:2])
    asking = _asking(question, named)
    named = [each for each in named if not _stands_for(each, named)]
    paired = _paired(low, named)
    return [each._replace(weight=_weight(question, each, each in asking, each in paired)) for each in named]


def _weight(question: Question, each: Named, asking: bool, paired: bool) -> float:
    """How much speaks for its being asked about; each reason counts once."""
    text, concept = question.read, each.concept
    before = text[max(0, each.start - _REACH) : each.start]
    kinds = _OF_TESTS if question.intent is Intent.DIAGNOSIS else _BY_KIND
    weight = kinds.get(concept.semantic, 0.0)
    if concept.role in _ASKED:
        weight += _BY_SYNTAX[concept.role] - (_IN_STORY if told(getattr(question, concept.role.value)) else 0.0)
    weight += _ASKED_THERE if asking else 0.0
    weight += _CHOICE if paired or _WANTED.search(before) or or_not(text[each.end :].lower()) else 0.0
    weight -= _BEHIND if CHECKED.match(text, each.end) else 0.0
    weight -= _OWN if concept.label in question.patient.drugs and not paired else 0.0
    weight -= _BEHIND if (_TAKEN.search(before) and not paired) or _HAD.search(before) else 0.0
    gone = denied(concept, text) or {concept.label, concept.text.lower()} & {*question.patient.allergies}
    watched = concept.semantic == "test" and watching.asks(text)  # `which blood tests with A` asks about A
    return weight - (_GONE if gone or watched or _is_result(question, each) else 0.0)


def _stands_for(one: Named, named: Sequence[Named]) -> list[Named]:
    """The members that a class stands for where they are named before it: `A ..., is it the statin`."""
    held = {*members(one.concept.label)}
    return [
        each
        for each in named
        if each.end <= one.start
        and each.concept.label != one.concept.label
        and (each.concept.label in held or one.concept.label in each.concept.broader)
    ]


def _is_result(question: Question, each: Named) -> bool:
    """Whether a figure that was measured stands behind it."""
    if each.concept.semantic == "test" and question.intent is not Intent.DIAGNOSIS:
        return bool(VALUE.match(question.read, each.end) or NORMAL.search(question.read[: each.start]))
    return _IN_A_ROW.match(question.read, each.end) is not None


_IN_A_ROW: Final = expression(
    r" ?\d+(?:\.\d+)?,? (?:and )?(?:RR|BP|HR|pulse|resps?|sats|SpO2|temp|CRP|WCC|WBC|Hb|creat\w*|Na|K|e?GFR|GCS)\b",
    re.IGNORECASE,
)
"""Figures in a row: `urea 9.1, RR 24, BP 118/70`."""


def _asking(question: Question, named: Sequence[Named]) -> list[Named]:
    """The treatments that the clauses which ask name, else the last told before that a pronoun there stands for."""
    text = question.read
    pieces = clauses(text)
    ask = [one for one in pieces if one.marked] or [one for one in pieces if one.opens] or pieces[-1:]
    if len(pieces) < 2:
        return []
    found = [each for each in named if any(one.start <= each.start < one.end for one in ask)]
    found = [each for each in found if not _TAKEN.search(text[: each.start])] or found
    found = [one for each in found for one in (_stands_for(each, named) or [each])]
    if found or not any(_PRONOUN.search(text[one.start : one.end]) for one in ask):
        return found
    before = [each for each in named if each.start < ask[-1].start and each.concept.semantic in GIVEN]
    fresh = [each for each in before if each.concept.label not in question.patient.drugs] or before
    return [each for each in fresh if _one_clause(pieces, each, fresh[-1])]


def _one_clause(pieces: Sequence[Clause], one: Named, other: Named) -> bool:
    return any(piece.start <= one.start < piece.end and piece.start <= other.start < piece.end for piece in pieces)


def _paired(low: str, named: Sequence[Named]) -> list[Named]:
    """The treatments between which a question asks: with `or` between two, and the list before them."""
    given = [each for each in named if each.concept.semantic in GIVEN]
    for place, (one, two) in enumerate(pairwise(given)):
        if one.end <= two.start and choice(low[one.end : two.start]):
            first = place
            while first and _in_list(low, given[first - 1], given[first]):
                first -= 1
            return given[first : place + 2]
    return []


def _in_list(low: str, one: Named, two: Named) -> bool:
    """Whether a treatment is the one before in a list of choices, and not one that somebody takes."""
    return listed(low[one.end : two.start]) and not _TAKEN.search(low[: one.start])


def _chosen(question: Question, weighed: Sequence[Named]) -> list[Named]:
    """The heaviest, and what is nearly as heavy; of drugs that are only taken, the heaviest where nothing is open."""
    best = max((each.weight for each in weighed), default=-_GONE)
    if best >= _LEAST:
        least, whole = max(best - _NEAR, _LEAST), not told(question.intervention) and not told(question.comparator)
        heaviest = next(each.concept for each in weighed if each.weight == best)
        whole = whole and heaviest.role is Role.INTERVENTION
        near = [
            each
            for each in weighed
            if each.weight >= least or (whole and each.concept.role is Role.COMPARATOR and each.weight >= _LEAST)
        ]
        return [each for each in near if each.concept.semantic != "test"] or near
    if best <= -_GONE / 2 or _asks_what(question):
        return []
    asks = any(one.asks for one in clauses(question.read))
    return [each for each in weighed if each.weight == best and (asks or each.concept.role in _ASKED)][:1]


def _asks_what(question: Question) -> bool:
    return _OPEN.search(question.read) is not None or WHAT.search(question.read) is not None


def _open(question: Question) -> Question:
    """The question without what is only told of in the place of a treatment: who takes or has it is asked about."""
    held = [c for role in _ASKED for c in question.having(role)]
    named = [c for c in held if c.semantic in GIVEN]
    if not named and not told(question.intervention):
        return question
    return _about(question, (), ())


def _about(question: Question, given: Sequence[Concept], against: Sequence[Concept]) -> Question:
    changed: dict[Concept, Role] = {
        c: Role.POPULATION if c.semantic in _ILL else Role.OTHER for role in _ASKED for c in question.having(role)
    }
    changed |= dict.fromkeys(given, Role.INTERVENTION) | dict.fromkeys(against, Role.COMPARATOR)
    concepts = without(with_roles(question, changed), question.read)
    wanted = {c.text.lower() for c in (*given, *against)}
    kept = "" if any(words in question.outcome.lower() for words in wanted) else question.outcome
    own = {c.label for c in given}
    patient = question.patient
    if len(given) > 1:
        patient = msgspec.structs.replace(patient, drugs=tuple(d for d in patient.drugs if d not in own))
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=" or ".join(_words(c) for c in given),
        comparator=" or ".join(_words(c) for c in against) or _left(question, given),
        outcome=kept,
        population=_people(question, concepts),
        patient=patient,
    )


def _people(question: Question, concepts: Sequence[Concept]) -> str:
    """Whom it is about: in the words of the question, else by the illnesses that are had, as they are told."""
    ill = [c for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    named = {f"people with {words}" for c in ill for words in (c.label, c.text)}
    if question.population and question.population not in named and not (ill and _ONE.fullmatch(question.population)):
        return question.population
    ill = [c for c in ill if c.semantic == "condition"] or ill
    ill.sort(key=lambda c: question.read.lower().find(c.text.lower()))
    return f"people with {' and '.join(c.label for c in ill[:MOST_ILL])}" if ill else ""


_SOMEBODY: Final = expression(r"(?:an? )?\d{1,3}[- ](?:year|month|week)s?[- ]old\b", re.IGNORECASE)
_ONE: Final = expression(
    r"(?:yesterday |today |an? |the )?(?:\d{1,3}[- ](?:year|month|week|day)s?[- ]old )?(?:man|woman|boy|girl|child"
    r"|patient|person|lady"
    r"|gentleman|male|female|infant|baby|bloke|fella|chap|lad|someone|somebody)(?: w symptoms)?",
    re.IGNORECASE,
)
"""One of whom nothing is said but what `Patient` holds."""


def _words(concept: Concept) -> str:
    """Its words, without the capital that they owe to the beginning of a sentence."""
    return concept.text.lower() if concept.text.istitle() and concept.label.islower() else concept.text


def _left(question: Question, given: Sequence[Concept]) -> str:
    """`surgery or wait`: what syntax compares with, where that is no treatment and no story."""
    words = question.comparator
    kept = words and not told(words) and not told(question.intervention)
    return words if kept and having(question, Role.INTERVENTION) == [*given] else ""
