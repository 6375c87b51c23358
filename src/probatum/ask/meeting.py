"""Meeting: whether a question asks if a medicine goes with one that is taken, and which is which.

`I'm on A, my tooth is infected, can I take B`, `is B ok with my A`, `she takes A, chemist gave her B`, `A and B
together`: whatever the order and the reason in between, one is taken, the other is to be, and the question is whether
they may meet. Each drug that is named is taken, wanted or neither, by the words before and behind it; one decision is
made over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from probatum.model import Concept, Patient, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Vocabulary
from probatum.vocabulary.classes import classes_of, members


class Meeting(NamedTuple):
    """The drugs that are taken and those that are asked about beside them; `taken` is empty where both are alike."""

    taken: tuple[Mention, ...]
    wanted: tuple[Mention, ...]
    asked: bool = True
    """Whether it is asked if they go together; else who takes what is told, and something else is asked."""

    def labels(self, part: str) -> tuple[str, ...]:
        """Names of one of the two, each once."""
        return tuple(dict.fromkeys(m.term.label for m in getattr(self, part)))


def taking(patient: Patient, met: Meeting | None) -> Patient:
    """The patient with what is taken, and without what is only asked about beside it."""
    if met is None or not met.taken:
        return patient
    wanted = [label for label in met.labels("wanted") if label not in met.labels("taken")]
    drugs = (*met.labels("taken"), *(d for d in patient.drugs if d not in wanted))
    return msgspec.structs.replace(patient, drugs=tuple(dict.fromkeys(drugs)))


def together(concepts: tuple[Concept, ...], met: Meeting | None) -> tuple[Concept, ...]:
    """The concepts of a question on two medicines together: what a source says of the one it says of both."""
    asked = (*met.labels("taken"), *met.labels("wanted")) if met and met.asked else ()
    return tuple(
        msgspec.structs.replace(c, role=Role.INTERVENTION if not asked or c.label in asked else Role.OTHER)
        if c.semantic == "drug"
        else c
        for c in concepts
    )


def apart(concepts: tuple[Concept, ...], met: Meeting | None) -> tuple[Concept, ...]:
    """The concepts of another question, with what has just been given or may be as what is asked about."""
    if met is None or not met.wanted:
        return concepts
    wanted, taken = met.labels("wanted"), met.labels("taken")
    roles = dict.fromkeys(taken, Role.OTHER) | dict.fromkeys(wanted, Role.INTERVENTION)
    return tuple(msgspec.structs.replace(c, role=roles.get(c.label, c.role)) for c in concepts)


def parted(question: Question, met: Meeting) -> Question:
    """The question about what is wanted, for somebody who takes the other; what it is wanted for is no outcome."""
    words = tuple(c.text for c in question.concepts if c.label in met.labels("wanted"))
    concepts = together(question.concepts, met)
    asked = [c for c in concepts if c.role is Role.OUTCOME and c.semantic in ("condition", "symptom")]
    return msgspec.structs.replace(
        question,
        intervention=" and ".join(words) or question.intervention,
        comparator="",
        outcome=question.outcome if asked else "",
        concepts=tuple(c for c in concepts if c.role is not Role.OUTCOME or c.id),
    )


def both(question: Question) -> Question:
    """The question about all the medicines of a bare row: `A + B`."""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    drugs = [c.text.lower() if c.text.istitle() and c.label.islower() else c.text for c in given]
    low = question.intervention.lower()
    if len(drugs) < 2 or all(words.lower() in low for words in drugs):
        return question
    return msgspec.structs.replace(question, intervention=" and ".join(drugs))


_OWN: Final = r"(?:my|his|her|their|your|our)"
_HOW: Final = (
    rf"(?:{_OWN}|the|an?|some|any|extra|regular|usual|daily|weekly|long[- ]term|low[- ]dose|high[- ]dose|oral|iv|new"
    r"|more|prescribed|course|of|dose|tablets?|pills?|medicines?|medication|antibiotics?|antibiotic|painkillers?"
    r"|(?:[\d.,]+ ?(?:mg|mcg|g|units?|ml)?))"
)
_GAP: Final = rf"\s+(?:{_HOW}\s+){{0,4}}$"
_PAST_GIVEN: Final = (
    r"(?:gave|gives|given|rx'?e?d|px'?d|(?:has|have|'s|was|were|been|being|just) (?:just )?added"
    r"|prescribed|prescribes|prescribing|(?:has|have|had|was|were|been|'ve|'s) (?:just )?started"
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
    rf"whilst on|(?:with|alongside|beside|and|to|on) {_OWN}"
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
    rf"|(?:stops?|keeps?|prevents?|blocks?) (?:{_OWN} |the )?[\w-]+ (?:from )?work(?:ing|s)?"
    r"|(?:reduc|lower|weaken|rais|increas|decreas|alter|affect|chang|block)\w*(?: with)? (?:the |how |my |his |her )*"
    r"(?:efficacy|effect(?:s|iveness)?|levels?|action|absorption|concentrations?|INR|blood levels?)\b)",
    re.IGNORECASE,
)
_BOTH: Final = expression(
    r"\b(?:have|take|use|give|given|taking|on|be) (?:them )?both\b|\bboth (?:together|at once|at the same time)\b"
    r"|\binteract(?:s|ed|ing|ions?)?\b(?! with (?:the )?(?:health|family|doctor|urokinase))",
    re.IGNORECASE,
)
"""Words that ask it plainly, whatever else is asked."""
_BOTH_FOR: Final = expression(
    r"\bshould [\w ]{2,20} both (?:for|after|in|following|to (?:treat|prevent))\b", re.IGNORECASE
)
"""`should we give both after a stroke?`: what the two do for an illness is asked."""
_MIXED: Final = expression(
    r"\b(?:together|at the same time|mix(?:ed|ing)?|combin(?:e|ed|ing)|concurrent\w*|concomitant\w*|co-?prescri\w+"
    r"|(?:get|gets|is|are|be) (?:blocked|affected|reduced|weakened|stopped|inhibited|cancelled out) by"
    r"|co-?administ\w+|alongside|along with|side by side|interact\w*)\b",
    re.IGNORECASE,
)
"""Words that say that two are taken at once."""
_SAFE_ASKED: Final = expression(
    r"[,.;?:-]\s*(?:and |so )?(?:(?:is|are|would) (?:that|this|it|they|those) (?:be )?|(?:will|does|do) (?:it|they"
    r"|that) )?"
    r"(?:ok(?:ay)?|safe|alright|all right|fine|(?:any|an?) (?:clash|issues?|problems?|interactions?|concerns?|danger"
    r"|risk)"
    r"|clash|interact|bad)(?: (?:for|to|with|if) [\w ,']{1,30})?\W*$",
    re.IGNORECASE,
)
"""`..., any clash?`: asked in the end of whatever was told."""
_STOPS_WORKING: Final = expression(
    rf"(?:stops?|keeps?|prevents?|blocks?|make) (?:{_OWN} |the )?[\w-]+ (?:it )?(?:from )?(?:working|work|less)\b",
    re.IGNORECASE,
)
_CHOSEN: Final = expression(
    r"\b(?:versus|vs\.?|v|compared|instead|rather than|alternatives?|switch\w*|swap\w*|chang(?:e|ed|ing) (?:from|to"
    r"|over)"
    r"|replac\w+|better|best|superior|in place of|stop(?:ped|ping)?(?! [\w ]{0,24}\bwork)|fail(?:ed|s|ure)?"
    r"|not (?:work|respond)\w*"
    r"|adding|added to|add[- ]on|on top of|in addition to|than|reversal|reverse|antidote|withdraw\w*)\b",
    re.IGNORECASE,
)
"""Words that set one drug against another or add it for more effect: what one does is asked, and not whether they go
together."""
_AMOUNT: Final = expression(
    r"\b(?:dos(?:e|es|age|ing)|how (?:much|many|often|long|soon)|titrat\w+|taper\w*)\b", re.IGNORECASE
)
_WORKS: Final = expression(
    r"\b(?:help|helps|work|works|benefit\w*|improve\w*|reduce\w*|prevent\w*|effective\w*|efficacy|evidence|worth|why"
    r"|should (?!(?:i|we|he|she|they|you) (?:be (?:worried|concerned)|worry)))\b",
    re.IGNORECASE,
)
"""Words of a question on what a drug does, which a story of two drugs may end in."""
_WHILE: Final = expression(r"\b(?:while|whilst|when|if)\s+(?:\w+\s+){0,2}(?:on|taking)\b", re.IGNORECASE)
_LIST: Final = expression(
    r"(?:[\s,&+/]|\b(?:[\d.,/]+ ?(?:mg|mcg|g|units?|ml|%)?|od|bd|tds|qds|bid|tid|nocte|mane|daily|weekly|once|twice|a"
    r"|day|every|each|night|nite|morning|and|plus|also|low|high|dose|regular|(?<=, )[a-z]{2,4}/[a-z]{2,4})\b)*",
    re.IGNORECASE,
)
"""What stands between two drugs of one list."""


def meeting(text: str, vocabulary: Vocabulary) -> Meeting | None:
    """The drugs that a question names beside each other, and which are taken; None where nothing is told of it."""
    named = _apart([m for m in vocabulary.find(text) if m.term.semantic == "drug"])
    if len(named) > PAIR and _a_pair_alone(text, named[:PAIR]):
        named = named[:PAIR]  # `A with B, what happens to potassium`
    kinds = _kinds(text, named)
    taken = [m for m, kind in zip(named, kinds, strict=True) if kind == "taken"]
    rest = [m for m in named if m not in taken]
    wanted = [m for m, kind in zip(named, kinds, strict=True) if kind in ("allowed", "given", "meddles")]
    if not taken and len({m.term.label for m in named}) < 2:
        return None
    if one_of := _one_of(text, named):
        return one_of
    sure = bool(_BOTH.search(text) and not _BOTH_FOR.search(text)) or "meddles" in kinds
    if not _asks(text, named, kinds, sure=sure) or not rest:
        free = () if _chosen(text, named) else tuple(wanted)
        return Meeting(tuple(taken), free, asked=False) if taken else None
    return Meeting(tuple(taken), tuple(wanted or rest) if taken else tuple(named))


def _asks(text: str, named: Sequence[Mention], kinds: Sequence[str], *, sure: bool) -> bool:
    """Whether it is asked if they go together; `sure` where words say so."""
    if len({m.term.label for m in named}) < 2:
        return False
    if sure:
        return True
    mixed = bool(_MIXED.search(text) or _STOPS_WORKING.search(text))
    if (_AMOUNT.search(text) and not mixed) or _chosen(text, named):
        return False
    taken, works = "taken" in kinds, bool(_WORKS.search(text))
    if not taken and not works and _a_pair_alone(text, named):
        return True
    if taken and not works and _SAFE_ASKED.search(text):
        return True
    if taken and ("allowed" in kinds or ("given" in kinds and not works)):
        return True
    if (mixed and not (works and not _STOPS_WORKING.search(text))) or (taken and _WHILE.search(text)):
        return True
    if _RISK_ASKED.search(text) and not taken and _side_by_side(text, named):
        return True
    return "allowed" in kinds and _joined(text, named)


def _a_pair_alone(text: str, named: Sequence[Mention]) -> bool:
    """`A 40 mg with B`, and nothing of an illness: nothing but whether they go together can be asked."""
    between = text[named[0].end : named[1].start]
    opens = not text[: named[0].start].strip() and _PAIRED.fullmatch(between) is not None
    behind = text[named[1].end :]
    return opens and len(named) == PAIR and bool(_NOTHING_ELSE.fullmatch(behind) or _WHAT_COMES.match(behind))


def _one_of(text: str, named: Sequence[Mention]) -> Meeting | None:
    """`which antibiotic with A?`, `safest painkiller for somebody on A`: which of a kind goes with what is taken, where
    no illness is told for which it would be chosen."""
    if len(named) != PAIR or not members(named[0].term.label):
        return None
    kind, taken = named
    opens = _WHICH_OF.fullmatch(text[: kind.start])
    if (
        not opens
        or not _BESIDE.fullmatch(text[kind.end : taken.start])
        or not _NOTHING_ELSE.fullmatch(text[taken.end :])
    ):
        return None
    return Meeting((taken,), (kind,))


_WHICH_OF: Final = expression(
    r"\W{0,3}(?:(?:what(?:'s)?|which|is there|any|an?|the|(?:is|are)|safest|safe|best|good|better|preferred|suitable"
    r"|ideal|most|least|suited|choice|of|type|kind|sort) ?){1,6}",
    re.IGNORECASE,
)
_BESIDE: Final = expression(
    r" (?:(?:is|are|to|can|i|he|she|we|be|take|taken|use|used|give|given|safe|safest|best|ok|okay|fine|preferred)"
    r" ){0,5}"
    r"(?:with|alongside|beside|together with|on|while on|when on|if on|(?:if|when|while|in|for) (?:an? |the |i am |i'm"
    r" |he is |she is )?"
    r"(?:(?:patients?|pts?|people|someone|somebody|person|man|woman|already) )?(?:who (?:is |are )?)?"
    r"(?:on|taking|with|takes?)) (?:an? |my |his |her |their )?",
    re.IGNORECASE,
)
PAIR: Final = 2
_PAIRED: Final = expression(
    r"(?: ?\d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g|ml|units?)?)?(?: (?:od|bd|daily|a day|once daily|twice daily))?"
    r" ?(?:and|with|plus) ?",
    re.IGNORECASE,
)
_NOTHING_ELSE: Final = expression(
    r"(?: ?\d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g|ml|units?)?)?(?:,? (?:in )?(?:an? )?(?:\d{1,3}|patient|elderly|old"
    r"|year|years|yr|yo|aged|man|woman|male|female|adult)){0,6}\W{0,3}",
    re.IGNORECASE,
)
"""What may stand behind a pair: an amount, and who the patient is."""
_WHAT_COMES: Final = expression(
    r"\s*[:;,.\u2013-]\s*(?:so )?(?:what (?:happens|do|should|would|will|could|to do|is the (?:risk|effect|problem"
    r"|danger))|any (?:interaction|problem|issue|risk|effect)|how (?:does|do|is|big|serious)|(?:effects?|impact) on"
    r"|(?:can|may) (?:i|we|they|he|she))\b",
    re.IGNORECASE,
)
"""`A and B: what happens to the INR?`: what comes of the two is asked."""
_RISK_ASKED: Final = expression(
    r"\b(?:bleed\w*|any|safety|what)?,? ?(?:risks?|safe|ok(?:ay)?|dangerous)\W*$", re.IGNORECASE
)


def _side_by_side(text: str, named: Sequence[Mention]) -> bool:
    """`A + B ...`: whether nothing but a sign or `with` stands between the first two."""
    return bool(re.fullmatch(r"\s*(?:\+|&|and|with|plus)\s*", text[named[0].end : named[1].start], re.IGNORECASE))


def _apart(named: Sequence[Mention]) -> list[Mention]:
    """The drugs, without a class that only says what another of them is: `an antibiotic, clarithromycin`."""
    labels = {m.term.label for m in named}
    wider = ((label, c) for label in labels for c in (*classes_of(label), *_broader(named, label)))
    general = {c for label, c in wider if c != label} & labels  # some names stand above themselves in a vocabulary
    general |= {label for label in labels if set(members(label)) & labels}
    kept = [m for m in named if m.term.label not in general]
    return kept if len({m.term.label for m in kept}) > 1 else list(named)


def _broader(named: Sequence[Mention], label: str) -> tuple[str, ...]:
    return next((m.term.broader for m in named if m.term.label == label), ())


def _chosen(text: str, named: Sequence[Mention]) -> bool:
    """Whether one is to be chosen, or given for more effect; a choice among what is wanted is none of those."""
    return bool(_CHOSEN.search(text)) or any(
        re.fullmatch(r"[\s,]*or\s+(?:an? |the )?", text[one.end : two.start], re.IGNORECASE)
        for one, two in pairwise(named)
    )


def _kinds(text: str, named: Sequence[Mention]) -> list[str]:
    """Of each drug whether it is taken, given, allowed, meddles, or none of those (an empty word)."""
    kinds: list[str] = []
    for place, mention in enumerate(named):
        kind = _kind(text, mention)
        if not kind and place and _listed(text, named[place - 1], mention):
            kind = kinds[-1]
        kinds.append(kind)
    return kinds


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


def _kind(text: str, mention: Mention) -> str:
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
    if (_IS_IT.search(before) and _FINE.match(behind)) or _OK.match(behind):
        return "allowed"
    if _IN_BRACKETS.search(before) and behind.startswith(")"):
        return "taken"
    if _BEGUN.search(before):
        return "given"
    if _TOO.match(behind) or (_REGULAR.search(before) and behind[:1] in ",;") or _ADDED_TO.search(before):
        return "taken"
    on = None if _MAY_TAKE.search(before) else _ON.search(before)
    return "taken" if on and not _ABOUT.search(before[: on.start()]) else ""


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
_WITH_OWN: Final = expression(rf"\b(?:with|and|to|on) {_OWN} $", re.IGNORECASE)
_OK: Final = expression(
    r"(?:\s(?!(?:is|are|and|or|for|in)\b)[\w/-]+){0,4}[ ,:-]{0,3}\b(?:ok(?:ay)?|safe|fine|alright|any (?:issues?"
    r"|problems?))\b(?! (?:in|for|during|after)\b)",
    re.IGNORECASE,
)
"""`trimethoprim 3 days ok?`: what stands behind a drug of which it is asked in short."""


def _joined(text: str, named: Sequence[Mention]) -> bool:
    """Whether words of being together stand between two of them."""
    return any(
        re.search(r"\b(?:and|with|plus|on|while|whilst|if|alongside)\b|[+&/]", text[one.end : two.start], re.IGNORECASE)
        for one, two in pairwise(named)
    )
