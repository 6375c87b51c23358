"""What a sentence says behind a lead that only leads on: `Choose by what was found: ...`, `Mind as well: ...`.

Such a lead asserts nothing of a source, and is neither looked for there nor taken for a stand of the writer's.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.assess.audit import keys
from probatum.text.expressions import expression

_LEAD: Final = expression(r"\A\W*(?P<words>[^:\"()0-9\u201c]{3,50}?)(?P<aside>\s\([^()]{0,80}\))?:\s(?=\S)")
_LEADING: Final = keys.table(
    "choose chosen go decide judge act plan weigh mind note know bear remember keep expect consider found find "
    "well also more still further follow"
)
_LEADS: Final = frozenset(
    ("choose", "go", "decide", "judge", "act", "plan", "weigh", "mind", "note", "know", "bear", "remember", "keep",
     "expect", "consider")
)  # fmt: skip
"""Words with which such a lead begins."""


_LABEL: Final = expression(
    r"\A\W*(?:(?:the )?bottom line|key (?:points?|findings?|takeaways?|messages?)|take-?aways?|take-?home messages?"
    r"|known only indirectly"
    r"|in (?:short|brief|summary)|summary|conclusions?|tl;?dr|(?:short )?answer)\W{0,3}:\W{0,3}\s",
    re.IGNORECASE,
)
"""What a text calls a sentence of its own."""
_DENIES: Final = expression(r"\b(?:not|nothing|never|no)\b", re.IGNORECASE)


def behind(text: str) -> str:
    """The sentence without such a lead; what stands there in brackets (`(a randomised trial)`) is kept."""
    label = _LABEL.match(text)
    if label is not None:
        return text[label.end() :]
    found = _LEAD.match(text)
    if found is None or _DENIES.search(found["words"]) or found["words"].split()[0].lower() not in _LEADS:
        return text
    if keys.of(found["words"]) - keys.GENERIC - _LEADING:
        return text
    return f"{(found['aside'] or '').strip()} {text[found.end() :]}".strip()
