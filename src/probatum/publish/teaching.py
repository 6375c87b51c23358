"""Teaching: for a nurse what the patient can be told, for a student why the evidence is graded as it is.

A nurse is given the plain words of statements that stand on the page with their proof; they carry the same figures.
What a student is told of methods follows GRADE guidelines 3 to 9 (Balshem et al. 2011,
doi:10.1016/j.jclinepi.2010.07.015, and the papers after it); it asserts nothing about medicine.
"""

from __future__ import annotations

from typing import Final

import msgspec

from probatum.model import Answer, Domain, Kind, Reader, Statement, Verdict
from probatum.publish.signposts import call_for_help

MOST: Final = 2
"""Checks that are put into a patient's words."""
SIGNS: Final = 3
"""Signs with which a patient is told to call."""
OF_STAFF: Final = (
    "while help comes",
    "no more of it is given before",
    "how fast at most",
    "in its place, by a guideline",
)
"""How sentences begin on what is done by those who treat, which is nothing to say to a patient."""
_BACK: Final = "Ask the person to say it back in their own words, and what they will do if they feel unwell."

_TRIALS: Final = (
    "Randomised trials start at high: chance decides who gets what, so that known and unknown differences between the "
    "groups even out."
)
_WATCHED: Final = (
    "Studies without random allocation start at low: who got the treatment may have differed in other ways that matter "
    "(confounding)."
)
_WHY: Final[dict[Domain, str]] = {
    Domain.RISK_OF_BIAS: "Risk of bias: the way a study was done or told may have pushed its result one way.",
    Domain.INCONSISTENCY: "Inconsistency: studies that should agree differ by more than chance; look for the reason "
    "before you look at the mean.",
    Domain.INDIRECTNESS: "Indirectness: people, treatment, comparison or outcome are not those of the question.",
    Domain.IMPRECISION: "Imprecision: few people or events, or an interval that holds both a benefit and none. An "
    "interval that includes no difference does not show that there is none.",
    Domain.PUBLICATION_BIAS: "Publication bias: studies with a pleasing result are printed more often.",
    Domain.LARGE_EFFECT: "Large effect: an effect this large is hard to explain by confounding alone.",
    Domain.DOSE_RESPONSE: "Dose response: more of the treatment went with more of the effect.",
    Domain.OPPOSING_BIAS: "Opposing bias: what could not be adjusted for would have hidden the effect.",
}
_YOURSELF: Final = (
    "Ask yourself: which outcome was the trial planned for, and is it the one that is told?",
    "Ask yourself: would a person like yours have been in these studies?",
    "Ask yourself: what happens to 100 people with the treatment, and to 100 without?",
)


def to_say(answer: Answer) -> tuple[str, ...]:
    """What it does, what is warned of, what is checked and when to call, in plain words; empty where nothing is
    asserted."""
    told = {section.id: section.statements for section in answer.sections}
    first = _sayable(told.get("bottom_line", ()))
    warnings = [one for one in first if one.kind is Kind.DIRECTIVE][:1]
    answers = [one for one in first if one.kind is not Kind.DIRECTIVE][:1]
    kept = [*answers, *warnings, *_sayable(told.get("monitoring", ()))[:MOST]]
    said = dict.fromkeys(one.plain or one.text for one in kept)  # the short answer may be a check itself
    signs = call_for_help(msgspec.structs.replace(answer, reader=Reader.PATIENT)) if kept else ()
    told_to = [f"Call for help at once if {sign}." for sign in signs[:SIGNS]]
    return (*said, *told_to, _BACK) if kept else ()


def _sayable(statements: tuple[Statement, ...]) -> list[Statement]:
    """Statements that have passed their checks, are for plain readers and are shown at every depth."""
    told = (s for s in statements if s.kind.asserts and s.verdict is Verdict.SUPPORTED and not s.level and not s.layer)
    return [s for s in told if not s.text.lower().startswith(OF_STAFF)]


def why(answer: Answer) -> tuple[str, ...]:
    """Why the certainties start where they do and what each step means; then what to ask oneself. Empty without one."""
    steps = [step for certainty in answer.certainty for step in certainty.steps]
    if not steps:
        return ()
    begun = [s.reason for s in steps if s.domain is Domain.START and "start" in s.reason]
    starts = ["at high" in reason for reason in begun]
    moved = {step.domain for step in steps if step.change}
    first = [words for words, there in ((_TRIALS, True in starts), (_WATCHED, False in starts)) if there]
    return (*first, *(words for domain, words in _WHY.items() if domain in moved), *_YOURSELF)
