"""The groups of a trial, each under all its names, and where a text names one: `the combination`, `controls`, `the ILI
group`, `amodiaquine alone`, `without interferon`.

They are read from the heads of result tables, which print the size of each group, else from the words before `group`,
`arm` and `or placebo`. What all groups were given sets none apart and names none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import arms, contrasted, heads, keys, lettering, roles
from probatum.assess.audit.arms import CONTROLS
from probatum.assess.audit.source import Source
from probatum.model import SectionKind
from probatum.text.expressions import expression
from probatum.text.normal import fold

MOST: Final = 4
"""Groups of one trial that are told apart."""
_GROUPED: Final = expression(
    r"(?<![\w(])((?:[A-Za-z0-9][\w+/-]*\s){0,2}[A-Za-z0-9][\w+/-]*)[ -](?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?)\b"
)
_AGAINST: Final = expression(
    r"\b([A-Z]?[\w-]{3,25})\s(or|versus|vs\.?|and|than|over|minus|-|to|with|compared with|compared to)\s(?:the |an? "
    r"|identical |matching |identical matching |indistinguishable ){0,2}(?:placebo|control|sham)\b"
)
_EMPTY: Final = keys.GENERIC | keys.table(
    "two three four five both either each all same other first second third intervention randomised randomized "
    "study age parallel blood sex subgroup high low baseline followed by than more also whole total characteristic "
    "outcome in of the to from for on at an per was were between among within general early late new n value mod "
    "sev severe moderate mild excluded all plus added assign allocat similar advantage duration respons across divide "
    "block comparison summary self women woman men patient per attempt"
)
_TOGETHER: Final = expression(
    r"\b(?:the combination|combination (?:group|arm|therapy|treatment)|combined (?:group|arm|therapy|treatment)"
    r"|(?:both|all three) drugs together|dual therapy)\b",
    re.IGNORECASE,
)
_ALONE: Final = expression(r"\s(?:alone|only|by itself|on its own|monotherapy|itself)\b", re.IGNORECASE)
_LACKING: Final = expression(r"\bwithout(?: it| them)?\b(?=\s*(?:[(.,;]|\Z|and\b|but\b))", re.IGNORECASE)
_WITHOUT: Final = expression(
    r"\b(?:without|not (?:on|given|receiving|taking|treated with)|did not (?:get|receive|take|have)|no)\s"
    r"(?:the |any |added |additional ){0,2}\Z",
    re.IGNORECASE,
)
_BACKGROUND: Final = expression(
    r"\b(?:added to|adding .{3,40}? to|on top of|in addition to|add-on to|background)\s(?:stable |ongoing |the |usual "
    r"|existing ){0,2}\Z",
    re.IGNORECASE,
)


LONGEST: Final = 1_500
"""Characters of a sentence in which groups are looked for: a bound on the time."""


class Group(NamedTuple):
    """One group of a trial. `own` are the keys of the words that no other group bears; `whole` all of its label."""

    name: str
    own: frozenset[str]
    whole: frozenset[str]
    dose: str = ""
    control: bool = False


class Mention(NamedTuple):
    """A group named in a text: its place in `of(source)`, and where."""

    group: int
    start: int
    end: int


@lru_cache(maxsize=128)
def of(source: Source) -> tuple[Group, ...]:
    """The groups of a trial that can be told apart, at most MOST; empty where fewer than two can."""
    names = _names(source)
    planned = [f"{a.name} {a.dose}" for a in source.study.arms]
    for labels in (heads.sized(source), _written(source), planned, _titled(source), heads.most(source)):
        made = _apart(labels, names, source)
        if 2 <= len(made) <= MOST:
            return _controlled(made, source)
    return _contrasted(source) or _roles(source)


def _controlled(made: tuple[Group, ...], source: Source) -> tuple[Group, ...]:
    """Two groups, of which the source says that one is its control by another name."""
    if len(made) != 2 or any(g.control for g in made):
        return made
    told = [m["what"] or m["whom"] for u in source.units if not u.row for m in roles.AS_CONTROL.finditer(u.text)]
    named = frozenset().union(*map(keys.of, told), frozenset())
    hit = [n for n, g in enumerate(made) if g.own & named]
    return tuple(g._replace(control=hit == [n]) for n, g in enumerate(made))


def _contrasted(source: Source) -> tuple[Group, ...]:
    """The groups that the findings alone name, by words of their own."""
    labels = contrasted.labels(source)
    made = _apart(labels, frozenset().union(*map(keys.of, labels), frozenset()) - _EMPTY, source) if labels else ()
    return made if len(made) == len(labels) else ()


def _roles(source: Source) -> tuple[Group, ...]:
    """The two groups of a trial that calls them by their roles alone: `the trial group`, `the control group`."""
    told = [u.text for u in source.units if not u.row]
    if min(sum(role.search(text) is not None for text in told) for role in (roles.TRIED, roles.COMPARED)) < _OFTEN:
        return ()
    empty: frozenset[str] = frozenset()
    return Group("treatment group", empty, empty), Group("control group", keys.table("control"), empty, control=True)


def mentions(text: str, source: Source) -> tuple[Mention, ...]:
    """Where a text names the groups of a source, in order; consecutive mentions of one are one."""
    return _mentions(fold(text).text, source)


@lru_cache(maxsize=16384)
def _mentions(text: str, source: Source) -> tuple[Mention, ...]:
    known = of(source)
    if not known or len(text) > LONGEST:
        return ()
    found = [*_by_words(text, known, source), *_by_role(text, known), *_by_letter(text, known, source)]
    found += [Mention(*m) for m in (*lettering.lettered(text, known), *lettering.frequent(text, known))]
    found = [m for m in found if not roles.KEPT_DOWN.search(text[max(0, m.end - 40) : m.end])]
    found.sort(key=lambda m: (m.start, -m.end))
    both = lettering.both(known)
    made: list[Mention] = []
    for mention in found:
        if made and mention.start < made[-1].end:
            continue
        if made and made[-1].group == mention.group and mention.start - made[-1].end < _CLOSE:
            made[-1] = made[-1]._replace(end=mention.end)
        elif made and both is not None and lettering.joined(text[made[-1].end : mention.start]):
            made[-1] = made[-1]._replace(group=both, end=mention.end)
        else:
            made.append(mention)
    return tuple(made)


_CLOSE: Final = 4


def _by_words(text: str, known: tuple[Group, ...], source: Source) -> Iterable[Mention]:
    doses = (
        [(m.start(), m.end(), arms.dose_of(m)) for m in arms.DOSE.finditer(text)] if any(g.dose for g in known) else []
    )
    for word in keys.read(text):
        spelt = {word.key} | source.long_forms.get(word.key, frozenset())
        hit = [n for n, g in enumerate(known) if spelt & g.own and (word.key in g.own or spelt - {word.key} <= g.whole)]
        hit = hit or [n for n, g in enumerate(known) if any(_kin(word.key, own) for own in g.own)]
        if len(hit) > 1 and doses:
            near = [n for n in hit if any(d == known[n].dose and -8 < a - word.end < 40 for a, _, d in doses)]
            hit = near if len(near) == 1 else hit
        if len(hit) != 1:
            continue
        before = text[max(0, word.start - 48) : word.start]
        if _BACKGROUND.search(before):
            continue
        group = hit[0]
        if _WITHOUT.search(before) and len(known) == 2:
            group = 1 - group
        yield Mention(group, word.start, word.end)
    for start, end, dose in doses:
        hit = [n for n, g in enumerate(known) if g.dose == dose and not g.own]
        if len(hit) == 1:
            yield Mention(hit[0], start, end)


def _kin(one: str, other: str) -> bool:
    """True for two forms of one word: laparoscopy, laparoscopic."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _KIN and len(long) - len(short) <= 2 and long.startswith(short[: max(_KIN, len(short) - 1)])


