"""The marks of a sentence: p values, intervals, times, doses, measure words, and the numbers that are left.

A sentence is masked, not parsed: each mark's characters are replaced by one sign of the same length, so that the
patterns of the sibling modules are short and every offset stays true.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import expression
from probatum.text.normal import fold

NUM: Final = r"(?:\d{1,3}(?:,\d{3})++(?:[.·]\d+)?|\d+(?:[.·]\d+)?|[.·]\d+)"
"""An unsigned number as biomedical prose prints it: `1,234`, `0.5`, `.05`, `0·7`."""
SIGNED: Final = rf"[-−–+]?\s?{NUM}"
PERCENT: Final = r"\s?(?:%|per ?cent\b(?!ile|age))"

P_SIGN, INTERVAL_SIGN, MEASURE_SIGN, TIME_SIGN, DOSE_SIGN, NUMBER_SIGN = "Ⓟ", "Ⓒ", "Ⓜ", "Ⓣ", "Ⓓ", "Ⓝ"
VALUE_SIGN, RANGE_SIGN, OTHER_SIGN = "Ⓥ", "Ⓡ", "Ⓧ"
SIGNS: Final = "ⓅⒸⓂⓉⒹⓃⓋⓇⓍ"

_WORDS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS: Final = {
    w: 10 * i for i, w in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=3)
}
NUMBER_WORDS: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate(_WORDS)},
    **_TENS,
    **{
        f"{ten}-{unit}": value + int(_WORDS.index(unit))
        for ten, value in {"twenty": 20, **_TENS}.items()
        for unit in _WORDS[1:10]
    },
}
"""Numbers written in words, up to ninety-nine."""
WORD_NUM: Final = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|"
    r"seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen)"
)


class Mention(NamedTuple):
    """A marked stretch of a sentence; offsets count from the sentence's start."""

    sign: str
    start: int
    end: int
    match: re.Match[str]


