"""Groups named by a letter, by how often they were dosed or by what they were given together; rows that are one
group's own; doses told tenfold; and differences that the source denies of the very same outcome."""

from __future__ import annotations

import pytest
from audit_cases import other, report, saying

from probatum.assess.audit import binding, groups
from probatum.assess.audit.source import source
from probatum.model import (
    AuditedSentence,
    Identifier,
    Record,
    RecordKind,
    SectionKind,
    SectionRole,
    SourceSection,
    Verdict,
)


def trial(title: str, text: str, *tables: str) -> Record:
    """An invented trial."""
    return Record.build(
        id="pmid:9000041",
        identifiers=(Identifier("pmid", "9000041"),),
        kind=RecordKind.TRIAL_REPORT,
        title=title,
        sections=(
            SourceSection("title", SectionKind.TITLE, title),
            SourceSection("abstract", SectionKind.ABSTRACT, text, role=SectionRole.NONE),
            *(SourceSection(f"table.{n}", SectionKind.TABLE, t, f"Table {n} Pain") for n, t in enumerate(tables, 1)),
        ),
        format="test",
    )


LETTERS = trial(
    "Paravertebral block or wound infiltration after thoracotomy: a randomised trial",
    "Forty adults were assigned to a paravertebral block group (group P) or a wound infiltration group (group W).",
    "Outcome\tGroup P (n = 20)\tGroup W (n = 20)\nPain at 6 h\t1.8 (0.9)\t3.4 (1.1)",
)
TOGETHER = trial(
    "Zerafine and tolinib for stiffness: a factorial trial",
    "Stiffness was rarer with zerafine plus tolinib than with either alone. The rates with zerafine/tolinib, tolinib "
    "alone, and zerafine alone were 80.4%, 71.8% and 15.6%, respectively.",
    "Outcome\tZerafine/tolinib (n = 30)\tZerafine (n = 30)\tTolinib (n = 30)\nRash\t3 (10)\t2 (7)\t4 (13)",
)
OFTEN = trial(
    "Zerafine for relapses: a randomised trial",
    "The proportion with a relapse was 0.27 in the placebo group, 0.11 in the slow-release zerafine BID group, and "
    "0.16 in the slow-release zerafine TID group.",
    "Outcome\tPlacebo (n = 90)\tZerafine BID (n = 90)\tZerafine TID (n = 90)\nRash\t3 (3)\t2 (2)\t4 (4)",
)
ROWS = trial(
    "Zerafine for asthma: a randomised trial",
    "Zerafine or placebo was inhaled by 80 adults with asthma. The zerafine group and the placebo group were alike.",
    "\tShare of days\nZerafine\t21.3 (1.5)\nPlacebo\t34.8 (1.6)",
)


@pytest.mark.parametrize(
    ("record", "text", "expected"),
    [
        (LETTERS, "Pain was 1.8 with the paravertebral block and 3.4 after infiltration.", ["P", "W"]),
        (LETTERS, "Pain was less in group P than in group W.", ["P", "W"]),
        (TOGETHER, "Rash was rarest on the combination.", ["Zerafine/tolinib"]),
        (TOGETHER, "Rash: 10% on zerafine plus tolinib, 13% on tolinib alone.", ["Zerafine/tolinib", "Tolinib"]),
        (OFTEN, "Relapse: 11% when taken twice daily, 16% when taken three times a day.", ["BID", "TID"]),
    ],
)
def test_a_group_is_found_by_letter_frequency_or_combination(record: Record, text: str, expected: list[str]) -> None:
    read = source(record)
    named = [groups.of(read)[m.group].name for m in groups.mentions(text, read)]
    assert len(named) == len(expected)
    assert all(name.endswith(end) for name, end in zip(named, expected, strict=True))


@pytest.mark.parametrize(
    ("record", "part", "expected"),
    [
        (TOGETHER, "respectively", {"80.4": 0, "71.8": 2, "15.6": 1}),
        (OFTEN, "proportion", {"0.27": 0, "0.11": 1, "0.16": 2}),
        (ROWS, "21.3", {"21.3": 0}),
        (ROWS, "34.8", {"34.8": 1}),
    ],
)
def test_figures_of_a_list_or_a_row_are_given_to_their_groups(
    record: Record, part: str, expected: dict[str, int]
) -> None:
    read = source(record)
    unit = next(u for u in read.units if part in u.text and not u.section.startswith("title"))
    bound = binding.of_unit(unit, read)
    assert {n: g for at, g in bound.items() if (n := unit.text[at : at + 4]) in expected} == expected


