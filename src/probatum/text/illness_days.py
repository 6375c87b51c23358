"""Illness days: whether a text asks which medicines are held while somebody is ill with vomiting, diarrhoea or fever.

`A and B, vomiting, what to stop?` asks for no treatment of the vomiting; `does A stop vomiting` and `A causes
vomiting, stop it?` ask for something else.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_SICK_DAY: Final = caseless(r"\bsick[- ]?days?\b(?! (?:leave|pay|note)s?\b)")
ILLNESS: Final = caseless(
    r"\b(?:vomit\w*|diarrh?o?ea\w*|dehydrat\w*|gastro-?enteritis|norovirus|food poisoning|fever(?:ish)?|febrile"
    r"|(?:not|cannot|can['\u2019]?t|unable to|without) (?:eat|drink)\w*|(?:intercurrent|acute) illness"
    r"|(?:stomach|tummy|vomiting|sickness|sick) (?:bug|upset)s?|d ?(?:&|and) ?v|the runs|throw(?:ing|s|n)? up"
    r"|threw up|being sick"
    r"|(?:can['\u2019]?t|cannot|can not|won['\u2019]?t|not|nothing) (?:\w+ ){0,2}(?:keep\w*|stay\w*)"
    r" (?:(?!up\b)\w+ ){0,3}down)\b"
)
_CAUGHT: Final = caseless(
    r"\b(?:gastro-?enteritis|norovirus|food poisoning|(?:stomach|tummy|vomiting|sickness|sick) (?:bug|upset)s?"
    r"|d ?(?:&|and) ?v"
    r"|(?:can['\u2019]?t|cannot|can not|won['\u2019]?t) (?:\w+ ){0,2}keep (?:(?!up\b)\w+ ){0,3}down"
    r"|(?:can['\u2019]?t|cannot|not) (?:eat|drink)\w*)\b"
)
"""An illness that was caught, or that nothing stays down: no harm of what is taken."""
_TAKES: Final = caseless(r"\b(?:on|takes?|taking|his|her|my|their) (?!the\b|a\b)[\w-]{5,}")
_WHAT_TO_DO: Final = caseless(
    r"\bwhat (?:do|should|shall|can|must) (?:i|we|he|she|they)(?: need to| have to)? do\b|\bwhat (?:now|to do)\b"
    r"|\b(?:is|are) (?:it|that|this|they) (?:ok|okay|safe|all ?right)\b"
)
_SOUGHT: Final = caseless(
    r"\b(?:why|which|how|when|what|does|do|did|can|could|should|will|would|may|or)\b(?!['\u2019]?t)"
    r"|(?:^|[.,;:?!]\s*|\b(?:and|so|but) )(?:is|are)\b"
)
"""Words that ask something of their own."""
_HOLD: Final = r"(?:stop(?:ped|ping)?|h(?:o|e)ld|with-?h(?:o|e)ld|paused?|omit(?:ted)?|suspend(?:ed)?|interrupt(?:ed)?)"
_ASKS: Final = caseless(
    rf"\b(?:what|which)\b[^.?;]{{0,40}}\b{_HOLD}\b|\b(?:should|shall|must|can|could|do|does|may|need)\b[^.?;]{{1,50}}"
    rf"\b{_HOLD}\b|\b{_HOLD}(?: or (?:\w+ )?(?:continue\w*|carry on|go on|keep))?\W*$|\bwhen\b[^.?;]{{0,40}}\brestart"
)
_GOES_ON: Final = caseless(
    r"\b(?:should|shall|can|could|do|does|may|ok to|safe to)\b[^.?;]{0,25}\bstill (?:take|have|give|be taking)\b"
    r"|\b(?:keep (?:on )?(?:taking|giving)|carry on (?:with|taking)|continue (?:with|taking|to take))\b"
    r"|\b(?:carry on|continue|go on|keep going|as (?:usual|normal))(?: (?:it|them|both|all|these))?\W*$"
    r"|\b(?:should|shall|can|could|do|does|may)\b[^.?;]{1,25}\b(?:continue|carry on)\b"
)
"""Whether what is taken goes on; a fever is often what it is taken for."""
_FEVER: Final = caseless(r"\b(?:fever(?:ish)?|febrile)\b")
_OTHERWISE: Final = caseless(
    r"\b(?:caus(?:es?|ed|ing)|side effects?|due to|because of|brought on|trials?|evidence|prevents?|treat(?:s|ment)?)\b"
    rf"|\b{_HOLD} (?:(?:the|my|his|her|this|that|all|from) ){{0,2}}(?:vomit|diarrh|dehydrat|fever|sick|being|throwing)"
    r"|\b(?:chemo\w*|morning sickness|hyperemesis|neutropeni\w+|bleed\w*|blood)\b"
)
"""A harm of the medicine itself, a treatment of the vomiting, an illness with rules of its own."""


def asks(text: str) -> bool:
    """Whether a text asks which medicines are held in such an illness."""
    if _SICK_DAY.search(text):
        return True
    ill = ILLNESS.search(text) is not None and _ASKS.search(text) is not None
    ill = ill or (ILLNESS.search(_FEVER.sub(" ", text)) is not None and _GOES_ON.search(text) is not None)
    return (ill or _tells(text)) and _OTHERWISE.search(text) is None


_FALLS_ILL: Final = caseless(
    r"\b(?:if|when|in case|suppose|what about|got|getting|have|has|had|i'?ve|he'?s|she'?s|i'?m|am|is|been|being|caught"
    r"|catch\w*|come down with|down with|now|today|since)\b"
)
_UNWELL: Final = caseless(
    r"\b(?:if|when|while|whilst|in case|now|am|i'?m|is|he'?s|she'?s) (?:(?:i|he|she|we|they|you)(?:'?m|'?s| am"
    r"| is| are)? )?"
    r"(?:(?:get|gets|got|fall|falls|feel|feels|become|becomes|am|is|was|been|really|very|being) )*"
    r"(?:sick|ill|poorly|unwell)\b(?! (?:of|to death|pay|note|leave|with (?!the|a|an|sick|d\b)))"
)


def befalls(text: str) -> bool:
    """Whether a text tells that somebody falls ill so, or may: `what if I get a tummy bug`, `and when I'm ill?`; not
    that a treatment brings it on."""
    ill = (ILLNESS.search(text) and _FALLS_ILL.search(text)) or _UNWELL.search(text)
    return bool(ill) and _OTHERWISE.search(text) is None and _BRINGS.search(text) is None


_BRINGS: Final = caseless(
    r"\b(?:make[sd]?|making|made|give[sn]?|gave|bring[s]?|on it|from it|because of it|after (?:it|taking))\b"
)


def _tells(text: str) -> bool:
    """Whether a text only tells of such an illness beside what is taken: `on A with norovirus, what do we do`."""
    if _CAUGHT.search(text) is None or _TAKES.search(text) is None:
        return False
    return _SOUGHT.search(_WHAT_TO_DO.sub(" ", text)) is None
