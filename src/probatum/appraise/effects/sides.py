"""Which words of a sentence name the intervention, which the comparator, which the outcome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from probatum.appraise.effects import tokens
from probatum.appraise.effects.candidates import candidates
from probatum.appraise.effects.tokens import Token
from probatum.appraise.reading import BODY_CHARACTERS
from probatum.model import Record, SectionKind
from probatum.text.abbreviations import definitions
from probatum.text.expressions import expression

CONTROL = frozenset(
    map(
        tokens.root,
        [
            "control",
            "controls",
            "placebo",
            "usual",
            "sham",
            "conventional",
            "standard",
            "comparison",
            "comparator",
            "untreated",
            "vehicle",
            "routine",
            "saline",
            "nonintervention",
            "non-intervention",
            "waitlist",
            "wait-list",
            "traditional",
            "dummy",
        ],
    )
)
"""Words that name a comparator where no arm says otherwise."""
TREATED = frozenset(
    map(
        tokens.root,
        [
            "intervention",
            "experimental",
            "treated",
            "treatment",
            "active",
            "supplemented",
            "trained",
            "exercise",
            "study",
            "test",
        ],
    )
)
"""Words that name the intervention where no arm says otherwise."""
EMPTY = frozenset(
    map(
        tokens.root,
        [
            "group",
            "groups",
            "arm",
            "arms",
            "patient",
            "patients",
            "subject",
            "subjects",
            "participant",
            "participants",
            "treatment",
            "therapy",
            "mg",
            "g",
            "kg",
            "ml",
            "day",
            "days",
            "daily",
            "week",
            "weeks",
            "month",
            "months",
            "dose",
            "doses",
            "plus",
            "combined",
            "combination",
            "only",
            "alone",
            "use",
            "using",
            "receive",
            "received",
            "receiving",
            "administration",
            "men",
            "women",
            "children",
            "rate",
            "level",
            "levels",
            "mean",
            "total",
            "score",
            "scores",
            "number",
            "incidence",
            "proportion",
            "percentage",
            "change",
            "changes",
            "baseline",
            "compared",
            "versus",
            "vs",
        ],
    )
)
"""Words too common in names to tell them by."""


class Asked(NamedTuple):
    """An effect asked for: how does the outcome under the intervention compare with that under the comparator."""

    intervention: str
    comparator: str
    outcome: str


class Sides(NamedTuple):
    """Stems that name each part; `shared` ones stand in both arms' names."""

    intervention: frozenset[str]
    comparator: frozenset[str]
    shared: frozenset[str]
    outcome: frozenset[str]
    control: str
    """Which arm (`I`, `C` or none) the words for a control name."""
    treated: str
    groups: Mapping[str, str] = {}
    """Label of a group (`a`, `ii`, `2`) to its arm."""
    standing: Mapping[str, tuple[frozenset[str], ...]] = {}
    """Stem of the outcome to the sets of stems any of which stands for it (its abbreviation, its long form)."""

    @property
    def swapped(self) -> Sides:
        """The same question asked the other way round."""
        other = {"I": "C", "C": "I", "": ""}
        groups = {label: other[arm] for label, arm in self.groups.items()}
        return Sides(
            self.comparator,
            self.intervention,
            self.shared,
            self.outcome,
            other[self.control],
            other[self.treated],
            groups,
            self.standing,
        )

    def tags(self, told: Sequence[Token]) -> tuple[str, ...]:
        """For each token `I`, `C`, `O`, `S` (a word of both arms' names) or empty."""
        made = [self._tag(t) for t in told]
        if self.groups:
            for at, label in labels(told):
                arm = self.groups.get(label)
                if arm:
                    made[at] = arm
        return tuple(made)

    def _tag(self, token: Token) -> str:
        if not token.content:
            return ""
        found = tokens.parts(token.stem)
        turned = token.low.startswith(("non-", "un-"))
        if any(p in self.intervention for p in found):
            return "C" if turned and found[0] not in self.intervention else "I"
        if any(p in self.comparator for p in found):
            return "I" if turned and found[0] not in self.comparator else "C"
        if any(p in self.outcome for p in found):
            return "O"
        if self.control and any(p in CONTROL for p in found):
            return self.control
        if any(p in self.shared for p in found):
            return "S"
        return self.treated if self.treated and any(p in TREATED for p in found) else ""


