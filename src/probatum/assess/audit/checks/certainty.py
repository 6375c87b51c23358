"""Is more certainty or causation claimed than the source can carry?"""

from __future__ import annotations

import re

from probatum.assess.audit.case import HEDGED, NEGATED, Cited
from probatum.assess.audit.opinion import Opinion, probe
from probatum.model import Fault
from probatum.text.expressions import expression

_CLAIM = expression(
    r"\b(?:(?P<prove>prov(?:e|es|ed|en|ing)|proof|(?:every|each) single (?:patient|person|case)"
    r"|settl(?:es?|ed) (?:the|this|that)|(?:this|it) settles|once and for all|leaves? no (?:doubt"
    r"|question)|no doubt|certain(?:ly)? (?:to|that)"
    r"|saves? (?:the )?lives|demonstrates? beyond|conclusive(?:ly)?|definitive(?:ly)?|unequivocal(?:ly)?|undoubtedly"
    r"|beyond (?:any |all )?doubt|without (?:a |any )?doubt|establish(?:es|ed) (?:that|beyond)"
    r"|establish(?:es|ed)? (?:[\w-]+ ){1,5}?as (?:the|an?|standard|first)"
    r"|it is (?:now )?(?:certain|established)|guarante\w+|ensures?"
    r"|(?:can|may|could|will) (?:therefore |thus |now |safely )?be (?:relied|counted|depended|banked) (?:up)?on"
    r"|(?:can|may|will) (?:safely |confidently )?(?:rely|count|depend|bank) (?:up)?on|is (?:sure|bound|certain) to"
    r"|without fail|invariabl[ye]|infallibl[ye]"
    r"|reliably (?:rids?|heals?|clears?|relieves?|restores?|protects?|prevents?"
    r"|cures?|works?|stops?|ends?))"
    r"|(?P<cure>cures?|cured|curative|eradicat\w+|(?:halts?|halted|stops?|arrests?"
    r"|freezes?)(?: \w+){0,4} (?:from )?progress\w*|(?:halts?|halted) (?:the |its )?(?:disease|decline|growth"
    r"|damage|loss|spread)|abolish\w*|eliminat(?:es|ed)"
    r"|restores|normali[sz]es|banish(?:es|ed)|wipes out|does away with|puts an end to|reverses|stops? the "
    r"progress\w*|prevents all|completely (?:prevents?|stops?|resolves?)|(?:permanently|forever|for good|for life)"
    r"|(?:frees?|rids?) (?:\w+ ){1,3}(?:from|of)|brings? (?:[\w-]+ ){1,5}back)"
    r"|(?P<hence>(?:thus|therefore|thereby|hence|consequently|accordingly) (?:[a-z]+ly )?(?:prevents|protects|averts"
    r"|saves|keeps|spares|guards|shields|rescues|preserves|wards off|lengthens|prolongs))"
    r"|(?P<prevent>prevents)"
    r"|(?P<best>the (?:most effective|best|safest|only effective)|(?:superior|preferable) to (?:all|every|any) "
    r"(?:other)?|unsurpassed|gold standard)"
    r"|(?P<all>in all (?:patients|people|cases|children|adults|women|men)|for (?:all|every) patients?|always"
    r"|(?:can|could|will|would) (?:therefore |thus |now |simply )?never|no (?:\w+ ){1,3}(?:can|could"
    r"|will) (?:ever|possibly)|never fails?|100 ?% effective|(?:every|each) (?:patient|person|child"
    r"|woman|man|case)|everybody"
    r"|everyone|anyone|whoever|no (?:longer )?(?:any )?need for (?:any )?other|can replace)"
    r"|(?P<cause>causes?|caused by|is (?:the cause|responsible for)|because of (?:the )?(?:drug|treatment)))\b",
    re.IGNORECASE,
)
_TESTED = expression(
    r"\s(?:to be |itself )?(?:non-?inferior|superior|equivalent|similar|more|less|better|feasible)\b", re.I
)
"""What a trial may be said to prove in passing: `A proved non-inferior to B` tells its test."""
_NOTHING = expression(r"\s(?:nothing|little|no\b|neither|inconclusive)", re.IGNORECASE)
_TOO = expression(r"\btoo (?:\w+ ){1,4}(?:to|for)(?: be| a| any)? ?\Z", re.IGNORECASE)
"""`Too few to be conclusive` claims nothing, and neither does `proved nothing`."""
_EVERYBODY = expression(
    r"\b100(?:\.0+)? ?%|\b([0-9]{1,4}) ?(?:/|of|out of) ?\1\b|\ball (?:\w+ ){0,2}(?:patients|people|participants"
    r"|children|women|men|subjects)\b",
    re.IGNORECASE,
)
_NEARLY = expression(r"\b(?:nearly|almost|virtually|practically|not)\s\Z", re.IGNORECASE)
_NO_CLAIM = expression(
    r"\bcure[ds]? rates?\b|\bcured (?:more|less|fewer|[0-9])|\bproven (?:safe|record)?\b(?= or )|\b(?:additional"
    r"|more|extra|initial|further|one|two|per|final|clinical) cures?\b|\bcures?,|\bcauses? of "
    r"(?:death|admission)|\b(?:any|all)[- ]causes?\b",
    re.IGNORECASE,
)