_P = expression(
    r"(?<![\w-])(?P<sides>one[- ](?:sided|tailed)\s)?"
    r"(?:[Pp](?:[-_ ]?(?P<sub>trend|interaction|int|noninferiority|non-inferiority))?(?:\s?[-‐–]?\s?values?)?"
    r"(?:,?\s?\(?(?:for|of)\s(?P<kind>(?:the\s)?(?:linear\s)?(?:trend|interaction|non-?inferiority|"
    r"superiority|heterogeneity|difference))\)?)?"
    r"|log[- ]?rank(?:\stest)?)"
    r"(?:\s?(?:was|were|of|is))?\s{0,2}:?\s{0,2}"
    r"(?P<rel></?=|>/?=|=<|=>|=|<|>|≤|≥|⩽|⩾|less than|greater than)?\s{0,2}:?\s{0,2}(?:or\s?=\s?)?"
    r"(?P<num>(?:0?[.·]\s?\d+|0?,\d+|0(?![.·,\d])|"
    r"1(?:[.·]0+)?(?![.·]?\d))(?:\s?[x×*]\s?10\s?[-−–(]+\d+\)?|[eE][-−]\d+)?|"
    r"\d[.·]?\d*(?:\s?[x×*]\s?10\s?[-−–(]+\d+\)?|[eE][-−]\d+)|n\.?s\b\.?|N\.?S\b\.?)"
)
_UNIT_GAP = (
    r"(?:\s?(?:[A-Za-zµμ]{1,6}[23²³]?/(?:\d+\s)?[A-Za-zµμ]{1,6}[23²³]?(?:/[a-z]{1,5})?|"
    r"%|per ?cent|percentage points?|points?|days?|weeks?|months?|years?|hours?|minutes?|min|"
    r"mm ?Hg|kg(?:/m2)?|mg(?:/dL)?|mmol/[lL]|g|mL|cm|mm|h|d))?"
)
_CI = expression(
    rf"(?:(?P<level>\d\d(?:\.\d+)?)\s?(?:%|per ?cent)?[- ]{{0,2}})?"
    rf"(?:(?:confidence|credible|credibility)\s(?:intervals?|limits?)|(?<![\w-])(?:C\.?I\.?s?|CrIs?)(?![\w-]))"
    rf"(?:\s?[\[(]\s?(?:(?:\d\d\s?%\s?)?(?:CIs?|CrIs?))\s?[\])])?"
    rf"\s?(?:[:,=;]\s?)?(?:for (?:the )?difference\s?[:,=]?\s?)?(?:of |was |from |between |is )?[\[({{]?\s?"
    rf"(?P<low>{SIGNED}){_UNIT_GAP}\s?(?P<sep>to|through|and|[-‐−–—,;]|"
    rf"\.{{2,3}})\s?(?P<high>{SIGNED}){_UNIT_GAP}(?![\w.·]*\d)\s?[\])}}]?",
    re.IGNORECASE,
)
_BARE_CI = expression(
    r"(?:\d\d(?:\.\d+)?\s?(?:%|per ?cent)[- ]{0,2})(?:(?:[a-z-]+\s){0,2}?(?:confidence|credible|prediction)\s"
    r"(?:intervals?|limits?)|"
    r"C\.?I\.?s?\b|CrIs?\b)",
    re.IGNORECASE,
)
_RANGE = expression(
    rf"[\[(]\s?(?P<label>range|IQR|interquartile range|"
    rf"inter-quartile range)?\s?[:,=;]?\s?(?P<low>[-−–]?{NUM}){_UNIT_GAP}"
    rf"\s?(?:to|--|[-‐–—,;])\s?(?P<high>[-−–]?{NUM}){_UNIT_GAP}\s?[\])]",
    re.IGNORECASE,
)
_TEST = expression(
    rf"(?<![\w-])(?:[tFzZQHU]|chi[- ]?squared?|χ\s?2|χ²|X2|I\s?2|I²|df|d\.f\.|η2|"
    rf"ηp2)\s?(?:[\[(]\s?\d+(?:\s?[,;]\s?\d+)?\s?[\])])?\s?(?:=|<|>)\s?{SIGNED}\s?%?"
)
_COUNT_N = expression(
    r"(?<!% )(?<!%)(?<!%\s\()(?<!%\()(?<!cent )(?<!cent \()[\[(]?\s?(?<![\w-])[nN]\s?=\s?(?P<n>\d{1,3}"
    r"(?:,\d{3})+|\d+)(?!\d|[,;]\s?\d+(?:[.·]\d+)?\s?%)\s?[\])]?"
)
_UNIT_OF_TIME = r"(?:seconds?|minutes?|min|hours?|hrs?|h|days?|nights?|weeks?|wks?|wk|months?|mo|years?|yrs?|yr|y)"
_NTH = r"\d+(?![.·]?\d)(?:(?:,\s?\d+(?![.·]?\d|\s?%))*(?:,?\s?(?:and|to)\s?|-)\d+(?![.·]?\d|\s?%))?"
"""`week 12`, `weeks 4, 8 and 12`: a figure behind a comma alone is none of them (`At week 12, 37% had it`)."""
_CHANGED = (
    "reduced",
    "increased",
    "decreased",
    "declined",
    "fell",
    "rose",
    "dropped",
    "shortened",
    "prolonged",
    "improved",
)
_FROM = "".join(f"(?<!{verb}\\s)" for verb in _CHANGED) + "from"
"""`the stay fell from 5 to 3 days` is of two lengths, and no time of measurement."""
_TIME = expression(
    rf"(?<![\w-])(?:(?:at|after|within|during|over|for|until|through|every|before|past|{_FROM}|"
    rf"since)\s(?:the\s|a\s|an\s|about\s|approximately\s|up to\s)?"
    rf"(?:first\s|last\s|next\s|median\s|mean\s|follow-up of\s|median follow-up of\s|mean follow-up of\s){{0,3}}"
    rf"(?:(?:{NUM}|{WORD_NUM})(?:\s?(?:,|and|or|to|-|–)\s?(?:{NUM}|{WORD_NUM})){{0,4}}(?:\s|"
    rf"-)?{_UNIT_OF_TIME}\b(?!\sof\sage)(?:\s(?:of\s(?:follow[- ]?up|treatment|therapy)|follow[- ]?up|"
    rf"postoperatively|later))?"
    rf"|(?:week|month|day|year|visit)s?\s{_NTH})"
    rf"|by\s(?:{NUM}|{WORD_NUM})\s{_UNIT_OF_TIME}(?=,|\s(?:occurred|was|were|had|did|developed)\b)"
    rf"|at\s(?:the\s)?age\sof\s{NUM}(?:\s|-)?{_UNIT_OF_TIME}|at\s(?:discharge|hospital discharge|"
    rf"baseline|follow[- ]?up|end ?point|the end of (?:the )?(?:study|treatment|trial|therapy|"
    rf"follow-up)|study end|final follow-up|last follow-up|birth|term)\b"
    rf"|(?:{NUM}|{WORD_NUM})[-\s]{_UNIT_OF_TIME}(?=\s(?:after|follow|period|later|postop|post|"
    rf"treatment|course|study|trial))"
    rf"|{NUM}-{_UNIT_OF_TIME}\b"
    rf"|(?<!\w)(?:week|month|day|year)s?\s{_NTH}(?!\w))",
    re.IGNORECASE,
)
_DOSE = expression(
    rf"(?<![\w.·-]){NUM}(?:\s?(?:-|–|to)\s?{NUM})?[\s-]?(?:mg|mcg|µg|μg|microg(?:ram)?s?|g|gram|IU|"
    rf"units?|Gy|MBq|mCi|ml|mL|puffs?|kcal)"
    rf"(?:\s?(?:/|per|a)\s?(?:kg|m2|m\(2\)|day|d|h|hour|dose|week|kilogram|square meter|mL|ml|"
    rf"min)(?:\sbody ?weight)?){{0,2}}"
    rf"(?:\s(?:once|twice|three times|bid|tid|daily|b\.i\.d\.|t\.i\.d\.|a day|per day))*(?![\w/])"
)
_YEAR = expression(
    r"(?<![\w.,/-])(?<!\d of )(?<!\d of the )(?:1[89]|20)\d\d(?:\s?(?:-|–|to|and)\s?(?:1[89]|20)\d\d|"
    r"\s?[-–]\s?\d\d)?(?![\w.,%/-]*\d)(?!\s?(?:%|patients|people|adults|women|men|children|subjects|participants|cases|"
    r"births|deliveries|[µμmkcdn]?[gLlm][23³²]?(?=[\s,;.)/\]]|$)|kcal|cells|steps|IU\b|points|(?:vs\.?|versus)\s\d|±|\+/))"
)
_NAMES = expression(
    r"(?<!\w)(?:(?:phase|steps?|grades?|gr\.?|types?|stages?|groups?|arms?|study|studies|trial|class|level|scores?|"
    r"tables?|figures?|fig\.|cohorts?|"
    r"version|chapter|case|patient|categor(?:y|ies)|grade|model|part|series|item|question|quartile|"
    r"quintile|tertile|days?|weeks?|months?|years?)"
    r"\s(?:\d+|(?-i:[IVX]+)\b)(?:\s?(?:,|and|or|to|-|–|/|vs\.?|versus|than|&)\s?(?:(?:group|arm|grade|"
    r"stage)s?\s)?(?:\d+|(?-i:[IVX]+))\b(?![%.\d]|\s?(?:[\[(]\d|±|\+|%|of\b|min\b|days\b|patients\b|points\b|"
    r"mm\b|per ?cent)))*(?!\d|\.\d|\s?%)"
    r"|(?:scale|range)\s(?:of|from)\s\d+(?:\s?(?:-|–|to)\s?\d+)?(?:\s?(?:mm|cm|points))?"
    r"|[\[(]\s?(?:range\s|scale\s)?\d+\s?(?:to|-|–)\s?\d+[,;]\s[a-z ]{0,40}"
    r"\b(?:better|worse|higher|lower)\b[a-z ]{0,40}[\])]"
    r"|\d+(?=\s(?:groups|arms|treatments|study|studies|trials|treatment groups|study groups)\b)|"
    r"per\s(?:\d{1,3}(?:,\d{3})+|\d+)(?=\s[a-z])(?!\s(?:person|patient|participant|subject|child|wom[ae]n|people|"
    r"catheter|"
    r"ventilator|hospital|bed)s?[\s-]?(?:years?|yrs?|months?|weeks?|days?))|(?:aged|age of|ages)\s(?:over |under |"
    r"between |>|<|"
    r"≥)?\s?\d+(?:\s?(?:-|–|to|and)\s?\d+)?(?:\syears?)?"
    r"|(?:(?:more|less|greater|fewer|higher|lower|at least|up to|over|"
    r"under)\s(?:than\s)?(?:or equal to\s)?|[<>≤≥]\s?(?:or\s?=\s?)?/?=?\s?)\d+(?:\.\d+)?(?:\s?%|"
    r"\s?mm ?Hg|\s?cm|\s?mm|\syears?(?: of age)?|\sdays?)?"
    r"|(?:\d{1,3}\s?[-–]\s?)?\d+(?:\.\d+)?(?:-(?:mm|cm|fr|g|mg|bed|lead|step)|[- ](?:point|item|fold|month|week|day|"
    r"year|hour|minute|cent(?:er|re)))\b(?=[\s-]\w))",
    re.IGNORECASE,
)
_INDEX = expression(r"(?<=[A-Za-z][A-Z])\(\d{1,2}\)|(?<=[A-Z][a-z])\(\d\)(?=[^)]|$)")
"""`FEV(1)`, `SpO(2)`: a figure of the name."""
_POWER = expression(rf"(?<![\w.]){NUM}\s?[x×*]\s?10\s?(?:[(\[]\s?[-−–+]?\d+\s?[)\]]|[-−–^]\s?\d+|[⁰¹²³⁴-⁹⁻]+)?")
_FREE_RANGE = expression(
    rf"(?<![\w.·,-])(?<!±\s)(?<!±)(?<!/-\s)(?<!/-)[-−–]?{NUM}(?:\s?%)?\s?(?:-|–|—|\sto\s)\s?{NUM}(?![\w.·])(?:\s?%)?"
)
_BEFORE_FREE_TO = expression(r"(?:from|between)\s?(?:a (?:mean|median) of\s)?$", re.IGNORECASE)
_CITATION = expression(
    r"(?<=[a-z.,])\s?\[\d+(?:\s?[,–-]\s?\d+)*\]|\((?:ref|fig|table|appendix)[^)]{0,40}\)", re.IGNORECASE
)


