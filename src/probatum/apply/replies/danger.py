"""Dangers a question may name: what is said before anything else, and whom to call."""

from __future__ import annotations

from typing import Final

from probatum.apply.replies.helplines import crisis, help_in
from probatum.model import Intent, Question
from probatum.text import critical
from probatum.text.expressions import caseless
from probatum.vocabulary import signs

ALARMS: Final = frozenset({"emergency", "overdose", "doubled", "reaction"})
"""Dangers in which somebody needs help now or today: what is done comes before what is known."""
SUICIDE: Final = "thoughts of suicide"
"""The sign with which a crisis line is named besides the emergency number."""
POISONED_CHILD: Final = "a child who may have taken medicine or poison"
"""The sign that is an emergency for its being a child, and an overdose for what is to be done."""


SEVERE: Final = "a severe reaction to "
"""Opening of the sign of a reaction to a medicine that threatens life."""
REACTION_SIGNS: Final = signs.of_illness("urticaria")
"""What is seen when a reaction takes a bad turn."""


def reaction_signs(question: Question) -> str:
    """The same, with what a grave reaction of the skin is seen by where a rash is told."""
    skin = signs.named("severe skin reaction")[0].seen.rpartition(", ")[0]
    return f"{REACTION_SIGNS}, {skin}" if _RASH.search(f"{question.typed} {question.read}") else REACTION_SIGNS


_RASH: Final = caseless(r"\brash\w*|\bblister\w*")


def brought(question: Question) -> frozenset[str]:
    """The medicines to which somebody reacts now, by their names in small letters; empty where nobody does."""
    reacts = question.danger == "reaction" or (question.danger == "emergency" and question.intent is Intent.HARM)
    if not reacts:
        return frozenset()
    drugs = [c for c in question.concepts if c.semantic == "drug"]
    shy = {name.lower() for name in question.patient.allergies}
    return frozenset(n.lower() for c in drugs if c.label.lower() in shy for n in (c.label, c.text))


def at_once(question: Question) -> bool:
    """Whether the sign is a reaction that came at once, and names the medicine; one that comes late is another."""
    return question.sign.startswith(SEVERE) and not question.sign.startswith(_LATE)


_LATE: Final = "a severe reaction to a medicine with"


def _it(question: Question) -> str:
    """The medicine that somebody reacts to, behind a sign that may name it."""
    return "it" if question.intervention.lower() in question.sign.lower() else question.intervention or "it"


def running(question: Question) -> str:
    """That an infusion is stopped, where one is told of."""
    return " (an infusion that runs is stopped)" if _INFUSED.search(question.read) else ""


_INFUSED: Final = caseless(r"\b(?:infus\w+|drip|iv|intravenous|bag|running|transfus\w+)\b")


def call(question: Question) -> str:
    """Whom professionals call, and when: `call 999 now (in a hospital: its own team)`."""
    return f"call {help_in(question.country).call_emergency} now (in a hospital: its own team)"


def too_much(question: Question) -> bool:
    """Whether somebody may have taken too much of something."""
    return question.danger == "overdose" or (question.danger == "emergency" and question.sign == POISONED_CHILD)


def said(question: Question) -> str:
    """The sentence that stands first for professionals; empty where the question names no danger."""
    return " ".join(filter(None, (valued(question), named(question))))


def values(question: Question) -> tuple[critical.Critical, ...]:
    """What was measured that is a danger in itself; under an alarm there is one already."""
    return () if question.danger in HELP_FIRST else critical.told(question.typed, question.patient.values)


HELP_FIRST: Final = (*sorted(ALARMS), "self-harm")


def valued(question: Question, *, short: bool = False) -> str:
    """That a value is critical, for professionals; `short` without from where it is so."""
    told = values(question)
    if not told:
        return ""
    notes = ["; ".join(filter(None, (one.note, "" if short else f"critical is {one.limit}"))) for one in told]
    each = [f"{one.said}{f' ({note})' if note else ''}" for one, note in zip(told, notes, strict=True)]
    act = "confirm it and see the patient now" if short else "a doctor has to see to it now"
    return f"Critical value, {' and '.join(each)}: this is urgent in itself, whatever the medicine; {act}."


def valued_plainly(question: Question) -> str:
    """The same for people who are no professionals."""
    told = values(question)
    if not told:
        return ""
    each = [f"{one.said}{f' ({one.note})' if one.note else ''}" for one in told]
    call = help_in(question.country).call_emergency
    return (
        f"This may be an emergency: {' and '.join(each)} is a dangerous result, whatever is taken. Call the doctor who "
        f"had it measured, or {call}, now. Do not wait for the next visit."
    )


