"""For what: what a medicine is taken for that is to make way for another, where nobody said so.

`cough on ramipril, what instead?` names no illness to be treated. The first use of the medicine's label is taken for it,
or of another of its class, and said to be, so that it can be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from probatum import appraise, vocabulary
from probatum.acquire.library import Library
from probatum.acquire.retrieve import labels_of
from probatum.errors import ProbatumError
from probatum.model import Assumption, DirectiveAction, Intent, Question
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

USE: Final = "use"
"""The kind of the assumption."""
_WANTED: Final = caseless(
    r"[,.;:?!-]?\s*(?:\b(?:so|and|is there|are there|any|an?|the|please|now)\s+){0,3}\b(?:"
    r"(?:what|which)(?:'s| is| are| would be| should be)? (?:(?:an?|the|best|good|other|another|safe|suitable) ){0,3}"
    r"(?:else|instead|alternatives?|options?|substitutes?|replacements?)\b"
    r"|(?:what|which)(?: (?:else|other|drug|medicine|one))? (?:can|could|should|do|shall|may|would|to)(?: (?:i|we|you|he"
    r"|she|they|the patient|my patient))? (?:\w+ ){0,3}(?:instead|(?:switch|change|swap|move)(?: \w+)? (?:to|for))\b"
    r"|(?:switch|change|swap)(?: \w+){0,2} to what\b"
    r"|(?:alternatives?|substitutes?|replacements?|other options?)\b(?! (?:to|for)\b)"
    r"|(?:alternatives?|substitutes?|replacements?|other options?) (?:to|for) (?:it|this|that)\b"
    r")[\s?.!]*$"
)
"""Words at the end that ask for another in the place of what was named."""
_NOT_BORNE: Final = caseless(
    r"\b(?:on|with|from|due to|caused by|because of|after|since|by|to|of|off)"
    r"(?: (?:taking|starting|using|having|an?|the|my|his|her|old|new|low[- ]dose|high[- ]dose|his|daily)){0,3} $"
)
_BRINGS: Final = caseless(
    r"^(?: \d[\d.]* ?\w{1,4})?(?: (?:is|was|has|have|keeps?|always|really|now)){0,2}"
    r" (?:giv(?:es?|ing|en)|gave|caus(?:es?|ed|ing)|mak(?:es?|ing)|made|brings?|brought|upsets?|not toler\w+|intoleran\w+)"
)
LATEST: Final = "9999-12-31"
MOST: Final = 6
"""Members of a class whose labels are looked for."""


def told(question: Question, opened: Library, read: Callable[[str], Question]) -> Question:
    """The question as if it had said what the medicine is for which another is asked; itself where it asks for none, or
    says so. `read` reads a text as a question."""
    asks = _WANTED.search(question.read)
    if asks is None or question.intent not in (Intent.THERAPY, Intent.HARM, Intent.DOSING, Intent.INTERACTION):
        return question
    found = [m for m in vocabulary.load().find(question.read[: asks.start()]) if m.term.semantic == "drug"]
    if len({m.term.label for m in found}) != 1:
        return question
    drug, before = found[0], question.read[: found[0].start]
    behind = question.read[found[0].end : asks.start()]
    brought = _NOT_BORNE.search(before) is not None or _BRINGS.match(behind) is not None
    if not brought or _treated(question, drug.term.label, opened):
        return question
    use = _use(drug.term.label, opened)
    if not use:
        return question
    rest = " ".join(one.strip() for one in (_cut(before, last=True), _cut(behind, last=False)) if one.strip(" ,.;:"))
    try:
        made = read(f"{rest} cannot tolerate {drug.term.label}, what else for {use}?".strip())
    except ProbatumError:
        return question
    said = Assumption(USE, drug.term.label, f"taken for {use}", "the first use that a label names; say if it is another")
    return msgspec.structs.replace(made, typed=question.typed, assumptions=(*made.assumptions, said))


def _cut(text: str, *, last: bool) -> str:
    """The text without the clause that ends (`last`) or begins it: who the patient is stands in others."""
    parts = _CLAUSES.split(text)
    return ", ".join(parts[:-1] if last else parts[1:])


_CLAUSES: Final = caseless(r"[,;.]\s+")


def _treated(question: Question, drug: str, opened: Library) -> bool:
    """Whether some illness is named that a label of the medicine is for."""
    uses = " ; ".join(_uses(drug, opened))
    held = words.stems(uses)
    ills = [c for c in question.concepts if c.semantic in ("condition", "symptom")]
    return any(words.stems(name) <= held for c in ills for name in (c.label, c.text, *c.synonyms) if words.stems(name))


def _uses(drug: str, opened: Library) -> list[str]:
    """What labels of the medicine are for, in their words; where none is held, those of others of its class."""
    for names in ((drug,), tuple(m for label in classes_of(drug)[:1] for m in members(label))[:MOST]):
        for record in labels_of(names, opened, as_of=LATEST):
            found = [d for d in appraise.read(record).directives if d.action is DirectiveAction.INDICATED]
            if found:
                return [d.text for d in found]
    return []


def _use(drug: str, opened: Library) -> str:
    """The first illness that is named there."""
    for text in _uses(drug, opened):
        ill = [m for m in vocabulary.load().find(text) if m.term.semantic == "condition"]
        if ill:
            return ill[0].term.label
    return ""
