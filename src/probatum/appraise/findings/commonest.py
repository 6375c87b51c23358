"""What was common, by the share in the bracket behind it: `X was common (37%)`, `X was the commonest sign (37%)`."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import clauses, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.text.expressions import expression

_COMMON: Final = expression(
    r"^(?P<np>[^ⓋⓅⒸⓂⓇ;:()]{3,90}?)\s(?:was|were)\s(?:(?:very\s|relatively\s|also\s|quite\s)?(?:common|frequent|uncommon|"
    r"infrequent|rare|low|high|moderate|good|excellent|prevalent)|the\s(?:second\s)?(?:(?:most|least)\s(?:common|frequent|"
    r"prevalent|(?:common|frequent|wide)ly\s[a-z]+)|commonest|predominant|leading|main)\s(?P<noun>[^ⓋⓅⒸⓂⓇ;:(),]{3,50}?))"
    r"\s[\[(]$",
    re.IGNORECASE,
)
_PART: Final = expression(
    r"(?P<head>sites?|causes?|reasons?|sources?|locations?|devices?|contents?|indications?|barriers?|routes?|methods?|choices?|"
    r"options?|triggers?|motives?)(?P<of>\s(?:of|for)\s.+)?",
    re.IGNORECASE,
)
"""What something is to something else: it is called so, for by itself it would be no outcome."""


def named(sentence: Sentence, value: Value, start: int) -> tuple[str, int] | None:
    """The outcome of a share in a bracket and where its words begin; None where nothing is said to be common."""
    begin = clauses.skip_lead(sentence.masked, start, value.start)
    match = _COMMON.match(sentence.masked[begin : value.start])
    if match is None or outcome.has_verb(match["np"]) or not re.match(r"[\])]", sentence.masked[value.end :]):
        return None
    name = outcome.phrase(sentence, begin, begin + match.end("np"))
    part = _PART.search(match["noun"] or "")
    if name and part is not None:
        head = part["head"].lower().removesuffix("s")
        name = outcome.tidy(f"{name} as {'an' if head[0] in 'aeiou' else 'a'} {head}{part['of'] or ''}", sentence)
    return (name, begin) if name else None
