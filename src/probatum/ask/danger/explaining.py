"""Explaining: what takes the alarm out of words that are told like a danger: a clinician's finding, or a plain question
whether a treatment helps in an illness of the body."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.text.expressions import expression

_PALSY: Final = expression(
    r"\b(?:gp|doctors?|dr|a&e|hospital|neurologist|specialist|consultant|nurse|diagnosed|confirmed|diagnosis)\b[^.?!]{0,60}"
    r"\bbell'?s'? palsy\b"
    r"|\b(?:LMN|lower motor neuron(?:e|al)?)\b[^.?!]{0,40}\b(?:facial|face|VII|7th|seventh)\b"
    r"|\b(?:facial|face|VII|7th|seventh)\b[^.?!]{0,40}\b(?:LMN|lower motor neuron(?:e|al)?)\b",
    re.IGNORECASE,
)
"""Who has found so: one whose word it is, or who tells which neurone fails, as none does who has not looked."""
_BEYOND: Final = expression(r"\b(?:arms?|legs?|hands?|speech|slurr\w*|words|talk\w*|vision|sight)\b", re.IGNORECASE)


def explained(text: str) -> bool:
    """Whether a clinician has found what explains a face that droops, and nothing beyond the face is told."""
    return _PALSY.search(text) is not None and _BEYOND.search(text) is None


_ASKS_IF_HELPS: Final = expression(
    r"\b(?:do|does|will|would|can|could|is|are) (?:[\w'-]+ ){1,5}?(?:help|work|make (?:it|me|him|her|them)|speed up"
    r"|improve|cure|heal|any good|worth (?:it|taking|trying))\b",
    re.IGNORECASE,
)
_OUTRIGHT: Final = expression(
    r"\b(?:suicid\w*|kill\w*|di(?:e|ed|es|ying)|dead|end (?:it|my|his|her)|overdos\w*|od|painless\w*|lethal\w*"
    r"|forever|everything|tired of|any ?more|depress\w*|hopeless\w*|sleep)\b",
    re.IGNORECASE,
)


def asks_of_illness(text: str) -> bool:
    """Whether it is asked outright if a treatment helps in an illness of the body that is named."""
    if not _ASKS_IF_HELPS.search(text) or _OUTRIGHT.search(text):
        return False
    return any(m.term.semantic == "condition" for m in vocabulary.load().find(text))


def everyday(text: str) -> bool:
    """Whether what is told is out of breath by who is not fit, or tired by who has lately had a baby, and nothing
    graver beside it."""
    return _EVERYDAY.search(text) is not None and _GRAVER.search(text) is None


def queasy(text: str) -> bool:
    """Whether nothing but sickness or a few days without appetite is told, or tablets that are hard to swallow, of
    nobody small and with nothing graver beside it."""
    told = _TABLETS.sub(" ", text)
    return (told != text or _QUEASY.search(text) is not None) and _GRAVE_BESIDE.search(told) is None


_TABLETS: Final = expression(
    r"\b(?:can(?:'?t|not| not)|could(?: not|n't)|struggl\w+ to|trouble|difficulty|hard to|unable to|hates?|refus\w+ to)"
    r" swallow(?:ing)? (?:(?:the|his|her|my|their|these|those|big|large|any) ){0,2}"
    r"(?:tablets?|pills?|capsules?|medicines?|meds|medication)\b",
    re.IGNORECASE,
)
_QUEASY: Final = expression(
    r"\b(?:feel(?:s|ing)? (?:a bit |really |so )?(?:sick|nauseous|queasy)|nause(?:a|ous|ated)|vomiting|being sick"
    r"|off (?:his|her|my|their) food)\b",
    re.IGNORECASE,
)
_GRAVE_BESIDE: Final = expression(
    r"\b(?:bab(?:y|ies)|newborn|infant|toddler|child|son|daughter|little|boy|girl|weeks? old|months? old|pregnan\w*"
    r"|blood\w*|green|bile|black|coffee|head\w*|stiff|neck|rash|light|drows\w*|sleepy|confus\w*|wak\w+|collaps\w*"
    r"|faint\w*|severe\w*|sudden\w*|chest|belly|stomach|abdom\w*|pain\w*|hurts?|swallow\w*|drool\w*|breath\w*"
    r"|sweat\w*|keep|down|drink\w*|fluids?|water|hours?|days?|overdos\w*|took|taken|swallowed|too many|twice|double"
    r"|diabet\w*|insulin|ketones?|fits?|seiz\w*|fever\w*|temperature|swell\w*|swollen|yellow|weak\w*|numb\w*|vision"
    r"|die|dead|kill\w*|harm)\b",
    re.IGNORECASE,
)
"""What may make an emergency of it."""
_EVERYDAY: Final = expression(
    r"\b(?:out of (?:puff|breath)|puffed(?: out)?|breathless|winded)\b.{0,60}\b(?:unfit|not (?:very |that )?fit"
    r"|out of shape"
    r"|overweight|stairs|uphill|running|gym)\b|\b(?:unfit|not (?:very |that )?fit"
    r"|out of shape)\b.{0,60}\b(?:out of (?:puff"
    r"|breath)|puffed|breathless|winded)\b"
    r"|\b(?:knackered|shattered|tired|exhausted|worn out|no energy|wiped out)\b.{0,60}\b(?:since|after) (?:i "
    r"|we )?(?:had|having)"
    r" (?:my|our|the|a) (?:\w+ )?(?:baby|twins|son|daughter|little (?:one|boy|girl))\b"
    r"|\b(?:blood|red)\b.{0,30}\b(?:on|in) (?:the |my )?(?:toilet |loo |tissue )?(?:paper"
    r"|tissue)\b.{0,60}\b(?:piles|h(?:a)?emorrhoids?"
    r"|fissure|strain\w*|constipat\w*|hurts?|sore|painful|poo|wip\w+)\b|\b(?:piles|h(?:a)?emorrhoids?|fissure|hurts?"
    r"|sore|painful|wip\w+)\b.{0,60}\bblood (?:on|in) (?:the |my )?(?:toilet |loo |tissue )?(?:paper|tissue)\b",
    re.IGNORECASE | re.DOTALL,
)
_GRAVER: Final = expression(
    r"\b(?:chest|faint\w*|collaps\w*|sudden\w*|clots?|dvt|(?:one|my|left|right|swollen) (?:leg|calf)|swell\w*"
    r"|swollen|pale"
    r"|grey|blue|lots of|heavy|heavily|pour\w*|gush\w*|soak\w*|black|tarry|dizz\w*|lighthead\w*|palpitation\w*|racing"
    r"|speak|sentences?|resting|at rest|lying|lips|fever\w*|temperature|harm|die|dead|kill\w*|end it|hopeless|cry\w*"
    r"|warfarin|\w+xaban|dabigatran|clopidogrel|ticagrelor|prasugrel|blood thinn\w+|thinners?|cancer|pregnan\w+"
    r"|vomit\w*"
    r"|now|today|tonight|since (?:this|yesterday|last))\b",
    re.IGNORECASE,
)
"""What makes an emergency of it after all, or may."""


def looked_up(text: str) -> bool:
    """Whether a medicine is looked up under a heading of a reference work, and nobody is told of."""
    return _HEADING.search(text) is not None and _SOMEONE.search(text) is None


_HEADING: Final = expression(
    r"^\W*(?:[\w'-]+ (?:and |or |, ?|& ?)?){0,3}?(?:half-li(?:fe|ves)|pharmacokinetics?|bioavailability|storage"
    r"|dilution"
    r"|counsell?ing(?: points?)?|mechanism|contra-?indications?|indications) (?:of|for|and|with)\b",
    re.IGNORECASE,
)
_SOMEONE: Final = expression(
    r"\b(?:i|i'?m|my|me|we|our|he|she|his|her|him|they|them|m[uo]m|dad|baby|son|daughter|husband|wife|gran\w*|nan"
    r"|patient"
    r"|man|woman|boy|girl|child|now|just|suddenly|help|\d+)\b",
    re.IGNORECASE,
)
