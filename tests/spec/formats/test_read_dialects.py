"""Dialects of RIS, Web of Science's tagged text, and tables: what each column or tag gives."""

from __future__ import annotations

import io

import pytest

from probatum.acquire.formats import Format, Refusal, recognise
from probatum.acquire.formats._references import accession, authors_of
from probatum.acquire.formats.ris import FORMAT as RIS
from probatum.acquire.formats.table import FORMAT as TABLE
from probatum.acquire.formats.wos import FORMAT as WOS
from probatum.model import Record, RecordKind, RecordStatus


def items(known: Format, data: str | bytes) -> list[Record | Refusal]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(known.read(io.BytesIO(raw), "x"))  # type: ignore[arg-type]


def one(known: Format, data: str | bytes) -> Record:
    (record,) = items(known, data)
    assert isinstance(record, Record), record
    return record


def ris(lines: str) -> Record:
    return one(RIS, f"TY  - JOUR\nTI  - T\n{lines}\nER  -\n")


def outline(known: Format, data: str | bytes) -> list[str]:
    return [item.code if isinstance(item, Refusal) else item.title for item in items(known, data)]


@pytest.mark.parametrize(
    ("lines", "identifiers"),
    [
        ("DB  - Scopus\nC2  - 31421429", ["pmid:31421429"]),
        ("DB  - Other\nC2  - 31421429", []),
        ("DB  - Embase\nDB  - Medline\nC5  - 15368318\nU2  - L39097156", ["pmid:15368318", "embase:L39097156"]),
        ("DB  - Embase\nC5  - 15368318", []),
        ("DP  - NLM\nAN  - 21553931", ["pmid:21553931"]),
        ("AN  - 21553931", []),
        ("AN  - CN-01234567\nC3  - PUBMED 31234567,EMBASE 2001485555",
         ["pmid:31234567", "central:CN-01234567", "embase:L2001485555"]),
        ("DB  - PTSDpubs\nAN  - 2214991469; 51887", []),
        ("DB  - APA PsycInfo\nAN  - 2019-12345-001", ["psycinfo:2019-12345-001"]),
        ("L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&PAGE=reference&D=medl&NEWS=N&AN=31234567", ["pmid:31234567"]),
        ("L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=emed21&NEWS=N&AN=31234567", []),
        ("LK  - http://sfx.example.org/?sid=EMBASE&id=doi:10.1000%2Fabc.9&atitle=x", ["doi:10.1000/abc.9"]),
        ("N1  - PMID: 31234567\nPMCID: PMC77", ["pmid:31234567", "pmcid:PMC77"]),
        ("N1  - See also PMID: 31234567", []),
    ],
)  # fmt: skip
def test_ris_numbers_by_their_database(lines: str, identifiers: list[str]) -> None:
    assert [str(i) for i in ris(lines).identifiers if i.namespace != "probatum"] == identifiers


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("PY  - 2018\nDA  - SEP", (2018, "2018-09")),
        ("PY  - 2018\nDA  - 2018/09/03/", (2018, "2018-09-03")),
        ("PY  - 2018\nDA  - 2018/09//undefined", (2018, "2018-09")),
        ("Y1  - 2019//", (2019, "2019")),
        ("PY  - 2018\nDA  - 2017/09/03", (2018, "2018")),
        ("PY  - 10 15\nDA  - never", (None, "")),
        ("Y2  - 2020/01/01", (None, "")),
    ],
)
def test_ris_dates(lines: str, expected: tuple[int | None, str]) -> None:
    assert (ris(lines).year, ris(lines).date) == expected


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("SP  - No\nEP  - Specified", "pages", ""),
        ("C7  - 104501", "pages", "104501"),
        ("C7  - PMC77", "pages", ""),
        ("C7  - Custom 7", "pages", ""),
        ("SP  - e10\nEP  - e19\nC7  - 5", "pages", "e10-e19"),
        ("M3  - Health Psychology & Medicine [3360]", "publication_types", ()),
        ("M3  - Review", "kind", RecordKind.REVIEW),
        ("DP  - NLM\nN1  - 1234-5678\nRandomized Controlled Trial\nNorway", "kind", RecordKind.TRIAL_REPORT),
        ("N1  - Randomized Controlled Trial", "kind", RecordKind.ARTICLE),
        ("DP  - NLM\nN1  - Retracted Publication", "status", RecordStatus.RETRACTED),
        ("T2  - https://clinicaltrials.gov/show/NCT01234567", "id", "nct:NCT01234567"),
        ("T2  - https://clinicaltrials.gov/show/NCT01234567", "kind", RecordKind.REGISTRY_ENTRY),
        ("JI  - J. Ex.\nT2  - JOURNAL OF EXAMPLES", "journal", "J. Ex."),
        ("N1  - ASReview_relevant", "keywords", ()),
        ("LA  - Portuguese", "language", "pt"),
        ("TT  - Um título", "sections", 2),
    ],
)
def test_ris_fields(lines: str, field: str, value: object) -> None:
    found = getattr(ris(lines), field)
    assert (len(found) if field == "sections" else found) == value


