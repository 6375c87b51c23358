"""Grouping: which findings of several studies speak of the same outcome, and by which name it is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply.evidence import arms, both, likeness, outcome_order, own_trial, standing, strata
from probatum.apply.evidence.likeness import ANOTHER, COMPARED, Key, Near
from probatum.apply.evidence.no_answer import of_another
from probatum.apply.evidence.outcomes import PREVENTS, OutcomeGroup, Told, counts_the_ill, is_harm
from probatum.apply.together import combining
from probatum.model import (
    About,
    Appraisal,
    Concept,
    Design,
    Direction,
    Finding,
    Fit,
    Intent,
    Measure,
    Question,
    RecordStatus,
    Role,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression


def group(question: Question, appraisals: Iterable[Appraisal]) -> tuple[OutcomeGroup, ...]:
    """Group the findings of the records that answer the question by outcome, most important group first.

    Harms are not grouped here: the section on adverse effects tells them. Findings whose arms stand the other way
    round, that compare other choices, or in people with a related illness are groups of their own: no certainty and no
    pooled result may mix them.
    """
    appraisals = tuple(appraisals)
    kinds: list[tuple[_Kind, list[Told]]] = []
    for appraisal in appraisals:
        for finding in _grouped(question, appraisal, appraisals):
            own = _kind(question, appraisal, finding)
            items = next((items for kind, items in kinds if kind.takes(own)), None)
            if items is None:
                items = []
                kinds.append((own, items))
            items.append(Told(own_trial.appraised(appraisal, (finding.sentence,)), finding))
    return _arranged(question, [_current(items) for _, items in kinds])


class _Kind(NamedTuple):
    """What findings must share to be told together."""

    outcome: Key
    stand: arms.Stand
    fits: bool
    """Whether its people are those asked about, and not only related ones."""
    ill: frozenset[str]
    """The illnesses of its people; see `_people_of`."""

    def takes(self, other: _Kind) -> bool:
        """Whether a finding of the other kind is told with those of this one."""
        alike = (self.stand, self.fits) == (other.stand, other.fits) and not _apart(self.ill, other.ill)
        return alike and likeness.same(self.outcome, other.outcome)


def _kind(question: Question, appraisal: Appraisal, finding: Finding) -> _Kind:
    fits = appraisal.directness.population.fit is not Fit.RELATED
    stand = arms.comparison(finding, question)
    return _Kind(likeness.key(finding.outcome), stand, fits, _people_of(appraisal))


def _grouped(question: Question, appraisal: Appraisal, appraisals: Sequence[Appraisal]) -> Iterator[Finding]:
    """The findings of one record that are told of an outcome."""
    if appraisal.directness.about is not About.QUESTION:
        return
    if combining.together(question) and not combining.on_all(question, appraisal):
        return
    for held in strata.kept(question, appraisal.findings):
        finding = standing.named(held, appraisal.study)
        if appraisal.study.design.synthesis and not _names(question, finding.sentence.quote):
            continue  # a review tells of many treatments: only those asked about count
        if is_harm(question, finding) or _of_no_outcome(finding) or not both.answers(question, finding, appraisals):
            continue
        if arms.against_a_mixture(finding, question):
            continue
        if not of_another(question, appraisal, finding) and not _of_one_group(appraisal.study, finding):
            yield finding


def _of_no_outcome(finding: Finding) -> bool:
    """Whether a finding has impossible figures, or names nothing that can be told as the outcome of an arm."""
    if finding.problems or not finding.outcome or _at_entry(finding):
        return True
    # `1991 fractures`: a count of the whole study, of no arm
    return _COUNTED.match(finding.outcome) is not None or standing.cut(finding.outcome)


_ENTRY: Final = expression(
    r"\b(?:age|sex|gender|birth ?weight|gestational age|baseline|demographic\w*|characteristics|height|race"
    r"|ethnicity)\b",
    re.IGNORECASE,
)
_COUNTED: Final = expression(r"\d[\d,]* [a-z]")


def _at_entry(finding: Finding) -> bool:
    """A null comparison of what people were like when they came in: no outcome."""
    return finding.direction is Direction.NONE_DETECTED and bool(_ENTRY.search(finding.outcome))


def _names(question: Question, sentence: str) -> bool:
    """Whether a sentence names the drug asked about; True for questions that name none."""
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    said = {words.stem(w) for w in words.content(sentence)}
    names = [{words.stem(w) for w in words.content(n)} for c in drugs for n in c.names]
    return not drugs or any(n and n <= said for n in names)


_PARALLEL: Final = (Design.RANDOMISED, Design.CLUSTER)


def _of_one_group(study: Study, finding: Finding) -> bool:
    """Whether a trial of several groups tells a share of one of them by itself, against which nothing stands."""
    shares = (Measure.PERCENTAGE, Measure.COUNT)
    alone = len(finding.arms) <= 1 and not finding.comparator and finding.measure in shares
    return alone and study.design in _PARALLEL and finding.p is None


def _people_of(appraisal: Appraisal) -> frozenset[str]:
    """The illnesses of the people of a study that is not told to be on those asked about; empty where it is, or where
    its report names none."""
    people = appraisal.study.population
    if people is None or appraisal.directness.population.fit is Fit.DIRECT:
        return frozenset()
    return _illnesses(people.value)


@lru_cache(maxsize=1024)
def _illnesses(people: str) -> frozenset[str]:
    found = vocabulary.load().find(people)
    return frozenset(m.term.label for m in found if m.term.semantic == "condition")


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two studies were made in people with different illnesses: injured people and women after birth may both
    bleed, and are not taken together."""
    return bool(one and other) and not one & other


