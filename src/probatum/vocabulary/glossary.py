"""Glossary: what technical words mean, in easy words of our own, and which words of a text have no such entry.

An entry is written by hand (`data/glossary.tsv`), or made from the vocabulary: the everyday name of an illness
(`data/lay.tsv`), else the sort of thing that the word or its ending names, else the parts the word is built from
(`word_parts`). A definition says what a word means and gives no advice. A word that is said on the spot to be technical
(`noted`) is not unexplained either: nothing else can be told of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.text.expressions import expression
from probatum.text.words import stemmed
from probatum.vocabulary import kinds, word_parts
from probatum.vocabulary.normal import name_key
from probatum.vocabulary.terms import Term

LONGEST: Final = 20
"""Words that a meaning may have."""
_WORD: Final = expression(r"[^\W_]+(?:['’-][^\W_]+)*")
_WITHIN: Final = expression(r"[ \u00a0()-]{1,3}")
"""What may stand between the words of one name."""
_SORTS: Final = {
    "drug": "a medicine or other active substance",
    "condition": "an illness or health problem",
    "symptom": "something a person feels or notices when ill",
    "procedure": "something done to treat or help a person",
    "test": "a test, or something that is measured",
}
"""What is said of a name that has no entry of its own: the sort of thing it names."""
EMPTY: Final = _SORTS["procedure"]
"""A meaning that tells a reader nothing which the page does not."""
_UNKIND: Final = frozenset({"mental retardation", "hunchback", "free bleeder", "shaking palsy", "writer's cramp"})
"""Everyday names that hurt or that are narrower than the illness."""
_HARD: Final = expression(
    r"(?:itis|osis|oses|ectom(?:y|ies)|otom(?:y|ies)|ostom(?:y|ies)|oscop(?:y|ies|ic)|opath(?:y|ies|ic)|algia|aemia|emia"
    r"|uria|plasia|plasty|oma|omas|ogenic|genesis|trophic|cardial|vascular|cyte|cytes|cytic|lysis|lytic|penia|plegia"
    r"|metry|graphy|ography|aemic|emic|uric)$"
)
"""Endings of medical words."""
_ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    (r"itis$", "a part of the body that is sore and swollen"),
    (r"ectom(?:y|ies)$", "an operation that takes out a part of the body"),
    (r"(?:ot|ost)om(?:y|ies)$", "an operation that cuts into the body or makes an opening"),
    (r"oscop(?:y|ies|ic)$", "a way to look closely inside the body or at a part of it"),
    (r"ography$", "a way to make pictures or tracings of the body"),
    (r"algia$", "pain"),
    (r"opath(?:y|ies)$", "an illness"),
    (r"plast(?:y|ies)$", "an operation that mends or rebuilds a part of the body"),
    (r"penia$", "too little of something in the body"),
    (r"plegia$", "not being able to move a part of the body"),
    (r"[ptlr]ins?$", "a protein or other substance"),
    (r"ases?$", "an enzyme: a protein that speeds up a change in the body"),
    (r"vir(?:us|uses|al)$", "of or like a virus"),
    (r"(?:yl|et|bos|en)ation$", "a change in a chemical"),
    (r"oses?$", "a kind of sugar"),
    (r"ins?$", "a protein or other substance"),
    (r"(?:ides?|ates?|ones?|enes?|anes?|ols?|yls?)$", "a chemical substance"),
)
"""What is said of a word without an entry whose ending tells the sort of thing it names; the last ones of words alone
that no list of English words has."""
_OF_SPECIES: Final = "part of the scientific name of a living thing"
_GENUS: Final = expression(r"\b[A-Z](?:[a-z]{3,}|\.) $")
_EPITHET: Final = expression(r"(?:ae|is|us|um|a|i|e|ens|ans|ilis)$")
"""A small word behind a name with a capital, as in `Saccharomyces cerevisiae` or `E. coli`."""
_NOTED: Final = expression(r"\((?P<words>“[^()]{3,200}”) (?:is a technical word|are technical words)\b")


_SAME: Final = 3
"""Letters by which an everyday name is known for the name itself."""


class Entry(NamedTuple):
    """A term as an entry names it, and what it means."""

    term: str
    meaning: str


class Found(NamedTuple):
    """A technical term in a text: its characters, and its entry, or None where there is none."""

    start: int
    end: int
    entry: Entry | None


@lru_cache(maxsize=1)
def written() -> dict[str, Entry]:
    """The entries written by hand, by each form of the term; lower case unless the form is an acronym."""
    lines = data("glossary.tsv").splitlines()[1:]
    made: dict[str, Entry] = {}
    for line in lines:
        term, meaning, forms = line.split("\t")
        for form in (term, *filter(None, forms.split("; "))):
            made.setdefault(_key(form), Entry(term, meaning))
    return made


@lru_cache(maxsize=1)
def everyday() -> frozenset[str]:
    """Words of medical names that everybody knows."""
    lines = data("everyday.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=2048)
def find(text: str) -> tuple[Found, ...]:
    """The technical terms of a text in order, without overlaps: entries written by hand, names of the vocabulary that
    are not everyday words, and words with the look of medicine."""
    found = _written(text)
    found += [f for f in _named(text) if not _overlaps(f, found)]
    found += [f for f in _looking(text) if not _overlaps(f, found)]
    return tuple(sorted(found))


def printed(text: str) -> tuple[Entry, ...]:
    """The entries of the terms in a text, each under the name that stands there, so that a reader finds it again; none
    that says of a `painkiller` that it is a painkiller."""
    found = {Entry(_as_printed(text[f.start : f.end], f.entry.term), f.entry.meaning) for f in find(text) if f.entry}
    found = {entry for entry in found if not _repeats(entry)}
    return tuple(sorted(found, key=lambda e: (e.term.casefold(), e.meaning)))


def _repeats(entry: Entry) -> bool:
    """Whether a meaning has no word of its own."""
    own = stemmed(entry.meaning) - _ARTICLES
    return bool(own) and own <= stemmed(entry.term)


_ARTICLES: Final = frozenset(("a", "an", "the"))


def _as_printed(form: str, term: str) -> str:
    """The entry's own term where the form is that word in another ending, else the form."""
    if form[:_BEGINNING].casefold() == term[:_BEGINNING].casefold():
        return term
    return " ".join(w if any(c.isupper() for c in w[1:]) else w.lower() for w in form.split())


