"""The way from words to a Question: clean, spell, settle names, find the parts and the details."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import msgspec

from probatum.ask import assuming, language
from probatum.ask.between import manners, meeting, on_either, openly, other_way, paired, strengths
from probatum.ask.country import country_code, read_country
from probatum.ask.danger import REACTION, named, read_danger
from probatum.ask.intent import for_the_child, read_intent
from probatum.ask.people import (
    ages,
    allergens,
    allergy_aside,
    background,
    conceiving,
    details,
    illness_days,
    implied,
    last_time,
    of_people,
    only_taken,
    own_test,
    presenting,
    reacted,
    reacting,
    renal,
    stopped_lately,
    taken_alone,
    taken_besides,
    taking,
    tried_already,
    twice,
    weeks,
)
from probatum.ask.people.patient import defaults, merged, read_patient
from probatum.ask.people.whom import about, is_complaint, makes_outcome, without
from probatum.ask.pico import (
    acts,
    again,
    before_start,
    compared,
    counted_outcomes,
    creams,
    eaten,
    effect_on,
    fewer,
    heeding,
    made_of,
    not_asked,
    raised,
    regrouping,
    terse,
    to_use,
    told_on,
    treatment_spared,
    trimming,
    turned,
    uncounted,
    undoing,
    wanted,
    whole,
    whose_advice,
)
from probatum.ask.pico.everyday import everyday
from probatum.ask.pico.frames import PEOPLE
from probatum.ask.pico.pico import Pico, split
from probatum.ask.pico.roles import settled
from probatum.ask.pico.settling import settle
from probatum.ask.pico.sought import sought
from probatum.ask.words import (
    abbreviations,
    brought_by,
    clipped,
    compounds,
    expecting,
    half_named,
    lay,
    levels,
    of_its_kind,
    places,
    prodrugs,
    qualified,
    same_again,
    sayings,
    shorthand,
    spelling,
    strokes,
    torn,
    trials_named,
    where_it_hurts,
)
from probatum.ask.words.concepts import calm_names, read_concepts, with_lay_names
from probatum.ask.words.terms import content_terms
from probatum.ask.words.text import Draft, clean
from probatum.model import Assumption, Concept, Intent, Patient, Question, Role
from probatum.text import measured
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary, load
from probatum.vocabulary.normal import name_key

_OPEN = frozenset((Intent.THERAPY, Intent.PROGNOSIS, Intent.MECHANISM))
"""Kinds of question as which is read what says nothing else."""
_ABOUT_GIVING = frozenset((Intent.THERAPY, Intent.DOSING, Intent.HARM, Intent.INTERACTION, Intent.PREVENTION))


_OWN: Final = expression(
    r"(?P<verb>\b(?:lower|reduce|cut|decrease|raise|increase|improve|affect|prevent)s?)"
    r" (?:his|her|my|their|your|our)\s",
    re.IGNORECASE,
)
"""Whose risk it is says nothing of what it is."""


def read(
    typed: str,
    *,
    vocabulary: Vocabulary | None = None,
    library_knows: Callable[[str], bool] | None = None,
    library_near: Callable[[str], Sequence[str]] | None = None,
    library_beside: Callable[[str], Mapping[str, float]] | None = None,
    library_count: Callable[[Sequence[str]], int] | None = None,
    patient: Patient | None = None,
    intent: Intent | None = None,
    country: str = "",
    assume: Sequence[str] = (),
) -> Question:
    """Read a clinical question.

    `library_knows(word)` says whether the library's index has the word (it is then not misspelt);
    `library_near(word)` which of its words are within two letters of one that is;
    `library_beside(text)` which words its records on a text have, each with the share of those records;
    `library_count(names)` how many of its records name all of them (decides between near concepts and between
    meanings of an abbreviation). `patient`, `intent`, `country` (code or name) and what `assume` gives
    (`pregnant, eGFR 25`, `spasms=spasticity`, see `ask.assuming`) go before what the words say.
    The same arguments give the same Question.

    Raises ProbatumError P401 for a question that is too long, P402 for one without words, P417 for one in another
    language, P422 for one of no known words, P414 for no country, P415 and P416 for assumptions not understood.
    """
    vocabulary = vocabulary or load()
    assumed, meant_so = assuming.read_assumed(assume, vocabulary), set[str]()
    draft = Draft(clean(typed, vocabulary))
    cleaned = draft.text
    assuming.mean(draft, assumed, meant_so)
    abbreviations.read_defined(draft)
    shorthand.read_shorthand(draft)
    weeks.read_weeks(draft)
    whose_advice.read_whose(draft)
    torn.read_torn(draft, vocabulary)
    half_named.read_half_named(draft, vocabulary)
    clipped.read_clipped(draft, vocabulary)
    sayings.read_sayings(draft)  # slang would be taken for misspelt
    spelling.correct(draft, vocabulary, library_knows, library_near, library_beside)
    language.check(cleaned, draft.assumptions, vocabulary, library_knows)
    lay.read_own(draft, vocabulary)
    manners.read_manners(draft, vocabulary)
    sayings.read_sayings(draft)
    expecting.read_expecting(draft)
    where_it_hurts.read_where(draft, vocabulary)
    of_its_kind.read_kinds(draft, vocabulary)
    lay.read_vague(draft, vocabulary, library_count)
    lay.read_lay(draft, vocabulary)
    lay.read_brands(draft, vocabulary)
    allergens.read_reactions(draft, vocabulary)
    lay.read_spellings(draft, vocabulary)
    same_again.read_same(draft, vocabulary)
    strokes.read_combined(draft, vocabulary)
    creams.read_creams(draft, vocabulary)
    trimming.read_kinds(draft, vocabulary)
    lay.read_drinking(draft, vocabulary)
    abbreviations.expand(draft, vocabulary, library_count)
    brought_by.read_brought(draft, vocabulary)
    assuming.mean(draft, assumed, meant_so)
    assuming.check(assumed, meant_so, draft.text)
    renal.read_creatinine(draft, vocabulary)
    levels.read_levels(draft)
    draft.text = calm_names(draft.text, vocabulary)
    draft.assumptions = [calmed(a, vocabulary) for a in draft.assumptions]
    turned.read_turned(draft, vocabulary)
    of_people.read_of_people(draft, vocabulary)
    strengths.read_strengths(draft, vocabulary)
    pico = whole.unmasked(split(whole.masked(_OWN.sub(r"\g<verb> the ", draft.text), vocabulary)))
    pico = regrouping.without_amount(about(settle(pico, draft.text, vocabulary), draft.text, vocabulary))
    pico = terse.without_purpose(pico, draft.text, vocabulary)
    found = compounds.joined(details.given(read_concepts(draft.text, pico, draft.notes, vocabulary)), draft.text)
    found = acts.whole(found, draft.text)
    found = qualified.qualified(found, draft.text, vocabulary, library_count)
    grouped = regrouping.apart(found)
    concepts = taking.with_results(grouped, draft.text)
    unborne = reacted.reactions(draft.text, vocabulary)
    shy = {one.drug.term.label for one in unborne}
    named_drugs = [c for c in concepts if c.semantic == "drug" and c.label not in shy]
    drugs = list(dict.fromkeys(name for c in named_drugs for name in (c.label, c.text)))
    borne = allergens.masked(reacted.masked(draft.text, unborne), allergens.told(draft.text, vocabulary))
    met = meeting.meeting(borne, vocabulary)
    told = paired.taking(
        reacted.borne_ill(read_patient(raised.masked(draft.text), vocabulary), unborne, vocabulary), met
    )
    told = conceiving.told(told, draft.text, concepts, typed)
    told = msgspec.structs.replace(told, creatinine=renal.told(typed), values=measured.together(told.values, typed))
    who = assuming.with_assumed(merged(told, patient), assumed)
    treated = any(c.semantic in ("drug", "procedure") for c in concepts)
    row = terse.kind(draft.text, concepts, who)
    danger = named(draft.text) or read_danger(typed)
    meant = intent or (Intent.INTERACTION if met and met.asked else read_intent(draft.text, drugs, treated=treated))
    if intent is None and meant in _OPEN:
        meant = row or (Intent.DIAGNOSIS if terse.tells(concepts, pico, draft.text) else meant)
        meant = Intent.HARM if danger.kind == "overdose" and meant is Intent.THERAPY else meant
    if intent is None and (who.pregnancy or who.breastfeeding):
        others = [c for c in concepts if c.semantic in ("condition", "symptom") and c.label != "pregnancy"]
        bare = len({c.label for c in named_drugs}) == 1 and not others
        meant = for_the_child(meant, draft.text, alone=bare or not (met and met.taken), bare=bare)
    concepts = terse.as_outcomes(concepts, draft.text, meant, bare=row is Intent.HARM)
    together = meant is Intent.INTERACTION
    if together:
        concepts = paired.together(concepts, met)
    else:
        concepts = details.apart(paired.apart(concepts, met), who, draft.text)
    concepts = prodrugs.with_prodrugs(with_lay_names(without(concepts, draft.text), draft.assumptions), draft)
    question = Question(
        typed=typed,
        read=draft.text,
        assumptions=(
            *in_order([*draft.assumptions, *renal.unit_assumed(typed)], typed),
            *assuming.listed(assumed),
            *ages.assumed(draft.text, who),
            *_patient_assumed(who, meant, concepts),
        ),
        population=_population(pico, concepts, draft.text, aside=row is Intent.HARM),
        intervention=details.treatment(_words(pico.intervention.text, concepts, Role.INTERVENTION), concepts),
        comparator=_words(pico.comparator.text, concepts, Role.COMPARATOR),
        outcome=details.outcome(
            _words(pico.outcome.text if grouped is found else "", concepts, Role.OUTCOME), concepts
        ),
        intent=meant,
        patient=who,
        concepts=concepts,
        terms=content_terms(draft.text) or tuple(draft.text.lower().split()),  # `1F` is a woman's age alone
        also=tuple(dict.fromkeys(draft.also)),
        choices=tuple(draft.choices),
        danger=danger.kind,
        sign=danger.sign,
        country=country_code(country) or read_country(typed),
    )
    question = reacted.told(again.returning(conceiving.asked(question)), unborne, vocabulary)
    question = taken_alone.asked(
        uncounted.counted(
            everyday(openly.asked(background.aside(acts.settings(settled(question, vocabulary))))), vocabulary
        )
    )
    question = counted_outcomes.named(twice.once(compared.treated(compared.spared(compared.befalling(question)))))
    question = taken_besides.listed(implied.people(question, vocabulary))
    question = tried_already.told(trials_named.without(treatment_spared.asked(question, vocabulary)))
    question = implied.of_values(
        implied.own_value(implied.states(stopped_lately.told(raised.asked(question), vocabulary)))
    )
    question = reacted.asked_again(reacted.told(question, unborne, vocabulary), vocabulary)
    question = not_asked.without(made_of.named(wanted.asked(told_on.asked(sought(regrouping.complaint(question))))))
    question = heeding.asked(before_start.asked(undoing.asked(to_use.asked(effect_on.asked(fewer.counted(question))))))
    question = eaten.asked(question, vocabulary)
    question = openly.untaken(on_either.untaken(places.without(details.bare(question))))
    question = presenting.explained(only_taken.aside(last_time.given(own_test.told(question, vocabulary), vocabulary)))
    question = reacting.told(other_way.asked(illness_days.aside(allergy_aside.told(question))), vocabulary)
    if together and question.danger != REACTION and question.intent is Intent.INTERACTION:
        return paired.parted(question, met) if met and met.asked else paired.both(question)
    return question


def calmed(assumption: Assumption, vocabulary: Vocabulary) -> Assumption:
    """An expanded abbreviation in the case in which the read question has it."""
    if assumption.what != "abbreviation":
        return assumption
    to = calm_names(f"- {assumption.to}", vocabulary)[2:]
    return Assumption(assumption.what, assumption.from_, to, assumption.why)


def in_order(assumptions: list[Assumption], typed: str) -> list[Assumption]:
    """The assumptions in the order in which their words stand in the question."""
    lower = typed.lower()

    def place(assumption: Assumption) -> int:
        at = lower.find(assumption.from_.lower())
        return at if at >= 0 else len(typed)

    return sorted(assumptions, key=place)


def _words(found: str, concepts: tuple[Concept, ...], role: Role) -> str:
    """The part as syntax gave it, else the first concept that plays it."""
    if found:
        same = next((c.label for c in concepts if c.label.lower() == found.lower() and not c.label.islower()), "")
        return same or _uncapped(found, concepts)
    return next((c.label for c in concepts if c.role is role), "")


def _spelled(concept: Concept) -> str:
    """The name of an illness, in the spelling in which it was typed: `diarrhoea`, not `diarrhea`."""
    plain = [re.sub(r"ae|oe", "e", name.lower()) for name in (concept.text, concept.label)]
    return concept.text.lower() if plain[0] == plain[1] and concept.label.islower() else concept.label


def _uncapped(words: str, concepts: tuple[Concept, ...]) -> str:
    """A part that opened the sentence, without the capital that it owes to that."""
    first = words.split()[0]
    proper = any(c.label.startswith(first) for c in concepts)
    return words if proper or not first.istitle() else words[0].lower() + words[1:]


def _population(pico: Pico, concepts: tuple[Concept, ...], text: str, *, aside: bool) -> str:
    """Whom it is about. Who has what is to be treated has it; what is to be prevented nobody has yet."""
    if pico.population.text:
        bare = not _PEOPLE.search(pico.population.text)
        named = any(
            c.semantic not in ("", "procedure")
            and (name_key(pico.population.text) == name_key(c.text) or (bare and _behind(pico.population.text, c)))
            for c in concepts
        )
        words = _uncapped(pico.population.text, concepts)
        return f"people with {words}" if named else words
    condition = next((c for c in concepts if c.role is Role.POPULATION), None)
    if condition is None and not makes_outcome(text) and not aside:
        condition = next(
            (c for c in concepts if c.role is Role.OUTCOME and is_complaint(c) and pico.frame),
            None,
        )
    return f"people with {_spelled(condition)}" if condition else ""


_PEOPLE: Final = expression(rf"\b{PEOPLE}\b", re.IGNORECASE)


def _behind(words: str, concept: Concept) -> bool:
    """`acute gout`, `treatment resistant depression`: an illness with words before it."""
    return concept.semantic == "condition" and words.lower().endswith(f" {concept.text.lower()}")


def _patient_assumed(who: Patient, intent: Intent, concepts: tuple[Concept, ...]) -> tuple[Assumption, ...]:
    """What is taken for granted of the patient, where it matters: a treatment is asked about."""
    given = any(
        c.role in (Role.INTERVENTION, Role.COMPARATOR) and c.semantic in ("drug", "procedure") for c in concepts
    )
    assumed = defaults(who, tuple(c.label for c in concepts if c.semantic == "condition"))
    if intent not in _ABOUT_GIVING or not given or not assumed:
        return ()
    return (Assumption("patient", "", assumed, "the question says nothing else of the patient"),)
