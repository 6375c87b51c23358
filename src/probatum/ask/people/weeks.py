"""Weeks: a pregnancy that is told by its weeks alone, `she is 39 weeks with cystitis`, `fever, 31 wks`.

Weeks are also how long something lasts or is to be given and how old a baby is. They are those of a pregnancy where a
woman is at them, or where they stand by themselves and are no usual course; never beside a child, a man or an old
woman. The word is written in, as for the `39/40` of notes, and said among the assumptions.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless, expression

_FIGURE: Final = r"(?P<weeks>[4-9]|[1-3]\d|4[0-2])(?:\+[0-6])?(?: ?/ ?40| ?(?:weeks?|wks?))"
_END: Final = r"(?=\s*(?:$|[,;:?!)]|\.(?!\d)))"
_WOMAN: Final = caseless(
    rf"(?P<who>\b(?:she|she's|shes|woman|lady|wife|wife's|partner|girlfriend|sister|(?:patient|pt)|primip|multip|[fF]"
    rf"|i'm|im|i am)(?:(?: who)? is| now| at| currently| about| around|,| \(){{0,3}} )(?P<told>{_FIGURE})\b"
    rf"(?:{_END}|(?= (?:with|and|has|having|but|now|who|on|takes|taking|needs?|gone|along|so|can|is|what)\b(?! old\b)))"
)
"""Of whom it is said that she is at so many weeks."""
_ALONE: Final = caseless(rf"(?:^|[,;:.(?-] ?)(?:now |at |she is |@ ?)?(?P<told>{_FIGURE}){_END}")
"""Weeks between commas or at an end, which nothing else explains."""
_AT: Final = caseless(
    rf"\b(?:at|@) (?P<told>{_FIGURE})(?:{_END}|(?= (?:ok(?:ay)?|safe|fine|allowed|all ?right|contra-?indicated"
    r"|or (?:not|avoid)|with|and|for|please|can|is)\b))"
)
_ASKS_WHETHER: Final = caseless(
    r"\b(?:ok(?:ay)?|safe|fine|allowed|all ?right|can|may|should|avoid\w*|contra-?indicated)\b"
)
"""Who asks whether something may be given `at 38 weeks` asks it of a pregnancy."""
_SICK_AT: Final = caseless(
    r"\b(?:vomiting|throwing up|being sick|sick(?:ness)?|nause(?:a|ous)|puking|retching|heartburn|spotting|piles"
    rf"|bump|baby (?:moving|kicks?))\b[^.?!,;]{{0,20}} at (?:about |around )?(?P<told>{_FIGURE})\b"
    r"(?! (?:old|of age|post|after))"
)
"""What somebody who is pregnant has `at 9 weeks`."""
_USUAL: Final = frozenset((4, 6, 8, 10, 12, 16, 24, 26))
"""Weeks for which courses are given and that trials last: alone they are no pregnancy."""
_FIRST_MONTHS: Final = 13
"""Weeks in which `she` may be a baby."""
_CHILD: Final = caseless(
    r"\b(?:bab(?:y|ies)|infants?|newborns?|neonat\w+|child(?:ren)?|kids?|toddlers?|son|daughter|boys?|girls?(?!friend)"
    r"|preterm|prem(?:ature|mie)?|months? old|weeks? old|wk old|week-old|paediatric|pediatric|grandson|granddaughter"
    r"|corrected age|little one|puppy|crying|colic\w*|formula|bottle[- ]?fed|nappy|nappies|pregnan\w+|antenatal"
    r"|gestation\w*|postnatal|post ?partum|breast-?feed\w*)\b"
)
"""Words beside which weeks are a child's, or are told as a pregnancy's already."""
_MAN: Final = caseless(r"\b(?:m[ae]n|males?|husband|father|dad|brother|he|he's|his|him|boyfriend|gentleman)\b")
_LASTS: Final = caseless(
    r"\b(?:how long|duration|course|taper\w*|wean\w*|follow-?up|trials?|study|studies|outcomes?|at \d+ weeks and"
    r"|remission|response|does|do|did|reduc\w+|improv\w+|extend\w*|weekly|monthly|months|days?|cycle|stop\w*|start\w*"
    r"|since|post-?op\w*|after|surgery|fractur\w+|symptoms? for|compared|versus|vs)\b"
)
"""Words of a question in which weeks by themselves are how long something takes."""
_OLD: Final = expression(r"\b(?:5[1-9]|[6-9]\d|10\d)(?: ?(?:y/?o|yo|years?|yrs?|[FfMm])\b|-year|(?=[,;]))")


_AT_TERM: Final = caseless(r"\b(?:at|near) term\b(?! (?:of|for)\b)")


def read_weeks(draft: Draft) -> None:
    """Write out that a woman at so many weeks is pregnant."""
    if _CHILD.search(draft.text) or _OLD.search(draft.text):
        return
    found = next((f for f in _WOMAN.finditer(draft.text) if _expects(f, draft.text)), None)
    found = found or next((f for f in _ALONE.finditer(draft.text) if _stands_alone(f, draft.text)), None)
    if found is None and _ASKS_WHETHER.search(draft.text):
        found = next((f for f in _AT.finditer(draft.text) if _stands_alone(f, draft.text)), None)
    found = found or next((f for f in _SICK_AT.finditer(draft.text) if not _of_others(draft.text)), None)
    if found is None and (term := _AT_TERM.search(draft.text)) and _ASKS_WHETHER.search(draft.text):
        start, end = term.span()
        draft.replace(start, end, "pregnant at term", "shorthand", "at term is said of a pregnancy")
    if found is not None:
        start, end = found.span("told")
        words = f"{found['weeks']} weeks pregnant"
        draft.replace(start, end, words, "shorthand", "weeks that somebody is at are those of a pregnancy")


def _expects(found: re.Match[str], text: str) -> bool:
    """Whether it is a woman who is at these weeks, and no man of whom a note says so."""
    if not _HERSELF.search(found["who"]) and _MAN.search(text):
        return False
    young = int(found["weeks"]) < _FIRST_MONTHS and _SHE.match(found["who"]) is not None
    return not (young and _BABYISH.search(text))


_HERSELF: Final = caseless(r"\b(?:she|shes|woman|lady|wife|girlfriend|sister|f|primip|multip)\b")
_SHE: Final = caseless(r"she|patient|pt")
_BABYISH: Final = caseless(
    r"\b(?:fe(?:ver|brile)|temp(?:erature)?|feed\w*|vomit\w*|milk|jabs?|vaccin\w*|immuni[sz]\w*|reflux|cough\w*|jaundice"
    r"|bronchiolitis|sleep\w*|teeth\w*|weigh\w*|kg)\b"
)
"""Of what is asked for somebody in the first weeks of life."""


def _of_others(text: str) -> bool:
    """Whether the weeks may be a man's, a trial's or those after something."""
    return _MAN.search(text) is not None or _LASTS.search(text) is not None


def _stands_alone(found: re.Match[str], text: str) -> bool:
    weeks = int(found["weeks"])
    return weeks not in _USUAL and weeks >= _FIRST_MONTHS and not _of_others(text)
