"""The starter is checked against a second source: what a witness may look like, and when it disagrees."""

import json
import sys
from pathlib import Path

import pytest

from probatum.acquire.starter.reading import parse

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from scripts import check_starter, starter_witnesses  # noqa: E402
from scripts.starter_witnesses import Witness  # noqa: E402

RECORD = parse(
    """
identifiers = ["pmid:7", "doi:10.1000/rain"]
kind = "trial report"
title = "Umbrellas for people out in the rain: a randomised trial"
year = 2019
[[sections]]
id = "abstract"
kind = "abstract"
role = "results"
text = ["Wet hair occurred in 12.5% with an umbrella and in 1,200 of 2000 people without (p = 0.08)."]
"""
)

JATS = """<article><front><article-meta><article-id pub-id-type="pmc">PMC9</article-id></article-meta></front>
<back><ref-list><ref><mixed-citation><article-title>Umbrellas for people out in the rain</article-title>
<year>2019</year><pub-id pub-id-type="pmid">7</pub-id></mixed-citation></ref></ref-list></back></article>"""
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>8</PMID></MedlineCitation><PubmedData>
<ReferenceList><Reference><Citation>J Rain. 2019;1:2.</Citation><ArticleIdList>
<ArticleId IdType="pubmed">7</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
</PubmedArticleSet>"""
BIB = "@article{a, title = {{Umbrellas} for people out in the rain}, year = 2019, doi = {10.1000/RAIN}}"
CSL = json.dumps([{"DOI": "https://doi.org/10.1000/rain", "title": "Umbrellas", "issued": {"date-parts": [[2019, 5]]}}])


@pytest.mark.parametrize(
    ("name", "content", "reader", "expected"),
    [
        ("a.xml", JATS, starter_witnesses.cited, (("pmid:7",), "Umbrellas for people out in the rain", 2019)),
        ("b.xml", PUBMED, starter_witnesses.cited, (("pmid:7",), "", 2019)),
        (
            "c.bib",
            BIB,
            starter_witnesses.exported,
            (("doi:10.1000/rain",), "Umbrellas for people out in the rain", 2019),
        ),
        ("d.json", CSL, starter_witnesses.exported, (("doi:10.1000/rain",), "Umbrellas", 2019)),
    ],
)
def test_reference_lists_and_exports_are_witnesses(tmp_path, name, content, reader, expected):
    (tmp_path / name).write_text(content, "utf-8")
    (witness,) = reader([str(tmp_path)])
    assert (witness.identifiers, witness.title, witness.year) == expected
    assert witness.place


TITLE = "Umbrellas for people out in the rain"


@pytest.mark.parametrize(
    ("title", "year", "text", "expected"),
    [
        (TITLE, 2019, "", []),
        (TITLE.upper() + ".", 2020, "", []),
        ("", None, "", []),
        ("Parasols for dogs", 2019, "", ["title: 'Parasols for dogs'"]),
        (TITLE, 2016, "", ["year: 2016"]),
        (TITLE, 2019, "12·5% and 1 200 of 2000, P = .08, for " + "rain " * 40, []),
        (TITLE, 2019, "12·6% and 1,200 of 2000, P = .08, for " + "rain " * 40, ["figures not found: 12.5"]),
    ],
)
def test_a_witness_agrees_or_says_in_what_it_differs(title, year, text, expected):
    assert check_starter.faults(RECORD, Witness(("pmid:7",), title, year, "x", text)) == expected
