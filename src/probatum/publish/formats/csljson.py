"""`csljson`: the references as CSL-JSON (Citation Style Language, data schema 1.0.2), for pandoc and Zotero."""

from __future__ import annotations

import json
from typing import Any, Final

from probatum.model import Answer, RecordKind
from probatum.publish.formats import Format, Resolve
from probatum.publish.formats._cited import Cited, cited

TYPES: Final = {RecordKind.GUIDELINE: "report", RecordKind.LABEL: "report", RecordKind.BOOK: "book"}


def render(answer: Answer, *, records: Resolve) -> str:
    """A list of items, in the order of the article."""
    return json.dumps([_item(one) for one in cited(answer, records)], ensure_ascii=False, indent=2) + "\n"


def _item(one: Cited) -> dict[str, Any]:
    names = [{"family": n.family, "given": n.given} if n.given else {"literal": n.family} for n in one.names]
    item: dict[str, Any] = {
        "id": one.key,
        "type": TYPES.get(one.kind, "article-journal"),
        "citation-number": one.reference.number,
        "title": one.title,
        "author": names,
        "container-title": one.journal,
        "issued": {"date-parts": [[int(one.year)]]} if one.year else None,
        "volume": one.volume,
        "issue": one.issue,
        "page": one.pages,
        "publisher": one.publisher,
        "DOI": one.doi,
        "PMID": one.pmid,
        "PMCID": one.pmcid,
        "URL": one.url,
        "note": f"{one.reference.design}; status {one.reference.status}",
    }
    return {name: value for name, value in item.items() if value}


FORMAT = Format("csljson", "The references as CSL-JSON.", ".json", render, part="references")
