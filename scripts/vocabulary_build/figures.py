"""Figures counted in a corpus: document frequencies, and how a word is written."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from lxml import etree

from probatum.ask.words.terms import STOP
from probatum.vocabulary.normal import tokens
from vocabulary_build.words import LONGEST_NAME

_PIECE = re.compile(r"[^\W\d_]+|[.;:?!()\[\]\n]")


def abstracts(corpus: Path) -> Iterator[str]:
    """Title and abstract of every record of the PubMed files."""
    for path in sorted(corpus.glob("*.xml.gz")):
        with gzip.open(path) as handle:
            for _, element in etree.iterparse(handle, tag="PubmedArticle", resolve_entities=False):
                parts = ["".join(e.itertext()) for e in element.iter("ArticleTitle", "AbstractText")]
                yield " \n ".join(parts)
                element.clear()


class Figures:
    """Document frequencies of words, names and neighbouring words, and how often a word is capitalised inside a
    sentence."""

    def __init__(self, english: frozenset[str]) -> None:
        self.english = english
        self.documents = 0
        self.words: Counter[str] = Counter()
        self.capitals: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()

    def add(self, text: str, trie: marisa_trie.Trie) -> None:
        """Count one document."""
        self.documents += 1
        self.words.update({w.lower() for w in re.findall(r"[^\W\d_]{2,}", text)})
        self.pairs.update(neighbours(text))
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


def neighbours(text: str) -> set[str]:
    """Pairs of content words that follow each other in a sentence, words of no content between them left out."""
    found: set[str] = set()
    before = ""
    for match in _PIECE.finditer(text.lower()):
        word = match.group()
        if not word[0].isalpha():
            before = ""
        elif len(word) > 2 and word not in STOP:
            found.add(f"{before} {word}")
            before = word
    return {pair for pair in found if pair[0] != " "}


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
