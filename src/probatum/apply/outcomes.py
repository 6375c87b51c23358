"""Which findings speak of the same outcome: grouping across studies, and the order in which groups are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import arms, both, combining, likeness, own_trial, standing, strata, surrogates
from probatum.apply.likeness import ANOTHER, COMPARED, Key, Near
from probatum.model import (
    About,
    Appraisal,
    Certainty,
    Concept,
    Design,
    Direction,
    Finding,
    Fit,
    Intent,
    Measure,
    OutcomeRole,
    Pooled,
    Question,
    RecordStatus,
    Role,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

IMPORTANT: Final[tuple[str, ...]] = ("death", "mortality", "survival", "quality", "pain", "function", "hospital")
"""Stems of outcomes that matter to patients whatever was asked."""


class Told(msgspec.Struct, frozen=True):
    """A finding with the appraisal it comes from."""

    appraisal: Appraisal
    finding: Finding


class OutcomeGroup(msgspec.Struct, frozen=True):
    """All findings on one outcome, best evidence first."""

    name: str
    items: tuple[Told, ...]
    asked: bool = False
    """True when the question names this outcome."""
    certainty: Certainty | None = None
    pooled: Pooled | None = None
    """The studies taken together, where that gives a result."""

    @property
    def records(self) -> tuple[str, ...]:
        """Identifiers of the records, in order, each once."""
        return tuple(dict.fromkeys(item.finding.record for item in self.items))


NO_ORGAN: Final = words.stems("disease disorder syndrome acute chronic illness people patients with")
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
    names = [{words.stem(w) for w in words.content(n)} for c in drugs for n in (c.text, c.label, *c.synonyms)]
    return not drugs or any(n and n <= said for n in names)


_OF_ILLNESS: Final = expression(
    r"\b(?:deaths?|mortality|died|infarctions?|strokes?|pre-?eclampsia|eclampsia|relapses?|recurrences?"
    r"|hospitali[sz]ations?|exacerbations?|attacks?|progression)\b(?!.*\badverse)",
    re.IGNORECASE,
)
"""Outcomes that trials count to see whether a treatment helps."""
_DEATH: Final = expression(r"\b(?:deaths?|mortality|died|dying)\b(?!.*\badverse)", re.IGNORECASE)


_STOPPED: Final = expression(r"\b(?:discontinu\w*|withdrawals?|stopp\w*|dropp\w*|tolerab\w*)\b", re.IGNORECASE)


_TOLERATED: Final = expression(r"\btolera\w+|\b(?:stop|quit|give up|drop out|discontinu\w+)\b", re.IGNORECASE)


def is_harm(question: Question, finding: Finding) -> bool:
    """Whether a finding is of a harm, and not of the very problem that is treated."""
    if question.intent in (Intent.HARM, Intent.INTERACTION):
        return finding.harm
    if not finding.harm and not _brings_ill(finding):
        return False
    if _DEATH.search(finding.outcome):
        return False  # an outcome of its own, whichever way it went
    if finding.outcome_role is OutcomeRole.PRIMARY and _OF_ILLNESS.search(finding.outcome):
        return False  # what a trial was made for, such as deaths or attacks of the illness
    if _STOPPED.search(finding.outcome) and _TOLERATED.search(question.read):
        return False  # how many leave which treatment is what is asked
    said = words.stems(finding.outcome)
    asked = (*question.having(Role.OUTCOME), *question.having(Role.POPULATION))
    # Where a kind of bleeding is treated, `death due to bleeding` is what the treatment is for.
    wider = {name for c in asked if c.semantic == "condition" for name in c.broader}
    if wider and any(m.term.label in wider for m in vocabulary.load().find(finding.outcome)):
        return False
    return not any(
        stems and stems <= said
        for c in asked
        for name in (c.text, c.label, *c.synonyms)
        if (stems := words.stems(name))
    )


def _brings_ill(finding: Finding) -> bool:
    """Whether a complaint by its bare name was more frequent, in a trial that was not made for it."""
    if finding.direction is not Direction.HIGHER or finding.outcome_role is OutcomeRole.PRIMARY:
        return False
    own = words.stems(finding.outcome)
    ill = (m for m in vocabulary.load().find(finding.outcome) if m.term.semantic in ("condition", "symptom"))
    return any(own == words.stems(finding.outcome[m.start : m.end]) for m in ill)


def _weight(item: Told) -> tuple[int, int, int, float]:
    """Sort key of a finding: pooled and randomised first, then those with a figure, then larger studies."""
    study = item.appraisal.study
    rank = 0 if study.design.synthesis and item.finding.estimate else 1 if study.design.randomised else 2
    return (rank, 0 if item.finding.measure is not Measure.P_ONLY else 1, -(study.n or 0), -item.appraisal.score)


def _order(group: OutcomeGroup, near: Near, question: Question) -> tuple[object, ...]:
    """Sort key of a group: what was asked, the nearest first; what says something of it; a trial's first outcome before
    afterthoughts; what matters to patients; then studies with figures and results that agree.
    """
    stems = likeness.key(group.name).subject
    planned = [i for i in group.items if i.appraisal.study.design.randomised] or group.items  # a review plans nothing
    stands = [standing.planned(i.finding, i.appraisal) for i in planned]
    compared = [arms.stand(i.finding, question) for i in group.items]
    # One kind of what was asked about (`haemorrhagic stroke`) is no nearer to it than a composite that names it.
    rank = (near.rank or int(near.further > 0)) if group.asked else ANOTHER.rank
    return (
        counts_the_ill(question, group.items),
        rank >= ANOTHER.rank,
        any(i.appraisal.directness.population.fit is Fit.RELATED for i in group.items),
        rank,
        -len(stems & _in_question(question)),
        not stems & (_named_besides(question) | (_of_outcome(question) if rank >= ANOTHER.rank else frozenset())),
        all(
            (c.apart and not arms.of_regimens(i.finding)) or c.turned
            for i, c in zip(group.items, compared, strict=True)
        ),
        not group.asked and surrogates.unasked(group.name, question),
        min((_ROLES.index(one) for one in stands), default=len(_ROLES)),
        near.further,
        0 if any(s.startswith(IMPORTANT) for s in stems) else 1,
        -len(stems & _of_organ(question)),
        -len({i.finding.record for i in group.items if i.finding.measure is not Measure.P_ONLY}),
        1 if any(i.finding.significant is False for i in group.items) else 0,
        -len(group.records),
        0 if any(i.finding.measure is not Measure.P_ONLY for i in group.items) else 1,
        min(standing.place(i.finding, i.appraisal) for i in planned),
        group.name,
    )


def counts_the_ill(question: Question, items: Sequence[Told]) -> bool:
    """Whether an outcome is how many got the illness whose treatment is asked about: that is what prevents it, and says
    nothing of those who have it."""
    if question.intent is not Intent.THERAPY or PREVENTS.search(question.read):
        return False
    ill = [c for c in question.having(Role.POPULATION) if c.semantic == "condition"]
    names = [words.stems(n) for c in ill for n in _names_of(c)]
    return any(_is_illness(i.finding, names) for i in items)


def _is_illness(finding: Finding, names: Sequence[frozenset[str]]) -> bool:
    """Whether what was counted is an illness by its name, or by its last words where cases were counted (`a cold`)."""
    own = words.stems(finding.outcome) - _RISK
    cases = finding.measure in (Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.RISK_DIFFERENCE)
    return bool(own) and (own in names or (cases and any(own <= name for name in names)))


_RISK: Final = words.stems("risk rate rates incidence number of new cases")


def _named_besides(question: Question) -> frozenset[str]:
    """The words of what a question names besides its parts: of `does A protect the kidneys` the kidneys."""
    besides = (c for c in question.having(Role.OTHER) if c.semantic != "drug")
    besides = (c for c in besides if surrogates.asks_for(c.text, question.read))
    # `79 year old` is no wish for what was measured at 1 year
    return frozenset(s for c in besides for s in words.stems(f"{c.text} {c.label}")) - NO_ORGAN - _AT_LARGE


def _in_question(question: Question) -> frozenset[str]:
    """The words of a question without those of its people, treatments and of outcomes at large: `cardiovascular death`
    that was asked for is told before death from any cause, though only death was read as the outcome."""
    given = (c for c in question.concepts if c.role is not Role.OUTCOME)
    away = frozenset(s for c in given for name in _names_of(c) for s in words.stems(name))
    return words.stems(question.read) - away - _AT_LARGE


_AT_LARGE: Final = NO_ORGAN | words.stems(
    "events outcomes risk rate change long term month week year day severe major primary any all first new high low"
)


def _of_outcome(question: Question) -> frozenset[str]:
    """The words of an illness that is asked about as an outcome: of `does A slow kidney disease` the kidney."""
    ill = (c for c in question.having(Role.OUTCOME) if c.semantic == "condition")
    return frozenset(s for c in ill for name in _names_of(c) for s in words.stems(name)) - NO_ORGAN


def _of_organ(question: Question) -> frozenset[str]:
    """The words of the illness asked about: `kidney failure` is nearer to kidney disease than a heart attack."""
    ill = (c for c in question.having(Role.POPULATION) if c.semantic == "condition")
    return frozenset(s for c in ill for name in _names_of(c) for s in words.stems(name)) - NO_ORGAN


_ROLES: Final = ("primary", "", "component", "secondary", "subgroup", "post hoc")
"""How an outcome stands in its trial, the most telling first (`apply.standing`)."""


def group(question: Question, appraisals: Iterable[Appraisal]) -> tuple[OutcomeGroup, ...]:
    """Group the findings of the records that answer the question by outcome, most important group first.

    Harms are not grouped here: the section on adverse effects tells them. Findings whose arms stand the other way
    round, that compare other choices, or in people with a related illness are groups of their own: no certainty and no
    pooled result may mix them.
    """
    appraisals = tuple(appraisals)
    keys: list[tuple[Key, arms.Stand, bool, frozenset[str]]] = []
    members: list[list[Told]] = []
    paired = combining.together(question)
    for appraisal in appraisals:
        if appraisal.directness.about is not About.QUESTION or (paired and not combining.on_all(question, appraisal)):
            continue
        held = strata.kept(question, appraisal.findings)
        for finding in (standing.named(f, appraisal.study) for f in held):
            if appraisal.study.design.synthesis and not _names(question, finding.sentence.quote):
                continue  # a review tells of many treatments: only those asked about count
            if is_harm(question, finding) or finding.problems or not finding.outcome or _at_entry(finding):
                continue
            if _COUNTED.match(finding.outcome) or standing.cut(finding.outcome):
                continue  # `1991 fractures`: a count of the whole study, of no arm
            if not both.answers(question, finding, appraisals):
                continue
            if _of_another(question, appraisal, finding) or _of_one_group(appraisal.study, finding):
                continue
            own, stand = likeness.key(finding.outcome), arms.comparison(finding, question)
            fits = appraisal.directness.population.fit is not Fit.RELATED
            ill = _people_of(appraisal)
            place = next(
                (
                    n
                    for n, (key, st, fit, other) in enumerate(keys)
                    if (st, fit) == (stand, fits) and not _apart(ill, other) and likeness.same(key, own)
                ),
                None,
            )
            if place is None:
                keys.append((own, stand, fits, ill))
                members.append([])
                place = len(keys) - 1
            members[place].append(Told(own_trial.appraised(appraisal, (finding.sentence,)), finding))
    return _arranged(question, [_current(items) for items in members])


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


def _of_another(question: Question, appraisal: Appraisal, finding: Finding) -> bool:
    """Whether a result is of other treatments than those asked about, so that it says nothing of them: people who take
    a statin may be studied for something else."""
    asked = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("drug", "procedure")]
    given = [arm.drug for arm in appraisal.study.arms if arm.drug and not arm.control]
    by_drug = _names_drug(finding)
    if not asked or not (given or by_drug):
        return False
    compared = [*(a.arm for a in finding.arms), finding.comparator, finding.sentence.quote]
    if not by_drug:  # `the treatment group`: the study says what that got
        compared += [*given, appraisal.record.title]
    said = words.parted(" ; ".join(compared))
    names = (n for c in (*asked, *arms.compared_with(question)) for n in (*_names_of(c), *members(c.label)))
    return not any(own and own <= said for own in map(words.stems, names))


def gave_another(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study tried other treatments than the one asked about, which its people only took besides."""
    told = [f for f in appraisal.findings if len(f.arms) > 1 and not f.harm]
    return bool(told) and all(_of_another(question, appraisal, f) for f in told) and not _headed(question, appraisal)


