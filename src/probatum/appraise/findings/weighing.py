"""What a figure is of: how likely each phrase that its sentence offers is its outcome, or a side of its comparison.

The weights were fitted on what patterns read and on figures that were marked by hand: docs/building/models/figures.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.appraise.findings import brackets, estimate, offers
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.mentions import SIGNS
from probatum.appraise.findings.offers import Offer, Token
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.appraise.models import Linear
from probatum.appraise.pico import words
from probatum.model import Measure
from probatum.text.expressions import expression


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES: Final = ("outcome", "first", "second")
"""What a phrase may be to a figure; `second` is the side that it is set against."""
_REMEMBERED: Final = 100_000
"""Features whose places among the weights are remembered."""
_DIGITS: Final = expression(r"\d+(?:[.,]\d+)*")
_PEOPLE: Final = expression(PEOPLE)
_SHARE: Final = (3, 6, 9, 14, 20, 30, 45)


class Anchor(NamedTuple):
    """Figures of one result: a value, a value and the one it is set against, or an estimate by its measure."""

    value: Value
    other: Value | None = None
    measure: Measure | None = None

    @property
    def kind(self) -> str:
        """`pair`, the name of a measure, or how the figure is printed."""
        return "pair" if self.other else str(self.measure) if self.measure else kind(self.value)


_PAIR: Final = expression(r"(?P<a>Ⓥ+)(?:\s?[\[(][ⒸⓇ]+[\])])?,?\s(?:versus|vs?\.?)\s(?P<b>Ⓥ+)", re.IGNORECASE)


def anchors(sentence: Sentence) -> Iterator[Anchor]:
    """The results that a sentence prints, by their figures; bare counts are none."""
    estimates = {
        value.start: Anchor(value, None, measure) for _, measure, value, _, _ in sentence.once(estimate.mentions)
    }
    pairs = {b.one: b.two for b in brackets.read(sentence)}
    for match in _PAIR.finditer(sentence.masked):
        pairs.setdefault(match.start("a"), match.start("b"))
    seconds = set(pairs.values())
    for value in sentence.values:
        if value.start in seconds or value.spelled:
            continue
        if value.start in pairs:
            yield Anchor(value, sentence.value(pairs[value.start]))
        elif value.start in estimates:
            yield estimates[value.start]
        elif kind(value) != "count" and not _whole(sentence, value) and not of_another(sentence, value):
            yield Anchor(value)


def of_another(sentence: Sentence, value: Value) -> bool:
    """Whether a figure says how sure another is (`SD 20.6`), or is a limit."""
    return _NO_RESULT.search(sentence.masked, max(0, value.start - _BACK), value.start) is not None


_BACK: Final = 160
"""Characters before a figure in which the bracket opens that it may stand in."""


def _whole(sentence: Sentence, value: Value) -> bool:
    """A whole number without a unit: it counts something, or is a name's."""
    return kind(value) == "plain" and not _POINT.search(sentence.text, *value.figure)


_POINT: Final = expression(r"\d[.·]\d")
_NO_RESULT: Final = expression(
    r"(?:\b(?:SEM?|SDs?|CI|IQR|range|ranges)\s?[=:,]?|[<>≥≤]|\brang(?:ed|ing|es?)\b[^;.]{0,40}|\bbetween|"
    r"[(\[][^()\[\]]{0,60}\b(?:range|IQR|CI)\b[^()\[\]]{0,60}|[\[(]\s?[Ⓥ-]+\s?[,;-])\s?$"
)
"""Before a figure that says how sure another is, or a limit."""


@lru_cache(maxsize=16384)
def _plain(low: str) -> str:
    return _DIGITS.sub("0", low)


@lru_cache(maxsize=16384)
def _clusters(low: str) -> tuple[int, int]:
    coarse, middle, _ = words.clusters(_plain(low))
    return coarse, middle


def kind(value: Value) -> str:
    """How a figure is printed."""
    if value.events and value.denominator and value.percent:
        return "share of"
    if value.events and value.denominator:
        return "fraction"
    if value.percent:
        return "share+n" if value.events else "share+sd" if value.spread else "share"
    if value.spelled:
        return "spelled"
    if value.spread:
        return "spread"
    if value.bracket:
        return "ranged"
    if value.unit:
        return "unit"
    return "count" if value.counted else "plain"


def scored(sentence: Sentence, anchor: Anchor) -> tuple[tuple[Offer, ...], list[list[float]]]:
    """What is offered for a result, each with its log odds of `ROLES`."""
    found = tuple(dict.fromkeys(offers.near(sentence, anchor.value)))
    if not found:
        return (), []
    model = Linear.load("figures")
    shared = _places(around(sentence, anchor))
    return found, [model.summed([*shared, *_places(of(sentence, anchor, offer))]) for offer in found]


def _places(features: Sequence[str]) -> list[int]:
    return [at for at in map(_at, features) if at is not None]


@lru_cache(_REMEMBERED)
def _at(feature: str) -> int | None:
    return Linear.load("figures").place(feature)


def _bucket(number: int) -> int:
    return next((i for i, edge in enumerate(_SHARE) if number < edge), len(_SHARE))