def mark(text: str) -> tuple[str, list[Mention]]:
    """Mask the marks of a sentence. Returns the masked text (same length) and the mentions in order.

    Numbers that are results are left unmasked for `values.read`; numbers in names, dates and the like become OTHER.
    """
    chars = list(text)
    mentions: list[Mention] = []

    def take(pattern: re.Pattern[str], sign: str) -> None:
        current = "".join(chars)
        result_end = -1
        for match in pattern.finditer(current):
            start, end = match.span()
            if sign == DOSE_SIGN and (_is_result(current, start, end) or _goes_on(current, result_end, start)):
                result_end = end
                continue
            if sign == RANGE_SIGN and not match["label"] and not _BEHIND_FIGURE.search(current, 0, start):
                sign_here = OTHER_SIGN
            else:
                sign_here = sign
            while end > start and (current[end - 1].isspace() or _closes_alone(current[start:end])):
                end -= 1
            if end > start:
                chars[start:end] = sign_here * (end - start)
                mentions.append(Mention(sign_here, start, end, match))

    if not any(c.isdigit() for c in text) and "ns" not in text.lower():
        return text, mentions
    _take_p(chars, mentions)
    take(_CI, INTERVAL_SIGN)
    take(_BARE_CI, OTHER_SIGN)
    take(_CITATION, OTHER_SIGN)
    take(_INDEX, OTHER_SIGN)
    take(_RANGE, RANGE_SIGN)
    take(_TEST, OTHER_SIGN)
    take(_COUNT_N, NUMBER_SIGN)
    _take_arm_times(chars, mentions)
    take(_TIME, TIME_SIGN)
    take(_DOSE, DOSE_SIGN)
    take(_NAMES, OTHER_SIGN)
    take(_YEAR, OTHER_SIGN)
    take(_POWER, OTHER_SIGN)
    _take_free_ranges(chars, mentions)
    mentions.sort(key=lambda m: m.start)
    return "".join(chars), mentions


