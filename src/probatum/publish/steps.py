"""Steps: what to do with a plain page, made for its question: today or at the next visit, with whom to talk, what to
tell, which signs of the named medicine not to wait with, and what to ask first. In an alarm, what to do now.

They assert nothing about medicine. What is said of a medicine or an illness stands in the statements alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from probatum.apply.labels import missed, suspected
from probatum.apply.plainly.own_words import said
from probatum.apply.replies.danger import ALARMS, SUICIDE, reaction_signs, too_much, valued_plainly
from probatum.apply.replies.helplines import crisis, help_in
from probatum.apply.together import combining, stances
from probatum.apply.wording import join, upper
from probatum.model import Answer, Intent, Question, Reader, Role
from probatum.publish import questions
from probatum.text import ending, resulted
from probatum.text.expressions import caseless

LEADS: Final = ("reply", "bottom_line")
"""Sections that answer the question."""
MOST_NAMED: Final = 3
"""Medicines and illnesses of the patient that are named; a long list is read by nobody."""


def next_steps(answer: Answer, signs: Iterable[str] = ()) -> tuple[str, ...]:
    """What to do, most pressing first; nothing beside the one call where that is all that is to be done. `signs`: of
    harms of the medicine, as the page tells them."""
    danger = answer.question.danger
    if danger in ALARMS:
        return tuple(_ALARMED[danger](answer))
    if danger in ("dose", "self-harm"):
        return ()
    urgent = valued_plainly(answer.question)
    if urgent:  # whatever else is asked can wait
        return (
            urgent,
            "Have the names of all medicines ready. Do not start, stop or change one before you have asked.",
        )
    return tuple(dict.fromkeys(filter(None, (*_talk(answer), *_tell(answer), _watch(signs), *_no_waiting(answer)))))


# --- now


def _emergency(answer: Answer) -> Iterator[str]:
    question, carer = answer.question, _carer(answer)
    if too_much(question):
        yield from _overdose(answer)
        return
    if question.sign == SUICIDE:
        yield "Stay with the person. Listen, and do not argue. Take away what could do harm, if you safely can."
        yield f"You do not have to do this alone: {crisis(question.country)}."
        return
    call = help_in(question.country).call_emergency
    yield f"Call {call} now. Say what has happened, when it began, and who it is."
    yield (
        "Stay with the person, and do what the people on the phone say."
        if carer
        else "Do not stay alone if you can help it. Unlock the door, and do what the people on the phone say."
    )
    yield f"Ask them before {'anything is given' if carer else 'you take anything'}, also a medicine of your own."
    yield "Have the names of all medicines ready. Do not drive to the hospital yourself if somebody else can."


def _overdose(answer: Answer) -> Iterator[str]:
    question = answer.question
    help_ = help_in(question.country)
    yield f"Call {help_.call_poison} or {help_.call_emergency} now, also if nothing is felt yet. Do not wait and see."
    yield "Have the packet or bottle at hand. Say what was taken, how much, when, and by whom."
    yield "Take or give nothing against it, and do not try to bring it up, unless they tell you to."
    if not _BY_A_CHILD.search(question.read):
        them = "Somebody who did it on purpose often says that it was a mistake. Ask calmly, and do not blame. "
        own = "If it was not by mistake, you can say so: they will help and not blame you. "
        yield (them if _hinted(answer) else own) + f"You are not alone: {crisis(question.country)}."


def _doubled(answer: Answer) -> Iterator[str]:
    question = answer.question
    help_ = help_in(question.country)
    yield f"Take or give no more of {question.sign} until a pharmacist or doctor has said when the next dose is due."
    yield "Call a pharmacist today. Say its name and strength, when each dose was taken, and what else is taken."
    yield f"Call {help_.call_poison} or {help_.call_emergency} now if anything is felt, or if more was taken than that."
    yield "If it was not by mistake, tell them. They will help and not blame anybody."


def _reaction(answer: Answer) -> Iterator[str]:
    question, carer = answer.question, _carer(answer)
    call = help_in(question.country).call_emergency
    yield f"{'Give' if carer else 'Take'} no more of {question.sign} until a doctor has said what it was."
    yield f"Call {call} now if there is any of these: {reaction_signs(question)}. Do not stay alone."
    yield "If there is none of these, call a doctor or pharmacist today, before the next dose is due."
    yield "Say what was taken, when, and what was seen since. Ask what is taken in its place, and have it written down."


_ALARMED: Final = {"emergency": _emergency, "overdose": _overdose, "doubled": _doubled, "reaction": _reaction}
_BY_A_CHILD: Final = caseless(
    r"\b(?:child\w*|kids?|toddlers?|bab(?:y|ies)|infants?|newborns?|(?:[1-9]|1[01])[- ]?(?:years?|yrs?|yr)[- ]?old"
    r"|months?"
    r"[- ]old|\d+ months?|little (?:one|boy|girl)|grandson|granddaughter)\b"
)
_HINTS: Final = caseless(
    r"\b(?:says?|said|claims?|swears?|reckons?|insists?|tells? me|told me)\b[^.?!]{0,25}\b(?:mistake|accident\w*"
    r"|mean(?:t)? to)\b"
)


def _hinted(answer: Answer) -> bool:
    """`says by mistake`: whether somebody other than the asker told how it came about."""
    return _carer(answer) and _HINTS.search(answer.question.read) is not None


# --- with whom to talk, and when


_STOPPING: Final = caseless(
    r"\b(?:stop(?:ping|ped)?|com(?:e|ing) off|quit(?:ting)?|reduc(?:e|ing)|taper(?:ing)?)"
    r"(?: (?:taking|using|giving))?(?: (?:my|his|her|their|our|your|the|this|these|a|an|all))*(?: dose of)? ",
)
"""What stands before the name of a medicine that somebody wants to stop."""


def _stopping(question: Question) -> bool:
    """Whether a question is about stopping a medicine that it names; a medicine that stops something is none."""
    read, drugs = question.read.lower(), [c for c in question.concepts if c.semantic == "drug"]
    if drugs and ending.asks(question.read):
        return True
    behind = [read[found.end() :] for found in _STOPPING.finditer(read)]
    return any(rest.startswith((c.text.lower(), c.label.lower())) for rest in behind for c in drugs)


def _carer(answer: Answer) -> bool:
    return answer.reader is Reader.CARER


def _drugs(question: Question) -> set[str]:
    return {c.label for c in question.concepts if c.semantic == "drug"} | set(question.patient.drugs)


def _talk(answer: Answer) -> Iterator[str]:
    """With whom to talk, and when: what is taken now does not wait for the next visit."""
    question, carer = answer.question, _carer(answer)
    first = next(iter(questions.to_ask(answer)), "")
    ask = f" Ask first: “{first}”" if first else ""
    if question.intent is Intent.INTERACTION or combining.together(question):
        yield from _together(answer, carer)
    elif _barred_now(answer):
        yield f"Call a doctor or pharmacist today, before the next dose. Do not wait for the next visit.{ask}"
        yield "Ask whether the next dose is to be taken. Change nothing else before that."
    elif missed.run_out(question.read):
        yield "Call a pharmacist or doctor today for more of it. Say since when it has run out, and what is felt."
        yield f"Ask how to take it again. Do not {'give' if carer else 'take'} extra to make up for it."
    elif missed.asks(question.read):
        yield "Do not take or give extra to make up for it before a pharmacist or doctor has told you how."
        yield "Call a pharmacist today. If it has happened more than once, tell the doctor too."
    elif _calm(answer):
        yield f"Talk it through with your pharmacist, midwife or doctor.{ask}"
        yield "Do not stop a medicine on your own. Talk to the doctor who gave it first."
    elif _with_child(question) and _drugs(question):
        yield f"Call your doctor, midwife or pharmacist today, and do not wait for the next visit.{ask}"
        yield "Do not stop a medicine on your own. Talk to the doctor who gave it first."
    elif suspected.on_it(question):
        yield f"Call a doctor or pharmacist today. Say what is felt, and since when.{ask}"
        yield "Do not stop a medicine on your own before that."
    elif _stopping(question):
        yield f"Do not stop a medicine on your own. Talk to the doctor who gave it first.{ask}"
    elif question.intent is Intent.DOSING and _drugs(question):
        yield "Keep to the dose that the pharmacy put on the packet until somebody who knows the case has changed it."
        yield f"Ask a pharmacist or the doctor who prescribed it, today if it is taken already.{ask}"
    elif question.intent is Intent.HARM and _drugs(question):
        yield f"If this is felt now, call a doctor or pharmacist today. Say what is felt, and since when.{ask}"
        yield _before(carer)
    elif _drugs(question) and resulted.told(question.typed) is not None:
        yield f"Ask whoever had it measured what the result means, and whether anything is to be changed.{ask}"
        yield _before(carer)
    elif _drugs(question):
        yield f"{_before(carer)} Take this page to the next visit.{ask}"
    elif resulted.told(question.typed) is not None:
        yield f"Ask whoever had it measured what the result means for {_whom(carer)}.{ask}"
    elif question.intent is Intent.DIAGNOSIS:
        yield f"Show this page to a doctor or nurse. Ask what it means for {_whom(carer)}.{ask}"
        yield "Ask how the result will be told, and what would be done about it, before the test is made."
    else:
        yield f"Show this page to a doctor or nurse. Ask what it means for {_whom(carer)}.{ask}"


def _before(carer: bool) -> str:
    return (
        "Talk to a doctor, nurse or pharmacist before a medicine is started, stopped or changed."
        if carer
        else "Talk to a doctor, nurse or pharmacist before you start, stop or change a medicine."
    )


def _whom(carer: bool) -> str:
    return "the person you look after" if carer else "you"


def _with_child(question: Question) -> bool:
    patient = question.patient
    return patient.pregnancy not in ("", "not pregnant") or patient.breastfeeding


def _calm(answer: Answer) -> bool:
    """Whether the short answer says of somebody who breast-feeds that it does little to the child, and nothing against
    it: nobody is to be hurried after that."""
    patient = answer.question.patient
    if not patient.breastfeeding or patient.pregnancy not in ("", "not pregnant"):
        return False
    told = [s.text for section in answer.sections if section.id in LEADS for s in section.statements]
    return any(_LITTLE.search(text) for text in told) and not any(_AGAINST.search(text) for text in told)


def _barred_now(answer: Answer) -> bool:
    """Whether the short answer says that a medicine which is taken must not be: that is told to nobody next month."""
    question = answer.question
    taken = {name.lower() for name in question.patient.drugs}
    asked = {name.lower() for c in question.having(Role.INTERVENTION) for name in (c.label, c.text)}
    told = [s.plain or s.text for section in answer.sections if section.id in LEADS for s in section.statements]
    if not taken or _with_child(question):
        return False
    return any(_TAKEN_BARRED.search(text) or (asked & taken and _NOW_BARRED.search(text)) for text in told)


_TAKEN_BARRED: Final = caseless(
    r"\bwhich is taken, must not be used in this person\b|\bis stopped at what was measured\b"
)
_NOW_BARRED: Final = caseless(r"\bmust not be used in this person\b")
_MILK: Final = r"(?:breast-?\s?feeding|breast-?fed|milk)"
_LITTLE: Final = caseless(
    rf"\b{_MILK}\b[^.;]{{0,80}}\b(?:preferred|little risk|compatible|low)\b"
    rf"|\b(?:preferred|not expected to harm|no adverse reactions)\b[^.;]{{0,80}}\b{_MILK}\b"
    rf"|\bnot found in the {_MILK}\b"
)
"""What is said of a medicine of which a child that is breast-fed takes in little."""
_AGAINST: Final = caseless(
    rf"\b(?:contraindicated|not (?:recommended|advised)|advised against|should be avoided"
    rf"|should not be (?:used|taken))\b"
    rf"[^.;]{{0,60}}\b{_MILK}\b"
    rf"|\b{_MILK}\b[^.;]{{0,60}}\b(?:contraindicated|not (?:recommended|advised)|advised against|avoided)\b"
    r"|\b(?:for|in) this (?:patient|person)\b[^.;(]{0,40}\b(?:contraindicated|advised against|must not)\b"
    r"|\b(?:contraindicated|advised against) for this patient\b"
)


def _together(answer: Answer, carer: bool) -> Iterator[str]:
    """What to do about medicines that are put together, by what the page says of them."""
    give = "give" if carer else "take"
    never = upper(stances.NEVER.plain)
    told = (s.plain or s.text for section in answer.sections if section.id in LEADS for s in section.statements)
    if any(words.startswith(never) for words in told):
        yield f"Do not {give} these together unless a doctor who knows of both has told you to."
        yield f"If you already {give} both, call a doctor or pharmacist now, before the next dose."
    else:
        yield f"Ask a pharmacist or doctor before you {give} these together."
        yield f"If you already {give} both, tell one of them today."
    yield "Do not stop a medicine from a doctor on your own."


# --- what to tell, what to watch for, and when not to wait


def _tell(answer: Answer) -> Iterator[str]:
    """What they have to know: what the question tells of the patient by name, else in general."""
    question, carer = answer.question, _carer(answer)
    if _with_child(question):
        yield (
            "Tell them first if someone is pregnant or breast-feeds."
            if carer
            else "Tell them first if you are pregnant or breast-feed."
        )
    if not _drugs(question) and question.intent is not Intent.INTERACTION:
        return
    patient = question.patient
    asked = {c.label.lower() for c in question.having(Role.INTERVENTION)}
    own = [d for d in patient.drugs if d.lower() not in asked]
    organs = [n for n, told in (("the kidneys", patient.kidney), ("the liver", patient.liver)) if _bad(told)]
    named = [*own, *patient.conditions, *organs, *(f"an allergy to {a}" for a in patient.allergies)]
    names = join([said(n, question) for n in dict.fromkeys(named)][:MOST_NAMED])
    every = "every medicine that is taken" if carer else "every medicine you take"
    if names:
        yield f"Tell them about {names}, and about {every}, also those from a shop."
    else:
        yield f"Tell them about {every}, also those from a shop. Tell them about other health problems and allergies."


def _bad(told: str) -> bool:
    return bool(told) and not told.startswith("no ")


def _watch(signs: Iterable[str]) -> str:
    """The signs of an illness that takes a bad turn, else the first of a harm of the very medicine that the page
    names."""
    first = next((s for s in signs if s.startswith(("there are danger signs", "there are signs of"))), "")
    head, _, listed = first.partition(": ")
    return f"Do not wait if {head}. {_listed(listed)}" if listed else f"Do not wait if {first}." if first else ""


def _listed(listed: str) -> str:
    """What a sign is, a few in each sentence: who looks for one of many reads no long list."""
    items = listed.rstrip(". ").split(", ")
    parts = [", ".join(items[n : n + MOST_LISTED]) for n in range(0, len(items), MOST_LISTED)]
    return " ".join(f"{lead}: {part}." for lead, part in zip(("These are", "Or", "Or", "Or"), parts, strict=False))


MOST_LISTED: Final = 3
"""Signs that one sentence holds."""


def _no_waiting(answer: Answer) -> Iterator[str]:
    question = answer.question
    ill = [c.label for c in question.concepts if c.semantic in ("condition", "symptom") and c.role is not Role.OUTCOME]
    ill = [name for name in ill if f"without {name}".lower() not in question.read.lower()]
    number = help_in(question.country).emergency
    own = said(ill[0], question) if len(ill) == 1 and not _drugs(question) else ""
    worse = "the person you look after gets worse" if _carer(answer) else "you get worse"
    yield f"Call a doctor today if {worse}, or if you are very worried."
    if own:
        yield f"Call as well if {own} does not go as the doctor said."
    yield f"Call {number} if it cannot wait." if number else "Call an ambulance if it cannot wait."
