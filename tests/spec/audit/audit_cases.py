"""An invented trial, the text that cites it, and a shelf that holds it: for the spec tests of the audit."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.assess.audit import audit
from probatum.model import (
    AuditedSentence,
    Engine,
    Identifier,
    Record,
    RecordKind,
    RecordStatus,
    Report,
    SectionKind,
    SectionRole,
    SourceSection,
)

ABSTRACT = (
    "Night cramps are common in older adults. We randomly assigned 120 adults with night cramps to zerafine 100 "
    "mg twice "
    "daily (n = 60) or placebo (n = 60) for 12 weeks. People with severe liver disease were excluded. The primary "
    "outcome "
    "was the number of cramps a week; the secondary outcome was sleep quality. Cramps were fewer with zerafine "
    "than with "
    "placebo (2.1 versus 4.6 a week, P = 0.003). Response was seen in 42% of the zerafine group and 25% of the placebo "
    "group. Sleep quality did not differ significantly between the groups (P = 0.41). Dizziness occurred in 18 of 60 "
    "people on zerafine (30%) and 6 of 60 on placebo (10%). No serious adverse event was reported. Zerafine reduced "
    "night cramps in adults over 12 weeks."
)
TABLE = (
    "Outcome\tZerafine (n = 60)\tPlacebo (n = 60)\tP value\nCramps a week\t2.1\t4.6\t0.003\nStiffness "
    "score\t3.4\t5.2\t0.02\n"
    "Nausea\t9 (15.0)\t12 (20.0)\t0.48"
)
TITLE = "Zerafine against placebo for night cramps in adults: a randomised trial"
OTHER_TITLE = "Brelomab for plaque psoriasis: a randomised dose-finding trial"
OTHER = (
    "We gave brelomab 40 mg weekly or placebo to 90 people with plaque psoriasis for 24 weeks. Skin clearance was "
    "reached "
    "by 61% on brelomab and 8% on placebo (P < 0.001). Injection site pain was reported by 14 of 45 people on brelomab."
)


def trial(status: RecordStatus = RecordStatus.CURRENT) -> Record:
    """The invented trial of zerafine."""
    return _record("9000001", TITLE, ABSTRACT, "Moran P", 2015, status, TABLE)


def saying(text: str, rows: str = "") -> Record:
    """The invented trial with another abstract and another table, or none."""
    return _record("9000001", TITLE, text, "Moran P", 2015, RecordStatus.CURRENT, rows)


def other() -> Record:
    """An invented trial on something else."""
    return _record("9000002", OTHER_TITLE, OTHER, "Quist A", 2018, RecordStatus.CURRENT, "")


def told_of_psoriasis(text: str) -> Record:
    """The invented trial on something else with another abstract."""
    return _record("9000002", OTHER_TITLE, text, "Quist A", 2018, RecordStatus.CURRENT, "")


def _record(pmid: str, title: str, text: str, author: str, year: int, status: RecordStatus, rows: str) -> Record:
    sections = [
        SourceSection("title", SectionKind.TITLE, title),
        SourceSection("abstract", SectionKind.ABSTRACT, text, role=SectionRole.NONE),
    ]
    if rows:
        sections.append(SourceSection("table.1", SectionKind.TABLE, rows, "Table 1 Results"))
    sections.append(
        SourceSection("references", SectionKind.REFERENCES, "1. Doe J. Brelomab cures cramps in 88%. 2001.")
    )
    return Record.build(
        id=f"pmid:{pmid}",
        identifiers=(Identifier("pmid", pmid), Identifier("doi", f"10.5555/{pmid}")),
        kind=RecordKind.TRIAL_REPORT,
        title=title,
        sections=tuple(sections),
        authors=(author,),
        journal="Invented J",
        year=year,
        status=status,
    )


class Shelf:
    """Records in memory."""

    def __init__(self, *records: Record) -> None:
        self.records = records

    def get(self, identifier: str) -> Record | None:
        return next((r for r in self.records if any(str(i) == identifier for i in r.identifiers)), None)

    def search(self, text: str, limit: int) -> Sequence[Record]:
        return self.records[:limit]


REFERENCES = f"""
## References

1. Moran P. {TITLE}. Invented J. 2015. PMID: 9000001
2. Quist A. {OTHER_TITLE}. Invented J. 2018. doi:10.5555/9000002
3. Falk R. Zerafine keeps cramps away for five years. Invented J. 2019. PMID: 9000002
4. Nobody N. A paper that was never written on cramps. J Void. 2020.
"""


def report(
    body: str, *, references: str = REFERENCES, title: str = "Night cramps in adults", records: Sequence[Record] = ()
) -> Report:
    """The audit of a text with the four references."""
    shelf = Shelf(*(records or (trial(), other())))
    return audit(f"# {title}\n\n{body}\n{references}", shelf, Engine("0", "0"))


def first(body: str) -> AuditedSentence:
    """The verdict on the last sentence of a text."""
    return report(body).sentences[-1]