_ARM_TIME = expression(
    rf"\b(?:with|on|receiving|given)\s(?P<name>(?:[A-Za-z][\w/-]{{1,24}}\s){{0,3}}?)(?P<time>(?:for\s)?(?:{NUM}|{WORD_NUM})"
    rf"[\s-]{_UNIT_OF_TIME})\b(?!\s(?:after|before|later|of))",
    re.IGNORECASE,
)


def _take_arm_times(chars: list[str], mentions: list[Mention]) -> None:
    """`with A for 5 days ... with A for 14 days`: how long each arm took it is its dose, and no time of measurement."""
    found = list(_ARM_TIME.finditer("".join(chars)))
    for match in found:
        own, time = match["name"].lower(), match["time"].lower()
        if any(other["name"].lower() == own and other["time"].lower() != time for other in found):
            start, end = match.span("time")
            chars[start:end] = DOSE_SIGN * (end - start)
            mentions.append(Mention(DOSE_SIGN, start, end, match))


_RESULT_BEFORE = expression(
    r"(?:(?<!\w)vs?\.?|versus|±|\+/-|(?<!\w)from|(?<!\w)by|(?<!\w)was|(?<!\w)were|averaged|respectively|"
    r"(?:similar|comparable|different|higher|lower|greater):)\s?[-−–]?\s?$"
)
_RESULT_AFTER = expression(
    r"\s?Ⓡ|\s?(?:[\[(]\s?(?:SD|SE|±|s\.d)|±|\+/-|(?:vs?\.?|versus)\s[\d.]+\s?(?:mg|g|m[lL]|mcg)\b)"
)


