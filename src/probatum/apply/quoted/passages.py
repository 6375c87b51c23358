"""Passages: the sentences of the sources that answer a question in words, best first, and what follows them there.

Where no treatment's effect is weighed, an answer is what a source says: what something is, what one notices of it, how
it comes about. A sentence is judged by how much of the question it holds (rarer words count more; what its title or
heading names counts in part), by whether it stands in the part of its document that the question asks about, and by its
place there, since what is said first of a thing says most of it. Sentences about the paper are never among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Final

import msgspec

from probatum.apply.naming import SAYS, is_page
from probatum.apply.quoted import quotable
from probatum.apply.quoted.choosing import of_the_paper, spelled
from probatum.apply.quoted.describing import describes
from probatum.apply.quoted.wanted import FROM_TITLE, Wanted
from probatum.model import Appraisal, Design, Question, SectionRole, Span
from probatum.text import aspects, words
from probatum.text.expressions import expression

ENOUGH: Final = 0.5
"""Share of the question's words, rarer ones counting more, that a sentence must hold with its title and heading."""


OWN_SHARE: Final = 0.34
"""Share that it must hold by itself, unless it stands in the very part that is asked about."""


SOURCES: Final = 24
"""Sources among which passages are looked for."""


STOPS: Final = (".", "!", ")", "”")


_OF_PART: Final = 0.9
"""The same in the part that is asked about, where every sentence is about the title."""


_BESIDE: Final = 2
_BESIDE_KIND: Final = 4
"""Words that tell something between a thing and its kind."""


_IN_PART, _ELSEWHERE, _FIRST, _TOLD, _DESCRIBES, _FOUND, _EXACT, _NAMES_ALL = 0.6, 0.45, 0.3, 0.15, 0.5, 0.12, 0.15, 0.2


_TITLED: Final = 0.3
"""What the part that is asked about adds on a page which has just that for its title."""


_INDIRECT = 0.3
"""What it takes away that a source is about others than were asked about."""


_SINGLE = 0.25
"""What it takes away that one patient is told of, who says little of how it goes with others."""


_OF_ANY: Final = (aspects.DESCRIPTION, "symptoms", "inheritance", "genes", "mechanism", "role")
"""Sides that the report of one patient tells as well as a study."""


_BEFORE = 0.5
"""What it takes away that a paper which concludes says something of what was known before."""


_RANK, _RANK_WEIGHED = 0.03, 0.015
"""What each place further down among the sources takes away."""


_LAST_RANK = 8
"""Place from which no further one takes away more."""


_USABLE: Final = 0.6


_CUT: Final = expression(r"^(?:[a-z]{2,}(?=[\s,])|[-–•])")
"""Beginnings of a sentence that was cut, and of an item of a list."""


_INTRODUCES: Final = expression(
    r"^(?:(?:EXPERIMENTAL )?(?:DESIGN|METHODS?|BACKGROUND|INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|SETTING|PATIENTS)\b"
    r"|(?:Methods?|Background|Introduction|Objectives?|Aims?|Purpose|Setting|Patients and methods): )"
)
"""Headings within a running abstract of what is no finding."""


_ROLES: Final = {SectionRole.METHODS: -0.3, SectionRole.OBJECTIVE: -0.5}


class Passage(msgspec.Struct, frozen=True):
    """A sentence or several in a row that answer, with their weight and the share of the question they hold."""

    appraisal: Appraisal
    span: Span
    weight: float
    share: float = 0.0
    part: bool = False
    """Whether it stands in the part of its document that is asked about."""


class Scope(msgspec.Struct, frozen=True):
    """Where passages are looked for: among how many sources, which sentences, and how near they must be."""

    sources: int = SOURCES
    admits: Callable[[Appraisal, Span], bool] | None = None
    enough: float = ENOUGH
    weighed: bool = False
    """Whether a treatment is weighed: what a source found, and says it does, then counts more than where it stands."""


ANYWHERE: Final = Scope()


