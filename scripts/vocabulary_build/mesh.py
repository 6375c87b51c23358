"""MeSH descriptors and our own synonyms."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from probatum.vocabulary.layout import Link
from probatum.vocabulary.normal import name_key, upright
from vocabulary_build.entry import Entry, many, read_tsv
from vocabulary_build.words import CHEMICAL, DATA

PLANTS = "B01.875"
"""MeSH tree of the plants, under their botanical names."""
OTHER_CONDITION_SIGNS = frozenset({"Obesity", "Overweight"})


def mesh_semantic(label: str, trees: list[str]) -> str:
    """The class of a descriptor by its place in the trees."""
    if any(t.startswith("C23.888") for t in trees) and label not in OTHER_CONDITION_SIGNS:
        return "symptom"
    if any(t[0] == "C" or t.startswith("F03") for t in trees):
        return "condition"
    if any(t.startswith("D27.505") for t in trees):
        return "drug"
    if any(t.startswith("D20.215.894") for t in trees):
        return "drug"
    if any(t.startswith(("E02", "E03", "E04", "E06", "F04.754", "F04.669")) for t in trees):
        return "procedure"
    if any(t.startswith(("E01",)) for t in trees):
        return "test"
    return "other"


def read_mesh(source: Path) -> dict[str, Entry]:
    """MeSH descriptors by id, names un-inverted."""
    entries: dict[str, Entry] = {}
    for row in read_tsv(source / "mesh_descriptors.tsv.gz"):
        trees = [t for t in many(row["tree_numbers"]) if re.match(r"[A-Z]\d\d", t)]
        if not trees or trees[0][0] in "V":
            continue
        label = row["label"]
        entry = Entry(f"mesh:{row['mesh_id']}", upright(label), mesh_semantic(label, trees))
        entry.trees = trees
        entry.name(upright(label), Link.LABEL)
        entry.name(label, Link.LABEL)
        for synonym in many(row["synonyms"]):
            bare = re.sub(r" \([^()]*\)$", "", synonym)
            if CHEMICAL.search(bare):
                continue
            caps = Link.CAPS if bare.isupper() and len(bare) <= 5 else 0
            entry.name(upright(bare), Link.SYNONYM | caps)
        entries[row["mesh_id"]] = entry
    return entries


def add_cancers(entries: Iterable[Entry]) -> None:
    """`Breast Neoplasms` are breast cancer: MeSH's preferred names lack the word that everybody uses."""
    for entry in entries:
        site = re.fullmatch(r"([A-Z][\w ]+) Neoplasms", entry.label)
        if site and any(t.startswith("C04.588") for t in entry.trees):
            bare = re.sub("ic$", "e", site.group(1)) if site.group(1) == "Prostatic" else site.group(1)
            for word in ("Cancer", "Tumor"):
                entry.name(f"{bare} {word}", Link.SYNONYM)


def add_own_synonyms(entries: list[Entry]) -> None:
    """Our own clinical synonyms, and the class of some terms."""
    by_key: dict[str, Entry] = {}
    renamed: set[str] = set()
    for wanted in (Link.LABEL, Link.SYNONYM):
        for entry in entries:
            for key, (_, kind) in entry.names.items():
                if kind & 3 == wanted:
                    by_key.setdefault(key, entry)
    for line in (DATA / "synonyms.tsv").read_text("utf-8").splitlines()[1:]:
        name, target, *rest = line.split("\t")
        found = by_key.get(name_key(target)) or by_key.get(name_key(upright(target)))
        if found is None and rest:
            found = Entry("probatum:" + name_key(target).replace(" ", "-"), target, rest[0])
            found.name(target, Link.LABEL)
            entries.append(found)
            by_key[name_key(target)] = found
        if found is None:
            print(f"synonyms.tsv: no term {target!r} for {name!r}", file=sys.stderr)
            continue
        if name_key(name) not in found.names:
            for other in entries:
                if other is not found and other.semantic != "drug":
                    other.names.pop(name_key(name), None)
            found.name(name, Link.SYNONYM | (Link.CAPS if name.isupper() and len(name) <= 5 else 0))
        if rest and rest[0]:
            found.semantic = rest[0]
            if rest[0] == "drug" and found.id not in renamed and any(t.startswith(PLANTS) for t in found.trees):
                # a remedy goes by its common name: nobody takes Zingiber officinale
                renamed.add(found.id)
                found.label = name
                found.name(name, Link.LABEL)
