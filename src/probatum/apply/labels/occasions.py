"""Occasions: on which of the procedures ahead a sentence of a label or guideline is, and on which a question.

What is done before a scan with contrast is no answer at the dentist's, nor the other way round; what holds of any
operation is told of each, behind what is of the very one.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_OCCASIONS: Final = (
    caseless(r"\bcontrast\b|\b(?:ct|mri|imaging|scans?|angiogra\w+|dye|x-?rays?)\b"),
    caseless(r"\b(?:epidural|spinal|neuraxial|lumbar puncture|ana?esthe\w+)"),
    caseless(r"\b(?:dent\w+|tooth|teeth|molars?|extractions?|implants?)\b"),
)
PAUSE: Final = caseless(
    r"\b(?:stop\w*|hold|held|withh\w+|paus\w+|omit\w*|skip|miss|leave (?:off|out)|interrupt\w*|discontinu\w+"
    r"|com(?:e|ing) off|continu\w*|carry on|keep (?:on|taking)|go on with|restart\w*|resum\w+"
    r"|last (?:dose|tablet|one))\b"
)
"""What may become of a medicine when a procedure is ahead."""
_ANY: Final = caseless(r"\b(?:surg\w+|operations?|procedures?)\b")


def another(text: str, asked: str) -> bool:
    """Whether a text is on one kind of procedure alone, and the question on none of that kind."""
    spoken = [one for one in _OCCASIONS if one.search(text)]
    return bool(spoken) and not any(one.search(asked) for one in spoken) and _ANY.search(text) is None


def the_very(text: str, asked: str) -> bool:
    """Whether a text is on the very kind of procedure that the question names."""
    return any(one.search(text) and one.search(asked) for one in _OCCASIONS)
