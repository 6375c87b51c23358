"""For what: what a medicine is taken for that is to make way for another, where nobody said so.

`cough on ramipril, what instead?` names no illness to be treated. The first use of the medicine's label is taken for
it, or of another of its class, and said to be, so that it can be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.ask import assuming
from probatum.errors import ProbatumError
from probatum.model import Assumption, Concept, Intent, Question, Role
from probatum.pipeline import listed, put_again
from probatum.text.expressions import caseless
from probatum.vocabulary import Term
from probatum.vocabulary.classes import classes_of

USE: Final = "use"
"""The kind of the assumption."""
_WANTED: Final = caseless(
    r"[,.;:?!-]?\s*(?:\b(?:so|and|is there|are there|any|an?|the|please|now|what|which)\s+){0,3}\b(?:"
    r"(?:what|which)(?:'s| is| are| would be| should be)? (?:(?:an?|the|best|good|other|another|safe|suitable) ){0,3}"
    r"(?:else|instead|alternatives?|options?|substitutes?|replacements?)\b"
    r"|(?:what|which)(?: (?:else|other|drug|medicine|one))? (?:can|could|should|do|shall|may|would|to)(?: (?:i|we|you"
    r"|he|she|they|the patient|my patient))? (?:\w+ ){0,3}(?:instead|(?:switch|change|swap|move)(?: \w+)? (?:to|for))\b"
    r"|(?:what|which) (?:else|other (?:drug|medicine|tablet|one)) (?:can|could|should|may|might)"
    r" (?:i|he|she|we|they|you)"
    r" (?:take|have|use|try|be given)\b"
    r"|(?:switch|change|swap)(?: \w+){0,2} to what\b|what next\b"
    r"|(?:any|some)thing (?:else|instead)(?: (?:that )?(?:i|he|she|they|we|you) (?:can|could|may|should) \w+)?"
    r"|(?:alternative|another|other|different) (?:\w+ )?(?:drugs?|medic\w+|treatments?|tablets?|pills?|agents?|statins?"
    r"|anti\w+)(?! (?:to|for)\b)"
    r"|(?:alternatives?|substitutes?|replacements?|other options?)\b(?! (?:to|for)\b)"
    r"|(?:alternatives?|substitutes?|replacements?|other options?) (?:to|for) (?:it|this|that)\b"
    r")(?: (?:for|in) (?:(?:her|his|my|the|their) )?(?P<use>[\w -]{3,40}?))?[\s?.!]*$"
)
"""Words at the end that ask for another in the place of what was named."""
_NOT_BORNE: Final = caseless(
    r"\b(?:on|with|from|due to|caused by|because of|after|since|by|to|of|off)"
    r"(?: (?:taking|starting|using|having|an?|the|my|his|her|old|new|low[- ]dose|high[- ]dose|his|daily)){0,3} $"
)
_BRINGS: Final = caseless(
    r"^(?: \d[\d.]* ?\w{1,4})?(?: (?:is|was|has|have|keeps?|always|really|now)){0,2}"
    r" (?:giv(?:es?|ing|en)|gave|caus(?:es?|ed|ing)|mak(?:es?|ing)|made|brings?|brought|upsets?|not toler\w+"
    r"|intoleran\w+)"
)


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question as if it had said what the medicine is for which another is asked; itself where it asks for none, or
    says so. `read` reads a text as a question."""
    if (failed := _failed(question, read)) is not None:
        return failed
    asks = _WANTED.search(question.read)
    if question.danger or question.patient.values:
        return question  # what is to be done about that comes before any other treatment
    if asks is None or question.intent not in (Intent.THERAPY, Intent.HARM, Intent.DOSING, Intent.INTERACTION):
        return question
    found = [m for m in vocabulary.load().find(question.read[: asks.start()]) if m.term.semantic == "drug"]
    families = {label for m in found for label in classes_of(m.term.label)}
    found = [m for m in found if len(found) == 1 or m.term.label not in families]  # `my antihypertensive lisinopril`
    if len({m.term.label for m in found}) != 1:
        return question
    drug, before = found[0], question.read[: found[0].start]
    behind = question.read[found[0].end : asks.start()]
    if not (_NOT_BORNE.search(before) or _BRINGS.match(behind) or _named_behind(behind)):
        return question
    label = drug.term.label
    known = _told(behind) or _treated(question, label, opened, as_of)
    if _is_another(before, behind, asks["use"] or "", known, label, opened, as_of):
        return question
    use = asks["use"] or known or listed.first_use(label, opened, as_of)
    clause = f"{_CLAUSES.split(before)[-1]} {_CLAUSES.split(behind)[0]}"
    if not use:
        return _as_harm(question, label, clause, read)
    rest = " ".join(one.strip() for one in (_cut(before, last=True), _cut(behind, last=False)) if one.strip(" ,.;:"))
    try:
        made = read(f"{rest} cannot tolerate {label}, what else for {use}?".strip())
    except ProbatumError:
        return question
    harms = [m for m in vocabulary.load().find(clause) if m.term.semantic in ("condition", "symptom")]
    held = {c.label for c in made.concepts}
    brought = tuple(
        Concept(
            text=clause[m.start : m.end],
            label=m.term.label,
            role=Role.OTHER,
            semantic=m.term.semantic,
            id=m.term.id,
            synonyms=m.term.synonyms,  # a label may call it otherwise
        )
        for m in harms
        if m.term.label not in held and m.term.label != known
    )
    why = "the first use that a label names; say if it is another"
    said = () if known or asks["use"] else (Assumption(USE, label, f"taken for {use}", why),)
    put = put_again.as_typed(question, made, *said, left=label)
    return msgspec.structs.replace(put, concepts=(*made.concepts, *brought))


