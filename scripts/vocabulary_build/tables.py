"""The tables of the vocabulary: words, spelling, classes, labels and forms."""

from __future__ import annotations

import math
from collections import Counter

from probatum.vocabulary.layout import (
    DRUG_WORD,
    ENGLISH,
    MARKETED,
    MEDICAL,
    NAME_WORD,
    TIE_STEPS,
    USUAL,
    Link,
)
from probatum.vocabulary.normal import WORD, name_key
from vocabulary_build.entry import Entry
from vocabulary_build.figures import Figures, neighbours, running
from vocabulary_build.own import own_names
from vocabulary_build.words import (
    LONGEST_WORD,
    MIN_DF,
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


def mark_usual(words: dict[str, tuple[int, int]], brands: frozenset[str]) -> None:
    """Mark the drug names that are in use: met in the literature, of our own lists, or of a marketed drug."""
    ours = own_names()
    for word, (df, flags) in words.items():
        marketed = flags & MARKETED and (word not in brands or df >= 1)
        if flags & DRUG_WORD and (df >= USUAL_DRUG or word in ours or marketed):
            words[word] = (df, flags | USUAL)


def spelling_lists(words: dict[str, tuple[int, int]]) -> dict[str, list[str]]:
    """Words to correct to: those met in the literature or of a drug in use (`common`), those of names alone (`rare`);
    sorted by length so that only a window is ever compared."""
    lists: dict[str, list[tuple[int, str]]] = {"common": [], "rare": []}
    for word, (df, flags) in words.items():
        if not SHORTEST <= len(word) <= LONGEST_WORD or not word.isalpha():
            continue
        if df >= MIN_DF or (df and flags) or flags & USUAL:
            lists["common"].append((len(word), word))
        elif flags & NAME_WORD:
            lists["rare"].append((len(word), word))
    return {kind: [word for _, word in sorted(rows)] for kind, rows in lists.items()}


NEXT = 100
"""Content words of a record: a word that stands in it follows a given one by chance once in that many."""


def ties(words: dict[str, tuple[int, int]], entries: list[Entry], figures: Figures) -> dict[str, int]:
    """Pairs of words that follow each other more often than by chance: pointwise mutual information (Church and Hanks
    1990) in steps, from the corpus and, as if met once in two, from the names of terms."""
    counts: dict[str, float] = {pair: n for pair, n in figures.pairs.items() if n >= MIN_DF}
    for entry in entries:
        if entry.semantic != "drug":
            for readable, _ in entry.names.values():
                for pair in neighbours(readable):
                    counts.setdefault(pair, 0.5)
    made: dict[str, int] = {}
    for pair, count in counts.items():
        one, other = pair.split(" ")
        if one in words and other in words:
            chance = max(words[one][0], 1) * max(words[other][0], 1) / (figures.documents * NEXT)
            steps = round(math.log(count / chance) * TIE_STEPS)
            if steps >= TIE_STEPS // 2:
                made[pair] = min(steps, 255)
    return made


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
