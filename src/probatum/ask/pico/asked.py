"""What is asked about after a story: the treatment in the clause that asks, or the last one told before an `it`.

`apical thrombus on echo. Can I use A rather than B?` asks about A; `her spirometry was 45 %. They mentioned A. Is it
worth it?` does too. A test with a result, an illness and a treatment that was had belong to the story.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from probatum.ask.people.sufferers import having, with_roles
from probatum.ask.words.concepts import make
from probatum.model import Concept, Intent, Question, Role
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_TREATS: Final = ("drug", "procedure")
_ILL: Final = ("condition", "symptom")


_SCRAPS: Final = expression(
    r"[.?!]\s|^[^(]*\)|\([^)]*$"
    r"|\b(?:(?:have |has |had )?been (?:on|taking)|since|(?:and|i|he|she|they|we|who) (?:had|has|have|am|is|was"
    r"|feel)|still getting)\b"
    r"|,[^,]{0,60}\b(?:now|yrs?|years?|weeks?|months?|ago|today|score)\b",
    re.IGNORECASE,
)


_RUNS_ON: Final = expression(
    r"[.?!]\s.*$|,\s(?:and |so )?(?:is|are|does|do|can|could|should|will|what|which|how|any)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_RISK_OF: Final = expression(
    r"\b(?:risks?|rates?|chances?|odds|likelihood|probability|incidence) (?:of|to) (?:a |an |the |another |having "
    r"|getting )*"
    r"(?P<what>[\w' -]{3,40}?) (?:with|on|from|after|under|following|in|taking) (?P<who>[^?.;]+)",
    re.IGNORECASE,
)
_LIVES: Final = expression(
    r"(?:liv|surviv|dy|di)(?:e|es|ed|ing|al)?\b.*|death|mortality|(?:full )?recover(?:y|ing)|cure|being cured",
    re.IGNORECASE,
)
_LESS: Final = expression(
    r"\b(?:reduc|lower|decreas|prevent|cut|avoid|minimi[sz]|halv|diminish|help|treat(?!ed)|works?\b)", re.IGNORECASE
)


def risked(question: Question, vocabulary: Vocabulary) -> Question:
    """`risk of bleeding with A in cancer` asks what A does to bleeding, `risk of stroke after a TIA` what becomes of
    those who had one."""
    told = _RISK_OF.search(question.read)
    if not told or question.intent is Intent.INTERACTION or _LESS.search(question.read):
        return question
    what, who = told["what"].lower(), told["who"].lower()
    if not _of(question.outcome.lower(), (what, who)):
        return question
    ill = [c for c in question.concepts if c.semantic in _ILL and c.text.lower() in what]
    drugs = [c for c in having(question, Role.INTERVENTION, *_TREATS) if c.text.lower() in who]
    opens = [c for c in having(question, Role.OTHER, "drug") if who.startswith(c.text.lower())]
    drugs = drugs or opens  # `risk of falls on A`
    if not ill and not _LIVES.fullmatch(what):
        return question
    changed: dict[Concept, Role] = dict.fromkeys(ill, Role.OUTCOME) | dict.fromkeys(drugs, Role.INTERVENTION)
    wanted = told["what"] if ill else "death" if what.startswith("d") else "survival"
    held = () if ill else (make(wanted, next(iter(vocabulary.lookup(wanted)), None), Role.OUTCOME, vocabulary),)
    if drugs:
        parts = {"intervention": " and ".join(c.text for c in drugs), "population": question.population}
        intent = Intent.HARM
        if any(name in parts["population"].lower() for name in (what, *(c.label.lower() for c in ill))):
            had = [c for c in having(question, Role.POPULATION, *_ILL) if c not in ill]
            parts["population"] = f"people with {' and '.join(c.label for c in had)}" if had else ""
    else:
        had = [c for c in question.concepts if c.semantic in _ILL and c not in ill and c.text.lower() in who]
        if having(question, Role.INTERVENTION, *_TREATS):
            return question
        changed |= dict.fromkeys(had, Role.POPULATION) | dict.fromkeys(having(question, Role.INTERVENTION), Role.OTHER)
        people = f"people with {' and '.join(c.text for c in had)}" if had else ""
        parts = {"intervention": "", "population": people}
        intent = Intent.PROGNOSIS
    intent = intent if question.intent in (Intent.THERAPY, Intent.PROGNOSIS) else question.intent
    kept = tuple(c for c in with_roles(question, changed) if c.id or c.role is Role.OTHER)
    return msgspec.structs.replace(question, concepts=(*kept, *held), outcome=wanted, intent=intent, **parts)


def _of(words: str, clauses: tuple[str, ...]) -> bool:
    """Whether words are of one of the clauses, or none."""
    return any(words in clause for clause in clauses)


_AND_RISK: Final = expression(
    r"^(?:the )?(?P<drug>[\w' -]{3,60}?)(?:,| and| &| -) (?:the |an? )?(?:increased |higher |raised |long[- ]term )?"
    r"(?:risks?|rates?|incidence) of (?P<what>[\w' -]{3,60})$",
    re.IGNORECASE,
)


_SINCE: Final = expression(
    r"(?P<what>[\w' -]{3,60}?),? (?:ever )?since (?:i |he |she |they |we )?(?:start\w*|beg[au]n\w*|tak\w+|being"
    r"|going|went|was)"
    r"(?: put)?(?: on| taking)* (?P<drug>[\w' -]{3,40})",
    re.IGNORECASE,
)


_IS_IT: Final = expression(
    r"^(?P<what>(?P<drug>.+?)),? (?:is|are|was|could|can|might) (?:it|this|that|they) (?:be )?(?:an? )?"
    r"(?:side[- ]effects?|adverse (?:drug )?(?:effects?|events?|reactions?))\b",
    re.IGNORECASE | re.DOTALL,
)
_TAKEN_FOR: Final = expression(r"\bfor (?:(?:my|his|her|their|the|bad|severe|mild|chronic) )*$", re.IGNORECASE)


_SINCE_BARE: Final = expression(
    r"(?P<what>[^?.;]{3,80}?),? (?:ever )?since (?:the |my |his |her |having |a |an )*(?P<drug>[\w' -]{3,40})",
    re.IGNORECASE,
)
"""`swollen ankles since A`."""


def blamed(question: Question, _: Vocabulary) -> Question:
    """`A and the risk of ILLNESS`, `ILLNESS since starting A`, `I take A and have ILLNESS, is it a side effect` ask
    whether A brings it; what A is taken for it does not."""
    read = question.read
    told = _AND_RISK.match(read.strip(" ?.")) or _SINCE.search(read) or _IS_IT.search(read)
    drugs = having(question, Role.INTERVENTION, *_TREATS)
    bare = _SINCE_BARE.search(read)
    if told is None and bare and any(bare["drug"].lower().startswith(c.text.lower()) for c in drugs):
        told = bare
    if not told or not drugs or not all(c.text.lower() in told["drug"].lower() for c in drugs):
        return question
    what = told["what"].lower()
    ill = [
        c
        for c in question.concepts
        if c.semantic in _ILL and (at := what.find(c.text.lower())) >= 0 and not _TAKEN_FOR.search(what[:at])
    ]
    if not ill or question.intent is Intent.INTERACTION:
        return question
    parts = [c for c in question.having(Role.OUTCOME) if not c.semantic and c not in ill]  # `for my prostate`
    concepts = with_roles(question, dict.fromkeys(ill, Role.OUTCOME) | dict.fromkeys(parts, Role.OTHER))
    return msgspec.structs.replace(question, concepts=concepts, population="", outcome=ill[0].text, intent=Intent.HARM)


def without_scraps(question: Question, _: Vocabulary) -> Question:
    """`falls a lot) on A`, `B. Good idea`: a part that runs over the end of a sentence or bracket is the drug in it, or
    what stands before its end."""
    ends = {name: _RUNS_ON.sub("", getattr(question, name)) for name in ("population", "outcome")}
    question = msgspec.structs.replace(question, **ends)
    drugs = [c for c in question.concepts if c.semantic == "drug" and c.id]
    for role in (Role.INTERVENTION, Role.COMPARATOR):
        words = getattr(question, role.value)
        inside = [c for c in drugs if c.text.lower() in words.lower()]
        if not inside or not _SCRAPS.search(words):
            continue
        had = Role.OUTCOME if question.population else Role.POPULATION
        changed = {c: had if c.semantic in _ILL else Role.OTHER for c in question.having(role) if c not in inside}
        concepts = with_roles(question, changed | dict.fromkeys(inside, role))
        parts = {role.value: " and ".join(c.text for c in inside)}
        ill = [c.text for c, now in changed.items() if now is Role.POPULATION]
        if ill and not question.population:
            parts["population"] = f"people with {' and '.join(ill)}"
        question = msgspec.structs.replace(question, concepts=concepts, **parts)
    return question
