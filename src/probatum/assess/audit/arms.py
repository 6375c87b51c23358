"""Treatments that a sentence names, and where a source names them: by name, abbreviation, group letter or dose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.assess.audit import keys
from probatum.assess.audit.source import Source, Unit
from probatum.model import SectionKind
from probatum.text import sentences
from probatum.text.expressions import expression
from probatum.text.normal import fold

CONTROLS: Final = keys.table(
    "placebo vehicle saline control controls sham untreated dummy waitlist usual conventional standard"
)
PLACEBO: Final = keys.table("placebo vehicle saline control sham dummy")
_EMPTY: Final = keys.GENERIC | keys.table(
    "oral intravenous topical subcutaneous intramuscular plus add added adding combination combined fixed "
    "solution tablet "
    "capsule gel cream active regimen once regular matching iv po bid"
)
_MEASURED: Final = keys.table(
    "hemoglobin haemoglobin glucose cholesterol creatinine triglyceride triglycerides potassium sodium calcium "
    "ferritin albumin urea "
    "bilirubin lactate oxygen lipid cortisol estradiol testosterone"
)
"""Substances that results are about more often than treatments; D27 of MeSH holds sorts of drugs by what they do."""
DOSE: Final = expression(
    r"(?<![\w.])(?P<amount>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)[\s-]?(?P<unit>mg/kg|mg|mcg|\u03bcg|g|IU|units?|U|mL"
    r"|ml|%|drops?|puffs?)(?![a-zA-Z])",
)
_LISTED: Final = expression(
    r"(?<![\w.])(?P<amount>[0-9]+(?:\.[0-9]+)?)(?=-?\s?(?:,|and|or|to|/)\s?(?:[0-9.]+(?:,|\s|-|mg|and"
    r"|or){1,3}){0,3}[0-9.]+[\s-]?(?P<unit>mg|mcg|\u03bcg|g|IU|%))"
)
_GROUPS: Final = expression(
    r"\b(?:[Gg]roups?|[Aa]rms?)\s(?P<list>[A-Z]{1,2}[0-9]?\b(?:\s?(?:,|and|or|/"
    r"|,\sand)\s?[A-Z]{1,2}[0-9]?\b){0,5}|[IVX]{1,4}\b|[0-9]\b)"
)
_GROUPED: Final = expression(r"\b([A-Za-z][\w-]{2,20}) (?:[Gg]roup|[Aa]rm)\b")
_SIZED: Final = expression(r"\b[nN]\s?=\s?[0-9]")
_SHORT: Final = expression(
    r"\(((?=[^()]{0,12}[A-Z][^()]{0,8}[A-Z])[A-Z][A-Za-z0-9]{1,7}(?:\s?[+/]\s?[A-Z][A-Za-z0-9]{1,7}){0,2})(?:[;,][^()]{0,40})?\)"
)
_MOST_ALIASES: Final = 16
_LETTER: Final = expression(r"[A-Z]{1,2}[0-9]?|[IVX]{1,4}|[0-9]")


class Arm(NamedTuple):
    """A treatment as a sentence names it. `start` and `end` count in the sentence's plain text."""

    name: str
    start: int
    end: int
    words: frozenset[str]
    dose: str = ""
    """`2.5mg`; empty when none is named beside it."""
    control: bool = False


def read(text: str, sources: Iterable[Source] = ()) -> tuple[Arm, ...]:
    """The treatments a sentence names, in order: drugs, controls, arms of the sources, and doses that stand for one."""
    known = frozenset().union(*(names(s) for s in sources))
    spans: list[tuple[int, int]] = []
    for mention in vocabulary.current().find(text):
        written = text[mention.start : mention.end]
        named = keys.of(written)
        kind = bool(mention.term.trees) and all(tree.startswith("D27") for tree in mention.term.trees)
        aside = (kind or named & _MEASURED) and not named & known
        if mention.term.semantic == "drug" and len(written) > 3 and not aside:
            spans.append((mention.start, mention.end))
    for word in keys.read(text):
        if word.key in CONTROLS or (word.key in known and word.key not in _EMPTY):
            spans.append((word.start, word.end))
    merged = _merged(text, sorted(spans))
    made = [_arm(text, a, b) for a, b in merged]
    made += [arm for arm in _doses(text) if not any(_within(arm, m) for m in made)]
    return tuple(sorted((a for a in made if a.words or a.dose), key=lambda a: a.start))


