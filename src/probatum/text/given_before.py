"""Given before: a medicine that a question tells as given some time ago, where another is sought now.

`last time she got trimethoprim. what antibiotic, what dose` asks for no dose of trimethoprim.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.text.expressions import caseless

_EARLIER: Final = caseless(
    r"\b(?:last (?:time|year|month|winter|summer|episode|attack|flare|pregnancy|one)|previous(?:ly)?|in the past"
    r"|(?:(?:\d{1,2}|a few|some) (?:weeks|months)|years) ago)\b[^.;?!]{0,40}\b(?:got|had|given|gave|took|taken|used"
    r"|(?:was|were) (?:on|put on)|treated with|prescribed)\b[^.;?!]{0,20}$"
)
_FAR: Final = 90
"""Characters before a name in which it may be told."""


def before(name: str, text: str) -> bool:
    """Whether each place where a text names a medicine tells it as given some time ago; False where none does.

    >>> before("trimethoprim", "17 weeks pregnant. last time she got trimethoprim. what antibiotic now")
    True
    >>> before("trimethoprim", "last time she got trimethoprim, can she have trimethoprim again")
    False
    """
    found = list(_named(name.lower()).finditer(text.lower()))
    return bool(found) and all(_EARLIER.search(text[max(0, m.start() - _FAR) : m.start()]) for m in found)


@lru_cache(maxsize=1024)
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
