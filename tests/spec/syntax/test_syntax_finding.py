"""Which records a search in PubMed's syntax finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.acquire.syntax import Matcher, find, parse
from probatum.acquire.syntax.mapping import mapped
from probatum.model import Identifier, Link, LinkKind, Record, RecordKind, SectionKind, SourceSection


def made(number: int, title: str, abstract: str = "", **fields: object) -> Record:
    sections = [SourceSection("title", SectionKind.TITLE, title)]
    if abstract:
        sections.append(SourceSection("abstract", SectionKind.ABSTRACT, abstract))
    number_of = Identifier("pmid", str(number))
    given_fields = {"kind": RecordKind.ARTICLE, "identifiers": (number_of,), **fields}
    return Record.build(id=str(number_of), title=title, sections=tuple(sections), **given_fields)


RECORDS = (
    made(
        1,
        "Quinine for nocturnal leg cramps",
        "A randomised trial of quinine in adults with cramps of the leg.",
        authors=("Berg AB", "Adler Q"),
        journal="J Leg Med",
        year=2016,
        date="2016-04-26",
        mesh=("Muscle Cramp", "Quinine"),
        publication_types=("Journal Article", "Randomized Controlled Trial"),
        volume="5",
        pages="12-19",
    ),
    made(
        2,
        "Magnesium and muscle cramps: a systematic review",
        "Nine trials were pooled. Quinine was not studied.",
        authors=("Chu C",),
        journal="Cramp Rev",
        year=2020,
        mesh=("Muscle Cramp", "Magnesium"),
        publication_types=("Systematic Review",),
        identifiers=(Identifier("pmid", "2"), Identifier("doi", "10.1000/abc")),
    ),
    made(
        3,
        "Heart attack in the young",
        "Myocardial infarction was studied in a cohort. Sjögren syndrome was an exclusion.",
        authors=("Berg A", "Dahl D"),
        year=2001,
        date="2001",
        mesh=("Myocardial Infarction",),
        language="fr",
    ),
    made(
        4,
        "Vaccination of nurses against influenza",
        "Vaccines were offered at work.",
        year=2019,
        date="2019-12",
        keywords=("vaccine uptake",),
        links=(Link(LinkKind.REGISTRATION, Identifier("nct", "NCT00000001")),),
    ),
    made(5, "Non-ST-elevation infarct", "A case.", year=None, mesh=("Non-ST Elevated Myocardial Infarction",)),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    made_one = Library.open(tmp_path_factory.mktemp("syntax") / "library", create=True)
    made_one.add(RECORDS)
    return made_one


CASES = [
    ("quinine", {1, 2}),
    ("quinine[ti]", {1}),
    ("quinine[mh]", {1}),
    ("leg cramps[tiab]", {1}),
    ('"leg cramps"[tiab]', {1}),
    ('"cramps leg"[tiab]', set()),
    ('"cramps leg"[tiab:~2]', {1}),
    ('"quinine cramps"[tiab:~1]', set()),
    ("quinine NOT magnesium", {1}),
    ("quinine AND magnesium", {2}),
    ("quinine OR vaccination", {1, 2, 4}),
    ("vaccin*", {4}),
    ("vaccin*[ti] OR quinin*[ti]", {1, 4}),
    ("sjogren*[tiab]", {3}),
    ("sjogren[tiab]", {3}),
    ("heart attack", {3, 5}),
    ("myocardial infarction[mh]", {3, 5}),
    ("heart attack[mh]", {3, 5}),
    ("myocardial infarction[mh:noexp]", {3}),
    ("muscle cramp/drug therapy[mh]", {1, 2}),
    ("Berg A[au]", {1, 3}),
    ("Berg AB[au]", {1}),
    ("Berg[au]", {1, 3}),
    ("Adler[1au]", set()),
    ("Adler[lastau]", {1}),
    ("Berg[au] AND 2010:2020[dp]", {1}),
    ("2016:2019[dp]", {1, 4}),
    ("2016/05:2019[dp]", {4}),
    ("randomized controlled trial[pt]", {1}),
    ("review[pt]", {2}),
    ("french[la]", {3}),
    ("J Leg Med[ta]", {1}),
    ("journal leg medicine[ta]", {1}),
    ("2[pmid]", {2}),
    ("10.1000/ABC[doi]", {2}),
    ("NCT00000001[si]", {4}),
    ("5[vi] AND 12-19[pg]", {1}),
    ("uptake[ot]", {4}),
    ("uptake[ti]", set()),
    ("cramps AND (quinine[ti] OR magnesium[ti]) NOT 2016[dp]", {2}),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_a_search_finds_what_its_tags_say(library, text, found):
    hits = find(library, parse(text), vocabulary.load(), limit=50).hits
    assert {int(hit.record.id.removeprefix("pmid:")) for hit in hits} == found


def test_the_best_come_first_and_filters_hold(library):
    hits = find(library, parse("quinine AND cramps"), vocabulary.load(), limit=1).hits
    assert [hit.record.id for hit in hits] == ["pmid:1"]
    hits = find(library, parse("quinine AND cramps"), vocabulary.load(), as_of="2018-01-01").hits
    assert [hit.record.id for hit in hits] == ["pmid:1"]


def test_other_names_that_were_looked_for_are_said(library):
    found = find(library, parse("heart attack"), vocabulary.load())
    assert found.names[0][0] == "heart attack"
    assert "myocardial infarction" in found.names[0][1]


def test_a_search_by_author_alone_looks_into_every_record(library):
    assert find(library, parse("Berg[au]"), vocabulary.load()).examined == len(RECORDS)


def test_more_than_listed_is_said(library):
    assert not find(library, parse("quinine"), vocabulary.load(), limit=1).complete
    assert find(library, parse("quinine"), vocabulary.load(), limit=2).complete


TERMS = (
    "quinine",
    "cramp*",
    "magnesium[ti]",
    '"leg cramps"',
    "heart attack[mh]",
    "Berg[au]",
    "2015:3000[dp]",
    "adults",
)
expressions = st.recursive(
    st.sampled_from(TERMS),
    lambda inner: st.tuples(inner, st.sampled_from(("AND", "OR", "NOT")), inner).map(lambda t: f"({' '.join(t)})"),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60)
@given(expressions)
def test_the_index_never_hides_a_record_that_holds(library, text):
    """The slow way, asking every record, is the specification."""
    terms = vocabulary.load()
    expression = parse(text)
    matcher = Matcher(mapped(expression, terms), terms)
    slow = {record.id for record in RECORDS if matcher.holds(record)}
    assert {hit.record.id for hit in find(library, expression, terms, limit=50).hits} == slow