@lru_cache(maxsize=128)
def names(source: Source) -> frozenset[str]:
    """Keys of the words that name the arms of a record: those of its title or abbreviated there, and of short names."""
    made: set[str] = set()
    title = keys.of(fold(source.record.title).text)
    for arm in source.study.arms:
        name = fold(f"{arm.name} {arm.drug}").text
        told = keys.of(name) - _EMPTY
        drugs = {
            k
            for m in vocabulary.current().find(name)
            if m.term.semantic == "drug"
            for k in keys.of(name[m.start : m.end])
        }
        made |= drugs | (told & CONTROLS)
        if len(told) <= 3 and told <= title | CONTROLS:
            made |= told
        if len(told) == 1 and arm.name.isupper():
            made |= told
    for head in {h for unit in source.units if unit.row for h in unit.head}:
        # The columns of result tables are the arms.
        made |= keys.of(head) if _SIZED.search(head) and len(keys.of(head)) <= 5 else keys.of(head) & title
    for head in {h for unit in source.units if unit.row for h in unit.head}:
        made |= frozenset().union(*(keys.of(m[1]) for m in _GROUPED.finditer(head)))  # `Injection group`
    made -= keys.GENERIC
    for short, long in source.long_forms.items():
        if short in made or (len(long) > 1 and long & made):
            made |= {short} | (long & (title | made))
            if short in made:
                made |= long
    return frozenset(k for k in made if k not in _EMPTY and len(k) > 2)


def distinct(arms: Iterable[Arm]) -> tuple[Arm, ...]:
    """The arms without the words they share; one mention each, and none that nothing sets apart."""
    listed = list(dict.fromkeys((a.words, a.dose) for a in arms))
    by = {(a.words, a.dose): a for a in reversed(list(arms))}
    made = []
    for words, dose in listed:
        others = [w for w, d in listed if (w, d) != (words, dose)]
        own = words - frozenset().union(*others) if others else words
        doses = [d for w, d in listed if w == words]
        if own or (dose and (len(doses) > 1 or not words)):
            made.append(by[words, dose]._replace(words=own or words, dose=dose if not own or len(doses) > 1 else ""))
    return tuple(sorted(made, key=lambda a: a.start))


def places(arm: Arm, unit: Unit, source: Source) -> tuple[int, ...]:
    """Where a unit names the arm: offsets in its folded text."""
    return located(arm, unit.text, source)


def located(arm: Arm, text: str, source: Source) -> tuple[int, ...]:
    """Where a folded text names the arm, by its words, their abbreviations, its group letter or its dose."""
    found: list[int] = []
    names_of = aliases(source)
    if arm.words:
        shorts = {s for s, long in source.long_forms.items() if long and (arm.words & long)}
        wanted = arm.words | shorts
        if arm.words & PLACEBO:
            wanted |= PLACEBO
        placed = [w for w in keys.read(text) if w.key in wanted]
        if arm.dose:
            doses = _dose_places(arm.dose, text)
            placed = [w for w in placed if any(-60 <= d - w.start <= 40 for d in doses)] if doses else []
        found += [w.start for w in placed]
    if arm.dose and not found:
        found += _dose_places(arm.dose, text)
    for letter, (words, dose) in names_of.items():
        if (arm.words and arm.words & words and (not arm.dose or arm.dose == dose)) or (
            arm.dose and arm.dose == dose and (not arm.words or arm.words & words)
        ):
            found += _lettered(letter, text)
    return tuple(sorted(set(found)))


def _lettered(letter: str, text: str) -> list[int]:
    """Where a group's letter stands; its number only behind the word `group`, since `1 week` names no group."""
    bare = rf"(?<![A-Za-z0-9.]){re.escape(letter)}(?![A-Za-z0-9])"
    if not letter.isdigit():
        return [m.start() for m in re.finditer(bare, text)]
    listed = re.finditer(
        rf"\b(?:[Gg]roups?|[Aa]rms?)\s(?:[0-9](?:,\s|\s(?:and|or|vs\.?|versus|to)\s)){{0,4}}({bare})", text
    )
    return [m.start(1) for m in listed]


@lru_cache(maxsize=64)
def aliases(source: Source) -> Mapping[str, tuple[frozenset[str], str]]:
    """Group letters and short names of a record with the words and dose of the treatment each stands for.

    `group A (ondansetron 4 mg)`, `ondansetron (4 mg; group A)`, `group H0 = saline`, `groups H0, H1 and H2 were given
    saline, haloperidol 1 mg and haloperidol 2 mg, respectively`; `artesunate-mefloquine group (MAS3)`, `etanercept and
    methotrexate (ETN + MTX)`.
    """
    made: dict[str, tuple[frozenset[str], str]] = {}
    for section in source.record.sections:
        if section.kind not in (SectionKind.ABSTRACT, SectionKind.BODY, SectionKind.CAPTION):
            continue
        for start, end in sentences.split(section.text[:60_000]):
            text = fold(section.text[start : min(end, start + 900)]).text
            if "(" in text:
                _bracketed(text, source, made)
            if "roup" in text or "rm " in text:
                _pair(text, made)
        if len(made) > _MOST_ALIASES:
            break
    return made