_KIN: Final = 8
"""Letters from which two words that begin alike are taken for forms of one."""


def _by_role(text: str, known: tuple[Group, ...]) -> Iterable[Mention]:
    controls = [n for n, g in enumerate(known) if g.control]
    if len(controls) == 1:
        yield from (Mention(controls[0], m.start(), m.end()) for m in roles.CONTROL.finditer(text))
        if len(known) == 2:
            yield from (Mention(1 - controls[0], m.start(), m.end()) for m in roles.ACTIVE.finditer(text))
            yield from (Mention(1 - controls[0], m.start(), m.end()) for m in roles.TRIED.finditer(text))
    sizes = sorted(((len(g.whole - CONTROLS), n) for n, g in enumerate(known)), reverse=True)
    both = lettering.both(known)
    if both is not None or (len(sizes) > 1 and sizes[0][0] > sizes[1][0]):
        yield from (
            Mention(sizes[0][1] if both is None else both, m.start(), m.end()) for m in _TOGETHER.finditer(text)
        )
    least = sorted((len(g.own - CONTROLS), n) for n, g in enumerate(known))
    if len(known) == 2 and least[0][0] < least[1][0]:
        yield from _of_shared(text, known, least[0][1])
    if len(known) == 2 and len(controls) == 1:
        yield from (Mention(controls[0], m.start(), m.end()) for m in _LACKING.finditer(text))


