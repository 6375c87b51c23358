"""Taken or wanted: of each drug that a question names, what the words before and behind it make of it.

It is taken, has been given or may be, is asked about, meddles with the other, or is none of these; a drug that stands
on one list with another shares its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.text.expressions import expression
from probatum.vocabulary import Mention

OWN: Final = r"(?:my|his|her|their|your|our)"
"""Words that say whose a medicine is."""
_HOW: Final = (
    rf"(?:{OWN}|the|an?|some|any|extra|regular|usual|daily|weekly|long[- ]term|low[- ]dose|high[- ]dose|oral|iv|new"
    r"|more|prescribed|course|of|full|max(?:imal(?:ly)?|imum)?|tolerated|dose|tablets?|pills?|medicines?|medication|antibiotics?|antibiotic|painkillers?"
    r"|(?:[\d.,]+ ?(?:mg|mcg|g|units?|ml)?))"
)
_GAP: Final = rf"\s+(?:{_HOW}\s+){{0,4}}$"
_PAST_GIVEN: Final = (
    r"(?:gave|gives|given|rx'?e?d|px'?d|(?:has|have|'s|was|were|been|being|just) (?:just )?added"
    r"|prescribed|prescribes|prescribing|(?:has|have|had|was|were|been|being|is|be|'ve|'s) (?:just |now )?started"
    r"|just started|(?<=[.;,] )(?:starting|commencing)|started (?:me|him|her|them)"
    r"|offered|offering|suggested|suggests|suggesting|recommended|recommends"
    r"|(?:script|prescription|rx|course) (?:for|of)|wants?(?= (?:me|him|her|them) on)|(?:she|he|pt|patient"
    r"|who|prescriber|gp|dr|doctor|consultant|surgeon|dentist|registrar|team|hospital) wants|asking for"
    r"|requests?|requesting|has one with|advised|dispensed|sold|bought"
    r"|picked up|put (?:me|him|her|them)|wants? (?:to )?(?:give|start|prescribe|put|try"
    r"|use|take|have)|wanting to (?:give|start|prescribe|put|take)|handed)"
)
_WHOM: Final = r"(?:\s+(?:me|him|her|them|us|to|on|with|up|start|begin|try|take|taking|using|have|i|he|she|they))"
_GIVEN: Final = expression(rf"\b{_PAST_GIVEN}{_WHOM}{{0,4}}{_GAP}", re.IGNORECASE)
"""What stands before a drug that somebody has just been given."""
_ON: Final = expression(
    rf"(?:\b(?:takes|(?<!worth )(?<!start )(?<!stop )(?<!about )(?<!of )(?<!than )(?<!consider )(?<!avoid )taking|took"
    rf"|(?:(?<!can )(?<!should )(?<!could )(?<!may )(?<!do )(?<!must )i|they|who|people|patients)"
    rf" (?:also |already )?take|\b(?:meds|medications?|drug history|dhx?):?(?: are| include)?"
    rf"|using|receiving|maintained on|stabili[sz]ed on|treated with|while on|"
    rf"whilst on|(?:with|alongside|beside|and|to|on) {OWN}"
    rf"|(?<!in )(?<!for )(?<!of )(?<!which )(?<!what )\b(?:patients?|pts?)"
    rf"|(?<=, )max(?:imal|imum)?(?: tolerated)?(?: dose(?: of)?)?|already (?:on|has|have|taking))|(?<!put )(?<!rely )"
    rf"(?<!start )(?<!effect )(?<!him )(?<!her )(?<!them )\bon){_GAP}",
    re.IGNORECASE,
)
"""What stands before a drug that somebody takes."""
_MAY: Final = (
    r"(?:can|could|may|might|ok(?:ay)?|safe(?:ly)?|fine|alright|all right|allowed|able|possible|permitted|advisable"
    r"|wise"
    r"|sensible|bad|dangerous|risky|wrong|harmful|problem|issue|matter)"
)
_TAKE: Final = (
    r"(?:take|taking|have|having|use|using|try|trying|give|giving|given|get|drink|drinking|eat|eating|smoke|prescribe"
    r"|prescribing|mix|mixing|combine|combining|with|add in|put)"
)
_ALLOWED: Final = expression(rf"\b{_MAY}\b[^.?!;]{{0,60}}?\b{_TAKE}{_WHOM}{{0,2}}{_GAP}", re.IGNORECASE)
"""What stands before a drug of which it is asked whether it may be taken."""
_IS_IT: Final = expression(rf"\b(?:is|are|would|will|could|can|was){_GAP}", re.IGNORECASE)
_WHO_TAKES: Final = expression(
    rf"\b(?:patients?|people|person|someone|somebody|anyone|anybody|adults?|m[ae]n|wom[ae]n|child|children|mum|mom"
    rf"|mother|dad|father|husband|wife|i'?m|am|i|he|she|they|you|he'?s|she'?s|you'?re|is|are|who|while|whilst|when"
    rf"|if|already"
    rf"|currently|also)\s+(?:is |are |am |already |also |currently |who )*(?:on|tak(?:es?|ing)|using|receiving"
    rf"|treated with){_GAP}",
    re.IGNORECASE,
)
"""What stands before a drug that is somebody's own, even where `can` stands before it."""
_FINE: Final = expression(
    r"^[^.?!;,]{0,50}?\b(?:ok(?:ay)?|safe|alright|all right|fine|allowed|permitted|a (?:problem|risk|danger|concern"
    r"|worry)"
    r"|dangerous|risky|bad|wise|advisable|contra-?indicated|compatible|clash\w*|interact\w*|interfere\w*|react\w*|mess"
    r"|avoided|usable|go with|mix)\b",
    re.IGNORECASE,
)
"""What stands behind a drug of which it is asked whether it does harm, or meddles."""
_DOES_IT: Final = expression(rf"\b(?:does|do|will|would|can|could|did){_GAP}", re.IGNORECASE)
_MEDDLES: Final = expression(
    r"^[^.?!;]{0,40}?\b(?:interact\w*|interfer\w*|clash\w*|react\w*|(?:mess|go) with|matter"
    rf"|(?:stops?|keeps?|prevents?|blocks?) (?:{OWN} |the )?[\w-]+ (?:from )?work(?:ing|s)?"
    r"|(?:reduc|lower|weaken|rais|increas|decreas|alter|affect|chang|block)\w*(?: with)? (?:the |how |my |his |her )*"
    r"(?:efficacy|effect(?:s|iveness)?|levels?|action|absorption|concentrations?|INR|blood levels?)\b)",
    re.IGNORECASE,
)
_LIST: Final = expression(
    r"(?:[\s,&+/]|\b(?:[\d.,/]+ ?(?:mg|mcg|g|units?|ml|%)?|od|bd|tds|qds|bid|tid|nocte|mane|daily|weekly|once|twice|a"
    r"|day|every|each|night|nite|morning|and|plus|also|takes?|taking|low|high|dose|regular"
    r"|(?<=, )[a-z]{2,4}/[a-z]{2,4})\b)*",
    re.IGNORECASE,
)
"""What stands between two drugs of one list."""


