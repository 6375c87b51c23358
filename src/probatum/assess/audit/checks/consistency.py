"""Does the sentence contradict another sentence of the same text?"""

from __future__ import annotations

import re

from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.parting import Said
from probatum.model import Fault
from probatum.text.expressions import expression

_AGAINST = expression(
    r"\b(?:(?:must|should|may|can|ought|need) ?(?:not|never)|(?:must|should) (?:be )?never|never|do not|don't"
    r"|does not|avoid(?:ed)?|contra-?indicated|not (?:be )?(?:recommended|advised"
    r"|indicated|used|given|offered|suitable|appropriate)|(?:advise|recommend|advice|warn)\w* against|withh[eo]ld"
    r"|stay away from|no place for|has no place|is no (?:option|choice)|unsuitable|refrain)\b",
    re.IGNORECASE,
)
_FOR = expression(
    r"\b(?:offer(?:ed)?|tr(?:y|ied)|start(?:ed)?|begin|use[d]?|give[n]?|add(?:ed)?|prefer(?:red)?|preference"
    r"|recommend(?:ed)?"
    r"|first(?:[- ]line)?|should|must|consider(?:ed)?|choose|choice|take[n]?|prescribe[d]?"
    r"|initiate[d]?|advise[d]?|indicated|suggest(?:ed)?|continue[d]?|combine[d]?|switch|keep|kept|reserve[d]?)\b",
    re.IGNORECASE,
)
_ADVICE = expression(
    r"\A(?:\W*(?:[Ii]f|[Ww]hen|[Ii]n|[Ff]or|[Aa]fter|[Uu]nless)\b[^,]{0,120},\s*)?(?:please\s+)?(?:offer|start"
    r"|begin|use|give|add|prefer|consider|choose|take|prescribe|initiate|continue|do not|don't|never|avoid|stop"
    r"|switch|try"
    r"|reserve|keep|withhold|combine|advise)\b"
    r"|\b(?:must|should|ought to|we would|we suggest|prefer|preferred|preference|recommend(?:ed|s)?|we advise|is "
    r"advised|first choice"
    r"|first[- ]line|contra-?indicated|our (?:first|next|choice))\b",
    re.IGNORECASE,
)
_WHETHER = expression(r"\bwhether or not\b|\bnot only\b|\bif not\b", re.IGNORECASE)
_EMPTY = keys.table("offer start begin use give add prefer preferred recommend first should must consider choose "
                    "choice take prescribe step next patient "
                    "our we be is anybody everybody everyone every anyone treatment drug whether wish avoid never "
                    "combine combined line option "
                    "straight goes fail failing alone when unless if present")  # fmt: skip
SHARED = 0.6


@probe(
    name="consistency",
    order=140,
    purpose="No two sentences of the text advise the opposite, or say the opposite of one thing.",
    source="Rule: a text that contradicts itself is wrong in one place at least. Needs no source.",
)
def consistency(case: Cited) -> Opinion | None:
    """Contradicted when an earlier sentence advises for what this one advises against, or the other way round."""
    way = advises(case.text)
    if not way:
        return None
    own = subject(case.text)
    for other in case.whole.sentences:
        if other.n >= case.said.n:
            break
        theirs = advises(other.plain)
        if not theirs or (theirs == way and not _reversed(case.text, other.plain)):
            continue
        if _same(own, subject(other.plain)):
            return Opinion(Fault.CONTRADICTION, f"it contradicts sentence {other.n}: \u201c{_short(other)}\u201d")
    return None


def advises(text: str) -> str:
    """`for` or `against` when a sentence advises, else empty. The first word that advises decides."""
    bare = _WHETHER.sub(" ", text)
    if not _ADVICE.search(bare):
        return ""
    against, favours = _AGAINST.search(bare), _FOR.search(bare)
    if against and (not favours or against.start() <= favours.start() + 12 or not _leads(bare, favours)):
        return "against"
    return "for" if favours else ""


_FIRST = expression(r"\b(?:before|first|initially|instead of|ahead of|straight away|at once)\b", re.IGNORECASE)
_LATER = expression(
    r"\b(?:only (?:after|when|if|once)|after|once|not until|as a last resort|second[- ]line|last)\b", re.IGNORECASE
)


def _reversed(one: str, other: str) -> bool:
    """True when one puts a treatment first and the other puts it last."""
    first, later = (_FIRST.search(one), _LATER.search(one)), (_FIRST.search(other), _LATER.search(other))
    return bool(
        (first[0] and not first[1] and later[1] and not later[0])
        or (first[1] and not first[0] and later[0] and not later[1])
    )


def _leads(text: str, favours: re.Match[str]) -> bool:
    """True when the word for it opens the advice: `Offer it first to one who wishes to avoid infusions`."""
    return not re.search(r"\b(?:must|should|may|do)\s\Z", text[: favours.start()], re.IGNORECASE)


def subject(text: str) -> frozenset[str]:
    """Keys of what advice is about."""
    return keys.of(text) - keys.GENERIC - _EMPTY


def _same(own: frozenset[str], other: frozenset[str]) -> bool:
    both = own & other
    return bool(own and other) and (
        (len(both) >= 2 and len(both) >= SHARED * min(len(own), len(other)))
        or (len(both) == 1 and min(len(own), len(other)) == 1 and len(max(both)) > 5)
    )


def _short(said: Said) -> str:
    return said.plain if len(said.plain) <= 120 else said.plain[:117] + "\u2026"
