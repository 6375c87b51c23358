"""Results as printed: a number with what belongs to it (percent, events, denominator, spread, unit)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.appraise.findings.mentions import NUM, PERCENT, VALUE_SIGN, WORD_NUM, number
from probatum.text.expressions import expression

Place = tuple[int, int]
"""Start and end in the sentence."""


class Value(NamedTuple):
    """One result; offsets count from the sentence's start and `end` includes its brackets."""

    start: int
    end: int
    figure: Place
    percent: bool = False
    unit: str = ""
    events: Place | None = None
    denominator: Place | None = None
    spread: Place | None = None
    spread_kind: str = ""
    bracket: Place | None = None
    """A bracketed range that follows, e.g. `(2 to 6)`."""
    spelled: bool = False
    counted: bool = False
    """True for a bare count of people or events."""


_INT = r"(?:\d{1,3}(?:,\d{3})++|\d++)(?![\d.·]*\d)"
_PERSON_TIME: Final = (
    r"(?:(?:events?|cases|deaths|episodes|infections|falls|fractures)\s)?(?:per|/)\s?(?:1|10|100|1[, ]?000|10[, "
    r"]?000|100[, ]?000)"
    r"[\s-](?:person|patient|participant|subject|child|woman|women|people|catheter|ventilator|hospital|bed|"
    r"patient-bed)s?[\s-]?"
    r"(?:years?|yrs?|months?|weeks?|days?)(?:\sat risk|\sof follow-up)?"
    r"|per\s(?:(?:person|patient|participant|subject|child|woman)[\s-])?(?:year|month|week|day|night)(?!s?\s\d)"
)
"""Rates per person-time: `per 1,000 person-years`, `/100 patient-months`, `per person-year`, `per month`."""
_FILTRATION: Final = (
    r"m[lL]\s?(?:/|per)\s?min(?:ute)?\s?(?:/|per)\s?1[.·]73\s?m(?:\(2\)|[2²])(?:\s?(?:/|per|a)\s?(?:year|month))?"
)
"""`ml/min/1.73 m2`, of the kidneys."""
_UNIT_ATOM = (
    r"(?:percentage points?|points?|mm ?Hg|cm ?H2O|mmol|[µμu]mol|nmol|pmol|mol|mEq|mg|mcg|[µμ]g|"
    r"microg(?:ram)?s?|ng|pg|kg|g(?=[\s/,.;)\]]|$)|"
    r"dL|dl|mL|ml|L(?=[\s/,.;)\]]|$)|cm|mm|[µμ]m|nm|km|m(?=[\s/,.;)\]]|$)|kcal|kJ|IU|m?U(?=/)|beats|"
    r"bpm|breaths|events|episodes|cases|"
    r"seconds?|sec|s(?=[,.;)\]]|$)|msec|ms|minutes?|mins?|hours?|hrs?|h(?=[\s,.;)\]]|$)|(?<=\s)d(?=[\s,.;)\]]|$)(?!\s?=)|days?|nights?|"
    r"weeks?|months?|years?|yrs?|"
    r"cramps|attacks|seizures|person-years|patient-years|letters|dB|"
    r"m?Gy(?:\s?[*·.×x]\s?cm2?)?|[mµμ]Sv|[kM]Pa|degrees(?: C)?|°C?|METs?|units?|cells|copies)"
)
_UNIT: Final = (
    rf"(?:[\s-]?(?P<{{name}}>{_PERSON_TIME}|{_FILTRATION}|"
    rf"{_UNIT_ATOM}(?:\([23]\)|[23²³](?!\d))?(?:\s?(?:/|per|a|each)\s?(?:100 |"
    rf"1,?000 |10,?000 |"
    rf"100,?000 )?(?:m\(2\)|m\(3\)|{_UNIT_ATOM}|day|week|month|year|night|hour|d|person-years|patients?|"
    rf"women|min|h|kg|m2|24 ?h|dL|L|mL)(?!\w)){{{{0,2}}}})(?![\w]))?"
)


def _unit(name: str) -> str:
    return _UNIT.format(name=name).replace("{{", "{").replace("}}", "}")


_PEOPLE = (
    r"(?:patients?|subjects?|participants?|women|woman|men|man|children|child|infants?|people|persons?|cases?|"
    r"controls|"
    r"eyes|girls?|boys?|adults?|individuals?|neonates?|babies|mothers?|students?|respondents?|pregnancies|knees|hips|"
    r"teeth|limbs|animals|rats|mice)"
)
_COUNT: Final = rf"(?:{_INT}|(?<!hundred )(?<!hundred and )(?<!thousand ){WORD_NUM}(?!\w)(?!\s(?:hundred|thousand)))"
_SIGN = r"(?:[-−–](?=[\d.·])|\+(?=[\d.·]))?"
_PLUS_MINUS = r"(?:±|\+\s?/\s?[-−–]|\+[-−]|\\+/-)"
_SPREAD_KIND = (
    r"(?:SDs?|S\.D\.|s\.\s?d\.\s?|sd|SEM?|S\.E\.M?\.?|s\.e\.m?\.?|standard deviations?|"
    r"standard errors?(?: of the mean)?)"
)

