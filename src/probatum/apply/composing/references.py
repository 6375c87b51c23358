"""References: numbered by first citation, in Vancouver form (ICMJE recommendations, 2024)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply.context import Context
from probatum.apply.drafting import CALLED
from probatum.model import Design, Record, RecordKind, Reference, Section
from probatum.text import identifiers

MOST_AUTHORS: Final = 6
_BEST: Final = ("pmid", "doi", "pmcid", "nct", "setid")
"""Namespaces in the order in which a page is chosen."""


def references(context: Context, body: Iterable[Section]) -> tuple[Reference, ...]:
    """The records cited by the statements, numbered in the order of their first citation."""
    cited = dict.fromkeys(span.record for section in body for s in section.statements for span in s.supports)
    known = {
        a.record.id: a for a in (*context.first_aid, *context.further, *context.option_labels, *context.appraisals)
    }
    made: list[Reference] = []
    for number, record_id in enumerate((r for r in cited if r in known), 1):
        appraisal = known[record_id]
        study = appraisal.study
        made.append(
            Reference(
                number=number,
                record=record_id,
                citation=vancouver(appraisal.record),
                design=study.design.value if study.design is not Design.OTHER else appraisal.record.kind.value,
                n=study.n,
                status=appraisal.record.status.value,
                url=link(appraisal.record),
                summary=appraisal.record.summary,
            )
        )
    return tuple(made)


def vancouver(record: Record) -> str:
    """`Weiss MD, Macklin EA. Title. Muscle Nerve. 2016;53(2):1-9. PMID 1.`"""
    names = ", ".join(record.authors[:MOST_AUTHORS]) + (", et al" if len(record.authors) > MOST_AUTHORS else "")
    parts = [names, record.title.rstrip(". "), _edition(record.edition)]
    if record.kind in (RecordKind.LABEL, RecordKind.GUIDELINE):
        parts.append(
            ", ".join(p for p in (record.issuer or record.journal, CALLED.get(record.country, record.country)) if p)
        )
    else:
        parts.append(record.journal)
    parts.append(_issue(record))
    parts.extend(_identifiers(record))
    return ". ".join(p.rstrip(".") for p in parts if p) + "."


def _edition(said: str) -> str:
    """`2nd` as `2nd ed`; an edition that names itself stays as it is."""
    return f"{said} ed" if said[:1].isdigit() and " " not in said else said


def _issue(record: Record) -> str:
    when = str(record.year) if record.year else record.date[:4]
    volume = record.volume + (f"({record.issue})" if record.issue else "")
    where = f"{volume}:{record.pages}" if volume and record.pages else volume or record.pages
    return f"{when};{where}" if when and where else when or where


def _identifiers(record: Record) -> list[str]:
    shown = {"pmid": "PMID {}", "doi": "doi:{}", "pmcid": "{}", "nct": "{}"}
    return [shown[i.namespace].format(i.value) for i in record.identifiers if i.namespace in shown]


def link(record: Record) -> str:
    """A page for the record, from its best identifier, else empty."""
    for namespace in _BEST:
        value = record.identifier(namespace)
        if value:
            return identifiers.ADDRESSES[namespace].format(value)
    return record.identifier("url") or ""
