"""Half named: the first letters of a word before the word that ends the name of an illness, `trig neuralgia`.

By itself `trig` is short for triglycerides; before `neuralgia` it can only begin `trigeminal`. It is read so where one
illness alone has a name of two words that begins so and ends so, and where papers do not use the letters as a word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

LETTERS_LEFT: Final = 3
"""Letters that are left off at least; with fewer the word is misspelt."""
_PAIR: Final = expression(r"(?<![\w'/-])(?P<half>[A-Za-z]{4,7})\.? (?=(?P<last>[A-Za-z]{5,20})(?![\w'/-]))")
_MOST: Final = 120
"""Words that begin with the letters; with more of them the letters say too little."""
_WHY: Final = "the only illness whose name begins and ends so"


def read_half_named(draft: Draft, vocabulary: Vocabulary) -> None:
    """Write out the first words of names of illnesses."""
    for found in reversed(list(_PAIR.finditer(draft.text))):
        whole = named(found["half"].lower(), found["last"].lower(), vocabulary)
        if whole:
            draft.replace(found.start(), found.end() - 1, whole, "abbreviation", _WHY)


@lru_cache(maxsize=2048)
def named(half: str, last: str, vocabulary: Vocabulary) -> str:
    """The word that begins with the letters and makes the name of an illness with the last word; empty where there is
    none or several, or the letters are a word that papers use or make a name already."""
    word = vocabulary.is_english(half) and vocabulary.documents(half)
    if word or not vocabulary.in_names(last) or vocabulary.lookup(f"{half} {last}"):
        return ""
    begun = [w for w in vocabulary.beginning(half) if len(w) >= len(half) + LETTERS_LEFT]
    if len(begun) > _MOST:
        return ""
    known = {w: vocabulary.lookup(f"{w} {last}") for w in begun}
    ills = {w: terms[0].id for w, terms in known.items() if terms and terms[0].semantic == "condition"}
    return min(ills, key=len) if len(set(ills.values())) == 1 else ""
