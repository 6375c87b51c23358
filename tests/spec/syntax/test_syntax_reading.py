"""How a search in PubMed's syntax is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.acquire.syntax import FIELDS, Field, Leaf, is_syntax, parse
from probatum.acquire.syntax.dates import date_range, within
from probatum.acquire.syntax.nodes import shown
from probatum.errors import ProbatumError


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("cramp", "cramp"),
        ("cramp[ti]", "cramp[ti]"),
        ("cramp [Title]", "cramp[ti]"),
        ('"leg cramps"[tiab]', '"leg cramps"[tiab]'),
        ('"leg cramps"', '"leg cramps"'),
        ("leg cramps[tiab]", "leg cramps[tiab]"),
        ("a1 AND b1", "(a1 AND b1)"),
        ("a1 AND b1 AND c1", "(a1 AND b1 AND c1)"),
        ("a1 OR b1 AND c1", "((a1 OR b1) AND c1)"),
        ("a1 OR (b1 AND c1)", "(a1 OR (b1 AND c1))"),
        ("a1 NOT b1", "(a1 NOT b1)"),
        ("a1 AND NOT b1", "(a1 NOT b1)"),
        ("a1 NOT b1 NOT c1", "((a1 NOT b1) NOT c1)"),
        ("(a1)(b1)", "(a1 AND b1)"),
        ('"leg cramps" quinine', '("leg cramps" AND quinine)'),
        ("vaccin*[tiab]", "vaccin*[tiab]"),
        ("Heart Failure/drug therapy[mh]", "Heart Failure/drug therapy[mh]"),
        ("asthma[Mesh:NoExp]", "asthma[mh:noexp]"),
        ('"rash drug"[tiab:~3]', '"rash drug"[tiab:~3]'),
        ("Weiss MD[au]", "Weiss MD[au]"),
        ("2015:2020[dp]", "2015:2020[dp]"),
        ("2015/02:3000[pdat]", "2015-02:3000[dp]"),
        ("cramps AND 2015:2020", "(cramps AND 2015:2020[dp])"),
        ('cramps AND "last 5 years"[dp]', "(cramps AND 2021-11-26:3000[dp])"),
        ("and or not", "and or not"),
        ("ANDROGEN NOTCH[ti]", "ANDROGEN NOTCH[ti]"),
    ],
)
def test_a_search_is_read_from_left_to_right_with_pubmeds_tags(text, understood):
    assert shown(parse(text, today="2026-11-26")) == understood


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing to look for"),
        ("   ", "nothing to look for"),
        ("()", "empty or has no partner"),
        ("(a1", "not closed"),
        ("a1)", "no partner"),
        ('"leg cramps', "quotation mark is not closed"),
        ("AND a1", "nothing before it"),
        ("a1 AND", "nothing follows AND"),
        ("a1 OR AND b1", "nothing before it"),
        ("[ti]", "no term before it"),
        ("a1 [ti", "has no partner"),
        ('""[ti]', "no letter or digit"),
        ("twenty[dp]", "no date or range"),
        ("2020:2015[dp]", "no date or range"),
        ("2020/13[dp]", "no date or range"),
        ("(" * 60 + "a1" + ")" * 60, "50 deep"),
        (" OR ".join(["a1"] * 1_001), "more than 1,000 terms"),
        (" AND a1 OR b1" * 150, "nothing before it"),
        ("a1" + " AND b1 OR c1" * 150, "use brackets"),
        ("a" * 20_001, "longer than 20,000"),
    ],
)
def test_a_search_that_cannot_be_read_says_where_and_why(text, reason):
    with pytest.raises(ProbatumError, match=reason) as raised:
        parse(text)
    assert raised.value.code == "P330"


def test_an_unknown_tag_is_answered_with_the_known_ones():
    with pytest.raises(ProbatumError, match=r"\[colour\].*\[tiab\]") as raised:
        parse("red[colour]")
    assert raised.value.code == "P331"


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_name_of_a_field_is_a_tag(name):
    made = parse(f"2020[{name}]")
    assert isinstance(made, Leaf)
    assert made.field is FIELDS[name]


def test_every_field_has_a_tag():
    assert set(FIELDS.values()) == set(Field)


@pytest.mark.parametrize(
    ("text", "syntax"),
    [
        ("cramps[tiab] quinine", True),
        ("cramps AND quinine", True),
        ("vaccin* in children", True),
        ("(cramps OR spasm) quinine", True),
        ("Does quinine help cramps?", False),
        ("DOES QUININE AND MAGNESIUM HELP CRAMPS", False),
        ('what is "restless legs"?', False),
        ("weight [kg] and dose", False),
        ("5 * 3", False),
        ("IL-2 and not IL-4", False),
    ],
)
def test_syntax_is_told_from_plain_words(text, syntax):
    assert is_syntax(text) is syntax


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", ("2020", "2020")),
        ("2015:2020", ("2015", "2020")),
        ("2020/5/1:2021", ("2020-05-01", "2021")),
        ("1000:2020", ("", "2020")),
        ("2020:3000", ("2020", "")),
        ("last 1 month", ("2024-02-29", "")),
        ("last 10 days", ("2024-03-21", "")),
        ("last 2 years", ("2022-03-31", "")),
        ("soon", None),
        ("20", None),
    ],
)
def test_dates_are_read_as_pubmed_writes_them(text, expected):
    assert date_range(text, "2024-03-31") == expected


@pytest.mark.parametrize(
    ("date", "year", "low", "high", "inside"),
    [
        ("2020-05-03", 2020, "2020", "2020", True),
        ("2020", 2020, "2020-06", "", True),  # it may lie there: the source says no more
        ("2020-05-03", 2020, "2020-05-04", "", False),
        ("2020-05-03", 2020, "", "2020-05-02", False),
        ("", 2019, "2020", "", False),
        ("", None, "2020", "", False),
    ],
)
def test_a_date_lies_in_a_range_as_precisely_as_its_source_says(date, year, low, high, inside):
    assert within(date, year, low, high) is inside


@given(st.text(alphabet='ab1 "()[]ANDORT*:~/ti\n', max_size=60))
def test_whatever_is_typed_is_read_or_refused(text):
    try:
        made = parse(text)
    except ProbatumError as error:
        assert error.code in ("P330", "P331")
    else:
        assert shown(parse(shown(made))) == shown(made)