_LIMITS: Final = r"(?:[;,]?\s?[\[(]?\s?Ⓒ++\s?[\])]?)?+"
"""`(8% [95% CI 4 to 15])`: the interval of a share within its bracket."""
_FRACTION = expression(
    rf"(?P<e>{_COUNT})(?:\s?(?:/|\sof|\sout of)|\s(?:[a-z-]+\s)?{_PEOPLE}\sout of)\s?(?:the\s|these\s|"
    rf"all\s)?(?P<n>{_COUNT})(?!\s?[/%])(?!\s(?:person|patient|subject)s?[\s-](?:year|month|day))(?:\s(?:\w+\s){{0,1}}?{_PEOPLE})?"
    rf"(?:,?\s?[\[(]\s?(?P<p>{NUM}){PERCENT}{_LIMITS}\s?[\])]|(?:,\s|\s?=\s?|;\s)(?P<p2>{NUM}){PERCENT})?",
    re.IGNORECASE,
)
_PERCENT_FRACTION = expression(
    rf"(?P<p>{NUM}|{WORD_NUM}){PERCENT}(?:\sof\s(?:the\s|all\s|these\s)?{_PEOPLE})?\s?[\[(]\s?(?:[nN]\s?=\s?)?(?P<e>{_COUNT})(?:\s?(?:/|of|"
    rf"out of)\s?(?:the\s)?(?P<n>{_COUNT}))?(?:\s(?:\w+\s)?{_PEOPLE})?\s?[\])]"
    rf"|(?P<pb>{NUM}){PERCENT}\s?,\s?(?P<eb>{_INT})\s?(?:/|of|out of)\s?(?P<nb>{_INT})",
    re.IGNORECASE,
)
_SAID_COUNT = expression(
    rf"(?P<e>{_INT})(?:\s(?:\w+\s)?{_PEOPLE})?\s?[,;]\s?(?P<p>{NUM}){PERCENT}(?=\s?[\])])", re.IGNORECASE
)
"""`(n = 17; 50%)`, `(14 patients, 35%)`, from the number on."""
_PERCENT_OF = expression(
    rf"(?P<p>{NUM}|{WORD_NUM}){PERCENT}\sof\s(?:the\s|"
    rf"all\s)?(?P<n>{_INT})(?=\s(?:[\w-]+\s){{0,2}}{_PEOPLE})(?:\s(?:[\w-]+\s)?{_PEOPLE})?",
    re.IGNORECASE,
)
_COUNT_PERCENT = expression(
    rf"(?P<e>{_COUNT})(?:\s(?:\w+\s)?{_PEOPLE})?\s?[\[(]\s?(?P<p>{NUM}){PERCENT}(?:\s[\[(]Ⓒ++[\])]?|[;,]\s[ⒸⓍ]+|[;,]\s?\d+\s?/\s?(?P<n2>{_INT}))?\s?[\])](?:\s(?:out\s)?of\s(?:the"
    rf"\s|all\s)?(?P<n>{_COUNT})(?:\s{_PEOPLE})?)?",
    re.IGNORECASE,
)
_SPREAD = expression(
    rf"(?P<m>{_SIGN}{NUM})(?P<pct>{PERCENT})?{_unit('u1')}\s?(?:{_PLUS_MINUS}\s?(?P<s>{NUM})(?P<pct2>{PERCENT})?|"
    rf"[\[(]\s?(?:{_PLUS_MINUS}\s?)?(?P<k>{_SPREAD_KIND})?\s?[=:,]?\s?(?:{_PLUS_MINUS}\s?)?(?P<sb>{NUM}"
    rf")(?P<pct3>{PERCENT})?(?:\s?{_UNIT_ATOM})?\s?[\])])"
    rf"(?:\s?(?P<k2>SD|SEM?|s\.d\.|s\.e\.m?\.)(?![\w]))?{_unit('u2')}",
)
_PLAIN = expression(rf"(?P<m>{_SIGN}{NUM})(?:(?P<pct>{PERCENT})|{_unit('u')})")
_WORD_PERCENT = expression(rf"(?P<m>{WORD_NUM}){PERCENT}", re.IGNORECASE)
"""`Forty eight per cent`."""
_RANGED = expression(r"\s?(?P<r>Ⓡ+)")
_UNIT_BEHIND = expression(rf"(?=[\s-]\S){_unit('u')}")
"""`5 (3-8) days`: the unit behind the range."""
_WORD_COUNT = expression(
    rf"(?P<e>{WORD_NUM})(?!\w|-)(?=\s\w)(?!\s(?:groups?|arms?|treatments?|study|studies|trials?|"
    rf"months?|weeks?|days?|years?|hours?|times|doses|or|of\b|and|to|different|"
    rf"main|major|methods|types?|more|consecutive|separate|techniques|procedures|drugs|regimens|items|"
    rf"domains|scales|measures|variables|factors|cent(?:er|re)s|hospitals|"
    rf"conditions|cohorts|populations|sites|outcomes|primary|secondary|parameters|questions|strategies|"
    rf"models|modalities|approaches|third|thirds|quarters|half|the|such|was|were|had|in|at|on|for|with|"
    rf"may|hundred))",
    re.IGNORECASE,
)
_START = expression(
    rf"(?<![\w.·,/^])(?<![^)\s]:)(?<!\w[-–])(?:{_SIGN}{NUM})(?!\s?[-–]?(?:th|st|nd|rd)\b)|(?<![\w-]){WORD_NUM}(?![\w-])",
    re.IGNORECASE,
)
_CURRENCY = expression(r"(?:(?:US|CA|AU|Can|UK)\s?)?[$€£¥]\s?$|(?<![A-Za-z])(?:USD|EUR|GBP)\s$")
"""A currency before a sum of money."""
_SCALE = expression(r"\s(?:thousand|million|billion|trillion)\b")
_BROKEN = expression(r"\d+[.·]\s\d+\s?%")
"""A decimal torn apart by a line break of the source (`14. 8%`): not readable with certainty."""
_BAD_AFTER = expression(
    r"[A-Za-z(]\d|[A-Z]{2,}|[-‐–](?:[a-z]|year|fold)|:\d|/\d|\(\d\)?\(|,\d{4,}|[-\s]?fold\b|\s?times\b|\s?x\s?10"
)
_BEFORE_SPREAD = rf"(?:(?:means?|averages?|values?|,|and|{_PLUS_MINUS}|[\[(])\s?[\[(]?\s?(?:{_PLUS_MINUS})?\s?(?:1\s)?)"
_SPREAD_NAMED = expression(
    rf"{_BEFORE_SPREAD}(?:SDs?|S\.D\.|s\. ?d\.)(?!\w)|(?<![\w-])(?:SD\s?[=:]?\s?(?=\d)|standard deviations?)(?!\w)"
)
_ERROR_NAMED = expression(
    rf"{_BEFORE_SPREAD}(?:SEM?|S\.E\.M?\.?|s\.e\.m?\.?)(?!\w)|"
    rf"(?<![\w-])(?:SEM?\s?[=:]?\s?(?=\d)|standard errors?)(?!\w)"
)


