"""Which of two treatments a sentence puts above the other: `more common with A than with B`, `A lowered it against
B`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.text.expressions import expression

UP: Final = (
    r"more|higher|greater|longer|larger|increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|rose|risen|rises?|elevated|doubled"
    r"|faster|quicker|commoner|(?<!weight )gain(?:ed|s)?|climb(?:ed|s|ing)?|lengthen(?:ed|s|ing)?|prolong(?:ed|s|ing)?"
    r"|(?:went|gone|going|goes|crept|edged|drifted|pushed|driven|brought|moved) up|swelled|surged|mounted|tripled|grew"
    r"|heightened|amplified"
    r"|(?<!days )(?<!weeks )(?<!months )(?<!years )(?<!hours )(?<!minutes )later"
    r"(?=\s(?:on|with|in|after|than|for|under|among)\b|\s?\Z)"
)
DOWN: Final = (
    r"less|lower(?:ed|s|ing)?|fewer|shorter|smaller|milder|reduc(?:e[sd]?|ing|tions?)|decreas(?:e[sd]?|ing)|fell|falls?|fallen"
    r"|declin(?:e[sd]?|ing)|dropp?(?:ed|s|ing)?|cuts?|rarer|slower|diminish(?:ed|es)?|halved|lost|shorten(?:ed|s)?"
    r"|(?:went|gone|going|goes|came|come|crept|edged|drifted|pushed|driven|brought|took|taken|moved) down|slipped|sank"
    r"|dwindled|shr[au]nk(?:en)?|dipped|subsided|ebbed|trimmed|curbed|blunted|dampened|muted|attenuated|suppressed"
    r"|(?:sooner|earlier)(?=\s(?:on|with|in|after|than|for|under|among)\b|\s?\Z)"
)
GOOD: Final = (
    r"better|superior|easier|smoother|gentler|improv(?:e[sd]?|ing|ements?)|favou?r(?:ed|s|ing)?|outperform(?:ed|s)?"
    r"|reliev(?:e[sd]?|ing)|eased?|sooth(?:e[sd]?|ing)|prevented"
)
BAD: Final = r"worse|inferior|worsen(?:ed|s)?|deteriorat(?:ed|es)|aggravat(?:ed|es)"
WORD: Final = expression(
    rf"\b(?:(?P<less>(?:less|fewer)\s(?:often|frequent(?:ly)?|common(?:ly)?|likely))|(?P<up>{UP})"
    rf"|(?P<down>{DOWN})|(?P<good>{GOOD})"
    rf"|(?P<bad>{BAD}))\b",
    re.IGNORECASE,
)
_MORE: Final = expression(r"\b(?:more|greater|larger|further|bigger|faster)\b", re.IGNORECASE)
_THAN: Final = expression(
    r"\b(?:than(?:\s(?:was|were|is|did|those|patients|people|women|men|in|with|on|after|for|given|adding|the|a|an"
    r"|from|that|of|to|its))*"
    r"|(?:compared|comparison)\s(?:with|to)|versus|vs\.?|relative\sto|against|over"
    r"|(?:below|above)\s(?:that|those)(?:\s(?:of|with|on|in|for|the|patients|people|women|men))*)\s",
    re.IGNORECASE,
)
NOT_COMPARED: Final = expression(
    r"\b(?:more|less|fewer|greater|higher|lower) than (?:an? |about )?(?:[0-9]|half|one|two|three)|\bat least\b"
    r"|\bor more\b|\bor less\b"
    r"|\bdrop-?outs?\b|\bdrop of\b|\blower (?:limb|back|respirat|urinary|extremit)\w*"
    r"|\bover (?:[0-9]|half|(?:a|one) (?:half|third|quarter|fifth|tenth))",
    re.IGNORECASE,
)
NO_MORE: Final = expression(
    r"\b(?:but|though|although|yet|albeit|if)\s(?:no|not)\s(?:any\s|significantly\s|statistically\s)?(?:more|less|fewer"
    r"|greater|higher|lower|better|worse|longer|shorter)(?:\s(?:often|so))?(?=\sthan\b)",
    re.IGNORECASE,
)
"""`Improved with A, though no more than with B`: neither stands above the other."""
OPPOSITE: Final = {"up": "down", "down": "up", "good": "bad", "bad": "good"}
TOLD: Final = {"up": "higher", "down": "lower", "good": "better", "bad": "worse"}
"""The ways in words for a reader."""


_MUCH: Final = expression(
    rf"\b(?:(?P<up>{UP}|went up)|(?P<down>{DOWN}|went down)|(?P<good>{GOOD})|(?P<bad>{BAD}|deteriorated))"
    r"(?:\s[\w-]{1,20}){0,3}?\s(?:(?P<less>less|least)|(?P<more>more|further|faster|most))"
    r"(?=\s(?:so\s)?(?:on|with|in|after|than|for|under|among|when|at)\b|\s?[,.;]|\s?\Z)",
    re.IGNORECASE,
)
"""A verb of change with its measure behind it: `improved less`, `fell further`."""


_NOUN: Final = (
    r"(?P<down>reductions?|decreases?|declines?|(?:fall|drop)(?=\s(?:in|of|from)\b)|lowering)"
    r"|(?P<up>increases?|rise|elevations?)|(?P<good>improvements?|benefits?|relief|recovery|healing|efficacy)"
    r"|(?P<bad>worsening|deterioration)"
)
"""Changes as nouns. What is lost or gained (blood, weight) is an outcome of its own name and stands for no way."""
_LARGE: Final = r"greate(?:r|st)|large(?:r|st)|bigge(?:r|st)|highe(?:r|st)|stronge(?:r|st)|steeper|faster|more|most"
_SMALL: Final = r"smalle(?:r|st)|lesser|less|least|lower|weaker|slower|poorer"
_SIZED: Final = expression(
    rf"\b(?:(?P<more>{_LARGE})|(?P<less>{_SMALL}))\s(?:(?!than\b|in\b|of\b|and\b|with\b)[\w-]{{1,20}}\s){{0,2}}?"
    rf"(?:{_NOUN})\b",
    re.IGNORECASE,
)
"""A change as a noun with its measure before it: `a smaller improvement`."""
_SIZE: Final = expression(
    rf"\b(?:{_NOUN})\b[^.;,]{{0,60}}?\b(?:was|were|is|are)\s(?:\w+ly\s|much\s|far\s){{0,2}}"
    rf"(?:(?P<more>{_LARGE})|(?P<less>{_SMALL}))(?!\s(?:likely|often|common|frequent))\b",
    re.IGNORECASE,
)
"""The same with its measure behind it: `decreases in it were much greater`."""


def composed(text: str) -> str:
    """Which way a change leads that is told with its measure: what improved less, or had the smaller improvement, is
    worse, what fell less is higher; empty where none is told so."""
    found = _MUCH.search(text)
    if found is None:
        found = _SIZED.search(text) or _SIZE.search(text)
    if found is None or (found["up"] or "").lower() in ("more", "less"):
        return ""
    kind = next(k for k in ("up", "down", "good", "bad") if found[k])
    return OPPOSITE[kind] if found["less"] else kind


class Compared(NamedTuple):
    """`first` stands `way` of `second`; both are places in a sequence of arms."""

    first: int
    second: int
    way: str
    """up, down, good or bad."""


def read(text: str, arms: Sequence[tuple[int, int]]) -> tuple[Compared, ...]:
    """The comparisons of a clause. `arms` are pairs of offset and number of the treatment named there, in order.

    The treatment behind `than`, `compared with`, `versus` is the second; the one named before it, else behind, the
    first.
    """
    made: list[Compared] = []
    if NO_MORE.search(text):
        return ()
    for than in _THAN.finditer(text):
        if NOT_COMPARED.search(text[max(0, than.start() - 10) : than.end() + 6]):
            continue
        behind = [(p, n) for p, n in arms if than.start() <= p <= than.end() + 60]
        before = [(p, n) for p, n in arms if p < than.start()]
        if not behind:
            continue
        second = behind[0][1]
        first = next((n for _, n in reversed(before) if n != second), None)
        if first is None:
            later = [(p, n) for p, n in arms if p > behind[0][0] and n != second]
            first = later[0][1] if later else None
        way = _way(text[: than.start()])
        if first is not None and way:
            made.append(Compared(first, second, way))
    if not made:
        made.extend(_contrast(text, arms))
    return tuple(dict.fromkeys(made))


def compares(text: str) -> bool:
    """True where a text sets one thing against another: `than`, `compared with`, and no mere number behind it."""
    return any(not NOT_COMPARED.search(text[max(0, m.start() - 10) : m.end()]) for m in _THAN.finditer(text))


def against(text: str, arms: Sequence[tuple[int, int]]) -> tuple[int, str] | None:
    """The only treatment named, where it stands behind `than` or its like, with the way of what is not named against
    it: `fell below that of placebo`. None where nothing is compared so."""
    found = next(
        (m for m in _THAN.finditer(text) if not NOT_COMPARED.search(text[max(0, m.start() - 10) : m.end()])), None
    )
    behind = [n for p, n in arms if found is not None and found.start() <= p <= found.end() + 60]
    if found is None or not behind or any(p < found.start() for p, _ in arms):
        return None
    return behind[0], _way(text[: found.start()])


def _way(before: str) -> str:
    """Which way the words before `than` lead: `lowered it more` is down, `less often` is down, `improved more` good."""
    stretch = before[-220:]
    if told := composed(stretch):
        return told
    found = list(WORD.finditer(NOT_COMPARED.sub(" ", stretch)))
    if not found:
        return ""
    last = found[-1]
    if _MORE.fullmatch(last.group()) and re.search(r"\bchang\w*\b[^.;]{0,60}\Z", stretch[: last.start()]):
        return ""  # a greater change: up or down is not said
    kind = last.lastgroup or ""
    if kind == "less":
        return "down"
    if kind == "up" and _MORE.fullmatch(last.group()) and len(found) > 1 and last.start() - found[-2].end() < 90:
        return found[-2].lastgroup or "" if found[-2].lastgroup != "less" else "down"
    if (
        kind == "up"
        and _MORE.fullmatch(last.group())
        and re.match(
            r"\s(?:effective|efficacious|successful|beneficial|easily|readily|smoothly|comfortabl[ey]|satisf\w+"
            r"|quickly enough|helpful)",
            stretch[last.end() :],
        )
    ):
        return "good"
    if (
        kind == "down"
        and last.group().lower() == "less"
        and re.match(
            r"\s(?:effective|efficacious|easily|readily|smoothly|comfortabl[ey]|helpful)", stretch[last.end() :]
        )
    ):
        return "bad"
    return kind


def way_before(text: str) -> str:
    """Which way the words before a `than` lead; empty where they lead none."""
    found = _way(text)
    return "down" if found == "less" else found


def _contrast(text: str, arms: Sequence[tuple[int, int]]) -> list[Compared]:
    """`it rose on A while it fell on B`: two ways, each with its own treatment."""
    parts = re.split(r"\b(?:while|whereas|but|and|against)\b", text)
    if len(parts) < 2:
        return []
    made, at = [], 0
    for part in parts:
        start = text.find(part, at)
        at = start + len(part)
        named = {n for p, n in arms if start <= p < at}
        ways = {m.lastgroup for m in WORD.finditer(part)}
        if len(named) == 1 and len(ways) == 1:
            made.append((named.pop(), ways.pop() or ""))
    opposed = len(made) == 2 and OPPOSITE.get(made[0][1]) == made[1][1]
    if opposed and made[0][0] != made[1][0]:
        return [Compared(made[0][0], made[1][0], made[0][1])]
    return []
