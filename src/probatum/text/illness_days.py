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
    r"|(?:stomach|tummy|vomiting) bug|d ?(?:&|and) ?v)\b"
)
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
    return ill and _OTHERWISE.search(text) is None
