"""What people did not do or have, as a noun phrase: `did not receive X` gives `not receiving X`."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

DENIED: Final = expression(
    r"(?P<aux>did|do|does|were|was|are|is|had|have|has)\s(?:still\s)?(?:not|never)\s(?:yet\s|ever\s|[a-z]{3,}ly\s)?(?P<verb>[a-z-]{2,})(?![\w-])"
)
"""An auxiliary with its denial, and the verb or state that it denies."""
_NO_ING: Final = frozenset({"know", "differ", "need", "seem", "appear", "matter", "belong", "exist"})
"""Verbs of which no deed is made."""
_DOUBLED: Final = expression(r"(?:get|stop|quit|begin|refer|submit|permit|transfer|drop|plan|run|cut|sit|put|set|omit)")
_SOUNDED: Final = expression(r".*(?:ee|oe|ye)")


def gerund(verb: str) -> str:
    """`receive` gives `receiving`, `stop` gives `stopping`; empty for a verb that tells of no deed."""
    if verb in _NO_ING:
        return ""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not _SOUNDED.fullmatch(verb):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _DOUBLED.fullmatch(verb) else f"{verb}ing"


def of(denied: re.Match[str], rest: str) -> str:
    """The deed that is denied, without the denial: `were not vaccinated` gives `being vaccinated`; empty where none is.

    `rest` is what follows the verb.
    """
    aux, verb = denied["aux"], denied["verb"]
    if aux in ("did", "do", "does"):
        made = gerund(verb)
        return f"{made} {rest}".strip() if made and (rest or verb in _ALONE) else ""
    if aux in ("were", "was", "are", "is") and verb.endswith("ing"):
        return f"{verb} {rest}".strip()
    if aux in ("were", "was", "are", "is"):
        return f"being {verb} {rest}".strip()
    return f"having {verb} {rest}".strip() if verb.endswith("ed") or verb in _TAKEN else ""


_ALONE: Final = frozenset({"respond", "relapse", "improve", "survive", "recover", "return", "smoke", "participate"})
"""Verbs that need no object."""
_TAKEN: Final = frozenset(
    {"been", "taken", "had", "undergone", "seen", "given", "lost", "met", "sought", "heard", "gone"}
)
"""Participles that do not end in `ed`."""
