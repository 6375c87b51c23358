"""What was measured, by the form of a question: `creatinine` in `does ramipril raise creatinine`, `pain` in `is there a
difference in pain between two treatments`."""

from __future__ import annotations

from typing import Final

from probatum.text import words
from probatum.text.expressions import caseless

_ENDS: Final = (
    r"(?=[,;:?.]|\b(?:compared|versus|vs|than|relative to|between|with|after|when|while|because"
    r"|in)\b|$)"
)
_CHANGED: Final = (
    r"(?:increas|rais|reduc|lower|decreas|improv|affect|chang|prevent|prolong|shorten|worsen|influenc|impair|enhanc"
    r"|caus|slow|delay|alter|predict|lessen|shift)(?:e|es|s|ing)?"
)
_MORE: Final = "lower|higher|less|more|greater|longer|shorter|better|worse|fewer"
_FRAMES: Final = (
    # `the effect of A on B`, `differ in B`, `what happens to B`, `is B lower with A`, `does A raise B`, `the B of A`
    caseless(rf"\b(?:effects?|impact|influence|affects?) of [^?;]*?\bon (?:the )?(.+?){_ENDS}"),
    caseless(rf"\b(?:differences?|differ|gain|drop|fall|rise) in (.+?){_ENDS}"),
    caseless(rf"\b(?:happens? to|do(?:es)? to|effects? on|impact on|influence on) (.+?){_ENDS}"),
    caseless(rf"^\W*(?:is|are|was|were) (.+?) (?:significantly |any |much )?(?:{_MORE}|different|changed|affected)\b"),
    caseless(
        rf"\b(?:changes?|improvements?|reductions?|increases?|decreases?|declines?) (?:from baseline )?in (.+?){_ENDS}"
    ),
    caseless(rf"\b(?<!-){_CHANGED} (?!with\b|in\b)(.+?){_ENDS}"),
    caseless(rf"\b(?:better|worse|superior|effective|as good) (?:for|in|at|on) (.+?){_ENDS}"),
    caseless(rf"\b(?:{_MORE}) (?!effective|often|likely|than)(.+?){_ENDS}"),
    caseless(r"\bwhat (?:is|was|are|were) the (.+?)(?: (?:of|in|with|after|among|for|on)\b|\?|$)"),
)
"""Frames in which what was measured stands, the surest first."""


def read(question: str) -> str:
    """The words for what was measured, in a question put as one on a change, a difference or a value; else none."""
    found = (m.group(1) for frame in _FRAMES if (m := frame.search(question)))
    return next((said for said in found if words.stems(said)), "")
