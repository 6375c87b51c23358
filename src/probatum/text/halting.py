"""Halting: whether a text asks if a medicine is stopped or goes on, by its verb and by what the verb is said of.

`X eGFR 28 stop?`, `should we hold X` and `withhold X in AKI` ask for an end, `ok to carry on with X` for the
contrary; `does X stop bleeding`, `when is X stopped` and `how do I come off X` ask for neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from probatum.text import ending
from probatum.text.expressions import caseless


class Way(StrEnum):
    """What is asked of a medicine that is taken."""

    STOP = "stop"
    GO_ON = "go on"
    EITHER = "either"
    """Both are named: `stop or continue`."""
    NONE = ""


_STOP: Final = (
    r"(?:stop|hold(?: off)?|withhold|with-hold|pause|omit|cease|discontinue|suspend|interrupt|come off"
    r"|take (?:him|her|them) off)"
)
_STOPPED: Final = r"(?:stopp(?:ed|ing)|held|holding|withheld|withholding|paused|omitted|discontinued|suspended)"
_WHO: Final = r"(?:i|we|you|one|he|she|they|it|the (?:patient|doctor|team|gp|man|woman|lady)|my (?:mum|dad|patient))"
_GO_ON: Final = (
    r"(?:continu(?:e|ed|ing)|carry(?:ing)? on|keep(?:ing)?(?: (?:him|her|them))?(?: on| taking| giving| going| using)?"
    r"|stay(?:ing)? on|remain(?:ing)? on|go(?:ing)? on with|persist with)"
)
_ASKS: Final = (
    caseless(rf"\b{_STOP}(?P<behind> or )(?=(?:to )?{_GO_ON}\b)"),
    caseless(rf"\b{_STOP}(?: it| them| now| this| yet| or not)*(?P<behind>)\W*$"),
    caseless(
        rf"\b(?:should|shall|shd|must|can|could|may|ought|would|do|does|if)\b(?: {_WHO})"
        rf"(?: (?:now|just|still|need to|needs to|have to|has to|want to|to))* {_STOP}\b(?P<behind>[^?.!]{{0,60}})"
    ),
    caseless(
        r"\b(?:need|needed|needs|have|has|ok|okay|safe|time|best|better|reason|right|advisable|necessary|want) "
        rf"(?:for \w+ )?to {_STOP}\b(?P<behind>[^?.!]{{0,60}})"
    ),
    caseless(rf"^\W*(?:please )?{_STOP}\b(?P<behind>[^?.!]{{1,60}})"),
)
_BARE: Final = caseless(rf"^\W*(?P<whose>[^?.!]{{3,60}}?) {_STOP} (?:before|pre|for|at|if|in|with|when|because|due)\b")
"""A note that begins with the medicine: `X 5 mg bd stop before op`."""
_BE: Final = caseless(
    rf"\b(?:should|shall|shd|must|can|could|may|does|do)\b(?P<whose>[^?.!]{{2,50}}?)"
    rf"\b(?:be|to be|need|needs|need to be|needs to be) {_STOPPED}\b"
)
_GOES_ON: Final = caseless(rf"\b{_GO_ON}\b(?P<behind>[^?.!]{{0,60}})")
_ALONE: Final = caseless(
    r"^\W*$|^ ?(?:[,;:-]|(?:or|after|before|now|in|at|it|them|this|that|these|for|with|if|when|once|then|because|due"
    r"|on)\b)"
)
"""What stands behind a verb whose object was named before."""
_OF_IT: Final = caseless(
    r"^ ?(?:(?:taking|giving|using|with|on|the|my|his|her|their|this|all|oral|dose of|doses of|usual|regular) )*"
)
_ASIDE: Final = caseless(
    r"\b(?:when|how|why|who|what)\b[^?.]{0,40}\b(?:stop|hold|pause|come off|discontinu|withh|withdr|interrupt)"
    r"|\bhow (?:fast|quick\w*|slow\w*|long)\b|\bwhat happens\b"
    r"|(?:\b(?:not|never|without|cannot|won['\u2019]?t|to make|makes?)|n['\u2019]t)(?: \w+){0,2} stop"
    r"|\b(?:does|do|did|will|would|help|helps|make|makes|let) (?!(?:i|we|you|one|he|she|they|it)\b)"
    r"(?:\w+ ){1,5}stop\W*$"
)
"""Wordings that ask for a time, a way or an effect, or deny the end."""


OF_STARTING: Final = caseless(r"\b(?:start(?:ing|ed)?|initiat\w+|begin(?:ning)?|begun)\b(?! again)")
"""What is not to be begun may go on."""
_ENDS: Final = caseless(
    r"\b(?:stopped|withheld|interrupted|discontinued|paused)\b"
    r"|\b(?:lower dose|reduced?) or (?:stopping|interrupt\w*)|\bstopping should be considered"
    r"|\brisk of going on\b|\bno reason to stop\b|\bmay (?:be )?continued?\b"
)
_ENDED: Final = caseless(
    r"\b(?:after|when|once|before|if) [^.;,]{0,40}\b(?:is|was|are) stopped\b|\bstarted or stopped\b"
    r"|\b(?:within|weeks of) [^.;]{0,20}stopping\b"
)
"""What comes once it was stopped gives no reason to stop it."""


def ends(text: str) -> bool:
    """Whether a sentence of a label says that the medicine is stopped or may go on."""
    return _ENDS.search(_ENDED.sub(" ", text)) is not None


_TWO_WAYS: Final = caseless(
    r"\b(?:lower(?:ed)?|reduc\w+|decreas\w+)\b[^.;]{0,30}\bor\b[^.;,]{0,30}\b(?:stop\w*|withh\w+|withdrawn|interrupt\w*"
    r"|discontinu\w*)"
    r"|\b(?:stopp(?:ed|ing)|withheld|withdrawn|interrupted|discontinued)\b[^.;,]{0,15}\bor\b[^.;,]{0,25}"
    r"\b(?:lower(?:ed)?|reduced|decreased)\b"
)


def two_ways(text: str) -> bool:
    """Whether a sentence of a label leaves it open whether the dose is lowered or the medicine stopped."""
    return _TWO_WAYS.search(text) is not None


def way(text: str, names: Iterable[str]) -> Way:
    """What a text asks of the medicines of these names (lower case). An end of anything else is none."""
    said, own = ending.acts(text), tuple(name for name in names if name)
    if not own:
        return Way.NONE
    stops = _ASIDE.search(said) is None and any(
        _is_of(found["behind"].lower(), own) for pattern in _ASKS for found in pattern.finditer(said)
    )
    stops = stops or any(_named(found["whose"].lower(), own) for found in _BE.finditer(said))
    bare = _BARE.match(said) if _ASIDE.search(said) is None else None
    stops = stops or (bare is not None and any(bare["whose"].lower().startswith(name) for name in own))
    goes = any(_is_of(found["behind"].lower(), own) for found in _GOES_ON.finditer(said))
    if stops and goes:
        return Way.EITHER
    return Way.STOP if stops else Way.GO_ON if goes else Way.NONE


def _is_of(behind: str, own: tuple[str, ...]) -> bool:
    """Whether a verb is said of a medicine: its name follows, or it was named before."""
    if _ALONE.search(behind):
        return True
    start = _OF_IT.match(behind)
    rest = behind[start.end() :] if start else behind
    return any(rest.lstrip().startswith(name) for name in own)


def _named(whose: str, own: tuple[str, ...]) -> bool:
    return any(name in whose for name in own) or whose.strip() in ("it", "this", "that", "they", "these")
