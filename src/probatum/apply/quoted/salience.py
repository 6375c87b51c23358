"""Salience: how probable it is that a sentence of a source tells what the question wants to know.

Composers write from findings, directives and cues that they can read; a sentence whose wording none of them knows would
be lost, however much it says. So every sentence of the sources that may speak is weighed by features that ask nothing
of its wording: how many of the question's words it holds and how rare they are (BM25: Robertson and Zaragoza 2009,
doi:10.1561/1500000019), what its record holds, where it stands, and for whom it speaks. The weights are a logistic
regression fitted by `scripts/train/salience.py` on the questions of `benchmarks/facts.tsv`.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from probatum.apply.quoted import sides
from probatum.apply.quoted.choosing import spelled
from probatum.apply.quoted.quotable import allows, quotable
from probatum.apply.quoted.wanted import Wanted
from probatum.apply.together import making_way
from probatum.model import (
    Appraisal,
    Concept,
    Design,
    Question,
    Record,
    RecordKind,
    RecordStatus,
    Role,
    SectionKind,
    SectionRole,
    Span,
)
from probatum.text import scores, sentences, words
from probatum.text.expressions import caseless

if TYPE_CHECKING:
    from probatum.apply.context import Context

MOST: Final = 60
"""Sentences that are weighed whole, of those that share most words with the question."""
SENTENCES: Final = 60
"""Sentences of a record that are looked at, from its beginning; of full texts the abstract and the results count."""
REPEATED: Final = 1.0
"""What a sentence loses, in log odds, whose every word was chosen before."""
NEW: Final = 0.3
"""Least share of a sentence's stems, figures among them, that none chosen before has."""
_ASKED: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
"""Parts of an abstract that tell what is asked, and find nothing."""
_SATURATES, _BY_LENGTH, _BY_LENGTH_OF_RECORD = 1.2, 0.5, 0.75
"""BM25's k1, and b for sentences and for records."""
_SPOKEN: Final = (SectionKind.ABSTRACT, SectionKind.LABEL)
_LONG: Final = 40
_PARTS: Final = {
    "dose": caseless(r"\bdos(?:e|es|age|ing)\b|\bposology\b|\badministration\b"),
    "bar": caseless(r"\bcontra-?indications?\b"),
    "warning": caseless(r"\bwarnings?\b|\bprecautions?\b|\bboxed\b"),
    "interaction": caseless(r"\binteractions?\b"),
    "use": caseless(r"\bindicat(?:ions?|ed)\b|\btherapeutic\b"),
    "state": caseless(r"\bpregnan|\blactat|\bbreast|\bchild|\bpa?ediatric|\bgeriatric|\bspecific pop|\brenal\b"),
    "harm": caseless(r"\badverse\b|\bundesirable\b|\bside effects?\b"),
}
"""Parts of a label, by their headings."""
_STATES: Final = {
    "pregnancy": caseless(r"\bpregnan|\bf(?:o?etal|o?etus)\b|\btrimester|\bgestation"),
    "breastfeeding": caseless(r"\bbreast|\bmilk\b|\blactat|\binfant"),
    "kidney": caseless(r"\bkidney|\brenal|\bcreatinine|\bgfr\b|\begfr\b|\bdialys"),
}
_DOSE: Final = caseless(
    r"\d ?(?:mg|g|micrograms?|mcg|ml|units?|IU|mmol|Gy)\b|\bfor (?:the first )?\d+ (?:days?|weeks?)\b"
)
"""Amounts and lengths in which a treatment is given."""
_TIMED: Final = caseless(r"\d(?:\.\d+)? (?:days?|weeks?|months?|years?)\b")
_ASKS_TIME: Final = caseless(r"\bhow long\b|\bduration\b|\bcourse\b|\bdays\b|\bweeks\b|\bstop\b|\bwhen\b")


class Salient(NamedTuple):
    """A sentence, the probability that it tells what is wanted, and the stems by which it is compared."""

    appraisal: Appraisal
    span: Span
    worth: float
    stems: frozenset[str]


class Told(NamedTuple):
    """A sentence of a record: its place in its section, its stems in order."""

    span: Span
    heading: str
    role: SectionRole
    place: int
    stems: tuple[str, ...]
    bag: _Bag


