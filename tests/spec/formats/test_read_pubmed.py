"""PubMed XML: what each element of a citation becomes."""

from __future__ import annotations

import io

import pytest

from probatum.acquire.formats import Deletion, Refusal
from probatum.acquire.formats.pubmed import FORMAT
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionKind, SectionRole


def citation(
    article: str = "<ArticleTitle>A title.</ArticleTitle>",
    after: str = "",
    data: str = "",
    pmid: str = "1",
    version: str = "1",
) -> str:
    return (
        f'<PubmedArticle><MedlineCitation><PMID Version="{version}">{pmid}</PMID><Article>{article}</Article>{after}'
        f"</MedlineCitation><PubmedData>{data}</PubmedData></PubmedArticle>"
    )


def items(body: str | bytes, encoding: str = "utf-8") -> list[Record | Deletion | Refusal]:
    data = body if isinstance(body, bytes) else body.encode(encoding)
    return list(FORMAT.read(io.BytesIO(data), "x.xml"))


def read(body: str) -> list[Record | Deletion | Refusal]:
    return items(f"<?xml version='1.0'?><PubmedArticleSet>{body}</PubmedArticleSet>")


def one(body: str) -> Record:
    (record,) = read(body)
    assert isinstance(record, Record), record
    return record


ABSTRACT = "<ArticleTitle>T.</ArticleTitle><Abstract>{}</Abstract>"


@pytest.mark.parametrize(
    ("xml", "sections"),
    [
        ("<AbstractText>Plain words.</AbstractText>", [("abstract", "", SectionRole.NONE, "Plain words.")]),
        (
            '<AbstractText Label="AIM" NlmCategory="OBJECTIVE">To see.</AbstractText>'
            '<AbstractText Label="FINDINGS" NlmCategory="RESULTS">Seen.</AbstractText>',
            [
                ("abstract", "AIM", SectionRole.OBJECTIVE, "To see."),
                ("abstract.2", "FINDINGS", SectionRole.RESULTS, "Seen."),
            ],
        ),
        (
            '<AbstractText Label="PATIENTS" NlmCategory="UNASSIGNED">Ten.</AbstractText>',
            [("abstract", "PATIENTS", SectionRole.METHODS, "Ten.")],
        ),
        (
            '<AbstractText Label="METHODS AND RESULTS" NlmCategory="UNASSIGNED">Ten.</AbstractText>',
            [("abstract", "METHODS AND RESULTS", SectionRole.NONE, "Ten.")],
        ),
        ("<AbstractText/><AbstractText>Only.</AbstractText>", [("abstract", "", SectionRole.NONE, "Only.")]),
        (
            "<AbstractText>The <i>TP53</i> gene, CO<sub>2</sub>\n      and <b>bold <u>text</u></b>.</AbstractText>",
            [("abstract", "", SectionRole.NONE, "The TP53 gene, CO2 and bold text.")],
        ),
        # Flat text would print another number: 10-5, 1012, and 12 for a half.
        (
            "<AbstractText>p = 2 x 10<sup>-5</sup>.</AbstractText>",
            [("abstract", "", SectionRole.NONE, "p = 2 x 10⁻⁵.")],
        ),
        ("<AbstractText>10<sup>12</sup>/L</AbstractText>", [("abstract", "", SectionRole.NONE, "10¹²/L")]),
        ("<AbstractText>kg/m<sup>2</sup></AbstractText>", [("abstract", "", SectionRole.NONE, "kg/m2")]),
        (
            '<AbstractText>x = <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mfrac><mml:mn>1</mml:mn>'
            "<mml:mn>2</mml:mn></mml:mfrac></mml:math> or <mml:math xmlns:mml='http://www.w3.org/1998/Math/MathML'>"
            "<mml:msup><mml:mn>10</mml:mn><mml:mn>3</mml:mn></mml:msup></mml:math></AbstractText>",
            [("abstract", "", SectionRole.NONE, "x = 1/2 or 10³")],
        ),
    ],
)
def test_abstract(xml: str, sections: list[tuple[str, str, SectionRole, str]]) -> None:
    record = one(citation(ABSTRACT.format(xml)))
    found = [(s.id, s.heading, s.role, s.text) for s in record.sections if s.kind is SectionKind.ABSTRACT]
    assert found == sections


