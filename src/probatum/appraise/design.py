"""Study design from a record's own words, with the characters that say so.

An ordered list of rules: the first that speaks decides, so that a systematic review *of* randomised trials is a
review and a survey of *randomly selected* practices is a survey. Publication types help where a source has them and
are never needed. The order follows Cochrane's hierarchy of filters (Marshall et al. 2018, doi:10.1002/jrsm.1287, found
that titles and abstracts alone carry most of what the index terms say).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypedDict

from probatum.appraise import people
from probatum.appraise.cue import Cue
from probatum.appraise.cues import (
    ACCURACY,
    ALLOTTED,
    ANIMAL,
    ANIMALS_ALLOTTED,
    ANIMALS_TREATED,
    BLINDED_COMPARISON,
    CASE_CONTROL,
    CASE_REPORT,
    CASE_SERIES,
    CASES_REVIEWED,
    CLUSTER,
    COHORT,
    COMMENTARY,
    CROSS_SECTIONAL,
    CROSSOVER,
    GUIDELINE_TITLE,
    IN_VITRO,
    LITERATURE_SEARCH,
    META_ANALYSIS,
    NARRATIVE_REVIEW,
    NESTED,
    NON_RANDOMISED,
    NOT_BY_CHANCE,
    OBSERVATIONAL,
    PEOPLE,
    PEOPLE_COUNTED,
    POOLED,
    PROTOCOL,
    RANDOMISED,
    REANALYSIS,
    SIEVE,
    SINGLE_ARM,
    SYSTEMATIC_REVIEW,
    WILL_BE,
)
from probatum.model import Design, Record, RecordKind, SectionKind, SectionRole, SourceSection, Span
from probatum.text.expressions import expression, lowered

BY_KIND = {
    RecordKind.LABEL: Design.LABEL,
    RecordKind.GUIDELINE: Design.GUIDELINE,
    RecordKind.REGISTRY_ENTRY: Design.REGISTRY,
}

METHODS_CHARACTERS = 6000
"""How much of a full text's methods is read for its design."""


class Found(NamedTuple):
    """A design and where the record says so; `section` is None when a publication type or the kind said it."""

    design: Design
    section: SourceSection | None = None
    start: int = 0
    end: int = 0


COMMON_PEOPLE = (" patients ", " patients.", " patients,", "participants", " women ", " children ", "volunteers")


class Part(NamedTuple):
    """Sections of one kind, their text in lower case, and the cues their words leave possible."""

    sections: tuple[SourceSection, ...]
    low: tuple[str, ...]
    possible: int

    @classmethod
    def of(cls, sections: Iterable[SourceSection]) -> Part:
        """The part that those sections make."""
        taken = tuple(sections)
        if not taken:
            return NOTHING
        low = tuple(lowered(section.text) for section in taken)
        return cls(taken, low, SIEVE.possible("\n".join(low)))


NOTHING = Part((), (), 0)


class Texts:
    """The stretches of a record that tell its design: title, abstract, opening of the methods."""

    def __init__(self, record: Record, body: bool) -> None:
        self.record = record
        self.types = frozenset(t.lower() for t in record.publication_types)
        self.title = Part.of(s for s in record.sections if s.kind is SectionKind.TITLE)
        abstract = [s for s in record.sections if s.kind is SectionKind.ABSTRACT]
        if not abstract and record.summary:
            abstract = [s for s in record.sections if s.kind is SectionKind.BODY]
        self.abstract = Part.of(abstract)
        self.methods = Part.of(_methods(record) if body else ())

    def find(self, cue: Cue, part: Part) -> tuple[SourceSection, int, int] | None:
        """The first place in those sections where the cue speaks."""
        if not part.possible & SIEVE.bit(cue):
            return None
        for section, low in zip(part.sections, part.low, strict=True):
            place = cue.find(section.text, low)
            if place:
                return section, place[0], place[1]
        return None

    def in_title(self, cue: Cue) -> tuple[SourceSection, int, int] | None:
        """The cue in the title."""
        return self.find(cue, self.title)

    def anywhere(self, cue: Cue) -> tuple[SourceSection, int, int] | None:
        """The cue in title, abstract or methods, in that order."""
        return self.find(cue, self.title) or self.find(cue, self.abstract) or self.find(cue, self.methods)

    def of_people(self) -> bool:
        """True when title or abstract speak of people; the commonest words are looked for first."""
        if any(word in low for low in (*self.title.low, *self.abstract.low) for word in COMMON_PEOPLE):
            return True
        return bool(self.find(PEOPLE, self.title) or self.find(PEOPLE, self.abstract))

    def typed(self, *names: str) -> bool:
        """True when one of those publication types is given."""
        return any(name in self.types for name in names)