_BEGINNING: Final = 5
"""Letters by which a word is known for another form of a term."""


def unexplained(text: str) -> tuple[str, ...]:
    """The technical terms in a text that have no entry and no note, each once, in order."""
    told = noted(text)
    found = dict.fromkeys(text[f.start : f.end].lower() for f in find(text) if f.entry is None)
    return tuple(word for word in found if word not in told)


def noted(text: str) -> frozenset[str]:
    """The words that a text itself says are technical."""
    return frozenset(w for m in _NOTED.finditer(text) for w in re.findall(r"“([^”]+)”", m["words"]))


def note(words: tuple[str, ...]) -> str:
    """`(“glabrata” is a technical word: your care team can explain it)`, for words that nothing else explains."""
    if not words:
        return ""
    named = [f"“{word}”" for word in words]
    listed = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    said = (
        "are technical words: your care team can explain them"
        if len(named) > 1
        else ("is a technical word: your care team can explain it")
    )
    return f"({listed} {said})"


def data(name: str) -> str:
    """The text of a file of the vocabulary's data."""
    return files("probatum.vocabulary").joinpath("data", name).read_text(encoding="utf-8")


def _key(form: str) -> str:
    """A form as it is compared: its words with single blanks, in lower case unless all its letters are capitals."""
    return " ".join(_cased(m[0]) for m in _WORD.finditer(form))


def _cased(word: str) -> str:
    return word if word.isupper() and len(word) > 1 else word.lower()


@lru_cache(maxsize=1)
def _most_words() -> dict[str, int]:
    """The most words of the entries that begin with each word."""
    most: dict[str, int] = {}
    for form in written():
        first, size = form.partition(" ")[0], form.count(" ") + 1
        most[first] = max(size, most.get(first, 0))
    return most


def _written(text: str) -> list[Found]:
    """The longest form of an entry that begins at each word."""
    words = list(_WORD.finditer(text))
    known, most = written(), _most_words()
    found: list[Found] = []
    at = 0
    while at < len(words):
        longest = most.get(_cased(words[at][0]), 0)
        last = _reach(text, words, at, longest) if longest else at
        for end in range(last, at, -1):
            start, stop = words[at].start(), words[end - 1].end()
            entry = known.get(_key(text[start:stop]))
            if entry is not None:
                found.append(Found(start, stop, entry))
                at = end
                break
        else:
            at += 1
    return found


def _reach(text: str, words: list[re.Match[str]], at: int, most: int) -> int:
    """The end of the run of words from `at` that one name could cover."""
    end = at + 1
    while end < min(len(words), at + most) and _WITHIN.fullmatch(text[words[end - 1].end() : words[end].start()]):
        end += 1
    return end