_COMPOSITE: Final = 2
"""Rank of a composite that counts what was asked about under another name."""


def _arranged(question: Question, members: Sequence[Sequence[Told]]) -> tuple[OutcomeGroup, ...]:
    """The groups in the order in which they are told. A composite that counts what was asked about stands for it only
    where no study reports it by itself."""
    about = _treating(question, (i.appraisal for items in members for i in items))
    made: list[tuple[OutcomeGroup, Near]] = []
    nearest = [
        min(likeness.asked_in(question, i.finding.outcome, i.appraisal.record.title) for i in items)
        for items in members
    ]
    best = min((near.rank for near in nearest), default=ANOTHER.rank)
    for items, near in zip(members, nearest, strict=True):
        ranked = sorted(items, key=outcome_order.weight)
        wanted = near.rank < ANOTHER.rank and (near.rank < _COMPOSITE or best == _COMPOSITE)
        wanted = all(i.finding.record in about for i in items) if about else wanted
        made.append((OutcomeGroup(_name(question, ranked), tuple(ranked), wanted), near))
    told = [(one, near, counts_the_ill(question, one.items)) for one, near in made]
    if counted := _in_whom_it_was_counted(question, told):
        told = [row for row in told if row[2] or not counted.issuperset(row[0].records)]
        made = [(one, near) for one, near, _ in told]
    if any(one.asked and not ill for one, _, ill in told):  # else new cases are all that was counted
        made = [(msgspec.structs.replace(one, asked=one.asked and not ill), near) for one, near, ill in told]
    return tuple(one for one, near in sorted(made, key=lambda pair: outcome_order.place(pair[0], pair[1], question)))


def _in_whom_it_was_counted(question: Question, told: Iterable[tuple[OutcomeGroup, Near, bool]]) -> frozenset[str]:
    """Records on a wider group in whom the illness asked about was counted: these people did not have it, so that what
    else befell them says nothing of it."""
    if question.having(Role.OUTCOME):
        return frozenset()
    items = (i for one, _, ill in told if ill for i in one.items)
    return frozenset(i.finding.record for i in items if i.appraisal.directness.population.fit is Fit.RELATED)


def _current(items: list[Told]) -> list[Told]:
    """The findings without those of versions that a newer one has replaced, where others are left."""
    return [i for i in items if i.appraisal.record.status is not RecordStatus.SUPERSEDED] or items


_LESSENS: Final = expression(r"\b(?:reduc|lower|decreas|lessen|diminish|cut)\w*\b", re.IGNORECASE)


def _treating(question: Question, appraisals: Iterable[Appraisal]) -> frozenset[str]:
    """Records on the treatment of an illness that is asked about as if it were an outcome (`X for gout`).

    Whatever they measured in people who have it is then what was asked; a study of something else that counts new
    cases of the illness is not.
    """
    if question.intent not in (Intent.THERAPY, Intent.DOSING) or PREVENTS.search(question.read):
        return frozenset()
    people = any(c.id and c.semantic in ("condition", "procedure") for c in question.having(Role.POPULATION))
    if people and _LESSENS.search(question.read):
        return frozenset()  # whose bleeding it is is told: a trial in another bleeding is none of it
    ill = [c for c in question.having(Role.OUTCOME) if c.semantic == "condition" or _had(question, c)]
    ill = [c for c in ill if not _ENDS.fullmatch(c.label)]
    names = [words.stems(n) for c in ill for n in c.names]
    titles = {a.record.id: words.stems(a.record.title) for a in appraisals}
    return frozenset(r for r, title in titles.items() if any(name and name <= title for name in names))


_ENDS: Final = expression(r"(?:sudden )?(?:death|mortality|survival|hospitali[sz]ation)s?", re.IGNORECASE)
"""How an illness ends, which nobody treats: a trial with `death` in its title is none of the treatment of death."""


def _had(question: Question, concept: Concept) -> bool:
    """Whether a symptom is read as what the people have (`people with sciatica`)."""
    return concept.semantic == "symptom" and question.population in (f"people with {n}" for n in concept.names)


def _name(question: Question, items: Sequence[Told]) -> str:
    """The name that is nearest to what was asked, then the one most studies give, then the leading study's.

    Never one with a word of comparison first where another is there.
    """
    names = [i.finding.outcome for i in items]

    def order(name: str) -> tuple[bool, Near, int, int]:
        compared = bool(COMPARED & set(name.lower().split()))
        return compared, likeness.asked(question, name), -names.count(name), names.index(name)

    return min(names, key=order)
