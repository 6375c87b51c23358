"""What a record calls the groups of its trial where no list says who was allotted to what: the words before `group` and
`arm`, what is set against a placebo, what a title compares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from probatum import vocabulary
from probatum.assess.audit import arms, heads, keys, lettering
from probatum.assess.audit.arms import CONTROLS
from probatum.assess.audit.source import Source
from probatum.model import SectionKind
from probatum.text.expressions import expression
from probatum.text.normal import fold

MOST: Final = 4
"""Names that are looked for."""
_GROUPED: Final = expression(
    r"(?<![\w(])((?:[A-Za-z0-9][\w+/-]*\s){0,2}[A-Za-z0-9][\w+/-]*)[ -](?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?)\b"
)
_AGAINST: Final = expression(
    r"\b([A-Z]?[\w-]{3,25})\s(or|versus|vs\.?|and|than|over|minus|-|to|with|compared with|compared to)\s(?:the |an? "
    r"|identical |matching |identical matching |indistinguishable ){0,2}(?:placebo|control|sham)\b"
)
EMPTY: Final = keys.GENERIC | keys.table(
    "two three four five both either each all same other first second third intervention randomised randomized "
    "study age parallel blood sex subgroup high low baseline followed by than more also whole total characteristic "
    "outcome in of the to from for on at an per was were between among within general early late new n value mod "
    "sev severe moderate mild excluded all plus added assign allocat similar advantage duration respons across divide "
    "block comparison summary self women woman men patient per attempt"
)


def written(source: Source) -> list[str]:
    """What the text calls a group or an arm more than once, and what it sets against a placebo."""
    counts: Counter[frozenset[str]] = Counter()
    shown: dict[frozenset[str], str] = {}
    given = names(source) & (arms.names(source) | keys.of(fold(source.record.title).text))
    for section in source.record.sections:
        if section.kind not in (SectionKind.ABSTRACT, SectionKind.BODY):
            continue
        text = fold(section.text[:60_000]).text
        for found in _GROUPED.finditer(text):
            words = keys.of(found[1]) & names(source)
            if words:
                counts[words] += 1
                shown.setdefault(words, found[1])
        for found in _AGAINST.finditer(text):
            words = keys.of(found[1]) & (names(source) if found[2] in ("or", "versus", "vs", "vs.") else given)
            if words:
                counts[words] += 1
                shown.setdefault(words, found[1])
        if _AGAINST.search(text):
            counts[keys.of("placebo") if "placebo" in text else keys.of("control")] += 1
            shown.setdefault(keys.of("placebo"), "placebo")
            shown.setdefault(keys.of("control"), "control")
    top = max(counts.values(), default=0)
    common = [words for words, count in counts.most_common(MOST + 2) if count >= max(OFTEN, _SHARE * top)]
    single = [w for w in common if not any(o < w for o in common)]
    named = [shown[w] for w in single[:MOST]]
    bare = [label for label in named if keys.of(label) & CONTROLS]
    if len(named) == _THREE and len(bare) == 2:
        named.remove(next(label for label in bare if "placebo" not in label.lower()) if _placebo(bare) else bare[0])
    return named


_THREE: Final = 3


def _placebo(labels: Iterable[str]) -> bool:
    """True where one of the labels is a placebo's: a control group that got a placebo is one group with two names."""
    return sum("placebo" in label.lower() for label in labels) == 1


OFTEN: Final = 2
_SHARE: Final = 0.2
"""Share of the commonest name's mentions that another must reach to be a group of its own."""


def titled(source: Source) -> list[str]:
    """The treatments that a title sets against each other where nothing else tells the groups: `Efficacy of A and B in
    ...`."""
    title = fold(source.record.title).text
    named = [m for m in vocabulary.current().find(title) if m.term.semantic == "drug"]
    apart = [title[a.end : b.start] for a, b in pairwise(named)]
    if not named or not all(_SET_BESIDE.fullmatch(between) for between in apart):
        return []
    return [title[m.start : m.end] for m in named]


_SET_BESIDE: Final = expression(r",?\s(?:(?:and|or|versus|vs\.?|with|compared (?:with|to)|against)\s)?(?:\w+\s)?")


@lru_cache(maxsize=128)
def names(source: Source) -> frozenset[str]:
    """Keys of the words that may name a group: drugs, words of the title, controls, and what stands before `group`."""
    title = keys.of(fold(source.record.title).text)
    front = " ".join(s.text for s in source.record.sections if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT))[
        :8_000
    ]
    ill = frozenset().union(
        *(
            keys.of(m.term.label) | keys.of(source.record.title[m.start : m.end])
            for m in vocabulary.current().find(source.record.title)
            if m.term.semantic in ("condition", "symptom")
        ),
        frozenset(),
    )
    made = set((title - ill) | CONTROLS)
    for text in (fold(front).text, *heads.sized(source)):
        for mention in vocabulary.current().find(text):
            if mention.term.semantic == "drug":
                made |= keys.of(text[mention.start : mention.end])
    grouped: Counter[str] = Counter()
    for unit in source.units:
        if not unit.row:
            for found in (*_GROUPED.finditer(unit.text), *_AGAINST.finditer(unit.text)):
                named = [w for w in found[1].split() if any(c.isupper() or c.isdigit() for c in w[1:])]
                grouped.update({k for w in named for k in keys.of(w)})
    made |= {k for k, count in grouped.items() if count >= OFTEN}
    for label in heads.sized(source):
        told = keys.of(label)
        made |= {k for k in told if k in lettering.FREQUENT or source.counts.get(k, 0) > 2}
    made -= given_to_all(source)
    return frozenset(k for k in made if k not in EMPTY and (len(k) > 1))


_ADDED_TO: Final = expression(
    r"\b(?:added to|add-on to|adding \w+ to|on top of|in addition to)\s(?:stable |ongoing |the "
    r"|usual |existing )?([\w-]{4,30})"
)


def given_to_all(source: Source) -> frozenset[str]:
    """Keys of what a treatment was added to, as the text says more than once: it sets no group apart."""
    counts: Counter[str] = Counter()
    for unit in source.units:
        for found in _ADDED_TO.finditer(unit.text) if "add" in unit.text or " top " in unit.text else ():
            counts.update(keys.of(found[1]))
    return frozenset(k for k, count in counts.items() if count > OFTEN)