def _methods(record: Record) -> list[SourceSection]:
    """Body sections that hold methods, each cut short; empty where there is no full text."""
    found = []
    for section in record.sections:
        if section.kind is SectionKind.BODY and section.role is SectionRole.METHODS:
            found.append(section)
    return [s for s in found if len(s.text) <= METHODS_CHARACTERS][:3]


Rule = Callable[[Texts], Found | None]


def _say(design: Design, place: tuple[SourceSection, int, int] | None) -> Found | None:
    return Found(design, *place) if place else None


def by_kind(texts: Texts) -> Found | None:
    """Labels, guidelines and registry entries are known by their kind."""
    design = BY_KIND.get(texts.record.kind)
    return Found(design) if design else None


def commentary(texts: Texts) -> Found | None:
    """Replies, letters, corrections: whatever design their title repeats is another paper's."""
    place = texts.in_title(COMMENTARY)
    return Found(Design.OTHER, *place) if place else None


def protocol(texts: Texts) -> Found | None:
    """A protocol reports no results, whatever it plans."""
    place = texts.in_title(PROTOCOL) or texts.find(PROTOCOL, texts.abstract)
    if not place and not any("p <" in low or "p=" in low for low in texts.abstract.low):
        place = texts.find(WILL_BE, texts.abstract)
    if place:
        return Found(Design.PROTOCOL, *place)
    return Found(Design.PROTOCOL) if texts.typed("clinical trial protocol") else None


def synthesis(texts: Texts) -> Found | None:
    """Systematic reviews, with meta-analysis when results were pooled."""
    title = texts.in_title(META_ANALYSIS)
    if title:
        return Found(Design.META_ANALYSIS, *title)
    named = texts.in_title(SYSTEMATIC_REVIEW) or texts.find(SYSTEMATIC_REVIEW, texts.abstract)
    searched = texts.find(LITERATURE_SEARCH, texts.abstract)
    meta = texts.find(META_ANALYSIS, texts.abstract)
    if not (named or searched or meta):
        if texts.typed("meta-analysis"):
            return Found(Design.META_ANALYSIS)
        return Found(Design.SYSTEMATIC_REVIEW) if texts.typed("systematic review") else None
    pooled = meta or texts.find(POOLED, texts.abstract)
    if pooled or texts.typed("meta-analysis"):
        return Found(Design.META_ANALYSIS, *(meta or named or searched or pooled))  # type: ignore[misc]
    return _say(Design.SYSTEMATIC_REVIEW, named or searched)


def guideline(texts: Texts) -> Found | None:
    """Guidelines published as articles: by title or type, never by mention."""
    place = texts.in_title(GUIDELINE_TITLE)
    if place:
        return Found(Design.GUIDELINE, *place)
    return Found(Design.GUIDELINE) if texts.typed("practice guideline", "guideline") else None


def animal(texts: Texts) -> Found | None:
    """Animals or cells studied, and no people."""
    mesh = {term.lower().lstrip("*") for term in texts.record.mesh}
    if "humans" in mesh:
        return None
    place = texts.in_title(ANIMAL)
    if place is None:
        place = texts.find(ANIMALS_ALLOTTED if texts.of_people() else ANIMAL, texts.abstract)
    if place is None and not texts.find(PEOPLE_COUNTED, texts.abstract):
        place = texts.find(ANIMALS_TREATED, texts.abstract)
    if place:
        return Found(Design.ANIMAL, *place)
    if "animals" in mesh:
        return Found(Design.ANIMAL)
    cells = texts.in_title(IN_VITRO)
    if cells is None and not texts.of_people():
        cells = texts.find(IN_VITRO, texts.abstract)
    return _say(Design.IN_VITRO, cells)


def case_report(texts: Texts) -> Found | None:
    """One patient or a few, described."""
    place = texts.in_title(CASE_REPORT) or texts.find(CASE_REPORT, texts.abstract)
    if place and not texts.in_title(RANDOMISED):
        return Found(Design.CASE_REPORT, *place)
    return Found(Design.CASE_REPORT) if texts.typed("case reports") and not texts.anywhere(RANDOMISED) else None


def randomised(texts: Texts) -> Found | None:
    """Randomised trials: people, practices or periods allotted by chance; crossover and cluster told apart.

    A double-blind or placebo-controlled trial that does not say how it allotted people is taken for one: blinding
    without random allocation is not practised. Its `allocation` stays absent.
    """
    typed = texts.typed("randomized controlled trial", "randomised controlled trial", "pragmatic clinical trial")
    if not typed and (texts.in_title(REANALYSIS) or texts.find(REANALYSIS, texts.abstract)):
        return None
    if _observed(texts):
        return None
    place = texts.anywhere(RANDOMISED) or texts.anywhere(ALLOTTED) or texts.anywhere(BLINDED_COMPARISON)
    if place is None and not typed:
        return None
    if not typed and texts.anywhere(NOT_BY_CHANCE) and not texts.in_title(RANDOMISED):
        return None
    cluster = texts.anywhere(CLUSTER)
    if cluster:
        return Found(Design.CLUSTER, *cluster)
    crossover = texts.anywhere(CROSSOVER)
    if crossover:
        return Found(Design.CROSSOVER, *crossover)
    return Found(Design.RANDOMISED, *place) if place else Found(Design.RANDOMISED)


