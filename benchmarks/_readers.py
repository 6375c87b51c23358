"""The lock between readers: what is shown to one carries the figures, citations and certainty shown to another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from probatum.model import Answer, Kind, Level, Reader, Statement
from probatum.publish.page import TAIL, parts
from probatum.text import statistics

NUMBER: Final = re.compile(r"(?<![\w.])[-−]?\d+(?:[.,]\d+)*")
_SHARE: Final = re.compile(
    r"\b(?:about )?[\d.]+ (?:per|in(?: every)?|out of(?: every)?|of every) 1(?:,?000?|00)(?: people)?\b", re.IGNORECASE
)
"""A stated recalculation: `12 per 100 people`, `12 in every 100`."""
_SEARCHED: Final = re.compile(r" \(searched [\d-]+\)")
"""When was looked for what was not found, which a plain page tells under how this was searched."""
NEVER_LEFT_OUT: Final = ("bottom_line", "dosing", "safety")
"""Sections of which no reader may lack a statement; certainty is the fourth, wherever it stands."""

OWN_STEPS: Final = "algorithm."
"""Steps that patients and carers take themselves: other steps than those of professionals, from the same records."""
LEADS: Final = ("bottom_line", "reply")
"""Sections that come first: what they tell is not told again."""


def numbers(text: str) -> Counter[str]:
    """The figures of a text, each as often as it stands there."""
    return Counter(n.replace("−", "-").lstrip("-") for n in NUMBER.findall(text))


def testing(text: str) -> Counter[str]:
    """The figures that may become words: p values and intervals with their level."""
    spans = [(m.start, m.end) for m in statistics.read_p(text)]
    spans += [(m.start, m.end) for m in statistics.read_intervals(text)]
    spans += [(m.start(), m.end()) for m in re.finditer(r"\b(?:not )?significant at 0\.\d+", text)]
    return sum((numbers(text[a:b]) for a, b in spans), Counter())


def shown(answer: Answer) -> dict[str, tuple[str, Statement]]:
    """What this reader is shown: statement id -> words and statement."""
    return {
        line.statement.id: (line.words, line.statement)
        for part in parts(answer)
        if part.id not in TAIL
        for line in part.lines
    }


def broken(answers: Mapping[Reader, Answer]) -> list[str]:
    """Where the lock does not hold between the professional level (doctor) and every other reader, in words."""
    professional = shown(answers[Reader.DOCTOR])
    found: list[str] = []
    for reader, answer in answers.items():
        told = shown(answer)
        own = {name for name in told if reader.plain and name.startswith(OWN_STEPS)}
        found += [
            f"{reader.value}: {one} is shown to no professional"
            for one in told
            if one not in professional and one not in own
        ]
        found += [
            f"{reader.value}: {name}: {why}" for name in sorted(own) for why in _unheard(told[name][0], professional)
        ]
        found += [f"{reader.value}: {one} is left out" for one in _missing(professional, told)]
        for name, (words, statement) in told.items():
            if name in professional and name not in own:
                found += [f"{reader.value}: {name}: {why}" for why in _differs(*professional[name], words, statement)]
        if [w.text for w in answer.warnings] != [w.text for w in answers[Reader.DOCTOR].warnings]:
            found.append(f"{reader.value}: its warnings differ")
        if [(c.outcome, c.level) for c in answer.certainty] != [
            (c.outcome, c.level) for c in answers[Reader.DOCTOR].certainty
        ]:
            found.append(f"{reader.value}: its certainties differ")
    return found


def _missing(professional: Mapping[str, tuple[str, Statement]], told: Mapping[str, tuple[str, Statement]]) -> list[str]:
    """What may not lack, and does: a later line whose every source text the short answer gives is told there."""
    first = {span for name, (_, one) in told.items() if name.startswith(LEADS) for span in one.supports}
    return [
        name
        for name, (words, one) in professional.items()
        if name not in told
        and (name.split(".")[0] in NEVER_LEFT_OUT or words.lower().startswith("certainty for"))
        and (name.startswith(LEADS) or not one.supports or not first.issuperset(one.supports))
    ]


def _unheard(words: str, professional: Mapping[str, tuple[str, Statement]]) -> Sequence[str]:
    """Figures of a step for patients that stand nowhere on the page for professionals."""
    theirs = sum((numbers(text) for text, _ in professional.values()), Counter())
    extra = [n for n in numbers(_SHARE.sub("", words)) if n not in theirs]
    return [f"has figures of its own: {', '.join(sorted(extra))}"] if extra else []


def _differs(text: str, own: Statement, words: str, statement: Statement) -> Sequence[str]:
    found = []
    if words == text:
        return []
    mine, other = numbers(_SEARCHED.sub("", text)), numbers(_SHARE.sub(lambda m: m[0] if m[0] in text else "", words))
    if extra := other - mine:
        found.append(f"has figures of its own: {', '.join(sorted(extra))}")
    # People of every 1,000 are told to patients as people of every 100: a stated recalculation of both arms' risks.
    recalculated = statement.kind is Kind.CALCULATED and bool(_SHARE.search(words))
    if lacking := not recalculated and set(mine) - set(other) - set(testing(text)):
        found.append(f"lacks figures: {', '.join(sorted(lacking))}")
    if statement.supports != own.supports:
        found.append("has other citations")
    levels = [level.value for level in Level if re.search(rf"\b{level.value}\b(?:-| )certainty", text)]
    if [level for level in levels if level not in words]:
        found.append("does not say the certainty")
    return found
