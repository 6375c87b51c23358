"""The parts of a question in a record: population, intervention, comparator and outcome, each with the words found.

The population of a record is what its title and its own population phrase say; a disease that only the background names
does not make it direct.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from probatum import vocabulary
from probatum.appraise import abbreviations, healthy, matching
from probatum.appraise.matching import Hit, Zone
from probatum.model import (
    Concept,
    Fit,
    Match,
    Question,
    Record,
    RecordKind,
    Role,
    SectionKind,
    SectionRole,
    Span,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Term, Vocabulary
from probatum.vocabulary.normal import name_key
from probatum.vocabulary.outcomes import composites_of

NOTHING = Match()
CONDITIONS = ("condition", "symptom")


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


DEMOGRAPHIC = word_set(
    "adult adults aged elderly child children infant infants newborn adolescent adolescents man men woman women people"
    " patient patients person persons human humans male female pregnant older young middle"
)
"""Words that say who without saying of what they are ill."""
GENERIC = word_set(
    "disease diseases syndrome syndromes disorder disorders illness symptoms condition death injury placebo placebos"
    " treatment treatments therapeutics therapy drug drugs medication medications control capsules tablets"
) | {"drug therapy", "signs and symptoms", "pharmaceutical preparations"}
"""Terms that name no particular condition or treatment."""


def _said(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _element(fit: Fit, found: list[Hit], record: Record) -> Match:
    """The first places of each wording, at most five."""
    first: dict[str, Hit] = {}
    for hit in found:
        first.setdefault(hit.text.lower(), hit)
    kept = list(first.values())[:5]
    return Match(fit, _said(h.text for h in kept), tuple(h.span(record) for h in kept))


# --- population


class Focus(msgspec.Struct, frozen=True):
    """The stretches that say whom a record studies: its title and its population phrase, with the terms they name."""

    places: tuple[tuple[str, int, int], ...]
    """Section, start and end of each stretch."""

    def holds(self, hit: Hit) -> bool:
        """True when the hit lies in one of the stretches."""
        return any(s == hit.zone.section.id and a <= hit.start and hit.end <= b for s, a, b in self.places)


def focus_of(record: Record, study: Study, zones: tuple[Zone, ...]) -> Focus:
    """The title and the population phrase of a record."""
    places = [(z.section.id, 0, len(z.section.text)) for z in zones if z.section.kind is SectionKind.TITLE]
    if study.population:
        span = study.population.span
        places.append((span.section, span.start, span.end))
    return Focus(tuple(places))


def _conditions(record: Record, focus: Focus) -> list[tuple[Term, str, Span]]:
    """Conditions and symptoms that the focus names, with their words."""
    known = vocabulary.load()
    found = []
    for section, start, end in focus.places:
        text = record.section(section).text[start:end]
        for mention in _mentions(known, text):
            if mention.term.semantic in CONDITIONS and not _generic(
                mention.term.label, text[mention.start : mention.end]
            ):
                span = Span(record, section, start + mention.start, start + mention.end)
                found.append((mention.term, text[mention.start : mention.end], span))
    return found


@lru_cache(maxsize=256)
def _mentions(known: Vocabulary, text: str) -> tuple[Mention, ...]:
    """What a title or a phrase names: it is asked for several times while a record is judged."""
    return known.find(text)


def _generic(*said: str) -> bool:
    return any(name.lower() in GENERIC for name in said)


def _unnamed(study: Study, outcome_names: set[str]) -> Match:
    """A population phrase whose condition the vocabulary does not know: still somebody else."""
    if study.population is None:
        return NOTHING
    said = study.population.value
    low = f" {name_key(said)} "
    if all(w.lower() in DEMOGRAPHIC for w in said.split()) or any(f" {name_key(n)} " in low for n in outcome_names):
        return NOTHING
    return Match(Fit.OTHER, said, (study.population.span,)) if len(said) <= 80 else NOTHING


def population(question: Question, record: Record, study: Study, zones: tuple[Zone, ...], focus: Focus) -> Match:
    """Whether the people asked about are those studied: direct, a related or another condition, or not said.

    Of people who are told apart (`bleeding trauma patients`) those with another kind of the illness are not the same.
    """
    found = _population(question, record, study, zones, focus)
    advice = record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL)
    if advice or found.fit is not Fit.DIRECT or not (apart := _told_apart(question)) or apart & matching.stems(record):
        return found
    asked = [c for c in question.having(Role.POPULATION) if not demographic(c)]
    kinds = [o for o in _conditions(record, focus) if any(_kind_of(concept, o[0]) for concept in asked)]
    if not kinds:
        return found
    return Match(Fit.RELATED, _said(o[1] for o in kinds[:3]), tuple(o[2] for o in kinds)[:3])


_DEGREES = words.stems(
    "acute chronic severe mild moderate new early late recent high low risk primary secondary adult known history"
)
"""Words that say how ill people are, not who they are."""


@lru_cache(maxsize=256)
def _told_apart(question: Question) -> frozenset[str]:
    """What the question says of the people besides their illnesses, drugs and age."""
    names = {n for c in question.concepts for n in (c.text, *matching.names(c))}
    told = question.patient
    names |= {*told.conditions, *told.allergies, *told.drugs, told.kidney, told.liver, told.pregnancy, told.age}
    known = words.stems(" ".join((*names, *DEMOGRAPHIC))) | _DEGREES
    return frozenset(s for s in words.stems(question.population) - known if not any(sign.isdigit() for sign in s))


def _population(question: Question, record: Record, study: Study, zones: tuple[Zone, ...], focus: Focus) -> Match:
    asked = [c for c in question.having(Role.POPULATION) if not demographic(c)]
    outcome_names = {n.lower() for c in question.having(Role.OUTCOME) for n in (*matching.names(c), *c.near)}
    if not asked:
        ill_with = (o for o in _conditions(record, focus) if not _is_outcome(o, outcome_names))
        return healthy.population(record, ill_with) if healthy.asked(question) else NOTHING
    wanted = [name for concept in asked for name in abbreviations.names(concept, question, record, kinds=True)]
    found = [h for h in matching.hits(wanted, zones) if not matching.absent(h, who=True)]
    focal = [h for h in found if focus.holds(h)]
    if focal:
        return _element(Fit.DIRECT, focal, record)
    if kinds := _in_title(wanted, record, zones):
        return _element(Fit.DIRECT, kinds, record)
    ill = any(c.semantic in CONDITIONS for c in asked)
    others = [o for o in _conditions(record, focus) if not _is_outcome(o, outcome_names)] if ill else []
    roles = {h: matching.role(record, h) for h in found}
    own = [h for h in found if roles[h] not in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)]
    if not others:
        studied = [h for h in own if roles[h] in (SectionRole.METHODS, SectionRole.RESULTS, SectionRole.OBJECTIVE)]
        if studied or len(own) > 1:
            return _element(Fit.DIRECT, studied or own, record)
        if own or not ill:
            return _element(Fit.RELATED, own, record) if own else NOTHING
        return _unnamed(study, outcome_names)
    narrower = [o for o in others if any(_kind_of(concept, o[0]) for concept in asked)]
    if narrower:
        return Match(Fit.DIRECT, _said(o[1] for o in narrower[:3]), tuple(o[2] for o in narrower)[:3])
    related = [o for o in others if any(_related(concept, o[0], o[1]) for concept in asked)]
    # What people were taken in with names them too: `lower urinary tract infection (cystitis)`.
    if not related and any(roles[h] in _TAKEN_IN for h in own):
        related = others
    chosen = related or others
    spans = tuple(o[2] for o in chosen)[:3]
    return Match(Fit.RELATED if related else Fit.OTHER, _said(o[1] for o in chosen[:3]), spans)


_KIND = expression(r"(?P<kind>[a-z]{5,}(?:al|ic|ous|ary)) (?P<illness>[a-z]{6,}.*)", re.IGNORECASE)
"""An illness named by its kind: `postmenopausal osteoporosis`, which a title calls `postmenopausal women with it`."""


def _in_title(wanted: Iterable[str], record: Record, zones: tuple[Zone, ...]) -> list[Hit]:
    """The places in the title of an illness whose kind the title names elsewhere."""
    title = [z for z in zones if z.section.kind is SectionKind.TITLE]
    stems = words.stems(record.title)
    split = (m for name in wanted if (m := _KIND.fullmatch(name)))
    named = (m["illness"] for m in split if words.stems(m["kind"]) and words.stems(m["kind"]) <= stems)
    return [hit for illness in named for hit in matching.hits((illness,), title)]


_TAKEN_IN = (SectionRole.METHODS, SectionRole.OBJECTIVE)


def demographic(concept: Concept) -> bool:
    """True for a concept that says who and not of what they are ill."""
    return concept.semantic not in CONDITIONS and all(w in DEMOGRAPHIC for w in concept.label.lower().split())


def _is_outcome(other: tuple[Term, str, Span], names: set[str]) -> bool:
    return (
        other[0].label.lower() in names
        or other[1].lower() in names
        or any(s.lower() in names for s in other[0].synonyms)
    )


@lru_cache(maxsize=2048)
def _term(concept: Concept) -> Term | None:
    return next(iter(vocabulary.load().lookup(concept.label)), None)


def _kind_of(concept: Concept, term: Term) -> bool:
    """True when the term is a kind of the condition asked about: rectal cancer for cancer."""
    mine = _term(concept)
    if mine is None:
        return False
    return any(tree.startswith(own + ".") for own in mine.trees for tree in term.trees) or _named_kind(mine, term)


def _named_kind(whole: Term, term: Term) -> bool:
    """Whether a name of the term is one of the whole with words before it, in the same part of the vocabulary: `major
    depression` is depression, respiratory depression is not."""
    parts = {tree[0] for tree in whole.trees} & {tree[0] for tree in term.trees}
    heads = tuple(f" {name.lower()}" for name in (whole.label, *whole.synonyms) if len(name) > 3)
    return bool(parts) and any(name.lower().endswith(heads) for name in (term.label, *term.synonyms))


@lru_cache(maxsize=256)
def _wholes(concept: Concept) -> frozenset[str]:
    """Names under which trials count an illness among others: of pulmonary embolism, venous thromboembolism."""
    return frozenset(name.lower() for name in composites_of(concept.label))


def _related(concept: Concept, term: Term, said: str) -> bool:
    """True for a near concept, a class it belongs to, one of its kinds, or a sibling under a narrow parent."""
    # A class counts when it is narrow: `motor neuron disease`, not `nervous system diseases`.
    narrow = any(tree.count(".") >= 2 for tree in term.trees)
    if term.label.lower() in _wholes(concept):
        return True
    if said.lower() in concept.near or term.label in concept.near or (narrow and term.label in concept.broader):
        return True
    mine = _term(concept)
    if mine is None:
        return False
    if any(own.startswith(f"{tree}.") for own in mine.trees for tree in term.trees if tree[0] == "C"):
        return True  # a wider group of illnesses that holds it: cardiovascular disease holds heart attacks
    parents = {tree.rpartition(".")[0] for tree in mine.trees}
    return any(p.count(".") >= 2 and tree.startswith(p + ".") for p in parents for tree in term.trees)


# --- intervention and comparator


def comparator(concepts: tuple[Concept, ...], record: Record, zones: tuple[Zone, ...]) -> Match:
    """Whether the comparator asked about is named."""
    found = [h for c in concepts for h in matching.hits(matching.names(c), zones) if not matching.absent(h)]
    if not found and any(_OPERATION.fullmatch(c.label) for c in concepts):
        found = [h for zone in zones for h in matching.worded(_OPERATED, zone)]
    return _element(Fit.DIRECT, found, record) if found else NOTHING


_OPERATION = expression(r"surgery|operations?|surgical treatment", re.IGNORECASE)
_OPERATED = expression(r"\b\w+(?:ectom(?:y|ies)|plast(?:y|ies)|otom(?:y|ies)|ostom(?:y|ies))\b", re.IGNORECASE)
"""Names of operations: each of them is surgery."""


def intervention(question: Question, record: Record, study: Study, zones: tuple[Zone, ...]) -> Match:
    """Whether the intervention asked about was tested, or only mentioned; else what was tested instead."""
    asked = question.having(Role.INTERVENTION)
    title = [z for z in zones if z.section.kind is SectionKind.TITLE]
    if asked:
        found = list(dict.fromkeys(h for c in asked for h in _standing(c, question, record, zones)))
        strong = [h for h in found if _tested(h, study, record)]
        if strong:
            return _element(Fit.DIRECT, strong, record)
        if found:
            return _element(Fit.RELATED, found, record)
        broader = [h for c in asked for h in matching.hits(c.broader[:2], title)]
        if broader:
            return _element(Fit.RELATED, broader, record)
    return _other_drugs(record, study, title)


def _standing(concept: Concept, question: Question, record: Record, zones: tuple[Zone, ...]) -> list[Hit]:
    """The places where a concept, with the words of its sentence, stands for what the question calls the intervention.

    A drug always does. `serum` alone does not stand for `serum leptin levels`: half of the phrase, weighed by the
    rarity of its words, must be there.
    """
    found = matching.hits(abbreviations.names(concept, question, record), zones)
    found = [h for h in found if not matching.absent(h)]
    if concept.semantic == "drug" or not found:
        return found
    phrase = _phrase(question, concept)
    own = matching.parted(words.stems(f"{concept.text} {concept.label}"))
    if _share(phrase, own) >= HALF:
        return found
    others = [c for c in question.having(Role.INTERVENTION) if c is not concept]
    whole: dict[tuple[str, int], bool] = {}  # by sentence: a name may stand in one many times
    kept = []
    for hit in found:
        place = (hit.zone.section.id, matching.sentence_around(hit)[0])
        if place not in whole:
            whole[place] = _share(phrase, own | _around(hit, others, question, record)) >= HALF
        if whole[place]:
            kept.append(hit)
    return kept


HALF = 0.5


@lru_cache(maxsize=256)
def _phrase(question: Question, concept: Concept) -> tuple[tuple[str, float], ...]:
    """The stems of the question's intervention with their weights; those of the concept alone where it is no part."""
    known = vocabulary.load()
    own = matching.parted(words.stems(concept.text))
    said = words.content(question.intervention)
    if not own & matching.parted(words.stem(w) for w in said):
        said = words.content(concept.text)
    parts = [p for w in said for p in (matching.split(w) or (words.stem(w),)) if not p.isdigit()]
    return tuple((p, known.weight(p) + 0.1) for p in dict.fromkeys(parts))


