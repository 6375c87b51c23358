"""Casting: the parts that only one kind of thing can play.

A treatment is named, not described: where a drug is named and syntax took bare words for what is asked about (`nurse
here: A within 3 h of injury`, `GP gave A, does that stuff work`), the drug is. An illness is had: beside a treatment or
where the question asks what to give, it is whom the question is about, and death is what is counted.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import GIVEN, having, with_roles
from probatum.ask.people.whom import ONE, absent
from probatum.ask.pico.frames import KIN, PEOPLE
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_ASKED: Final = (Role.INTERVENTION, Role.COMPARATOR)
_DIES: Final = expression(r"(?:all-cause |overall )?(?:deaths?|mortality|survival)", re.IGNORECASE)
_BEHIND: Final = expression(
    r"\s+(?:in|after|during|following|for|with|among|against) (?:an? |the )?(?:\w+ ){0,2}?$", re.IGNORECASE
)
_FEW: Final = 3
"""Words behind an illness that only tell of it: `HFrEF EF 30`."""
_PREVENTION: Final = expression(r"\s+(?:for|in|as) (?:the )?(?:primary|secondary) prevention\b.*$", re.IGNORECASE)
WHAT: Final = expression(
    r"\b(?:what|which|anything|something)\b[^.?,;]{0,40}\b(?:helps?|works?|good|best|treats?|(?:can|should|could|do"
    r"|may)"
    r" (?:(?:my|our|the|an?|this|her|his) [\w-]+|i|we|you|he|she|they) (?:take|give|use|offer|try|have|prescribe|do)"
    r"|(?:does|do|did|would) [\w ]{2,20} (?:want|say|recommend|suggest|advise|propose|tell)"
    r"|to (?:try|give|use|take|offer|start) (?:first|next)|(?:is|are) (?:left|missing|needed|lacking))\b",
    re.IGNORECASE,
)
"""Wordings that ask what to give, and so name nothing that is."""


def by_kind(question: Question, vocabulary: Vocabulary) -> Question:
    """The question with a named drug in the place of bare words, and illnesses had by whom it is about."""
    question = _needed(_given_beside_a_test(_harms_as_such(question)))
    return _had_besides(_illness_had(_in_doses(_harms_asked(_brought(question)))), vocabulary)


def _needed(question: Question) -> Question:
    """`A in B needing oxygen`: what people need says how ill they are, and is not what is asked about beside A."""
    found = {c: m for c in question.concepts if c.semantic in GIVEN and (m := _needs(c, question.read))}
    others = [c for c in having(question, Role.INTERVENTION, *GIVEN) if c not in found]
    if not found or not others:
        return question
    parts = {}
    for part in ("intervention", "population", "outcome"):
        said = getattr(question, part)
        for needed in found.values():
            said = re.sub(rf"\s*\b{re.escape(needed)}\b", "", said, flags=re.IGNORECASE)
        parts[part] = said.strip()
    if any(parts["intervention"].lower() in (c.text.lower(), c.label.lower()) for c in found):
        parts["intervention"] = " and ".join(c.text for c in others)
    return msgspec.structs.replace(question, concepts=with_roles(question, dict.fromkeys(found, Role.OTHER)), **parts)


def _needs(concept: Concept, read: str) -> str:
    """The words by which something is told as needed; empty where it is not."""
    name = re.escape(concept.text)
    found = expression(
        rf"\b(?:needing|requiring|dependent on|in need of|who needs?|who requires?)(?: [\w-]+){{0,2}} {name}\b",
        re.IGNORECASE,
    ).search(read)
    return found[0] if found else ""


def _given_beside_a_test(question: Question) -> Question:
    """`takes A, needs B, what do I do about the INR`: B is given, and the test is what is looked at."""
    given = question.having(Role.INTERVENTION)
    taken = {drug.lower() for drug in question.patient.drugs}
    other = [c for c in question.having(Role.OUTCOME) if c.semantic == "drug" and c.label.lower() not in taken]
    if not (taken and given and len(other) == 1 and all(c.semantic == "test" for c in given)):
        return question
    changed = dict.fromkeys(given, Role.OUTCOME) | {other[0]: Role.INTERVENTION}
    return msgspec.structs.replace(question, concepts=with_roles(question, changed))


_EFFECTS: Final = r"(?:side[- ]|adverse (?:drug )?|unwanted )(?:effects?|events?|reactions?)"
_HARMS: Final = expression(_EFFECTS, re.IGNORECASE)
_HARMS_OF: Final = expression(rf"^.{{0,60}}?{_EFFECTS} (?:of|from|with|to|on) ", re.IGNORECASE)


_AS_SUCH: Final = frozenset(
    ("adverse drug event", "drug-related side effects and adverse reactions", "drug intolerance", "adverse effect")
)
"""How the vocabulary calls harm of a treatment as such."""


def _harms_as_such(question: Question) -> Question:
    """`side effects of A`: harm is what is asked, and no illness that people had when A was tried."""
    gone = [c for c in question.concepts if c.label.casefold() in _AS_SUCH]
    given = having(question, Role.INTERVENTION, *GIVEN)
    if not gone or not given or question.intent is not Intent.HARM:
        return question
    kept = tuple(c for c in question.concepts if c not in gone)
    had = any(c.role is Role.POPULATION for c in kept)
    counted = any(c.role is Role.OUTCOME for c in kept)
    return msgspec.structs.replace(
        question,
        concepts=kept,
        population=question.population if had or not any(c.role is Role.POPULATION for c in gone) else "",
        outcome=question.outcome if counted or not any(c.role is Role.OUTCOME for c in gone) else "",
    )


_RISKS_OF: Final = expression(
    r"^(?:the )?(?:\w+ )?(?:risks?|dangers?|harms?|downsides?|problems?) (?:of|with|from) "
    r"(?:(?:taking|using|having|being on) )?(?=\w)",
    re.IGNORECASE,
)
_ASKS_RISKS: Final = expression(
    r"^\W*(?:what(?:'s| is| are)? )?(?:the |any )?(?:risks?|dangers?|harms?|downsides?) (?:of|with|from) "
    r"(?:(?:taking|using|having|being on) )?(?:the |an? )?(?=\w)",
    re.IGNORECASE,
)
"""A question for the risks of what is named behind it, whatever part took those words."""
_LOW: Final = expression(r"^(?P<what>\S.{1,60}) (?P<how>low|high|single|double|full|half)$", re.IGNORECASE)


def _in_doses(question: Question) -> Question:
    """`low-dose A` for `A low dose`, of which `dose` was taken for a word of its own."""
    found = _LOW.match(question.intervention)
    if found is None or f"{question.intervention} dose".lower() not in question.read.lower():
        return question
    return msgspec.structs.replace(question, intervention=f"{found['how']}-dose {found['what']}")


def _brought(question: Question) -> Question:
    """`A in old people risk of B`, `long-term A use and B`, `A and new-onset B`: what a medicine may bring is asked
    about, and nobody has it yet."""
    if question.intent is not Intent.THERAPY or _AT_RISK.search(question.read):
        return question
    given = ("drug", "procedure")
    drugs = having(question, Role.INTERVENTION, *given) or having(question, Role.OTHER, *given)
    names = [name.lower() for c in drugs for name in (c.text, c.label)]
    ill = [*having(question, Role.POPULATION, *_ILL), *having(question, Role.OUTCOME, *_ILL)]
    low = question.read.lower()
    feared = [c for c in ill if (at := _last_of(low, c.text.lower())) and any(name in low[:at] for name in names)]
    if not feared:
        return question
    changed: dict[Concept, Role] = dict.fromkeys(ill, Role.POPULATION) | dict.fromkeys(feared, Role.OUTCOME)
    changed |= dict.fromkeys(drugs, Role.INTERVENTION)
    concepts = with_roles(question, changed)
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intent=Intent.HARM,
        intervention=question.intervention or drugs[0].text,
        outcome=" and ".join(c.text for c in feared),
        population=_people(concepts),
    )


def _last_of(low: str, name: str) -> int:
    """Where the words begin by which a thing that ends the question is said to be brought; 0 where it is not."""
    found = expression(rf"{_BRINGS}(?:(?!in )[\w-]+ ){{0,2}}?{re.escape(name)}\b(?: in [\w -]{{3,40}})?\W*$").search(
        low
    )
    return found.start() if found else 0


_BRINGS: Final = (
    r"(?:(?<!at )(?<!high )(?<!higher )\b(?:the |and )?risks? of (?:the |an? )?"
    r"|\b(?:and|causing|induced) new[- ]onset |\b(?:use|exposure|intake) and (?:the )?)"
)
_AT_RISK: Final = expression(
    r"\b(?:reduc\w*|lower\w*|cut(?:s|ting)?|less(?:en\w*)?|decreas\w*|prevent\w*|halv\w*|at|high|higher|mitigat\w*)\b",
    re.IGNORECASE,
)
"""Words of a risk that is to be made less, or that people run already."""


def _harms_asked(question: Question) -> Question:
    """`side effects of A for B`: the effects are asked for and are not given, and what A is for is what people have."""
    drugs = having(question, Role.INTERVENTION, *GIVEN)
    risks = _RISKS_OF.match(question.intervention)
    if risks and drugs:
        bare = question.intervention[risks.end() :]
        return msgspec.structs.replace(question, intervention=bare, intent=Intent.HARM)
    if question.intent is Intent.THERAPY and (found := _ASKS_RISKS.match(question.read)):
        behind = question.read[found.end() :].lower()
        if any(behind.startswith(c.text.lower()) for c in drugs):
            return msgspec.structs.replace(question, intent=Intent.HARM)
    if question.intent is not Intent.HARM or not drugs or not _HARMS_OF.search(f"{question.intervention} "):
        return question
    changed = {c: Role.OTHER for role in _ASKED for c in question.having(role) if _HARMS.fullmatch(c.text)}
    meant = [c for c in having(question, Role.OUTCOME, *_ILL) if f" for {c.text.lower()}" in question.read.lower()]
    changed |= dict.fromkeys(meant, Role.POPULATION)
    concepts = with_roles(question, changed)
    return msgspec.structs.replace(
        question,
        concepts=concepts,
        intervention=_HARMS_OF.sub("", question.intervention),
        outcome="" if meant else question.outcome,
        population=question.population or _people(concepts),
    )


def _had_besides(question: Question, vocabulary: Vocabulary) -> Question:
    """`knee arthritis, obese`, `A, HFpEF, not diabetic`: where the people are only described, or not told of, the
    illness that is named is theirs."""
    people = having(question, Role.POPULATION, *_ILL)
    untold = not question.population or _ANYBODY.fullmatch(question.population) is not None
    described = not any(vocabulary.find(c.text) for c in people) if people else untold
    if not described or not having(question, Role.INTERVENTION, *GIVEN) or question.intent is Intent.INTERACTION:
        return question
    told = question.patient.conditions if people else ()
    gone = absent(question.concepts, question.read)
    ill = [
        c
        for c in having(question, Role.OTHER, "condition")
        if c not in gone and c.label not in told and c.text.lower() not in question.outcome.lower()
    ]
    if len(ill) != 1 or (not people and having(question, Role.OUTCOME, *_ILL)):
        return question
    concepts = with_roles(question, {ill[0]: Role.POPULATION})
    return msgspec.structs.replace(question, concepts=concepts, population=_people(concepts))


_ANYBODY: Final = expression(
    r"(?:an? |in |the )*(?:adults?|men|man|women|woman|people|patients?|person|child(?:ren)?|teenagers?|elderly)",
    re.IGNORECASE,
)
"""People of whom no illness is told: `X, scalp, in adult`."""


def _illness_had(question: Question) -> Question:
    given = [c for role in _ASKED for c in having(question, role, *GIVEN)]
    words = {role: getattr(question, role.value) for role in _ASKED}
    words[Role.INTERVENTION] = _PREVENTION.sub("", words[Role.INTERVENTION]) or words[Role.INTERVENTION]
    opened = not given and bool(WHAT.search(question.read))
    changed: dict[Concept, Role] = {}
    for role in _ASKED:
        for concept in question.having(role):
            if concept in given or concept.semantic == "test":
                continue
            left = _left(words[role], concept, given, opened=opened)
            if concept.semantic in _ILL and (opened or (given and left is not None)):
                changed[concept] = Role.OUTCOME if _DIES.fullmatch(concept.text) else Role.POPULATION
                words[role] = left or ""
            elif _place(words[role], concept) < 0 and given and question.intent is not Intent.INTERACTION:
                changed[concept] = Role.POPULATION
    concepts = with_roles(question, changed)
    who = question.population
    if any(role is Role.POPULATION for role in changed.values()) and (opened or not who or ONE.fullmatch(who)):
        who = _people(concepts) or f"people with {_phrase(question, next(iter(changed)))}"
    if opened and changed and not any(c.role is Role.INTERVENTION for c in concepts):
        words[Role.INTERVENTION] = ""
    words[Role.INTERVENTION] = _without_whom(words[Role.INTERVENTION], given)
    return msgspec.structs.replace(
        question,
        intervention=words[Role.INTERVENTION],
        comparator=words[Role.COMPARATOR],
        population=who,
        concepts=concepts,
    )


def _place(words: str, concept: Concept) -> int:
    return words.lower().find(concept.text.lower())


def _left(words: str, concept: Concept, given: list[Concept], *, opened: bool) -> str | None:
    """What is left of a part's words without an illness that opens or ends it; None where the illness belongs in it."""
    at = _place(words, concept)
    if at < 0:
        return None
    behind = _BEHIND.search(words[:at]) if at else None
    if behind:
        return words[: behind.start()]
    rest = words[at + len(concept.text) :]
    head, low = words[:at].strip().lower(), words.lower()
    if len(rest.split()) <= _FEW and any(head.endswith(c.text.lower()) for c in given):
        return words[:at].strip()
    comma = max((low.rfind(",", at, low.find(c.text.lower())) for c in given), default=-1)
    if comma > at:
        return words[comma + 1 :].strip()
    if opened or (not at and re.match(r"\s*[.,;:]\s", rest)):
        return rest.lstrip(" .,;:")
    if concept.semantic == "condition" and not _unled(words[:at]) and _opens_with(rest, given):
        return rest.strip()  # `woman 45 migraine A or B`
    return None