def weighed(wanted: Wanted, answering: Sequence[Appraisal], scope: Scope) -> Iterator[Passage]:
    """The passages that are near enough to what is wanted, with their weights, source by source."""
    every_word = set(wanted.weights)  # a page on the very thing is on it by whatever name
    not_of_mothers = not (wanted.of_a_state or wanted.weights.keys() & _STATES)
    for rank, appraisal in enumerate(answering[: scope.sources]):
        title = words.stems(appraisal.record.title)
        exact = aspects.titled(appraisal.record.title) in wanted.titles
        if (
            aspects.has_parts(wanted.aspect)
            and is_page(appraisal.record)
            and not (exact or wanted.chief & wanted.held(title))
        ):
            continue  # a page on something else
        sided = aspects.has_parts(wanted.aspect) and wanted.aspect != aspects.DESCRIPTION
        sided = sided and not is_page(appraisal.record)  # a page on it tells its sides in parts, a paper anywhere
        headings = {s.id: s.heading for s in appraisal.record.sections}
        concluded = set(appraisal.conclusions)
        findings = {*appraisal.results, *concluded}
        title_of_a_state = _TITLED_SO.search(appraisal.record.title) is not None
        every = quotable.told_in(appraisal.record)
        stems = [spelled(said.span) for said in every]
        held = [wanted.held(one) for one in stems]
        for at, said in enumerate(every):
            if not quotable.quotable(said.span) or (scope.admits and not scope.admits(appraisal, said.span)):
                continue
            if not_of_mothers and (title_of_a_state or _OF_A_STATE.match(said.span.quote)):
                continue  # what holds of mothers is no answer to who does not ask of them
            heading = headings[said.span.section]
            own, of_title = held[at], every_word if exact else wanted.held(title | words.stems(heading))
            part = bool(wanted.aspect) and aspects.headed(heading) == wanted.aspect
            beside = set().union(*held[max(0, at - _BESIDE) : at + _BESIDE + 1])
            whole = wanted.share(own, of_title, beside, _OF_PART if part else FROM_TITLE)
            alone = wanted.share(own, set(), set())
            near = scope.weighed or (
                (alone >= OWN_SHARE or part)
                and wanted.chief & (own | of_title)
                and all(side & (own | of_title) for side in wanted.sides)
                and (not wanted.others or wanted.others & (own | of_title))
                and (part or not sided or aspects.tells(wanted.aspect, said.span.quote))
            )
            if whole < scope.enough or not near:
                continue
            weight = whole + _bonus(wanted, said, stems[at], heading) + _EXACT * (title == wanted.subject)
            weight += _TITLED * (1 + 1 / (1 + said.place)) * (part and exact)
            weight -= _RANK_WEIGHED * rank if scope.weighed else _RANK * min(rank, _LAST_RANK)
            if not wanted.aspect and said.span in findings:
                weight += _FOUND
            elif not wanted.aspect and concluded and said.span.source_section.role is SectionRole.BACKGROUND:
                weight -= _BEFORE  # what was known before a study is no answer beside what it concludes
            if appraisal.directness.note:
                weight -= _INDIRECT
            if appraisal.study.design is Design.CASE_REPORT and wanted.aspect not in _OF_ANY:
                weight -= _SINGLE
            if scope.weighed:
                weight += 2 * _FOUND * bool(quotable.DOES.search(said.span.quote)) + _FOUND * (said.span in concluded)
            yield Passage(appraisal, said.span, round(weight, 6), round(whole, 6), part)


_OF_A_STATE: Final = expression(r"^(?:in|during) (?:pregnan|breast-?\s?feed|lactation)\w*\b", re.IGNORECASE)


_TITLED_SO: Final = expression(r"\b(?:breast-?\s?feed\w*|lactation|lactmed|in pregnancy)\b", re.IGNORECASE)


_STATES: Final = words.stems("pregnancy pregnant breastfeeding breast feeding milk lactation fetus baby infant birth")