class _Bag(NamedTuple):
    """A document as BM25 sees it: how often each of its stems stands in it, and how many there are."""

    counts: dict[str, int]
    length: int

    @classmethod
    def of(cls, stems: Collection[str]) -> _Bag:
        return cls(dict(Counter(stems)), len(stems))


class _Weights(msgspec.Struct, frozen=True):
    """What each feature adds to the log odds."""

    intercept: float
    features: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> _Weights:
    """The fitted weights that ship with the package."""
    held = tomllib.loads(resources.files(__package__ or "probatum.apply").joinpath("salience.toml").read_text("utf-8"))
    return msgspec.convert(held, _Weights)


@lru_cache(maxsize=512)
def sentences_in(record: Record) -> tuple[Told, ...]:
    """The sentences of a record that may be weighed: of its abstract, else of its body; of a label every part."""
    parts = [s for s in record.evidence_sections if s.kind in _SPOKEN]
    parts = parts or [s for s in record.evidence_sections if s.kind is SectionKind.BODY]
    made = (
        Told(Span(record, s.id, start, end), s.heading, s.role, place, stems, _Bag.of(stems))
        for s in parts
        for place, (start, end) in enumerate(sentences.split(s.text))
        for stems in (_stemmed(s.text[start:end]),)
    )
    return tuple(told for told, _ in zip(made, range(SENTENCES), strict=False))


def _stemmed(text: str) -> tuple[str, ...]:
    return tuple(map(words.stem, words.content(text)))


class _Pool(NamedTuple):
    """Documents of which those are sought that hold some stems, with what BM25 needs of them."""

    bags: Sequence[_Bag]
    rarity: Mapping[str, float]
    """Of each stem asked for how rare it is, in their order."""
    length: float
    by_length: float

    @classmethod
    def of(cls, bags: Sequence[_Bag], asked: Sequence[str], by_length: float) -> _Pool:
        holders = dict.fromkeys(asked, 0)
        for bag in bags:
            if not bag.counts.keys().isdisjoint(asked):  # most hold none
                for stem in asked:
                    holders[stem] += stem in bag.counts
        rarity = {stem: math.log(1 + len(bags) / (1 + holding)) for stem, holding in holders.items()}
        length = sum(bag.length for bag in bags) / max(1, len(bags))
        return cls(bags, rarity, length or 1.0, by_length)

    def scores(self) -> list[float]:
        """BM25 of each document against the stems asked for."""
        return [self._score(bag) for bag in self.bags]

    def _score(self, bag: _Bag) -> float:
        counts = bag.counts
        if counts.keys().isdisjoint(self.rarity):
            return 0.0
        held = [(rarity, counts[stem]) for stem, rarity in self.rarity.items() if stem in counts]
        norm = _SATURATES * (1 - self.by_length + self.by_length * bag.length / self.length)
        return sum(rarity * n * (_SATURATES + 1) / (n + norm) for rarity, n in held)


def sources(context: Context) -> tuple[Appraisal, ...]:
    """Everything of which a sentence may be told: what was kept, the labels of its options, and what was left out;
    what only announces a study, and older editions, tell nothing."""
    kept = {a.record.id: a for a in (*context.further, *context.option_labels, *context.appraisals)}
    return tuple(
        a
        for a in kept.values()
        if a.record.kind is not RecordKind.REGISTRY_ENTRY
        and a.study.design not in (Design.PROTOCOL, Design.REGISTRY)
        and (a.record.status is not RecordStatus.SUPERSEDED or a not in context.further)
    )


def candidates(context: Context) -> Iterator[tuple[Appraisal, Span, dict[str, float]]]:
    """The sentences nearest to a question in words, best first, with their features by name."""
    reader = _Reader(context.question)
    for source, told, shared in _nearest(context):
        yield source, told.span, shared | reader.features(source, told)


