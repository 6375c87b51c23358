"""Other than: what else there is in the place of a medicine, asked with that medicine behind the question.

`what can be used instead of ibuprofen for back pain`, `alternatives to methotrexate in rheumatoid arthritis`: nothing
named `used` is asked about, and ibuprofen is no other choice to be weighed. What is treated is what the question names,
else the first use of the medicine's label, which is said, so that it can be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probatum import vocabulary
from probatum.acquire.library import Library
from probatum.errors import ProbatumError
from probatum.model import Assumption, Intent, Question
from probatum.pipeline import listed, put_again
from probatum.pipeline.for_what import USE
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_ANOTHER: Final = (
    r"(?:drugs?|medicines?|medications?|meds|treatments?|therap(?:y|ies)|options?|choices?|agents?|tablets?|pills?"
    r"|antibiotics?|pain ?killers?|inhalers?|things?|ways?|ones?)"
)
_SOUGHT: Final = caseless(
    r"(?:"
    r"\b(?:what|which|anything|something)\b[^?.;]{0,60}\b(?:instead of|in(?: the)? place of|other than"
    r"|besides|apart from"
    r"|rather than|except|to replace)"
    rf"|\b(?:any|other|another|different|alternative|are there"
    rf"|is there)\b[^?.;]{{0,24}}\b{_ANOTHER}\b[^?.;]{{0,30}}\b(?:instead of"
    r"|in(?: the)? place of|other than|than|besides|apart from|rather than|except|to replace|to|for)"
    r"|\b(?:alternatives?|substitutes?|replacements?)(?: (?:drugs?|treatments?|medicines?|options?))? (?:to"
    r"|for|of|instead of)"
    r")(?: (?:taking|using|giving|the|my|his|her|an?|oral|daily|having)){0,3} $"
)
"""Words before a medicine that ask for another in its place."""
_BETTER: Final = caseless(r"\b(?:better|best|worse|safer|compar\w+|versus|vs|difference)\b")


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question as one on what else there is for what the medicine treats; itself where it asks for something else,
    or where nothing tells what the medicine is for."""
    if question.danger or question.patient.values or question.intent not in _KINDS:
        return question
    taken = question.patient.drugs
    found = vocabulary.load().find(question.read)
    drugs = [m for m in found if m.term.semantic == "drug" and m.term.label not in taken]
    named = [m for m in drugs if _SOUGHT.search(question.read[: m.start])][:1]
    kinds = [m for m in drugs if m not in named and members(m.term.label)]  # `which antibiotics other than penicillin`
    if not named or len({m.term.label for m in drugs} - {m.term.label for m in kinds}) > 1:
        return question
    if _BETTER.search(question.read):
        return question
    label = named[0].term.label
    behind = _FOR.match(question.read[named[0].end :])
    ills = [c for c in question.concepts if c.semantic in ("condition", "symptom")]
    use = behind["what"] if behind and ills else ills[0].text if ills else _use(label, opened, as_of)
    if not use:
        return question
    try:
        made = read(f"cannot tolerate {label}, what else for {use}?")
    except ProbatumError:
        return question
    why = "the first use that a label names; say if it is another"
    said = () if ills else (Assumption(USE, label, f"taken for {use}", why),)
    return put_again.as_typed(question, made, *said, left=label)


def _use(label: str, opened: Library, as_of: str) -> str:
    """The first use that a label names of the medicine, or of one of its class."""
    named = (label, *members(label)[:MOST])
    ill = next((use for one in named if (use := listed.first_use(one, opened, as_of))), "")
    told = (m for one in named for text in listed.uses(one, opened, as_of) for m in vocabulary.load().find(text))
    return ill or next((m.term.label for m in told if m.term.semantic == "symptom"), "")


MOST: Final = 4
"""Members of a class whose labels are looked for."""
_FOR: Final = caseless(r"^(?: \d[\d.]* ?\w{1,4})? (?:for|in|to treat|to prevent) (?P<what>[^?;]{3,90}?)[\s?.!]*$")
"""What stands behind the medicine, whole: what else somebody has decides what else there is for him."""
_KINDS: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.INTERACTION)
