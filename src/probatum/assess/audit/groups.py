"""The groups of a trial, each under all its names, and where a text names one: `the combination`, `controls`, `the ILI
group`, `amodiaquine alone`, `without interferon`.

They are read from the list that says who was allotted to what (`allotted`), unless the heads of result tables tell the
same and more; else from those heads, and from the words before `group`, `arm` and `or placebo` (`naming`).
What all groups were given sets none apart and names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.assess.audit import allotted, arms, contrasted, dosed, heads, keys, lettering, naming, roles
from probatum.assess.audit.allotted import Label
from probatum.assess.audit.arms import CONTROLS, PLACEBO
from probatum.assess.audit.source import Source
from probatum.text.expressions import expression
from probatum.text.normal import fold

MOST: Final = 4
"""Groups of one trial that are told apart, where no list says who was allotted to what."""
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
    short: tuple[str, ...] = ()
    """Names in capitals, which name it as they are written: `AT`, `LC-15`."""


class Mention(NamedTuple):
    """A group named in a text: its place in `of(source)`, and where."""

    group: int
    start: int
    end: int


@lru_cache(maxsize=128)
def of(source: Source) -> tuple[Group, ...]:
    """The groups of a trial that can be told apart; empty where fewer than two can."""
    listed = _allotted(source)
    sized = _apart(heads.sized(source), naming.names(source), source)
    sized = _controlled(sized, source) if 2 <= len(sized) <= MOST else ()
    both = lettering.both(listed)
    plain = bool(listed) and all(g.own or g.dose or n == both or (g.control and g.whole) for n, g in enumerate(listed))
    if sized and (not plain or _alike(sized, listed)):
        return sized
    told = _told(source)
    if plain and not (len(told) > len(listed) and _alike(told, listed)):
        return listed
    return told or listed or _roles(source)


def _alike(sized: tuple[Group, ...], listed: tuple[Group, ...]) -> bool:
    """True where other names tell the groups of the list, each by a word or a dose of its own."""
    return len(sized) >= len(listed) and all(
        any(g.own & o.whole or (g.dose and g.dose == o.dose) or (g.control and o.control) for o in sized)
        for g in listed
    )


def _told(source: Source) -> tuple[Group, ...]:
    """The groups that heads of tables, the text or its findings name, at most MOST."""
    names = naming.names(source)
    planned = [f"{a.name} {a.dose}" for a in source.study.arms]
    for labels in (naming.written(source), planned, naming.titled(source), heads.most(source)):
        made = _apart(labels, names, source)
        if 2 <= len(made) <= MOST:
            return _controlled(made, source)
    return _contrasted(source)


def _allotted(source: Source) -> tuple[Group, ...]:
    """The groups of the list that says who was allotted to what: what no other item bears is a group's own."""
    labels = allotted.labels(source)
    words = [label.words - allotted.ROLES for label in labels]
    doses = [_doses(label.text) for label in labels]
    both = lettering.combination(words)
    made = []
    for n, label in enumerate(labels):
        others = frozenset().union(*(w for m, w in enumerate(words) if m != n and not (both and w == both)))
        own = frozenset() if both and words[n] == both else words[n] - others
        if not own and not both:
            own = label.words & allotted.ROLES if words[n] else own
        alike = any(w == words[n] for m, w in enumerate(words) if m != n)
        dose = doses[n] if (alike or not own) and doses.count(doses[n]) == 1 else ""
        made.append(Group(label.text, own, words[n], dose, short=label.short))
    return _with_control(tuple(made), labels, source)


def _doses(label: str) -> str:
    told = [arms.dose_of(m) for m in arms.DOSE.finditer(label) if m["unit"] != "%"]
    return told[0] if len(told) == 1 else ""


def _with_control(made: tuple[Group, ...], labels: tuple[Label, ...], source: Source) -> tuple[Group, ...]:
    """The same with the only control among them, and with what whoever is called treated was given."""
    least = [
        n for n, g in enumerate(made) if not g.own and g.whole and all(g.whole < o.whole for o in made if o is not g)
    ]
    controls = [n for n, label in enumerate(labels) if label.words & CONTROLS] or least
    if len(controls) != 1:
        both = lettering.both(made)
        return made if all(g.own or g.dose or n == both for n, g in enumerate(made)) else ()
    given = allotted.tried(source) if len(made) == 2 else frozenset()
    told = []
    for n, group in enumerate(made):
        if n == controls[0]:
            spelt = PLACEBO if labels[n].words & PLACEBO - keys.table("control controls") else frozenset()
            others = frozenset().union(*(g.own for g in made if g is not group))
            told.append(group._replace(own=(group.own | labels[n].words & CONTROLS | spelt) - others, control=True))
        else:
            bare = not group.own and not group.dose
            told.append(group._replace(own=given, whole=given) if bare else group)
    return tuple(told)


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
    made = (
        _apart(labels, frozenset().union(*map(keys.of, labels), frozenset()) - naming.EMPTY, source) if labels else ()
    )
    return made if len(made) == len(labels) else ()


def _roles(source: Source) -> tuple[Group, ...]:
    """The two groups of a trial that calls them by their roles alone: `the trial group`, `the control group`."""
    told = [u.text for u in source.units if not u.row]
    if (
        min(sum(role.search(text) is not None for text in told) for role in (roles.TRIED, roles.COMPARED))
        < naming.OFTEN
    ):
        return ()
    empty: frozenset[str] = frozenset()
    given = allotted.tried(source)
    return Group("treatment group", given, given), Group("control group", keys.table("control"), empty, control=True)


def mentions(text: str, source: Source) -> tuple[Mention, ...]:
    """Where a text names the groups of a source, in order; consecutive mentions of one are one."""
    return _mentions(fold(text).text, source)


@lru_cache(maxsize=16384)
def _mentions(text: str, source: Source) -> tuple[Mention, ...]:
    known = of(source)
    if not known or len(text) > LONGEST:
        return ()
    found = [*_by_words(text, known, source), *_by_role(text, known), *_by_letter(text, known, source)]
    found += _by_short(text, known)
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
    doses = dosed.amounts(text) if any(g.dose for g in known) else []
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


def _by_short(text: str, known: tuple[Group, ...]) -> Iterable[Mention]:
    """Where a text writes the short name of a group, a single letter only beside the word `group`."""
    for n, group in enumerate(known):
        for short in group.short:
            name = re.escape(short)
            if len(short) == 1:
                name = rf"(?:[Gg]roup|[Aa]rm) {name}|{name}(?= (?:group|arm)\b)"
            yield from (Mention(n, *m.span()) for m in re.finditer(rf"(?<![\w/+-])(?:{name})(?![\w/+-])", text))


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
    shared = naming.given_to_all(source)
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
