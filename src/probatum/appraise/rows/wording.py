"""How well the labels of a result, or the words of a sentence, name the outcome asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.claims.covering import OPPOSITES
from probatum.appraise.effects import tokens
from probatum.appraise.rows import naming, timing
from probatum.appraise.rows.nouns import RowAsked
from probatum.text.expressions import expression

_FORM: Final = expression(
    r"^\W*(?:means?|medians?|SDs?|n|no\.?|%|total|score)\b[^a-z]*(?:SDs?|SEM?|%)?\W*$", re.IGNORECASE
)
"""`Mean ± SD`: a label that says how figures are printed."""
_BRACKETS: Final = expression(r"[\[(][^\])]*[\])]|[\[(][^\])]*$|\bmean\b.*|,\s*n\b.*", re.IGNORECASE)
SAME: Final = 4
"""First letters that they must share, so that `hypotension` is not `hypertension`."""
_QUALIFIERS: Final = frozenset(
    stem
    for words in (
        "serious severe major minor mild moderate vigorous fatal acute chronic early late primary secondary",
        "dominant non-dominant",
        "left right upper lower proximal distal internal external systolic diastolic fasting first second third",
        "flexion extension abduction adduction cognitive motor language local systemic positive negative",
    )
    for stem in naming.tokens(words)
)
"""Words that make another outcome of the same one."""
_PART: Final = expression(r"\b[A-Z]{2,6}[-‐–](?P<part>[A-Z])\b")
_GRAVE: Final = frozenset(stem for word in ("serious", "severe", "fatal", "life") for stem in naming.tokens(word))
"""Words that make a rarer outcome of the same one: figures of all events are not those of the serious."""
_WHOLE: Final = expression(r"(?:\b|(?<=[A-Z]))(?:[Tt]otal|[Oo]verall|[Aa]ny|[Aa]ll|[Gg]lobal)\b")
"""What a row of the whole is called, beside those of its parts."""
_DENIED: Final = expression(r"\b(?:no|not|without|never|absence|free|non-?\w+)\b", re.IGNORECASE)
"""`no relapse`: people without the event."""
_NOTHING: Final = expression(r"\b(?:no|without|absence of|free (?:of|from))\b", re.IGNORECASE)
_PERCENT: Final = expression(r"%|\bper ?cent", re.IGNORECASE)
_GOES: Final = expression(r"\b(?:reduc|resol|improv|disappear|remi(?:ssion|tt)|heal|clear)", re.IGNORECASE)
_COMES_BACK: Final = expression(r"\b(?:re-?appear|recur|relaps|return)", re.IGNORECASE)
"""What is asked to go, and is said to come back."""
_WORD: Final = expression(r"[a-z]+")
_VERB: Final = expression(
    r"\b(?:was|were|is|are|had|has|have|occurred|reported|observed|found|seen|noted|recorded|experienced|in|during|on)\b"
)
LIKE: Final = 80.0
"""Likeness (0 to 100) from which a word that the record never uses is taken for one that it does."""
SHORTEST: Final = 5


class Wording:
    """The outcome asked for, in the words of one record."""

    def __init__(self, words: naming.Words, weights: naming.Weights, asked: RowAsked) -> None:
        """Reads the outcome; a misspelt word (`techinque`) is read as the record's own that is most like it."""
        self._words, self._weights = words, weights
        plain = naming.tokens(asked.outcome)
        self.plain = frozenset(self._known(token) for token in plain)
        self.wanted = words.of(asked.outcome) | self.plain
        self.content = frozenset(t for t in self.plain if not naming.is_empty(t))
        self.meant = frozenset(t for t in self.wanted if not naming.is_empty(t))
        self.text = " ".join(plain)
        self.asked = asked.outcome
        self.of_percent = bool(_PERCENT.search(asked.outcome))
        self._people = frozenset(naming.tokens(f"{asked.intervention} {asked.comparator}"))
        self._shares: dict[str, float] = {}
        self._tables: dict[tuple[tuple[str, ...], tuple[str, ...], str], dict[str, float]] = {}

    def _known(self, token: str) -> str:
        if len(token) < SHORTEST or token in self._weights or self._words.is_short(token):
            return token
        from rapidfuzz import fuzz, process

        alike = [t for t in self._weights.known() if t[:SAME] == token[:SAME]]
        found = process.extractOne(token, alike, scorer=fuzz.ratio, score_cutoff=LIKE)
        return found[0] if found is not None else token

    def share(self, text: str) -> float:
        """How much of the outcome's words a text holds, by their weight."""
        held = self._shares.get(text)
        if held is None:
            held = self._shares[text] = self._weights.share(self.plain, self._words.of(text))
        return held

    def fit(self, text: str) -> float:
        """How much of a subject's words, before its verb, the outcome holds; the best of those joined by `or`."""
        parts = re.split(r",|\bor\b|\band\b", _VERB.split(text)[0])
        return max(self._weights.share(frozenset(naming.tokens(part)), self.wanted) for part in parts)

    def of_table(self, rows: Sequence[str], columns: Sequence[str], heading: str) -> dict[str, float]:
        """What the labels of a result say of the outcome; `rows` and `columns` are those of both arms."""
        key = (tuple(rows), tuple(columns), heading)
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = self._of_table(*key)
        return found

    def _of_table(self, rows: tuple[str, ...], columns: tuple[str, ...], heading: str) -> dict[str, float]:
        words, share = self._words, self._weights.share
        leaf, labels = _leaf(rows), [*rows, *columns]
        near, headed = words.of(" ".join(labels)), words.of(heading)
        own = frozenset(naming.tokens(_BRACKETS.sub(" ", leaf))) or frozenset(naming.tokens(leaf))
        spelt = words.spelt(_BRACKETS.sub(" ", leaf))
        column = _leaf(columns)
        of_column = frozenset(naming.tokens(_BRACKETS.sub(" ", column)))
        named = max(share(own, self.wanted), share(spelt, self.wanted))
        around = frozenset(t for x in labels if x not in (leaf, column) for t in naming.tokens(x)) - own
        return {
            "cover": share(self.plain, near | headed),
            "near": share(self.plain, near),
            "leaf": max(share(self.plain, words.of(leaf)), share(self.plain, words.of(column))),
            "fit": max(share(own, self.wanted | headed), share(spelt, self.wanted | headed)) if own else 0.5,
            "strict": max(named, 0.8 * share(of_column, self.wanted) * (0.5 + 0.5 * named if own else 1.0)),
            "exact": float(bool(own) and self.content <= own | words.of(leaf) and own <= self.wanted),
            "stray": 1.0 - share(around, self.wanted | headed) if around else 0.0,
            "like": self._like(leaf, f"{leaf} {column}"),
            "denied": float(any(map(self._denied, (leaf, column))) and not _DENIED.search(self.asked)),
            "percent": float(self.of_percent and any(_PERCENT.search(x) for x in labels)),
            "qualified": self._qualified(near | headed, own | of_column),
            "milder": float(bool(_GRAVE & self.wanted - near - headed)),
            "apart": float(self._apart(leaf)),
            "whole": float(bool(_WHOLE.search(leaf)) and not _QUALIFIERS & self.wanted),
        }

    def _denied(self, label: str) -> bool:
        """True for `no relapse`, and not for `non-smokers` where they are the people asked about."""
        found = _DENIED.search(label)
        return found is not None and not set(naming.tokens(found.group())) & self._people

    def _qualified(self, held: frozenset[str], own: frozenset[str]) -> float:
        """1 where a word such as `serious` or `left` is asked for and nowhere held, or stands in the label unasked."""
        asked = _QUALIFIERS & self.wanted
        return float(bool(asked - held) or bool((_QUALIFIERS & own) - self.wanted))

    def _apart(self, label: str) -> bool:
        """True for `GSI-S` where the outcome is an `illness index - improvement`: another part of the same scale."""
        for match in _PART.finditer(label):
            long = self._words.direct(match.group())
            missing = {t for t in long - self.wanted if t[0] == match["part"].lower() and len(t) > 1}
            asked = {t[0] for t in self.plain - long}
            if missing and 2 * len(long & self.wanted) >= len(long) - 2 and match["part"].lower() not in asked:
                return True
        return False

    def _like(self, *labels: str) -> float:
        from rapidfuzz import fuzz

        return max(fuzz.token_set_ratio(self.text, " ".join(naming.tokens(x))) for x in labels) / 100.0

    def of_sentence(self, near: str, cover: float) -> dict[str, float]:
        """The same of the words closest to two values of a sentence."""
        close = self.share(near)
        told = [tokens.root(word) for word in _WORD.findall(near.lower())]
        asked = frozenset(tokens.root(word) for word in _WORD.findall(self.asked.lower()))
        contrary = frozenset[str]().union(*(OPPOSITES.get(stem, ()) for stem in asked)) - asked
        turned = bool(contrary & set(told)) and not any(s in OPPOSITES for s in asked & set(told))
        back = _COMES_BACK.search(near) and _GOES.search(self.asked) and not _COMES_BACK.search(self.asked)
        return {
            **{"cover": cover, "near": close, "leaf": close, "said": close},
            "denied": float(self._denies(near)),
            "contrary": float(turned or bool(back)),
        }

    def _denies(self, near: str) -> bool:
        """True where the words before a sentence's values deny the outcome: `with no severe hypoglycaemia`."""
        if _DENIED.search(self.asked):
            return False
        behind = (near[found.end() : found.end() + 40] for found in _NOTHING.finditer(near))
        return any(set(naming.tokens(" ".join(words.split()[:3]))) & self.content for words in behind)


def _leaf(labels: Sequence[str]) -> str:
    """The innermost label that names what was measured, and no time point, amount or form of the figures."""
    named = [x for x in labels if not (timing.is_time(x) or x[:1].isdigit() or _FORM.match(x))]
    return named[-1] if named else labels[-1] if labels else ""
