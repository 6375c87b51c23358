"""Whose advice: `A in B, what does the guideline say?` asks of A in B; whose words are wanted names neither.

Every answer tells what guidelines advise, so that nothing is lost with these words; read as an outcome they hid what
was asked.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text import counselling
from probatum.text.expressions import expression

_WHO: Final = (
    r"(?:the )?(?:(?:current|latest|new|newest|uk|us|american|european|british|nhs) ){0,2}"
    r"(?:guidelines?|guidance|recommendations?|experts?|NICE|USPSTF|WHO|ESC|EULAR|SIGN|CDC|GINA|GOLD|IDSA|ACOG|RCOG"
    r"|A[HD]A|ACC(?:/AHA)?|KDIGO|BTS|FDA|EMA|MHRA)(?: guidelines?| guidance)?"
)
_TAIL: Final = expression(
    rf"[\s,.;?:-]*\b(?:and )?(?:(?:[Ww]hat|[Hh]ow) (?:do|does|did|would) {_WHO} (?:say|recommend|advise|suggest|put it)"
    rf"|(?:[Ww]hat(?:'s| is) )?(?:according to|by|as per|per) {_WHO})"
    r"(?: (?:on|about) (?:this|that|it)| here| now)?\W*$"
)


def read_whose(draft: Draft) -> None:
    """Take such words from the end of a question that says something else before them, and from its beginning those
    that ask what a patient is told of it."""
    if (bare := counselling.bare(draft.text)) != draft.text:
        draft.text = f"{_USE}{bare}"  # nothing is assumed: it names the same medicine
    found = _TAIL.search(draft.text)
    if found is None or len(draft.text[: found.start()].split()) < _FEWEST:
        return
    draft.text = draft.text[: found.start()]  # nothing is assumed: what guidelines say stands in every answer


_FEWEST: Final = 3
_USE: Final = "use of "
