"""Drugs: UNII substances, products with their brands, DrugBank names, merged with MeSH."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from probatum.vocabulary.layout import Link
from probatum.vocabulary.normal import name_key
from vocabulary_build.entry import Entry, many, read_tsv
from vocabulary_build.words import CHEMICAL, DATA, ENGLISH_BRANDS, FORM_WORDS, LONGEST_NAME, NOT_A_BASE, SALTS


def strip_salt(name: str, bases: Iterable[str]) -> str:
    """The base of a salt's name, or the name itself: `mexiletine hydrochloride` -> `mexiletine`."""
    words = name.lower().replace("-", " ").split()
    for cut in range(len(words) - 1, 0, -1):
        if not all(w in SALTS for w in words[cut:]):
            break
        if " ".join(words[:cut]) in bases and not (cut == 1 and words[0] in NOT_A_BASE):
            return strip_salt(" ".join(words[:cut]), bases)
    return name.lower()


def lone_base(name: str, english: frozenset[str]) -> str:
    """The base of a salt whose base is not listed: `clopidogrel bisulfate` -> `clopidogrel`."""
    words = name.split()
    if len(words) < 2 or len(words[0]) < 7 or words[0] in english or words[0] in NOT_A_BASE:
        return name
    return words[0] if all(w in SALTS for w in words[1:]) else name


def usable_drug_name(name: str, english: frozenset[str]) -> bool:
    """False for systematic names, codes and names that are plain English words."""
    if CHEMICAL.search(name) or len(name) < 4 or len(name) > 45 or re.search(r"\d{3}", name):
        return False
    if re.search(r"\b(?:component|impurity|related compound|standard)\b", name, re.IGNORECASE):
        return False
    return name.lower() not in english or name.lower() in ENGLISH_BRANDS


def read_unii(source: Path, english: frozenset[str], marketed: frozenset[str]) -> dict[str, Entry]:
    """Base substances by lower-case name, with the names and brands of their salts."""
    rows = read_tsv(source / "unii_pharmaceutical.tsv.gz")
    displays = {r["display_name"].lower(): r for r in rows}
    bases: dict[str, Entry] = {}
    for row in sorted(rows, key=lambda r: (len(r["display_name"]), r["display_name"])):
        display = row["display_name"].lower()
        if CHEMICAL.search(display) or len(display) > LONGEST_NAME:
            continue
        base = strip_salt(display, displays)
        if base == display:
            base = lone_base(display, english)
        if base in english and base not in marketed and base == display:
            continue
        owner = bases.get(base)
        if owner is None:
            id_row = displays.get(base, row)
            owner = bases[base] = Entry(f"unii:{id_row['unii']}", base, "drug")
            owner.name(base, Link.LABEL)
        if base != display:
            owner.name(display, Link.SALT)
        for name in many(row["names"]):
            if usable_drug_name(name, english):
                stripped = strip_salt(name, (name.split()[0].lower(),)) if " " in name else name
                owner.name(
                    name.lower(), Link.SYNONYM if stripped.lower() == name.lower() and base == display else Link.SALT
                )
        for brand in many(row["brand_names"]):
            if usable_drug_name(brand, english):
                owner.name(brand.title(), Link.BRAND)
    return bases


def product_brand(product: str) -> str:
    """The brand in a product name, without its strength and form; empty when it is no plain brand."""
    words = [w for w in product.split() if w.lower() not in FORM_WORDS]
    if not words or len(words) > 2 or any(not re.fullmatch(r"[A-Za-z'-]{2,}", w) for w in words):
        return ""
    return " ".join(words)


def read_products(source: Path) -> list[tuple[tuple[str, ...], str]]:
    """Pairs of ingredients (lower case) and product name of Drugs@FDA."""
    pairs = []
    for row in read_tsv(source / "drugs_at_fda_names.tsv.gz"):
        ingredients = tuple(sorted({i.strip().lower() for i in row["active_ingredients"].split(";") if i.strip()}))
        pairs.append((ingredients, row["product_name"].strip()))
    return pairs


