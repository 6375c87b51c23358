"""Which label of a table stands for which of the two arms asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from probatum.appraise.rows import naming
from probatum.appraise.rows.grid import bare, unsized
from probatum.model import Record, SectionKind
from probatum.text.expressions import expression

_OPAQUE: Final = expression(
    r"^(?:(?:group|arm|unit|phase|cohort|team|class)s?\s?[-:]?\s?(?:[A-Z]|\d|[IVX]{1,4})\b|[A-Z]{1,6}[-\s]?\d{0,3}[A-Z]?$|[IVX]{1,4}$)",
    re.IGNORECASE,
)
_ACTIVE: Final = expression(
    r"^\W*(?:the )?(?:intervention|treatment|treated|experimental|active|study|test|exposed|training|exercise"
    r"|I|T|Tx|IG|EG|Int)(?: (?:group|arm|condition|villages?|clusters?|schools?|participants|patients)s?)?[a-f]?\W*$",
    re.IGNORECASE,
)
_LETTERED: Final = expression(r"\s?[\[(]\w{1,3}[\])]?$")
"""The letter behind a name: `intervention group (I`."""
_ROLE: Final = expression(
    r"\b(?:the|groups?|arms?|conditions?|patients|subjects|participants|sessions?|treatment)\b", re.IGNORECASE
)
"""Words that say that a label is an arm, and not which."""
_GROUP_CALLED: Final = expression(r"\b(?:group|arm|unit|phase)\b", re.IGNORECASE)
_CODE: Final = expression(r"\b(?:[Gg]roup|[Aa]rm|[Uu]nit)\s(?P<code>[A-Z]|\d|[IVX]{1,3})\b")
_FIGURES: Final = expression(r"^\W*[PpNn]\s?[=<>≤]|%|\d\s?/\s?\d|±|\bCI\b|\b[Ff]ig|\b[Tt]able")
"""Brackets that hold figures or point to them, and no name."""
_RECEIVED: Final = expression(
    r"\s?(?:patients |subjects |participants )?(?:(?:was|were|had) )?(?:received|underwent|got|consisted|given|treated|"
    r"administered|took|consumed|assigned|allocated)\b(?P<in>[^.;]+)"
)
_PASSIVE: Final = expression(r"^\W*(?:C|CG|CON|Ctrl|Ctl|PBO|PLA|PL)\W*$")
OTHERS: Final = 0.6
"""Most that a label counts for an arm which another label names exactly."""
REACH: Final = 140
"""Characters after an opaque label in which the text says what it stands for."""
_BASELINE: Final = expression(
    r"^\s*(?:at )?(?:base-?line|before|pre-?(?:test|treatment|intervention)?)\b", re.IGNORECASE
)


def is_baseline(name: str) -> bool:
    """True when what is compared with is the same arm before treatment."""
    return bool(_BASELINE.match(name))


def told(record: Record, label: str) -> frozenset[str]:
    """Tokens of what the text says beside a short label: `group A (laser)`, `laser (group A)`, `SD48W: 48 weeks`."""
    name = bare(label)
    if not name or len(name) > 30 or len(naming.tokens(name)) > 3:
        return frozenset()
    opaque = bool(_OPAQUE.match(name))
    exact = len(name) < 4 or name.isupper()
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", 0 if exact else re.IGNORECASE)
    found: dict[int, set[str]] = {}
    for section in record.sections:
        if section.kind in (SectionKind.REFERENCES, SectionKind.TABLE, SectionKind.OTHER):
            continue
        for match in list(pattern.finditer(section.text[:60_000]))[:12]:
            for sure, words in _beside(section.text, match.start(), match.end(), opaque):
                found.setdefault(sure, set()).update(naming.tokens(words))
    own = naming.tokens(name)
    return frozenset(t for t in found[min(found)] if t not in own) if found else frozenset()


def _beside(text: str, start: int, end: int, opaque: bool) -> Iterator[tuple[int, str]]:
    """What is said beside a label, 0 for the surest: in brackets, behind a colon, behind `received`, behind a comma."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if re.search(r"[\[(]\s?$", before):
        yield 0, re.split(r"[.;:)\]]\s|,\s(?=\w+\s)|\band\b", before[:-1])[-1]
    opened = re.match(r"\s?[\[(](?P<in>[^)\]]{2,120})[\])]", after)
    if opened is not None and not _FIGURES.search(opened["in"]):
        yield 0, opened["in"]
    elif (named := re.match(r"\s?[:=]\s?(?P<in>[^;.,]+)", after)) is not None:
        yield 1, named["in"]
    elif opaque and (verb := _RECEIVED.match(after)) is not None:
        yield 2, re.split(r"\bgroup\b|\bwhile\b|\bwhereas\b", verb["in"])[0]
    elif opaque and (listed := re.match(r"\s?,\s?(?P<in>[^;.,]+)", after)) is not None:
        yield 3, listed["in"]


@lru_cache(maxsize=4096)
def plain(label: str) -> str:
    """A label as it is compared: without its size, `the` and `group`, in lower case, `non-smokers` as one word."""
    text = bare(label).replace("‐", "-").replace("–", "-")
    made = re.sub(r"[^\w+>/-]+", " ", _ROLE.sub(" ", text)).strip(" -").lower()
    return f"group {made}" if len(made) < 3 and _GROUP_CALLED.search(text) else made


def aliases(name: str) -> tuple[str, ...]:
    """What a name calls itself in short, the surest first: all of it, what stands before its brackets or its dash, the
    brackets at its end: `H1 (haloperidol 1 mg)`, `white grape juice (WGJ)`, `IG3: a separate card`."""
    found = [name]
    if (opened := re.match(r"(?P<head>[^(\[]{2,60}?)\s?[\[(](?P<in>[^)\]]{1,60})[\])]?\W*$", name)) is not None:
        found += [opened["head"], opened["in"]]
    elif (closed := re.search(r"[\[(](?P<in>[^)\]]{1,30})[\])]\W*$", name)) is not None:
        found.append(closed["in"])
    found += [f"group {code}" for code in _CODE.findall(name)]
    if (dashed := re.match(r"(?P<head>[\w+/-]{2,20})(?: [-–—] |: )", name)) is not None:
        found.append(dashed["head"])
    made = [plain(x) for x in found]
    made += [x.removeprefix("group ") for x in made if len(x) > len("group ") + 1]
    return tuple(dict.fromkeys(x for x in made if len(x) > 1))


class Arms:
    """The two arms asked for, and how well a label names each."""

    def __init__(
        self,
        record: Record,
        names: tuple[str, str],
        words: naming.Words,
        weights: naming.Weights,
        labels: frozenset[str] = frozenset(),
    ) -> None:
        """`words` and `weights` are those of the record's labels; `labels` is what its tables call their arms."""
        self.record, self.words, self.weights = record, words, weights
        names = (unsized(names[0]), unsized(names[1]))
        self.names = names
        self.own = tuple(words.direct(name) for name in self.names)
        shared = self.own[0] & self.own[1]
        self.wanted = tuple(own - shared or own for own in self.own)
        self.shared = shared
        """Words of both names: what both arms get, or who both are."""
        called = [frozenset(aliases(name)) for name in self.names]
        self.called = (called[0] - called[1], called[1] - called[0])
        """What each arm, and not the other, is called."""
        self.printed = tuple(bool(names & labels) for names in self.called)
        """Whether a table has a label that is exactly what the arm is called."""
        self.control = tuple(naming.is_control(name) for name in self.names)
        self._known: dict[str, bool] = {}
        self._matched: dict[str, tuple[float, float]] = {}

    def knows(self, word: str) -> bool:
        """True for a word of either name."""
        held = self._known.get(word)
        if held is None:
            tokens = self.words.of(word)
            own = any(t in self.own[0] or t in self.own[1] for t in tokens if len(t) > 1 or t.isdigit())
            held = self._known[word] = (
                own or (any(self.control) and naming.is_control(word)) or bool(_ACTIVE.match(word))
            )
        return held

    def names_hold(self, word: str) -> bool:
        """True for a word that stands in either name itself."""
        return any(t in own for t in naming.tokens(word) for own in self.own)

    def match(self, label: str) -> tuple[float, float]:
        """How well a label names the intervention and the comparator, each 0 to 1."""
        found = self._matched.get(label)
        if found is None:
            found = self._matched[label] = self._match(label)
        return found

    def _match(self, label: str) -> tuple[float, float]:
        held = self.words.of(bare(label))
        known = any(held & wanted for wanted in self.wanted)
        wide = held if known else held | told(self.record, label)
        found = []
        literal = frozenset(naming.tokens(bare(label)))
        for name, own, wanted, control in zip(self.names, self.own, self.wanted, self.control, strict=True):
            told_share = self.weights.share(wanted, wide)
            fit = self.weights.share(held, own)
            score = 0.6 * told_share + 0.4 * fit
            if wide & wanted and fit == 1.0:
                score = max(score, 0.7 + 0.3 * told_share)
            score = 0.85 * score + 0.15 * self.weights.share(frozenset(naming.tokens(name)), literal)
            if control and naming.is_control(label):
                score = max(score, 0.85)
            found.append(score)
        short = _LETTERED.sub("", bare(label))
        if self.control[1] and not self.control[0] and _ACTIVE.search(short) and not naming.is_control(label):
            found[0] = max(found[0], 0.75)
        if self.control[1] and not self.control[0] and _PASSIVE.match(bare(label)):
            found[1] = max(found[1], 0.75)
        mine = frozenset(aliases(label))
        exact = [bool(names & mine) for names in self.called]
        for which in (0, 1):
            if exact[which]:
                found[which], found[1 - which] = 1.0, min(found[1 - which], 0.2)
            elif self.printed[which]:
                found[which] = min(found[which], OTHERS)
        return found[0], found[1]
