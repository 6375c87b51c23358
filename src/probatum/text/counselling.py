"""Counselling: whether a text asks what those who take a medicine are told, and its words without that."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WHOM: Final = (
    r"(?:(?:an?|the|my|our|his|her|any|new|older|elderly|young) ){0,3}(?:patients?|people|persons?|someone"
    r"|somebody|them|him|her"
    r"|wom[ae]n|m[ae]n|parents?|carers?|clients?)"
)
_ON: Final = (
    r"(?:who (?:is|are) )?(?:newly )?(?:about to start|being started on|started on|starting(?: on)?|begin(?:ning"
    r"|s)|taking|takes?"
    r"|put on|prescribed|going home (?:on|with)|(?:being )?discharged (?:on|with)|using|given|on|about|regarding"
    r"|for|before"
    r" (?:starting|taking)|when (?:starting|giving|dispensing|taking))"
)
_WHO: Final = r"(?:i|we|you|(?:an? |the )?(?:nurses?|pharmacists?|doctors?|midwi(?:fe|ves)|health visitors?|carers?))"
_REQUESTS: Final = caseless(
    r"^\W*(?:(?:please|give me|list|what are|the|key|main|important|some|top) ){0,4}"
    r"(?:"
    rf"(?:patient )?counsell?ing(?: (?:points?|advice|tips|notes?|checklist|information|messages?))?(?: {_ON}| of|:)?"
    rf"|counsel(?: {_WHOM})?(?: {_ON})"
    rf"|patient (?:education|counsell?ing|information|advice|teaching|leaflet)(?: points?)?(?: {_ON}|:)?"
    rf"|(?:points|messages|advice|information|facts) (?:to give |to tell )?(?:for|to) {_WHOM} {_ON}"
    rf"|what (?:should|do|must|would|can|does) {_WHO} (?:need to )?(?:tell|teach|advise|say to|explain to|warn"
    rf"|counsel) {_WHOM}"
    rf" {_ON}"
    rf"|(?:what|which) (?:advice|information|instructions?) (?:should|do|can|must"
    rf"|would) {_WHO} give(?: to)? {_WHOM} {_ON}"
    rf"|(?:teach(?:ing)?|educat(?:e|ing)|advis(?:e|ing))(?: {_WHOM})? {_ON}"
    r"|discharge (?:advice|counsell?ing|instructions?|information|teaching|education) (?:for|on|about|with)"
    rf"|what (?:do|does|should|must) (?:i|we|{_WHOM}) (?:need to |have to )?know (?:about |before "
    rf"|when )+(?:(?:starting|taking|using"
    r"|going on|beginning) )?"
    r") ?(?=[a-z])"
)
_ELSE: Final = caseless(
    r"\b(?:risks?|benefits?|evidence|chances?|whether|effectiveness|versus|vs|trial|studies|dose of|missed"
    r"|stopping|miss)\b"
)
"""Words of a question that asks for one matter by itself."""
_MOST: Final = 18
"""Words of a text that asks for this alone."""


def asks(text: str) -> bool:
    """True for `counselling points for A`, `what should I tell a patient starting A`, `teach about A`."""
    return _REQUESTS.match(text) is not None and _ELSE.search(text) is None and len(text.split()) <= _MOST


def bare(text: str) -> str:
    """What the request is about: `A` of `patient education for A`; the text itself where it is no such request."""
    return _REQUESTS.sub("", text, count=1) if asks(text) else text