def add_products(
    bases: dict[str, Entry], products: list[tuple[tuple[str, ...], str]], english: frozenset[str]
) -> dict[tuple[str, ...], Entry]:
    """Mark what is marketed, add brands, and make terms for combinations that have a brand."""
    by_key: dict[str, str] = {}
    for base, entry in bases.items():
        for key in entry.names:
            by_key.setdefault(key, base)
        by_key[name_key(base)] = base
    combinations: dict[tuple[str, ...], Entry] = {}
    brand_owner: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for ingredients, product in products:
        found = tuple(sorted({by_key.get(name_key(strip_salt(i, bases)), "") for i in ingredients}))
        if "" in found:
            continue
        for base in found:
            bases[base].marketed = True
        brand = product_brand(product)
        if brand and usable_drug_name(brand, english) and name_key(brand) not in by_key:
            brand_owner[brand.title()][found] += 1
    for brand, owners in sorted(brand_owner.items()):
        found = min(owners, key=lambda o: (-owners[o], len(o), o))
        if len(found) == 1:
            bases[found[0]].name(brand, Link.BRAND)
        elif len(found) <= 4:
            combo = combine(combinations, found)
            combo.name(brand, Link.BRAND)
    return combinations


def combine(combinations: dict[tuple[str, ...], Entry], found: tuple[str, ...]) -> Entry:
    """The term of a combination, made where there is none."""
    label = " and ".join(found) if len(found) == 2 else ", ".join(found[:-1]) + " and " + found[-1]
    combo = combinations.setdefault(found, Entry("combination:" + "+".join(found), label, "drug"))
    combo.marketed = True
    combo.broader_labels = list(found)
    combo.name(label, Link.LABEL)
    return combo


def add_own_brands(entries: list[Entry], combinations: dict[tuple[str, ...], Entry]) -> None:
    """Brands that the lists lack, most of them of other countries."""
    drugs = [e for e in entries if e.semantic == "drug" and not e.id.startswith("combination:")]
    by_key = {k: e for wanted in (1, 0) for e in drugs for k, (_, kind) in e.names.items() if kind & 3 == wanted}
    for line in (DATA / "brands.tsv").read_text("utf-8").splitlines()[1:]:
        brand, wanted_names = line.split("\t")
        found = [by_key.get(name_key(i)) for i in wanted_names.split("+")]
        if any(e is None for e in found):
            print(f"brands.tsv: {brand}: no drug {wanted_names}", file=sys.stderr)
            continue
        known = [e for e in found if e is not None]
        owner = known[0] if len(known) == 1 else combine(combinations, tuple(sorted(e.label for e in known)))
        if owner not in entries:
            entries.append(owner)
        for other in entries:
            if other.semantic == "drug" and other is not owner:
                other.names.pop(name_key(brand), None)
        owner.marketed = True
        owner.name(brand, Link.BRAND)


def add_drugbank(bases: dict[str, Entry], source: Path, english: frozenset[str]) -> None:
    """Names that UNII's extract lacks, and DrugBank's identifiers for the rest."""
    by_key = {key: entry for entry in bases.values() for key in entry.names}
    for row in read_tsv(source / "drugbank_open_names.tsv.gz"):
        name = row["name"].strip()
        held = by_key.get(name_key(name))
        if held is not None:
            if len(held.other_ids) < 2:
                held.other_ids.append(f"drugbank:{row['drugbank_id']}")
            continue
        if re.fullmatch(r"[A-Za-z][a-z]{4,}(?: [a-z]+)?", name) and usable_drug_name(name, english):
            entry = Entry(f"drugbank:{row['drugbank_id']}", name.lower(), "drug")
            entry.name(name.lower(), Link.LABEL)
            bases[name.lower()] = by_key[name_key(name)] = entry


def merge_mesh_drugs(mesh: dict[str, Entry], bases: dict[str, Entry]) -> None:
    """A MeSH chemical and a UNII base of the same name become one term."""
    by_label = {name_key(base): entry for base, entry in bases.items()}
    by_name = {key: entry for entry in bases.values() for key, (_, kind) in entry.names.items() if kind & 3 == 1}
    for mesh_id, entry in list(mesh.items()):
        if not all(t[0] == "D" for t in entry.trees) or entry.semantic == "drug":
            continue
        drug = by_label.get(name_key(entry.label)) or next(
            (by_label[k] for k in entry.names if k in by_label), by_name.get(name_key(entry.label))
        )
        if drug is None or any(i.startswith("mesh:") for i in drug.other_ids):
            continue
        for readable, kind in entry.names.values():
            drug.name(readable.lower(), max(kind & 3, 1))
        drug.other_ids.append(entry.id)
        drug.trees = entry.trees
        del mesh[mesh_id]