def read(text: str, masked: str) -> tuple[str, list[Value]]:
    """All values of a sentence, and the masked text with each value's characters replaced by VALUE_SIGN."""
    chars = list(masked)
    values: list[Value] = []
    position = 0
    kind = _sentence_spread(text)
    while True:
        match = _START.search(masked, position)
        if match is None:
            break
        start = match.start()
        broken = _BROKEN.match(masked, start)
        if broken is not None:
            position = broken.end()
            continue
        value = _at(masked, start, kind)
        if value is None:
            position = match.end()
            continue
        values.append(value)
        chars[value.start : value.end] = VALUE_SIGN * (value.end - value.start)
        position = value.end
    return "".join(chars), _sharing(masked, values)


def _sharing(masked: str, values: list[Value]) -> list[Value]:
    """`60 v 87%`: the sign behind the second figure is of both."""
    for index, (one, two) in enumerate(pairwise(values)):
        bare = not (one.percent or one.unit or one.spread or one.events or one.spelled)
        if bare and two.percent and not two.events and _AGAINST.fullmatch(masked, one.end, two.start):
            values[index] = one._replace(percent=True, counted=False)
        level = not (two.percent or two.unit or two.spread or two.events or two.spelled)
        if level and one.unit and _AGAINST.fullmatch(masked, one.end, two.start):
            values[index + 1] = two._replace(unit=one.unit, counted=False)
    return values


_AGAINST = expression(r"\s(?:versus|vs?\.?)\s")


def _sentence_spread(text: str) -> str:
    """What the sentence says its spreads are: `mean (SD)`, `mean ± SE`; empty when it says neither or both.

    A bare `±` says nothing (Altman and Bland, BMJ 2005;331:903).
    """
    deviation, error = _SPREAD_NAMED.search(text) is not None, _ERROR_NAMED.search(text) is not None
    return "" if deviation == error else "SD" if deviation else "SE"