def kinds(text: str, named: Sequence[Mention]) -> list[str]:
    """Of each drug whether it is taken, given, allowed, meddles, or none of those (an empty word)."""
    found: list[str] = []
    for place, mention in enumerate(named):
        if ALLERGEN.match(text, mention.end):  # `on A, penicillin allergic`: what is not borne is on no list
            found.append("")
            continue
        after = next((m for m in named if m.start > mention.end), None)
        kind = _kind(text, mention, after) or ("taken" if _told_with_dose(text, mention, named) else "")
        before = named[place - 1]
        bare = not text[before.end : mention.start].strip() and set(found) > {"taken"}  # `A on B C`: A is asked about
        if not kind and place and (_listed(text, before, mention) or (bare and found[-1] == "taken")):
            kind = found[-1]
        found.append(kind)
    return found


def _told_with_dose(text: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether a drug stands with its dose and how often in what is told (`A 20 bd, kidneys poor. B, what dose?`), and a
    later sentence asks about another: nobody weighs what is told so."""
    if _REGIMEN.match(text, mention.end) is None:
        return False
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, mention.start)), default=0)
    stop = _SENTENCE.search(text, mention.end)
    if stop is None or stop[0].startswith("?") or _ASKS_OF_IT.search(text[start : stop.start()]):
        return False
    label = mention.term.label
    return any(
        m.start >= stop.end() and m.term.label != label and _REGIMEN.match(text, m.end) is None for m in named
    ) and not any(m.start >= stop.end() and m.term.label == label for m in named)


_REGIMEN: Final = expression(
    r"\s?\d[\d.,/]{0,6}\s?(?:mg|mcg|micrograms?|g|units?|ml)?\s?(?:po )?(?:od|bd|tds|qds|bid|tid|qid"
    r"|nocte|mane|(?:once |twice )?daily|(?:once|twice) a day)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = expression(r"[.?!;](?=\s)\s*", re.IGNORECASE)
_ASKS_OF_IT: Final = expression(
    r"\b(?:or|vs?|versus|start\w*|add\w*|give|given?|increase|increasing|raise|raising|reduce|reducing|stop\w*|switch\w*|swap\w*|change|changing|should|can"
    r"|could|dose of|which|what|is it|safe|better|enough|fail(?:ed|s|ing)|for)\b",
    re.IGNORECASE,
)
"""Words of the sentence that make its dose what is asked, or say what it is for."""


ALLERGEN: Final = expression(
    r"[\s(-]{1,2}(?:allerg(?:y|ic|ies)|anaphyla(?:xis|ctic)|hypersensitiv(?:e|ity)|intolerant|intolerance)\b",
    re.IGNORECASE,
)


def _listed(text: str, one: Mention, two: Mention) -> bool:
    """Whether the second goes on a list that the first is in: behind a bare comma it may be what is asked about."""
    between = text[one.end : two.start]
    joined = re.search(r"[a-z&+]", re.sub(r"\d+ ?\w*", "", between), re.IGNORECASE)
    return bool(_LIST.fullmatch(between)) and bool(joined or _GOES_ON.match(text, two.end))


_GOES_ON: Final = expression(
    r"\s?(?:\d[\w.]{0,6} ?)?(?:[,.;](?!\s*(?:or|ok)\b)|and\b|plus\b|for (?:an? |his |her |my )?[\w' -]{2,30}\.\s)",
    re.IGNORECASE,
)
_ABOUT: Final = expression(
    r"\b(?:effects?|impacts?|influences?|evidence|guidance|data|based|depend\w*|information|trials?|stud(?:y|ies)"
    r"|research"
    r"|reviews?|advice|focus\w*)\b[^.?]*$",
    re.IGNORECASE,
)
"""Words before `on` that make what follows a matter: `the effect of X on Y`."""
_REACH: Final = 110
"""Characters before and behind a drug that say what becomes of it."""


def _kind(text: str, mention: Mention, after: Mention | None) -> str:
    before, behind = text[max(0, mention.start - _REACH) : mention.start], text[mention.end : mention.end + _REACH]
    if _DOES_IT.search(before) and _MEDDLES.match(behind):
        return "meddles"
    if _NOT_ON.search(before):
        return ""
    if _OWNER.match(behind) or _HAS_AND_TAKES.search(before) or _ITS_LEVEL.match(behind):
        return "taken"
    if _SINCE.search(before) and _WAS_BEGUN.match(behind):
        return "given"
    if _WHO_TAKES.search(before) and not _MAY_TAKE.search(before):
        return "taken"
    if _ALLOWED.search(before) and not _WITH_OWN.search(before):
        return "allowed"
    if _GIVEN.search(before):
        return "given"
    own = _OK.match(behind)  # `on A - B ok?` asks it of B
    of_next = own is not None and after is not None and after.end <= mention.end + own.end() and _ON.search(before)
    if (_IS_IT.search(before) and _FINE.match(behind)) or (own is not None and not of_next):
        return "allowed"
    if _IN_BRACKETS.search(before) and behind.startswith(")"):
        return "taken"
    if _BEGUN.search(before):
        return "given"
    if _TOO.match(behind) or (_REGULAR.search(before) and behind[:1] in ",;") or _ADDED_TO.search(before):
        return "taken"
    if _PATIENT.search(before) and _ITS_DOSE.match(behind):
        return ""
    on = None if _MAY_TAKE.search(before) else _ON.search(before)
    return "taken" if on and not _ABOUT.search(before[: on.start()]) else ""


_PATIENT: Final = expression(r"\b(?:patient|pt)s?\s+$", re.IGNORECASE)
_ITS_DOSE: Final = expression(
    r"\s+(?:starting |start |initial |max(?:imum)? )?(?:dos(?:e|ing|age)|regimen)\b", re.IGNORECASE
)
"""`dialysis patient A dose`: of what is asked, and nobody is said to take it."""
_ITS_LEVEL: Final = expression(
    r" (?:blood |serum |plasma )?(?:levels?|concentrations?)\b[^.?!;]{0,30}\b(?:creep\w*|going|gone|goes|went|ris\w+"
    r"|rose|up|high(?:er)?|rais\w+|increas\w+|climb\w*|doubled|fall\w*|fell|down|dropp\w+|low(?:er)?)\b[^.?!;]{0,20}"
    r"\b(?:since|after|when|with)\b[^.?!;]{3,50}\b(?:started|added|begun|introduced|prescribed|given)\b",
    re.IGNORECASE,
)
"""`A level creeping up since B`: whoever has a level of it takes it."""
_SINCE: Final = expression(r"\b(?:since|after|once|when)\b[^.?!;]{0,40}$", re.IGNORECASE)
_WAS_BEGUN: Final = expression(
    r"(?:,? (?:and |plus |or )?[\w-]+){0,3}? (?:was |were |got |has been |have been )?"
    r"(?:started|added|begun|introduced|prescribed|given)\b",
    re.IGNORECASE,
)
"""`since A and B started`."""
_BEGUN: Final = expression(
    r"(?:^|[,;.]\s*)(?:(?:has|was|just|now|and|recently) )*(?:started|begun|commenced)(?: on)?\s+"
    r"(?:[\d.,]+ ?(?:mg|g)? )?$",
    re.IGNORECASE,
)
"""`..., started A`: what was begun beside what is taken."""
_REGULAR: Final = expression(
    r"(?:^|[,;.]\s*)(?:weekly|daily|long[- ]term|regular|usual|low[- ]dose)\s+$", re.IGNORECASE
)
"""`..., weekly A, ...`: what stands before a drug that is somebody's own in a list."""
_HAS_AND_TAKES: Final = expression(
    rf"\b(?:if|when|who|someone|somebody|patient|pt) (?:(?:i|you|he|she|they|we|who) )?(?:have|has|with) "
    rf"[^.?;,]{{2,40}}?(?:,| and| who) (?:also )?(?:takes?|taking){_GAP}",
    re.IGNORECASE,
)
"""`safe if you have B and take A`."""
_OWNER: Final = expression(
    r" (?:(?:pt|patient)s?\b(?! (?:needs?|wants?|who need)\b)|(?:user|taker)s?\b)"
    r"| ?(?:\d[\w.]* ?(?:mg|mcg)? )?(?:weekly|daily|long[- ]term|for years)\s*[,;]",
    re.IGNORECASE,
)
"""`A patient`, `A weekly, ...`: what stands behind a drug that is somebody's own."""
_IN_BRACKETS: Final = expression(r"[a-z] \($", re.IGNORECASE)
"""`epilepsy since school (A)`: how it is treated."""
_TOO: Final = expression(r"(?:,? (?:\d[\w.]* ?)?(?:mg |mcg )?(?:as well|too|already|also))\W*$", re.IGNORECASE)
_ADDED_TO: Final = expression(
    r"\b(?:add(?:ing)?|put) (?:it|this|that|one|them) (?:on )?(?:to|on top of) (?:his |her |my |the )?$", re.IGNORECASE
)
_NOT_ON: Final = expression(
    rf"\b(?:not|never|no longer|isn'?t|aren'?t|wasn'?t|stopped|without being)\s+(?:on|taking|using|tak\w+){_GAP}",
    re.IGNORECASE,
)
_MAY_TAKE: Final = expression(
    rf"\b(?:{_MAY} (?:i|he|she|they|you|we|to) tak\w+|(?:{_MAY}|should|must|would|does|do"
    rf"|did)(?: [\w-]+){{1,5}} take){_GAP}",
    re.IGNORECASE,
)
_WITH_OWN: Final = expression(rf"\b(?:with|and|to|on) {OWN} $", re.IGNORECASE)
_OK: Final = expression(
    r"(?:\s(?!(?:is|are|and|or|for|in)\b)[\w/-]+){0,4}[ ,:-]{0,3}\b(?:ok(?:ay)?|safe|fine|alright|any (?:issues?"
    r"|problems?))\b(?! (?:in|for|during|after)\b)",
    re.IGNORECASE,
)
"""`trimethoprim 3 days ok?`: what stands behind a drug of which it is asked in short."""