def _headed(question: Question, appraisal: Appraisal) -> bool:
    """Whether a study's title, or what it concludes, names what was asked about: the groups of a trial of two drugs in
    one may be called by the first of them."""
    heads = [words.parted(text) for text in (appraisal.record.title, *(s.quote for s in appraisal.conclusions))]
    names = (n for c in question.having(Role.INTERVENTION) for n in (*_names_of(c), *members(c.label)))
    return any(own and own <= head for own in map(words.stems, names) for head in heads)


def _names_drug(finding: Finding) -> bool:
    """Whether the arm that was treated is called by its drug."""
    treated = next((a.arm for a in finding.arms if a.arm and not a.control), "")
    return any(m.term.semantic == "drug" for m in vocabulary.load().find(treated))


_PARALLEL: Final = (Design.RANDOMISED, Design.CLUSTER)


def _of_one_group(study: Study, finding: Finding) -> bool:
    """Whether a trial of several groups tells a share of one of them by itself, against which nothing stands."""
    shares = (Measure.PERCENTAGE, Measure.COUNT)
    alone = len(finding.arms) <= 1 and not finding.comparator and finding.measure in shares
    return alone and study.design in _PARALLEL and finding.p is None


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
        ranked = sorted(items, key=_weight)
        wanted = near.rank < ANOTHER.rank and (near.rank < _COMPOSITE or best == _COMPOSITE)
        wanted = all(i.finding.record in about for i in items) if about else wanted
        made.append((OutcomeGroup(_name(question, ranked), tuple(ranked), wanted), near))
    told = [(one, near, counts_the_ill(question, one.items)) for one, near in made]
    if any(one.asked and not ill for one, _, ill in told):  # else new cases are all that was counted
        made = [(msgspec.structs.replace(one, asked=one.asked and not ill), near) for one, near, ill in told]
    return tuple(one for one, near in sorted(made, key=lambda pair: _order(pair[0], pair[1], question)))