_LED: Final = expression(
    rf"(?:(?:an?|the|my|our|in|for|this|{PEOPLE}|{KIN}|pt|\d{{1,3}} ?(?:to|-) ?\d{{1,3}}"
    r"|\d{1,3} ?(?:yo?|yrs?|years?|months?|mths?|f|m|female|male)?"
    r"|aged?|of|old|year-old|male|female|has|have|having|who|with|got|acute|chronic|recurrent|severe|mild|moderate"
    r"|prophylaxis|prevention|treatment|management|therapy)\b[ ,-]*)+",
    re.IGNORECASE,
)
"""Words that tell of whom it is asked, before the first treatment."""


def _unled(words: str) -> str:
    """The words without those that only tell of whom it is asked."""
    led = _LED.match(words)
    return words[led.end() :] if led else words


def _opens_with(words: str, given: list[Concept]) -> bool:
    return any(re.match(rf"\s*{re.escape(c.text)}\b", words, re.IGNORECASE) for c in given)


def _without_whom(words: str, given: list[Concept]) -> str:
    """A part without the people before its treatment: of `child 5 A or B`, `A or B`."""
    bare = _unled(words)
    return bare if bare != words and _opens_with(bare, given) else words


def _people(concepts: tuple[Concept, ...]) -> str:
    ill = [c.text for c in concepts if c.role is Role.POPULATION and c.semantic in _ILL]
    return f"people with {' and '.join(ill)}" if ill else ""


def _phrase(question: Question, concept: Concept) -> str:
    """The words that a concept stands among, where they are parted off by a comma: `mechanical mitral valve`."""
    for piece in re.split(r"[,;:?.]", question.read):
        words = piece.strip()
        others = (c.text.lower() in words.lower() for c in question.concepts if c is not concept)
        if concept.text.lower() in words.lower() and len(words.split()) <= 4 and not any(others):
            return words[:1].lower() + words[1:]
    return concept.text
