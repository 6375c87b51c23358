"""Retelling: what a source says to experts, put into plain words by rule for patients and carers.

The sentence keeps its figures and what they are figures of. Intervals and p values become what they mean, names of
measures become what is counted, and a clause that stands by itself becomes a sentence. It is never shown as a
quotation: it is told as what the authors found, and the professional page has their own words.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.apply import wording
from probatum.apply.plainly import plain
from probatum.text import statistics
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_LIKELY_REAL: Final = "chance alone is unlikely to explain this"
_CHANCE: Final = "this could be chance"
_ALPHA: Final = 0.05
_RATIO: Final = r"(?:hazard|risk|odds|rate|incidence rate) ratio|relative risk"
_SIGNIFICANT: Final[tuple[tuple[str, str], ...]] = (
    (r"\b(?:statistically )?significantly (?=(?:lower|higher|better|worse|fewer|more|less|shorter|longer|great))", ""),
    (r"\bno (?:statistically )?significant differences? (?=(?:in|between|was|were)\b)", "no clear difference "),
    (r"\b(?:did|does|do) not (?:statistically )?significantly (?P<verb>\w+)", r"did not clearly \g<verb>"),
    (r"\b(?:was|were|is|are) not (?:statistically )?significant\b", "could be chance"),
    (r"\bstatistically significant\b", "clear"),
    (r"\b(?P<be>was|were) not non-?inferior to\b", r"\g<be> not shown to be nearly as good as"),
    (r"\bwas noninferior to\b", "was nearly as good as, or better than,"),
    (r"\bnon-?inferior to\b", "nearly as good as, or better than,"),
)
_MEASURES: Final[tuple[tuple[str, str], ...]] = (
    (r"\bthe odds ratio (?:was )?(?P<n>\d+(?:[.·]\d+)?)", r"the odds were \g<n> times as high"),
    (
        r"\bthe (?:hazard ratio|risk ratio|relative risk|rate ratio) (?:was )?(?P<n>\d+(?:[.·]\d+)?)",
        r"the risk was \g<n> times as high",
    ),
    (
        r"\b(?:(?:[a-z]+-)?adjusted |pooled )?(?:hazard ratio|HR)\b[ ,:=(]{0,3}(?:of |was )?(?P<n>\d+(?:[.·]\d+)?)",
        r"\g<n> times as often",
    ),
    (
        r"\b(?:(?:(?:[a-z]+-)?adjusted |pooled )?(?:risk ratio|relative risk|rate ratio)|RR)\b[ ,:=]{0,3}(?:of |was )?"
        r"(?P<n>\d+(?:[.·]\d+)?)",
        r"\g<n> times as often",
    ),
    (
        r"\b(?:(?:[a-z]+-)?adjusted |pooled )?(?:odds ratio|(?-i:OR))\b[ ,:=]{0,3}(?:of |was )?(?P<n>\d+(?:[.·]\d+)?)"
        r"(?P<against> (?:versus|against|compared with) [a-z ]{3,30})?",
        r"odds \g<n> times as high\g<against>",
    ),
    (
        r"\b(?:(?:weighted |standardi[sz]ed )?mean difference|MD|SMD)\b[ ,:=]{0,3}(?:of |was )?"
        r"(?P<n>[-−]?\d+(?:[.·]\d+)?(?: ?%| (?:percentage )?points?)?)",
        r"a difference of \g<n> on average",
    ),
    (
        r"\b(?:the )?number needed to treat(?: to prevent [a-z ]{3,30})?\b(?= was| is)",
        "the number of people who must be treated for one of them to gain",
    ),
    (r"\b(?:number needed to treat|NNT)(?: of)?,? (?P<n>\d+)", r"\g<n> people must be treated for one to gain"),
    (r"\bversus\b|\bvs\.?(?= )", "against"),
)
"""How a result is told to experts, and what it means. The figures stay."""
_WORDS: Final[tuple[tuple[str, str], ...]] = (
    (r"\badverse (?P<what>effect|event|reaction)(?P<s>s?)\b", r"unwanted effect\g<s>"),
    (r"\bcompared (?:with|to) placebo\b", "compared with a dummy treatment (placebo)"),
    (
        r"(?<!\()(?:\b(?:a|the) )?\bplacebo\b(?!-)(?!\))(?! \()(?! (?:group|arm|tablets?|capsules?)\b)",
        "a dummy treatment (placebo)",
    ),
    (r"\b(?:in|with) patients\b", "in people"),
    (r"\brandomi[sz]ed to\b", "given by chance"),
    (r"\bthere was insufficient evidence\b", "there were too few studies to tell"),
    (r"\binsufficient evidence\b", "too little evidence"),
    (r"\bat baseline\b", "at the start"),
    (r"\befficacy\b", "effect"),
    (r"\b(?:the )?mortality\b(?! rate)", "the number of deaths"),
    (r"\b(?:was|were|is|are) superior to\b", "did better than"),
    (r"\bsuperior to\b", "better than"),
    (r"\bmorbidity\b", "illness"),
    (r"\b(?:is|are|was|were) well tolerated\b", "caused few problems"),
    (r"\bquality of life\b", "quality of life"),
)
_SPLITS: Final[tuple[tuple[str, str], ...]] = (
    (r", but (?=(?:the|it|its|this|that|they|there|no|most|some|people|not)\b)(?![^()]*\))", ". But "),
    (r", whereas (?![^()]*\))", ". In contrast, "),
    (r", although (?![^()]*\))", ". But "),
    (r"^(?:Al)?[Tt]hough (?P<one>[^,.;()]{12,160}), (?=\w)", r"\g<one>. Even so, "),
    (r",? (?:suggesting|indicating|implying) that (?![^()]*\))", ". This suggests that "),
    (r",? showing that (?![^()]*\))", ". This shows that "),
    (r", which (?P<be>is|was|can|may|could|has) (?![^()]*\))", r". This \g<be> "),
    (r", which (?P<be>are|were|have) (?![^()]*\))", r". These \g<be> "),
    (r", while (?=(?:the|in|other|those|this|it|they|no)\b)(?![^()]*\))", ". In contrast, "),
    (r", (?P<one>so that|thus|therefore|hence) (?=(?:the|it|they|this|these|there)\b)(?![^()]*\))", ". So "),
    (r", and (?=(?:it|its|they|there|none|no \w+ (?:was|were))\b)(?![^()]*\))", ". "),
)
_COMPILED: Final = tuple(
    tuple((expression(before, _I), after) for before, after in table)
    for table in (_SIGNIFICANT, _MEASURES, _WORDS, _SPLITS)
)
_EMPTY: Final = expression(r" ?\((?:[\s,;]|and)*\)")
_GAPS: Final = expression(r"(?P<open>\()[\s,;]+|[\s,;]+(?P<close>\))|(?:[,;] ?){2,}(?P<next>(?=\S))| {2,}")


def retold(quote: str) -> str:
    """The sentence in plain words, without its full stop."""
    text = _said_once(_tested(" ".join(quote.split())))
    for table in _COMPILED:
        for pattern, after in table:
            text = pattern.sub(after, text)
    text = plain.easy(text.rstrip(". "))
    parts = text.split(". ")
    return ". ".join(map(wording.upper, parts))


def _tested(text: str) -> str:
    """The text with what its intervals and p values mean in the place of the last of them in each bracket."""
    said = [(m.start, m.end, _by_p(m.relation, m.value)) for m in statistics.read_p(text)]
    said += [
        (m.start, m.end, _by_interval(text[max(0, m.start - 60) : m.start], m.low, m.high))
        for m in statistics.read_intervals(text)
    ]
    said.sort(reverse=True)
    for number, (start, end, meaning) in enumerate(said):
        nearer = number > 0 and said[number - 1][0] - end < _NEAR  # a p value behind an interval says the same
        end += text.startswith("%", end)  # of an interval in percent
        joint = ", " if text[start - 1 : start].isalnum() and meaning and not nearer else ""  # nothing stood between
        text = text[:start] + ("" if nearer else f"{joint}{meaning}") + text[end:]
    return _tidied(text)


def _said_once(text: str) -> str:
    """The text with what several p values mean alike told once, behind the results of which it holds."""
    each = f" ({_LIKELY_REAL})"
    if text.count(each) < _SEVERAL or _CHANCE in text:
        return text
    return f"{text.replace(each, '').rstrip('. ')}. Chance alone is unlikely to explain these."


_SEVERAL: Final = 2
_NEAR: Final = 6


def _by_p(relation: str, value: float | None) -> str:
    if value is None:
        return _CHANCE
    small = value <= _ALPHA if relation.startswith("<") else value < _ALPHA
    return _LIKELY_REAL if small else _CHANCE if not relation.startswith("<") else ""


def _by_interval(before: str, low: float, high: float) -> str:
    """What an interval of a ratio or a difference that is named before it means; of anything else nothing is said."""
    ratio = list(re.finditer(rf"{_RATIO}|\b(?:HR|RR|OR)\b", before, _I))
    apart = list(re.finditer(r"differences?|\bMD\b|\bSMD\b", before, _I))
    if not ratio and not apart:
        return ""
    null = 1.0 if ratio and (not apart or ratio[-1].start() > apart[-1].start()) else 0.0
    return _CHANCE if low <= null <= high else _LIKELY_REAL


def _tidied(text: str) -> str:
    """Without the brackets and commas that nothing stands in any more."""
    text = _EMPTY.sub("", text)

    def closed(found: re.Match[str]) -> str:
        return found["open"] or found["close"] or ("; " if found["next"] is not None else " ")

    return _EMPTY.sub("", _GAPS.sub(closed, text)).replace(" .", ".").replace(" ,", ",")