def _bracketed(text: str, source: Source, made: dict[str, tuple[frozenset[str], str]]) -> None:
    """Short names in brackets right behind a treatment, whose letters begin its words."""
    for found in _SHORT.finditer(text):
        parts = [p.strip() for p in re.split(r"[+/]", found[1]) if p.strip()]
        before = re.split(
            r"[();]|,(?!\s?\d)" if len(parts) < 2 else r"[();]", text[max(0, found.start() - 90) : found.start()]
        )[-1]
        near = [a for a in read(before) if a.words]
        if not near or len(before) - near[-1].end > 30 or found[1] in _ROUTES:
            continue
        words = frozenset().union(*(a.words for a in near))
        known = source.long_forms.get(keys.key(found[1]))
        if not any(w.startswith(p[0].lower()) for w in words for p in parts) or (known and not known & words):
            continue
        made.setdefault(found[1], (words, near[-1].dose))
        if len(parts) > 1 and len(parts) == len(near):
            for part, arm in zip(parts, near, strict=True):
                made.setdefault(part, (arm.words, arm.dose))


_ROUTES: Final = frozenset(("IV", "IM", "SC", "PO", "BID", "TID", "QD", "OD", "CI", "SD", "SE", "BP"))


def _pair(text: str, made: dict[str, tuple[frozenset[str], str]]) -> None:
    letters = [
        (m.start("list") + f.start(), f.group()) for m in _GROUPS.finditer(text) for f in _LETTER.finditer(m["list"])
    ]
    named = [(a.start, a.end, a) for a in read(text)]
    if not letters or len({x for _, x in letters}) != len(letters) or not named:
        return
    treatments = [a for _, _, a in named if a.words and not a.words <= _EMPTY]
    if len(treatments) == len(letters):
        for (_, letter), arm in zip(letters, treatments, strict=True):
            made.setdefault(letter, (arm.words, arm.dose))


def _arm(text: str, start: int, end: int) -> Arm:
    words = frozenset(w.key for w in keys.read(text[start:end])) - _EMPTY
    dose = _beside(text, start, end)
    return Arm(text[start:end], start, end, words, dose, bool(words & CONTROLS))


def _beside(text: str, start: int, end: int) -> str:
    after = re.match(r"(?:\s\w+){0,1}\s?\(?", text[end : end + 30])
    found = DOSE.match(text, end + (after.end() if after else 0)) or DOSE.match(text, end + 1)
    if found is None:
        before = text[max(0, start - 22) : start]
        last = list(DOSE.finditer(before))
        if last and re.fullmatch(r"\s?(?:of\s|doses? of\s|dose of\s)?(?:oral\s|topical\s)?", before[last[-1].end() :]):
            found = last[-1]
    return dose_of(found) if found and found["unit"] != "%" else ""


def dose_of(found: re.Match[str]) -> str:
    """The dose of a match of DOSE as arms bear it: `2.5mg`."""
    unit = found["unit"].replace("μg", "mcg").lower()
    return f"{float(found['amount'].replace(',', '')):g}{'u' if unit.startswith('unit') else unit}"


def _doses(text: str) -> list[Arm]:
    """Doses that stand for a treatment: `on 10 mg`, `the 2.5 mg dose`, `with 15 mg`."""
    made = []
    for found in DOSE.finditer(text):
        if found["unit"] == "%":
            continue
        before = text[max(0, found.start() - 12) : found.start()]
        after = text[found.end() : found.end() + 12]
        if re.search(r"\b(?:on|with|for|than|the|and|at|to|in|versus|vs|against)\s\Z", before) or re.match(
            r"\s(?:dose|arm|group)", after
        ):
            made.append(Arm(found.group(), found.start(), found.end(), frozenset(), dose_of(found)))
    return made


def _dose_places(dose: str, text: str) -> list[int]:
    made = [m.start() for m in DOSE.finditer(text) if dose_of(m) == dose]
    unit = dose.lstrip("0123456789.e+-")
    made += [
        m.start()
        for m in _LISTED.finditer(text)
        if f"{float(m['amount']):g}{unit}" == dose and unit.startswith(m["unit"].replace("\u03bcg", "mcg").lower())
    ]
    return made


def _within(inner: Arm, outer: Arm) -> bool:
    return outer.dose == inner.dose and outer.start - 24 <= inner.start <= outer.end + 24


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that touch, or that a hyphen or slash joins, are one treatment."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif made and re.fullmatch(r"\s?[-/+]\s?|\s(?:plus\s)?", text[made[-1][1] : start]):
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made
