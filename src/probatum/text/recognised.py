"""Recognised: whether words ask how an illness is known, in the many ways in which that is asked.

`how do doctors know if it is B`, `?B - how do I confirm`, `what would they do to find out`, `suspected B, what work up`
ask what `how is B diagnosed` does. What a named test shows of it is another question.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WHO: Final = (
    r"(?:doctors?|they|you|we|i|one|people|anyone|the (?:doctors?|gp|hospital|specialist|nurse|consultant)"
    r"|a (?:doctor|gp)"
    r"|my (?:doctor|gp)|gps?)"
)
_KNOWS: Final = (
    r"(?:know|tell|find (?:it )?out|be sure|make sure|work (?:it )?out|confirm|diagnose|recogni[sz]e|spot"
    r"|identify|prove"
    r"|establish|pick (?:it )?up)"
)
_KNOWN: Final = r"(?:known|confirmed|diagnosed|recogni[sz]ed|identified|picked up|proven|proved|established|spotted)"
_ASKS: Final = caseless(
    rf"\bhow (?:do|does|would|will|can|could|should|did) {_WHO} (?:\w+ )?{_KNOWS}\b(?! (?:how|when|whether to"
    rf"|which|what)\b)"
    rf"|\bhow (?:is|are|can|could|should|would|was) [\w' -]{{2,50}}? (?:be )?{_KNOWN}\b|\bhow to {_KNOWS}\b"
    rf"|\bwhat (?:would|will|does|do|should|can) {_WHO} (?:do|look for|check|ask|need)\b[^?.;]{{0,20}}\bto {_KNOWS}\b"
    rf"|\bwhat (?:do|would|will|does) {_WHO} look (?:for|out for)\b"
    r"|\bwhat (?:confirms|proves|makes (?:you|one|us|me|a doctor) suspect|should make (?:me|you|us|one) (?:suspect"
    r"|think of)|points to|clinches)\b|\bwhen (?:to|should (?:i|we|you|one)|do (?:i|we|you)) suspect\b"
    r"|\b(?:which|what)(?: blood| other)? (?:tests?|investigations?|scans?)(?: \w+){0,3}? (?:to )?(?:diagnos\w+"
    r"|confirms?"
    r"|shows?|proves?)\b"
    r"|\bwhat(?:'s| is)? (?:the )?(?:diagnostic )?(?:work[- ]?up|criteria)\b|\b(?:work[- ]?up|diagnostic criteria"
    r"|criteria)\W*$"
    r"|\b(?:could|might) (?:this|it|that|these) be (?!due|from|because|caused|down|the|worth|that|why|ok"
    r"|safe)(?:an? |my )?"
    r"[a-z' -]{4,40}(?:\?|$)"
    r"|\bdiagnosing\b|\bdiagnosis\W*$"
)
GENERAL: Final = caseless(
    r"(?:diagnos(?:is|tic|e|ed|ing)(?: tests?| testing)?|(?:blood |diagnostic |further )?(?:tests?|testing"
    r"|investigations?"
    r"|scans?|work-?up)|criteria)"
)
"""A test as such, by which none is named."""


def asked(text: str) -> bool:
    """Whether it is asked how an illness is known."""
    return _ASKS.search(text) is not None