def around(sentence: Sentence, anchor: Anchor) -> list[str]:
    """What is seen of a figure itself, whatever is offered for it."""
    value = anchor.value
    row = offers.tokens(sentence)
    at = next((i for i, t in enumerate(row) if t.end > value.start), len(row))
    behind = next((i for i, t in enumerate(row) if t.start >= (anchor.other or value).end), len(row))
    before = [_plain(t.low) for t in row[max(0, at - 8) : at]]
    after = [_plain(t.low) for t in row[behind : behind + 8]]
    own = anchor.kind
    text = sentence.masked[: value.start]
    inside = text.count("(") > text.count(")") or text.count("[") > text.count("]")
    made = [f"k={own}", f"in={inside:d}", f"k+in={own}{inside:d}", f"u={value.unit.lower()[:12]}"]
    made += [f"b1={w}" for w in before[-1:]] + ["b2=" + " ".join(before[-2:]), "b3=" + " ".join(before[-3:])]
    made += [f"a1={w}" for w in after[:1]] + ["a2=" + " ".join(after[:2]), "a3=" + " ".join(after[:3])]
    made += [f"near={w}" for w in (*before[-6:], *after[:6]) if len(w) > 2]
    made += [f"nearc={_clusters(w)[1]}" for w in (*before[-6:], *after[:6]) if len(w) > 3]
    made += [f"verb={w}" for w in after if w in _BE or w.endswith("ed")][:2]
    made += [f"sent={_plain(t.low)}" for t in row if len(t.low) > 3]
    count = sum(not v.spelled for v in sentence.values)
    nth = [v.start for v in sentence.values if not v.spelled].index(value.start) if not value.spelled else -1
    made += [f"n={min(count, 6)}", f"nth={min(nth, 5)}", f"opens={at < 4}"]
    made.append(f"part={min(4, 5 * sentence.start // max(1, len(sentence.section.text)))}")
    return made


_BE: Final = _set("was were is are had has have did died underwent lost took")


def of(sentence: Sentence, anchor: Anchor, offer: Offer) -> list[str]:
    """What is seen of an offer for a figure."""
    value = anchor.value
    row = offers.tokens(sentence)
    at = next((i for i, t in enumerate(row) if t.end > value.start), len(row))
    behind = next((i for i, t in enumerate(row) if t.start >= (anchor.other or value).end), len(row))
    own = "pair" if anchor.other else "estimate" if anchor.measure else kind(value)
    ahead = offer.last <= at
    gap = [_plain(t.low) for t in (row[offer.last : at] if ahead else row[behind : offer.first])]
    side = "deed" if offer.deed else "before" if ahead else "behind"
    said = [_plain(t.low) for t in row[offer.first : offer.last]]
    left = [_plain(t.low) for t in row[max(0, offer.first - 3) : offer.first]]
    right = [_plain(t.low) for t in row[offer.last : offer.last + 3]]
    made = [f"side={side}", f"{side}+{own}", f"{side}d={_bucket(len(gap))}", f"{side}v={min(3, gap.count('Ⓥ'))}"]
    made += [f"{side}a1={_plain(t.low)}" for t in row[behind : behind + 1]]
    made += [f"{side}b1={_plain(t.low)}" for t in row[max(0, at - 1) : at]]
    made += [f"{side}hard={min(4, sum(w in (',', ';', '(', '[', '.', ':') for w in gap))}"]
    short = " ".join(gap) if len(gap) < 7 else "…"
    made += [f"{side}gap={short}", f"{own}{side}gap={short}"]
    made += [f"{side}g={w}" for w in dict.fromkeys(gap) if not w[0].isdigit()][:16]
    made += [f"{side}l1={w}" for w in left[-1:] or ["^"]] + [f"{side}l2=" + " ".join(left[-2:])]
    if not offer.deed:
        made += [f"{side}r1={w}" for w in right[:1] or ["$"]] + [f"{side}r2=" + " ".join(right[:2])]
        made += [f"{side}lr=" + " ".join((left[-1] if left else "^", right[0] if right else "$"))]
        made += _words(said, row[offer.first : offer.last])
    else:
        made += [f"did={said[0]}", "did2=" + " ".join(said[:2]), "did3=" + " ".join(said[:3])]
        made += [f"dw={w}" for w in said[:8]]
    return made


def _words(said: Sequence[str], row: Sequence[Token]) -> list[str]:
    inner = next((i for i, t in enumerate(row) if i and offers.joint(t.low)), len(row))
    head, first = said[inner - 1], said[0]
    made = [
        f"h={head}",
        f"hc={_clusters(head)[0]}",
        f"hm={_clusters(head)[1]}",
        f"f={first}",
        f"fm={_clusters(first)[1]}",
    ]
    made += [f"h3={head[-3:]}", f"z={said[-1]}", f"len={min(8, len(said))}"]
    made += [f"w={w}" for w in said] + [f"wm={_clusters(w)[1]}" for w in said if len(w) > 3]
    made += [f"j={t.low}" for t in row[1:] if offers.joint(t.low)]
    made += ["people"] if any(_PEOPLE.fullmatch(w) for w in said) else []
    made += ["sign"] if any(w[0] in SIGNS for w in said) else []
    made += ["peoplehead"] if _PEOPLE.fullmatch(head) else []
    return made
