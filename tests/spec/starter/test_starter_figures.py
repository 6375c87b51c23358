"""Every figure of a starter record stands in the collection of facts or in the list of figures verified anew."""

import re

import pytest
from starter_facts import FACTS, NAMES, SHARED, about, numbers

from probatum.acquire import starter
from probatum.acquire.starter.reading import by_name
from probatum.model import SectionKind

RECORDS = by_name()

needs_facts = pytest.mark.skipif(not FACTS.is_file(), reason=f"collection of facts absent: {FACTS.name}")


def body(name: str) -> str:
    """The text of a record without the title of its source and the note."""
    return "\n".join(s.text for s in RECORDS[name].evidence_sections if s.kind is not SectionKind.TITLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31% of placebo (p = 0.047)", {"31", "0.047"}),
        ("from -7.0 ± 7.1 to 1,200", {"7.0", "7.1", "1200"}),
        ("CYP2D6, ALSFRS-R, TJ-68 and Level A", set()),
        ("(1:1:1), 95% CI -13.9 to -2.9", {"1", "95", "13.9", "2.9"}),
        ("two doses in 4-week periods", {"2", "4"}),
        ("1.3-fold", {"1.3"}),
    ],
)
def test_numbers_are_found(text, expected):
    assert numbers(text) == expected


def test_every_record_has_provenance_and_nothing_else_has():
    assert set(NAMES) <= set(RECORDS) == set(starter.provenance())
    for line in starter.provenance().values():
        assert line.read and line.where and line.verified
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", line.date)


def test_a_figure_verified_anew_is_used_and_says_where_it_was_read():
    listed = starter.figures()
    assert len({(f.record, f.figure) for f in listed}) == len(listed)
    for figure in listed:
        assert figure.figure in numbers(body(figure.record)), figure
        assert figure.what and figure.read_in


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_figures_are_digits(name):
    spelt = r"\b(eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|hundred)\b"
    assert not re.search(spelt, body(name).lower())


@pytest.mark.parametrize("name", sorted(set(RECORDS) - set(NAMES)))
def test_every_figure_of_a_record_beyond_the_collection_is_listed_with_what_it_is(name):
    """Double entry: each figure was typed once as a typed figure and once in the text."""
    assert numbers(body(name)) == {figure.figure for figure in starter.figures() if figure.record == name}


@needs_facts
@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_figure_stands_in_the_facts_or_was_verified(name):
    known = about(name, FACTS.read_text("utf-8"))
    assert known, f"the collection of facts does not name {name}"
    anew = {figure.figure for figure in starter.figures() if figure.record == name}
    assert numbers(body(name)) - numbers(known) - anew == set()


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9.]*[a-z0-9]", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@needs_facts
@pytest.mark.parametrize("name", sorted(RECORDS))
def test_no_eight_words_in_a_row_are_borrowed(name):
    pages = [*SHARED.glob("*.md"), *SHARED.glob("examples/*.md"), *SHARED.glob("starter/*.md")]
    borrowed = _runs(body(name)) & set().union(*(_runs(page.read_text("utf-8")) for page in pages))
    assert borrowed == set()


@needs_facts
def test_facts_that_were_not_read_stay_out():
    """Recalled facts on cramps: 200-300 mg 8-hourly as a dose, theophylline and caffeine, potassium and liquorice."""
    everything = "\n".join(body(name) for name in NAMES).lower()
    for word in ("8-hourly", "every 8 hours", "theophylline", "caffeine", "lowers potassium"):
        assert word not in everything
