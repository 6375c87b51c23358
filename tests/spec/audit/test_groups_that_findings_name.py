"""Groups that only the findings name, units of a result, a win that is denied, a text on two matters, bold digits."""

from __future__ import annotations

import pytest
from audit_cases import first, report, saying

from probatum.assess.audit import binding, groups
from probatum.assess.audit.source import source
from probatum.model import Fault, Verdict
from probatum.text.normal import fold

SPARING = (
    "Cramps by day 90 occurred in 109 people (14.0%) with sparing gravel and in 116 people (14.9%) with lavish gravel. "
    "People with sparing gravel received 2,134 ml less water than people with lavish gravel."
)
WON = (
    "Relief of cramps occurred in 38% with zerafine 50 mg and in 16% with placebo (p = 0.005). Relief of cramps "
    "occurred in 33% with zerafine 90 mg and in 16% with placebo (p = 0.034)."
)


def test_groups_are_those_that_findings_set_against_each_other() -> None:
    held = source(saying(SPARING))
    assert [g.name for g in groups.of(held)] == ["lavish gravel", "sparing gravel"]


def test_a_share_in_brackets_behind_people_is_given_to_their_group() -> None:
    held = source(saying(SPARING))
    text = "Cramps occurred in 109 people (14.0%) with sparing gravel and in 116 people (14.9%) with lavish gravel."
    assert [group for _, group in sorted(binding.read(text, held).items())] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Cramps by day 90 came to 14.0% with sparing and 14.9% with lavish gravel [1].", None),
        ("Cramps by day 90 came to 14.9% with sparing and 14.0% with lavish gravel [1].", Fault.ARM),
        ("Those spared received 2,134 ml less water [1].", None),
        ("Those spared received 2,134 litres less water [1].", Fault.DOSE),
        ("Those spared received 2134 ml less water [1].", None),
    ],
)
def test_arms_and_units_of_a_short_abstract(text: str, fault: Fault | None) -> None:
    assert report(text, records=(saying(SPARING),)).sentences[-1].category is fault


@pytest.mark.parametrize(
    ("abstract", "fault"),
    [
        (WON, Fault.NEGATION),
        (WON.replace("0.034", "0.34"), None),
        (WON.replace("0.034", "NS"), None),
        (f"{WON} For sleep zerafine was no better than placebo.", None),
    ],
)
def test_a_win_that_the_source_shows_is_not_denied(abstract: str, fault: Fault | None) -> None:
    said = report("Neither zerafine dose beat placebo for relief of cramps [1].", records=(saying(abstract),))
    told = {c.check for c in said.sentences[-1].checks if c.verdict is Verdict.CONTRADICTED}
    assert ("unbeaten" in told) is (fault is not None)


def test_bold_digits_are_read_as_they_show() -> None:
    assert fold("\U0001d7d0\U0001d7d4.\U0001d7d2% on zorbinol").text == "26.4% on zorbinol"
    bold = "Response was seen in \U0001d7d3\U0001d7d0% on zerafine and 25% on placebo [1]."
    assert first(bold).verdict is not Verdict.SUPPORTED
