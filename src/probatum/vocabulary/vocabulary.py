"""The vocabulary at work: names looked up, found in text, spelt right and related to each other."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import marisa_trie
import msgspec

from probatum.text.words import SENTENCE_CHARACTERS
from probatum.vocabulary.classes import is_class
from probatum.vocabulary.hand_written import HandWritten, Own
from probatum.vocabulary.layout import (
    DRUG_WORD,
    ENGLISH,
    MARKETED,
    MEDICAL,
    NAME_WORD,
    SEMANTICS,
    TIE_STEPS,
    USUAL,
    File,
    Link,
    TermRow,
)
from probatum.vocabulary.normal import WORD, Token, name_key, tokens, word_key
from probatum.vocabulary.spelling import SHORTEST, Facts, Speller, Suggestion
from probatum.vocabulary.terms import Abbreviation, Mention, NearGroup, Term
from probatum.vocabulary.trees import Trees

SHORT: Final = 5
"""Letters up to which a user's name in capitals counts in capitals only."""
_PREFIXES: Final = frozenset(("post", "pre", "peri", "anti", "non"))
"""Prefixes that texts set off by a hyphen, and names of the vocabulary often do not."""
LONGEST: Final = 80
"""Characters of key that a name may have."""


class Vocabulary:
    """Terms with their names; read-only and safe to share between threads.

    Made by `probatum.vocabulary.load()`. Names are compared by key (see `probatum.vocabulary.normal`), so case,
    plurals, hyphens, possessives and British or American spelling do not matter.
    """

    def __init__(self, path: Path, extra: Iterable[Term] = ()) -> None:
        """Map the file at `path`; `extra` terms (a user's own) come before those of the file. Raises P403."""
        self._file = File(path)
        self._names = self._trie("names")
        self._forms = self._trie("forms")
        self._words = self._trie("words")
        self._ties = self._trie("ties")
        self._trees = Trees(self._file)
        self._tie_steps = self._file.raw("tie_steps")
        self._name_links = self._file.numbers("name_links")
        self._links = self._file.numbers("links")
        self._name_df = self._file.numbers("name_df")
        self._word_df = self._file.numbers("word_df")
        self._word_flags = self._file.raw("word_flags")
        self._term_offsets = self._file.numbers("term_offsets")
        self._terms = self._file.raw("terms")
        self._own = msgspec.msgpack.decode(bytes(self._file.raw("own")), type=Own)
        self._own_terms = {t.id: t for t in extra}
        named = [(n, t) for t in self._own_terms.values() for n in t.own or (t.label, *t.synonyms)]
        self._extra = {name_key(n): t for n, t in named}
        self._capitals = {name_key(n) for n, _ in named if n.isupper() and len(n) <= SHORT}
        self._extra_names = marisa_trie.Trie(sorted(self._extra))
        self._extra_words = {w.lower(): t for n, t in named for w in WORD.findall(n) if w.isalpha() and len(w) > 2}
        self._term = lru_cache(maxsize=8192)(self._read_term)
        self._row = lru_cache(maxsize=8192)(self._read_row)
        self._found = lru_cache(maxsize=4096)(self._find)

    def _trie(self, section: str) -> Any:
        return marisa_trie.Trie().frombytes(bytes(self._file.raw(section)))

    # --- terms

    @property
    def version(self) -> str:
        """Version of the vocabulary, with its sources; with the user's terms, a digest of them."""
        if not self._own_terms:
            return self._file.header.version
        digest = hashlib.sha256(msgspec.msgpack.encode(list(self._own_terms.values()))).hexdigest()[:8]
        return f"{self._file.header.version} + your own {digest}"

    @property
    def sources(self) -> tuple[str, ...]:
        """Where its terms come from."""
        return self._file.header.sources

    @property
    def inputs(self) -> dict[str, str]:
        """SHA-256 of the hand-written files it was built from, by name."""
        return self._file.header.inputs

    def __len__(self) -> int:
        return self._file.header.terms + len({t.id for t in self._extra.values()})

    def _read_row(self, index: int) -> TermRow:
        start, end = self._term_offsets[index], self._term_offsets[index + 1]
        return msgspec.msgpack.decode(self._terms[start:end], type=TermRow)

    def _read_term(self, index: int) -> Term:
        row = self._row(index)
        classes = [self._row(i).label for i in row.broader]
        sort = SEMANTICS[row.semantic]
        if sort == "drug":
            classes = [*self._drug_classes(row.label), *classes]
        return Term(
            id=row.id,
            label=row.label,
            semantic="drug" if is_class(row.label) and sort == "other" else sort,
            synonyms=tuple(self._forms.restore_key(i) for i in row.forms),
            broader=tuple(dict.fromkeys(classes)),
            trees=row.trees,
            other_ids=row.other_ids,
            documents=row.df,
            marketed=row.marketed,
        )

    def _drug_classes(self, label: str) -> list[str]:
        words = label.split()
        found = [(len(e), c) for e, c in self._own.stems for w in words if w.endswith(e)]
        return [max(found)[1]] if found else []

    def _named(self, key: str) -> list[tuple[int, int]]:
        """(index of term, kind of link) of the terms that bear the name, best first."""
        if key not in self._names:
            return []
        at = self._names[key]
        found = [(v >> 3, v & 7) for v in self._links[self._name_links[at] : self._name_links[at + 1]]]
        if len(found) > 1 and self._term(found[0][0]).semantic == "other":
            # MeSH has a fixed combination of drugs beside them (`co-trimoxazole`), and nobody takes a heading.
            found.sort(key=lambda pair: not self._combines(pair[0]))
        return found

    def _combines(self, index: int) -> bool:
        term = self._term(index)
        return term.semantic == "drug" and " and " in term.label

    def lookup(self, name: str) -> tuple[Term, ...]:
        """The terms that bear this name, best first; empty when there is none."""
        key = name_key(name)
        own = (self._extra[key],) if key in self._extra else ()
        return own + tuple(dict.fromkeys(self._term(i) for i, _ in self._named(key)))

    def term(self, term_id: str) -> Term | None:
        """The term of an identifier (`mesh:D000690`), or None."""
        if term_id in self._own_terms:
            return self._own_terms[term_id]
        index = self._trees.index_of(term_id)
        return None if index is None else self._term(index)

    def narrower(self, term_id: str) -> tuple[Term, ...]:
        """All terms below a term in the MeSH trees (an explosion), nearest first, without the term itself.

        Empty for an unknown identifier and for a term that has no place in the trees.
        """
        index = self._trees.index_of(term_id)
        below = self._trees.below(self._row(index).trees) if index is not None else ()
        return tuple(self._term(i) for i in below if i != index)

    def broader(self, term_id: str) -> tuple[Term, ...]:
        """All terms above a term in the MeSH trees, nearest first; empty as `narrower` is."""
        index = self._trees.index_of(term_id)
        above = self._trees.above(self._row(index).trees) if index is not None else ()
        return tuple(self._term(i) for i in above if i != index)

    def names_documents(self, name: str) -> int:
        """In how many records of the reference corpus the name stands."""
        key = name_key(name)
        return self._name_df[self._names[key]] if key in self._names else 0

    # --- text

    def find(self, text: str) -> tuple[Mention, ...]:
        """The names that stand in the text, longest first at each place, without overlaps, in order."""
        return self._found(text) if len(text) <= SENTENCE_CHARACTERS else self._find(text)

    def _find(self, text: str) -> tuple[Mention, ...]:
        words = tokens(text)
        line = " ".join(w.key for w in words) + " "
        has_case = not (text.isupper() or text.islower())
        found: list[Mention] = []
        at, free = 0, 0
        for number, word in enumerate(words):
            if word.start >= free:
                mention = self._longest(text, words, number, line[at : at + LONGEST], has_case)
                if word.key in _PREFIXES:
                    mention = self._hyphened(text, words, number, line[at : at + LONGEST], has_case) or mention
                if mention:
                    found.append(mention)
                    free = mention.end
            at += len(word.key) + 1
        return tuple(found)

    def _hyphened(self, text: str, words: list[Token], number: int, line: str, has_case: bool) -> Mention | None:
        """The longest name that begins with a prefix set off by a hyphen: `post-partum` is `postpartum`."""
        prefix, after = words[number], words[number + 1 : number + 2]
        if not after or after[0].start != prefix.end + 1 or text[prefix.end] not in "-\u2010\u2011":
            return None
        whole = Token(prefix.start, after[0].end, word_key(prefix.key + after[0].key))
        rest = line[len(prefix.key) + 1 + len(after[0].key) :]
        return self._longest(text, [*words[:number], whole, *words[number + 2 :]], number, whole.key + rest, has_case)

    def _longest(self, text: str, words: list[Token], number: int, line: str, has_case: bool) -> Mention | None:
        """The longest name that begins at a word. Names run over blanks, hyphens and the like, not over sentences."""
        for prefix in self._candidates(line):
            last = words[number + prefix.count(" ")]
            start, end = words[number].start, last.end
            typed = text[start:end]
            if any(c in typed for c in ".;:?!,()[]\n"):
                continue
            capitals = typed.isupper() or (typed[:-1].isupper() and typed.endswith("s") and len(typed) > 3)  # `NSAIDs`
            if prefix in self._extra and (prefix not in self._capitals or capitals):
                return Mention(start, end, self._extra[prefix])
            for index, kind in self._named(prefix):
                if kind & Link.CAPS and not capitals and (has_case or self.is_english(typed)):
                    continue
                return Mention(start, end, self._term(index), kind & 3)
        return None

    def _candidates(self, line: str) -> list[str]:
        """The names that a line of keys begins with and that end with a word, longest first."""
        found: list[str] = self._names.prefixes(line)
        if self._extra:
            found = [*{*found, *self._extra_names.prefixes(line)}]
        whole = [prefix for prefix in found if line.startswith(" ", len(prefix))]
        return sorted(whole, key=len, reverse=True) if len(whole) > 1 else whole

    # --- words

    def _flags(self, word: str) -> int:
        return int(self._word_flags[self._words[word]]) if word in self._words else 0

    def known(self, word: str) -> bool:
        """True for a word of English, of the biomedical literature or of a name in the vocabulary."""
        word = word.lower()
        return word in self._words or word in self._extra_words or name_key(word) in self._extra

    def is_english(self, word: str) -> bool:
        """True for an ordinary English word."""
        return bool(self._flags(word.lower()) & ENGLISH)

    def in_names(self, word: str) -> bool:
        """True for a word that stands in some name of the vocabulary."""
        return bool(self._flags(word.lower()) & NAME_WORD)

    def beginning(self, letters: str) -> tuple[str, ...]:
        """The words of English, of papers and of names that begin with these letters, lower case."""
        return tuple(self._words.keys(letters))

    def drugs_beginning(self, letters: str) -> tuple[str, ...]:
        """The one-word names of drugs that begin with these letters, lower case: in use, or named in papers."""
        found = [(w, self._flags(w)) for w in self._words.keys(letters)]
        return tuple(w for w, flags in found if flags & DRUG_WORD and (flags & USUAL or self.documents(w)))

    def documents(self, word: str) -> int:
        """In how many records of the reference corpus the word stands."""
        word = word.lower()
        return self._word_df[self._words[word]] if word in self._words else 0

    @property
    def corpus_size(self) -> int:
        """Records of the reference corpus."""
        return self._own.documents

    def weight(self, word: str) -> float:
        """Inverse document frequency ln((N + 1) / (df + 1)) in the reference corpus; unknown words weigh most."""
        return math.log((self._own.documents + 1) / (self.documents(word) + 1))

    @cached_property
    def speller(self) -> Speller:
        """The spelling part, made at first use."""
        return Speller(self._spelling, self._facts, self._own.sound_alikes)

    def _spelling(self, name: str) -> bytes:
        shipped = bytes(self._file.raw(f"spelling_{name}"))
        if name != "common" or not self._extra_words:
            return shipped
        words = {*shipped.decode().split("\n"), *(w for w in self._extra_words if len(w) >= SHORTEST)}
        return "\n".join(sorted(words, key=lambda word: (len(word), word))).encode()

    def _facts(self, word: str) -> Facts:
        flags = self._flags(word)
        if word in self._extra_words and not flags:
            semantic = self._extra_words[word].semantic
            return Facts("drug" if semantic == "drug" else "medical", self.documents(word), True)
        if flags & DRUG_WORD and (flags & MARKETED or not flags & ENGLISH):
            return Facts("drug", self.documents(word), bool(flags & USUAL))
        return Facts("medical" if flags & MEDICAL else "word", self.documents(word), True)

    def tie(self, one: str, other: str) -> float:
        """How much more often two words follow each other than by chance: pointwise mutual information in nats, at most
        about 8; 0.0 where nothing is known."""
        pair = f"{one} {other}"
        return self._tie_steps[self._ties[pair]] / TIE_STEPS if pair in self._ties else 0.0

    def suggest(self, word: str, *, kinds: Iterable[str] = ("drug", "medical")) -> tuple[Suggestion, ...]:
        """Known words near to a misspelt one, nearest first. `kinds`: drug, medical, word."""
        return self.speller.suggest(word, tuple(kinds))

    # --- relations

    def is_drug(self, name: str) -> bool:
        """True for the name, brand or salt of a drug."""
        own = self._extra.get(name_key(name))
        return (own is not None and own.semantic == "drug") or any(
            SEMANTICS[self._row(i).semantic] == "drug" for i, _ in self._named(name_key(name))
        )

    def is_brand(self, name: str) -> bool:
        """True for a name that is a brand of the drug it is looked up as."""
        named = self._named(name_key(name))
        return bool(named) and named[0][1] & 3 == Link.BRAND

    def base_of(self, drug: str) -> tuple[str, ...]:
        """The ingredients behind a brand or a salt: `Coumadin` -> (`warfarin`,); empty for what is no drug."""
        own = self._extra.get(name_key(drug))
        if own is not None and own.semantic == "drug":
            return (own.label,)
        for index, _ in self._named(name_key(drug)):
            row = self._row(index)
            if SEMANTICS[row.semantic] == "drug":
                if row.id.startswith("combination:"):
                    return tuple(row.id.removeprefix("combination:").split("+"))
                return (row.label,)
        return ()

    @cached_property
    def _by_hand(self) -> HandWritten:
        return HandWritten(self._own, self.lookup)

    def lay(self, phrase: str) -> str:
        """The medical name behind a lay word, or an empty string."""
        return self._by_hand.lay(phrase)

    def find_lay(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Lay words in the text: (start, end, medical name), longest first at each place."""
        return self._by_hand.find_lay(text)

    def find_vague(self, text: str) -> tuple[tuple[int, int, NearGroup], ...]:
        """Words in the text that may mean several near concepts: (start, end, group)."""
        return self._by_hand.find_vague(text)

    def near(self, label: str) -> tuple[str, ...]:
        """Names of the concepts that are near this one and not meant by it."""
        return self._by_hand.near(label)

    def sound_alikes(self, drug: str) -> tuple[str, ...]:
        """Drugs whose names are known to be mistaken for this one."""
        return self._by_hand.sound_alikes({drug.lower(), *self.base_of(drug)})

    def abbreviations(self, short: str) -> tuple[Abbreviation, ...]:
        """All meanings of an abbreviation, the usual ones first; those written exactly so come before others."""
        return self._by_hand.abbreviations(short)