def _of_shared(text: str, known: tuple[Group, ...], least: int) -> Iterable[Mention]:
    """What both were given names the one given no more: `amodiaquine alone`, `40% on amodiaquine and 23% on both`."""
    other = known[1 - least]
    words = keys.read(text)
    apart = any(w.key in other.own for w in words) or _TOGETHER.search(text) is not None
    for word in words:
        if word.key not in known[0].whole & known[1].whole or word.key in CONTROLS:
            continue
        near = text[max(0, word.start - 30) : word.end + 30]
        joined = any(w.key in other.own for w in keys.read(near)) or _TOGETHER.search(near) is not None
        if _ALONE.match(text, word.end) or (apart and not joined):
            yield Mention(least, word.start, word.end)


def _by_letter(text: str, known: tuple[Group, ...], source: Source) -> Iterable[Mention]:
    for name, (words, dose) in arms.aliases(source).items():
        hit = [
            n
            for n, g in enumerate(known)
            if (g.own and words & g.own and (not g.dose or g.dose == dose)) or (not g.own and g.dose and g.dose == dose)
        ]
        if len(hit) == 1 and (len(name) > 1 or name.isupper()) and name.lower() not in ("a", "i"):
            for found in re.finditer(rf"(?<![\w/+-]){re.escape(name)}(?![\w/+])", text):
                yield Mention(hit[0], found.start(), found.end())


def _apart(labels: Iterable[str], names: frozenset[str], source: Source) -> tuple[Group, ...]:
    """Groups out of their labels: the words that set each apart, without those that all bear."""
    held: dict[tuple[frozenset[str], str], str] = {}
    labels = tuple(labels)
    known = arms.aliases(source)
    letters = [m[1] for label in labels if (m := _LETTERED.fullmatch(label.strip()))]
    told = lettering.explained(source, names) if letters else {}
    told = told if all(letter in told for letter in letters) and not known.keys() >= set(letters) else {}
    for label in labels:
        letter = _LETTERED.fullmatch(label.strip())
        words = known[letter[1]][0] if letter and letter[1] in known else keys.of(label) & names
        words = told[letter[1]] if letter and told else words
        if any(_initials(other) == label.strip() for other in labels):
            continue
        if not words and _UNTREATED.search(label):
            words = keys.of("control") | keys.of(label)
        doses = [arms.dose_of(m) for m in arms.DOSE.finditer(label)]
        if words or doses:
            held.setdefault((words, doses[0] if len(doses) == 1 else ""), label)
    sets = list(held)
    if not 2 <= len(sets) <= MOST:
        return ()
    made = []
    title = keys.of(fold(source.record.title).text)
    shared = _given_to_all(source)
    both = lettering.combination([w for w, _ in sets])
    for words, dose in sets:
        others = frozenset().union(*(w for w, d in sets if (w, d) != (words, dose) and (not both or w != both)))
        if both and words == both:
            made.append(Group(held[words, dose].strip(), frozenset(), words))
            continue
        same = [d for w, d in sets if w == words]
        own = words - others if len(same) == 1 else frozenset()
        needed = dose if len(same) > 1 else ""
        if own or needed:
            label = held[words, dose]
            spelt = frozenset().union(*(source.long_forms.get(w, frozenset()) for w in words), frozenset())
            own |= (spelt & names) - others if own else frozenset()
            own |= {k for k in title if any(len(w) >= _STEM and k.startswith(w) for w in own)}
            made.append(Group(label.strip(), own, words | spelt | (keys.of(label) & shared), needed))
    if len(made) != len(sets):
        return ()
    placebo = [n for n, g in enumerate(made) if g.own & CONTROLS]
    if not placebo and len(made) == 2:
        placebo = [n for n, g in enumerate(made) if not g.own - made[1 - n].whole]
    return tuple(g._replace(control=placebo == [n]) for n, g in enumerate(made))