def _observed(texts: Texts) -> bool:
    """True for an observational study among the people of a trial: nobody was allotted for its own question."""
    if texts.in_title(RANDOMISED) or texts.find(ALLOTTED, texts.abstract):
        return False
    return bool(texts.in_title(OBSERVATIONAL) or texts.find(NESTED, texts.abstract))


def non_randomised(texts: Texts) -> Found | None:
    """Compared, but not by chance."""
    if _observed(texts):
        return None
    return _plain(Design.NON_RANDOMISED, NON_RANDOMISED, "controlled clinical trial")(texts)


def review_by_title(texts: Texts) -> Found | None:
    """A title or publication type that says review; the studies its text tells of are other people's."""
    place = texts.in_title(NARRATIVE_REVIEW)
    if place:
        return Found(Design.REVIEW, *place)
    if texts.in_title(CASES_REVIEWED) or texts.find(CASES_REVIEWED, texts.abstract):
        return None
    return Found(Design.REVIEW) if texts.typed("review") else None


def accuracy(texts: Texts) -> Found | None:
    """Studies of how well a test tells disease from health."""
    return _say(Design.ACCURACY, texts.anywhere(ACCURACY))


def _plain(design: Design, cue: Cue, *types: str) -> Rule:
    def rule(texts: Texts) -> Found | None:
        return _say(design, texts.anywhere(cue)) or (Found(design) if types and texts.typed(*types) else None)

    return rule


RULES: tuple[Rule, ...] = (
    by_kind,
    commentary,
    protocol,
    synthesis,
    guideline,
    animal,
    case_report,
    randomised,
    non_randomised,
    review_by_title,
    _plain(Design.CASE_CONTROL, CASE_CONTROL),
    accuracy,
    _plain(Design.SINGLE_ARM, SINGLE_ARM),
    _plain(Design.CASE_SERIES, CASE_SERIES),
    _plain(Design.COHORT, COHORT),
    _plain(Design.CASE_SERIES, CASES_REVIEWED),
    _plain(Design.CROSS_SECTIONAL, CROSS_SECTIONAL),
    _plain(Design.REVIEW, NARRATIVE_REVIEW),
    _plain(Design.COHORT, REANALYSIS),
)


def find(record: Record, *, body: bool = True) -> Found:
    """The design of a record and where it says so. `body` also reads the methods of a full text."""
    texts = Texts(record, body)
    for rule in RULES:
        found = rule(texts)
        if found:
            return found
    return Found(Design.OTHER)


PHRASE = expression(
    r"(?:(?:randomi[sz]ed|placebo|controlled|control|double|single|triple|blind(?:ed)?|mask(?:ed)?|open|label"
    r"|non|multi-?cent(?:er|re)"
    r"|parallel|group|groups|cross-?over|clinical|phase|I{1,3}V?|[1-4][ab]?|prospective|retrospective|pilot"
    r"|cluster|arm|two|three|four|[23]|factorial|non-?inferiority|dose|ranging|comparative|pragmatic|nested"
    r"|matched|based"
    r"|population|hospital|single|cohort|observational|systematic|cross-?sectional|dummy|and|case)[\s,/-]{1,2}){0,14}"
    r"(?:trials?|stud(?:y|ies)|design|review|analysis|survey|cohort)\b",
    re.IGNORECASE,
)


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The cue's characters widened to the design phrase they stand in: `double-blind, randomised trial`."""
    left = max(0, start - 120)
    for match in PHRASE.finditer(text, left, min(len(text), end + 160)):
        if match.start() <= start and match.end() >= end:
            return match.start(), match.end()
    return start, end


def span(record: Record, found: Found) -> Span | None:
    """The characters a design rests on, or None when the kind or a publication type said it."""
    if found.section is None:
        return None
    start, end = widened(found.section.text, found.start, found.end)
    return Span(record, found.section.id, start, end)


class Description(TypedDict):
    """What the library keeps in its filter columns: the design's name, and the number of people or None."""

    design: str
    n: int | None


def describe(record: Record) -> Description:
    """Design and number of people, from title and abstract alone: cheap enough to be asked of every record added."""
    found = find(record, body=False)
    number = people.count(record, found.design, body=False)
    return {"design": found.design.value, "n": number.value if number else None}
