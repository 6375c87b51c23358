"""How directly a record bears on a question: population, intervention, comparator, outcome, with the words found.

The population of a record is what its title and its own population phrase say; a disease that only the background names
does not make it direct. Follows GRADE's four kinds of indirectness (Guyatt et al. 2011,
doi:10.1016/j.jclinepi.2011.04.014).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from probatum import vocabulary
from probatum.appraise import matching
from probatum.appraise.matching import Hit, Zone
from probatum.model import (
    About,
    Concept,
    Design,
    Directness,
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
from probatum.vocabulary import Term
from probatum.vocabulary.normal import name_key

NOTHING = Match()
CONDITIONS = ("condition", "symptom")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


DEMOGRAPHIC = _set(
    "adult adults aged elderly child children infant infants newborn adolescent adolescents man men woman women people"
    " patient patients person persons human humans male female pregnant older young middle"
)
"""Words that say who without saying of what they are ill."""
GENERIC = _set(
    "disease diseases syndrome syndromes disorder disorders illness symptoms condition death injury placebo placebos"
    " treatment treatments therapeutics therapy drug drugs medication medications control capsules tablets"
) | {"drug therapy", "signs and symptoms", "pharmaceutical preparations"}
"""Terms that name no particular condition or treatment."""
VAGUE = _set(
    "outcome outcomes treatment therapy survival mortality death safety efficacy effectiveness effect effects benefit"
    " benefits risk risks detection management diagnosis prognosis prevention complications function results"
) | {"quality of life", "adverse effects", "side effects"}
"""Outcomes that almost any record has: alone they make no record an alternative."""
MOST = 0.75
"""Share of the terms from which a record answers whatever the roles its words were given."""
SOME = 0.25
"""Share of the terms below which a lone name in common makes no record relevant."""
LITTLE = 0.2
ENOUGH = 0.6
"""Share of the terms that makes a record bear on a question without concepts."""


def judge(question: Question, record: Record, study: Study) -> Directness:
    """How `record` meets `question`. Pure; takes about a millisecond for an abstract."""
    zones = matching.zones(record)
    focus = _focus(record, study, zones)
    population = _population(question, record, study, zones, focus)
    intervention = _intervention(question, record, study, zones)
    comparator = _simple(question.having(Role.COMPARATOR), record, zones)
    outcome = _outcome(question, record, zones)
    covers = _covers(question, record, zones)
    about = _about(question, record, study, population, intervention, outcome)
    if _answers(question, record, covers, population, zones):
        about = About.QUESTION
    relevant = _relevant(question, record, about, covers, population, intervention, outcome)
    note = _note(question, record, study, population, outcome, about) if relevant else ""
    return Directness(
        population=population,
        intervention=intervention,
        comparator=comparator,
        outcome=outcome,
        covers=covers,
        relevant=relevant,
        about=about if relevant else About.NONE,
        note=note,
    )


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


def _focus(record: Record, study: Study, zones: tuple[Zone, ...]) -> Focus:
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
        for mention in known.find(text):
            if mention.term.semantic in CONDITIONS and not _generic(
                mention.term.label, text[mention.start : mention.end]
            ):
                span = Span(record, section, start + mention.start, start + mention.end)
                found.append((mention.term, text[mention.start : mention.end], span))
    return found


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


def _population(question: Question, record: Record, study: Study, zones: tuple[Zone, ...], focus: Focus) -> Match:
    asked = [c for c in question.having(Role.POPULATION) if not _demographic(c)]
    if not asked:
        return NOTHING
    wanted = [name for concept in asked for name in matching.names(concept)]
    found = matching.hits(wanted, zones)
    focal = [h for h in found if focus.holds(h)]
    if focal:
        return _element(Fit.DIRECT, focal, record)
    outcome_names = {n.lower() for c in question.having(Role.OUTCOME) for n in (*matching.names(c), *c.near)}
    ill = any(c.semantic in CONDITIONS for c in asked)
    others = [o for o in _conditions(record, focus) if not _is_outcome(o, outcome_names)] if ill else []
    roles = {h: matching.role(record, h) for h in found}
    own = [h for h in found if roles[h] not in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS)]
    if not others:
        studied = [h for h in own if roles[h] in (SectionRole.METHODS, SectionRole.RESULTS, SectionRole.OBJECTIVE)]
        if studied or len(own) > 1:
            return _element(Fit.DIRECT, studied or own, record)
        return _element(Fit.RELATED, own, record) if own else _unnamed(study, outcome_names)
    narrower = [o for o in others if any(_kind_of(concept, o[0]) for concept in asked)]
    if narrower:
        return Match(Fit.DIRECT, _said(o[1] for o in narrower[:3]), tuple(o[2] for o in narrower)[:3])
    related = [o for o in others if any(_related(concept, o[0], o[1]) for concept in asked)]
    chosen = related or others
    spans = tuple(o[2] for o in chosen)[:3]
    return Match(Fit.RELATED if related else Fit.OTHER, _said(o[1] for o in chosen[:3]), spans)


def _demographic(concept: Concept) -> bool:
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
    return mine is not None and any(tree.startswith(own + ".") for own in mine.trees for tree in term.trees)


def _related(concept: Concept, term: Term, said: str) -> bool:
    """True for a near concept, a class it belongs to, one of its kinds, or a sibling under a narrow parent."""
    if said.lower() in concept.near or term.label in concept.near or term.label in concept.broader[:3]:
        return True
    mine = _term(concept)
    if mine is None:
        return False
    parents = {tree.rpartition(".")[0] for tree in mine.trees}
    return any(p.count(".") >= 2 and tree.startswith(p + ".") for p in parents for tree in term.trees)


# --- intervention and comparator


def _simple(concepts: tuple[Concept, ...], record: Record, zones: tuple[Zone, ...]) -> Match:
    found = [h for c in concepts for h in matching.hits(matching.names(c), zones)]
    return _element(Fit.DIRECT, found, record) if found else NOTHING


def _intervention(question: Question, record: Record, study: Study, zones: tuple[Zone, ...]) -> Match:
    asked = question.having(Role.INTERVENTION)
    title = [z for z in zones if z.section.kind is SectionKind.TITLE]
    if asked:
        found = [h for c in asked for h in matching.hits(matching.names(c), zones)]
        strong = [h for h in found if _tested(h, study, record)]
        if strong:
            return _element(Fit.DIRECT, strong, record)
        if found:
            return _element(Fit.RELATED, found, record)
        broader = [h for c in asked for h in matching.hits(c.broader[:2], title)]
        if broader:
            return _element(Fit.RELATED, broader, record)
    return _other_drugs(record, study, title)


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
        for m in known.find(z.section.text)
        if m.term.semantic in ("drug", "procedure") and not _generic(m.term.label, z.section.text[m.start : m.end])
    ]
    found += [(a.drug, a.span) for a in study.arms if a.drug and not a.control]
    first = dict(reversed(found))
    if not first:
        return NOTHING
    kept = list(dict.fromkeys(w for w, _ in found))[:5]
    return Match(Fit.OTHER, _said(kept), tuple(first[w] for w in kept))


# --- outcome


def _outcome(question: Question, record: Record, zones: tuple[Zone, ...]) -> Match:
    asked = question.having(Role.OUTCOME)
    if not asked:
        return NOTHING
    found = [h for c in asked for h in matching.hits(matching.names(c), zones)]
    own = [h for h in found if matching.role(record, h) is not SectionRole.BACKGROUND]
    if own:
        return _element(Fit.DIRECT, own, record)
    near = [h for c in asked for h in matching.hits(c.near, zones)]
    near = [h for h in near if matching.role(record, h) is not SectionRole.BACKGROUND]
    if near:
        return _element(Fit.OTHER, near, record)
    return _element(Fit.RELATED, found, record) if found else NOTHING


# --- the whole


def _covers(question: Question, record: Record, zones: tuple[Zone, ...]) -> float:
    known = vocabulary.load()
    held = matching.stems(record)
    by_concept: set[str] = set()
    for concept in question.concepts:
        stems = words.stems(concept.text) | words.stems(concept.label)
        if not stems <= held and matching.hits(matching.names(concept), zones):
            by_concept |= stems
    total = got = 0.0
    for term in question.terms:
        stem = words.stem(term)
        weight = known.weight(term) + 0.1
        total += weight
        got += weight * (stem in held or stem in by_concept)
    return round(got / total, 4) if total else 0.0


def _answers(question: Question, record: Record, covers: float, population: Match, zones: tuple[Zone, ...]) -> bool:
    """True when a record holds nearly all the question's words and lacks none of its named drugs, procedures or tests.

    What the question's other words were taken for does not matter then; with no such name fewer words suffice.
    """
    if record.kind is RecordKind.LABEL or population.fit is Fit.OTHER or len(question.terms) < 2:
        return False
    known = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure", "test")]
    return covers >= (MOST if known else ENOUGH) and all(matching.hits(matching.names(c), zones) for c in known)


TREATED = (Design.SINGLE_ARM, Design.NON_RANDOMISED, Design.REGISTRY, Design.GUIDELINE, Design.PROTOCOL)
"""Designs, besides randomised trials and their syntheses, that are about treating."""


def _about(
    question: Question, record: Record, study: Study, population: Match, intervention: Match, outcome: Match
) -> About:
    asks_p = any(not _demographic(c) for c in question.having(Role.POPULATION))
    asks_i = bool(question.having(Role.INTERVENTION))
    asks_o = bool(question.having(Role.OUTCOME))
    p, i, o = (e.fit is Fit.DIRECT for e in (population, intervention, outcome))
    if record.kind is RecordKind.LABEL:
        return _about_label(asks_i, p, o, intervention)
    if asks_i and i:
        return About.QUESTION if p or not asks_p else About.SAFETY
    if not asks_i:
        whole = (p or not asks_p) and (o or not asks_o) and (p or o)
        return About.QUESTION if whole else About.BACKGROUND if p else About.NONE
    treated = intervention.fit is Fit.OTHER or study.design.randomised or study.design.synthesis
    treated = treated or study.design in TREATED
    if treated and (o or not asks_o) and (p or (o and population.fit is Fit.UNSTATED)):
        return About.ALTERNATIVE
    return About.BACKGROUND if p else About.NONE


def _about_label(asks_i: bool, p: bool, o: bool, intervention: Match) -> About:
    """A label is about safety of its own drug (or of one it warns to combine with); another's, an alternative's."""
    if asks_i and intervention.fit in (Fit.DIRECT, Fit.RELATED):
        return About.SAFETY
    if o:
        return About.ALTERNATIVE
    return About.BACKGROUND if p else About.NONE


def _relevant(
    question: Question,
    record: Record,
    about: About,
    covers: float,
    population: Match,
    intervention: Match,
    outcome: Match,
) -> bool:
    roles = {c.role for c in question.concepts} & {Role.POPULATION, Role.INTERVENTION, Role.OUTCOME}
    if not roles:
        return covers >= ENOUGH and about is About.QUESTION
    if about is About.QUESTION:
        return population.fit is Fit.DIRECT or covers >= SOME
    if about is About.ALTERNATIVE:
        return covers >= LITTLE and not all(c.label.lower() in VAGUE for c in question.having(Role.OUTCOME))
    if about == About.SAFETY:
        return record.kind is RecordKind.LABEL or _titled(intervention) or covers >= ENOUGH
    if about == About.BACKGROUND:
        known = record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL) and population.fit is Fit.DIRECT
        return known or outcome.fit is Fit.DIRECT or covers >= 0.5
    return False


def _titled(element: Match) -> bool:
    return any(span.source_section.kind is SectionKind.TITLE for span in element.spans)


# --- in words


def _note(question: Question, record: Record, study: Study, population: Match, outcome: Match, about: About) -> str:
    """One clause that says how the record differs, the gravest difference first; two joined by `and`."""
    clauses = []
    if study.design in (Design.ANIMAL, Design.IN_VITRO):
        clauses.append(str(study.design.value))
    if population.fit in (Fit.OTHER, Fit.RELATED) and population.spans and record.kind is not RecordKind.LABEL:
        asked = next(c for c in question.having(Role.POPULATION) if not _demographic(c))
        name = _short(question, asked)
        said = _listed(population)
        if said.lower() != name.lower():
            clauses.append(f"in {said}, not {name}")
    elif (
        population.fit is Fit.UNSTATED
        and about in (About.ALTERNATIVE, About.SAFETY)
        and record.kind is not RecordKind.LABEL
    ):
        concept = next((c for c in question.having(Role.POPULATION) if not _demographic(c)), None)
        symptom = any(c.semantic in CONDITIONS for c in question.having(Role.OUTCOME))
        if concept and symptom and outcome.fit is Fit.DIRECT:
            clauses.append(
                f"in {outcome.spans[0].quote.lower()} of any cause, not in {_short(question, concept)} alone"
            )
        elif concept:
            clauses.append(f"not in {_short(question, concept)}")
    if outcome.fit is Fit.OTHER and outcome.spans:
        wanted = question.having(Role.OUTCOME)[0]
        clauses.append(f"{_listed(outcome)}, not {wanted.text or wanted.label}")
    return " and ".join(clauses[:2])


def _listed(match: Match) -> str:
    """`a`, `a and b`, `a, b and c`; one wording for words that differ in case or number alone."""
    first: dict[str, str] = {}
    for word in (s.quote for s in match.spans):
        first.setdefault(
            " ".join(words.stem(w) for w in word.lower().split()), word if word.isupper() else word.lower()
        )
    kept = list(first.values())[:3]
    return kept[0] if len(kept) == 1 else ", ".join(kept[:-1]) + " and " + kept[-1]


def _short(question: Question, concept: Concept) -> str:
    """The abbreviation the question itself uses for the concept, else its name."""
    short = {n.upper() for n in matching.names(concept) if len(n) <= 5 and " " not in n}
    for word in question.read.replace("(", " ").replace(")", " ").replace("?", " ").split():
        if word.isupper() and word in short:
            return word
    return concept.label