_COMPOSITE: Final = 2
"""Rank of a composite that counts what was asked about under another name."""


def _current(items: list[Told]) -> list[Told]:
    """The findings without those of versions that a newer one has replaced, where others are left."""
    return [i for i in items if i.appraisal.record.status is not RecordStatus.SUPERSEDED] or items


def _treating(question: Question, appraisals: Iterable[Appraisal]) -> frozenset[str]:
    """Records on the treatment of an illness that is asked about as if it were an outcome (`X for gout`).

    Whatever they measured in people who have it is then what was asked; a study of something else that counts new
    cases of the illness is not.
    """
    if question.intent not in (Intent.THERAPY, Intent.DOSING) or PREVENTS.search(question.read):
        return frozenset()
    ill = [c for c in question.having(Role.OUTCOME) if c.semantic == "condition" or _had(question, c)]
    names = [words.stems(n) for c in ill for n in _names_of(c)]
    titles = {a.record.id: words.stems(a.record.title) for a in appraisals}
    return frozenset(r for r, title in titles.items() if any(name and name <= title for name in names))


PREVENTS: Final = expression(r"\b(?:prevent\w*|prophyla\w*)\b", re.IGNORECASE)
"""Words of a question about what is not there yet."""


def _had(question: Question, concept: Concept) -> bool:
    """Whether a symptom is read as what the people have (`people with sciatica`)."""
    return concept.semantic == "symptom" and question.population in (f"people with {n}" for n in _names_of(concept))


