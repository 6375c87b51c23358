"""JATS full text: sections, tables with their cells, captions, and what is kept apart."""

from __future__ import annotations

import io

import pytest

from probatum.acquire.formats import Refusal
from probatum.acquire.formats.jats import FORMAT
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SectionRole, SourceSection

META = (
    '<article-id pub-id-type="pmid">7</article-id><article-id pub-id-type="pmc">8</article-id>'
    '<article-id pub-id-type="doi">10.1000/X</article-id>'
)
TITLE = "<title-group><article-title>A title</article-title></title-group>"


def items(text: str) -> list[object]:
    return list(FORMAT.read(io.BytesIO(text.encode()), "x.nxml"))


def read(
    body: str = "", meta: str = META + TITLE, back: str = "", sort: str = "research-article", more: str = ""
) -> Record:
    (record,) = items(
        f'<article article-type="{sort}" xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta>'
        '<journal-id journal-id-type="nlm-ta">J Ex</journal-id></journal-meta>'
        f"<article-meta>{meta}</article-meta></front><body>{body}</body><back>{back}</back>{more}</article>"
    )
    assert isinstance(record, Record), record
    return record


def body_of(record: Record, kind: SectionKind = SectionKind.BODY) -> list[SourceSection]:
    return [section for section in record.sections if section.kind is kind]


def paragraph(xml: str) -> str:
    (section,) = body_of(read(f"<p>{xml}</p>"))
    return section.text


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("In <italic>E. coli</italic>\n  and more.", "In E. coli and more."),
        # Citation marks: in brackets as they are, raised ones raised, so that no figure grows.
        ('Seen before [<xref ref-type="bibr" rid="a">1</xref>].', "Seen before [1]."),
        ('Fell by 31<sup><xref ref-type="bibr">2</xref>,<xref ref-type="bibr">3</xref></sup>.', "Fell by 31²,³."),
        ('Cramps.<xref ref-type="bibr" rid="a">12</xref> More', "Cramps.¹² More"),
        ('Cramps<xref ref-type="bibr">1</xref>–<xref ref-type="bibr">3</xref> fell', "Cramps¹–³ fell"),
        ('(Ek et al. <xref ref-type="bibr" rid="a">2006</xref>)', "(Ek et al. 2006)"),
        ("p = 10<sup>-5</sup>, kg/m<sup>2</sup>, groups<sup>a</sup>", "p = 10⁻⁵, kg/m2, groupsᵃ"),
        ("pain<sup>b*</sup>", "painᵇ*"),
        ("one<break/>two", "one two"),
        ("a<inline-formula><alternatives><tex-math>\\begin{document}$b$\\end{document}</tex-math></alternatives>"
         "</inline-formula>c", "abc"),
        ("kept<fn><p>dropped</p></fn> here", "kept here"),
        ("before<fig><label>Fig 1</label><caption><p>Cap.</p></caption></fig> after", "before after"),
        ("Lead: <list><list-item><p>one</p></list-item><list-item><label>2.</label><p>two</p></list-item></list> End",
         "Lead:\n\none\n\n2. two\n\nEnd"),
    ],
)  # fmt: skip
def test_running_text(xml: str, text: str) -> None:
    assert paragraph(xml) == text


def test_sections_carry_the_path_and_the_role_of_the_outermost() -> None:
    record = read(
        "<p>Lead.</p><sec><title>Methods</title><p>We did.</p><sec><title>Results of search</title><p>Deep.</p></sec>"
        '</sec><sec sec-type="results"><title>What we saw</title><p>One.</p><p>Two.</p></sec>'
    )
    assert [(s.id, s.heading, s.role, s.text) for s in body_of(record)] == [
        ("body.1", "", SectionRole.NONE, "Lead."),
        ("body.2", "Methods", SectionRole.METHODS, "We did."),
        ("body.3", "Methods > Results of search", SectionRole.METHODS, "Deep."),
        ("body.4", "What we saw", SectionRole.RESULTS, "One.\n\nTwo."),
    ]


def test_abstracts() -> None:
    record = read(
        meta=META
        + TITLE
        + "<abstract><sec><title>Aims:</title><p>To see.</p></sec>"
        + "<sec><title>Results</title><p>Seen.</p></sec></abstract>"
        + '<abstract abstract-type="plain-language-summary"><p>Plainly.</p></abstract>'
        + '<trans-abstract xml:lang="fr"><p>En bref.</p></trans-abstract>'
    )
    assert [(s.id, s.kind, s.heading, s.role, s.language) for s in record.sections[1:]] == [
        ("abstract", SectionKind.ABSTRACT, "Aims", SectionRole.OBJECTIVE, "en"),
        ("abstract.2", SectionKind.ABSTRACT, "Results", SectionRole.RESULTS, "en"),
        ("other-abstract", SectionKind.OTHER, "", SectionRole.NONE, "en"),
        ("other-abstract.2", SectionKind.OTHER, "", SectionRole.NONE, "fr"),
    ]


TABLE = (
    "<table-wrap><label>Table 1</label><caption><p>Outcomes.</p></caption><table><thead>"
    '<tr><th rowspan="2">Item</th><th colspan="2">Arms</th></tr><tr><th>Drug</th><th>Placebo</th></tr></thead>'
    "<tbody><tr><td>Pain</td><td>3.1</td><td/></tr></tbody></table>"
    "<table-wrap-foot><fn><label>a</label><p>A note.</p></fn></table-wrap-foot></table-wrap>"
)