_BARE_TIME = expression(r"(?:person|patient)-(?:years?|months?|days?)")
"""`per 1,000 person-years` without a number before it: no result."""


def _at(masked: str, start: int, kind: str) -> Value | None:
    for reader in (_percent_of, _fraction, _percent_fraction, _count_percent):
        value = reader(masked, start)
        if value is not None:
            return value
    share = _WORD_PERCENT.match(masked, start)
    if share is not None:
        return Value(start, share.end(), share.span("m"), True)
    word = _WORD_COUNT.match(masked, start)
    if word is not None:
        return Value(start, word.end("e"), word.span("e"), spelled=True, counted=True)
    spread = _spread(masked, start, kind)
    if spread is not None:
        return spread
    plain = _PLAIN.match(masked, start)
    if plain is None or (_BAD_AFTER.match(masked, plain.end("m")) and not plain["pct"] and not plain["u"]):
        return None
    end = plain.end()
    if plain["u"] and masked[max(0, start - 4) : start].lower() == "per " and _BARE_TIME.match(plain["u"].strip(" -")):
        return None
    ranged = _RANGED.match(masked, end)
    bracket = None
    unit = _unit_text(plain["u"])
    if ranged is not None:
        bracket, end = ranged.span("r"), ranged.end()
        behind = None if unit or plain["pct"] else _UNIT_BEHIND.match(masked, end)
        unit, end = (_unit_text(behind["u"]), behind.end()) if behind else (unit, end)
    money = _CURRENCY.search(masked, max(0, start - 5), start) if not unit and not plain["pct"] else None
    if money is not None:
        scale = _SCALE.match(masked, end)
        unit, end = money[0].strip() + (scale[0] if scale else ""), scale.end() if scale else end
    count = not plain["pct"] and not unit and plain["m"].isdigit()
    begin = money.start() if money else start  # the sign belongs to the sum, so that it parts it from no word before it
    return Value(begin, end, plain.span("m"), bool(plain["pct"]), unit, bracket=bracket, counted=count)


def _percent_of(masked: str, start: int) -> Value | None:
    match = _PERCENT_OF.match(masked, start)
    if match is None:
        return None
    return Value(start, match.end(), match.span("p"), True, denominator=match.span("n"))


def _fraction(masked: str, start: int) -> Value | None:
    match = _FRACTION.match(masked, start)
    if match is None:
        return None
    e, n = number(match["e"]), number(match["n"])
    if e > n or n < 2 or ("/" in match[0] and n <= 12 and not (match["p"] or match["p2"]) and e < n and n in (2, 3, 4)):
        return None
    share = "p" if match["p"] else "p2" if match["p2"] else ""
    return Value(
        start,
        match.end(),
        match.span(share) if share else match.span("e"),
        percent=bool(share),
        events=match.span("e"),
        denominator=match.span("n"),
        counted=not share,
    )


def _percent_fraction(masked: str, start: int) -> Value | None:
    match = _PERCENT_FRACTION.match(masked, start)
    if match is None:
        return None
    tail = "" if match["p"] else "b"
    n = match.span("n" + tail) if match["n" + tail] else None
    return Value(start, match.end(), match.span("p" + tail), True, events=match.span("e" + tail), denominator=n)


_ALONE = expression(r"(?:[nN]\s?=|[\[(])\s?$")


def _count_percent(masked: str, start: int) -> Value | None:
    said = _SAID_COUNT.match(masked, start) if _ALONE.search(masked, max(0, start - 5), start) else None
    if said is not None:
        return Value(start, said.end(), said.span("p"), True, events=said.span("e"))
    match = _COUNT_PERCENT.match(masked, start)
    if match is None:
        return None
    n = match.span("n") if match["n"] else match.span("n2") if match["n2"] else None
    return Value(start, match.end(), match.span("p"), True, events=match.span("e"), denominator=n)


def _spread(masked: str, start: int, kind: str) -> Value | None:
    match = _SPREAD.match(masked, start)
    if match is None:
        return None
    named = match["k"] or match["k2"] or ""
    label = ("SE" if re.match(r"s\.?\s?e|standard err", named, re.IGNORECASE) else "SD") if named else kind
    bracketed = match["s"] is None
    if bracketed and not label and not re.search(_PLUS_MINUS, match[0]):
        return None
    place = match.span("sb") if bracketed else match.span("s")
    unit = _unit_text(match["u1"] or match["u2"])
    percent = bool(match["pct"] or match["pct2"] or match["pct3"])
    return Value(start, match.end(), match.span("m"), percent, unit, spread=place, spread_kind=label or "")


def _unit_text(unit: str | None) -> str:
    return " ".join(unit.split()) if unit else ""
