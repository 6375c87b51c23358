"""Noted: a value with what is taken, told as wards tell it, and nothing asked but what is to be done.

`TSH 12 on A, next step`, `lab phoned a potassium of 5.8, she takes A`. Whoever asks of a harm, of a beginning, of an
effect or of an occasion besides asks something of his own, and is answered that.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_OWN: Final = caseless(
    r"\b(?:help(?:s|ful|ed)?|works?|working|effective\w*|efficacy|benefit\w*|prevent\w*|caus(?:es?|ed|ing)|due to"
    r"|side[- ]effects?|adverse|harm(?:s|ful)?|safe(?:ty|ly)?|interact\w*|trials?|stud(?:y|ies)|evidence|versus|vs"
    r"|compar\w+|better|best|instead of|risks?|chances?|likelihood|why|mechanism|pregnan\w+|breast-?\s?feed\w*|surgery"
    r"|operations?|dental|vaccin\w*|start(?:ing)?|begin(?:ning)?|initiat\w+|restart\w*|means?|meaning|worr\w+|accura\w+"
    r"|diagnos\w+|sensitivity|specificity|how (?:long|often|common|soon|does|do|is|accurate|good))\b"
    r"|\b(?:does|do|did|will|would|can|could)\b[^.?;]{0,30}\b(?:lower|raise|change|affect|improve|reduce|increase)\b"
)
_NOTED: Final = caseless(
    r"\b(?:what (?:do|should|shall|would|can) (?:i|we|you)|(?:any|what|no|dose) changes?|anything)\b"
)
"""Words of a note that ask what is to be done."""


def bare(text: str) -> bool:
    """Whether a text asks nothing of its own."""
    return _OWN.search(_NOTED.sub(" ", text)) is None


ADDS: Final = caseless(
    r"\b(?:add\w*|switch\w*|instead|another|what else|intensif\w+|escalat\w+|max(?:ed|imum|imal)?(?: out)?|full dose"
    r"|second[- ]line|third[- ]line)\b"
)
"""That another medicine is wanted beside what is taken, or in its place."""


_ABSENT: Final = caseless(
    r"\b(?:no(?: signs? of)?|not|nil|without|(?:is|are|was)n['\u2019]?t|denie[sd])(?: (?:any|active|currently))? $"
)


def denied(text: str, name: str) -> bool:
    """Whether a text tells that something is not there: `no bleeding`."""
    at = text.lower().find(name.lower())
    return at > 0 and _ABSENT.search(text[:at]) is not None