_BEHIND_FIGURE = expression(r"[\dⓅⒸ%)\]]\s?(?:[A-Za-zµμ/%²³.]{1,12}\s?){0,2}$")
"""A pair in brackets is of a figure before it; else it says of what scale or time the words are: `pain (0 to 10)`."""
_TO_NEXT = expression(
    r"\s(?:with|in|for|on|after)\s[^.;,()]{2,60}\s(?:and|versus|vs\.?|compared (?:with|to))\s(?:in\s)?"
)


def _goes_on(text: str, result_end: int, start: int) -> bool:
    """`was 23 mg with A and 62 mg with B`: what a result is set against is a result."""
    return result_end >= 0 and _TO_NEXT.fullmatch(text, result_end, start) is not None


def _is_result(text: str, start: int, end: int) -> bool:
    """A mass or volume is a dose unless it stands where a result stands (`23 vs 35 mg`, `was 871 mg (SD 20)`)."""
    return bool(_RESULT_BEFORE.search(text, max(0, start - 14), start) or _RESULT_AFTER.match(text, end))


def _closes_alone(inside: str) -> bool:
    """A mark ends with a bracket that it did not open."""
    return any(
        inside[-1] == close and inside.count(opening) < inside.count(close) for opening, close in ("()", "[]", "{}")
    )


def _take_p(chars: list[str], mentions: list[Mention]) -> None:
    current = "".join(chars)
    for match in _P.finditer(current):
        if match["rel"] is None and not re.match(r"n\.?s", match["num"], re.IGNORECASE) and "rank" not in match[0]:
            continue
        start, end = match.span()
        chars[start:end] = P_SIGN * (end - start)
        mentions.append(Mention(P_SIGN, start, end, match))


def _take_free_ranges(chars: list[str], mentions: list[Mention]) -> None:
    """Unlabelled ranges (`3-5 days`) are no results; `from 5.3 to 3.5` is, and stays."""
    current = "".join(chars)
    for match in _FREE_RANGE.finditer(current):
        if " to " in match[0] and _BEFORE_FREE_TO.search(current, max(0, match.start() - 30), match.start()):
            continue
        chars[match.start() : match.end()] = OTHER_SIGN * (match.end() - match.start())
        mentions.append(Mention(OTHER_SIGN, match.start(), match.end(), match))


def number(text: str) -> float:
    """The value of a printed number: thousands separators, mid-dots, word numbers, minus signs and powers of ten."""
    bare = text.strip().lower()
    if bare[:1].isalpha() and (spelled := re.sub(r"\s", "-", bare)) in NUMBER_WORDS:
        return float(NUMBER_WORDS[spelled])
    bare = re.sub(r"\s", "", fold(bare).text.replace("·", ".")).lstrip("+")
    power = re.fullmatch(r"(-?[\d.]+)[x×*]10[-(^]*(\d{1,3})\d*\)?", bare)
    if power:
        return float(power[1]) * 10.0 ** -int(power[2])
    if re.fullmatch(r"-?0?,\d+", bare):
        bare = bare.replace(",", ".")
    return float(bare.replace(",", ""))
