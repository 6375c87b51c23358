"""Content words of a question."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.words.forms import words
from probatum.text.expressions import expression

_WORD: Final = expression(r"[^\W_]+(?:-[^\W_]+)*(?:'s)?")
STOP: Final = frozenset(
    words(
        """
        a about above after again against all alright also although am among an and another any anybody anyone anything
        are aren't as at be because been before being below between both but by can can't cannot case come could
        couldn't define describe did didn't discuss do doe does doesn't doing don't dont
        down during each either else ever every exactly explain
        few for from further get gets getting go going got had has have haven't having he hello help her here
        hers him his how however i i'd i'm i've if im in instance instead into is isn't it it's its itself ive
        just know least less let like likely lot made make makes making many may maybe me might mine more most
        mostly much must my need needed needs neither no nor not of off often oh ok okay on once one only or
        other others ought our ours out over own per perhaps please possible possibly potentially quick question
        rather really regarding same say she should shouldn't so some someone something still such suggest take
        taken takes taking tell than that that's the their theirs them then there these they thing things think
        this those though through thus to together too toward towards under until up upon us use used useful
        using usual usually very via want wanted wanting wants was wasn't way we well were weren't what what's whats
        when whenever where whether which while who whole whom whose why will with within without won't would wouldn't
        yes yet
        you you'd your yours youd known
        """
    )
)
"""Words that carry no content in a clinical question."""


_TELLING: Final = expression(
    r"\b(?:my|our)\s+(?:(?:late|dear|poor|old|elderly|little|younger|older"
    r"|\d+[- ]?(?:year|yr|month|week)s?[- ]?old)\s+)*"
    r"(?:husband|wife|partner|spouse|mum|mom|mother|mam|dad|father|son|daughter|gran|nan|grandma|grandmother|grandad"
    r"|grandfather|boyfriend|girlfriend|brother|sister|aunt|uncle|friend|neighbou?r)\b"
    r"|\b\d{1,3}[- ]years?[- ]old(?: (?:man|woman|male|female|lady|gentleman|patient))?\b"
    r"|\b(?:since|from)?\s*(?:yesterday|last night|this (?:morning|afternoon|evening)|tonight|today)\b",
    re.IGNORECASE,
)
"""Who is told of and since when, in the words of a tale: no source is about them."""


def content_terms(text: str) -> tuple[str, ...]:
    """The content words, lower case, in order, each once. All words, when every one of them is a stop word."""
    spoken = [m.group().lower().removesuffix("'s") for m in _WORD.finditer(_TELLING.sub(" ", text))]
    content = [w for w in spoken if w not in STOP and (len(w) > 1 or w.isdigit())]
    return tuple(dict.fromkeys(content or spoken))
