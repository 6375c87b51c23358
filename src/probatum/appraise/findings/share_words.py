"""The words around a share of one group: what may stand before it, the people it is of, of how many it is."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.text.expressions import expression

_ADVERBS: Final = (
    r"(?:(?:overall|moreover|furthermore|in total|in all|however|similarly|of these|of them|only|almost|nearly|about|"
    r"approximately|over|as many as|a total of|another|additionally|also|Ⓣ++)[\s,]++)*"
)
OPENS: Final = expression(
    rf"(?:^(?:(?:although|though|while|whereas)\s)?|[;:.]\s|,\s(?:and\s|while\s|whereas\s|but\s|with\s)?|\sand\s|\sthat\s|\swhile\s|\swhereas\s|\sbut\s)"
    rf"{_ADVERBS}$",
    re.IGNORECASE,
)
"""What may stand before a share that is the subject of its clause."""
NOUNS: Final = (
    rf"(?:{PEOPLE}|caregivers|providers|cases|samples|tumou?rs|lesions|procedures|operations|nurses|doctors|clinicians|"
    r"parents|practitioners|deliveries|births|neonates|episodes|fetuses|specimens|implants|grafts|centers|centres|"
    r"facilities|households|dyads|adults|donors|isolates|sites|wounds|stents|visits|admissions|them|these|those)"
)
PLURAL: Final = (
    r"(?:(?!(?:was|has|does|this|its|always|less|times|years|days|weeks|months|hours|minutes|points|kilograms|increases|"
    r"decreases|reductions|losses|improvements|changes|hits|series|basis)\b)(?-i:[a-z-]{3,}[a-rtv-z]s|[A-Z]{2,5}s))"
)
"""Whatever else a share may be of."""
VERBS: Final = (
    r"(?:had|have|has|was|were|are|is|died|[a-z]{3,}ed|underwent|lost|took|felt|became|withdrew|got|met|began|chose|"
    r"found|gave|made|kept|knew|thought|slept|ate|drank|bled|spent|sought|went|did(?=\snot\s))"
)
OF: Final = expression(
    rf"^\s?(?:of\s(?:the\s|all\s|these\s|our\s|those\s)*)?(?:[\w-]+\s){{0,3}}?(?P<who>{NOUNS}|{PLURAL})(?![\w-])"
    r"(?:\s?[\[(]?\s?[ⓃⓋ]+\s?[\])]?)?"
    r"(?:\s(?:in|with|on|from|receiving|given|who received|treated with)\s(?:the\s)?(?P<arm>(?!which\b|whom\b|whose\b)"
    rf"[^ⓋⓅⒸⓂⓇ,;:()]{{2,50}}?))??\s(?=(?:always\s|never\s|still\s|also\s|ever\s|[a-z]+ly\s)?{VERBS}\s)",
    re.IGNORECASE,
)
OF_WHOM: Final = expression(
    rf"(?:\s?[\[(]\s?[ⒸⓃ]++\s?[\])])?\s(?:of\s(?:the\s|all\s|these\s|our\s|those\s)*)?"
    rf"(?P<people>(?:[\w'’/+-]+\s){{0,3}}?(?:{NOUNS}|{PLURAL})(?![\w-])(?:\s(?:with|without|from|undergoing|receiving|"
    r"on|given|aged|having|requiring|treated|diagnosed|admitted|screened|studied|tested|analy[sz]ed|evaluated|"
    r"who\s(?:underwent|received|completed|took|used))(?:\s[^ⓋⓅⒸⓂⓇ,;:()]{2,60}?)?)?)"
    rf"(?:\s?[\[(]\s?[ⓃⒸ]++\s?[\])])?"
    rf"(?<!\sand)(?<!\sor)(?<!\swith)(?<!\sof)(?<!\sthe)(?<!\san)(?<!\sa)(?<!\sfor)(?<!\sby)(?<!\sin)"
    rf"\s(?=(?:also\s|still\s|never\s|ever\s|[a-z]+ly\s)?{VERBS}\s)",
    re.IGNORECASE,
)
"""`41% (95% CI 33 to 50) of patients with X manifested Y`: of the people that the words before the verb tell."""
OF_GROUP: Final = expression(
    r"^\s(?:of|in|from)\s(?:the\s)?(?P<arm>(?:(?!(?:and|or|both|all|each|either|than)\b)[\w/+-]+\s){1,4}(?:group|arm|cohort))\s"
    rf"(?=(?:also\s|[a-z]+ly\s)?{VERBS}\b)",
    re.IGNORECASE,
)
"""`27% of the A group had X`, `one child (2%) in the A group relapsed`."""
SEEN_BY: Final = expression(r"^\s[a-z]{3,}ed\s(?=(?:had|have|has|was|were|are|did)\s)")
"""`27% of 284 persons interviewed had`: of all of them, where the share says of how many."""
AT_ONCE: Final = expression(
    rf"^\s(?=(?:(?:also|still|(?:[a-z]{{3,}}ly(?=\s\w+\s(?:the|an?|their|that|to)\b)))\s)?{VERBS}\b)", re.IGNORECASE
)
"""`488 (16.8%) developed X`: the people are told before."""


_LEAD: Final = expression(r"\s*(?:of|among|in|from)\s(?:the\s|these\s|our\s)?(?P<n>Ⓥ+)[^ⓅⒸⓂⓇ;:()]*,\s", re.IGNORECASE)


def among(sentence: Sentence, value: Value, start: int) -> tuple[Value | None, int]:
    """`Of 1098 infants, 42 (3.8%) had X`: of how many, where the share agrees, and where the clause goes on."""
    lead = _LEAD.match(sentence.masked, start, value.start)
    number = None if lead is None else sentence.value(lead.start("n"))
    if lead is None or number is None or not value.percent or not value.events or number.percent or number.unit:
        return None, start
    share, events, people = (sentence.figure(x) for x in (value.figure, value.events, number.figure))
    if share is None or events is None or people is None or not events.value <= people.value:
        return None, start
    half = 0.5 * 10.0 ** -len(share.text.replace("·", ".").partition(".")[2]) + 1e-9
    agrees = people.value > 0 and abs(100 * events.value / people.value - share.value) <= half
    return (number, lead.end()) if agrees else (None, start)
