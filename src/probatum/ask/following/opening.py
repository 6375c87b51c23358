"""Opening: the follow-up as it is read: without thanks, and short spellings written out."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.model import Question
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_POLITE: Final = expression(rf"^\W*(?:{cues.THANKS}\b\W+){{1,4}}(?=\w)", _I)
_SPELT: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (expression(r"\b(i|we|they|you)(?:['’]ve|ve)(?: got)?\b(?= \w)", _I), r"\1 have"),
    (expression(r"\bim(?= (?:on|also|taking|pregnant|breast|allergic|diabetic|\d))", _I), "i am"),
    (expression(r"\bpregnant,? (?:at )?(\d{1,2}) ?(?:weeks?|wks?)\b", _I), r"\1 weeks pregnant"),
    (
        expression(
            r"\b(?:came|comes?|broke|breaks?) out in (?:an? )?(?:\w+ )?(?:rash|hives|spots|welts)"
            r" (?:with|to|from|after|on) ",
            _I,
        ),
        "allergic to ",
    ),
    (expression(r"\b(she|he|who)['’]?s got\b", _I), r"\1 has"),
    (expression(r"\b(she|he|who|what)['’]?s (?=\w)", _I), r"\1 is "),
    (
        expression(
            r"\b(?:had |has |have |got |gets |have had )?(?:an? )?(?:(?:severe|bad|serious|nasty) )?"
            r"(?:anaphyla(?:xis|ctic reaction|ctic shock)|allergic reaction|hives) (?:to|with|from|after) ",
            _I,
        ),
        "allergic to ",
    ),
)
"""Short spellings, and reactions that are an allergy, as they are read."""
_WEEKS: Final = expression(r"\b\d{1,2}(?:\+\d)? ?(?:weeks?|wks?)\b", _I)


_THANKED: Final = expression(
    r"^\W*(?:ok(?:ay)?\W+)?(?:thx|thanks|thank you|ta|cheers)(?: (?:so much|a lot|very much))?\b\W+"
    r"(?:and |also |now |so )?(?=\w+ \w+)",
    _I,
)


def bare(typed: str) -> str:
    """A question of its own without the thanks that it opens with."""
    return _THANKED.sub("", typed)


def spelt(typed: str, last: Question) -> str:
    """The follow-up without thanks, as it is read: `shes 38 weeks` of a pregnancy is `she is 38 weeks pregnant`."""
    text = _POLITE.sub("", typed)
    for pattern, instead in _SPELT:
        text = pattern.sub(instead, text)
    pregnant = last.patient.pregnancy not in ("", "not pregnant")
    if pregnant and _WEEKS.search(text) and "pregnan" not in text.lower():
        text = _WEEKS.sub(lambda found: f"{found[0]} pregnant", text, count=1)
    return text