def _share(phrase: tuple[tuple[str, float], ...], held: frozenset[str]) -> float:
    total = sum(weight for _, weight in phrase)
    return sum(weight for stem, weight in phrase if stem in held) / total if total else 1.0


def _around(hit: Hit, others: list[Concept], question: Question, record: Record) -> frozenset[str]:
    """The stems of the sentence a hit stands in, with those of the other concepts named there by any name."""
    text = hit.zone.section.text
    start, end = matching.sentence_around(hit)
    got = matching.parted(words.stems(text[start:end]))
    for concept in others:
        named = matching.hits(abbreviations.names(concept, question, record), (hit.zone,))
        if any(start <= other.start < end for other in named):
            got |= words.stems(f"{concept.text} {concept.label}")
    return got


def _tested(hit: Hit, study: Study, record: Record) -> bool:
    """A name in the title, in an arm, or in what was done or found makes it the intervention; a remark does not."""
    if hit.zone.section.kind is SectionKind.TITLE:
        return True
    if record.kind is RecordKind.LABEL:
        return False
    span_texts = " ".join(a.span.quote.lower() for a in study.arms)
    if hit.text.lower() in span_texts:
        return True
    return matching.role(record, hit) is not SectionRole.BACKGROUND


def _other_drugs(record: Record, study: Study, title: list[Zone]) -> Match:
    """Other treatments the title or the arms name."""
    known = vocabulary.load()
    found = [
        (z.section.text[m.start : m.end], Span(record, z.section.id, m.start, m.end))
        for z in title
        for m in _mentions(known, z.section.text)
        if m.term.semantic in ("drug", "procedure") and not _generic(m.term.label, z.section.text[m.start : m.end])
    ]
    found += [(a.drug, a.span) for a in study.arms if a.drug and not a.control]
    first = dict(reversed(found))
    if not first:
        return NOTHING
    kept = list(dict.fromkeys(w for w, _ in found))[:5]
    return Match(Fit.OTHER, _said(kept), tuple(first[w] for w in kept))


# --- outcome


def outcome(question: Question, record: Record, zones: tuple[Zone, ...]) -> Match:
    """Whether the outcome asked about is reported, or only a near one."""
    asked = question.having(Role.OUTCOME)
    if not asked:
        return NOTHING
    wanted = [name for c in asked for name in abbreviations.names(c, question, record, kinds=True)]
    found = [h for h in matching.hits(wanted, zones) if not matching.absent(h)]
    own = [h for h in found if matching.role(record, h) is not SectionRole.BACKGROUND]
    if own:
        return _element(Fit.DIRECT, own, record)
    whole = [h for c in asked for h in matching.hits(composites_of(c.label), zones)]
    whole = [h for h in whole if matching.role(record, h) is not SectionRole.BACKGROUND]
    if whole:  # a composite that counts it among others
        return _element(Fit.RELATED, whole, record)
    near = [h for c in asked for h in matching.hits(c.near, zones)]
    near = [h for h in near if matching.role(record, h) is not SectionRole.BACKGROUND]
    if near:
        return _element(Fit.OTHER, near, record)
    return _element(Fit.RELATED, found, record) if found else NOTHING
