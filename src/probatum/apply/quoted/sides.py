"""Sides: what a question wants to know of a treatment or an illness, and which sentences tell that side of it.

Whoever asks `what to check first` names nothing that a sentence on an ECG before treatment would share with it. Here
both are read as the same side, by words that belong to no illness and to no medicine; what that is worth is weighed by
`apply.quoted.salience`, and no sentence is told or left out for its side alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.text.expressions import caseless

_AMOUNT: Final = r"\d[\d.,]*\s?(?:mg|g|micrograms?|mcg|ug|ml|units?|IU|mmol|Gy|puffs?|drops|tablets?)\b"
_LENGTH: Final = r"\d[\d.]*[ -](?:minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"


class _Side(NamedTuple):
    """How one side is asked for, and how it is told."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


SIDES: Final = {
    "dose": _Side(
        caseless(
            rf"\bdos(?:e|es|age|ing)\b|\bhow (?:much|often|many (?:mg|tablets|puffs|times))\b|\bmax(?:imum)?\b"
            rf"|{_AMOUNT}|\btitrat|\bstrength\b|\bwhat rate\b|\bregimen|\b(?:too|enough|how) (?:much|high|low)\b"
        ),
        caseless(rf"{_AMOUNT}|\b(?:once|twice|times) (?:a day|daily|a week|weekly)\b|\bdaily dose\b"),
    ),
    "checks": _Side(
        caseless(
            r"\bcheck|\bmonitor|\bwatch(?:ing)? (?:for|out)|\bkeep an eye|\blook (?:out )?for|\bscreen|\bbloods?\b"
            r"|\bbaseline\b|\btests? (?:before|first|needed|do)|\bfollow[- ]up\b|\bred flags?\b|\bsafety ?net"
        ),
        caseless(
            r"\bmonitor|\b(?:should|must) (?:\w+ ){0,2}be (?:\w+ )?(?:checked|measured|assessed|tested|watched|examined"
            r"|reviewed|counted|weighed|reassessed|screened)|\bbefore (?:treatment|starting|it is (?:started|given)"
            r"|the (?:first|start))|\breassess|\breview(?:ed)? (?:at|after|every)|\bperiodic|\bregular(?:ly)?\b"
            r"|\bECG\b|\bblood counts?\b|\bliver (?:tests|function|enzymes)|\bis started\b"
        ),
    ),
    "time": _Side(
        caseless(
            r"\bhow (?:long|late|soon|early|quick\w*|fast)\b|\bwhen (?:to|should|can|do|does|is|will)\b|\btoo late\b"
            r"|\bduration\b|\bcourse\b|\bhow many (?:days|weeks|months|years)\b|\b(?:days|weeks|months) or\b"
            r"|\bstop(?:ping)?\b|\blate\b|\bmissed\b|\bforgot\w*|\bwindow\b|\bfor life\b|\bstill\b|\blong[- ]term\b"
        ),
        caseless(
            rf"\b(?:within|for|after|over|every|up to|at least|than|until|by) (?:the first |about )?{_LENGTH}|{_LENGTH}"
            r"|\b(?:stopped|tapered|withdrawn|continued|discontinu\w+|missed|reassess\w*|lifelong|long-term)\b"
        ),
    ),
    "harm": _Side(
        caseless(
            r"\brisks?\b|\bside[- ]effects?\b|\badverse\b|\bharm|\bdanger|\bworr(?:y|ied)|\bcaus(?:e|ing)\b"
            r"|\bsafe(?:ty)?\b|\bbleed|\bdamage|\bprice\b|\bdownsides?\b|\btoxic|\bwarn|\bwrong\b|\breaction\b|\bhurt\b|\bworse\b"
        ),
        caseless(
            r"\boccurred\b|\bmay (?:cause|occur|raise|worsen)\b|\bcan (?:cause|occur|be fatal)\b|\badverse\b"
            r"|\brisk of\b|\bfatal\b|\bhas been (?:reported|seen)\b|\bhave (?:been reported|occurred)\b"
            r"|\bside effects?\b|\bmore (?:frequent|common|often) with\b|\bhigher with\b|\bbleeding\b"
        ),
    ),
    "may": _Side(
        caseless(
            r"\bsafe\b|\b(?:can|could|may|should|shd|shall) (?:i|we|he|she|they|my|the|an?)\b|\bok(?:ay)?\b|\ballowed\b"
            r"|\bavoid|\bcontraindicat|\ball right\b|\balright\b|\bfine to\b|\bgive (?:it|her|him)\b|\bpregnan|\bbreast"
        ),
        caseless(
            r"\bcontra-?indicated\b|\bavoid|\bnot (?:be )?(?:recommended|used|given|taken|started)\b|\bshould not\b"
            r"|\bmay be (?:used|given|taken)\b|\bcan be (?:used|given|taken|continued)\b|\bonly (?:when|if|after)\b"
            r"|\bcompatible\b|\bnot expected to\b|\bpreferred\b|\bno dose\b|\bwith care\b"
        ),
    ),
    "help": _Side(
        caseless(
            r"\bwork|\bhelp|\beffective|\bbenefit|\bbetter\b|\bworth\b|\bevidence\b|\bgood\b|\bany use\b|\bpoint\b"
            r"|\bimprov|\breduc|\bprevent|\bcure|\bstops?\b|\brole\b|\bv(?:s|ersus)?\b|\bwhich\b|\btrial|\bproven?\b"
        ),
        caseless(
            r"\b(?:lower|higher|fewer|less|more|better|longer|shorter|greater) (?:\w+ ){0,3}(?:with|in|than|after)\b"
            r"|\bdid not\b|\bno (?:clear |significant )?(?:difference|effect|benefit)\b|\blowered\b|\bimproved\b"
            r"|\braised\b|\bprevented\b|\bnon-?inferior|\bsimilar\b|\bratio\b|\b95 ?% CI\b"
        ),
    ),
    "instead": _Side(
        caseless(
            r"\binstead\b|\balternativ|\bwhat else\b|\bother (?:options?|drugs?|treatments?)|\bsecond[- ]line\b"
            r"|\bswitch|\bnext\b|\bfailed\b|\bnot (?:working|better|controlled)\b|\bstill\b|\bfirst[- ]line\b"
            r"|\bwhich (?:drug|one)|\ballerg|\bcan'?t (?:take|tolerate)|\bintoleran"
        ),
        caseless(
            r"\balternativ|\binstead\b|\bsecond[- ]line\b|\bfirst[- ]line\b|\bfirst[- ]choice\b|\bswitch|\bpreferred\b"
            r"|\b(?:fails?|failed|not (?:worked|tolerated|suitable))\b|\brecommends?\b|\badvises?\b|\boffer"
        ),
    ),
    "how many": _Side(
        caseless(
            r"\bhow (?:many|common|likely|often|big|much (?:better|less|more|does|will|of))\b|\bchances?\b|\bper ?cent"
            r"|%|\bNNT\b|\babsolute\b|\bnumbers?\b|\bfigures?\b|\bby how much\b|\brates?\b|\bhow accurate\b"
        ),
        caseless(
            r"\d ?%|\b\d+ (?:of|out of|in|per) (?:the )?\d|\bper (?:person|1,?000|100)\b|\bratio\b|\bdifference\b"
        ),
    ),
}
"""Each side by its name."""


def asked(question: str) -> frozenset[str]:
    """The sides that a question asks for."""
    return frozenset(name for name, side in SIDES.items() if side.asked.search(question))


@lru_cache(maxsize=8192)
def told(sentence: str) -> frozenset[str]:
    """The sides that a sentence tells."""
    return frozenset(name for name, side in SIDES.items() if side.told.search(sentence))
