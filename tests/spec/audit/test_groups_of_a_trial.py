"""The groups of a trial under all their names, which number is given to which, and which is put above which."""

from __future__ import annotations

import pytest
from audit_cases import first

from probatum.assess.audit import binding, groups, relating
from probatum.assess.audit.source import source
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection

ABSTRACT = (
    "In 140 adults with gout, 70 were given zerafine added to colchicine and 70 placebo added to colchicine. Tophi "
    "healed more often in the zerafine group than in the placebo group. Zerafine was added to colchicine everywhere."
)
ROWS = "Outcome\tZerafine + colchicine (n = 70)\tPlacebo + colchicine (n = 70)\nFlares\t12 (17.1)\t28 (40.0)"


def gout() -> Record:
    """An invented trial of one drug on top of another."""
    return Record.build(
        id="pmid:9000031",
        identifiers=(Identifier("pmid", "9000031"),),
        kind=RecordKind.TRIAL_REPORT,
        title="Zerafine in gout treated with colchicine: a randomised trial",
        sections=(
            SourceSection("title", SectionKind.TITLE, "Zerafine in gout treated with colchicine: a randomised trial"),
            SourceSection("abstract", SectionKind.ABSTRACT, ABSTRACT, role=SectionRole.NONE),
            SourceSection("table.1", SectionKind.TABLE, ROWS, "Table 1 Results"),
        ),
        format="test",
    )


def test_groups_are_told_apart_by_what_only_one_of_them_was_given() -> None:
    found = groups.of(source(gout()))
    assert [(sorted(g.own), g.control) for g in found] == [(["zerafin"], False), (["placebo"], True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flares were rarer with zerafine than in controls.", [0, 1]),
        ("Colchicine alone was followed by 28 flares.", [1]),
        ("Flares fell with the combination.", [0]),
        ("Zerafine was added to colchicine.", [0]),
        ("Flares were seen in 17% with zerafine and 40% without.", [0, 1]),
        ("Joints were measured twice.", []),
    ],
)
def test_a_group_is_found_under_all_its_names(text: str, expected: list[int]) -> None:
    assert [m.group for m in groups.mentions(text, source(gout()))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flares occurred in 17% with zerafine and 40% with placebo.", {"17": 0, "40": 1}),
        ("Zerafine (17%) did better than placebo (40%).", {"17": 0, "40": 1}),
        ("With zerafine and placebo, 17% and 40% had a flare.", {"17": 0, "40": 1}),
        ("Compared with placebo, zerafine was followed by fewer flares (17% vs 40%).", {"17": 0, "40": 1}),
        ("Twelve on zerafine and 28 on placebo had a flare.", {"Tw": 0, "28": 1}),
        ("Flares were less frequent with zerafine (17% vs. 40%).", {"17": 0, "40": 1}),
        ("In all, 40 had a flare.", {}),
    ],
)
def test_a_number_is_given_to_the_group_beside_it(text: str, expected: dict[str, int]) -> None:
    bound = binding.read(text, source(gout()))
    assert {text[at : at + 2]: group for at, group in bound.items()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flares were fewer with zerafine than with placebo.", (0, 1, "down")),
        ("Flares were more frequent when zerafine was added.", (0, 1, "up")),
        ("Swelling improved on zerafine and worsened on placebo.", (0, 1, "good")),
    ],
)
def test_the_higher_group_is_read_from_words(text: str, expected: tuple[int, int, str]) -> None:
    told = relating.read(text, source(gout()))
    assert [(t.first, t.second, t.way) for t in told] == [expected]


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Cramps averaged 4.6 a week with zerafine [1].", "arm_swapped"),
        ("Cramps averaged 2.1 a week with zerafine [1].", None),
        ("Dizziness was rarer when zerafine was given [1].", "direction_flipped"),
        ("Dizziness was commoner when zerafine was given [1].", None),
        ("Dizziness affected 6 of 120 people on placebo [1].", "denominator_wrong"),
        ("Nearly everyone finished the 12 weeks of the zerafine trial [1].", None),
        ("If cramps persist, increase zerafine from 100 mg to 100 mg twice daily.", "dose_step_empty_or_contradictory"),
        ("If cramps persist, increase zerafine from 100 mg to 200 mg twice daily.", None),
        ("Zerafine stops the disorder from progressing [1].", "causal_or_certainty_overclaim"),
    ],
)
def test_each_group_keeps_its_own_result(sentence: str, category: str | None) -> None:
    found = first(sentence)
    assert (found.category.value if found.category else None) == category, found.reasons