@pytest.mark.parametrize(
    ("sort", "status", "kind"),
    [
        ("RetractionIn", RecordStatus.RETRACTED, LinkKind.RETRACTED_BY),
        ("RetractionOf", RecordStatus.RETRACTION_NOTICE, LinkKind.RETRACTS),
        ("ErratumIn", RecordStatus.CORRECTED, LinkKind.ERRATUM),
        ("ErratumFor", RecordStatus.CURRENT, LinkKind.ERRATUM_FOR),
        ("ExpressionOfConcernIn", RecordStatus.CONCERN, LinkKind.CONCERN),
        ("ExpressionOfConcernFor", RecordStatus.CURRENT, LinkKind.CONCERN_FOR),
        ("PartialRetractionIn", RecordStatus.CONCERN, LinkKind.CONCERN),
        ("UpdateIn", RecordStatus.SUPERSEDED, LinkKind.SUPERSEDED_BY),
        ("UpdateOf", RecordStatus.CURRENT, LinkKind.SUPERSEDES),
        ("CommentIn", RecordStatus.CURRENT, LinkKind.COMMENT),
        ("SomethingNew", RecordStatus.CURRENT, LinkKind.OTHER),
    ],
)
def test_related_citation(sort: str, status: RecordStatus, kind: LinkKind) -> None:
    after = (
        f'<CommentsCorrectionsList><CommentsCorrections RefType="{sort}"><RefSource>J. 2020;1:2</RefSource>'
        "<PMID>77</PMID></CommentsCorrections></CommentsCorrectionsList>"
    )
    record = one(citation(after=after))
    assert (record.status, record.links[0].kind) == (status, kind)
    assert str(record.links[0].identifier) == "pmid:77"
    assert record.links[0].note.endswith("J. 2020;1:2")


@pytest.mark.parametrize(
    ("types", "title", "status"),
    [
        (["Retracted Publication"], "T.", RecordStatus.RETRACTED),
        (["Retraction of Publication"], "Retraction: T.", RecordStatus.RETRACTION_NOTICE),
        (["Retraction Notice"], "T.", RecordStatus.RETRACTION_NOTICE),
        (["Published Erratum"], "Erratum: T.", RecordStatus.CURRENT),
        (["Journal Article"], "RETRACTED: T.", RecordStatus.RETRACTED),
        (["Journal Article"], "WITHDRAWN: T.", RecordStatus.RETRACTED),
        (["Journal Article"], "Retracted eyelids in infants.", RecordStatus.CURRENT),
    ],
)
def test_status_by_type_or_title(types: list[str], title: str, status: RecordStatus) -> None:
    listed = "".join(f"<PublicationType>{name}</PublicationType>" for name in types)
    article = f"<ArticleTitle>{title}</ArticleTitle><PublicationTypeList>{listed}</PublicationTypeList>"
    assert one(citation(article)).status is status


def test_a_withdrawn_cochrane_review_is_superseded() -> None:
    article = (
        "<Journal><ISOAbbreviation>Cochrane Database Syst Rev</ISOAbbreviation></Journal>"
        "<ArticleTitle>WITHDRAWN: T.</ArticleTitle>"
    )
    assert one(citation(article)).status is RecordStatus.SUPERSEDED


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Journal Article", "Randomized Controlled Trial"], RecordKind.TRIAL_REPORT),
        (["Clinical Trial, Phase III"], RecordKind.TRIAL_REPORT),
        (["Clinical Trial Protocol"], RecordKind.ARTICLE),
        (["Review"], RecordKind.REVIEW),
        (["Systematic Review", "Randomized Controlled Trial"], RecordKind.REVIEW),
        (["Practice Guideline", "Review"], RecordKind.GUIDELINE),
        (["Journal Article", "Case Reports"], RecordKind.ARTICLE),
    ],
)
def test_kind(types: list[str], kind: RecordKind) -> None:
    listed = "".join(f"<PublicationType>{name}</PublicationType>" for name in types)
    article = f"<ArticleTitle>T.</ArticleTitle><PublicationTypeList>{listed}</PublicationTypeList>"
    assert one(citation(article)).kind is kind


def test_identifiers_come_from_the_record_and_never_from_its_references() -> None:
    article = (
        '<ArticleTitle>T.</ArticleTitle><ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID>'
        "<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>"
        "<AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank>"
        "<DataBank><DataBankName>GENBANK</DataBankName><AccessionNumberList><AccessionNumber>AB1</AccessionNumber>"
        "</AccessionNumberList></DataBank></DataBankList>"
    )
    data = (
        '<ArticleIdList><ArticleId IdType="pubmed">5</ArticleId><ArticleId IdType="doi">10.1000/ABC(1)</ArticleId>'
        '<ArticleId IdType="pmc">PMC77</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList>'
        '<ArticleId IdType="pubmed">999</ArticleId></ArticleIdList></Reference></ReferenceList>'
    )
    record = one(citation(article, data=data, pmid="5"))
    assert [str(i) for i in record.identifiers] == ["pmid:5", "pmcid:PMC77", "doi:10.1000/abc(1)", "nct:NCT01234567"]
    assert record.id == "pmid:5"
    assert [link.kind for link in record.links] == [LinkKind.REGISTRATION]