def test_a_table_says_where_each_cell_stands() -> None:
    record = read(f"<sec><title>Results</title><p>See it.</p>{TABLE}</sec>")
    (table,) = body_of(record, SectionKind.TABLE)
    assert table.heading == "Table 1 Outcomes."
    assert table.text == "Item\tArms\n\tDrug\tPlacebo\nPain\t3.1\t"
    shown = [(c.row, c.column, table.text[c.start : c.end], c.header, c.row_span, c.column_span) for c in table.cells]
    assert shown == [
        (0, 0, "Item", True, 2, 1),
        (0, 1, "Arms", True, 1, 2),
        (1, 1, "Drug", True, 1, 1),
        (1, 2, "Placebo", True, 1, 1),
        (2, 0, "Pain", False, 1, 1),
        (2, 1, "3.1", False, 1, 1),
        (2, 2, "", False, 1, 1),
    ]
    (caption,) = body_of(record, SectionKind.CAPTION)
    assert (caption.heading, caption.text) == ("Table 1", "Outcomes.\n\na A note.")
    assert [s.text for s in body_of(record)] == ["See it."]


@pytest.mark.parametrize("span", ["999999999", "-3", "x", "99999999999999999999"])
def test_hostile_spans_are_cut(span: str) -> None:
    cells = f'<td rowspan="{span}" colspan="{span}">a</td>' * 3
    record = read(f"<table-wrap><table><tr>{cells}</tr></table></table-wrap>")
    for section in body_of(record, SectionKind.TABLE):
        assert len(section.text) < 10_000


def test_references_and_formalities_are_no_evidence() -> None:
    record = read(
        "<p>Text.</p><sec><title>Competing interests</title><p>None.</p></sec>",
        back="<ack><p>Thanks.</p></ack><ref-list><ref><label>1</label><element-citation><name><surname>Ek</surname>"
        "<given-names>A</given-names></name><year>2001</year></element-citation></ref></ref-list>",
        more="<sub-article><front-stub/><body><p>A reviewer's words.</p></body></sub-article>",
    )
    assert [s.text for s in record.evidence_sections] == ["A title", "Text."]
    assert record.section("references").text == "1 Ek A 2001"
    assert "reviewer" not in str(record.sections)


@pytest.mark.parametrize(
    ("sort", "related", "status", "kind"),
    [
        ("research-article", "retraction-forward", RecordStatus.RETRACTED, LinkKind.RETRACTED_BY),
        ("retraction", "retracted-article", RecordStatus.RETRACTION_NOTICE, LinkKind.RETRACTS),
        ("research-article", "correction-forward", RecordStatus.CORRECTED, LinkKind.ERRATUM),
        ("correction", "corrected-article", RecordStatus.CURRENT, LinkKind.ERRATUM_FOR),
    ],
)
def test_related_articles(sort: str, related: str, status: RecordStatus, kind: LinkKind) -> None:
    link = f'<related-article related-article-type="{related}" xlink:href="10.1000/Y" ext-link-type="doi"/>'
    record = read(meta=META + TITLE + link, sort=sort)
    assert (record.status, record.links[0].kind, str(record.links[0].identifier)) == (status, kind, "doi:10.1000/y")


def test_what_is_said_about_the_article() -> None:
    meta = (
        META
        + TITLE.replace("A title", "Drug for cramps: a randomised, double-blind trial")
        + '<contrib-group><contrib contrib-type="author"><name><surname>Ek</surname>'
        "<given-names>Ann-Marie B.</given-names></name></contrib>"
        "<contrib><collab>The Group</collab></contrib></contrib-group>"
        '<pub-date pub-type="epub"><day>3</day><month>4</month><year>2020</year></pub-date>'
        '<pub-date pub-type="ppub"><month>6</month><year>2020</year></pub-date><volume>5</volume><fpage>10</fpage>'
        '<lpage>19</lpage><permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"/></permissions>'
        "<abstract><sec><title>Trial registration</title><p>NCT01234567</p></sec></abstract>"
    )
    record = read(meta=meta)
    assert [str(i) for i in record.identifiers] == ["pmid:7", "pmcid:PMC8", "doi:10.1000/x", "nct:NCT01234567"]
    assert (record.journal, record.year, record.date, record.volume, record.pages) == (
        "J Ex",
        2020,
        "2020-06",
        "5",
        "10-19",
    )
    assert record.authors == ("Ek AMB", "The Group")
    assert record.kind is RecordKind.TRIAL_REPORT
    assert record.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_sets_namespaces_and_damage() -> None:
    article = f"<article article-type='x'><front><article-meta>{META}{TITLE}</article-meta></front></article>"
    named = article.replace("<article ", '<article xmlns="http://jats.nlm.nih.gov/ns" ', 1)
    broken = "<article><front></article>"
    bare = "<article><front/></article>"
    found = items(f"<pmc-articleset>{article}{broken}{named}{bare}</pmc-articleset>")
    assert [item.code if isinstance(item, Refusal) else item.id for item in found] == [  # type: ignore[attr-defined]
        "pmid:7",
        "P205",
        "pmid:7",
        "P218",
    ]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("<?xml version='1.0'?><!DOCTYPE article PUBLIC '-//NLM//DTD JATS' 'x.dtd'><article>", True),
        ("<!-- a --><article article-type='x'>", True),
        ("<pmc-articleset>", True),
        ("<article><section><para>DocBook</para></section></article>", False),
        ("<PubmedArticleSet>", False),
        ("article", False),
    ],
)
def test_recognised_by_content(head: str, known: bool) -> None:
    assert FORMAT.recognises(head.encode()) is known
