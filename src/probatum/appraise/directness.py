"""How directly a record bears on a question: population, intervention, comparator, outcome, with the words found.

Follows GRADE's four kinds of indirectness (Guyatt et al. 2011, doi:10.1016/j.jclinepi.2011.04.014).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.appraise import abbreviations, ages, healthy, matching, parts, traits, ways
from probatum.appraise.matching import Zone
from probatum.appraise.parts import befalling, preventing
from probatum.model import (
    About,
    Concept,
    Design,
    Directness,
    Fit,
    Intent,
    Match,
    Question,
    Record,
    RecordKind,
    RecordStatus,
    Role,
    SectionKind,
    Study,
)
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary
from probatum.vocabulary.classes import members
from probatum.vocabulary.normal import name_key

VAGUE = parts.word_set(
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
    focus = parts.focus_of(study, zones)
    population = parts.population(question, record, study, zones, focus)
    intervention = parts.intervention(question, record, study, zones)
    comparator = parts.comparator(question.having(Role.COMPARATOR), record, zones)
    outcome = parts.outcome(question, record, zones)
    covers, rarest = _covers(question, record, zones)
    about = _about(question, record, study, population, intervention, outcome)
    if about is About.QUESTION and _only_in_its_branch(question, population, zones):
        about = About.SAFETY if intervention.fit is Fit.DIRECT else About.NONE
    answers = (rarest or covers >= MOST) and _answers(question, record, covers, population, zones)
    # In a randomised trial what is named in passing, or taken by everybody, was not tested, whatever words it shares.
    answers = answers and not (study.design.randomised and intervention.fit is Fit.RELATED)
    if answers:
        about = About.QUESTION
    if befalling.only_befalls(question, record, study, zones):
        about, answers, population = About.NONE, False, Match(Fit.OTHER)
    of_state = traits.on_the_state(question, record) and intervention.fit is Fit.DIRECT and _titled(intervention)
    about = About.QUESTION if of_state else about
    if (
        about is About.QUESTION
        and population.fit is not Fit.DIRECT
        and not of_state
        and _by_a_member(question, record, study)
    ):
        about, answers = About.NONE, False
    noticed = intervention.fit is Fit.DIRECT and traits.noticed(question, record)
    about = About.SAFETY if noticed and about is About.NONE else about
    relevant = of_state or noticed or _relevant(question, record, about, covers, population, intervention, outcome)
    wider = about is About.QUESTION and not answers and intervention.fit is Fit.DIRECT
    told = relevant and not of_state and not noticed  # what it is taken for does not matter there
    note = _note(question, record, study, population, outcome, about, wider) if told else ""
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


# --- the whole


def _covers(question: Question, record: Record, zones: tuple[Zone, ...]) -> tuple[float, bool]:
    """Share of the question's terms the record holds, weighed by rarity, and whether it holds the rarest of them.

    Compounds count by their parts, bare numbers do not count.
    """
    held = matching.stems(record) | abbreviations.held(question, record)
    for concept in question.concepts:
        stems = _own(concept)
        if not stems <= held and matching.hits(matching.names(concept), zones):
            held |= stems
    total = got = most = 0.0
    rarest = False
    for whole, parted in _weighed(question, vocabulary.load()):
        for part, weight in (whole,) if whole[0] in held else parted:
            total += weight
            got += weight * (part in held)
            if weight > most:
                most, rarest = weight, part in held
    return (round(got / total, 4) if total else 0.0), rarest


@lru_cache(maxsize=1024)
def _own(concept: Concept) -> frozenset[str]:
    """The stems of a concept, by its own words and its label."""
    return matching.parted(words.stems(concept.text) | words.stems(concept.label))


def _taken_alone(question: Question) -> frozenset[str]:
    """The stems of medicines that the patient takes, where it is asked what to give and none is named: a study of that
    names none of them, however many they are."""
    if question.having(Role.INTERVENTION):
        return frozenset()
    held = {name.lower() for name in question.patient.drugs}
    drugs = [c for c in question.concepts if c.semantic == "drug" and {c.label.lower(), c.text.lower()} & held]
    return frozenset(stem for c in drugs for stem in words.stems(c.text))


Weighed = tuple[str, float]
"""A stem and its weight."""


@lru_cache(maxsize=64)
def _weighed(question: Question, known: Vocabulary) -> tuple[tuple[Weighed, tuple[Weighed, ...]], ...]:
    """The stem of each term of a question, and those of its parts (of a word without parts, its own)."""
    stems = [words.stem(term) for term in question.terms if not term.replace(".", "").isdigit()]
    taken = _taken_alone(question)
    stems = [stem for stem in stems if stem not in taken] or stems
    weigh = {part: known.weight(part) + 0.1 for stem in stems for part in (stem, *matching.split(stem))}
    return tuple(
        ((stem, weigh[stem]), tuple((part, weigh[part]) for part in matching.split(stem) or (stem,))) for stem in stems
    )


def _answers(question: Question, record: Record, covers: float, population: Match, zones: tuple[Zone, ...]) -> bool:
    """True when a record holds nearly all the question's words and lacks none of its named drugs, procedures or tests.

    What the question's other words were taken for does not matter then; with no such name fewer words suffice.
    """
    if record.kind is RecordKind.LABEL or population.fit is Fit.OTHER or len(question.terms) < 2:
        return False
    ill = [c for c in question.having(Role.POPULATION) if c.id and c.semantic == "condition"]
    unnamed = population.fit is Fit.UNSTATED and not any(matching.hits(matching.names(c), zones) for c in ill)
    counted = any(c.semantic != "condition" for c in question.having(Role.OUTCOME))  # else it may be whom it is for
    if ill and unnamed and counted:
        return False  # the words of an illness that is nowhere named: lungs and cancer are no lung cancer
    known = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure", "test")]
    return covers >= (MOST if known else ENOUGH) and all(matching.hits(matching.names(c), zones) for c in known)


def _in_the_whole(question: Question, population: Match) -> bool:
    """Whether a record is on a wider group of people that holds those asked about."""
    asked = next((c for c in question.having(Role.POPULATION) if not parts.demographic(c)), None)
    return asked is not None and parts.wider(asked, population)


def _only_in_its_branch(question: Question, population: Match, zones: tuple[Zone, ...]) -> bool:
    """Whether a record is on a whole branch of medicine and never names the illness asked about, where nothing but that
    was asked: what a drug does in cardiovascular diseases is no answer for pericarditis."""
    if question.having(Role.OUTCOME) or population.fit is not Fit.RELATED or not parts.branch(population):
        return False
    asked = [c for c in question.having(Role.POPULATION) if not parts.demographic(c)]
    return bool(asked) and not any(matching.hits(matching.names(c), zones) for c in asked)


TREATED = (Design.SINGLE_ARM, Design.NON_RANDOMISED, Design.REGISTRY, Design.GUIDELINE, Design.PROTOCOL)
"""Designs, besides randomised trials and their syntheses, that are about treating."""


def _about(
    question: Question, record: Record, study: Study, population: Match, intervention: Match, outcome: Match
) -> About:
    asks_p = population.fit is Fit.OTHER or any(not parts.demographic(c) for c in question.having(Role.POPULATION))
    asks_i = bool(question.having(Role.INTERVENTION))
    asks_o = bool(question.having(Role.OUTCOME))
    p, i, o = (e.fit is Fit.DIRECT for e in (population, intervention, outcome))
    if record.kind is RecordKind.LABEL:
        return _about_label(asks_i, p or population.fit is Fit.RELATED, o, intervention)
    if asks_i and i:
        # The same drug for the same outcome in wider or unnamed people is an indirect answer; in others, safety alone,
        # and so is a version that a newer one has replaced.
        current = record.status is not RecordStatus.SUPERSEDED
        wider = asks_o and o and current and population.fit in (Fit.UNSTATED, Fit.RELATED)
        # Where no outcome is asked about, what a trial of it found in the wider group is told, and said to be indirect.
        near = not asks_o or _in_the_whole(question, population)
        wider = wider or (near and current and population.fit is Fit.RELATED and _titled(intervention))
        # How well a test tells an illness is told of wider groups too, and said to be indirect.
        wider = wider or (question.intent is Intent.DIAGNOSIS and current and population.fit is Fit.RELATED)
        if p or not asks_p or wider:
            return About.QUESTION
        # What one member of a class does in another illness says little of the class in this one; a kind of exercise is
        # exercise, and no other medicine.
        of_class = any(members(c.label) and c.semantic != "procedure" for c in question.having(Role.INTERVENTION))
        return About.NONE if of_class and record.kind is not RecordKind.GUIDELINE else About.SAFETY
    if not asks_i:
        whole = (p or not asks_p) and (o or not asks_o) and (p or o)
        return About.QUESTION if whole else About.BACKGROUND if p else About.NONE
    treated = intervention.fit is Fit.OTHER or study.design.randomised or study.design.synthesis
    treated = treated or study.design in TREATED
    # In a trial of another drug in the next wider group its title names the group, as `venous thromboembolism`.
    near = not asks_o and population.fit is Fit.RELATED and _titled(population)
    if treated and (o or not asks_o) and (p or near or (o and population.fit in (Fit.UNSTATED, Fit.RELATED))):
        return About.ALTERNATIVE
    return About.BACKGROUND if p else About.NONE


def _by_a_member(question: Question, record: Record, study: Study) -> bool:
    """Whether a class alone is asked about, and a record on people with some illness names but a member of it."""
    asked = question.having(Role.INTERVENTION)
    others = [
        c for c in (*question.having(Role.POPULATION), *question.having(Role.OUTCOME)) if not parts.demographic(c)
    ]
    if others or not any(members(c.label) for c in asked) or study.population is None:
        return False
    names = {n.lower() for c in asked for n in c.names if n not in members(c.label)}
    said = f"{record.title} {' '.join(s.text for s in record.evidence_sections[:3])}".lower()
    return not any(name in said for name in names)


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
        of_kin = intervention.fit is Fit.RELATED
        vague = all(c.label.lower() in VAGUE for c in question.having(Role.OUTCOME))
        labelled = record.kind is RecordKind.LABEL and outcome.fit is Fit.DIRECT  # its uses have few of the words asked
        return ((labelled or covers >= LITTLE) and (of_kin or not vague)) or _headed(question, record, population)
    if about == About.SAFETY:
        return record.kind is RecordKind.LABEL or _titled(intervention) or covers >= ENOUGH
    if about == About.BACKGROUND:
        known = record.kind in (RecordKind.GUIDELINE, RecordKind.LABEL) and population.fit is Fit.DIRECT
        known = known or (record.kind is RecordKind.LABEL and population.fit is Fit.RELATED)  # one for a kind of it
        return known or outcome.fit is Fit.DIRECT or covers >= 0.5
    return False


def _headed(question: Question, record: Record, population: Match) -> bool:
    """Whether a report is on the people asked about, or on the next wider group: its title names their illness."""
    ill = any(c.semantic == "condition" for c in question.having(Role.POPULATION))
    near = population.fit in (Fit.DIRECT, Fit.RELATED)
    return ill and record.kind is not RecordKind.LABEL and near and _titled(population)


def _titled(element: Match) -> bool:
    return any(span.source_section.kind is SectionKind.TITLE for span in element.spans)


# --- in words


def _note(
    question: Question,
    record: Record,
    study: Study,
    population: Match,
    outcome: Match,
    about: About,
    wider: bool,
) -> str:
    """One clause that says how the record differs, the gravest difference first; two joined by `and`."""
    clauses = []
    if study.design in (Design.ANIMAL, Design.IN_VITRO):
        clauses.append(str(study.design.value))
    if preventing.ends_one(question, record):
        clauses.append(preventing.ENDS)
    if population.fit in (Fit.OTHER, Fit.RELATED) and population.spans and record.kind is not RecordKind.LABEL:
        asked = next((c for c in question.having(Role.POPULATION) if not parts.demographic(c)), None)
        name = _short(question, asked) if asked else healthy.NAME
        said = _listed(population)
        if all(_COUNTED.fullmatch(span.quote) for span in population.spans) and study.population is not None:
            said = study.population.value  # that bleeding was counted says not that they had it
        named = {n.lower() for n in matching.names(asked)} if asked else set()
        own = [s for s in population.spans if s.quote.lower() in named]
        if population.fit is Fit.RELATED and preventing.keeps_off(question, record):
            clauses.append(preventing.KEEPS_OFF)
        elif population.fit is Fit.RELATED and own and preventing.only_prevents(question, record, study, own):
            clauses.append(f"in people at risk of it, to prevent {name}, and not in people who have it")
        elif said.lower() != name.lower():
            wider = asked is not None and population.fit is Fit.RELATED and parts.wider(asked, population)
            clauses.append(f"in {said} as a whole, not in {name} alone" if wider else f"in {said}, not {name}")
    elif (
        population.fit is Fit.UNSTATED
        and (wider or about in (About.ALTERNATIVE, About.SAFETY))
        and record.kind is not RecordKind.LABEL
    ):
        concept = next((c for c in question.having(Role.POPULATION) if not parts.demographic(c)), None)
        symptom = any(
            c.semantic in parts.CONDITIONS and c.label.lower() not in VAGUE for c in question.having(Role.OUTCOME)
        )
        if concept and (people := _own_people(study)):
            clauses.append(f"in {people}, not {_short(question, concept)}")
        elif concept and symptom and outcome.fit is Fit.DIRECT:
            clauses.append(
                f"in {outcome.spans[0].quote.lower()} of any cause, not in {_short(question, concept)} alone"
            )
        elif concept:
            clauses.append(f"not in {_short(question, concept)}")
    clauses += filter(
        None,
        (
            ages.note(question, record, study),
            ways.note(question, record, study),
            traits.note(question, record),
            ages.unnamed(question, record, study),
        ),
    )
    if outcome.fit is Fit.OTHER and outcome.spans:
        wanted = question.having(Role.OUTCOME)[0]
        clauses.append(f"{_listed(outcome)}, not {wanted.text or wanted.label}")
    return " and ".join(list(dict.fromkeys(clauses))[:2])


_COUNTED: Final = caseless(r"(?:major )?(?:bleed(?:ing|s)?|ha?emorrhages?|deaths?|mortality|adverse events?)")
"""What is counted in a trial by a name that illnesses bear, too."""
_MOST_PEOPLE: Final = 6
"""Words in which a study's own people are told in a note; longer ones are for the table."""


def _own_people(study: Study) -> str:
    """Whom a study was made in, in its own few words, where these name an illness; else empty."""
    if study.population is None or not study.design.randomised:
        return ""
    said = study.population.value
    known = any(m.term.semantic == "condition" for m in vocabulary.load().find(said))
    brief = len(said.split()) <= _MOST_PEOPLE and not any(mark in said for mark in ",;()")
    return said[0].lower() + said[1:] if known and brief and not said[1:2].isupper() else ""


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
    own = name_key(concept.text)  # the reader's own spelling of it, and their own words for the plural of a heading
    same = own == name_key(concept.label) or (concept.label.endswith("s") and own in map(name_key, concept.synonyms))
    return concept.text if same else concept.label