@pytest.mark.parametrize(
    ("date", "year", "iso"),
    [
        ("<Year>2016</Year><Month>Apr</Month><Day>5</Day>", 2016, "2016-04-05"),
        ("<Year>2016</Year><Month>04</Month>", 2016, "2016-04"),
        ("<Year>2016</Year><Season>Spring</Season>", 2016, "2016"),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", 1998, "1998"),
        ("<MedlineDate>Summer 2003</MedlineDate>", 2003, "2003"),
        ("", None, ""),
    ],
)
def test_date(date: str, year: int | None, iso: str) -> None:
    article = (
        f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal><ArticleTitle>T.</ArticleTitle>"
    )
    record = one(citation(article))
    assert (record.year, record.date) == (year, iso)


def test_authors_in_vancouver_form() -> None:
    article = (
        "<ArticleTitle>T.</ArticleTitle><AuthorList>"
        "<Author><LastName>Le Goff</LastName><ForeName>Ana Maria</ForeName><Initials>AM</Initials></Author>"
        "<Author><LastName>Ng</LastName><ForeName>Ho Yin</ForeName><Suffix>Jr</Suffix></Author>"
        "<Author><CollectiveName>The Example Group</CollectiveName></Author>"
        '<Author ValidYN="N"><LastName>Wrong</LastName></Author></AuthorList>'
    )
    assert one(citation(article)).authors == ("Le Goff AM", "Ng HY Jr", "The Example Group")


def test_a_title_in_another_language() -> None:
    article = (
        "<ArticleTitle>[The title].</ArticleTitle><Language>ger</Language><VernacularTitle>Der Titel.</VernacularTitle>"
    )
    record = one(citation(article))
    assert record.language == "de"
    assert [(s.id, s.kind, s.text, s.language) for s in record.sections] == [
        ("title", SectionKind.TITLE, "[The title].", "en"),
        ("title.vernacular", SectionKind.OTHER, "Der Titel.", "de"),
    ]
    only = one(citation(article.replace("[The title].", "[Not Available].")))
    assert only.title == "Der Titel."


def test_other_abstracts_are_never_evidence() -> None:
    after = '<OtherAbstract Type="Publisher" Language="spa"><AbstractText>Claro.</AbstractText></OtherAbstract>'
    record = one(citation(after=after))
    assert [(s.id, s.kind, s.language) for s in record.sections][1:] == [("other-abstract", SectionKind.OTHER, "es")]
    assert "Claro." not in [s.text for s in record.evidence_sections]


def test_a_later_version_says_what_it_supersedes() -> None:
    record = one(citation(version="3"))
    assert [(link.kind, link.note) for link in record.links] == [(LinkKind.SUPERSEDES, "version 2")]


def test_a_book_article() -> None:
    record = one(
        "<PubmedBookArticle><BookDocument><PMID>9</PMID><ArticleIdList>"
        '<ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList><Book><Publisher><PublisherName>Press'
        "</PublisherName></Publisher><BookTitle>The Book</BookTitle><PubDate><Year>2001</Year></PubDate>"
        '<AuthorList Type="editors"><Author><LastName>Editor</LastName></Author></AuthorList></Book>'
        "<ArticleTitle>A chapter</ArticleTitle><Language>eng</Language>"
        '<AuthorList Type="authors"><Author><LastName>Writer</LastName><Initials>W</Initials></Author></AuthorList>'
        "<Abstract><AbstractText>Words.</AbstractText></Abstract></BookDocument></PubmedBookArticle>"
    )
    assert (record.kind, record.title, record.journal, record.year) == (RecordKind.BOOK, "A chapter", "The Book", 2001)
    assert record.authors == ("Writer W",)
    assert [str(i) for i in record.identifiers] == ["pmid:9", "nbk:NBK1"]


def test_deletions() -> None:
    found = read(f"{citation()}<DeleteCitation><PMID>4</PMID><PMID>5</PMID></DeleteCitation>")
    assert [str(item.identifier) for item in found if isinstance(item, Deletion)] == ["pmid:4", "pmid:5"]