def _as_harm(question: Question, drug: str, clause: str, read: Callable[[str], Question]) -> Question:
    """The question as one on what the medicine brought, where nothing tells what else could be given in its place: what
    treats that complaint is not asked. Itself where no complaint is told."""
    ills = dict.fromkeys(m.term.label for m in vocabulary.load().find(clause) if m.term.semantic in _ILL)
    if not ills:
        return question
    try:
        made = read(f"Does {drug} cause {' and '.join(ills)}?")
    except ProbatumError:
        return question
    said = Assumption(HARM, "", f"{' and '.join(ills)} as a harm of {drug}", "what it is taken for is not told")
    return put_again.as_typed(question, made, said)


HARM: Final = "harm"
"""The kind of the assumption that a complaint is what the medicine did."""
_ILL: Final = ("condition", "symptom")
_BESIDE: Final = caseless(
    r"(?: \d[\d.]* ?\w{1,4})?(?:,? (?:and|with|who|has|have|had|having|now|also|gets?|got|getting|develop\w*|an?|the"
    r"|new|bad|severe|mild|some|his|her|my))*,? "
)
"""What stands between a medicine and an illness that is told beside it."""


def _is_another(before: str, behind: str, wanted: str, known: str, drug: str, opened: Library, as_of: str) -> bool:
    """Whether something else is to be treated than what the medicine is for: another use that is asked for, or an
    illness told beside the medicine that its label does not list as its harm (`on warfarin with shingles`)."""
    terms = vocabulary.load()
    for one in (m for m in terms.find(wanted) if m.term.semantic in _ILL):
        if listed.uses(drug, opened, as_of) and not listed.is_use(drug, _named(one.term), opened, as_of):
            return True
    beside = [m for m in terms.find(behind)[:1] if m.term.semantic in _ILL and _BESIDE.fullmatch(behind[: m.start])]
    if not _CAUSED.search(before):
        ills = (m for m in terms.find(before)[-1:] if m.term.semantic == "condition")
        beside += [m for m in ills if _HAD.search(before[: m.start])]
    told = (m.term for m in beside if m.term.label != known)
    return any(listed.as_harm(drug, _named(term), opened, as_of, kin=True) is False for term in told)


_HAD: Final = caseless(r"\b(?:with|has|have|had|for|in) (?:an? |the |his |her |my |acute |chronic |severe )*$")
_CAUSED: Final = caseless(r"\b(?:from|due to|caused by|because of|since|after|intolerant)\b[^,;.]*$")


def _named(term: Term) -> tuple[str, ...]:
    return (term.label, *term.synonyms)


def _named_behind(behind: str) -> bool:
    """Whether what it did stands right behind it: `ACE inhibitor cough`."""
    found = vocabulary.load().find(behind)[:1]
    return any(m.term.semantic in ("condition", "symptom") and _JOINS.fullmatch(behind[: m.start]) for m in found)


_JOINS: Final = caseless(r"[- ](?:induced |related |associated )?")