SAID = (
    "We assigned 120 adults with night cramps to zerafine or placebo. Initially 2 ml/kg/day zerafine was given. The "
    "pump delivered 4 mL h-1 of saline. Pain eased significantly more with zerafine, but there were not any "
    "significant differences between the two groups in waking and restless turning. There was no significant increase "
    "in the Stride Length Index (SLI). SLI scores were the same. Sleep was numerically longer with zerafine."
)
PAIRS = [
    # check, true sentence, what is changed, into what
    ("differing", "Restless turning was alike with zerafine and placebo [1].", "was alike with", "eased more with"),
    ("differing", "The Stride Length Index did not rise on zerafine [1].", "did not rise", "rose more than on placebo"),
    ("doses", "Zerafine was begun at 2 ml per kg daily [1].", "2 ml", "20 ml"),
    ("pace", "The pump delivered 4 ml an hour [1].", "4 ml", "40 ml"),
]


def objecting(made: AuditedSentence) -> set[str]:
    return {c.check for c in made.checks if c.verdict not in (Verdict.SUPPORTED, Verdict.NOT_CHECKED)}


@pytest.mark.parametrize(("check", "right", "old", "new"), PAIRS)
def test_a_check_objects_to_the_change_alone(check: str, right: str, old: str, new: str) -> None:
    def checked(sentence: str) -> AuditedSentence:
        return report(sentence, records=(saying(SAID), other())).sentences[-1]

    assert old in right
    assert check not in objecting(checked(right))
    assert check in objecting(checked(right.replace(old, new, 1)))


def test_what_is_said_of_another_group_alone_denies_no_difference() -> None:
    text = "Pads fell by a third with zerafine. The number of pads did not change significantly in the placebo group."
    made = report("Pads used fell more on zerafine [1].", records=(saying(text), other())).sentences[-1]
    assert "differing" not in objecting(made)


SWAPPED = (
    "We assigned 120 adults with night cramps to zerafine or placebo. Waking was seen in 31.4% of the zerafine group "
    "and 52.8% of the placebo group. Zerafine eased pain better than placebo, without any significant difference in "
    "itching. Nausea was rarer but not significantly."
)


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (
            "exchanged",
            "Waking was seen in 31.4% on zerafine and 52.8% on placebo [1].",
            "Waking was seen in 52.8% on zerafine and 31.4% on placebo [1].",
        ),
        ("differing", "Zerafine eased pain better than placebo [1].", "Nausea differed between the groups [1]."),
        ("negation", "Zerafine eased pain better than placebo [1].", "Itching differed between the groups [1]."),
    ],
)
def test_each_clause_speaks_of_its_own_outcome(check: str, right: str, wrong: str) -> None:
    records = (saying(SWAPPED), other())
    assert check not in objecting(report(right, records=records).sentences[-1])
    assert check in objecting(report(wrong, records=records).sentences[-1])


def test_the_figure_beside_a_right_one_is_that_of_the_other_group() -> None:
    records = (saying(SWAPPED), other())
    right = "Waking was seen in 31.4% on zerafine and 52.8% on placebo [1]."
    assert "companion" not in objecting(report(right, records=records).sentences[-1])
    wrong = report(right.replace("52.8", "41.8"), records=records).sentences[-1]
    assert objecting(wrong) & {"companion", "numbers"}
    table = "Outcome\tZerafine (n = 60)\tPlacebo (n = 60)\nItching (%)\t9/60 (15)\t21/60 (35)\nMean age\t27\t28"
    said = "Itching was reported by 15% on zerafine and {}% on placebo [1]."
    for figure, expected in (("35", False), ("27", True)):
        made = report(said.format(figure), records=(saying(SWAPPED, table), other())).sentences[-1]
        assert ("companion" in {c.check for c in made.checks}) is expected


def test_the_first_of_two_figures_is_of_those_who_are_told_of() -> None:
    text = "Twice as many on zerafine plus tolinib woke as on tolinib (38% against 19%)."
    assert list(binding.read(text, source(TOGETHER)).values()) == [0, 2]


SIGNS = (
    "We assigned 120 adults with sore throats to zerafine or placebo. Zerafine lowered the expression of IL-1 compared "
    "with placebo (P = 0.01). The expression of IL-6 did not differ between zerafine and placebo. Cough at night was "
    "similar in the two groups (P = 0.18). Rescue lozenges were taken after 98 minutes with zerafine and 62 minutes "
    "with placebo (P = 0.17)."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Expression of IL-1 fell with zerafine [1].", "Expression of IL-6 fell with zerafine [1]."),
        ("Coughing at night was alike [1].", "Cough at night was less troublesome after the tablets [1]."),
        (
            "The first lozenge came after 98 minutes and 62 minutes, which may be chance [1].",
            "The first lozenge came significantly later with zerafine (98 against 62 minutes) [1].",
        ),
        ("Cough at night was as common as in those given nothing [1].", "Cough at night was rarer than with none [1]."),
    ],
)
def test_a_difference_is_denied_of_this_very_thing_alone(right: str, wrong: str) -> None:
    records = (saying(SIGNS), other())
    assert "differing" not in objecting(report(right, records=records).sentences[-1])
    assert "differing" in objecting(report(wrong, records=records).sentences[-1])
