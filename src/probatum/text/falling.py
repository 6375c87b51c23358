"""Falling: whether a text tells that somebody fell or fainted, and by which harms of a medicine people fall.

A label that names syncope, and no falls, warns whoever fell on its medicine all the same.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WHO: Final = (
    r"(?:i|he|she|they|who|mum|mom|mam|dad|mother|father|nan|gran\w*|husband|wife|partner|son|daughter|aunt|uncle"
    r"|resident|patient|client|man|woman|lady)"
)
_TELLS: Final = caseless(
    rf"\b{_WHO}(?:'s|'ve)?(?:,? \d{{2,3}}(?: years? old| ?yo| ?y/o)?,?)? "
    r"(?:(?:has|have|had|just|keeps?|kept|nearly|almost|recently) ){0,2}"
    r"(?:fell|fallen|falling|fainted|fainting|collapsed|collapsing|passed out|passing out|blacked out"
    r"|(?:had|having) (?:a |another |two |several )?(?:falls?|faints?))\b"
    r"(?! (?:asleep|pregnant|ill|sick|out|off|short|below|behind|from \d|to \d|apart|in love))"
    r"|\b(?:had|has had|having) (?:a|another|two|several) (?:falls?|faints?|blackouts?)\b"
)
_FALLS: Final = ("falling", "accidental falls", "falls", "fall")
_WAYS: Final = (
    "syncope",
    "fainting",
    "orthostatic hypotension",
    "postural hypotension",
    "dizziness",
    "drowsiness",
    "sedation",
)


def told(text: str) -> bool:
    """Whether somebody fell or fainted: `my dad fell on A`, `she has fainted twice`."""
    return _TELLS.search(text) is not None


def ways(label: str) -> tuple[str, ...]:
    """The harms by which people fall, where a fall is what is asked about."""
    return _WAYS if label.lower() in _FALLS else ()