_UNTREATED: Final = expression(r"\b(?:no |un|none\b|without)", re.IGNORECASE)
_STEM: Final = 3
"""Letters of a short name that begin the word it is short for: `ILI`, ilioinguinal."""
_LETTERED: Final = expression(r"(?:[Gg]roups?|[Aa]rms?)\s([A-Z][A-Z0-9]?|[IVX]{1,4}|[0-9])")


def _initials(label: str) -> str:
    """`Control Group` is `CG` in another head."""
    parts = label.split()
    return "".join(p[0].upper() for p in parts) if len(parts) > 1 else ""


def _written(source: Source) -> list[str]:
    """What the text calls a group or an arm more than once, and what it sets against a placebo."""
    counts: Counter[frozenset[str]] = Counter()
    shown: dict[frozenset[str], str] = {}
    given = _names(source) & (arms.names(source) | keys.of(fold(source.record.title).text))
    for section in source.record.sections:
        if section.kind not in (SectionKind.ABSTRACT, SectionKind.BODY):
            continue
        text = fold(section.text[:60_000]).text
        for found in _GROUPED.finditer(text):
            words = keys.of(found[1]) & _names(source)
            if words:
                counts[words] += 1
                shown.setdefault(words, found[1])
        for found in _AGAINST.finditer(text):
            words = keys.of(found[1]) & (_names(source) if found[2] in ("or", "versus", "vs", "vs.") else given)
            if words:
                counts[words] += 1
                shown.setdefault(words, found[1])
        if _AGAINST.search(text):
            counts[keys.of("placebo") if "placebo" in text else keys.of("control")] += 1
            shown.setdefault(keys.of("placebo"), "placebo")
            shown.setdefault(keys.of("control"), "control")
    top = max(counts.values(), default=0)
    common = [words for words, count in counts.most_common(MOST + 2) if count >= max(_OFTEN, _SHARE * top)]
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


_OFTEN: Final = 2
_SHARE: Final = 0.2
"""Share of the commonest name's mentions that another must reach to be a group of its own."""


def _titled(source: Source) -> list[str]:
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
def _names(source: Source) -> frozenset[str]:
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
    made |= {k for k, count in grouped.items() if count >= _OFTEN}
    for label in heads.sized(source):
        told = keys.of(label)
        made |= {k for k in told if k in lettering.FREQUENT or source.counts.get(k, 0) > 2}
    made -= _given_to_all(source)
    return frozenset(k for k in made if k not in _EMPTY and (len(k) > 1))


_ADDED_TO: Final = expression(
    r"\b(?:added to|add-on to|adding \w+ to|on top of|in addition to)\s(?:stable |ongoing |the "
    r"|usual |existing )?([\w-]{4,30})"
)


def _given_to_all(source: Source) -> frozenset[str]:
    """Keys of what a treatment was added to, as the text says more than once: it sets no group apart."""
    counts: Counter[str] = Counter()
    for unit in source.units:
        for found in _ADDED_TO.finditer(unit.text) if "add" in unit.text or " top " in unit.text else ():
            counts.update(keys.of(found[1]))
    return frozenset(k for k, count in counts.items() if count > _OFTEN)
