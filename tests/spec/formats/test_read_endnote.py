"""EndNote XML: what each element gives, which number is a PMID, and what is refused."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from lxml import etree

from probatum.acquire.formats import Refusal, recognise
from probatum.acquire.formats.endnote import FORMAT
from probatum.acquire.reading import read_paths
from probatum.model import Record, RecordKind, RecordStatus, SectionRole

DATA = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "endnote-dedup"


def styled(tag: str, text: str) -> str:
    return f'<{tag}><style face="normal" font="default" size="100%">{text}</style></{tag}>'


def document(*records: str, head: str = '<?xml version="1.0" encoding="UTF-8" ?>') -> bytes:
    return f"{head}<xml><records>{''.join(f'<record>{body}</record>' for body in records)}</records></xml>".encode()


def items(data: bytes) -> list[Record | Refusal]:
    return list(FORMAT.read(io.BytesIO(data), "x.xml"))  # type: ignore[arg-type]


def one(*parts: str) -> Record:
    (record,) = items(document("".join(parts)))
    assert isinstance(record, Record), record
    return record


def titled(*parts: str) -> Record:
    return one(f"<titles>{styled('title', 'A title')}</titles>", *parts)


ARTICLE = (
    '<database name="mine.enl">mine.enl</database><rec-number>7</rec-number><ref-type name="Journal Article">17'
    "</ref-type><contributors><authors>"
    + styled("author", "van Ek, Ann Bea")
    + styled("author", "The Study Group,")
    + styled("author", "et al.,")
    + "</authors></contributors><titles>"
    + styled("title", "Ten mg of a drug in <style face='italic'>Avena</style> eaters")
    + styled("secondary-title", "Journal of Invented Examples")
    + styled("alt-title", "J Inv Ex")
    + "</titles><periodical>"
    + styled("full-title", "Journal of Invented Examples")
    + "</periodical>"
    + styled("pages", "53-60")
    + styled("volume", "7")
    + styled("number", "1")
    + "<keywords>"
    + styled("keyword", "*Oats/adverse effects")
    + styled("keyword", "porridge&#xD;milk")
    + "</keywords><dates>"
    + styled("year", "2018")
    + "<pub-dates>"
    + styled("date", "Mar 4")
    + "</pub-dates></dates>"
    + styled("isbn", "1234-5678")
    + styled("electronic-resource-num", "https://doi.org/10.1000/ABC")
    + styled("abstract", "OBJECTIVE: To see.&#xD;RESULTS: All was seen.")
    + styled("notes", "1234-5678&#xD;van Ek, Ann&#xD;Randomized Controlled Trial&#xD;Norway")
    + styled("accession-num", "12345678")
    + styled("custom2", "PMC44")
    + styled("remote-database-provider", "NLM")
    + styled("language", "eng")
    + styled("caption", "Duplicate")
    + styled("label", "mine")
)


def test_an_article() -> None:
    assert recognise(document(ARTICLE)) is FORMAT
    record = one(ARTICLE)
    assert [str(i) for i in record.identifiers] == ["pmid:12345678", "pmcid:PMC44", "doi:10.1000/abc"]
    assert record.title == "Ten mg of a drug in Avena eaters"
    assert record.authors == ("van Ek AB", "The Study Group")
    assert (record.year, record.date, record.journal) == (2018, "2018-03-04", "J Inv Ex")
    assert (record.volume, record.issue, record.pages) == ("7", "1", "53-60")
    assert record.keywords == ("Oats/adverse effects", "porridge", "milk")
    assert (record.kind, record.publication_types) == (RecordKind.TRIAL_REPORT, ("Randomized Controlled Trial",))
    assert [(s.id, s.text, s.role) for s in record.sections[1:]] == [
        ("abstract", "To see.", SectionRole.OBJECTIVE),
        ("abstract.2", "All was seen.", SectionRole.RESULTS),
    ]
    assert (record.status, record.language, record.format) == (RecordStatus.CURRENT, "en", "endnote")


def test_the_users_marks_are_no_words_of_the_source() -> None:
    assert "Duplicate" not in str(one(ARTICLE))
    assert one(ARTICLE).version == one(ARTICLE.replace("Duplicate", "Keep").replace("mine<", "ours<")).version


@pytest.mark.parametrize(
    ("database", "provider", "number", "expected"),
    [
        ("PubMed", "", "123456", "pmid:123456"),
        ("Ovid MEDLINE(R) ALL", "Ovid Technologies", "123456", "pmid:123456"),
        ("", "NLM", "123456", "pmid:123456"),
        ("", "PIP", "00123456", "pmid:123456"),
        ("Embase", "", "123456", ""),
        ("Embase&#xD;Medline", "", "123456", ""),
        ("Embase", "NLM", "123456", ""),
        ("CINAHL", "EBSCOhost", "123456789", "cinahl:123456789"),
        ("APA PsycInfo", "Ovid", "2020-12345-001", "psycinfo:2020-12345-001"),
        ("PsycINFO", "", "2020-12345-001", "psycinfo:2020-12345-001"),
        ("", "", "123456", ""),
        ("", "", "CN-01234567", "central:CN-01234567"),
        ("", "", "WOS:000123456700001", "wos:000123456700001"),
        ("", "", "MEDLINE:123456", "pmid:123456"),
        ("Scopus", "", "2-s2.0-85012345678", "scopus:2-s2.0-85012345678"),
        ("PubMed", "", "1234567890", ""),
        ("PubMed", "", "PMC123456", "pmcid:PMC123456"),
    ],
)
def test_an_accession_number_is_a_pmid_only_where_pubmed_alone_is_named(
    database: str, provider: str, number: str, expected: str
) -> None:
    record = titled(
        styled("remote-database-name", database) if database else "",
        styled("remote-database-provider", provider) if provider else "",
        styled("accession-num", number),
    )
    assert record.id == expected if expected else record.id.startswith("probatum:")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([styled("remote-database-name", "Embase&#xD;Medline"), styled("custom5", "123456")], ["pmid:123456"]),
        ([styled("remote-database-name", "Embase"), styled("custom5", "123456")], []),
        ([styled("remote-database-name", "Embase"), styled("notes", "L620&#xD;2018-02-23")], ["embase:L620"]),
        ([styled("notes", "Lamb, A")], []),
        ([styled("custom3", "PUBMED 123456")], ["pmid:123456"]),
        ([styled("custom3", "EMBASE 615978354")], ["embase:L615978354"]),
        ([styled("custom3", "A catheter (Maker)")], []),
        (["<urls><related-urls>", styled("url", "http://dx.doi.org/10.1000/x"), "</related-urls></urls>"],
         ["doi:10.1000/x"]),
        (["<urls><related-urls>", styled("url", "https://www.cochranelibrary.com/central/doi/10.1002/central/CN-1/full"),
          "</related-urls></urls>"], []),
        (["<urls><related-urls>", styled("url", "http://www.embase.com/search/results?a=b&amp;id=L620761946"),
          "</related-urls></urls>"], ["embase:L620761946"]),
        (["<urls><web-urls>", styled("url", "https://pubmed.ncbi.nlm.nih.gov/99/"), "</web-urls></urls>"], ["pmid:99"]),
        ([styled("electronic-resource-num", "10.1000/one&#xD;10.1000/two")], ["doi:10.1000/one"]),
    ],
)  # fmt: skip
def test_other_places_of_identifiers(parts: list[str], expected: list[str]) -> None:
    found = [str(i) for i in titled(*parts).identifiers if i.namespace != "probatum"]
    assert found == expected


def test_a_registry_entry_goes_by_its_own_number() -> None:
    place = styled("secondary-title", "https://clinicaltrials.gov/show/NCT01234567")
    record = one(f"<titles>{styled('title', 'A trial')}{place}</titles>")
    assert (record.id, record.kind, record.journal) == ("nct:NCT01234567", RecordKind.REGISTRY_ENTRY, "")


@pytest.mark.parametrize(
    ("year", "date", "expected"),
    [
        ("2018", "", (2018, "2018")),
        ("2018", "Mar", (2018, "2018-03")),
        ("2018", "Nov-Dec", (2018, "2018")),
        ("2018", "Fall", (2018, "2018")),
        ("2018", "2018/03/04", (2018, "2018-03-04")),
        ("2018", "03/04/2018", (2018, "2018")),
        ("2018", "2017/03/04", (2018, "2018")),
        ("in press", "", (None, "")),
        ("", "4 March 2018", (2018, "2018-03-04")),
    ],
)
def test_dates_are_as_precise_as_the_source(year: str, date: str, expected: tuple[int | None, str]) -> None:
    printed = f"<pub-dates>{styled('date', date)}</pub-dates>" if date else ""
    record = titled(f"<dates>{styled('year', year)}{printed}</dates>")
    assert (record.year, record.date) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Book Section", RecordKind.BOOK),
        ("Journal Article", RecordKind.ARTICLE),
        ("Generic", RecordKind.ARTICLE),
    ],
)
def test_reference_types(name: str, kind: RecordKind) -> None:
    record = titled(f'<ref-type name="{name}">5</ref-type>', styled("isbn", "978-3-16-148410-0"))
    assert record.kind is kind
    assert (record.identifier("isbn") is not None) == (kind is RecordKind.BOOK)


def test_order_is_kept_and_copies_stay_apart() -> None:
    other = f"<titles>{styled('title', 'Another')}</titles>"
    found = items(document(ARTICLE, other, ARTICLE, other))
    ids = [item.id for item in found if isinstance(item, Record)]
    assert [i.partition(":")[0] for i in ids] == ["pmid", "probatum", "pmid", "probatum"]
    assert ids[1] == ids[3]  # nothing tells two references apart that agree in title, year and authors


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (document("<rec-number>1</rec-number>", ARTICLE), ["P218", "pmid:12345678"]),
        (document("<titles><title>x</titles>", ARTICLE), ["P205", "pmid:12345678"]),
        (
            document(ARTICLE, "<titles><title>\x01</title></titles>", ARTICLE),
            ["pmid:12345678", "P205", "pmid:12345678"],
        ),
        (document(ARTICLE)[:-25], ["P219"]),
        (document(ARTICLE, ARTICLE)[:-16], ["pmid:12345678", "pmid:12345678", "P219"]),
        (document(ARTICLE, head='<!DOCTYPE xml [<!ENTITY a "b">]>'), ["P206"]),
        (document(ARTICLE, "<a>" * 400 + "</a>" * 400), ["pmid:12345678", "P205"]),
        (document(), []),
    ],
)
def test_faults_cost_only_themselves(data: bytes, expected: list[str]) -> None:
    assert [i.code if isinstance(i, Refusal) else i.id for i in items(data)] == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "latin-1"])
def test_encodings(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    data = document(f"<rec-number>1</rec-number><titles>{styled('title', 'Ménière')}</titles>", head=head)
    raw = data.decode().encode(encoding)
    assert recognise(raw) is FORMAT
    (record,) = items(raw)
    assert isinstance(record, Record)
    assert record.title == "Ménière"


@pytest.mark.parametrize("data", [b"<xml/>", b"<xml><record/></xml>", b"<records><record><x/></record></records>"])
def test_other_xml_is_not_recognised(data: bytes) -> None:
    assert not FORMAT.recognises(data)


@pytest.mark.skipif(not DATA.is_dir(), reason="shared data absent")
def test_a_real_export_is_read_whole_and_in_order() -> None:
    paths = sorted(DATA.glob("*.xml.gz"))
    records = [item for _, item in read_paths([str(path) for path in paths]) if isinstance(item, Record)]
    wanted = []
    for path in paths:
        with gzip.open(path) as stream:
            for element in etree.parse(stream).getroot().iter("record"):
                title = "".join(element.find("titles/title").itertext())  # type: ignore[union-attr, arg-type]
                wanted.append(" ".join(title.split()))
    assert [record.title for record in records] == wanted
    assert all(record.year for record in records)