def _nearest(context: Context) -> Iterator[tuple[Appraisal, Told, dict[str, float]]]:
    """The sentences nearest to a question in words, best first, with how near they and their records are."""
    question, held = context.question, sources(context)
    left_out = {a.record.id for a in context.further}
    asked = sorted({s for s in (*_stemmed(question.read), *_stemmed(question.typed)) if not s.isdigit()})
    scored = scores.may_tell(question.typed)
    every = [
        (source, told)
        for source in held
        for told in sentences_in(source.record)
        if not (scored and scores.another(question.typed, told.span.quote))
    ]
    if not every or not asked:
        return
    whole = _Pool.of([_whole(source.record) for source in held], asked, _BY_LENGTH_OF_RECORD).scores()
    of_record = {source.record.id: score for source, score in zip(held, whole, strict=True)}
    best = max(whole) or 1.0
    met = _Pool.of([told.bag for _, told in every], asked, _BY_LENGTH).scores()
    most = max(met) or 1.0
    rows = [
        (score / most, of_record[source.record.id] / best, source, told)
        for score, (source, told) in zip(met, every, strict=True)
    ]
    rows.sort(key=lambda row: (-(2 * row[0] + row[1] + row[2].score), row[2].record.id, row[3].span.start))
    for shared, nearness, source, told in rows[:MOST]:
        made = {"words": shared, "record": nearness, "score": source.score}
        made["left out"] = float(source.record.id in left_out)
        yield source, told, made


@lru_cache(maxsize=512)
def _whole(record: Record) -> _Bag:
    """Title and sentences of a record as one document."""
    return _Bag.of((*_stemmed(record.title), *(stem for told in sentences_in(record) for stem in told.stems)))