def _bonus(wanted: Wanted, said: quotable.Said, stems: Set[str], heading: str) -> float:
    """What its place and its way of saying add to a sentence's share of the question."""
    bonus = _ROLES.get(said.span.source_section.role, 0.0)
    first = _FIRST / (1 + said.place)
    side = aspects.headed(heading)
    if wanted.aspect:
        if side == wanted.aspect:
            bonus += _IN_PART + first
        elif side and side != aspects.DESCRIPTION:
            bonus -= _ELSEWHERE
        elif wanted.aspect == aspects.DESCRIPTION:
            bonus += first
        bonus += _TOLD * aspects.tells(wanted.aspect, said.span.quote)
    bonus += _USABLE * (wanted.of_a_state and bool(quotable.ALLOWS.search(said.span.quote)))
    bonus += _DESCRIBES * describes(said.span.quote, wanted.subject)
    if wanted.aspect == aspects.KIND:
        bonus += _DESCRIBES * _beside_kind(said.span.quote, wanted.subject, wanted.weights.keys() - wanted.subject)
    if len(wanted.concepts) > 1 and all(any(n <= stems for n in names) for names in wanted.concepts):
        bonus += _NAMES_ALL
    if said.place and quotable.POINTS_BACK.match(said.span.quote):
        bonus -= 0.2
    if _CUT.match(said.span.quote) or not (quotable.VERB.search(said.span.quote) or quotable.introduces(said.span)):
        bonus -= 0.25
    if not (said.span.quote.rstrip().endswith(STOPS) or quotable.introduces(said.span)):
        bonus -= 0.15
    if _INTRODUCES.match(said.span.quote):
        bonus -= 0.4
    if wanted.aspect and side != wanted.aspect and not aspects.tells(wanted.aspect, said.span.quote):
        bonus -= 0.2
    return bonus


def _beside_kind(text: str, thing: Set[str], kind: Set[str]) -> bool:
    """Whether a thing stands within a few words of its kind: `colistin was the only antibiotic`."""
    row = [words.stem(w) for w in words.content(text)]
    at, of = ([n for n, stem in enumerate(row) if stem in held] for held in (thing, kind))
    return any(abs(a - b) <= _BESIDE_KIND for a in at for b in of)


def nearest(question: Question, sources: Sequence[Appraisal]) -> Passage | None:
    """The sentence that holds most of what was asked where none holds enough to answer: of the rarest words, one."""
    wanted = Wanted.of(question)
    best: Passage | None = None
    for appraisal in sources:
        for said in quotable.told_in(appraisal.record):
            held = wanted.held(spelled(said.span))
            share = round(wanted.share(held, set(), set()), 6)
            near = share >= OWN_SHARE and wanted.chief & held and quotable.quotable(said.span)
            if near and (best is None or share > best.share):
                best = Passage(appraisal, said.span, share, share)
    return best


def same(one: Span, other: Span) -> bool:
    """Whether two passages say the same: one lies in the other, or they share nearly all their words."""
    if one.record == other.record and one.section == other.section:
        return one.start < other.end and other.start < one.end
    first, second = words.stems(one.quote), words.stems(other.quote)
    return len(first & second) >= 0.75 * min(len(first), len(second))


def after(span: Span) -> Iterator[Span]:
    """The sentences that follow a passage in its section, up to the first that cannot be quoted."""
    for said in quotable.told_in(span.source):
        if said.span.section != span.section or said.span.start < span.end:
            continue
        if not _goes_on(said.span.quote):
            return
        yield said.span


def _goes_on(text: str) -> bool:
    """Whether a sentence may follow one that is quoted: it speaks of the matter and is no list that runs on."""
    titled = len(text.split()) < quotable.FEWEST_WORDS and text.rstrip()[-1:].isalnum()  # the head of what follows
    return len(text) <= quotable.LONGEST and not titled and not text.rstrip().endswith("?") and not of_the_paper(text)


def verb_of(passage: Passage) -> str:
    """Whether the passage is what a source `concludes`, `reports`, or only `says`."""
    if is_page(passage.appraisal.record):
        return SAYS
    if any(_within(passage.span, span) for span in passage.appraisal.conclusions):
        return "concludes"
    return "reports" if any(_within(passage.span, span) for span in passage.appraisal.results) else SAYS


def _within(one: Span, other: Span) -> bool:
    return one.section == other.section and one.start >= other.start and one.start < other.end


def is_told(question: Question, *, treatable: bool) -> bool:
    """Whether a question is answered by what sources say of a thing, and not by an effect that is weighed."""
    aspect = aspects.asked(question.read)
    return not treatable or aspect in aspects.TOLD or aspects.has_parts(aspect)