def test_an_empty_set_holds_no_records() -> None:
    assert read("") == []
    assert read("<!-- <PubmedArticle>not one</PubmedArticle> -->\n") == []


def test_the_version_says_what_the_source_says() -> None:
    first, again, other = one(citation()), one(citation()), one(citation(pmid="2"))
    assert first.version == again.version != other.version


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{good}<PubmedArticle><MedlineCitation></PubmedArticle>{good}", ["record", "P205", "record"]),
        ("{good}<PubmedArticle><MedlineCitation>{good}", ["record", "P205", "record"]),
        (
            "{good}<PubmedArticle><MedlineCitation></MedlineCitation></PubmedArticle>{good}",
            ["record", "P218", "record"],
        ),
        ("{good}</PubmedArticle>{good}", ["record", "P205", "record"]),
        ("{good} stray words {good}", ["record", "P225", "record"]),
        ("{good}<PubmedArticle>&undefined;</PubmedArticle>{good}", ["record", "P205", "record"]),
        ("{good}<PubmedArticle>" + "<a>" * 500 + "</a>" * 500 + "</PubmedArticle>{good}", ["record", "P205", "record"]),
    ],
)
def test_one_damaged_record_costs_only_itself(body: str, expected: list[str]) -> None:
    found = read(body.format(good=citation()))
    assert [item.code if isinstance(item, Refusal) else "record" for item in found] == expected
    refusal = next(item for item in found if isinstance(item, Refusal))
    assert "byte" in refusal.place
    assert refusal.reason


def test_a_document_that_stops_early() -> None:
    whole = f"<PubmedArticleSet>{citation()}{citation(pmid='2')}"
    for cut, expected in ((whole, ["1", "2", "P219"]), (whole[:-40], ["1", "P219"])):
        found = items(cut)
        assert [i.code if isinstance(i, Refusal) else i.identifier("pmid") for i in found] == expected  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE PubmedArticleSet [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE PubmedArticleSet [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE PubmedArticleSet [<!ENTITY % a SYSTEM "http://192.0.2.1/x.dtd"> %a;]>',
    ],
)
def test_entities_of_its_own(declaration: str) -> None:
    (found,) = items(f"<?xml version='1.0'?>{declaration}<PubmedArticleSet>{citation()}</PubmedArticleSet>")
    assert isinstance(found, Refusal)
    assert found.code == "P206"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-bom", "latin-1"])
def test_encodings_that_are_declared(encoding: str) -> None:
    text = f"<PubmedArticleSet>{citation('<ArticleTitle>Ménière.</ArticleTitle>')}</PubmedArticleSet>"
    if encoding == "latin-1":
        data = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + text).encode(encoding)
    else:
        data = ("\ufeff" + text).encode("utf-16-le") if encoding == "utf-16-le-bom" else text.encode(encoding)
    assert FORMAT.recognises(data)
    (record,) = items(data)
    assert isinstance(record, Record)
    assert record.title == "Ménière."


def test_bytes_that_are_not_in_the_declared_encoding_cost_their_record() -> None:
    bad = citation("<ArticleTitle>Ménière.</ArticleTitle>").encode("latin-1")
    data = b"<PubmedArticleSet>" + bad + citation(pmid="2").encode() + b"</PubmedArticleSet>"
    found = items(data)
    assert [type(item).__name__ for item in found] == ["Refusal", "Record"]
    (unknown,) = items(b"<?xml version='1.0' encoding='klingon'?><PubmedArticleSet></PubmedArticleSet>")
    assert isinstance(unknown, Refusal)
    assert unknown.code == "P211"


def test_replies_put_one_behind_the_other() -> None:
    prolog = "<?xml version='1.0'?>\n<!DOCTYPE PubmedArticleSet SYSTEM 'x.dtd'>\n"
    reply = f"{prolog}<PubmedArticleSet>{citation()}</PubmedArticleSet>\n"
    assert [type(item).__name__ for item in items(reply * 3)] == ["Record"] * 3


def test_a_tree_too_large_for_its_bytes() -> None:
    (found,) = read("<PubmedArticle>" + "<a/>" * 1_000_001 + "</PubmedArticle>")
    assert isinstance(found, Refusal)
    assert found.code == "P210"


def test_named_characters_are_read() -> None:
    assert one(citation("<ArticleTitle>&alpha;-blockers &amp; more</ArticleTitle>")).title == "α-blockers & more"