@pytest.mark.parametrize(
    ("sort", "kind", "types"),
    [
        ("JOUR", RecordKind.ARTICLE, ()),
        ("CHAP", RecordKind.BOOK, ()),
        ("THES", RecordKind.ARTICLE, ("Thesis",)),
        ("CPAPER", RecordKind.ARTICLE, ("Conference paper",)),
        ("", RecordKind.ARTICLE, ()),
    ],
)
def test_ris_reference_types(sort: str, kind: RecordKind, types: tuple[str, ...]) -> None:
    record = one(RIS, f"TY  - {sort}\nTI  - T\nER  -\n")
    assert (record.kind, record.publication_types) == (kind, types)


def test_fields_with_one_blank_are_read_where_ty_is_written_so() -> None:
    record = one(RIS, "TY - JOUR\nTI - One\nAB - First words\nUS - made. More words.\nPY - 2001\nER -\n")
    assert (record.title, record.year) == ("One", 2001)
    wide = one(RIS, "TY  - JOUR\nTI  - One\nAB  - Words of\nUS - born people.\nER  -\n")
    assert wide.section("abstract").text == "Words of US - born people."


def test_a_line_in_latin_1_is_said_to_be_one() -> None:
    (refusal,) = items(RIS, b"TY  - JOUR\nTI  - M\xe9ni\xe8re\nER  -\n")
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.place) == ("P211", "line 2")
    assert "'é' in Latin-1" in refusal.reason


WOS_FILE = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU van Ek, AB
   Liu, R
AF van Ek, Ann Bea
   Liu, Rong
TI A title that runs
   over two lines
SO JOURNAL OF EXAMPLES
LA English
DT Article
DE oats; porridge
ID HEALTH;
   SLEEP
AB Ten people
   were seen.
J9 J EXAMPLES
JI J. Ex.
PD SEP 3
PY 2018
VL 7
IS 3
BP 387
EP 397
DI 10.1000/ABC
PM 31234567
UT WOS:000444108200009
ER

PT B
TI A book
BN 978-3-16-148410-0
AR 12
PY 2001
ER

