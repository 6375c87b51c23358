"""How two measures are said to be linked: `A correlated with B`, `an association Ⓑ was seen between A and B`."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

TIE: Final = r"(?:correlations?|associations?|relationships?)"
_SHOWS: Final = r"(?:showed|shows|had|has|have|demonstrated|exhibited|displayed)"
TIED: Final = (
    rf"(?:(?:[a-z]+ly\s)*correlat(?:ed|es)\s(?:[a-z]+ly\s)*with|{_SHOWS}\s(?:an?\s|"
    rf"the\s)?(?:[a-z-]+\s){{0,3}}?{TIE}\s(?:with|to))"
)
"""`correlated inversely with`, `showed a strong negative correlation with`: verbs of a link between two measures."""
TIED_AGAIN: Final = expression(
    rf"(?:(?:an?|the|no|only)\s)?(?:[a-z-]+\s){{0,2}}?{TIE}\s(?:with|to)\s(?:the\s)?|(?:[a-z]+ly\s)?(?:with|to)\s(?:the\s)?",
    re.IGNORECASE,
)
"""`... with X Ⓑ and a stronger relationship with Y Ⓑ`, `... with X Ⓑ and with Y Ⓑ`."""
SHOWED_TIE: Final = expression(
    rf"^(?P<subj>.{{3,120}}?)\s(?:also\s)?{_SHOWS}\s(?:an?\s|the\s)?(?:[a-z-]+\s){{0,3}}?{TIE}$", re.IGNORECASE
)
TIE_ALONE: Final = expression(
    rf"^(?:an?\s|the\s|no\s)?(?:(?:there|we)\s(?:was|were|found|observed)\s(?:an?\s|no\s)?)?(?:[a-z-]+\s){{0,3}}?{TIE}$",
    re.IGNORECASE,
)
_END: Final = r"(?=\s?[,;:(.\[ⓠⒷ]|\s?$|\s(?:in|among|at|after|during|within|compared|than|whereas|while|but)\s|\sⓉ)"
WITH_IT: Final = expression(rf"^\s(?:with|to)\s(?:the\s)?(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?){_END}", re.IGNORECASE)
OF_BOTH: Final = expression(
    rf"^\s(?:(?:was|were|is|are)\s(?:also\s)?(?:seen|found|observed|noted|detected|identified|present|demonstrated)\s)?"
    rf"between\s(?:the\s)?(?P<x>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?)\sand\s(?:the\s)?(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?){_END}",
    re.IGNORECASE,
)
