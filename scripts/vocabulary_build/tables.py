"""The tables of the vocabulary: words, spelling, classes, labels and forms."""

from __future__ import annotations

from collections import Counter

from probatum.vocabulary.layout import DRUG_WORD, ENGLISH, MARKETED, MEDICAL, NAME_WORD, Link
from probatum.vocabulary.normal import WORD, name_key
from vocabulary_build.entry import Entry
from vocabulary_build.figures import Figures, running
from vocabulary_build.own import own_names
from vocabulary_build.words import (
    LONGEST_WORD,
    MIN_DF,
    MIN_DF_MEDICAL,
    MIN_DF_WORD,
    MOST_FORMS,
    SALTS,
    SHORTEST,
    USUAL_DRUG,
)


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
