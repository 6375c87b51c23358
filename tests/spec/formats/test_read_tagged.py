"""MEDLINE text, RIS, and Probatum's own lines."""

from __future__ import annotations

import io

import msgspec
import pytest

from probatum.acquire.formats import Format, Refusal, formats, recognise
from probatum.acquire.formats._references import vancouver
from probatum.acquire.formats.nbib import FORMAT as NBIB
from probatum.acquire.formats.probatum import FORMAT as PROBATUM
from probatum.acquire.formats.ris import FORMAT as RIS
from probatum.model import LinkKind, Record, RecordKind, RecordStatus, SectionRole


def items(known: Format, data: str | bytes) -> list[Record | Refusal]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(known.read(io.BytesIO(raw), "x"))  # type: ignore[arg-type]


def one(known: Format, data: str | bytes) -> Record:
    (record,) = items(known, data)
    assert isinstance(record, Record), record
    return record


MEDLINE = """\
PMID- 11
DP  - 2000 Jul 3
TI  - A title that runs
      over two lines.
PG  - 73-9
AB  - OBJECTIVE: To see. METHODS: We looked at 10 people. RESULTS: All were seen.
FAU - Gocial, Ann
AU  - Gocial A
CN  - The Group
LA  - eng
PT  - Randomized Controlled Trial
TA  - J Ex
RN  - EFY6W0M8TG (Leuprolide)
MH  - *Humans
MH  - Pain/drug therapy/*etiology
OT  - *cramps
AID - 10.1000/ABC [doi]
AID - S001 5 [pii]
PMC - PMC44
SI  - ClinicalTrials.gov/NCT01234567
SI  - GENBANK/AB1
EIN - J Ex. 2001 Jan;1(1):5. PMID: 22
SO  - J Ex. 2000
"""


def test_medline() -> None:
    record = one(NBIB, MEDLINE)
    assert [str(i) for i in record.identifiers][:3] == ["pmid:11", "pmcid:PMC44", "doi:10.1000/abc"]
    assert record.title == "A title that runs over two lines."
    assert (record.year, record.date, record.pages, record.journal) == (2000, "2000-07-03", "73-9", "J Ex")
    assert record.authors == ("Gocial A", "The Group")
    assert record.kind is RecordKind.TRIAL_REPORT
    assert record.mesh == ("Humans", "Pain", "Leuprolide")
    assert record.keywords == ("cramps",)
    assert record.status is RecordStatus.CORRECTED
    assert [(link.kind, str(link.identifier)) for link in record.links] == [
        (LinkKind.ERRATUM, "pmid:22"),
        (LinkKind.REGISTRATION, "nct:NCT01234567"),
    ]
    assert [(s.id, s.heading, s.role) for s in record.sections[1:]] == [
        ("abstract", "OBJECTIVE", SectionRole.OBJECTIVE),
        ("abstract.2", "METHODS", SectionRole.METHODS),
        ("abstract.3", "RESULTS", SectionRole.RESULTS),
    ]
    assert record.section("abstract.2").text == "We looked at 10 people."


@pytest.mark.parametrize(
    ("abstract", "sections"),
    [
        ("Plain words only.", 1),
        ("RESULTS: One label is no structure.", 1),
        ("We saw it. METHODS: late. RESULTS: later.", 1),
        ("BACKGROUND: A. RESULT(S): B. CI: 1 to 2. CONCLUSION(S): C.", 3),
    ],
)
def test_labels_in_running_abstracts(abstract: str, sections: int) -> None:
    record = one(NBIB, f"PMID- 1\nTI  - T\nAB  - {abstract}\n")
    assert len([s for s in record.sections if s.id.startswith("abstract")]) == sections


@pytest.mark.parametrize(
    ("tag", "status"),
    [
        ("RIN", RecordStatus.RETRACTED),
        ("ROF", RecordStatus.RETRACTION_NOTICE),
        ("ECI", RecordStatus.CONCERN),
        ("EIN", RecordStatus.CORRECTED),
        ("EFR", RecordStatus.CURRENT),
        ("UIN", RecordStatus.SUPERSEDED),
        ("CIN", RecordStatus.CURRENT),
    ],
)
def test_medline_status(tag: str, status: RecordStatus) -> None:
    assert one(NBIB, f"PMID- 1\nTI  - T\n{tag:<4}- J. PMID: 2\n").status is status


def test_a_damaged_medline_record_costs_only_itself() -> None:
    found = items(NBIB, f"{MEDLINE}\nPMID- x\nTI  - No number\n\nPMID- 3\nTI  - T\ngarbage here\n\n{MEDLINE}")
    assert [i.code if isinstance(i, Refusal) else i.id for i in found] == ["pmid:11", "P218", "P205", "pmid:11"]
    assert [i.place for i in found if isinstance(i, Refusal)] == ["line 25", "line 30"]


RIS_RECORD = """\
TY  - JOUR
ID  - 44
{title}
A1  - van de Schoot, Rens
A1  - Liu R.
Y1  - 2019/04/30/
JO  - Journal of Examples
J2  - J Ex
SP  - 10
EP  - 19
DO  - https://doi.org/10.1000/ABC
KW  - one
two
N1  - A reader's note
{abstract}
ER  -
"""


