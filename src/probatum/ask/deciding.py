"""What is asked about: one decision over every treatment and test that a question names.

`apical thrombus on echo. Can I use A rather than B?`, `on A, my tooth is infected, B ok?`, `A or B, and what first?`,
`tried A, wants B`: each that is named is weighed once by where it stands (the clause that asks, a choice, what syntax
takes for given), by who has it already and by what is said of it; the heaviest is asked about, with those that stand
beside it in a list or a choice. Where none weighs enough the question asks what to give, and names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.ask.between.options import options
from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import ONE, is_complaint, makes_outcome, without
from probatum.ask.pico.casting import WHAT
from probatum.ask.pico.clauses import MOST_TOLD, clauses
from probatum.ask.weighing import GONE, Named, one_clause, told, weighed_treatments
from probatum.ask.words.concepts import make
from probatum.model import Concept, Intent, Question, Role
from probatum.text import watching
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_ASKED: Final = (Role.INTERVENTION, Role.COMPARATOR)
_OF_TALES: Final = (Intent.THERAPY, Intent.DOSING, Intent.INTERACTION, Intent.DIAGNOSIS)
_INSTEAD: Final = expression(
    r"\b(?:rather than|instead of|in place of|alternatives? to|compared (?:to|with)|over|versus|vs\.?|v|better than"
    r"|or (?:stay|keep|carry on|continue)(?:ing)?(?: on| with| taking)?)\s+(?:an? |the |my |his |her )?$",
    re.IGNORECASE,
)
_OR_WOULD: Final = expression(
    r"\bor (?:would|should|could|is|are|shall|can) (?:(?:i|we|he|she|they) )?(?:(?:be|use|try|have|take|give|go for"
    r"|switch to"
    r"|change to|swap to) )?(?:the |an? )?$",
    re.IGNORECASE,
)
"""`is A still safe or would B be better`."""
_OPEN: Final = expression(
    r"\b(?:what|which|anything|something)\b[^.?;]{0,50}\b(?:next|else|left|missing|instead|best|first|should i"
    r" (?:give|use|add|try|start)|(?:drug|medicine|treatment|antibiotic|painkiller|tablet|option)s?\b)|\bnext step\b",
    re.IGNORECASE,
)
"""Wordings that ask what to give."""
_WHAT_FOR: Final = expression(r"^\W*(?:and |so |but )?what for\b", re.IGNORECASE)
"""`what for gout in a man on A`: what is taken already is not what is asked about."""
_LEAST: Final = 0.6
"""Weight from which on it is asked about."""
_NEAR: Final = 1.5
"""How much less than the heaviest one may weigh that is asked about with it."""
_GERMS: Final = ("B01.300", "B03", "B04")
"""MeSH trees of fungi, bacteria and viruses."""
MOST_ILL: Final = 3
"""Illnesses by which people are named; the others are told of them."""


def decided(question: Question, vocabulary: Vocabulary) -> Question:
    """The question about the treatments that weigh most, for whoever has the illnesses that are told."""
    return _had(_infected(question, _decided(question, vocabulary), vocabulary))


def _infected(before: Question, question: Question, vocabulary: Vocabulary) -> Question:
    """`H pylori first line: A or B`: a germ that syntax took for a treatment is what the people have."""
    held = {c.text for role in _ASKED for c in before.having(role)}
    germs = [
        c
        for c in having(question, Role.OTHER)
        if c.text in held and (term := vocabulary.term(c.id)) and any(t.startswith(_GERMS) for t in term.trees)
    ]
    if not germs:
        return question
    people = question.population or f"people with {' and '.join(c.label for c in germs)}"
    concepts = with_roles(question, dict.fromkeys(germs, Role.POPULATION))
    return msgspec.structs.replace(question, concepts=concepts, population=people)


_FOR: Final = expression(r"\bfor (?:an? |the |his |her |my |their )?(?:[\w-]+ )?$", re.IGNORECASE)


def _had(question: Question) -> Question:
    """`low mood on A, next step?`: an illness of the tale is had by whom it is about, and is no outcome."""
    if _SOMEBODY.match(question.outcome):
        question = msgspec.structs.replace(question, outcome="")
    pieces = clauses(question.read)
    asks = [one for one in pieces if one.asks] or pieces[-1:]
    ill = [c for c in having(question, Role.OUTCOME, *_ILL) if is_complaint(c)]
    low = question.read.lower()
    told_of = [c for c in ill if not any(c.text.lower() in low[one.start : one.end] for one in asks)]
    treats = question.intent is Intent.HARM and all(_FOR.search(low[: low.find(c.text.lower())]) for c in told_of)
    tale = len(pieces) > 1 and told_of and (treats or question.intent in _OF_TALES)
    if not tale or len(told_of) < len(having(question, Role.OUTCOME)):
        return question
    if makes_outcome(question.read[min(one.start for one in asks) :]):
        return question
    concepts = with_roles(question, dict.fromkeys(told_of, Role.POPULATION))
    return msgspec.structs.replace(question, outcome="", concepts=concepts, population=_people(question, concepts))


def _decided(question: Question, vocabulary: Vocabulary) -> Question:
    spoken = question.intent is Intent.MECHANISM and not told(question.intervention)
    if spoken or question.intent is Intent.INTERACTION or len(question.read.split()) > MOST_TOLD:
        return question
    weighed = weighed_treatments(question)
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
    taken = {drug.lower() for drug in question.patient.drugs}
    if _WHAT_FOR.search(question.read) and all(c.label.lower() in taken for c in given):
        return _open(question)
    return _about(question, given, against)


def _rest(weighed: Sequence[Named], against: Sequence[Concept]) -> list[Concept]:
    """The heaviest of what nothing else is compared with."""
    left = [each for each in weighed if each.concept not in against and each.weight > -GONE / 2]
    return [max(left, key=lambda each: each.weight).concept] if left else []


def _compared(question: Question, each: Named) -> bool:
    """Whether it stands for what another is compared with."""
    before = question.read[: each.start]
    if _INSTEAD.search(before) or _OR_WOULD.search(before):
        return True
    return each.concept.role is Role.COMPARATOR and not told(question.comparator) and not told(question.intervention)


def _as_read(question: Question, given: Sequence[Concept], against: Sequence[Concept]) -> bool:
    """Whether syntax gave the very same, in words of their own."""
    held = (having(question, role, *GIVEN) for role in _ASKED)
    same = all({c.text for c in one} == {c.text for c in two} for one, two in zip(held, (given, against), strict=True))
    low = question.intervention.lower()
    read = question.read.lower()
    whole = all(c.text.lower() in low or not _OR_ELSE.search(read[: read.rfind(c.text.lower())]) for c in given)
    return same and whole and not told(low)


def _optional(question: Question, weighed: Sequence[Named], vocabulary: Vocabulary) -> Question | None:
    """The question about all that it lists to choose from, where one of it is not known as a treatment; None if not."""
    ill = [c for c in question.concepts if c.semantic in _ILL]
    found = options(question, [each.concept for each in weighed if each.weight > -GONE / 2], ill)
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


def _chosen(question: Question, weighed: Sequence[Named]) -> list[Named]:
    """The heaviest, and what is nearly as heavy; of drugs that are only taken, the heaviest where nothing is open."""
    best = max((each.weight for each in weighed), default=-GONE)
    if best >= _LEAST:
        least, whole = max(best - _NEAR, _LEAST), not told(question.intervention) and not told(question.comparator)
        heaviest = next(each.concept for each in weighed if each.weight == best)
        whole = whole and heaviest.role is Role.INTERVENTION
        near = [
            each
            for each in weighed
            if each.weight >= least or (whole and each.concept.role is Role.COMPARATOR and each.weight >= _LEAST)
        ]
        top = next(each for each in weighed if each.concept == heaviest)
        near += [
            each for each in weighed if each not in near and each.weight >= _LEAST and _or_else(question, top, each)
        ]
        if question.intent is Intent.DIAGNOSIS:
            return near
        return [each for each in near if each.concept.semantic != "test"] or near
    if best <= -GONE / 2 or (_asks_what(question) and not _of_the_taken(question)):
        return []
    words = question.intervention.lower()
    names = [name.lower() for c in question.concepts if c.semantic for name in (c.text, c.label)]
    if words and not told(words) and not any(name in words for name in names):
        weighed = [each for each in weighed if each.concept.label not in question.patient.drugs]  # `do socks help on A`
    asks = any(one.asks for one in clauses(question.read))
    return [each for each in weighed if each.weight == best and (asks or each.concept.role in _ASKED)][:1]


_OR_ELSE: Final = expression(r"\bor (?:just |maybe |even |else )*(?:the |an? |some )?$", re.IGNORECASE)


def _or_else(question: Question, one: Named, other: Named) -> bool:
    """`is A worth it or just B`: whether the other is set against it in its sentence."""
    here = one_clause(clauses(question.read), one, other)
    return here and one.end < other.start and bool(_OR_ELSE.search(question.read[: other.start]))


_EVENT: Final = expression(
    r"\b(?:(?:wants?|trying for|try for|have|having|planning) (?:an? |another )?(?:baby|child|children|pregnancy)"
    r"|(?:get|getting|become|becoming|fall|falling|is|am|i'm|she's) pregnant|conceiv\w+|breast-?feed\w*"
    r"|(?:operation|surgery|tooth out|extraction|procedure) (?:next|tomorrow|soon|on|in|this|due|planned|booked))\b",
    re.IGNORECASE,
)
"""What is to come, for which a medicine that is taken may have to be changed."""


def _of_the_taken(question: Question) -> bool:
    """`on A, what monitoring is needed?`, `takes A and wants a baby, what do we do?`: what is taken is asked about."""
    return watching.asks(question.read) or (
        _EVENT.search(question.read) is not None and not _OPEN.search(question.read)
    )


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
    if question.population and question.population not in named and not (ill and ONE.fullmatch(question.population)):
        return question.population
    ill = sorted(ill, key=lambda c: c.semantic != "condition")[:MOST_ILL]  # a symptom gives way to an illness
    ill.sort(key=lambda c: question.read.lower().find(c.text.lower()))
    return f"people with {' and '.join(c.label for c in ill)}" if ill else ""


_SOMEBODY: Final = expression(r"(?:an? )?\d{1,3}[- ](?:year|month|week)s?[- ]old\b", re.IGNORECASE)


def _words(concept: Concept) -> str:
    """Its words, without the capital that they owe to the beginning of a sentence."""
    return concept.text.lower() if concept.text.istitle() and concept.label.islower() else concept.text


def _left(question: Question, given: Sequence[Concept]) -> str:
    """`surgery or wait`: what syntax compares with, where that is no treatment and no story."""
    words = question.comparator
    kept = words and not told(words) and not told(question.intervention)
    return words if kept and having(question, Role.INTERVENTION) == [*given] else ""
