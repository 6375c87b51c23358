"""How many people an arm had, where the table beside a result does not say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from probatum.appraise import numbers
from probatum.appraise.rows.groups import Arms
from probatum.model import Record, SectionKind, SourceSection, Span
from probatum.text.expressions import expression

_PEOPLE = (
    r"(?:patients|subjects|participants|women|men|children|infants|people|persons|adults|individuals|neonates|"
    r"students|girls|boys|eyes|cases|animals|rats|mice|goats|dogs|households|volunteers|residents|nurses|athletes|"
    r"players|males|females|men|smokers|mothers|teeth|knees|controls|workers|physicians|dyads|couples)"
)
_N: Final = expression(rf"(?<![A-Za-z])[nN]\s?=\s?(?P<n>{numbers.NUMBER})(?!\s?[%.]\d)")
_COUNTED: Final = expression(
    rf"(?<![\w.,])(?P<n>{numbers.NUMBER})\s(?!(?:h|hours?|days?|weeks?|months?|years?|min|mg|ml)\b)(?:\w+\s){{0,2}}?"
    rf"{_PEOPLE}\b",
    re.IGNORECASE,
)
_IN: Final = expression(
    rf"(?<![\w.,=<>])(?P<n>{numbers.NUMBER})(?=\s(?:were\s)?(?:(?:randomi[sz]ed|assigned|allocated)\s)?(?:in|to)\s"
    r"(?:the\s)?(?!(?:total|all|each|both)\b)[\w+/ -]{1,60}?\s(?:groups?|arms?|conditions?|treatment)\b)",
    re.IGNORECASE,
)
"""`55 in the active treatment, and 50 in the control group`."""
_EACH: Final = expression(
    rf"(?:two|both|three|each|four|2|3|4|equal)\s(?:\w+\s){{0,3}}?(?:groups?|arms?)\s?(?:of|with|[,(:]|\w+\s){{0,4}}?\s?"
    rf"(?:[nN]\s?=\s?)?(?P<n>\d{{1,4}})\s?(?:{_PEOPLE}|\(each|each\)|in each)"
    rf"|(?<![\w.,±<>=−-])(?<![±<>=]\s)(?P<m>{numbers.NUMBER})\s(?:\w+\s)?{_PEOPLE}?\s?(?:in|per|for|to)\s(?:each|either|both)\s(?:\w+\s)?(?:groups?|arms?)"
    rf"|[nN]\s?=\s?(?P<k>\d{{1,4}})\s?(?:in|per|for)\s(?:each\s|either\s|both\s)?(?:\w+\s)?(?:groups?|arms?)\b",
    re.IGNORECASE,
)
_SPLIT: Final = expression(
    rf"(?P<total>{numbers.NUMBER})\s(?:[\w-]+\s){{0,5}}?(?:{_PEOPLE})\b(?:[^.;]|\.\d){{0,120}}?\b(?:divided|assigned|allocated|"
    rf"randomi[sz]ed|separated|categori[sz]ed|distributed)\b[^.;]{{0,40}}?\b(?:in)?to\s(?:one of\s)?(?:the\s)?"
    rf"(?P<k>two|three|four|five|2|3|4|5)\s(?:[\w-]+\s){{0,3}}?(?:groups?|arms?)",
    re.IGNORECASE,
)
"""`Thirty-two goats were divided into four groups`: equal groups, where the number allows them."""
_HALVED: Final = expression(
    rf"(?<![\w.,])(?P<total>{numbers.NUMBER})\s(?:[\w-]+\s){{0,4}}?{_PEOPLE}\b(?:[^.;]|\.\d){{0,140}}?\b(?:were|was)\s(?:\w+\s)?"
    r"(?:randomi[sz]ed|assigned|allocated)\b[^.;]{0,60}?\bto\s(?P<arms>(?:[^.;]|\.\d){8,160})",
    re.IGNORECASE,
)
"""`80 patients were randomly assigned to receive A or B`: half of them each, where nothing else is said."""
_LISTED: Final = expression(
    rf"(?<![\w.,])(?P<list>{numbers.IN_LIST}(?:,?\s(?:and\s)?{numbers.IN_LIST}){{1,4}})\s(?:\w+\s){{0,2}}?{_PEOPLE}\b"
    r"(?P<arms>[^.;]{5,200}?)\brespectively",
    re.IGNORECASE,
)
"""`283, 289 and 204 patients received A, B or placebo, respectively`."""
_GIVEN: Final = expression(r"\s(?:for|in|on|to|receiving)\s")
"""`n = 353 for the first drug`: the name stands behind the number."""
_SAYS_PEOPLE: Final = expression(
    rf"\b(?:{_PEOPLE}|randomi[sz]ed|assigned|allocated|enrolled|completed|analy[sz]ed|participated|included)\b",
    re.IGNORECASE,
)
_SAYS_EVENTS: Final = expression(
    r"\b(?:events?|AEs?|deaths?|cases|recorded|occurred|reported|experienced|developed|had|discontinued|withdr\w+)\b"
)
_GROUP_NAMED: Final = expression(
    r"(?:[\[(]\s?|\bto (?:the )?(?:\w+ )?)(?:group|arm|unit)\s[A-Z\d]{1,3}\b\s?[\])]?", re.IGNORECASE
)
_ALIKE: Final = {"each": 1.0, "half": 0.5, "split": 0.4}
"""Sizes said of every arm alike, and how much each speaks for one."""
_ASSESSED: Final = expression(
    r"\b(?:assessed|evaluated|analy[sz]ed|measured|available|tested|examined|completed|assessments?|data)\b",
    re.IGNORECASE,
)
_TOLD: Final = expression(r"\.\s|;\s(?![\w /-]{1,20},\s?$)")
"""Ends of what is told of a number; `(placebo, n = 28; active, n = 29)` is told of as one."""
FARTHEST: Final = 160
"""Characters behind a number in which its group is still named."""


class Size(NamedTuple):
    """A number of people, the words beside it, and where it stands."""

    n: int
    beside: str
    span: Span
    source: str
    """text (`n = 30`), counted (`30 patients`), each (said of every group alike), half or split (a share of all)."""
    told: str = ""
    """The words before it in its sentence: what these people were assessed for."""


def of_text(record: Record) -> tuple[Size, ...]:
    """Every number of people that titles, abstract, text and captions print, with the words around it."""
    return tuple(_sizes(record))


def _sizes(record: Record) -> Iterator[Size]:
    for section in record.sections:
        if section.kind in (SectionKind.REFERENCES, SectionKind.TABLE, SectionKind.OTHER):
            continue
        text = section.text[:60_000]
        yield from _split(record, section, text)
        yield from _listed(record, section, text)
        for pattern, source in ((_N, "text"), (_COUNTED, "counted"), (_IN, "counted"), (_EACH, "each")):
            for match in pattern.finditer(text):
                group = next(name for name in ("n", "m", "k") if match.groupdict().get(name))
                n = numbers.whole(match[group])
                if n is None or not 2 <= n < 10_000_000:
                    continue
                span = Span(record, section.id, match.start(group), match.end(group))
                told = _TOLD.split(text[max(0, match.start() - 140) : match.start()])[-1]
                if pattern is _IN and (not _SAYS_PEOPLE.search(told) or _SAYS_EVENTS.search(told)):
                    continue
                yield Size(n, _around(text, match.start(), match.end(), source), span, source, told)


def _split(record: Record, section: SourceSection, text: str) -> Iterator[Size]:
    for match in _SPLIT.finditer(text):
        total, parts = numbers.whole(match["total"]), numbers.whole(match["k"])
        if total and parts and total % parts == 0 and total // parts > 2:
            yield Size(total // parts, "", Span(record, section.id, match.start(), match.end()), "split")
    if section.kind is not SectionKind.ABSTRACT:
        return
    for match in _HALVED.finditer(text):
        total, named = numbers.whole(match["total"]), match["arms"]
        if total and total % 2 == 0 and total > 8 and len(re.findall(r"\bor\b|\band\b|\bversus\b|\bvs\b", named)) == 1:
            yield Size(total // 2, named, Span(record, section.id, match.start("total"), match.end("total")), "half")


def _listed(record: Record, section: SourceSection, text: str) -> Iterator[Size]:
    for match in _LISTED.finditer(text):
        amounts = list(re.finditer(numbers.NUMBER, match["list"], re.IGNORECASE))
        named = re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", match["arms"].strip(" ,"))[-len(amounts) :]
        if len(named) != len(amounts):
            continue
        for amount, name in zip(amounts, named, strict=True):
            n, start = numbers.whole(amount.group()), match.start("list")
            if n is not None and n >= 2:
                span = Span(record, section.id, start + amount.start(), start + amount.end())
                yield Size(n, name, span, "text")


def _around(text: str, start: int, end: int, source: str) -> str:
    """The words that say whose number it is: before `(n = 30)`, after `30 patients in the`."""
    before = re.split(r"[.;:]\s|\)|\band\b|\bor\b|,", text[max(0, start - 80) : start].rstrip("([ ,;"))[-1]
    after = re.split(r"[.;:]\s|\(|\band\b|\d|,", text[end : end + 60])[0]
    if source == "text":
        return after if _GIVEN.match(text[end:]) or not before else before
    if source == "each":
        return ""
    wide = text[end : end + FARTHEST]
    named = _GROUP_NAMED.search(wide)
    if named is not None and not re.search(rf"[.;]\s|\b{numbers.NUMBER}\s(?:\w+\s)?{_PEOPLE}", wide[: named.start()]):
        return named.group().strip(" ()[]").removeprefix("to ")
    shared = re.search(r"\b(?:assigned|allocated|randomi[sz]ed)\b", after) and re.search(r"\bor\b|\band\b", wide)
    return "" if shared else after


def _of_outcome(size: Size, outcome: frozenset[str], arms: Arms) -> bool:
    """True where the words before a size say that these people were assessed for the outcome."""
    held = outcome & arms.words.of(size.told)
    return _ASSESSED.search(size.told) is not None and 2 * len(held) >= len(outcome)


def in_note(text: str, arms: Arms, which: int) -> tuple[int, int, int] | None:
    """The size that a note under a table gives an arm: `n = 99 in the first group; n = 108 controls`, and where."""
    for match in _N.finditer(text):
        n = numbers.whole(match["n"])
        fits = arms.match(re.split(r"[;,.]", text[match.end() : match.end() + 60])[0])
        if n is not None and n >= 2 and fits[which] >= 0.4 and fits[which] > fits[1 - which] + 0.1:
            return n, match.start("n"), match.end("n")
    return None


class Vote(NamedTuple):
    """A size that an arm may have had: how much speaks for it, where it stands, and whether a table or the text."""

    n: int
    votes: float
    span: Span
    source: str


def of_arm(
    printed: Iterable[tuple[str, int, Span]],
    said: tuple[Size, ...],
    arms: Arms,
    which: int,
    *,
    crossover: bool,
    outcome: frozenset[str] = frozenset(),
) -> list[Vote]:
    """Sizes of an arm with those most spoken for first; those said of the outcome's own words before the others.

    `printed` are the labels of tables that hold a size. In a crossover study everybody is in both arms.
    """
    found: dict[int, Vote] = {}

    def vote(n: int, votes: float, span: Span, source: str) -> None:
        held = found.get(n)
        found[n] = Vote(n, votes, span, source) if held is None else held._replace(votes=held.votes + votes)

    for label, n, span in printed:
        match = arms.match(label)
        if match[which] >= 0.35 and match[which] > match[1 - which] + 0.1:
            vote(n, 1.0 + match[which], span, "table")
    everybody = next((s for s in said if s.source == "counted" and s.span.section.startswith("abstract")), None)
    if crossover and everybody is not None:
        vote(everybody.n, 1.5, everybody.span, "all")
    for size in said:
        if size.source in _ALIKE:
            both = arms.match(size.beside) if size.beside else (0.0, 0.0)
            if size.source != "half" or min(both) >= 0.25:
                vote(size.n, _ALIKE[size.source], size.span, size.source)
            continue
        match = arms.match(size.beside) if size.beside else (0.0, 0.0)
        if match[which] >= 0.45 and match[which] > match[1 - which] + 0.1 and match[1 - which] < 0.4:
            own = outcome and match[which] >= 0.6 and _of_outcome(size, outcome, arms)
            vote(size.n, match[which] + (2.0 if own else 0.0), size.span, "own" if own else "text")
    return sorted(found.values(), key=lambda v: -v.votes)
