"""Next step: what comes behind a treatment that was given in an emergency and did not serve.

Of the sentences of a guideline those that tell what follows it stand first (`that goes on after oxytocin, second
choices are ...`), then what gives another medicine; what was given is no answer, unless it is given once more and was
given once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum import vocabulary
from probatum.apply.choices import noted_value
from probatum.apply.labels import guided_words
from probatum.model import Question, Role
from probatum.text import doses, tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

NEXT: Final = 6.0
"""What a sentence gains that tells what follows just what was given."""
_FIRST_DOSE: Final = caseless(r"\bfirst dose\b")
_AGAIN: Final = caseless(
    r"\b(?:repeat\w*|again|once more|second dose|(?:not|no) better|every \d+ minutes|next dose|a further)\b"
)
_BARS: Final = caseless(r"\b(?:not be (?:used|given)|recommends? against|not recommended|avoided)\b")
_TWO_DOSES: Final = caseless(r"\b(?:2|two|second) doses?\b")
_FIRST: Final = caseless(r"\bfirst (?:choice|treatment)\b")
_ANOTHER: Final = caseless(r"\b(?:another (?:of|SSRI|one)|changing to|switch\w*)\b")
_OVER: Final = caseless(r"^\W*(?:once|after)\b")
_LEADS: Final = caseless(r"\b\d+-lead\b")
"""Of an ECG, which are no metal."""
_CLAUSES: Final = caseless(r"[;,](?= )|\b(?:says?|according to|when|if|once)\b")


def asked(question: Question) -> bool:
    """Whether it is asked what comes behind what was given."""
    return tried.behind(f"{question.typed} {question.read}") or noted_value.wants_more(question)


def given(question: Question) -> tuple[str, ...]:
    """The medicines that the question as typed names."""
    typed = question.typed or question.read
    found = vocabulary.load().find(typed)
    named = [name for m in found if m.term.semantic == "drug" for name in (m.term.label, typed[m.start : m.end])]
    return (*named, *(c.label for c in question.having(Role.COMPARATOR) if c.semantic == "drug"))


def gain(text: str, given_: tuple[str, ...], typed: str) -> float:
    """By how much nearer a sentence is for telling what comes behind the medicines given."""
    if done(text, given_, typed):
        return -NEXT
    other = bool(_medicines(text) - {name.lower() for name in given_})
    other = other or again(text, typed) or bool(doses.read(text) and not _named(text, given_))
    if follows(text, given_):
        passed = (_FIRST_DOSE if tried.twice(typed) else _TWO_DOSES).search(text)
        return 0.0 if passed else NEXT + 2.0 * other
    score = 2.5 * (tried.tells_next(text) or _named(text, given_))
    score -= 4.0 * bars(text) + 2.5 * (_OVER.match(text) is not None)
    return score + (2.0 + bool(doses.read(text)) if other else -4.0)


def again(text: str, typed: str) -> bool:
    """Whether a sentence has the same given once more, which was given once and did not serve."""
    once_more = _AGAIN.search(text) is not None and _FIRST.search(text) is None
    return once_more and tried.failed(typed) and not tried.twice(typed)


def done(text: str, given_: tuple[str, ...], typed: str) -> bool:
    """Whether a sentence gives what was given already: the same, or another of its class where as much was given as
    there is."""
    if follows(text, given_) or _ANOTHER.search(text):
        return False
    if _named(text, given_):
        return not again(text, typed)
    kin = {m for drug in given_ for name in classes_of(drug)[:1] for m in (name, *members(name))}
    return tried.twice(typed) and _named(text, kin)


def follows(text: str, given_: tuple[str, ...]) -> bool:
    """Whether a sentence tells what follows just what was given, by its name or by that of its class."""
    return any(tried.tells_failed(part) and any(guided_words.named(part, d) for d in given_) for part in clauses(text))


def clauses(text: str) -> list[str]:
    """The parts of a sentence."""
    return _CLAUSES.split(text)


def bars(text: str) -> bool:
    """Whether a sentence has something not given."""
    return _BARS.search(text) is not None


def _named(text: str, names: Iterable[str]) -> bool:
    said = words.stems(text)
    return any((own := words.stems(name)) and own <= said for name in names)


def _medicines(text: str) -> frozenset[str]:
    found = vocabulary.load().find(_LEADS.sub(" ", text))
    return frozenset(m.term.label.lower() for m in found if m.term.semantic == "drug")