_FOR: Final = caseless(
    r"^(?: \d[\d.]* ?\w{1,4})?(?: (?:once|twice|daily|a day|weekly))*"
    r" (?:for|in|to treat|to prevent) (?P<use>[^,;.?]{3,60})"
)


_FAILS: Final = caseless(
    r"\b(?:not|isn['’]?t|hasn['’]?t|doesn['’]?t|didn['’]?t|no longer|never) (?:\w+ )?(?:respond\w*|improv\w*|better"
    r"|settl\w*|controll\w*|work\w*|help\w*|reliev\w*|clear\w*)\b"
    r"|\b(?:failed|(?:treatment|therapy|drug) failure|refractory to|resistant to)\b"
    r"|\b(?:persist\w*|uncontrolled|continu\w*)[^.?;]{0,20}\bdespite\b"
    r"|\bno (?:response|improvement|relief) (?:to|on|with|from)\b"
)
_GOES_ON: Final = caseless(
    r"\b(?:add\w*|try|switch\w*|chang\w+|start\w*|would|should|can|could|is|are|does|do|did|will|or|why|how|trial|evidence"
    r"|compared?|versus|vs|chances?|rates?|risks?|wants?|dose|safe)\b"
)
"""Words that ask something of their own."""
_NEXT: Final = caseless(
    r"[,.;:]?\s*\b(?:what(?:['’]s| is)? (?:the )?(?:next|now|else)|next(?: step| line)?|now what|options?)\b[^?]*\??$"
)


def _failed(question: Question, read: Callable[[str], Question]) -> Question | None:
    """`gout flare not responding to colchicine`: what else there is for it; None where nothing failed, or something of
    its own is asked."""
    bare = _NEXT.sub("", question.read)
    fails = _FAILS.search(bare)
    if len(bare.split()) > LONGEST or fails is None or _GOES_ON.search(bare) or _asks_of_another(bare, fails.end()):
        return None
    if question.intent is not Intent.THERAPY or question.danger:
        return None
    drugs = list(dict.fromkeys(m.term.label for m in vocabulary.load().find(bare) if m.term.semantic == "drug"))
    ills = [c for c in question.concepts if c.semantic in ("condition", "symptom") and c.id]
    if not 0 < len(drugs) <= MOST_FAILED or not ills:
        return None
    try:
        made = read(
            f"{', '.join(f'{drug} failed' for drug in drugs)}, what else for {' in '.join(c.text for c in ills[:2])}?"
        )
    except ProbatumError:
        return None
    if made.having(Role.INTERVENTION):
        return None
    return put_again.as_typed(question, made, left=drugs[0])


def _asks_of_another(bare: str, failed: int) -> bool:
    """Whether a medicine stands by itself behind the sentence that tells what failed: `A not helping. B?`."""
    behind = _NEXT_SENTENCE.split(bare[failed:], maxsplit=1)
    return len(behind) > 1 and any(m.term.semantic == "drug" for m in vocabulary.load().find(behind[1]))


_NEXT_SENTENCE: Final = caseless(r"[.?!;]\s*|,\s+(?=[\w -]{3,40}\?\s*$)")
MOST_FAILED: Final = 3
LONGEST: Final = 18
"""Words of a text that tells what failed and no more."""


def _told(behind: str) -> str:
    """The illness that stands behind the medicine as what it is for; else empty."""
    found = _FOR.match(behind)
    ill = (
        [m for m in vocabulary.load().find(found["use"]) if m.term.semantic in ("condition", "symptom")]
        if found
        else []
    )
    return ill[0].term.label if ill else ""


def _cut(text: str, *, last: bool) -> str:
    """The text without the clause that ends (`last`) or begins it: who the patient is stands in others."""
    parts = _CLAUSES.split(text)
    return ", ".join(parts[:-1] if last else parts[1:])


_CLAUSES: Final = caseless(r"[,;.]\s+")


def _treated(question: Question, drug: str, opened: Library, as_of: str) -> str:
    """The illness that is named, or given beside the question, of which a label of the medicine tells a use; else one
    that is given beside it, else empty."""
    for one in (c for c in question.concepts if c.semantic in _ILL):
        if listed.is_use(drug, (one.label, one.text, *one.synonyms), opened, as_of):
            return one.label
    given = " ".join(a.to for a in question.assumptions if a.what == assuming.GIVEN)
    return next((m.term.label for m in vocabulary.load().find(given) if m.term.semantic == "condition"), "")