def _names_of(concept: Concept) -> tuple[str, ...]:
    return (concept.text, concept.label, *concept.synonyms)


def replaced(group: OutcomeGroup) -> str:
    """Said where every source of an outcome is a version that a newer one has replaced."""
    old = all(i.appraisal.record.status is RecordStatus.SUPERSEDED for i in group.items)
    return "; superseded by a newer version" if group.items and old else ""


def matters(group: OutcomeGroup) -> bool:
    """Whether an outcome that was not asked about is told all the same: a study's first, or one that matters to
    patients whatever was asked."""
    key = likeness.key(group.name)
    if key.dimension == "progression" or any(s.startswith(IMPORTANT) for s in key.subject):
        return True
    return any(i.finding.outcome_role is OutcomeRole.PRIMARY for i in group.items)


def graded_studies(group: OutcomeGroup) -> tuple[Study, ...]:
    """The studies that the group's certainty rests on, each once; all of them where none was graded."""
    every: dict[str, Study] = {}
    for item in group.items:
        study = item.appraisal.study
        every[study.record] = study if every.get(study.record, study) == study else own_trial.of_neither(study)
    held = group.certainty.records if group.certainty else ()
    return tuple(study for record, study in every.items() if record in held) or tuple(every.values())


def _name(question: Question, items: Sequence[Told]) -> str:
    """The name that is nearest to what was asked, then the one most studies give, then the leading study's.

    Never one with a word of comparison first where another is there.
    """
    names = [i.finding.outcome for i in items]

    def order(name: str) -> tuple[bool, Near, int, int]:
        compared = bool(COMPARED & set(name.lower().split()))
        return compared, likeness.asked(question, name), -names.count(name), names.index(name)

    return min(names, key=order)


def relevant_findings(question: Question, appraisal: Appraisal) -> tuple[Finding, ...]:
    """The findings of one record, those on the outcome asked about first, harms and impossible figures left out."""
    usable = [f for f in appraisal.findings if not is_harm(question, f) and not f.problems and f.outcome]
    return tuple(sorted(usable, key=lambda f: (likeness.asked(question, f.outcome), f.measure is Measure.P_ONLY)))


def shared_note(group: OutcomeGroup) -> str:
    """How all studies of an outcome differ from the question: it is said once, and in full where they differ alike."""
    notes = {i.appraisal.directness.note for i in group.items}
    if len(notes) == 1:
        return next(iter(notes))
    return "" if "" in notes or not notes else "in people other than those asked about"