_GRADED = expression(r"\b(?:very low|low|moderate)[- ]certainty\b", re.IGNORECASE)
_BOLD = expression(r"\b(?:will|certainly|definitely|undoubtedly|surely|proves?|proven)\b(?! not\b)", re.IGNORECASE)
"""Words that evidence below high certainty does not carry (GRADE guidelines 26: may, probably)."""


@probe(
    name="certainty",
    order=75,
    purpose="Proof, cure, guarantee, cause or `the best` are claimed only where the source itself says so in the "
    "sentence it rests on.",
    source="Yavchitz A, et al. Misrepresentation of randomized controlled trials in press releases (2012), "
    "doi:10.1371/journal.pmed.1001308; GRADE guidelines 26 (2020), doi:10.1016/j.jclinepi.2019.10.014",
)
def certainty(case: Cited) -> Opinion | None:
    """Partly supported when a word of certainty stands in the sentence and in none of the units it rests on."""
    bold = _BOLD.search(case.affirmed)
    if (
        bold
        and not NEGATED.search(case.affirmed[max(0, bold.start() - 30) : bold.start()])
        and (graded := _GRADED.search(case.text))
    ):
        return Opinion(Fault.OVERCLAIM, f"\u201c{bold.group()}\u201d is said of evidence of {graded.group()}")
    text = _NO_CLAIM.sub(lambda m: " " * len(m.group()), case.text)
    found = list(_CLAIM.finditer(text))
    if not found or not (case.sources or case.references):
        return None
    for match in found:
        kind = match.lastgroup or ""
        if _NEARLY.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        if kind == "prove" and text[match.start() - 1 : match.start()] == "-":
            continue  # `culture-proven infection` tells how it was diagnosed
        if match.group().lower() == "proved" and _TESTED.match(text, match.end()):
            continue
        if _NOTHING.match(text, match.end()) or _TOO.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        if kind == "all" and case.results and any(_EVERYBODY.search(a.unit.text) for _, a in case.best[:4]):
            continue
        if NEGATED.search(text[max(0, match.start() - 30) : match.start()]) or HEDGED.search(
            text[max(0, match.start() - 20) : match.start()]
        ):
            continue
        if any(re.search(rf"\b{re.escape(match.group())}", a.unit.text, re.IGNORECASE) for _, a in case.best[:4]):
            continue
        if kind == "hence" and _concluded(case, match.group()):
            continue
        if kind == "prevent" and (case.results or _concluded(case, match.group())):
            continue
        if kind in ("cure", "cause") and _named(case, match.group()):
            continue
        if (
            kind == "all"
            and not re.search(r"always|never\b", match.group(), re.IGNORECASE)
            and not re.search(
                r"\b(?:prove\w*|replace|effective|safe|works?|should|must|recommended|cure[sd]?|helps?|benefits?"
                r"|prevents?|rids?|frees|heals?|clears|relieves|restores|protects|spares|ends)\b",
                text,
                re.IGNORECASE,
            )
        ):
            continue
        told = f"\u201c{match.group()}\u201d says more than the source does"
        return Opinion(Fault.OVERCLAIM, told, tuple(a.unit.span for _, a in case.best[:1]))
    return None


def _concluded(case: Cited, words: str) -> bool:
    """True when a passage on the matter says the same of what was seen: `prevented`, `protective`."""
    stem = words.lower().removesuffix(" off").rpartition(" ")[2][:_STEM]
    said = re.compile(rf"\b{re.escape(stem)}\w{{0,8}}\b", re.IGNORECASE)
    return any(said.search(a.unit.text) and not HEDGED.search(a.unit.text) for _, a in case.best[:4] if a.unit.own)


_STEM = 6


def _named(case: Cited, word: str) -> bool:
    """True when the source itself uses a form of the word: a trial of cure rates may say that it cured."""
    form = re.compile(
        rf"\b(?:{re.escape(word[:3])}(?:e|ed|es|ing|ative|use[sd]?|icat\w+)?|{re.escape(word[:_STEM])}\w*)\b",
        re.IGNORECASE,
    )
    return any(
        form.search(unit.text) or (word.lower() == "caused by" and _INDUCED.search(unit.text))
        for source in case.sources
        for unit in source.units
    )


_INDUCED = expression(
    r"-induced\b|\b(?:induced by|due to|secondary to|resulting from|attributable to)\b", re.IGNORECASE
)
"""What one thing is said to have caused, as papers name it: `drug-induced`."""
