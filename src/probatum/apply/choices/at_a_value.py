"""At a value: what is advised where something was measured to be too high or too low, and for whom it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probatum import vocabulary
from probatum.apply.choices.nearness import alike
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.model import Directive, DirectiveAction
from probatum.text import measured, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of


def untold(item: Directive, context: Context) -> bool:
    """Whether advice against a treatment holds at a value alone that the question does not tell (`when A is more than 5
    times the upper limit, it should not be started`): it decides nothing for those of whom nothing is measured."""
    found = _AT_A_VALUE.search(item.text) if item.action is DirectiveAction.NOT_RECOMMENDED else None
    if found is None:
        return False
    own = words.stems(" ".join((context.question.read, *context.question.patient.values)))
    return not words.stems(found["what"]) & own


def for_another(text: str, context: Context) -> bool:
    """Whether advice is for another value than was measured, or for more than a value tells of."""
    if not context.question.patient.values:
        return False
    return opens_elsewhere(text, context) or presupposes(text, context) or of_another_degree(text, context)


def opens_elsewhere(text: str, context: Context) -> bool:
    """Whether advice opens with a value at which something is done, and another was measured."""
    opening = _OPENS.match(text)
    return opening is not None and measured.fits(opening.group(), context.question.patient.values) is False


_OPENS: Final = caseless(r"\W*(?:with|at|if|when|in|from) [^,;]{3,160},")


def opens_at_it(text: str, context: Context) -> bool:
    """Whether a sentence opens with a value at which something is done, and that is measured (`with an INR of 5 to 8,
    it is withheld`)."""
    opening = _OPENS.match(text)
    if opening is None or not _DONE.search(text[opening.end() :]):
        return False
    return measured.fits(opening.group(), context.question.patient.values) is True


_DONE: Final = caseless(r"\b(?:should|recommend\w*|withheld|stopped|lowered|halved|is given|is started)\b")


def stops_in_it(text: str, context: Context) -> bool:
    """Whether a sentence has a medicine that is taken stopped in the state that a value tells of."""
    opening = _IN_A_STATE.match(text)
    if opening is None or not _STOPPED.search(text) or measured.of_another_cause(opening["state"]):
        return False
    state = words.stems(opening["state"])
    if not any(words.stems(name) <= state for name in measured.states(context.question.patient.values)):
        return False
    named = {m.term.label.casefold() for m in vocabulary.load().find(text[opening.end() :])}
    taken = dict.fromkeys((*context.drugs, *(drug.casefold() for drug in context.question.patient.drugs)))
    return any(name.casefold() in named for drug in taken for name in (drug, *classes_of(drug)))


_IN_A_STATE: Final = caseless(r"\W*in (?P<state>[a-z -]{4,40}?)(?: in (?:adults|children))?,")
_STOPPED: Final = caseless(r"\b(?:(?:should be|is|are) (?:stopped|withheld|discontinued))\b")


def presupposes(text: str, context: Context) -> bool:
    """Whether advice in a state that a value alone tells of is for those with something more (`in hyperkalaemia with
    changes of the ECG`), of which the question has no word."""
    values = context.question.patient.values
    opening = _WITH_MORE.match(text) if values else None
    if opening is None:
        return False
    state = words.stems(opening["state"])
    if not any(words.stems(name) <= state for name in measured.states(values)):
        return False
    told = words.stems(alike(f"{context.question.typed} {context.question.read}"))
    return not words.stems(alike(opening["more"])) & told


def of_another_degree(text: str, context: Context) -> bool:
    """Whether advice is for another degree of a state than a value is, by what a guideline itself sets for each
    (`mild at 5.5 to 5.9, severe at 6.5 or more`)."""
    states = measured.states(context.question.patient.values)
    for limit in _STATE_AT.finditer(text):
        if any(words.stems(state) <= words.stems(limit["state"]) for state in states):
            beyond = [float(v.rpartition(" ")[2]) >= float(limit["limit"]) for v in context.question.patient.values]
            if not any(beyond if limit["more"] else (not one for one in beyond)):
                return True
    found = _OF_DEGREE.search(text)
    if found is None:
        return False
    state = words.stems(found["state"])
    own = [degree for one, degree in _degrees(context) if words.stems(one) & state]
    return bool(own) and found["degree"].lower() not in own


@once
def _degrees(context: Context) -> tuple[tuple[str, str], ...]:
    """The states that values tell of, each with its degree, where a guideline that is held sets degrees by values."""
    made: list[tuple[str, str]] = []
    for value in context.question.patient.values:
        figure = float(value.rpartition(" ")[2])
        for state in measured.states((value,)):
            texts = (d.text for a in context.guidelines for d in a.directives)
            sentences = (s.text for a in context.guidelines for s in a.record.evidence_sections)
            for text in (*texts, *sentences):
                made += [(state, degree) for degree in _set_by(text, state, figure)]
    return tuple(dict.fromkeys(made))


def _set_by(text: str, state: str, figure: float) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        if words.stems(state) <= words.stems(sentence):
            for found in _DEGREE.finditer(sentence):
                low, high = float(found["low"]), float(found["high"] or "inf")
                if low <= figure <= high:
                    yield found["degree"].lower()


_SENTENCE: Final = caseless(r"[^.;]*(?:\.\d[^.;]*)*")
_DEGREE: Final = caseless(
    r"\b(?P<degree>mild|moderate|severe) (?:at|from|with|for) [^,;\d]{0,30}(?P<low>\d+(?:\.\d+)?)(?: ?mmol/l)?"
    r"(?: to (?P<high>\d+(?:\.\d+)?)| or (?:more|above))"
)
_STATE_AT: Final = caseless(
    r"\b(?P<state>[a-z]{6,30}) of (?P<limit>\d+(?:\.\d+)?)(?: ?m?mol/l)? or (?:(?P<more>more|above)|less|below)\b"
)
_OF_DEGREE: Final = caseless(r"\b(?P<degree>mild|moderate|severe|life-threatening) (?P<state>[a-z]{5,30}a?emia)\b")


_WITH_MORE: Final = caseless(
    r"\W*in (?P<state>[a-z -]{4,40}?)(?: of \d[\d. a-z/]{0,16}? or (?:more|less))?(?: in (?:adults|children))?"
    r" (?:with|that|after|and|from|due to|caused by) (?P<more>[^,;]{4,120}?),"
)
_AT_A_VALUE: Final = caseless(
    r"\b(?:when|if|where) (?:the )?(?P<what>[a-z][\w -]{2,40}?) (?:is|are|was|stays?|remains?) (?:still )?"
    r"(?:more than|less than|above|below|over|under|at least|raised)\b"
)
