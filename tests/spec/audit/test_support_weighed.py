"""Support needs every part: a small model weighs what the source was found to hold, and only ever lowers or flags."""

from __future__ import annotations

import pytest

from probatum.assess.audit import auditing, contrast, deciding, document, evidence, weighing
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probes
from probatum.model import (
    Fault,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Verdict,
)

TITLE = "Corvaline versus brindamine for restless legs in adults: a randomised trial"
TEXT = (
    "Ninety adults took corvaline 50 mg or brindamine 20 mg daily for 6 weeks. Symptom relief was more frequent with "
    "corvaline than with brindamine (61% versus 40%, P = 0.04). Serum ferritin did not differ between the groups. "
    "Headache occurred in 9% of the corvaline group and 4% of the brindamine group."
)
RECORD = Record.build(
    id="pmid:9000061",
    identifiers=(Identifier("pmid", "9000061"),),
    kind=RecordKind.ARTICLE,
    title=TITLE,
    sections=(
        SourceSection("title", SectionKind.TITLE, TITLE),
        SourceSection("abstract.1", SectionKind.ABSTRACT, TEXT, "Results", SectionRole.RESULTS),
    ),
    format="test",
)


class Shelf:
    """The invented trial alone."""

    def get(self, identifier: str) -> Record | None:
        """It, by its PMID."""
        return RECORD if identifier == "pmid:9000061" else None

    def search(self, text: str, limit: int) -> list[Record]:
        """Nothing."""
        return []


def case(sentence: str) -> Cited:
    text = f"# Restless legs in adults\n\n{sentence} [1].\n\n## References\n\n1. {TITLE}. PMID: 9000061\n"
    return auditing.read(document.read(text), Shelf())[0][0]


@pytest.mark.parametrize(
    ("sentence", "measure", "least", "most"),
    [
        ("Nearly two in three got relief on corvaline (61%)", "held", 0.9, 1.0),
        ("Visual acuity was sharper with corvaline", "held", 0.0, 0.7),
        ("Relief came to 61% with corvaline and 40% with brindamine", "figures joint", 1.0, 1.0),
        ("Relief came to 61% with corvaline and 9% with brindamine", "figures joint", 0.5, 0.5),
        ("Ferritin differed between the groups", "asserts, one none", 1.0, 1.0),
        ("Relief was commoner with corvaline", "asserts, one none", 0.0, 0.0),
        ("Corvaline is proven to cure restless legs", "strong alone", 0.5, 1.0),
        ("Headache struck 4% with corvaline and 9% with brindamine", "sides against", 1.0, 1.0),
        ("Headache struck 9% with corvaline and 4% with brindamine", "sides against", 0.0, 0.0),
        ("Relief was less frequent on the first drug, 61% against 40%", "pair against", 1.0, 1.0),
        ("Relief was more frequent on the first drug, 61% against 40%", "pair against", 0.0, 0.0),
        ("Relief was less frequent on the second drug, 40% against 61%", "pair against", 0.0, 0.0),
        ("Relief became more frequent, from 40% to 61%", "pair against", 0.0, 0.0),
        ("Ferritin differed between the groups", "differing against alone", 1.0, 1.0),
        ("Ferritin did not differ between the groups", "differing along alone", 1.0, 1.0),
        ("Relief was more frequent with corvaline", "differing against", 0.0, 0.0),
    ],
)
def test_a_part_is_measured_against_the_passages_on_it(sentence: str, measure: str, least: float, most: float) -> None:
    assert least <= evidence.measures(case(sentence))[measure] <= most


def test_every_measure_lies_between_minus_one_and_one() -> None:
    for sentence in ("Relief was 61%", "Nothing of this kind was seen", "A 1 2 3 4 5 6 7 8 9", "It worked"):
        assert all(-1 <= value <= 1 for value in evidence.measures(case(sentence)).values())


@pytest.mark.parametrize(
    ("sentence", "same", "other"),
    [
        ("Headache struck 9% on corvaline and 4% on brindamine", 1, 0),
        ("Headache struck 9% on brindamine and 4% on corvaline", 0, 1),
        ("Headache struck 9% on corvaline", 0, 0),
    ],
)
def test_two_figures_keep_their_sides(sentence: str, same: int, other: int) -> None:
    assert contrast.sides(case(sentence)) == (same, other)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("People slept better on corvaline", True),
        ("Check that they are like those studied: adults with restless legs", False),
        ("Symptom relief was more frequent with corvaline than with brindamine (61% versus 40%, P = 0.04)", False),
    ],
)
def test_what_repeats_its_source_is_left_to_the_checks(sentence: str, asked: bool) -> None:
    assert (weighing.weigh(case(sentence), ()) is not None) is asked


