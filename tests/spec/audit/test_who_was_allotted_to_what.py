"""Which groups a trial has, as its abstract lists who was allotted to what, and where a text names them."""

from __future__ import annotations

import pytest

from probatum.assess.audit import allotted, binding, comparing, groups, relating
from probatum.assess.audit.source import Source, source
from probatum.model import Identifier, Record, RecordKind, SectionKind, SectionRole, SourceSection


def trial(abstract: str, title: str = "Shoulder pain at work: a randomised trial") -> Source:
    """An invented trial that tells its groups in its abstract alone."""
    made = Record.build(
        id="pmid:9000077",
        identifiers=(Identifier("pmid", "9000077"),),
        kind=RecordKind.TRIAL_REPORT,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, abstract, role=SectionRole.NONE),
        ),
        format="test",
    )
    return source(made)


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        (
            "Ninety clerks were randomly assigned to hatching (n = 45) or lacing (n = 45) for 6 weeks.",
            [["hatch"], ["lace"]],
        ),
        (
            "Clerks were randomised to one of the four groups: BT, RT, CT, or control group.",
            [["bt"], ["rt"], ["ct"], ["control"]],
        ),
        (
            "Clerks were randomly divided into a hatching group (HG, n = 14, 2 g/day) or a placebo group (PG, n = 15).",
            [["hatch"], ["placebo"]],
        ),
        (
            "They were randomly assigned to immediate and gradual stopping groups at a 1:1 ratio.",
            [["immediat"], ["gradu"]],
        ),
        (
            "Clerks were randomised 1:1 to daily hatching or to standard care.",
            [["hatch"], ["standard"]],
        ),
        (
            "Clerks were randomised to a hatched scarf with calcium and vitamin D or a plain scarf.",
            [["calci", "hatch", "vitamin"], ["plain"]],
        ),
    ],
)
def test_the_items_of_a_list_are_the_groups(abstract: str, expected: list[list[str]]) -> None:
    found = groups.of(trial(abstract))
    assert len(found) == len(expected)
    assert all(set(own) <= group.own for own, group in zip(expected, found, strict=True))


@pytest.mark.parametrize(
    "abstract",
    [
        "A randomised trial was done to compare hatching and lacing in two hospitals.",
        "Patients were randomly divided into training and validation sets.",
        "The trial was randomised, double-blind and placebo-free in Oldtown, Newtown and Midtown.",
        "Allocation was randomised between February and September.",
        "Teeth were randomly assigned to two groups.",
        "A randomised trial to monitor hatching or lacing.",
        "In a randomised trial group A received hatching and group C received lacing.",
    ],
)
def test_what_lists_no_groups_gives_none(abstract: str) -> None:
    assert allotted.labels(trial(abstract)) == ()


def test_doses_of_one_list_are_groups_and_their_figures_go_in_turn() -> None:
    there = trial("Clerks were randomised to 1 of 3 zerafine dose groups: 20, 60, or 100 U.")
    assert [g.dose for g in groups.of(there)] == ["20u", "60u", "100u"]
    text = "Relief lasted 12, 18, and 27 days in the 20-, 60-, and 100-U groups, respectively."
    bound = binding.read(text, there)
    assert {text[at : at + 2]: group for at, group in bound.items()} == {"12": 0, "18": 1, "27": 2}
    other = "Relief lasted 18 days with 100 U and 27 days with 60 U."
    assert {other[at : at + 2]: group for at, group in binding.read(other, there).items()} == {"18": 2, "27": 1}


def test_what_one_group_got_without_more_is_the_one_set_against() -> None:
    there = trial("Eyes were randomised to topical zerafine or topical zerafine plus lacing.")
    found = groups.of(there)
    assert [g.control for g in found] == [True, False]
    assert [m.group for m in groups.mentions("Fewer tore with lacing than with zerafine alone.", there)] == [1, 0]


def test_two_treatments_and_both_together_are_three_groups() -> None:
    there = trial("Children were randomised to receive ZQ, SP, or ZQ/SP and actively followed over 28 days.")
    text = "Failure was seen in 30, 6, and 4% in the ZQ, SP, and ZQ/SP groups, respectively."
    assert {text[at : at + 2].strip(", %"): g for at, g in binding.read(text, there).items()} == {
        "30": 0,
        "6": 1,
        "4": 2,
    }
    assert [m.group for m in groups.mentions("It was 6% with SP and 4% with the combination.", there)] == [1, 2]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("The effect of hatching on sleep: a randomised trial", "Sleep was longer with hatching than without.", [0, 1]),
        ("Sleep at sea: a randomised trial", "Sleep was longer with hatching.", []),
    ],
)
def test_the_intervention_of_a_trial_is_what_its_title_tries(title: str, text: str, expected: list[int]) -> None:
    abstract = "Sailors were randomly assigned to an intervention group or a control group. Sleep was timed."
    assert [m.group for m in groups.mentions(text, trial(abstract, title))] == expected


def test_what_controls_received_too_names_no_intervention() -> None:
    abstract = (
        "Smokers were randomised. The intervention group (n = 70) received a leaflet with brief advice. The control "
        "group (n = 66) received brief talk on fruit. In the intervention group 9% stopped and in the control group 7%."
    )
    told = allotted.tried(trial(abstract))
    assert "leaflet" in told
    assert "brief" not in told


def test_each_bracket_with_all_its_figures_is_of_the_group_before_it() -> None:
    there = trial("Clerks were randomly assigned to hatching or to lacing.")
    text = "Grip fell less in the hatching group (0.11 cm, 12.5%) than in the lacing group (0.29 cm, 21.5%)."
    bound = binding.read(text, there)
    assert {text[at : at + 4]: g for at, g in bound.items()} == {"0.11": 0, "12.5": 0, "0.29": 1, "21.5": 1}
    one = "Grip fell less with hatching than with lacing (12.5%, 21.5%)."
    assert {one[at : at + 4]: g for at, g in binding.read(one, there).items()} == {"12.5": 0, "21.5": 1}


def test_figures_put_every_two_of_several_groups_in_order() -> None:
    there = trial("Clerks were randomised to hatching, lacing or rest.")
    text = "Pain was left in 60% with hatching, 18% with lacing and 14% with rest."
    told = {(t.first, t.second): t.way for t in relating._by_figures(trial(text).units[-1], there)}
    assert told == {(0, 1): "up", (0, 2): "up", (1, 2): "up"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scores improved with A, though no more than with B.", ()),
        ("Scores improved with A, but not more than with B.", ()),
        ("Scores improved more with A than with B.", ("good",)),
    ],
)
def test_no_more_than_the_other_puts_neither_above(text: str, expected: tuple[str, ...]) -> None:
    places = ((text.index(" A") + 1, 0), (text.index(" B") + 1, 1))
    assert tuple(c.way for c in comparing.read(text, places)) == expected