def labels(told: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Places of the labels that stand behind `group` or `arm`, each with the label."""
    for at, token in enumerate(told[:-1]):
        if token.stem in GROUP and LABEL.fullmatch(told[at + 1].low):
            yield at + 1, told[at + 1].low
            if (
                at + 3 < len(told)
                and told[at + 2].low in ("and", "or", "than", ",")
                and LABEL.fullmatch(told[at + 3].low)
            ):
                yield at + 3, told[at + 3].low


GROUP = frozenset({"group", "arm", "grp"})
LABEL = expression(r"[a-z]|i{1,3}v?|iv|\d|[a-z]\d|[b-z][a-z]")


def of(asked: Asked, record: Record) -> Sides:
    """The parts of what is asked, told apart, with the record's own abbreviations and labels of groups for them."""
    texts = (asked.intervention, asked.comparator, asked.outcome)
    own = (p for t in texts for p in definitions(t))
    pairs = tuple(dict.fromkeys((*spelled_out(record), *own)))
    one, other, outcome = (_stems(t, pairs) for t in texts)
    shared = one & other
    mine, theirs = one - other, other - one
    mine, theirs = mine - EMPTY or mine, theirs - EMPTY or theirs
    if mine - outcome:
        mine -= outcome - CONTROL
    if theirs - outcome:
        theirs -= outcome - CONTROL
    control = "" if mine & CONTROL else "C"
    treated = "" if theirs & TREATED else "I"
    if not control and not theirs & CONTROL:
        control = "I"
    if not treated and not mine & TREATED:
        treated = "C"
    outcome = outcome - EMPTY or outcome
    made = Sides(frozenset(mine), frozenset(theirs), frozenset(shared - EMPTY), frozenset(outcome), control, treated)
    return made._replace(groups=_groups(made, record, texts), standing=_standing(asked.outcome, pairs))


def _standing(text: str, pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[frozenset[str], ...]]:
    """For each stem of the outcome's own words, what may stand for it."""
    own = _own(text)
    made: dict[str, tuple[frozenset[str], ...]] = dict.fromkeys(own - EMPTY or own, ())
    for short, long in pairs:
        brief, spelled = tokens.root(short), _own(long)
        if brief in made:
            made[brief] += (spelled,)
        if spelled and spelled <= own:
            for stem in spelled & made.keys():
                made[stem] += (frozenset({brief}),)
    return made


def _own(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(t.stem for t in tokens.read(text) if t.content)


def _groups(sides: Sides, record: Record, texts: Sequence[str]) -> dict[str, str]:
    """The arm of each label of a group, by the names that stand with it: `group A received X`, `X (group A)`."""
    counts: Counter[tuple[str, str]] = Counter()
    for arm, text in zip("IC", texts, strict=False):
        told = tokens.read(text)
        for _, label in labels(told):
            counts[label, arm] += 20
    for told in labelled(record):
        tags = [sides._tag(t) for t in told]
        places = list(labels(told))
        for n, (at, label) in enumerate(places):
            if at > 1 and told[at - 2].low == "(":
                begin = places[n - 1][0] + 1 if n else 0
                near = tags[max(begin, at - 12) : at - 1]
            else:
                end = places[n + 1][0] if n + 1 < len(places) else len(told)
                near = tags[at + 1 : min(end, at + 14)]
            counts.update((label, tag) for tag in set(near) if tag in ("I", "C"))
    made = {}
    for label in {name for name, _ in counts}:
        one, other = counts[label, "I"], counts[label, "C"]
        if max(one, other) > 2 * min(one, other):
            made[label] = "I" if one > other else "C"
    return made


@lru_cache(maxsize=8)
def labelled(record: Record) -> tuple[tuple[Token, ...], ...]:
    """The sentences that name a group by its label, at most MOST_LABELLED."""
    found = (c.tokens for c in candidates(record) if not c.row and ("roup" in c.text or " arm" in c.text))
    return tuple(islice((t for t in found if next(labels(t), None)), MOST_LABELLED))


MOST_LABELLED = 60


@lru_cache(maxsize=8)
def spelled_out(record: Record) -> tuple[tuple[str, str], ...]:
    """Short and long forms that the record defines anywhere, each short form once."""
    found: dict[str, str] = {}
    for section in record.sections:
        if section.kind in (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY):
            for short, long in definitions(section.text[:BODY_CHARACTERS]):
                found.setdefault(short, long)
    return tuple(found.items())


def _stems(text: str, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """The stems of a name and of its abbreviations or long forms."""
    held = {p for t in tokens.read(text) if t.content for p in tokens.parts(t.stem)}
    words = set(re.findall(r"[\w-]+", text))
    added: set[str] = set()
    for short, long in pairs:
        spelled = {p for t in tokens.read(long) if t.content for p in tokens.parts(t.stem)}
        if short in words:
            added |= spelled
        elif spelled and spelled <= held:
            added |= set(tokens.parts(tokens.root(short)))
    return held | added
