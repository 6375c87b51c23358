"""Limited: directions that let two medicines be given together, only not at any dose.

`A above 100 mg daily with B should be avoided`, `with B the dose of A should not exceed 20 mg`: it is the amount
that is forbidden, and not the pair. `The dose of A should be halved with B`: the pair is given, with less of one.
"""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.text import limits
from probatum.text.expressions import caseless

_ABOVE: Final = caseless(limits.ABOVE_IT)
_MOST: Final = caseless(
    r"\b(?:not exceed|limited to|a maximum (?:dose )?of|maximum (?:daily )?dose (?:of [\w-]+ )?is|no more than"
    r"|at most) \d"
)
_LOWER: Final = caseless(
    r"\bdoses? (?:of [^.;]{2,40}? )?(?:should|must) be (?:\w+ )?(?:halved|reduced|lowered|decreased)\b"
    r"|\band the dose of [\w-]+ (?:reduced|lowered|halved)\b"
)
"""What has to be done; a dose that `may need to be reduced` is watched."""
_AVOID: Final = caseless(r"\b(?:avoid\w*|not (?:be )?(?:recommended|used|given|taken|combined))\b")


def by_amount(text: str) -> bool:
    """Whether all that is to be avoided is an amount, and no medicine beside the other as such."""
    parts = text.split("; ")
    others = [part for part in parts if _ABOVE.search(part) is None]
    return len(others) < len(parts) and not any(_AVOID.search(part) for part in others)


def to_a_limit(text: str) -> bool:
    """Whether a direction tells how much of one may be given beside the other at most."""
    return _MOST.search(text) is not None or by_amount(text)


def to_less(text: str) -> bool:
    """Whether a direction wants the dose of one lowered beside the other."""
    return _LOWER.search(text) is not None


def lowers(text: str, drug: str) -> str:
    """How a direction speaks of less of a medicine beside another: `must` where it wants that, `may` where it may be
    needed; empty where it speaks of less of the other one, or of none."""
    for found in _WHOSE.finditer(text):
        if wording.stands_in(drug.lower(), found["whose"].lower()):
            return "may" if found["may"] else "must"
    return ""


_WHOSE: Final = caseless(
    r"\bdose of (?:the )?(?P<whose>[\w ,/-]{3,60}?) "
    r"(?:(?:should|must) be |(?P<may>may (?:need|have) to be )|(?=(?:halved|reduced|lowered)\b))"
    r"(?:halved|reduced|lowered|decreased|interrupted)\b"
)
