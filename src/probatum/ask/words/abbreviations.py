"""Abbreviations: first what the question itself says in brackets, then the context, then the usual meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from probatum.ask.words.forms import words
from probatum.ask.words.text import Draft
from probatum.text.expressions import expression
from probatum.vocabulary import Abbreviation, Vocabulary

_DEFINED: Final = expression(r" ?\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
_CANDIDATE: Final = expression(r"(?<![\w-])[A-Za-z][A-Za-z0-9/-]{1,9}(?![\w-]|'s)")
_NOT_MEANT: Final = frozenset(
    words("US UK EU USA IT OR AND NOT NO IN ON AT BE IS AN AM PM WHO UN ID II III IV VI OK AS ALL AD ED DO SO HAS")
)
"""Read as abbreviations only where the question's other words speak for it."""
_LEFT_AS_TYPED: Final = frozenset(
    words("HIV AIDS DNA RNA MRI CT PET BMI ECG EKG EEG ICU NICU RCT RCTS CPAP COVID LDL HDL PSA BP INR EGFR GFR")
)
"""Better known short than long: the name is noted and the text stays. In capitals."""

_UNITS: Final = frozenset(words("mg mcg kg ml mmol iu mins hrs wks yrs"))
"""Units as they are written: none of them is short for anything else."""

SHORTEST: Final = 3
"""Letters of an abbreviation in lower case: two are too often a word."""
Count = Callable[[Sequence[str]], int]
"""How many records of the library name all of these."""


def spells(short: str, phrase: list[str]) -> bool:
    """True when the letters of the abbreviation can be read off the words, the first from the first word's start."""
    letters = re.sub(r"[^a-z0-9]", "", short.lower())
    if letters.endswith("s") and short.endswith("s"):
        letters = letters[:-1]
    joined = " ".join(phrase).lower()
    if not letters or joined[:1] != letters[0]:
        return False
    at = 0
    for letter in letters:
        at = joined.find(letter, at)
        if at < 0:
            return False
        at += 1
    return True


def read_defined(draft: Draft) -> None:
    """`amyotrophic lateral sclerosis (ALS)`: takes the bracket out and reads every later ALS that way."""
    for match in reversed(list(_DEFINED.finditer(draft.text))):
        short = match.group(1)
        if sum(c.isupper() for c in short) < 2:
            continue
        long = _long_form(short, re.findall(r"[\w'-]+", draft.text[: match.start()]))
        if not long:
            continue
        phrase = " ".join(long)
        before, after = draft.text[: match.start()], draft.text[match.end() :]
        pattern = re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")
        draft.text = before + pattern.sub(phrase, after)
        draft.assume("abbreviation", short, phrase, "the question gives the full name beside it")