@pytest.mark.parametrize("title", ["TI  - A title", "T1  - A title", "T1\t- A title", "TI  - A\ntitle"])
@pytest.mark.parametrize("abstract", ["AB  - Words.", "N2  - Words."])
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n1.\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ris_dialects(title: str, abstract: str, mark: str, end: str) -> None:
    data = (mark + RIS_RECORD.format(title=title, abstract=abstract)).replace("\n", end).encode()
    assert RIS.recognises(data)
    record = one(RIS, data)
    assert (record.id, record.title) == ("doi:10.1000/abc", "A title")
    assert record.authors == ("van de Schoot R", "Liu R")
    assert (record.year, record.date, record.pages, record.journal) == (2019, "2019-04-30", "10-19", "J Ex")
    assert record.keywords == ("one", "two")
    assert [s.text for s in record.sections] == ["A title", "Words."]


@pytest.mark.parametrize(
    ("lines", "identifiers"),
    [
        ("DB  - PubMed\nAN  - 12345", ["pmid:12345"]),
        ("DB  - Embase\nAN  - 12345\nU2  - L678", ["embase:L678"]),
        ("UR  - https://pubmed.ncbi.nlm.nih.gov/12345/", ["pmid:12345"]),
        ("L2  - http://europepmc.org/articles/PMC77", ["pmcid:PMC77"]),
        ("AN  - WOS:0001", ["wos:0001"]),
        ("C2  - PMC77", ["pmcid:PMC77"]),
        ("UR  - https://example.org/10.1000/part", ["probatum:"]),
        ("AN  - rayyan-12345", ["probatum:"]),
    ],
)  # fmt: skip
def test_ris_identifiers(lines: str, identifiers: list[str]) -> None:
    record = one(RIS, f"TY  - JOUR\nTI  - T\n{lines}\nER  -\n")
    assert [str(i)[: len(wanted)] for i, wanted in zip(record.identifiers, identifiers, strict=True)] == identifiers


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  -\n", ["One", "Two"]),
        ("TY  - JOUR\nTI  - One", ["One"]),
        ("TY  - GEN\nER  -\nTY  - JOUR\nTI  - Two\nER  -\n", ["P218", "Two"]),
        ("TY  - JOUR\nTI  - One\nPY  - 10 15\nER  -\n\nNL  - after\nER  -\n", ["One"]),
        ("TY  - JOUR\nN2  - No title.\nER  -\n", [""]),
    ],
)
def test_ris_faults(data: str, expected: list[str]) -> None:
    assert [i.code if isinstance(i, Refusal) else i.title for i in items(RIS, data)] == expected


def test_a_line_in_another_encoding_costs_its_record() -> None:
    data = b"TY  - JOUR\nTI  - M\xe9ni\xe8re\nER  -\nTY  - JOUR\nTI  - Two\nER  -\n"
    found = items(RIS, data)
    assert [i.code if isinstance(i, Refusal) else i.title for i in found] == ["P211", "Two"]
    assert isinstance(found[0], Refusal)
    assert found[0].place == "line 2"
    assert one(RIS, "TY  - JOUR\nTI  - Ménière\nER  -\n".encode("utf-16")).title == "Ménière"


def test_records_without_identifier_get_the_same_one_each_time() -> None:
    first = one(RIS, "TY  - JOUR\nTI  - A Title.\nAU  - Ek, A\nPY  - 2001\nER  -\n")
    again = one(RIS, "TY  - JOUR\nT1  - A title\nA1  - Ek A.\nY1  - 2001///\nER  -\n")
    assert first.id == again.id
    assert first.id.startswith("probatum:")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("van de Schoot, Rens", "van de Schoot R"),
        ("Trindade, Ines A", "Trindade IA"),
        ("Alceste, FJ", "Alceste FJ"),
        ("Liu R.", "Liu R"),
        ("Perez-Lopez, Jean-Luc, Jr", "Perez-Lopez JL Jr"),
        ("The Example Study Group", "The Example Study Group"),
    ],
)
def test_names(name: str, form: str) -> None:
    assert vancouver(name) == form


def test_own_records_go_out_and_come_back() -> None:
    records = [one(NBIB, MEDLINE), one(RIS, "TY  - JOUR\nTI  - T\u2028 with a separator\nER  -\n")]
    data = b"\n".join(msgspec.json.encode(record) for record in records)
    assert recognise(data) is PROBATUM
    assert items(PROBATUM, data) == records


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((b"10 people", b"99 people"), "P220"),
        ((b'"title":', b'"titel":'), "P221"),
        ((b"{", b"{{"), "P221"),
        ((b"people", b"pe\xffple"), "P211"),
    ],
)
def test_own_records_that_were_changed(change: tuple[bytes, bytes], code: str) -> None:
    good = msgspec.json.encode(one(NBIB, MEDLINE))
    bad = good.replace(*change, 1)
    found = items(PROBATUM, good + b"\n" + bad + b"\n" + good)
    assert [i.code if isinstance(i, Refusal) else "record" for i in found] == ["record", code, "record"]


def test_every_format_has_a_name_and_a_purpose() -> None:
    assert set(formats()) >= {"jats", "nbib", "probatum", "pubmed", "ris"}
    for name, known in formats().items():
        assert known.name == name
        assert known.purpose
        assert not known.recognises(b"")


@pytest.mark.parametrize(
    "head",
    [b"", b"a,b\n1,2\n", b"\x89PNG", b"<eSummaryResult><DocSum/></eSummaryResult>", b"{}", b"\xff\xfe"],
)
def test_other_content_is_not_recognised(head: bytes) -> None:
    assert recognise(head) is None
