"""Reading: the words of a question as the vocabulary and the library read them; several questions of one text apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from probatum import apply, ask, vocabulary
from probatum.acquire.library import Library
from probatum.ask import assuming
from probatum.ask.danger import learned, read_danger
from probatum.errors import ProbatumError
from probatum.model import Assumption, FollowUpKind, Intent, Patient, Question, Role
from probatum.pipeline import as_harm, by_trial, by_two_trials, depending, for_what, other_than, started, swapped
from probatum.text import watching, words
from probatum.text.expressions import caseless
from probatum.vocabulary import wants


def read_question(
    typed: str, opened: Library, *, country: str = "", assume: Sequence[str] = (), as_of: str = ""
) -> Question:
    """The question as the vocabulary and this library, without what is dated after `as_of`, read it. Raises
    ProbatumError P401, P402, P414 to P416."""
    first, *rest = ask.parts(typed)
    question = _read(first, opened, country=country, assume=assume)

    def again(text: str) -> Question:
        return _read(text, opened, country=country, assume=assume)

    for told in (
        by_two_trials.told,
        by_trial.told,
        swapped.told,
        started.told,
        for_what.told,
        other_than.told,
        as_harm.told,
    ):
        question = told(question, opened, again, as_of or _LATEST)
    if not rest:
        return question
    danger = read_danger(typed)
    long = len(typed.split()) > learned.MOST_WORDS  # a longer text is not read whole, so that its first question counts
    numbered = "; ".join(f"{number}. {part}" for number, part in enumerate((first, *rest), 1))
    split = Assumption("split", "", numbered, "several questions in one text, each answered")
    return msgspec.structs.replace(
        question,
        typed=typed,
        assumptions=(split, *question.assumptions),
        danger=danger.kind or (question.danger if long else ""),
        sign=danger.sign or (question.sign if long else ""),
    )


_LATEST: Final = "9999-12-31"


def of_oneself(question: Question) -> Question:
    """The question read as told of oneself where a few words tell what is felt on a medicine and ask nothing: `lips
    swollen on lisinopril`. Whoever types them, somebody has it now."""
    told = _BESIDES.sub(" ", question.typed)
    if question.danger or _ASKS_SOMETHING.search(told) or not _FELT.match(told):
        return question
    danger = read_danger(f"I have {question.typed}")
    if danger.kind != "emergency":
        return question
    return msgspec.structs.replace(question, danger=danger.kind, sign=danger.sign)


_BESIDES: Final = caseless(r",? and (?:(?:i'?m|i am|im) )?(?=(?:on|taking) )")
"""`chest pain and on A` tells what `chest pain on A` tells."""
_FELT: Final = caseless(r"^\W*(?:[\w'-]+ ){1,6}?(?:on|after|since|with|from|taking)(?: [\w'-]+){1,5}\W*$")
_ASKS_SOMETHING: Final = caseless(
    r"\?|\b(?:for|risks?|caus\w+|prevent\w*|treat\w*|why|how|what|which|when|who|does|do|is|are|can|could|should|may|will"
    r"|would|and|or|vs|versus|dose|safe|trials?|stud(?:y|ies)|guidelines?|in (?:people|patients|adults|children))\b"
)


def others(question: Question, opened: Library, year: int) -> tuple[apply.Asked, ...]:
    """The further questions of the same text with their own words, each read against the first as a follow-up is and
    about the same person. One that leans on nothing which was understood is held against the sources of the first."""
    first, *rest = ask.parts(question.typed)
    if not rest:
        return ()
    given = assuming.given_before(question.assumptions)
    alone = msgspec.structs.replace(question, typed=first)

    def read(text: str) -> Question:
        return _read(text, opened, country=question.country)

    made: list[apply.Asked] = []
    for part in (_FOR_FIRST.sub(r"\g<asks> for \g<what>?", one) for one in rest):
        matter = apply.matter(part)
        if question.intervention and not matter and (watching.asks(part) or wants.timed(part)):
            continue  # the bottom line and the section on monitoring answer it
        if again := depending.asked(part, question):
            made.append(apply.Asked(part, _of_same(read(again), question), aside=False))
            continue
        if (own := _by_itself(part, read, question)) is not None:
            made.append(apply.Asked(part, own, aside=False))
            continue
        try:
            leaned = _first_of_pair(alone, part)
            asked = ask.follow(part, leaned, read, year=year)
        except ProbatumError:
            made.append(apply.Asked(part, alone, aside=True))
            continue
        if asked.kind in _OF_ITS_OWN:
            details = tuple(one for one in given if "=" not in one)
            own = _read(asked.asked, opened, country=question.country, assume=details)
            aside = asked.kind is FollowUpKind.ASPECT or (asked.kind in _OF_A_STATE and _IF.search(part))
            made.append(apply.Asked(part, _of_same(own, question), aside=bool(aside) and leaned is alone))
    return tuple(made)


_ASKS_OF: Final = caseless(
    r"^\W*(?:and |but |also ){0,3}(?:does|do|will|would"
    r"|(?:for )?how (?:long|much|often) (?:should|must|is|are|do|does|can))"
    r" (?:an? |the |i |we )?(?P<what>[\w-]+)"
)
"""A part that asks of something by name."""
_LEANS: Final = caseless(r"\b(?:it|this|that|they|them|these|those)\b")


def _by_itself(part: str, read: Callable[[str], Question], first: Question) -> Question | None:
    """A part that names a medicine and what it wants to know of it, behind a question on two: it leans on nothing."""
    asks = _ASKS_OF.match(part)
    if asks is None or _LEANS.search(part) or first.intent not in (Intent.INTERACTION, Intent.DOSING):
        return None
    try:
        own = read(part)
    except ProbatumError:
        return None
    given = [c for c in own.having(Role.INTERVENTION) if c.semantic == "drug"]
    named = any(asks["what"].lower() in (c.text.lower(), c.label.lower()) for c in given)
    whole = own.outcome or own.population or own.patient.age or wants.timed(part) or apply.matter(part)
    return _of_same(own, first) if named and whole and own.intent is not Intent.INTERACTION else None


_WORKS: Final = caseless(
    r"\b(?:do(?:es)?|did|will|would) (?:it|this|that|they)\b[^?]{0,20}"
    r"\b(?:work|help|reduc|lower|prevent|improv|cut|stop)\w*"
    r"|\b(?:is|are) (?:it|this|that|they) (?:any good|effective|worth)\b"
)


def _first_of_pair(question: Question, part: str) -> Question:
    """The question as what follows it leans on: `does it work` behind `A with B` asks of A."""
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    if question.intent is not Intent.INTERACTION or len(given) < 2 or not _WORKS.search(part):
        return question
    kept = tuple(c for c in question.concepts if c not in given[1:])
    return msgspec.structs.replace(question, concepts=kept, intervention=given[0].label)


_OF_A_STATE: Final = (FollowUpKind.PROBLEM, FollowUpKind.PATIENT)
_IF: Final = caseless(r"\bif\b")
_FOR_FIRST: Final = caseless(
    r"^for (?P<what>[\w -]{3,40}?),? (?P<asks>(?:is|are|does|do|can|could|should|will|would) .+?)\W*$"
)
"""`for the cough is A better than B`: what it is for stands before the question."""


def _of_same(own: Question, first: Question) -> Question:
    """A further question about the person of the first: what it does not tell of them is as was told there."""
    if own.patient == first.patient:
        return own
    known = {
        f: v for f in Patient.__struct_fields__ if (v := getattr(first.patient, f)) and not getattr(own.patient, f)
    }
    asked = {c.label.lower() for c in own.concepts}
    drugs = tuple(d for d in dict.fromkeys((*own.patient.drugs, *first.patient.drugs)) if d.lower() not in asked)
    patient = msgspec.structs.replace(own.patient, **{**known, "drugs": drugs})
    return msgspec.structs.replace(own, patient=patient)


_OF_ITS_OWN: Final = frozenset(
    (
        FollowUpKind.NEW,
        FollowUpKind.PATIENT,
        FollowUpKind.DOSE,
        FollowUpKind.COMPARISON,
        FollowUpKind.TREATMENT,
        FollowUpKind.PROBLEM,
        FollowUpKind.ASPECT,
    )
)
"""Kinds of further questions that are answered from sources; the others are about an answer that was given."""


def _read(typed: str, opened: Library, *, country: str = "", assume: Sequence[str] = ()) -> Question:
    return ask.read(
        typed,
        vocabulary=vocabulary.current(),
        library_knows=opened.has_term,
        library_near=opened.near_words,
        library_beside=opened.beside,
        library_count=opened.count,
        country=country,
        assume=assume,
    )


def about(question: Question, treatment: str, why: str, opened: Library) -> Question:
    """The question as if it had named a treatment; the same where the vocabulary does not know it."""
    named = _read(f"{treatment} for {question.population}", opened)
    given = tuple(c for c in named.having(Role.INTERVENTION) if c.id)
    if not given or named.choices:
        return question
    said = ", ".join(c.label for c in given)
    return msgspec.structs.replace(
        question,
        intervention=said,
        concepts=(*given, *question.concepts),
        terms=(*dict.fromkeys((*words.content(said), *question.terms)),),
        assumptions=(*question.assumptions, Assumption(apply.PROPOSED, "", said, why)),
    )


def looser(question: Question, opened: Library) -> Iterator[Question]:
    """The question put again with fewer words, each time said so; about the same patient and the same danger."""
    if question.choices:
        return
    for put in ask.looser(question):
        # With its class in the place of a medicine a question is read as it was typed; with fewer words it is another.
        read = read_question if put.family else _read
        again = read(put.text, opened, country=question.country)
        if again.choices:
            continue
        left = ", ".join(put.left_out)
        why = "no source answers it together with the rest" if left else "no source answers all its words at once"
        said = Assumption(apply.LEFT_OUT if left else "shortened", left, "left aside" if left else again.read, why)
        if put.family:
            why = "no source that was found answers on it by itself"
            said = Assumption(apply.AS_CLASS, put.member, put.family, why)
        ills = tuple(c.label for c in question.having(Role.POPULATION) if c.label in put.left_out)
        gone = put.member.split(" and ")  # the class stands in their place, and is not taken beside them
        patient = msgspec.structs.replace(
            question.patient,
            conditions=tuple(dict.fromkeys((*question.patient.conditions, *ills))),
            drugs=tuple(drug for drug in question.patient.drugs if drug not in gone),
        )
        yield msgspec.structs.replace(
            again,
            typed=question.typed,
            patient=patient,
            assumptions=(*question.assumptions, said),
            danger=question.danger,
            sign=question.sign,
        )


def together(context: apply.Context, beside: Sequence[apply.Context]) -> apply.Context:
    """The context with the searches of the other questions of its text in its account."""
    if not beside:
        return context
    queries = dict.fromkeys(q for one in (context, *beside) for q in one.search.queries)
    considered = context.search.considered + sum(one.search.considered for one in beside)
    search = msgspec.structs.replace(context.search, queries=tuple(queries), considered=considered)
    return msgspec.structs.replace(context, search=search)
