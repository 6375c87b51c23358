"""Titling: what an article is called: what is given, for what and in whom, where that can be said in short; else the
question stands."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.patient import beside, whom_titled
from probatum.model import Intent, Question, Role
from probatum.text import illness_days, words
from probatum.text.expressions import caseless, expression
from probatum.text.halting import Way
from probatum.vocabulary.classes import members

LONGEST_TITLE: Final = 70
"""Characters of a question that may be its own title."""
MOST_TITLE: Final = 140
"""Those of a title that is put together, and of a question that stands since nothing shorter can be said."""
_TOLD: Final = expression(r"\b(?:i|my|we|our|me|he|she|his|her)\b", re.IGNORECASE)
_GIVING: Final = caseless(r"^(?:adding|starting|taking|using|giving|having) (?=\w)")
_JUDGED: Final = caseless(r" (?:enough|useless|any (?:good|use)|safe|effective|worth\w*)$")
_MASS: Final = caseless(r"(?:iron|therapy|insulin|heparin|treatment|oxygen|cannabis)$")
"""Names of classes that have no plural."""
_EVENT: Final = caseless(
    r"\b(?:deaths?|events?|mortality|survival|hospital\w*|admissions?|recurrences?|relapses?|quality of life"
    r"|rates?|levels?|adherence|falls?|weight|toxicity|poisoning|harms?|side effects?|adverse)\b"
)
"""Outcomes that nothing is given `for`: they are counted, or are what is feared."""
_AVERTED: Final = caseless(
    r"\b(?:deaths?|events?|hospital\w*|admissions?|recurrences?|relapses?|falls?|fractures?|strokes?|infarctions?)\b"
)
_AGAIN: Final = caseless(r"^(?:recurrences?|relapses?)$")
_INERT: Final = caseless(r"^(?:placebo|nothing|no |usual care|standard care|none|control)")
_ASKS: Final = caseless(
    r"^(?:what|why|how|when|which|who|whose|where|is|are|does|do|can|could|should|will|would|may)\b"
)
MOST_WORDS: Final = 4
"""Words of what a treatment is compared with that a title has room for."""


def title(context: Context) -> str:
    """`Mexiletine for muscle cramps in amyotrophic lateral sclerosis`, else the question as read."""
    question = context.question
    ends = context.ends or context.halts in (Way.STOP, Way.EITHER)
    if ends and context.drug_like and context.named:
        return wording.upper(f"stopping {wording.join(list(context.named))}")
    if context.named and illness_days.asks(question.read):
        return wording.upper(f"{wording.join(list(context.named))} while ill")
    if context.combined:
        return wording.upper(wording.join(context.combined))
    if context.therapeutic and context.drug_like and question.intervention:
        made = wording.upper(_given_for(context))
        if len(made) <= MOST_TITLE:
            return made
    return _named(context) if len(question.read) > LONGEST_TITLE or _TOLD.search(question.read) else title_of(question)


def _given_for(context: Context) -> str:
    """What is given, for what and in whom."""
    question = context.question
    given, wanted, whom = _given(context), context.outcome, _people(whom_titled.whom(context))
    if whom and _feared(context):
        return f"{given}: {wanted or whom}"
    if not wanted and not whom:
        read = title_of(question)
        stands = len(read) <= LONGEST_TITLE and not _TOLD.search(read)
        return read if stands else f"{_ALONE.get(question.intent, '')}{given}{_state(context)}"
    if not wanted and whom and beside.only_measured(context):
        return f"{given} and {whom}{_state(context)}"
    if not wanted:
        return f"{given} {_link(context)} {whom}{_state(context)}"
    link = " for "
    if question.intent is Intent.PREVENTION and _AVERTED.search(wanted):
        link, wanted = " to prevent ", _PREVENTION.sub("", wanted)  # `stroke prevention` is what is asked for by itself
    elif question.intent is Intent.HARM or _EVENT.search(wanted) or not _ill(context):
        link = ": " if " or " in given or question.danger else " and "
    text = f"{given}{link}{wanted}"
    if question.intent is Intent.HARM and link == " and " and _state(context):
        text = f"{given}{_state(context)}{link}{wanted}"
        return text if not whom or says(wanted, whom) else f"{text} {whom_titled.placed(context, whom)}"
    if whom and not says(wanted, whom):
        text = f"{text} of {whom}" if _AGAIN.match(wanted) else f"{text} {whom_titled.placed(context, whom)}"
    return f"{text}{_state(context)}"


def _link(context: Context) -> str:
    """`for` an illness that is treated; `in` one that somebody has beside it, or that the medicine may bring."""
    people = [c for c in context.question.having(Role.POPULATION) if c.semantic in ("condition", "symptom")]
    if not people and (when := _WHEN.match(context.question.population)) is not None:
        return when[1].lower()
    held = {c.label for c in context.beside}
    aside = bool(people) and all(c.label in held or beside.feared(c, context) for c in people)
    return "in" if aside else "for"


_WHEN: Final = caseless(r"^people (after|before|during|following|since) ")
"""Of people whom a procedure tells: `clopidogrel after a stent`."""
_PREVENTION: Final = caseless(r"\s+(?:prevention|prophylaxis)$")
_ALONE: Final = {Intent.DOSING: "dose of ", Intent.HARM: "risks of "}
"""What stands before a treatment of which nothing else is named."""
_HOW_ILL: Final = caseless(r"\b(?:ill|frail|obese|pregnant|infected)$")
_OF_PREGNANCY: Final = caseless(r"pregnan|eclampsia|gestation|labour|labor\b|foet|fetal|breast|lactation")


def _people(whom: str) -> str:
    """Whom it is about, as a noun: `critically ill people`."""
    return f"{whom} people" if _HOW_ILL.search(whom) else whom


def _state(context: Context) -> str:
    """` in pregnancy`, ` while breast-feeding`, of a patient of whom that is told and no illness says it already."""
    patient = context.question.patient
    if _OF_PREGNANCY.search(f"{context.outcome} {context.population}"):
        return ""
    return " in pregnancy" if patient.pregnancy else " while breast-feeding" if patient.breastfeeding else ""


def _given(context: Context) -> str:
    """What is given, as it is spoken of: without what the patient is allergic to, classes as several, and beside what
    it is compared with where that is short."""
    question = context.question
    barred = {name.lower() for name in question.patient.allergies}
    named = [n for n in context.named if n.lower() not in barred]
    verbs = any(c.text.lower().endswith("ing") for c in question.having(Role.INTERVENTION) if c.semantic == "drug")
    if named and (verbs or len(named) < len(context.named)):
        text = wording.join([several_of(n) for n in named], "or")
    else:
        text = _JUDGED.sub("", _GIVING.sub("", question.intervention))
        text = several_of(text) if text.lower() in context.drugs else text
    if question.danger and " or " in text:
        text = text.replace(" or ", " and ")  # both were taken
    other = question.comparator
    known = any(other.lower() in (c.text.lower(), c.label.lower()) for c in question.having(Role.COMPARATOR))
    short = other and known and len(other.split()) <= MOST_WORDS and not _INERT.match(other)
    return f"{text} or {other}" if short and " or " not in text else text


def several_of(name: str) -> str:
    """A class of medicines as several (`antibiotics` for `antibiotic`); one medicine as it is."""
    one = bool(members(name)) and wording.be(name) == "was" and name[-1:].islower()
    return f"{name}s" if one and " and " not in name and not _MASS.search(name) else name


def _feared(context: Context) -> bool:
    """Whether the people are called after complaints that the treatment may have brought: it is not given for them."""
    question = context.question
    people = question.having(Role.POPULATION)
    felt = bool(people) and all(c.semantic == "symptom" for c in people)
    return felt and bool(question.danger) and question.danger != "stopping"


def _ill(context: Context) -> bool:
    """Whether the outcome is an illness, a complaint, or words for one: something that a treatment is `for`."""
    own = context.question.having(Role.OUTCOME)
    return not own or any(c.semantic in ("condition", "symptom") or not c.id for c in own)


def _named(context: Context) -> str:
    """What a long question or a story names, as a title; the question itself where it names nothing."""
    given, wanted = wording.join(list(context.named)), context.outcome
    who = wording.join(list(dict.fromkeys(c.label for c in context.question.having(Role.POPULATION))))
    alone = len([part for part in (given, wanted, who) if part]) == 1 and len(_telling(context.question)) > 1
    for said in (context.question.read, context.question.typed) if alone else ():
        if len(said) <= MOST_TITLE and not _TOLD.search(said):
            return wording.upper(" ".join(said.split()))  # one of several things that are asked about is no title
    text = f"{given}: {wanted}" if given and wanted else given or wanted
    if who and who not in text:
        text = f"{text} in {who}" if text else who
    return wording.upper(text) if text else title_of(context.question)


def _telling(question: Question) -> list[str]:
    """What a question names, each once."""
    return list(dict.fromkeys(c.label for c in question.concepts if c.id))


_WHO: Final = words.stems("people patients persons with")
"""Words of a population that say nothing of whom."""


def says(outcome: str, population: str) -> bool:
    """Whether an outcome names the population already: its words, or another name of the same illness."""
    own = words.stems(population) - _WHO
    if " without " in population:
        return population in outcome
    if own <= words.stems(outcome) or population in outcome:
        return bool(outcome)
    known = vocabulary.load()
    illness = population.partition(" with ")[2] or population
    one, other = (next(iter(known.lookup(name)), None) for name in (illness, outcome))
    return one is not None and other is not None and one.id == other.id


def title_of(question: Question) -> str:
    """A short question as read; of a long one what was understood, else its first words."""
    read = " ".join(question.read.split())
    read = f"{read}?" if _ASKS.match(read) and read[-1].isalnum() else read
    if len(read) <= LONGEST_TITLE:
        return wording.upper(read)
    named = _understood(question)
    if named and len(named) <= LONGEST_TITLE:
        return wording.upper(named)
    if len(read) <= MOST_TITLE:
        return wording.upper(read)
    first = read[: MOST_TITLE - 2].rsplit(" ", 1)[0].rstrip(",;:. ")
    return wording.upper(f"{first} …")


def _understood(question: Question) -> str:
    """`anticoagulants in people with atrial fibrillation`; the names alone where no treatment was read."""
    asked, other = question.intervention, question.comparator
    whom, wanted = question.population, question.outcome
    if not asked:
        labels = [c.label for c in question.concepts if c.semantic]
        return wording.join(tuple(dict.fromkeys(labels))[:3]) if labels else ""
    text = f"{asked} versus {other}" if other else asked
    if wanted and question.intent in (Intent.HARM, Intent.INTERACTION):
        text += f" and {wanted}"
    elif wanted:
        text += f" for {wanted}"
    return f"{text} in {whom}" if whom and not says(wanted, whom) else text