def _sure(chance: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "weigh", lambda case, told: weighing.Weighed(chance, Fault.OUTCOME))


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [(0.1, Verdict.SUPPORTED), (0.55, Verdict.NOT_CHECKED), (0.9, Verdict.NOT_IN_SOURCE)],
)
def test_the_model_flags_or_lowers(chance: float, verdict: Verdict, monkeypatch: pytest.MonkeyPatch) -> None:
    _sure(chance, monkeypatch)
    found = deciding.decide(case("Relief of symptoms was had by 61% of those on corvaline"))
    assert found.verdict is verdict
    assert [c.answered_by for c in found.checks if c.check == "evidence"] == ([weighing.BY] if chance > 0.8 else [])


def test_the_model_outvotes_no_certain_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    _sure(0.0, monkeypatch)
    found = deciding.decide(case("Relief of symptoms was had by 66% of those on corvaline"))
    assert found.faulty
    assert found.category is Fault.NUMBER


@pytest.mark.parametrize(("chance", "faulty"), [(0.1, False), (0.9, True)])
def test_a_check_that_is_weighed_needs_the_rest(chance: float, faulty: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    _sure(chance, monkeypatch)
    told = [("arm", "rule", Opinion(Fault.ARM, "the groups are the other way round"))]
    monkeypatch.setattr(deciding, "_told", lambda case, asked: list(told))
    found = deciding.decide(case("Relief of symptoms was had by 61% of those on corvaline"))
    assert found.faulty is faulty
    assert found.verdict is (Verdict.CONTRADICTED if faulty else Verdict.NOT_CHECKED)
    assert all(c.verdict is Verdict.NOT_CHECKED for c in found.checks) is not faulty


def test_what_is_weighed_is_a_check() -> None:
    assert {probe.name for probe in probes()} >= weighing.WEIGHED


@pytest.mark.parametrize(
    ("chance", "least", "named", "flagged"),
    [
        (0.8, weighing.FAULT, False, True),
        (0.7, weighing.FAULT, False, False),
        (0.65, weighing.FAULT, True, True),
        (0.66, weighing.WHOLE, False, True),
        (0.6, weighing.WHOLE, False, False),
        (0.6, weighing.TOLD, False, True),
        (0.48, weighing.TOLD, False, False),
        (0.58, weighing.WHO, False, True),
        (0.5, weighing.WHO, False, False),
        (0.45, weighing.WHO, True, True),
        (0.4, weighing.WHO, True, False),
    ],
)
def test_a_sentence_is_flagged_from_the_chance_of_its_kind(
    chance: float, least: float, named: bool, flagged: bool
) -> None:
    assert weighing.Weighed(chance, Fault.DIRECTION, least).flags(named=named) is flagged


@pytest.mark.parametrize(
    ("sentence", "least"),
    [
        ("Symptoms eased more on corvaline than on brindamine", weighing.TOLD),
        ("Symptoms may ease more on corvaline than on brindamine", weighing.FAULT),
        ("The aim was to see whether symptoms eased more on corvaline than on brindamine", weighing.FAULT),
        ("Full remission came to 61% on corvaline", weighing.TOLD),
        ("Nearly two in three got relief on corvaline (61%)", weighing.WHOLE),
        ("Perhaps two in three may get relief on corvaline (61%)", weighing.FAULT),
        ("The participants were children who slept badly", weighing.WHO),
        ("Corvaline was given to young children in hospital for 6 weeks", weighing.WHO),
        ("Treatment was allocated at random and double-blind by an independent nurse", weighing.FAULT),
        ("Headache occurred in the brindamine group", weighing.WHOLE),
        ("Nearly everyone finished the 6 weeks of the corvaline trial", weighing.FAULT),
        ("Review serum ferritin in the corvaline group after 6 weeks", weighing.FAULT),
    ],
)
def test_a_kind_of_sentence_has_a_bound_of_its_own(sentence: str, least: float) -> None:
    found = weighing.weigh(case(sentence), ())
    assert found is not None
    assert found.least == least


def test_a_check_that_names_a_fault_leaves_no_sentence_whole() -> None:
    told = [("arm", Opinion(Fault.ARM, "the groups are the other way round"))]
    found = weighing.weigh(case("Nearly two in three got relief on brindamine (61%)"), told)
    assert found is not None
    assert found.least == weighing.TOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "The aim was to see whether symptoms eased more on corvaline than on brindamine",
        "The groups differed in ferritin",
        "Review serum ferritin in the corvaline group after 6 weeks",
    ],
)
def test_the_model_alone_faults_no_aim_no_single_word_and_no_advice_in_words_of_one_passage(
    sentence: str,
) -> None:
    found = weighing.weigh(case(sentence), ())
    assert found is not None
    assert found.chance <= weighing.DOUBT
    assert not found.flags(named=False)