def _long_form(short: str, before: list[str]) -> list[str]:
    letters = len(re.sub(r"[^A-Za-z]", "", short))
    for count in range(1, min(len(before), letters + 3) + 1):
        tail = before[-count:]
        if count >= max(1, letters // 2) and spells(short, tail) and len(" ".join(tail)) > len(short) + 2:
            return tail
    return []


def expand(draft: Draft, vocabulary: Vocabulary, count: Count | None) -> None:
    """Replace abbreviations that are left by the meaning that fits, and say which was assumed and why."""
    lower_case = draft.text[1:].islower()
    matches = list(_CANDIDATE.finditer(draft.text))
    for match in reversed(matches):
        short = match.group()
        if short in _UNITS:
            continue  # `how many mg` is no illness
        if not match.start() and short[1:].islower():
            short = short.lower()  # the capital is the sentence's
        shown = _looks_short(short, vocabulary, lower_case=lower_case)
        any_case = lower_case or short.islower()
        meanings = [a for a in vocabulary.abbreviations(short) if any_case or _same_case(a.short, short)]
        known = [a for a in meanings if a.own or (shown and _medical(a, vocabulary))]
        if not known:
            continue
        rest = draft.text[: match.start()] + " " + draft.text[match.end() :]
        hasty = lower_case and len(short) <= SHORTEST and not any(a.own for a in known)
        ill = _of_an_illness(draft.text[: match.start()], known, vocabulary)
        sure = (shown and not hasty) or (ill and len(known) == 1) or _dosed(match, draft.text, known, vocabulary)
        choose = _choose if sure else _cued if ill else _in_place
        chosen, why = choose(known, rest, vocabulary, count)
        if chosen is None:
            continue
        _put(draft, match.start(), match.end(), chosen, why)


def _medical(meaning: Abbreviation, vocabulary: Vocabulary) -> bool:
    """True for a meaning of three letters or more that is a condition, symptom, procedure, test or drug."""
    return (
        meaning.short.isalpha()
        and len(meaning.short) > 2
        and any(t.semantic != "other" for t in vocabulary.lookup(meaning.meaning))
    )


def _put(draft: Draft, start: int, end: int, chosen: Abbreviation, why: str) -> None:
    short = draft.text[start:end]
    after = draft.text[end:]
    bracket = re.match(r" ?\(([^()]+)\)", after)
    if bracket and bracket.group(1).lower() == chosen.meaning.lower():
        draft.text = draft.text[:end] + after[bracket.end() :]
        why = "the question gives the full name beside it"
    if short.upper() in _LEFT_AS_TYPED:
        draft.notes.append((short, chosen.meaning))
        return
    draft.replace(start, end, chosen.meaning, "abbreviation", why)


def _looks_short(short: str, vocabulary: Vocabulary, *, lower_case: bool) -> bool:
    own = [a.short for a in vocabulary.abbreviations(short) if a.own and not vocabulary.is_english(short)]
    if short in own or (len(short) >= SHORTEST and short in map(str.lower, own)):
        return True  # written as it is in our own list (`abx`, `N/saline`), or in haste (`copd`)
    if lower_case:
        return len(short) >= 3 and not vocabulary.is_english(short) and not vocabulary.documents(short) > 400
    return sum(c.isupper() for c in short) >= 2 or (short[0].isupper() and any(c.isdigit() for c in short))


def _same_case(one: str, other: str) -> bool:
    return one == other or one.upper() == other


def _choose(
    meanings: list[Abbreviation], rest: str, vocabulary: Vocabulary, count: Count | None
) -> tuple[Abbreviation | None, str]:
    """The meaning for which the rest of the question speaks, with the reason; None when nothing speaks for any."""
    short = meanings[0].short
    chosen, why = _spoken_for(meanings, rest, vocabulary, count if len(meanings) > 1 else None)
    if chosen is not None:
        return chosen, why
    others = [a.meaning for a in meanings]
    if short.upper() in _NOT_MEANT and short.upper() not in _LEFT_AS_TYPED:
        return None, ""
    if len(meanings) == 1:
        return meanings[0], "the only meaning in the vocabulary"
    if meanings[0].own:
        rivals = ", ".join(m for m in others[1:4])
        return meanings[0], f"the usual meaning; it can also mean {rivals}"
    return None, ""


def _dosed(found: re.Match[str], text: str, meanings: list[Abbreviation], vocabulary: Vocabulary) -> bool:
    """Whether a medicine in haste stands beside its dose, `low dose asa`, `asa 75 mg`, where no other word would."""
    if not any(term.semantic == "drug" for term in vocabulary.lookup(meanings[0].meaning)[:1]):
        return False
    before, after = text[: found.start()], text[found.end() :]
    return _DOSE_BEFORE.search(before) is not None or _DOSE_AFTER.match(after) is not None


_DOSE_BEFORE: Final = expression(r"\b(?:(?:low|high)[- ]dose|baby|\d ?(?:mg|mcg|g|units)(?: of)?) $", re.IGNORECASE)
_DOSE_AFTER: Final = expression(r" \d+(?:\.\d+)? ?(?:mg|mcg|g|units)\b", re.IGNORECASE)


def _of_an_illness(before: str, meanings: list[Abbreviation], vocabulary: Vocabulary) -> bool:
    """Whether two letters in haste stand where an illness of somebody does: `mum has af`, `with hf and gout`."""
    return _names_illness(meanings, vocabulary) and _HAVING.search(before) is not None


def _names_illness(meanings: list[Abbreviation], vocabulary: Vocabulary) -> bool:
    """Whether two letters are no word and, first of all, short for an illness."""
    short = meanings[0].short
    if len(short) >= SHORTEST or short in _NOT_MEANT or vocabulary.is_english(short.lower()):
        return False
    return any(term.semantic == "condition" for term in vocabulary.lookup(meanings[0].meaning)[:1])


_HAVING: Final = expression(r"\b(?:with|has|have|had|having|got|hx of|history of|and|for|in) $", re.IGNORECASE)
"""What stands before an illness that somebody has or that something is for."""


def _cued(
    meanings: list[Abbreviation], rest: str, vocabulary: Vocabulary, count: Count | None
) -> tuple[Abbreviation | None, str]:
    """The meaning that other words of the question speak for; none where the library alone does."""
    return _spoken_for(meanings, rest, vocabulary, None)


def _in_place(
    meanings: list[Abbreviation], rest: str, vocabulary: Vocabulary, count: Count | None
) -> tuple[Abbreviation | None, str]:
    """The meaning of what is also a word, as `asa` in haste: only where the rest of the question speaks for it; of two
    letters only an illness, where a word of it is among them (`aspirin or warfarin af elderly`)."""
    if _names_illness(meanings, vocabulary):
        return _spoken_for(meanings, rest, vocabulary, None)
    if meanings[0].short.upper() in _NOT_MEANT or len(meanings[0].short) < SHORTEST:
        return None, ""
    return _spoken_for(meanings, rest, vocabulary, count if vocabulary.find(rest) else None)


def _spoken_for(
    meanings: list[Abbreviation], rest: str, vocabulary: Vocabulary, count: Count | None
) -> tuple[Abbreviation | None, str]:
    """The meaning that the other words of the question fit, else the one that the library names together with them."""
    spoken = {w.lower().removesuffix("s") for w in re.findall(r"[\w-]+", rest)}
    scores = [sum(c.removesuffix("s") in spoken for c in a.cues) for a in meanings]
    if max(scores) > 0 and scores.count(max(scores)) == 1:
        return meanings[scores.index(max(scores))], "the other words of the question fit this meaning"
    names = [m.term.label for m in vocabulary.find(rest) if m.term.semantic != "other"][:3]
    counts = [count([*names, a.meaning]) for a in meanings] if count is not None else [0]
    if max(counts) == 0:
        return None, ""
    chosen = meanings[counts.index(max(counts))]
    return chosen, f"the library speaks of it together with the rest of the question in {max(counts)} records"
