"""Openly: the question asks what to give, and nothing that it names is.

`how do I treat ILLNESS in a man on A`, `on A, now has ILLNESS: options?`, `A not tolerated, ILLNESS, what next`: A is
taken, or was left, and is asked about in none of them. ILLNESS, which stands where it is asked or came last, is to be
treated; what else somebody has is told of him.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import caseless

_ILL: Final = ("condition", "symptom")
_KINDS: Final = (Intent.THERAPY, Intent.HARM, Intent.PREVENTION)
_THING: Final = (
    r"(?:treatments?|therap(?:y|ies)|management|drugs?|medicines?|medications?|antibiotics?|painkillers?|analgesi[ac]s?"
    r"|agents?|options?|choice|remed(?:y|ies)|alternatives?)"
)
_FORM: Final = (
    r"(?:tablets?|pills?|capsules?|creams?|ointments?|gels?|drops|sprays?|patch(?:es)?|injections?|jabs?|things?)"
)
_GIVE: Final = r"(?:give|given|use|used|prescribe|prescribed|take|offer|offered|try|start|have|recommend|suggest)"
_WHO: Final = (
    r"(?:(?:i|we|you|one|he|she|they|be|(?:my|the|a|an|this|our|his|her) (?:\w+ )?\w+|(?:mum|mom|dad|gran|nan))\s)?"
)
_OF: Final = r"(?:for|of|in|to treat)"
_BEST: Final = (
    r"(?:best|first[- ]line|first[- ]choice|preferred|safest|safe|usual|most effective|recommended|good|ok|suitable"
    r"|better)"
)
_AT: Final = caseless(
    r"\b(?:how|(?:best|safest|right) way)\b(?: (?:do|does|should|would|can|could|to|shall|is|are|best)){1,2}"
    rf"(?: (?:i|we|you|one|they|he|she))?(?: \w+ly| best)? (?:to )?(?:treat|manage)\b"
    r"|\bhow (?:should|can|do|is|are|would|could)(?: (?:i|we|you|they))?\b"
    r"(?=[^.?;]{2,60} (?:be )?(?:treated|managed)\b)"
    rf"|\b(?:{_BEST} (?:\w+ )?)?{_THING} (?:is |are )?(?:{_BEST} )?{_OF}\b"
    rf"|\b(?:what|which)(?:'s| is| are) (?:(?:the|a|an|{_BEST}) ){{1,2}}(?:for|in)\b"
    rf"|\b(?:what|which)(?: else| other)?(?: {_THING})?"
    rf" (?:can|could|should|do|would|to|shall|may) {_WHO}(?:safely )?{_GIVE}(?: (?:him|her|them|me))?"
    r" (?:instead )?(?:for|to treat)\b"
    r"|\b(?:something|anything)(?: else| other)? (?:for|to treat)\b"
    r"|\bwhat else (?:is there )?(?:for|to treat)\b|\bdrug of choice(?: (?:for|in))?(?=\s\w)"
)
"""Words that ask what to give, before the illness for which."""
_END: Final = caseless(
    rf"^\W*(?:(?:initial|next|{_BEST}) )+{_THING} ?[,:;]|"
    rf"(?:^|[,.;:?!-]\s*|\b(?:please|ok)\s)(?:any |the |what(?:'s| is| are)? |which |is the |so |and |best |{_BEST} )*"
    rf"(?:first[- ]line|{_THING}|next(?: step)?|else|instead)(?: (?:next|else|now|please|is there|are there))?\W*$"
    rf"|\b(?:what|which)(?: else| other)?(?: {_THING})? (?:can|could|should|do|would|to|shall|may) {_WHO}(?:safely )?"
    rf"{_GIVE}\b(?! (?:an? |the |my |his |her )?(?:dose|doses|time|day|food|milk|alcohol|with)\b)"
    rf"|\b(?:what|which)(?: other)? {_THING} (?:is|are|can|could|should|would|do|may|left|next|has|works?|help)\b"
    rf"|\b(?:is|are) there (?:(?:any(?:thing)?|an?|some(?:thing)?|other|{_THING}|{_FORM}) ?){{1,3}}"
    r"(?:that|which|to|out there|(?:i|he|she|we|they) (?:can|could)|(?:can|could|will|would)\b|$)"
    r"|\b(?:what now|now what|what(?:'s| is) next|where (?:do|to|should) (?:i |we )?(?:go )?(?:from here|next))\W*$"
)
"""Words that ask what to give, and stand for themselves."""
_LEFT_BEFORE: Final = caseless(
    r"\b(?:(?:can'?t|cannot|can not|couldn'?t|could not|unable to|mustn'?t|not allowed(?: to)?|won'?t)(?: \w+)?"
    r" (?:take|tolerate|have|use|get)|intoleran(?:t|ce) (?:of|to)|not toler\w+|failed(?: on)?|failure (?:of|on|with)"
    r"|(?:not|isn'?t|hasn'?t|never|no longer) (?:respond\w*|improv\w+|better|work\w*|controlled) (?:to|on|with)"
    r"|no (?:better|response|relief|improvement|luck) (?:on|to|from|with)|despite|tried|instead of|in place of"
    r"|(?:alternatives?|substitutes?|other options?) (?:to|for)|other than|apart from|stopped|came off|refractory to"
    r"|resistant to)\s+(?:(?:an?|the|my|his|her|their|oral|any)\s){0,2}$"
)
_LEFT_BEHIND: Final = caseless(
    r"(?:[ ,]{1,2}(?:\d+ ?mg|was|were|is|are|has|have|did|does|been|badly|poorly|really|but)){0,3}[ ,]{1,2}"
    r"(?:(?:not|never|hasn'?t|isn'?t|didn'?t|doesn'?t|no longer)(?: been)? (?:toler\w+|work\w*|help\w*|enough|suit\w*"
    r"|controll\w+|respond\w*|agree\w*|allowed|available|obtainable|possible|to hand|in stock)"
    r"|not toler\w+|failed|contra-?indicated|ineffective|intoleran\w+"
    r"|(?:gave|gives|caused|causes|made|makes|upsets?) (?:me|him|her|them|my|his|awful|bad|terrible)\b"
    r"|stopped working|is out\b|ruled out|unavailable|out of stock|in short supply)"
)
_NO: Final = caseless(r"(?:^|[\s,;.(])no (?:oral |access to )?$")
_NONE_OF_IT: Final = caseless(r"s? ?(?:available|allowed|possible|permitted|to hand|at hand|in stock|on the ward)\b")
_NOT_YET: Final = caseless(r"s?\b[^,;.?]{0,25}\b(?:yet|so far|currently|at present|at the moment|previously|before)\b")
_ELSE: Final = caseless(r"\b(?:else|instead|alternatives?|other (?:options?|than))\b")
"""Words that ask for another thing than what was named."""
_CAME: Final = caseless(
    r"\b(?:now (?:has|have|got|with)?|presents? with|presenting with|(?:come|came|coming) down with|develop(?:s|ed)"
    r"|still (?:has|have|got|getting)|complain(?:s|ing|ed) of|c/o|suffer(?:s|ing) from|has got|new|got)"
    r" (?:an? |the |his |her |my |acute |bad |another ){0,3}$"
)
"""What stands before the illness that has come."""
_STATED: Final = caseless(
    r"\b(?:with|has|have|had|known|history of|hx(?: of)?|pmh(?:x)?:?|in|if|because of|due to|and|plus|previous|past"
    r"|[+&,;/])\s*(?:(?:an?|the|my|his|her|previous|past|known|old|severe|mild|also|a history of|stage)\s){0,3}$"
)
"""What stands before an illness that is told of somebody."""
_SPARED: Final = caseless(
    r"\b(?:prevent\w*|prophyla\w*|reduc\w+|lower\w*|avoid\w*|risks? of|stop\w* (?:me|him|her|them)|without|caus\w+)\b"
)
"""What stands before an illness that nobody is to have."""
_NEAR: Final = 60


def asked(question: Question) -> Question:
    """The question with what is taken or was left asked about no more, and the illness that is to be treated first."""
    at = _place(question.read)
    if question.intent not in _KINDS or not _ills(question):
        return question
    named = [c for role in (Role.INTERVENTION, Role.COMPARATOR) for c in having(question, role, *GIVEN)]
    left = [c for c in named if _is_left(c, question)]
    left += [c for c in named if c not in left and any(_listed(one, c, question.read) for one in left)]
    aside = (*having(question, Role.OTHER, "drug"), *having(question, Role.POPULATION, "drug"))
    apart = [c for c in aside if _is_left(c, question)]
    gone = left or [c for c in apart if _is_denied(c, question)]
    if at is None and (not gone or left != named or _ASKS_OF_IT.search(question.read)):
        return question
    taken = [c for c in named if c not in left and _is_own(c, question)]
    left += apart
    if any(c not in left and c not in taken and not (at and _is_kind(c, question, at)) for c in named):
        return question
    made = _without(question, taken, left)
    return _treating(made, at)


_ASKS_OF_IT: Final = caseless(
    r"^\W*(?:is|are|can|could|should|may|do|does|did|will|would|why|how|when|which|what)\b"
    r"|\b(?:again|re-?challenge|re-?start|still|ok|safe)\b"
)
"""What is asked of a medicine that was left, and not what else there is."""


def _place(read: str) -> re.Match[str] | None:
    return _AT.search(read) or _END.search(read)


def _ills(question: Question) -> list[Concept]:
    return [c for c in question.concepts if c.semantic in _ILL]


def _is_left(concept: Concept, question: Question) -> bool:
    """Whether it was not borne or did not work, cannot be had, or another is wanted in its place."""
    read = question.read
    at = read.lower().find(concept.text.lower())
    if at < 0 or concept.semantic != "drug":
        return False
    before, behind = read[max(0, at - _NEAR) : at], read[at + len(concept.text) :]
    if _LEFT_BEFORE.search(before) is not None or _LEFT_BEHIND.match(behind) is not None:
        return True
    return _is_denied(concept, question) or _brought_on(behind, question)


def _brought_on(behind: str, question: Question) -> bool:
    """Whether a complaint stands right behind a medicine in the place of which something else is asked for: `what else
    for A, ramipril cough`."""
    if _ELSE.search(question.read) is None:
        return False
    felt = (c.text for c in question.concepts if c.semantic == "symptom")
    return any(re.match(rf"s?(?: |[- ]induced |[- ]related )(?:an? )?{re.escape(one)}\b", behind, re.I) for one in felt)


def _is_denied(concept: Concept, question: Question) -> bool:
    """Whether `no` stands before it as of what cannot be had: more than one is denied so, or it is not at hand, or
    something else is asked for. Alone it may as well tell what is not taken yet (`no anticoagulant, which one`)."""
    read, denied = question.read, [c for c in question.concepts if c.semantic == "drug" and _said_no(c, question.read)]
    if concept not in denied:
        return False
    behind = read[read.lower().find(concept.text.lower()) + len(concept.text) :]
    if _NOT_YET.match(behind):
        return False
    return len(denied) > 1 or _NONE_OF_IT.match(behind) is not None or _ELSE.search(read) is not None


def _said_no(concept: Concept, read: str) -> bool:
    at = read.lower().find(concept.text.lower())
    return at >= 0 and _NO.search(read[max(0, at - _NEAR) : at]) is not None


def _listed(left: Concept, other: Concept, read: str) -> bool:
    """Whether a medicine stands on one list with what was left: `cannot take A or B`."""
    one, two = re.escape(left.text), re.escape(other.text)
    between = r"s? ?(?:,|/|\bor\b|\bnor\b|\band\b) ?"
    return re.search(rf"\b(?:{one}{between}{two}|{two}{between}{one})\b", read, re.IGNORECASE) is not None


def untaken(question: Question) -> Question:
    """The question without what cannot be taken among what the patient takes."""
    out = {c.label for c in question.concepts if c.label in question.patient.drugs and _may_not(c, question.read)}
    if not out:
        return question
    drugs = tuple(drug for drug in question.patient.drugs if drug not in out)
    return msgspec.structs.replace(question, patient=msgspec.structs.replace(question.patient, drugs=drugs))


def _may_not(concept: Concept, read: str) -> bool:
    low, name = read.lower(), concept.text.lower()
    return low.count(name) == 1 and _CANNOT_HAVE.search(low[: low.find(name)]) is not None


_CANNOT_HAVE: Final = caseless(
    r"\b(?:can['’]?t|cannot|can not|couldn['’]?t|could not|unable to|mustn['’]?t|must not|not allowed(?: to)?)"
    r" (?:take|tolerate|have|use|be given)\s+(?:(?:an?|the|my|his|her|their|oral|any)\s){0,2}$"
)


def _is_own(concept: Concept, question: Question) -> bool:
    """Whether the patient takes it."""
    return bool({concept.label.lower(), concept.text.lower()} & {d.lower() for d in question.patient.drugs})


def _is_kind(concept: Concept, question: Question, at: re.Match[str]) -> bool:
    """Whether it only says what kind of thing is asked for: `which antibiotic`."""
    return concept.text.lower() in at[0].lower() and any(
        concept.text.lower() == word.strip(" ,.?").lower() for word in at[0].split()
    )


def _without(question: Question, taken: list[Concept], left: list[Concept]) -> Question:
    """The question without what is taken or was left, and without bare words, among what is asked about."""
    if not taken and not left and all(c.id for c in question.having(Role.INTERVENTION)):
        return question
    drugs = tuple(dict.fromkeys((*question.patient.drugs, *(c.label for c in taken))))
    gone = {c.label for c in left}
    changed: dict[Concept, Role] = dict.fromkeys(taken, Role.OTHER) | dict.fromkeys(left, Role.COMPARATOR)
    allergies = {a.lower() for a in question.patient.allergies}
    changed |= {c: Role.OTHER for c in left if {c.label.lower(), c.text.lower()} & allergies}
    held = [c for c in with_roles(question, changed) if c.id or c.role not in (Role.INTERVENTION, Role.COMPARATOR)]
    given = [c.text for c in held if c.role is Role.INTERVENTION]
    return msgspec.structs.replace(
        question,
        concepts=tuple(held),
        intervention=" and ".join(given),
        comparator=" and ".join(c.text for c in held if c.role is Role.COMPARATOR),
        patient=msgspec.structs.replace(question.patient, drugs=tuple(d for d in drugs if d not in gone)),
    )


def _treating(question: Question, at: re.Match[str] | None) -> Question:
    """The question for those who have what is to be treated; other illnesses are told of the patient."""
    low = question.read.lower()
    ills = [c for c in _ills(question) if low.find(c.text.lower()) >= 0 and not _spared(c, low)]
    main = (at and (_ahead(ills, low, at) or _behind(ills, low, at))) or _come(ills, low) or _first(ills, low)
    if main is None or (main.role is Role.OUTCOME and main.semantic == "symptom" and ills == [main]):
        return question
    others = [c for c in ills if c is not main and c.label != main.label and c.role is not Role.OTHER]
    joined = [c for c in others if c.role is Role.POPULATION and _beside(low, main, c)]
    if having(question, Role.COMPARATOR, "drug"):  # why a medicine makes way is no second illness to be treated
        joined = [c for c in joined if not _DETAIL.search(c.label)]
    told = [c for c in others if c not in joined and (c.role is Role.POPULATION or _stated(c, main, low))]
    wanted = [c for c in question.having(Role.OUTCOME) if c not in told and c is not main and c.id]
    kept = [c for c in wanted if c.semantic not in _ILL or _spared(c, low)]
    changed = {main: Role.POPULATION} | dict.fromkeys(told, Role.OTHER)
    scraps = {c.text for c in question.having(Role.OUTCOME) if not c.id and not c.semantic}
    who = question.patient
    conditions = tuple(dict.fromkeys((*who.conditions, *(c.label for c in told))))
    names = dict.fromkeys(c.label for c in (main, *joined))
    only = main.role is Role.INTERVENTION and not [c for c in question.having(Role.INTERVENTION) if c is not main]
    return msgspec.structs.replace(
        question,
        intervention="" if only else question.intervention,
        concepts=tuple(c for c in with_roles(question, changed) if c.text not in scraps),
        intent=Intent.THERAPY if question.intent is Intent.HARM and not question.intervention else question.intent,
        population=_people(question, tuple(names)),
        outcome=question.outcome if kept else "",
        patient=msgspec.structs.replace(who, conditions=tuple(c for c in conditions if c != main.label)),
    )


def _people(question: Question, names: tuple[str, ...]) -> str:
    """Whom it is about: in the words that were read where they name just these, else by the illnesses."""
    before = question.population.lower()
    ills = [c for c in _ills(question) if c.text.lower() in before or c.label.lower() in before]
    if ills and {c.label for c in ills} == set(names):
        return question.population
    return f"people with {' and '.join(names)}"


def _spared(concept: Concept, low: str) -> bool:
    at = low.find(concept.text.lower())
    return _SPARED.search(low[max(0, at - 40) : at]) is not None


def _ahead(ills: list[Concept], low: str, at: re.Match[str]) -> Concept | None:
    """The illness whose treatment is sought `in` those who have another: `A management in a woman with B`."""
    before = _IN_THEM.sub("", low[: at.end()])
    found = next((c for c in ills if before != low[: at.end()] and before.endswith(c.text.lower())), None)
    return None if found is None or any(found.label in c.broader for c in ills) else found


_IN_THEM: Final = caseless(rf" (?:(?:drug|first[- ]line|medical|acute|long[- ]term) )*{_THING} in$")


def _behind(ills: list[Concept], low: str, at: re.Match[str]) -> Concept | None:
    """The first illness behind the words that ask, in their own clause."""
    end = re.search(r"[?;]|\.\s", low[at.end() :])
    stop = at.end() + (end.start() if end else len(low))
    found = [(low.find(c.text.lower(), at.end(), stop), c) for c in ills]
    inside = [(place, c) for place, c in found if place >= 0 and place - at.end() < _NEAR]
    if not inside or not (_AT.match(low, at.start()) or _FOR.search(low[at.end() : min(inside, key=_first_place)[0]])):
        return None
    return min(inside, key=_first_place)[1]


_FOR: Final = caseless(r"\bfor (?:\w+ ){0,3}$")


def _first_place(one: tuple[int, Concept]) -> int:
    return one[0]


def _come(ills: list[Concept], low: str) -> Concept | None:
    """The illness that has come now, where one is told so."""
    return next((c for c in reversed(ills) if _CAME.search(low[: low.rfind(c.text.lower())])), None)


def _first(ills: list[Concept], low: str) -> Concept | None:
    """The illness that is told first; organs that work badly and what makes somebody a patient come last."""

    def rank(concept: Concept) -> tuple[bool, int]:
        at = low.find(concept.text.lower())
        known = _DETAIL.search(concept.label) or _OF_PATIENT.match(low, at + len(concept.text))
        return known is not None, at

    return min(ills, key=rank, default=None)


_DETAIL: Final = caseless(r"(?:kidney|renal|liver|hepatic) (?:diseases?|failure|insufficiency|impairment)|cirrhosis")
_OF_PATIENT: Final = caseless(r"(?: [1-5][ab]?)? (?:patients?|pts?|man|woman|lady|gentleman|child|sufferers?)\b")


_JOINED: Final = caseless(r"\W*(?:\w+ )?(?:with|in|and|from|due to)\s+(?:an? |the )?(?:\w+ )?")


def _beside(low: str, one: Concept, other: Concept) -> bool:
    """Whether an illness is joined to the other as one matter: `a gout flare in kidney disease`."""
    start, end = low.find(one.text.lower()) + len(one.text), low.find(other.text.lower())
    return start <= end and _JOINED.fullmatch(low[start:end]) is not None


def _stated(concept: Concept, main: Concept, low: str) -> bool:
    """Whether it is told of somebody, or stands in a bare row right behind what is treated."""
    before = low[: low.find(concept.text.lower())]
    row = before.rstrip().endswith(main.text.lower()) and _WIDE.fullmatch(concept.text) is None
    return row or _STATED.search(before) is not None


_WIDE: Final = caseless(r"infections?|diseases?|disorders?|pains?|ulcers?|attacks?|flares?|inflammation|injur(?:y|ies)")
"""Words that go with the name of an illness."""
