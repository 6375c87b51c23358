"""The way from words to a Question: clean, spell, settle names, find the parts and the details."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probatum.ask import abbreviations, lay, spelling
from probatum.ask.concepts import read_concepts
from probatum.ask.danger import read_danger
from probatum.ask.intent import read_intent
from probatum.ask.patient import defaults, merged, read_patient
from probatum.ask.pico import Pico, split
from probatum.ask.terms import content_terms
from probatum.ask.text import Draft, clean
from probatum.model import Assumption, Concept, Intent, Patient, Question, Role
from probatum.vocabulary import Vocabulary, load

_ABOUT_GIVING = frozenset((Intent.THERAPY, Intent.DOSING, Intent.HARM, Intent.INTERACTION, Intent.PREVENTION))


def read(
    typed: str,
    *,
    vocabulary: Vocabulary | None = None,
    library_knows: Callable[[str], bool] | None = None,
    library_count: Callable[[Sequence[str]], int] | None = None,
    patient: Patient | None = None,
    intent: Intent | None = None,
) -> Question:
    """Read a clinical question.

    `library_knows(word)` says whether the library's index has the word (it is then not misspelt);
    `library_count(names)` how many of its records name all of them (decides between near concepts and between
    meanings of an abbreviation). `patient` and `intent` go before what the words say.
    The same arguments give the same Question.

    Raises ProbatumError P401 for a question that is too long, P402 for one without words.
    """
    vocabulary = vocabulary or load()
    draft = Draft(clean(typed, vocabulary))
    abbreviations.read_defined(draft)
    spelling.correct(draft, vocabulary, library_knows)
    lay.read_vague(draft, vocabulary, library_count)
    lay.read_lay(draft, vocabulary)
    lay.read_brands(draft, vocabulary)
    abbreviations.expand(draft, vocabulary, library_count)
    pico = split(draft.text)
    concepts = read_concepts(draft.text, pico, draft.notes, vocabulary)
    drugs = [c.label for c in concepts if c.semantic == "drug"]
    details = merged(read_patient(draft.text, vocabulary), patient)
    meant = intent or read_intent(draft.text, drugs)
    return Question(
        typed=typed,
        read=draft.text,
        assumptions=(*reversed_order(draft.assumptions, typed), *_patient_assumed(details, meant, concepts)),
        population=_population(pico, concepts),
        intervention=_words(pico.intervention.text, concepts, Role.INTERVENTION),
        comparator=_words(pico.comparator.text, concepts, Role.COMPARATOR),
        outcome=_words(pico.outcome.text, concepts, Role.OUTCOME),
        intent=meant,
        patient=details,
        concepts=concepts,
        terms=content_terms(draft.text),
        choices=tuple(draft.choices),
        danger=read_danger(typed) or read_danger(draft.text),
    )


def reversed_order(assumptions: list[Assumption], typed: str) -> list[Assumption]:
    """The assumptions in the order in which their words stand in the question."""
    lower = typed.lower()

    def place(assumption: Assumption) -> int:
        at = lower.find(assumption.from_.lower())
        return at if at >= 0 else len(typed)

    return sorted(assumptions, key=place)


def _words(found: str, concepts: tuple[Concept, ...], role: Role) -> str:
    """The part as syntax gave it, else the first concept that plays it."""
    if found:
        return found
    return next((c.label for c in concepts if c.role is role), "")


def _population(pico: Pico, concepts: tuple[Concept, ...]) -> str:
    if pico.population.text:
        return pico.population.text
    condition = next((c for c in concepts if c.role is Role.POPULATION), None)
    if condition is None:
        condition = next(
            (c for c in concepts if c.role is Role.OUTCOME and c.semantic in ("condition", "symptom") and pico.frame),
            None,
        )
    return f"people with {condition.label}" if condition else ""


def _patient_assumed(details: Patient, intent: Intent, concepts: tuple[Concept, ...]) -> tuple[Assumption, ...]:
    """What is taken for granted of the patient, where it matters: a treatment is asked about."""
    given = any(
        c.role in (Role.INTERVENTION, Role.COMPARATOR) and c.semantic in ("drug", "procedure") for c in concepts
    )
    assumed = defaults(details)
    if intent not in _ABOUT_GIVING or not given or not assumed:
        return ()
    return (Assumption("patient", "", assumed, "the question says nothing else of the patient"),)