EF
"""


def test_web_of_science_text() -> None:
    assert recognise(WOS_FILE.encode()) is WOS
    assert recognise(("\ufeff" + WOS_FILE).encode()) is WOS
    article, book = items(WOS, WOS_FILE)
    assert isinstance(article, Record)
    assert isinstance(book, Record)
    assert [str(i) for i in article.identifiers] == ["pmid:31234567", "doi:10.1000/abc", "wos:000444108200009"]
    assert article.title == "A title that runs over two lines"
    assert article.authors == ("van Ek AB", "Liu R")
    assert (article.year, article.date, article.journal, article.pages) == (2018, "2018-09-03", "J. Ex.", "387-397")
    assert (article.volume, article.issue, article.language) == ("7", "3", "en")
    assert article.keywords == ("oats", "porridge", "HEALTH", "SLEEP")
    assert article.section("abstract").text == "Ten people were seen."
    assert (book.kind, book.id, book.pages) == (RecordKind.BOOK, "isbn:9783161484100", "12")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("EF\n", ""), ["A title that runs over two lines", "A book", "P250"]),
        (("ER\n\nPT B", "PT B"), ["A title that runs over two lines", "A book"]),
        (("were seen.", "were seen.\nunlike a field"), ["P205", "A book"]),
        (("TI A book\nBN 978-3-16-148410-0\n", ""), ["A title that runs over two lines", "P218"]),
    ],
)
def test_faults_in_web_of_science_text(change: tuple[str, str], expected: list[str]) -> None:
    assert outline(WOS, WOS_FILE.replace(*change)) == expected


SCOPUS = (
    'Authors,"Author full names",Title,Year,"Source title",Volume,Issue,"Art. No.","Page start","Page end",DOI,Link,'
    'Abstract,"Author Keywords","PubMed ID","Language of Original Document","Abbreviated Source Title","Document Type",'
    "Source,EID",
    '"Ek A.; Liu R.","Ek, Ann (12); Liu, Rong (13)","A title",2019,"Journal of Examples",7,3,,10,19,10.1000/abc,'
    'https://www.scopus.com/inward/record.uri?eid=2-s2.0-85012345678,"Ten, all seen.","oats; porridge",31234567,'
    'English,"J. Ex.",Review,Scopus,2-s2.0-85012345678',
)
TABLES = {
    "scopus": SCOPUS,
    "web of science": (
        "PT\tAU\tAF\tTI\tSO\tLA\tDT\tDE\tAB\tJI\tPD\tPY\tVL\tIS\tBP\tEP\tDI\tPM\tUT",
        'J\tEk, A; Liu, R\tEk, Ann; Liu, Rong\tA title\tJOURNAL OF EXAMPLES\tEnglish\tReview\toats; porridge\t'
        "Ten, all seen.\tJ. Ex.\tMAY\t2019\t7\t3\t10\t19\t10.1000/abc\t31234567\tWOS:000444108200009",
    ),
    "pubmed": (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI",
        '"31234567","A title","Ek A, Liu R.","J. Ex. 2019 May;7(3):10-19. doi: 10.1000/abc.",Ek A,J. Ex.,2019,'
        "2018/01/01,,,10.1000/abc",
    ),
    "embase": (
        "Title,Original Title,Author Names,Source,Abstract,keywords,Open URL Link,Medline PMID",
        '"A title",,"Ek A., Liu R.",J. Ex. (2019) 7:3 (10-19). Date of Publication: 1 May 2019,"Ten, all seen.",'
        '"oats, porridge",http://sfx.example.org/?id=doi:10.1000%2Fabc&x=1,31234567',
    ),
    "covidence": (
        "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,"
        "Covidence #,Study,Notes,Tags",
        'A title,"Ek, A; Liu, R","Ten, all seen.",2019,May,J. Ex.,7,3,10-19,,10.1000/abc,#5,Ek 2019,'
        "screened by me,include",
    ),
    "rayyan": (
        "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,publisher,location,abstract,"
        "notes,pubmed_id,pmc_id",
        'rayyan-1,A title,2019,5,1,J. Ex.,,7,3,10-19,"Ek, Ann and Liu, Rong",https://doi.org/10.1000/abc,en,,,'
        '"Ten, all seen.","RAYYAN-INCLUSION: x",31234567,',
    ),
    "zotero": (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date",'
        '"Pages","Issue","Volume","Journal Abbreviation","Language","Extra","Manual Tags"',
        '"AB","journalArticle","2019","Ek, Ann; Liu, Rong","A title","Journal of Examples","10.1000/abc","",'
        '"Ten, all seen.","2019-05-01","10-19","3","7","J. Ex.","en","PMID: 31234567\nPMCID: PMC77","oats; porridge"',
    ),
    "eppi": (
        "ItemId,Title,Authors,Year,Journal,Volume,Issue,Pages,Abstract,DOI",
        '5,A title,"Ek A; Liu R",2019,J. Ex.,7,3,10-19,"Ten, all seen.",10.1000/abc',
    ),
    "asreview": (
        "record_id,title,abstract,authors,keywords,year,doi,included,journal_name,volume,number,pages",
        """0,A title,"Ten, all seen.","['Ek, Ann', ""Liu, Rong""]","['oats', 'porridge']",2019,"""
        "10.1000/abc,1,J. Ex.,7,3,10-19",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_of_databases_and_screening_programs(name: str, mark: str, end: str) -> None:
    data = (mark + "\n".join(TABLES[name]) + "\n").replace("\n", end).encode()
    assert recognise(data) is TABLE
    record = one(TABLE, data)
    assert record.title == "A title"
    assert record.authors == ("Ek A", "Liu R")
    assert record.year == 2019
    assert record.identifier("doi") == "10.1000/abc"
    assert (record.journal.replace(".", ""), record.volume, record.issue, record.pages) == ("J Ex", "7", "3", "10-19")
    if name != "pubmed":
        assert record.section("abstract").text == "Ten, all seen."
    if name in ("scopus", "web of science", "pubmed", "embase", "rayyan", "zotero"):
        assert record.id == "pmid:31234567"
    if name in ("web of science", "pubmed", "embase", "covidence", "rayyan", "zotero"):
        assert record.date.startswith("2019-05")
    if name in ("scopus", "web of science", "zotero", "asreview", "embase"):
        assert record.keywords == ("oats", "porridge")
    if name in ("scopus", "web of science"):
        assert record.kind is RecordKind.REVIEW
    assert "screened" not in str(record)
    assert "INCLUSION" not in str(record)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("title", ["Title", " TITLE ", "title", "Article_Title", "document-title"])
def test_delimiters_encodings_and_ways_to_write_a_name(delimiter: str, encoding: str, title: str) -> None:
    quoted = f'"A {delimiter} Ménière\n""title"""'
    text = f"{title}{delimiter}Abstract\n{quoted}{delimiter}Words\nSecond{delimiter}\n"
    assert recognise(text.encode(encoding)) is TABLE
    assert outline(TABLE, text.encode(encoding)) == [f"A {delimiter.strip()} Ménière \"title\"".replace("  ", " "),
                                                     "Second"]  # fmt: skip


