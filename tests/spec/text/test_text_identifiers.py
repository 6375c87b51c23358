"""Identifiers with their namespace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model import Identifier
from probatum.text import identifiers

PARSED = [
    ("PMID 26911633", "pmid:26911633"),
    ("pmid:26911633", "pmid:26911633"),
    ("https://pubmed.ncbi.nlm.nih.gov/26911633/", "pmid:26911633"),
    ("PMC7683000", "pmcid:PMC7683000"),
    ("pmcid: pmc7683000", "pmcid:PMC7683000"),
    ("https://doi.org/10.1002/MUS.25031", "doi:10.1002/mus.25031"),
    ("doi:10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5"),
    ("10.1002/mus.25031.", "doi:10.1002/mus.25031"),
    ("NCT01849770", "nct:NCT01849770"),
    ("isrctn12345678", "isrctn:ISRCTN12345678"),
    ("EudraCT 2010-018602-35", "eudract:2010-018602-35"),
    ("ISBN 978-0-306-40615-7", "isbn:9780306406157"),
    ("PPR123456", "ppr:PPR123456"),
    ("ppr:ppr7", "ppr:PPR7"),
]


@pytest.mark.parametrize(("text", "wanted"), PARSED)
def test_parse(text: str, wanted: str) -> None:
    assert str(identifiers.parse(text)) == wanted


@pytest.mark.parametrize(
    "text", ["26911633", "pmid:PMC7683000", "pmid:abc", "PMC", "10.1/x", "NCT123", "", "isbn:9780306406158", "x" * 1000]
)
def test_not_parsed(text: str) -> None:
    assert identifiers.parse(text) is None


def test_a_bare_number_needs_its_namespace() -> None:
    assert identifiers.parse("7683000", "pmid") == Identifier("pmid", "7683000")
    assert identifiers.parse("7683000", "pmcid") == Identifier("pmcid", "PMC7683000")


def test_find() -> None:
    text = "See doi:10.1016/S0140-6736(20)30183-5). PMID: 123, PMCID: PMC77; NCT01849770 (10.1234/abc)."
    found = identifiers.find(text)
    assert [str(i) for _, _, i in found] == [
        "doi:10.1016/s0140-6736(20)30183-5",
        "pmid:123",
        "pmcid:PMC77",
        "nct:NCT01849770",
        "doi:10.1234/abc",
    ]
    assert [text[a:b] for a, b, _ in found][1:4] == ["123", "PMC77", "NCT01849770"]


@given(st.integers(1, 99_999_999))
def test_pmid_and_pmcid_are_never_mixed_up(number: int) -> None:
    assert identifiers.parse(f"PMID {number}") == Identifier("pmid", str(number))
    assert identifiers.parse(f"PMC{number}") == Identifier("pmcid", f"PMC{number}")
    assert identifiers.parse(str(number)) is None


@given(st.from_regex(r"10\.[0-9]{4,6}/[a-z0-9][a-z0-9/_-]{0,20}[a-z0-9]", fullmatch=True))
def test_identifiers_go_round(doi: str) -> None:
    made = Identifier("doi", doi)
    assert identifiers.parse(str(made)) == made
    assert identifiers.parse(f"https://doi.org/{doi.upper()}") == made


@given(st.text(max_size=80))
def test_normal_form_is_stable(text: str) -> None:
    for namespace in identifiers.namespaces():
        value = identifiers.normalise(namespace, text)
        assert value is None or identifiers.normalise(namespace, value) == value
