"""Check identifiers, titles, years and figures of the starter library against files of another source.

    python scripts/check_starter.py PATH... [--write]

A PATH is a file, folder or archive: PubMed XML, MEDLINE, RIS, EndNote, JATS and whatever else `probatum add` reads,
besides BibTeX and JSON exports (CSL, Crossref, OpenAlex). Reference lists of JATS articles and PubMed records count as
witnesses of what they cite. For every starter record with a witness it is said whether title and year agree; where the
witness is the document itself with its text, figures of the summary that its text lacks are named. `--write` puts the
result into the column `second` of provenance.tsv, beside what stands there. Exit status 1 when anything differs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from probatum.acquire.reading import read_paths
from probatum.acquire.starter.reading import by_name, provenance
from probatum.model import Record, SectionKind
from scripts.starter_witnesses import Witness, cited, exported

SAME_TITLE = 90
"""Least similarity of two titles, out of 100, token by token: hyphens fall within it, other articles do not."""
MARK = "by script: "
NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)(?:\d+(?:[, \u2009\u00a0]\d{3})*(?:[.·]\d+)?|[.·]\d+)(?![A-Za-z]*\d)"
)


def numbers(text: str) -> set[str]:
    """Every number of a text without sign; `·08`, `.08` and `0.080` are one, and so are `1 200` and `1,200`."""
    found = (re.sub(r"[, \u2009\u00a0]", "", match.group()).replace("·", ".") for match in NUMBER.finditer(text))
    return {f"{float(number):g}" for number in found}


def body(record: Record) -> str:
    """Text of a record's evidence without its title."""
    return "\n".join(s.text for s in record.evidence_sections if s.kind is not SectionKind.TITLE)


def documents(paths: list[str]) -> Iterator[Witness]:
    """The documents that these files hold."""
    for origin, item in read_paths(paths):
        if isinstance(item, Record) and not item.summary:
            text = "\n".join(section.text for section in item.sections)
            yield Witness(tuple(map(str, item.identifiers)), item.title, item.year, Path(origin).name, text)


def witnesses(paths: list[str], wanted: Iterable[str]) -> dict[str, list[Witness]]:
    """Identifier -> who speaks of it, for the identifiers that are wanted."""
    sought, found = set(wanted), defaultdict(list)
    for source in (documents(paths), cited(paths), exported(paths)):
        for witness in source:
            for identifier in sought.intersection(witness.identifiers):
                found[identifier].append(witness)
    return found


def faults(record: Record, witness: Witness) -> list[str]:
    """In what a witness differs from a starter record; empty when they agree."""
    told = []
    if witness.title and fuzz.token_set_ratio(_plain(record.title), _plain(witness.title)) < SAME_TITLE:
        told.append(f"title: {witness.title!r}")
    if record.year and witness.year and abs(record.year - witness.year) > 1:
        told.append(f"year: {witness.year}")
    if len(witness.text) > len(body(record)):
        absent = numbers(body(record)) - numbers(witness.text)
        if absent:
            told.append(f"figures not found: {', '.join(sorted(absent))}")
    return told


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", title.lower()))


def write(results: dict[str, str]) -> None:
    """Put what the script found into the table, after what was read by hand."""
    table = Path(__file__).resolve().parents[1] / "src/probatum/acquire/starter/provenance.tsv"
    head, *rows = table.read_text("utf-8").splitlines()
    lines = [head]
    for row in rows:
        cells = row.split("\t")
        if cells[0] in results:
            by_hand = [part for part in cells[5].split("; ") if part and not part.startswith(MARK)]
            cells[5] = "; ".join([*by_hand, MARK + results[cells[0]]])
        lines.append("\t".join(cells))
    table.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Check, report, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--write", action="store_true", help="note the result in provenance.tsv")
    chosen = parser.parse_args()
    records = by_name()
    found = witnesses(chosen.paths, (str(i) for record in records.values() for i in record.identifiers))
    results, differing = {}, 0
    for name, record in records.items():
        heard = [w for identifier in map(str, record.identifiers) for w in found.get(identifier, ())]
        told = [(w, faults(record, w)) for w in heard]
        agree = [w for w, differs in told if not differs]
        differing += any(differs for _, differs in told)
        for witness, differs in told:
            if differs:
                print(f"{name}: differs from {witness.place}: {'; '.join(differs)}")
        if agree:
            results[name] = f"identifier, title and year agree with {len(agree)} entries, the first in {agree[0].place}"
    unheard = sorted(
        set(records) - {name for name in records if any(str(i) in found for i in records[name].identifiers)}
    )
    print(
        f"{len(results)} of {len(records)} records agree with a witness, {differing} differ, {len(unheard)} have none"
    )
    print("by hand only: " + ", ".join(n for n in unheard if provenance()[n].second))
    print("no second source: " + ", ".join(n for n in unheard if not provenance()[n].second))
    if chosen.write:
        write(results)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