class _Reader:
    """Reads the features of sentences against one question."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.wanted = Wanted.of(question)
        self.known = [c for c in question.concepts if c.semantic]
        self.names = {c: [n for name in c.names if (n := words.stems(name))] for c in self.known}
        self.given = [c for c in question.having(Role.INTERVENTION) if c in self.names]
        patient = question.patient
        told = {
            "pregnancy": bool(patient.pregnancy),
            "breastfeeding": patient.breastfeeding,
            "kidney": bool(patient.kidney or patient.creatinine),
        }
        self.states = [_STATES[name] for name, so in told.items() if so]
        given = [n for c in self.given for n in c.names]
        # What is asked beside the treatment: every sentence of a label names its medicine.
        self.beyond = {s: w for s, w in self.wanted.weights.items() if s not in words.stems(" ".join(given))}
        self.medicines = [c for c in self.known if c.semantic == "drug"]
        self.timed = bool(_ASKS_TIME.search(question.read))
        self.sides = sides.asked(question.read)

    def _held(self, concepts: Sequence[Concept], stems: frozenset[str]) -> float:
        """The share of concepts of which some stems hold a name."""
        held = sum(any(name <= stems for name in self.names[c]) for c in concepts)
        return held / len(concepts) if concepts else 0.0

    def features(self, source: Appraisal, told: Told) -> dict[str, float]:
        """What can be said of a sentence without knowing its wording; see `scripts/train/salience.py`."""
        text, record = told.span.quote, source.record
        own = spelled(told.span)
        title = words.stems(record.title)
        total = sum(self.wanted.weights.values()) or 1.0
        held = self.wanted.held(own)
        titled = self.wanted.held(title | words.stems(told.heading)) - held
        label = record.kind is RecordKind.LABEL
        beyond = sum(self.beyond[s] for s in held if s in self.beyond) / (sum(self.beyond.values()) or 1.0)
        made = {
            "beyond": beyond,
            "beyond in label": label * beyond,
            "medicines": max(0.0, self._held(self.medicines, own | title | _apart(text)) * len(self.medicines) - 1),
            "share": sum(self.wanted.weights[s] for s in held) / total,
            "titled": sum(self.wanted.weights[s] for s in titled) / total,
            "concepts": self._held(self.known, own | title),
            "treatment in title": self._held(self.given, title),
            "indirect": float(bool(source.directness.note)),
            "first": 1 / (1 + told.place),
            "length": min(len(told.stems), _LONG) / _LONG,
            "figure": float(any(map(str.isdigit, text))),
            "label": float(label),
            "medicine taken": float(any(drug.lower() in text.lower() for drug in self.question.patient.drugs)),
            "state": float(any(state.search(text) for state in self.states)),
            "allows": float(bool(self.states) and allows(told.span)),
            "time": float(self.timed and bool(_TIMED.search(text))),
        }
        told_sides = sides.told(text)
        made |= {name: float(side in told_sides) for side, name in _TELLS.items()}
        made |= {name: float(side in told_sides and side in self.sides) for side, name in _ASKS.items()}
        made["sides"] = len(told_sides & self.sides) / max(1, len(self.sides))
        made |= _of_role(told.role)
        made |= _of_heading(told.heading if label else "")
        return made


_TELLS: Final = {side: f"tells {side}" for side in sides.SIDES}
_ASKS: Final = {side: f"asked {side}" for side in sides.SIDES}


@cache
def _of_role(role: SectionRole) -> dict[str, float]:
    """The features of the part of an abstract in which a sentence stands."""
    return {f"role {one.value}": float(role is one) for one in SectionRole if one}


@lru_cache(maxsize=512)
def _of_heading(heading: str) -> dict[str, float]:
    """The features of the part of a label; none holds for an empty heading."""
    return {f"label {part}": float(bool(seen.search(heading))) for part, seen in _PARTS.items()}


def _apart(text: str) -> frozenset[str]:
    """Stems of the parts of names that a stroke joins: `sulfamethoxazole/trimethoprim`."""
    return words.stems(text.replace("/", " ")) if "/" in text else frozenset()


def worth(features: dict[str, float]) -> float:
    """The probability that a sentence with these features tells what is wanted."""
    fitted = weights()
    odds = fitted.intercept + sum(fitted.features.get(name, 0.0) * value for name, value in features.items() if value)
    return 1 / (1 + math.exp(-odds))


def ranked(context: Context) -> tuple[Salient, ...]:
    """The quotable sentences of all sources that may speak, the most salient first."""
    reader = _Reader(context.question)
    made = [
        Salient(source, told.span, round(worth(shared | reader.features(source, told)), 6), spelled(told.span))
        for source, told, shared in _nearest(context)
        if quotable(told.span) and _tells(told.span) and not making_way.gives_it(told.span.quote, context.question)
    ]
    return tuple(sorted(made, key=lambda one: (-one.worth, one.span.record, one.span.section, one.span.start)))


def carry(before: Context, after: Context) -> Context:
    """The later context with the weighing of the earlier one, from which it differs in how much of some sources was
    read: sentences are weighed by the question, their record and its place, and by nothing that reading adds."""
    held = {source.record.id: source for source in sources(after)}
    if list(held) == [source.record.id for source in sources(before)]:
        made = tuple(one._replace(appraisal=held[one.span.record]) for one in before.salient)
        after.__dict__["salient"] = made
    return after


def doses(span: Span) -> bool:
    """Whether a sentence tells an amount."""
    return bool(_DOSE.search(span.quote))


def of_state(span: Span, question: Question) -> bool:
    """Whether a sentence speaks of the pregnancy or breast-feeding that is asked about; of others, always."""
    patient = question.patient
    told = {"pregnancy": bool(patient.pregnancy), "breastfeeding": patient.breastfeeding}
    asked = [_STATES[name] for name, so in told.items() if so]
    return not asked or any(state.search(span.quote) for state in asked)


def _tells(span: Span) -> bool:
    """Whether a sentence can be an answer: what a study asked is none, and of how it was made its doses alone are."""
    role = span.source_section.role
    return role not in _ASKED and (role is not SectionRole.METHODS or bool(_DOSE.search(span.quote)))


def varied(every: Sequence[Salient], most: int, least: float) -> Iterator[Salient]:
    """The most salient, each next one less worth by what it repeats of those before; none below the least worth, and
    none that says next to nothing new."""
    left = [one for one in every if one.worth >= least]
    known: set[str] = set()
    for _ in range(most):
        left = [one for one in left if _repeats(one.stems, known) <= 1 - NEW]
        if not left:
            return
        best = max(left, key=lambda one: _odds(one.worth) - REPEATED * _repeats(one.stems, known))
        left.remove(best)
        known |= best.stems
        yield best


def _odds(worth_: float) -> float:
    return math.log(worth_ / (1 - worth_)) if 0 < worth_ < 1 else math.copysign(math.inf, worth_ - 0.5)


def _repeats(stems: frozenset[str], known: set[str]) -> float:
    return len(stems & known) / len(stems) if stems else 1.0


def part(span: Span) -> str:
    """The part of a label in which a sentence stands (`dose`, `bar`, `warning` ...); empty for other sources."""
    if span.source.kind is not RecordKind.LABEL:
        return ""
    heading = span.source_section.heading
    return next((name for name, seen in _PARTS.items() if seen.search(heading)), "")