def _named(text: str) -> list[Found]:
    """Names of drugs, illnesses, symptoms, procedures and tests in the vocabulary."""
    made = []
    for mention in vocabulary.load().find(text):
        words = [m[0].lower() for m in _WORD.finditer(text[mention.start : mention.end])]
        if mention.term.semantic not in _SORTS or all(w in everyday() for w in words):
            continue
        entry = _by_hand(mention.term) or _of(mention.term)
        said = _said().get(name_key(mention.term.label), "")
        if said and name_key(said) == name_key(text[mention.start : mention.end]) and entry.meaning.startswith(_VAGUE):
            continue  # the everyday name itself: nobody needs to be told that hair loss is called hair loss
        made.append(Found(mention.start, mention.end, entry))
    return made


_VAGUE: Final = (*_SORTS.values(), "something a person feels or notices", "an illness of ", "something done")
"""How meanings begin that tell less than an everyday name."""


def _by_hand(term: Term) -> Entry | None:
    """The entry that was written for a name, under another form of which it stands in a text (`potassium cation`)."""
    return written().get(_key(term.label))


@lru_cache(maxsize=1)
def _said() -> dict[str, str]:
    """The first everyday name of each medical one that has any and is not unkind."""
    made: dict[str, str] = {}
    for line in data("lay.tsv").splitlines()[1:]:
        lay, medical = line.split("\t")
        if lay not in _UNKIND:
            made.setdefault(name_key(medical), lay)
    return made


def _of(term: Term) -> Entry:
    """What it is for or where in the body it is, else the sort of thing it is; and its everyday name if it has one."""
    said = _said().get(name_key(term.label), "")
    told = kinds.meaning(term)
    if said and _clipped(said, term.label):
        said = ""
    return Entry(term.label, f"{told or _SORTS[term.semantic]}{f'; people may say “{said}”' if said else ''}")


def _clipped(said: str, label: str) -> bool:
    """Whether an everyday name is the name itself, cut short or spelt otherwise, and so explains nothing: `amox`."""
    one, other = (re.sub(r"[^a-z]", "", name.lower()) for name in (said, label))
    return one[:_SAME] == other[:_SAME]


def _looking(text: str) -> list[Found]:
    """Words of the medical literature that no list of English words has, and words with a medical ending."""
    known = vocabulary.load()
    made = []
    for word in re.finditer(r"[a-z]{5,}", text):
        before = text[: word.start()]
        if before[-1:].isalnum() or before.endswith(("://", "www.", "@")) or word[0] in everyday():
            continue
        english = known.is_english(word[0])
        rare = not english and (known.documents(word[0]) > 0 or known.in_names(word[0]))
        if rare or _HARD.search(word[0]):
            if not english and (_easy(word[0]) or text.startswith(("://", ".com", ".org"), word.end())):
                continue
            of_species = rare and _GENUS.search(before) and _EPITHET.search(word[0])
            sort = _OF_SPECIES if of_species else _sort(word[0], rare=rare)
            made.append(Found(word.start(), word.end(), Entry(word[0], sort) if sort else None))
    return made


@lru_cache(maxsize=8192)
def _easy(word: str) -> bool:
    """An everyday word that the lists of words do not have as it stands."""
    if _HARD.search(word) or word_parts.meaning(word):
        return False
    return word_parts.ordinary(word) or word_parts.joined(word)


@lru_cache(maxsize=8192)
def _sort(word: str, *, rare: bool) -> str:
    """What can be told of a word that no entry names: the sort of thing by its ending, else its parts."""
    if told := kinds.rows().get(name_key(word)):
        return told  # a medicine that is listed under this name, though the vocabulary has it under another
    endings = _ENDINGS if rare else _ENDINGS[:_SURE]
    parts = word_parts.meaning(word)
    if parts and _NAMES_PLACE.search(word):
        return parts
    sure = next((meaning for ending, meaning in _ENDINGS[:_SURE] if re.search(ending, word)), "")
    return sure or parts or next((m for e, m in endings if re.search(e, word)), "")


_NAMES_PLACE: Final = expression(r"(?:itis|opath(?:y|ies))$")
"""Endings before which a part of the body stands: that part tells more than the ending."""
_SURE: Final = 10
"""Endings, from the first, that tell more than the parts of a word."""


def _overlaps(one: Found, others: list[Found]) -> bool:
    return any(one.start < o.end and o.start < one.end for o in others)
