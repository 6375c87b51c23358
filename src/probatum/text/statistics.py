"""p values, intervals and claims of significance, as sources print them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

import msgspec

from probatum.text.expressions import expression, made_by
from probatum.text.normal import Folded, fold


class PMention(msgspec.Struct, frozen=True):
    """A p value where it stands; `value` is None for `p = NS`. Offsets count in the text as given."""

    start: int
    end: int
    relation: str
    """`=`, `<`, `>`, `<=` or `>=`."""
    value: float | None
    text: str
    """The characters from `start` to `end`: `P value of 0.03`."""
    value_text: str = ""
    value_start: int = -1
    value_end: int = -1
    kind: str = ""
    """interaction, trend, heterogeneity, non-inferiority, one-sided, or empty for a plain two-sided test."""


class IntervalMention(msgspec.Struct, frozen=True):
    """An interval where it stands: low <= high; `level` in percent (95.0), None when it is not said."""

    start: int
    end: int
    low: float
    high: float
    level: float | None
    low_start: int
    low_end: int
    high_start: int
    high_end: int
    kind: str
    """`CI`, `CrI`, `IQR` or `range` (a bracketed pair after a figure, or a range said to be one)."""
    text: str = ""


_VALUE: Final = (
    r"(?P<value>[0-9](?:[.,][0-9]{1,12})?\s?(?:[x\u00d7*]\s?10\s?\^?\s?-\s?[0-9]{1,3}|[eE]-[0-9]{1,3})"
    r"|[01]?[.,]\s?[0-9]{1,16}|[01](?![0-9]))"
)
_SORT: Final = (
    r"interaction|int|trend|linear trend|heterogeneity|het|non-?inferiority|noninferiority"
    r"|superiority|difference|equivalence"
)
_P: Final = expression(
    rf"""
    (?<![A-Za-z0-9_/]) [Pp] (?:'?s(?=\s?[=<>\u2264\u2265]))?
    (?: [\s-]{{0,2}} (?:values?|val(?:\.|\b)) )?
    (?: [\s_-]{{0,2}} (?:(?:for|of) \s{{1,2}} (?:the\s)? )? \(? (?P<sort>{_SORT}) \)? (?![a-z]) )?
    (?: \s{{0,2}} \( (?P<note>[^()]{{1,30}}) \) )?
    (?: \s{{0,3}} (?P<relation> [<>]\s?or\s?= | :\s?[=<>\u2264\u2265]
        | <\s?=|=\s?<|>\s?=|=\s?>|[=<>\u2264\u2265:\u2248] | &lt; | &gt;
        | (?:(?:was|is|were|of|at)\s)? (?:less|lower|smaller)\sthan (?:\sor\sequal\sto)? | (?:(?:was|is
            |of)\s)? (?:greater|more|higher)\sthan
        | (?:was|is|were|of|at|equals) (?:\s?(?P<second>[=<>\u2264\u2265]))? ) \s{{0,3}}
      | \s (?=0?\.[0-9]) )
    (?: {_VALUE} (?![0-9]|\.[0-9]) | (?P<ns> (?:NS|ns|n\.\s?s\.?|N\.\s?S\.?|non-?significant
        |not\ssignificant) (?![A-Za-z]) ) )
    """,
    re.VERBOSE,
)
_BARE_NS: Final = expression(r"\(\s?(?:NS|n\.s\.|N\.S\.|ns)\s?\)")
_SIDED: Final = expression(r"one[ -](?:sided|tailed)|1-(?:sided|tailed)", re.IGNORECASE)
_RELATIONS: Final = {"\u2264": "<=", "\u2265": ">=", "&lt;": "<", "&gt;": ">", ":": "=", "\u2248": "="}
_SORTS: Final = {
    "int": "interaction",
    "linear trend": "trend",
    "het": "heterogeneity",
    "noninferiority": "non-inferiority",
    "superiority": "",
    "difference": "",
}


def _relation(found: re.Match[str]) -> str:
    raw = (found["relation"] or "=").lower()
    if found["second"]:
        raw = found["second"]
    if "less" in raw or "lower" in raw or "smaller" in raw:
        return "<=" if "equal" in raw else "<"
    if "than" in raw:
        return ">"
    raw = raw.replace(" ", "")
    raw = raw.replace("or", "")
    raw = raw[1:] if raw[:1] == ":" and raw[1:] else raw
    if raw in ("<=", "=<"):
        return "<="
    if raw in (">=", "=>"):
        return ">="
    return _RELATIONS.get(raw, raw if raw in "=<>" else "=")


def _number(text: str) -> float | None:
    bare = text.replace(" ", "").replace(",", ".")
    power = re.fullmatch(r"([0-9.]+)[x\u00d7*]10\^?-([0-9]+)", bare)
    if power:
        bare = f"{power[1]}e-{power[2]}"
    try:
        return float(bare)
    except ValueError:
        return None


def read_p(text: str) -> tuple[PMention, ...]:
    """All p values of a text, in order. A value above 1 is no p value and is left out."""
    folded = fold(text)
    made = [mention for found in _P.finditer(folded.text) if (mention := _p(text, folded, found)) is not None]
    for found in _BARE_NS.finditer(folded.text):
        start, end = folded.span(*found.span())
        made.append(PMention(start, end, "=", None, text[start:end]))
    return tuple(sorted(made, key=lambda m: m.start))


def _p(text: str, folded: Folded, found: re.Match[str]) -> PMention | None:
    start, end = folded.span(*found.span())
    around = folded.text[max(0, found.start() - 24) : found.end() + 24]
    sort = (found["sort"] or "").lower()
    kind = _SORTS.get(sort, sort)
    if not kind and found["note"] and re.search(r"interaction|trend", found["note"]):
        kind = "interaction" if "interaction" in found["note"] else "trend"
    if not kind and _SIDED.search(around):
        kind = "one-sided"
    if found["ns"]:
        return PMention(start, end, "=", None, text[start:end], kind=kind)
    value = _number(found["value"])
    if value is None or not 0 <= value <= 1:
        return None
    value_start, value_end = folded.span(*found.span("value"))
    printed = text[value_start:value_end]
    return PMention(start, end, _relation(found), value, text[start:end], printed, value_start, value_end, kind)


_NUM: Final = r"[-+]?\s?(?:[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]{1,8})?|[0-9]{1,9}(?:\.[0-9]{1,8})?|\.[0-9]{1,8})"
_UNIT: Final = (
    r"(?:\s?%|\s?(?!(?:to|and|through)\b)"
    r"(?:[a-zA-Z\u03bc]{1,8}(?:/[a-zA-Z0-9.]{1,6}){0,2}|percentage points|fold)(?=\s|[-;,)\]]))?"
)
_BETWEEN: Final = rf"{_UNIT}\s?(?:to|and|-|,|;|\.\.\.|\u00f7|through|/|:|~|\|)\s?"
_PAIR: Final = rf"(?P<low>{_NUM}){_BETWEEN}(?P<high>{_NUM})(?![0-9]|\.[0-9]|,[0-9]{{3}})"
_NAME: Final = (
    r"(?P<name>confidence\s(?:intervals?|limits?|bounds?)|credible\s?(?:intervals?|regions?)|credibility\sintervals?"
    r"|C\.?I\.?s?|c\.?i\.?|Cr\.?I|CLs?|BCI|HPD|IQR|interquartile\sranges?|inter-quartile\sranges?|ranges?|Ranges?"
    r"|RANGE)"
)
_LEVEL: Final = r"(?P<level>[89][0-9](?:\.[0-9]{1,2})?)\s?(?:%|percent|per\scent)?[\s-]?"
_MARKED: Final = expression(
    rf"""
    (?<![A-Za-z0-9.]) (?:{_LEVEL})? (?:two-sided\s|Bayesian\s|bootstrap\s|adjusted\s)? {_NAME} (?![A-Za-z])
    (?: [\s_(]{{0,2}} (?P<after>9[0-9](?:\.[0-9]{{1,2}})?)\s?% \)? )?
    (?: % (?=\s) )?
    (?: \s?[\[(] (?:9[0-9]\s?%\s?)?(?:C\.?I\.?|c\.?i\.?|CrI|IQR|CL)s? [\])] )?
    [\s]{{0,2}} (?:\s?(?:[:=,;]|of|was|were|is|from|between|ranging\sfrom
        |for\sdifference)){{0,2}} \s{{0,2}} (?P<open>[(\[{{]?) \s{{0,2}}
    {_PAIR}
    """,
    re.VERBOSE,
)
_HEADING: Final = expression(
    rf"(?<![A-Za-z0-9.])(?:{_LEVEL})(?:confidence\sintervals?|CI|CrI|credible\sintervals?)s?(?![A-Za-z])", re.I
)
_BRACKETED: Final = expression(
    rf"(?<=[0-9%A-Za-z)])\s?(?P<open>[(\[])\s?(?:(?P<sign>range|IQR)[:,]?\s)?{_PAIR}\s?%?\s?[)\]]"
)
_LOOSE: Final = expression(
    rf"{_PAIR}\s?%?[,;)\]]?\s?\(?{_LEVEL}(?P<name>CI|CrI|confidence\sinterval|credible\sinterval)(?![A-Za-z])"
)


_THOUSANDS: Final = expression(r"\s?[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])")


def _kind(name: str) -> str:
    lower = name.lower().replace(".", "")
    if lower.startswith(("cr", "hpd", "bci")):
        return "CrI"
    if lower.startswith(("iqr", "inter")):
        return "IQR"
    return "range" if lower.startswith("range") else "CI"


def read_intervals(text: str) -> tuple[IntervalMention, ...]:
    """All intervals of a text, in order and not overlapping.

    Read are intervals with a name (`95% CI 0.6 to 0.9`, `CI95%: 0.6, 0.9`, `IQR 4-9`), with the name after them, and
    bracketed pairs behind a figure (`0.8 [0.6; 0.9]`): these have kind `range`, or `CI` with the level when the text
    said before what its brackets hold (`OR (95% CI)`).
    """
    folded = fold(text)
    made: list[IntervalMention] = []
    taken: set[int] = set()
    for found in _MARKED.finditer(folded.text):
        level = found["level"] or found["after"]
        kind = _kind(found["name"])
        _add(made, taken, text, folded, found, kind, float(level) if level and kind in ("CI", "CrI") else None)
    for found in _LOOSE.finditer(folded.text):
        if _THOUSANDS.match(folded.text, found.start("low")):
            continue  # `31 of every 1,000 (95% CI 12 to 50)`: one number, and the name of what follows
        if any(m.start <= found.start("level") < m.end for m in made):
            continue  # `on a scale of 0 to 100 (95% CI 10 to 14)`: the name is of what follows
        _add(made, taken, text, folded, found, _kind(found["name"]), float(found["level"]))
    headings = [(h.end(), float(h["level"]), h.group()) for h in _HEADING.finditer(folded.text)]
    ends = [h[0] for h in headings]
    for found in _BRACKETED.finditer(folded.text):
        heading = bisect_right(ends, found.start()) - 1
        named = found["sign"]
        if named:
            _add(made, taken, text, folded, found, _kind(named), None)
        elif heading >= 0 and "." in found.group():
            _, level_said, words = headings[heading]
            _add(made, taken, text, folded, found, "CrI" if "r" in words[-3:] else "CI", level_said)
        elif _figure_before(folded.text, found):
            _add(made, taken, text, folded, found, "range", None)
    return tuple(sorted(made, key=lambda m: m.start))


def _figure_before(text: str, found: re.Match[str]) -> bool:
    """True when a bracketed pair stands behind a figure and is neither a citation `[12, 13]` nor two years."""
    before = text[max(0, found.start() - 14) : found.start() + 1].rstrip(" ([")
    whole = "." not in found.group()
    if whole and all(re.fullmatch(r"(?:19|20)[0-9]{2}", found[name]) for name in ("low", "high")):
        return False
    return (
        re.search(r"[0-9]\s?%?\Z" if whole else r"[0-9](?:\s?%|\s?[a-zA-Z\u03bc/]{1,8}(?:\([23]\))?)?\Z", before)
        is not None
    )


def _add(
    made: list[IntervalMention],
    taken: set[int],
    text: str,
    folded: Folded,
    found: re.Match[str],
    kind: str,
    level: float | None,
) -> None:
    low_span, high_span = folded.span(*found.span("low")), folded.span(*found.span("high"))
    start, end = folded.span(*found.span())
    held = {*range(*low_span), *range(*high_span)}
    if held & taken:
        return
    low, high = _signed(found["low"]), _signed(found["high"])
    if low > high:
        if kind == "range" and made_by(found, _BRACKETED):
            return
        low, high, low_span, high_span = high, low, high_span, low_span
    taken |= held
    made.append(IntervalMention(start, end, low, high, level, *low_span, *high_span, kind, text[start:end]))


def _signed(text: str) -> float:
    return float(text.replace(" ", "").replace(",", ""))


def judge(relation: str, value: float | None, alpha: float = 0.05) -> bool | None:
    """Whether a reported p is significant at `alpha`: True, False, or None when it cannot be said.

    `p = 0.05` is not significant at 0.05; `p < 0.05` is; `p < 0.10` and `p <= 0.05` decide nothing; `p > 0.05` is not.
    A None value stands for `NS`: not significant.
    """
    if value is None:
        return False
    if relation == "=":
        return value < alpha
    if relation == "<":
        return True if value <= alpha else None
    if relation == "<=":
        return True if value < alpha else None
    if relation in (">", ">="):
        return False if value >= alpha else None
    return None


_NOT_SIGNIFICANT: Final = expression(
    r"""
    \b(?:non-?\s?|in)significan(?:t|tly|ce)\b
  | \bnon-?\s?statistically[\s-]significan(?:t|tly|ce)?\b
  | \b(?:not(?!\ only)(?!(?<=\bbut\ not)\s[^\s,;][^,;]{0,40},)|never|neither|nor|n't|cannot|hardly
      |fail(?:ed|s|ure)?\ to)
      (?:[\s,]+(?!(?:but|whereas|while|although)\b)[\w.%/-]+){0,7}? [\s,]+ significan(?:t|tly|ce)\b
  | \bsignifican(?:t|ce|tly)\b (?:\s(?!(?:but|whereas|while|although|and)\b)[\w-]+){0,8}?
      \s (?:was|were)\ (?:not|never)\ (?:found|observed|seen
      |detected|noted|reached|shown|evident|present|achieved|identified|demonstrated|reported)\b
  | \b(?:no|without|lack\ of|absence\ of)
      (?:[\s,]+(?!(?:but|whereas|while|although|was|were|is|are|had|has|and)\b)[\w.%/-]+){0,4}? [\s,]+ significan(?:t
          |tly|ce)\b
  | \b(?:did|do|does|was|were)(?:\ not|n't) (?:\s+[\w-]+){0,2} \s+ (?:reach|achieve|attain
      |meet) \b (?:(?:\s[\w-]+){0,3}?\ssignifican\w+)?
  | \b(?:trend(?:ed|ing)?|tend(?:ed|ing|ency|s)?) \s (?:\w+\s){0,2}? (?:towards?|to) \b
  | \b(?:approach(?:ed|es|ing)|borderline|marginal(?:ly)?|near(?:ly|ing)?|almost|close\ to|fell\ short\ of
      |miss(?:ed|es|ing)?|short\ of) (?:\s\w+){0,2} \s significan
  | \b(?:no|without(?:\ any)?) (?:\s[\w-]+){0,3} \s (?:differences?|change|changes|effect|effects|benefit|benefits
      |improvement|association|evidence\ of)\b (?:(?:\s[\w-]+){0,4}?\ssignifican\w+)?
  | \b(?:did|do|does)(?:\ not|n't) (?:\s\w+){0,2} \s (?:differ|change|affect|alter|influence|improve|reduce|increase
      |decrease)\b (?:(?:\s[\w-]+){0,3}?\ssignifican\w+)?
  | \b(?:was|were|is|are)(?:\ not|n't) (?:\s\w+){0,1} \s (?:different|affected|altered
      |superior)\b (?:(?:\s[\w-]+){0,3}?\ssignifican\w+)?
  | \bstatistically\ (?:similar|equivalent|indistinguishable)\b
  | \b(?:not|cannot|hardly|n't)\ (?:be\ )?(?:told|set|kept)\ (?:[\w-]+\ ){0,2}?apart\b
  | \b(?:not|cannot|hardly|n't)\ (?:be\ )?(?:statistically\ )?distinguish(?:ed|able)\b
  | \bindistinguishable\ from\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNIFICANT: Final = expression(
    r"(?<!clinically )(?<!clinical )(?<!haemodynamically )(?<!hemodynamically )\bsignifican(?:t|tly|ce)\b"
    r"(?! (?:others?|disease|stenosis|comorbid\w*|bleeding|morbidity|medical|history|burden|lesions?|illness"
    r"|coronary|liver|renal|risk factors?|public))"
    r"(?! (?:level|threshold|testing|test)\b)",
    re.IGNORECASE,
)


def claims_significance(sentence: str) -> str:
    """What a sentence or clause claims: `significant`, `not significant`, or empty when it claims neither or both.

    Negation is read (`did not reach significance`, `no significant difference`, `trend towards`); a sentence in which
    one part claims and another denies gives the empty answer: ask by clause.
    """
    text = fold(sentence).text
    denied = [found.span() for found in _NOT_SIGNIFICANT.finditer(text)]
    claimed = any(
        all(not (start <= found.start() < end) for start, end in denied) for found in _SIGNIFICANT.finditer(text)
    )
    if denied:
        return "" if claimed else "not significant"
    return "significant" if claimed else ""