def test_a_table_without_titles_is_refused_with_the_names_of_its_columns() -> None:
    (refusal,) = items(TABLE, "abstract,authors,year\nWords,Ek A,2001\n")
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.place) == ("P251", "line 1")
    assert "abstract, authors, year" in refusal.reason


def test_a_list_of_retractions_is_no_list_of_records() -> None:
    data = b"Record ID,Title,RetractionDOI,OriginalPaperDOI,RetractionNature\n1,T,10.1000/a,10.1000/b,Retraction\n"
    assert recognise(data) is TABLE
    assert outline(TABLE, data) == ["P253"]


@pytest.mark.parametrize(
    ("rows", "expected", "places"),
    [
        ("One,Words\nTwo\nThree,Words\n", ["One", "P252", "Three"], ["line 3"]),
        ("One,Words,more\nThree,Words\n", ["P252", "Three"], ["line 2"]),
        ("One,Words,,\nThree,Words\n", ["One", "Three"], []),
        ('"One"x,Words\nThree,Words\n', ["P205", "Three"], ["line 2"]),
        ('One,"Words\nThree,Words\n', ["P205"], ["line 2"]),
        (",\n\nThree,Words\n", ["Three"], []),
        (" ,  x\nThree,Words\n", ["", "Three"], []),
    ],
)
def test_a_wrong_row_is_refused_by_its_line(rows: str, expected: list[str], places: list[str]) -> None:
    data = f"title,abstract\n{rows}"
    assert outline(TABLE, data) == expected
    assert [item.place for item in items(TABLE, data) if isinstance(item, Refusal)] == places


def test_a_row_in_another_encoding_costs_itself() -> None:
    data = b"title,abstract\nM\xe9ni\xe8re,Words\nThree,Words\n"
    assert outline(TABLE, data) == ["P211", "Three"]


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    data = "sep=;\ntitle;abstract\nOne;Words\n"
    assert recognise(data.encode()) is TABLE
    assert outline(TABLE, data) == ["One"]


def test_a_cell_or_row_without_end_is_bounded() -> None:
    class Endless(io.RawIOBase):
        """A quotation mark that is never closed, and 12 MB of lines after it."""

        def __init__(self) -> None:
            self.parts = [b'title,abstract\nOne,"', *[b"x" * 999 + b"\n"] * 12_000, b'",\nTwo,Words\n']

        def read(self, size: int = -1) -> bytes:
            return self.parts.pop(0) if self.parts else b""

    found = list(TABLE.read(Endless(), "x"))  # type: ignore[arg-type]
    assert all(isinstance(item, Refusal) for item in found[:-1])
    assert {item.code for item in found if isinstance(item, Refusal)} <= {"P205", "P210", "P252"}


@pytest.mark.parametrize(
    "head",
    [b"a,b\n1,2\n", b"name,age\nEk,5\n", b"Dear all, the title, as ever, is long.\n", b"title\nOne\n", b"{}", b"id;x"],
)
def test_other_tables_are_not_recognised(head: bytes) -> None:
    assert not TABLE.recognises(head)


@pytest.mark.parametrize(
    ("databases", "number", "expected"),
    [
        (["PubMed"], "123", "pmid:123"),
        (["Ovid MEDLINE(R) ALL"], "123", "pmid:123"),
        (["NLM"], "123", "pmid:123"),
        (["Embase"], "123", None),
        (["Embase", "MEDLINE"], "123", None),
        ([], "123", None),
        (["ERIC"], "EJ1234567", "eric:EJ1234567"),
        (["CINAHL Complete"], "123456789", "cinahl:123456789"),
        (["American Doctoral Dissertations"], "123456789", None),
    ],
)
def test_accession_numbers(databases: list[str], number: str, expected: str | None) -> None:
    found = accession(databases, number)
    assert (str(found) if found else None) == expected


def test_nobody_is_called_et_al() -> None:
    assert authors_of(["Ek, Ann", "et al.", "Ek A.", "The Group,"]) == ("Ek A", "The Group")
