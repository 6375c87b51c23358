"""Expecting: who is pregnant and keeps being sick has the sickness of pregnancy, whatever it is called.

`throwing up loads, 9 weeks pregnant`, `pregnant and sick all day` tell of `morning sickness`: guidelines on it say what
is given and when to go to hospital, and those on other vomiting do not. It begins before 16 weeks and is no name for
vomiting that begins late, nor beside diarrhoea or a headache (RCOG Green-top Guideline 69, 2024).
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless

_NAME: Final = "morning sickness"
_WHY: Final = "what vomiting and feeling sick in early pregnancy are called"
_LEAD: Final = (
    r"(?:(?:been|being|is|am|are|i'?m|keep|keeps|keep on|feel|feels|feeling|get|getting|so|really|very"
    r"|always|constantly) )*"
)
_SICK: Final = (
    r"(?:throw(?:ing|s)? up|puk(?:e|ing|ey)|vomit(?:s|ing)?|(?:chuck|bring)(?:ing)? up|upchucking|nause(?:a|ous|ated)"
    r"|(?<!the )(?<!off )sick(?! (?:note|pay|leave|day|line|of|child|kid|toddler|baby|mum|dad|with))(?:ly)?|queasy)"
)
_HOW: Final = (
    r"(?: (?:up|and|all|day|night|long|loads|lots|everything|a lot|so much|non ?stop|every|morning|the time|constantly"
    r"|round the clock|every time i (?:eat|drink)|really bad(?:ly)?))*"
)
_COMPLAINT: Final = caseless(rf"\b{_LEAD}{_SICK}{_HOW}\b")
_EXPECTING: Final = caseless(r"\bpregnan(?:t|cy)\b|\bexpecting\b(?! (?:to|a (?:call|letter|result)))")
_NOT_YET: Final = caseless(
    r"\b(?:not|could i be|might i be|may be|am i|if i'?m|if i am|trying|want\w*|plan\w*|before|after|get(?:ting)?"
    r"|test) "
    r"(?:\w+ ){0,2}?pregnan|\b(?:2[0-9]|3\d|4[0-2])(?:\s*\+\s*\d)? ?(?:weeks?|wks?)\b|\bthird trimester\b"
)
"""No pregnancy yet, or one past its first half."""
_OTHER: Final = caseless(
    r"\b(?:diarrh\w+|runs|trots|bug|norovirus|food poisoning|head ?aches?|migraines?|vision|eyesight|blurr\w+|fever"
    r"|temperature|chemo\w*|anti-?sickness|morning sickness|hyperemesis|blood|tablets? (?:make|making|made))\b"
)
"""What tells of another cause, or names it already."""


def read_expecting(draft: Draft) -> None:
    """Put the name of the sickness of pregnancy for what is felt."""
    text = draft.text
    if not _EXPECTING.search(text) or _NOT_YET.search(text) or _OTHER.search(text):
        return
    found = next(iter(_COMPLAINT.finditer(text)), None)
    if found is not None:
        draft.replace(found.start(), found.end(), _NAME, "lay term", _WHY)