def named(question: Question) -> str:
    """The danger that the words of the question name, for professionals."""
    help_ = help_in(question.country)
    call = help_.call_emergency
    if question.danger == "emergency" and question.sign == SUICIDE:
        call = crisis(question.country)
        return f"The question names {SUICIDE}, which may be an emergency: stay with the person, and {call}."
    if question.danger == "reaction":
        return (
            f"The question tells what may be an allergic reaction to {question.sign}: no more of it should be taken or "
            f"given{running(question)} before a doctor has seen to it; ask today, before the next dose is due. "
            f"Call {call} now if there is any of these: {reaction_signs(question)}."
        )
    if question.danger == "emergency":
        sign = f" ({question.sign})" if question.sign else ""
        call = f"{help_.call_poison} or {call}" if too_much(question) else call
        team = " (in hospital: its team)"
        no_more = f" No more of {_it(question)} is given{running(question)}." if brought(question) else ""
        return f"This may be an emergency{sign}: call {call} now{team}.{no_more}"
    if question.danger == "overdose":
        return f"The question names a possible overdose: call {help_.call_poison} or {call} now."
    if question.danger == "doubled":
        return (
            f"The question names one dose too many of {question.sign}: no more of it should be taken before a "
            f"pharmacist or doctor says when; ask today. Call {help_.call_poison} or {call} now if anybody feels "
            "unwell, if it was more than one extra dose, or if it was meant."
        )
    if question.danger == "dose":
        return (
            f"Check this before anything is given or taken. The question names {question.sign}. "
            f"If it was taken already, call {help_.call_poison} or {call} now."
        )
    if question.danger == "stopping":
        soon = "today with the specialist who looks after it" if question.patient.pregnancy else "with the prescriber"
        return f"Nobody should stop {question.sign}. Speak {soon} before anything is changed."
    return ""


def earlier(question: Question) -> str:
    """What is said again when a conversation goes on behind an alarm; empty where the question raised none."""
    if question.danger not in HELP_FIRST:
        return ""
    help_ = help_in(question.country)
    call = help_.call_emergency
    if too_much(question):
        call = f"{help_.call_poison} or {call}"
    if question.danger == "self-harm" or question.sign == SUICIDE:
        return f"Earlier in this conversation help came first: if it is still needed, {crisis(question.country)}."
    if question.danger == "reaction":
        return (
            f"Earlier in this conversation: what may be an allergic reaction to {question.sign}. No more of it before "
            f"a doctor has seen to it; call {call} now at any of these: {reaction_signs(question)}."
        )
    if question.danger == "doubled":
        return (
            f"Earlier in this conversation: one dose too many of {question.sign}. No more of it before that is settled."
        )
    named_ = "a possible overdose" if question.danger == "overdose" else question.sign
    sign = f": {named_}" if named_ else ""
    return f"Earlier in this conversation, what may be an emergency{sign}. If no help was called yet, call {call} now."


def plainly(question: Question) -> str:
    """The same in plain words, with the same figures."""
    return " ".join(filter(None, (valued_plainly(question), named_plainly(question))))


def named_plainly(question: Question) -> str:
    """The same in plain words, with the same figures."""
    if question.danger == "emergency" and question.sign != SUICIDE:
        sign = f": {question.sign}" if question.sign else ""
        help_ = help_in(question.country)
        call = f"{help_.call_poison} or {help_.call_emergency}" if too_much(question) else help_.call_emergency
        no_more = f" No more of {_it(question)} should be taken or given." if brought(question) else ""
        return f"This may be an emergency{sign}. Call {call} now, before you read on.{no_more}"
    if question.danger == "reaction":
        return (
            f"This may be an allergic reaction to {question.sign}. No more of it should be taken or given now. Speak "
            "with a doctor or pharmacist today, before the next dose is due. "
            f"Call {help_in(question.country).call_emergency} now if there is any of these: {reaction_signs(question)}."
        )
    if question.danger == "overdose":
        help_ = help_in(question.country)
        return f"This may be an overdose. Call {help_.call_poison} or {help_.call_emergency} now, before you read on."
    if question.danger == "doubled":
        help_ = help_in(question.country)
        return (
            f"One dose too many of {question.sign} was taken. Do not take more of it now. Ask a pharmacist today when "
            f"the next dose is due. Call {help_.call_poison} or {help_.call_emergency} now if you feel unwell, or if "
            "it was more than one extra dose."
        )
    return named(question)


def pointed(warning: str) -> str:
    """A warning that gives doses or times, without them: it stands whole above, and no record of the library need hold
    them."""
    warning = _OWN.sub("", warning)
    lead, colon, rest = warning.partition(": ")
    told = colon and _FIGURE.search(rest) and "mg" not in lead
    taken = _TAKEN.search(warning) or _CALL.search(warning)
    call = f" {taken[0][:1].upper()}{taken[0][1:].rstrip('.,')}." if taken and not _FIGURE.search(taken[0]) else ""
    return f"{lead}.{call} The warning at the top says why." if told else warning


_CALL: Final = caseless(r"\bcall [^.,;]{3,80} now\b")
"""Whom to call, which stands with the danger wherever it is told: where the number itself is told it stands above."""
_TAKEN: Final = caseless(r"\bIf it was taken already, call [^.]{3,120}\.")


_FIGURE: Final = caseless(r"\d")
_OWN: Final = caseless(r"(?: \(|: )\u201c[^\u201c\u201d]*\d[^\u201c\u201d]*\u201d\)?")
"""The asker's own words with a figure, which the warning at the top shows."""
