"""Creams: `which cream for B`, `B cream`, where no medicine is named, ask what treats B; a form is no treatment.

Read as one, every cream that was ever tried would answer, and the label of the one that is for B would be left out.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_FORM: Final = r"(?:creams?|ointments?|lotions?|shampoos?|drops|gels?|sprays?)"
_WHICH: Final = caseless(
    rf"\b(?P<which>which|what|best|any|a good) (?P<form>(?:best |over the counter |otc )?(?:eye |ear |nose "
    rf"|skin )?{_FORM})"
    r"\b(?! (?:base|formulation|strength|form)\b)"
)
_OF_ILLNESS: Final = caseless(
    rf"(?:^|\b(?:an?|some|any|the|use|need|needs|best|which|what) )(?P<whole>(?P<ill>[a-z][a-z' -]{{2,28}}?) {_FORM})\b"
)
_WHY: Final = "no medicine is named, and a form is none"


def read_creams(draft: Draft, vocabulary: Vocabulary) -> None:
    """Put the treatment in the place of a form that stands for it."""
    if any(m.term.semantic in ("drug", "procedure") for m in vocabulary.find(draft.text) if not _is_form(m.term.label)):
        return
    found = _OF_ILLNESS.search(draft.text)
    if found is not None and any(t.semantic in ("condition", "symptom") for t in vocabulary.lookup(found["ill"])):
        words = f"treatment for {found['ill']}"
        draft.replace(found.start("whole"), found.end("whole"), words, "lay term", _WHY)
    for one in reversed(list(_WHICH.finditer(draft.text))):
        draft.replace(one.start("form"), one.end("form"), "treatment", "lay term", _WHY)


_FORMS: Final = caseless(rf"{_FORM}|(?:skin|ophthalmic|nasal|ear|oral)[ -].{{0,24}}|emollients?|solutions?")


def _is_form(name: str) -> bool:
    return _FORMS.fullmatch(name) is not None
