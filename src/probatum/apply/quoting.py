"""Quoting: the bottom line where no effect can be computed: what the best source says to the point, and how sure it is.

Where a treatment is weighed, only a sentence that speaks of the treatment and of the problem together is to the point;
a result counts before what is said in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

import msgspec

from probatum.apply import arms, fitting, harm_order, main_result, plain, polar
from probatum.apply.choosing import best_conclusion, best_results, on_outcome, spelled, tells_dose
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, quote
from probatum.apply.effects import leading
from probatum.apply.gathering import chosen
from probatum.apply.likeness import GENERIC
from probatum.apply.naming import SAYS
from probatum.apply.once import once
from probatum.apply.passages import Passage, Scope, allows, does, is_told, quotable, verb_of
from probatum.apply.selection import is_open
from probatum.apply.studied import evidence_size
from probatum.apply.wording import article, count, designs_words, join
from probatum.model import Appraisal, Certainty, Design, Fit, Intent, Kind, OutcomeRole, Question, Role, Span
from probatum.text import aspects, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import classes_of, members

MOST_WORDS: Final = 130
"""Words of the bottom line up to which a result is quoted beside its conclusion."""
SHORT: Final = 75
"""The same where labels or guidelines have their say beside the study."""
_DIGIT: Final = expression(r"\d[.·]\d|\d ?%|\d of \d")
ENOUGH: Final = 45
"""Words of the bottom line from which the reasons of a certainty are left to the evidence."""
WHOLE: Final = 0.7
"""Share of the question that a passage must hold to be read as its yes or no."""
LEAST: Final = 0.4
"""Share of the question that a result must hold with its title: one on the drug alone, of another matter, is none."""
NEAR: Final = 4
"""Passages by their words among which one is looked for that is not of what only stood on the other side."""
SOURCES: Final = 40
"""Sources among which a sentence on the treatment and the problem is looked for."""
MOST_HEADED: Final = 4
"""Sources whose titles are looked at where no sentence names the treatment."""
_NOT_PEOPLE: Final = (Design.ANIMAL, Design.IN_VITRO)
_EFFECT: Final = expression(
    r"\b(?:effective\w*|efficac\w*|improv\w*|reduc\w*|increas\w*|decreas\w*|benefi\w*|superior\w*|inferior\w*|prolong\w*"
    r"|reliev\w*|shorten\w*|halv\w*|rais(?:ed|es)|eas(?:ed|es)"
    r"|prevent\w*|longer|shorter|lower|higher|better|worse|safe|harm\w*"
    r"|no (?:significant )?(?:difference|effect|evidence|benefit)|not differ|recommend\w*|approved"
    r"|compared (?:with|to) \d[\d.]*|(?:difference|reduction) (?:was|of))\b",
    re.IGNORECASE,
)
"""Words that say what a treatment does."""


_MECHANISM: Final = expression(
    r"\b(?:mechanis\w+|inhibit\w*|bind\w*|receptors?|mediat\w+|pathways?|act(?:s|ing)? (?:by|on|as|through|via)"
    r"|because|due to|through|via|suppress\w*|target\w*|block\w*|activat\w+|induc\w+|express\w+|signal\w*)\b",
    re.IGNORECASE,
)
"""Words that tell how something comes about."""
_HOW: Final = expression(
    r"\b(?:mechanis\w+|inhibit(?:s|ed|ing|ion)|binds?|binding|receptors?|pathways?|acts? (?:by|on|through|via)"
    r"|blocks|blockade|activat(?:es|ion)|stimulat(?:es|ion)|agonists?|antagonists?|mimics?|channels?|enzymes?|synthesis|uptake|reuptake)\b",
    re.IGNORECASE,
)
"""Words that tell how a medicine does what it does: that many stopped `because of` it tells nothing of that."""
_TIME: Final = expression(r"\b\d+(?:\.\d+)? ?(?:to \d+(?:\.\d+)? )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b")
_BEHIND: Final = 60
"""Characters between the treatment and its time."""


def timed(draft: Draft, context: Context) -> bool:
    """Quote, where a time is asked for, the first conclusion or result that sets the treatment beside a time.

    False where none does; then nothing was written.
    """
    for appraisal in context.answering:
        for span in (*appraisal.conclusions, *appraisal.results):
            named = [m.start() for m in _TIME.finditer(span.quote)]
            if named and quotable(span) and context.names_intervention(span.quote[: named[0] + _BEHIND]):
                quote(draft, appraisal, span, "concludes" if span in appraisal.conclusions else "reports")
                if (given := graded(context, appraisal, span)) is not None:
                    _rated(draft, given, appraisal, span)
                return True
    return False


@once
def lead(context: Context) -> Passage | None:
    """The passage that leads the answer, where one is to the point."""
    passage = _main(context, _leading(context))
    if passage is not None and _of_effects(context) and not _HOW.search(passage.span.quote):
        return None  # what a drug does to an illness is no answer to how it does so
    if passage is not None and not names_unknown(context, passage.span):
        return None  # what another treatment does is no answer, however near its words
    treats = is_open(context.question) and context.question.intent is Intent.THERAPY
    if passage is not None and treats and harm_order.befell(passage.span, passage.appraisal):
        return None  # what a treatment brought on is none for it
    as_such = passage is not None and context.drug_like and harm_order.asked_as_such(context.question)
    if passage is not None and as_such and not harm_order.named(passage.span.quote):
        return None  # nor is what it does for an illness one to what harm it does
    return passage


def _main(context: Context, passage: Passage | None) -> Passage | None:
    """The passage, or what its trial was made to find, where a later result leads and no outcome was asked for; of a
    test, which is judged by its figures, these."""
    if passage is not None and context.question.intent is Intent.DIAGNOSIS and not main_result.measured(passage.span):
        found = main_result.of(passage.appraisal, context)
        return passage if found is None else msgspec.structs.replace(passage, span=found)
    if passage is None or context.outcome or not context.treatable or passage.span not in passage.appraisal.results:
        return passage
    primary = [f.sentence for f in passage.appraisal.findings if f.outcome_role is OutcomeRole.PRIMARY]
    first = next((s for s in passage.appraisal.results if s in primary and quotable(s)), passage.span)
    return passage if passage.span in primary else msgspec.structs.replace(passage, span=first)


def unknown(question: Question) -> bool:
    """Whether it is asked, yes or no, if a treatment helps that the vocabulary does not know."""
    given = question.having(Role.INTERVENTION)
    named = bool(question.intervention) and not any(c.semantic for c in given)
    return named and question.intent is Intent.THERAPY and polar.begins(question)


def names_unknown(context: Context, span: Span) -> bool:
    """Whether a sentence or its title has a word of a treatment that the vocabulary does not know; of known ones, and
    where none is asked about, always."""
    question = context.question
    if not unknown(question):
        return True
    stems = words.stems(question.intervention)
    return not stems or bool(stems & (spelled(span) | words.stems(span.source.title)))


def _leading(context: Context) -> Passage | None:
    if is_told(context.question, treatable=context.treatable):
        told = next(iter(chosen(context.question, context.answering, 1)), None)
        return told or next(_of_all(context, context.answering), None)
    strong = tuple(a for a in context.answering if a.study.design.randomised or a.study.design.synthesis)
    ways = [(strong, _judged), (strong, _found), (context.answering, _found), (context.answering, _said)]
    if all(c.semantic == "condition" for c in context.question.having(Role.OUTCOME)):
        # What a review of an illness concludes of a treatment says more than one result of a trial.
        reviews = tuple(a for a in strong if a.study.design.synthesis and not a.directness.note)
        ways.insert(0, (reviews, _concluded))
    for sources, admits in ways:
        scope = Scope(SOURCES, partial(admits, context), LEAST, weighed=True)
        passage = next(iter(chosen(context.question, sources, 1, scope=scope)), None)
        if passage is not None:
            return passage
    if (whole := next(_of_all(context, (*strong, *context.answering)), None)) is not None:
        return whole
    near = chosen(context.question, context.answering, NEAR)
    passage = next((p for p in near if not _of_both(context, p.appraisal, p.span)), None)
    if passage is not None and of_another(context, passage):
        return None
    if passage is None or not context.treatable or verb_of(passage) != SAYS:
        return passage
    if (own := _own_word(context, passage.appraisal)) is not None:
        return msgspec.structs.replace(passage, span=own)
    if does(passage.span):
        return passage
    patient = context.question.patient
    if (patient.pregnancy or patient.breastfeeding) and allows(passage.span):
        return passage  # whether it may be used says more than what was measured
    return next(_reported(context), passage)


def _own_word(context: Context, appraisal: Appraisal) -> Span | None:
    """What a source concludes, or its main result: what it begins with was known before it."""
    if appraisal.directness.note:
        return None
    said = best_conclusion(appraisal, context.question)
    if said is not None and context.names_intervention(said.quote) and quotable(said):
        return said
    return main_result.of(appraisal, context)


def _of_all(context: Context, sources: Sequence[Appraisal]) -> Iterator[Passage]:
    """What sources judge of the very treatment and problem, in sentences that name both: a question told with many
    words more (whose child it is, in which family) is answered by them all the same."""
    if not context.question.having(Role.POPULATION) or not context.treatable:
        return
    for appraisal in sources:
        if appraisal.directness.note:
            continue
        for span in (*appraisal.conclusions, *appraisal.results):
            named = context.names_intervention(span.quote) and _names(context, span, Role.POPULATION)
            if named and quotable(span) and _judged(context, appraisal, span):
                yield Passage(appraisal, span, 1.0, LEAST)


def of_another(context: Context, passage: Passage) -> bool:
    """Whether a result is of another outcome than the one asked about: what a drug does to cramps says nothing of how
    long people live."""
    asked = context.question.having(Role.OUTCOME)
    if not asked or not context.treatable or context.question.intent not in (Intent.THERAPY, Intent.PREVENTION):
        return False
    own = words.stems(context.outcome) & spelled(passage.span)
    told = on_outcome(context, passage.span, figures=False) or bool(own - GENERIC)
    return not told and not _treated(context, passage.appraisal)


def _of_effects(context: Context) -> bool:
    """Whether it is asked how a drug works, and what leads is a trial of what it does."""
    return context.question.intent is Intent.MECHANISM and context.drug_like and context.treatable


def _reported(context: Context) -> Iterator[Passage]:
    """The results nearest to the question of sources whose titles name the treatment, told as what they are, where no
    sentence names the treatment with what it does: that a trial was made is no answer."""
    for appraisal in context.answering[:MOST_HEADED]:
        if not context.names_intervention(appraisal.record.title):
            continue
        for span in best_results(appraisal, context.question, 1):
            on_it = not context.outcome or appraisal.directness.outcome.fit is Fit.DIRECT or on_outcome(context, span)
            if on_it and quotable(span) and not _of_both(context, appraisal, span):
                yield Passage(appraisal, span, 1.0)


def _found(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a sentence is a source's result or conclusion on the treatment and the problem."""
    if span not in (*appraisal.conclusions, *appraisal.results) or _of_both(context, appraisal, span):
        return False
    if context.treatable and appraisal.study.design is Design.ACCURACY:
        return False  # how well a test tells says nothing of what a treatment does
    return _to_the_point(context, appraisal, span)


def _judged(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """The same, where the sentence judges an effect: that a treatment was studied or reported is no answer."""
    return bool(_EFFECT.search(span.quote) or _OPEN.search(span.quote)) and _found(context, appraisal, span)


def _concluded(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """The same of a conclusion."""
    return span in appraisal.conclusions and _judged(context, appraisal, span)


_OPEN: Final = expression(r"\b(?:uncertain|unclear|unknown|not known|insufficient)\b", re.IGNORECASE)


def _of_both(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a result compares arms that both got what was asked about, so that it tells nothing of that."""
    own = [f for f in appraisal.findings if f.sentence == span and len(f.arms) > 1]
    return bool(own) and all(arms.stand(f, context.question).apart for f in own)


def _said(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a source that reports no result of its own says what the treatment does to the problem.

    What a study says in passing, in its introduction, is none of its findings."""
    if appraisal.results or appraisal.conclusions or appraisal.findings:
        return False
    problem = not context.question.having(Role.POPULATION) or _names(context, span, Role.POPULATION)
    state = _of_the_state(context, f"{appraisal.record.title} {span.quote}")
    judges = bool(_EFFECT.search(span.quote)) or (state and allows(span))
    return (problem or state) and judges and _to_the_point(context, appraisal, span)


def _of_the_state(context: Context, text: str) -> bool:
    """Whether a text speaks of the pregnancy or breast-feeding that is asked about."""
    patient = context.question.patient
    states = ((patient.pregnancy, fitting.PREGNANT), (patient.breastfeeding, fitting.FEEDING))
    return any(told and pattern.search(text) for told, pattern in states)


def _to_the_point(context: Context, appraisal: Appraisal, span: Span) -> bool:
    titled = context.names_intervention(appraisal.record.title)
    named = context.names_intervention(span.quote) or _names(context, span, Role.INTERVENTION)
    of_class = _of_class(context, appraisal, span)
    named = named or of_class
    if not named and (context.drug_like or not titled):
        return False
    taken = context.question.patient.drugs
    drugs = [c for c in context.question.concepts if c.semantic == "drug" and c.label not in taken]
    others = [c for c in drugs if c.role not in (Role.COMPARATOR, Role.OTHER)]
    if context.asks_dose and not tells_dose(span):
        return False
    if context.question.intent is Intent.MECHANISM and not _MECHANISM.search(span.quote):
        return False
    said = spelled(span) | words.stems(appraisal.record.title)
    others = [c for c in others if not of_class or c.label.casefold() not in context.drugs]
    if not all(any(n and n <= said for n in map(words.stems, (c.text, c.label, *c.synonyms))) for c in others):
        return False
    if context.outcome:
        return on_outcome(context, span, figures=False) or _treated(context, appraisal)
    return appraisal.directness.population.fit in (Fit.DIRECT, Fit.RELATED, Fit.UNSTATED)


WIDEST: Final = 12
"""Members of a class of which a result says something of each: of antibiotics it does not."""


def _of_class(context: Context, appraisal: Appraisal, span: Span) -> bool:
    """Whether a result is told of a narrow class, and its source counts the treatment asked about among it: it is
    quoted in the class's name."""
    kinds = [label for drug in context.drugs for label in classes_of(drug) if len(members(label)) <= WIDEST]
    said = spelled(span)
    fellows = {m.casefold() for label in kinds for m in members(label)} - set(context.drugs)
    if any(own and own <= said for own in map(words.stems, fellows)):
        return False  # what is said of another member is no word on this one
    if not any(own and own <= said for own in map(words.stems, kinds)):
        return False
    told = " ".join(s.quote for s in (*appraisal.conclusions, *appraisal.results))
    return context.names_intervention(f"{appraisal.record.title} {told}")


def _treated(context: Context, appraisal: Appraisal) -> bool:
    """Whether the source is about people who have the illness that is asked about as if it were an outcome."""
    title = words.stems(appraisal.record.title)
    conditions = (c for c in context.question.having(Role.OUTCOME) if c.semantic == "condition")
    names = (words.stems(n) for c in conditions for n in (c.text, c.label, *c.synonyms))
    return context.question.intent is Intent.THERAPY and any(name and name <= title for name in names)


def _names(context: Context, span: Span, role: Role) -> bool:
    """Whether a sentence names a concept of that role, by the abbreviations of its record too."""
    said = spelled(span)
    names = (words.stems(n) for c in context.question.having(role) for n in (c.text, c.label, *c.synonyms))
    return any(name and name <= said for name in names)


def conclude(draft: Draft, context: Context, *, reasons: bool = True) -> bool:
    """Quote the passage to the point, `yes` or `no` before it where that was asked, and how sure it is.

    False where no source is to the point; then nothing was written.
    """
    passage = lead(context)
    if passage is None or fitting.of_others(passage.span.quote, context.question.patient):
        return False
    appraisal, verb = passage.appraisal, verb_of(passage)
    if context.treatable and appraisal.study.design in _NOT_PEOPLE:
        nearest = f"no study in people was found; what is nearest is {article(appraisal.study.design.value)}"
        draft.add(nearest, Kind.ABSENCE)
    given = _certainty(context, passage) if verb != SAYS else None
    answer = (
        polar.of_passage(context, passage.span, given.level if given else None) if _settles(context, passage) else ""
    )
    quote(draft, appraisal, passage.span, verb, opening=answer)
    if given is not None:
        _rated(draft, given, appraisal, passage.span, reasons=reasons)
    _figures(draft, context, appraisal, passage.span)
    return True


def _figures(draft: Draft, context: Context, appraisal: Appraisal, said: Span) -> None:
    """The result that a conclusion without a figure rests on: a claim without its size is half an answer."""
    figured = _DIGIT.search(said.quote) and any(main_result.within(s, said) for s in appraisal.results)
    asks_else = aspects.asked(context.question.read) and not context.treatable
    own = any(main_result.within(s, said) for s in (*appraisal.results, *appraisal.conclusions))
    if figured or not own or context.question.intent is Intent.MECHANISM or asks_else:
        return
    span = main_result.of(appraisal, context, said)
    most = SHORT if context.labels or context.guidelines else MOST_WORDS  # there is more to say besides
    if span is not None and len(span.quote.split()) + draft.words < most:
        quote(draft, appraisal, span, again=True)


def _settles(context: Context, passage: Passage) -> bool:
    """Whether a passage speaks of all that was asked, so that a word may be read from it."""
    drugs = [c for c in context.question.concepts if c.semantic in ("drug", "procedure", "test")]
    said = spelled(passage.span) | words.stems(passage.appraisal.record.title)
    named = all(any(n and n <= said for n in map(words.stems, (c.text, c.label, *c.synonyms))) for c in drugs)
    concluded = any(passage.span.start == s.start for s in passage.appraisal.conclusions) or context.treatable
    return named and concluded and passage.share >= WHOLE and not aspects.asked(context.question.read)


def _certainty(context: Context, passage: Passage) -> Certainty | None:
    """How sure the source's own answer is; none for what something is or how it works, which no grade is made for."""
    question = context.question
    of_people = any(c.semantic in ("condition", "symptom") or c.role is Role.POPULATION for c in question.concepts)
    if aspects.asked(question.read) or not (context.treatable or of_people):
        return None
    return graded(context, passage.appraisal, passage.span)


def graded(context: Context, appraisal: Appraisal, said: Span) -> Certainty | None:
    """The grade of the outcome that leads, where the sentence is on it, else that of its source as a whole: the former
    stands below with its reasons, and an answer has one grade of one thing."""
    leads = [g for g in leading(context) if appraisal.record.id in g.records and g.certainty]
    stems = words.stems(said.quote)
    told = [g.certainty for g in leads if g.asked or words.stems(g.name) & stems]
    if not told and context.outcome and said in appraisal.results:
        return None  # how sure a source is as a whole says nothing of one result of another outcome
    return told[0] if told else dict(context.overall).get(appraisal.record.id)


def _rated(draft: Draft, given: Certainty, appraisal: Appraisal, said: Span, *, reasons: bool = True) -> None:
    """The certainty, what it rests on, and for what it was rated down; the reasons stand with the evidence. Where there
    is no room for them the level alone: the source's own lead tells its design and size."""
    if _GRADED.search(said.quote):
        return  # the source's own grade of it is quoted
    level = given.level.value
    if not reasons:
        designs, sums = designs_words((appraisal.study,)), count((appraisal.study,))
        draft.add(
            f"this is of {level} certainty ({designs})",
            Kind.FINDING,
            [said],
            calculation=sums,
            plain=sure(level, designs),
        )
        return
    sized, calculation, spans = evidence_size((appraisal.study,))
    down = list(dict.fromkeys(step.domain.value for step in given.steps if step.change < 0))
    why = f"; rated down for {join(down)}" if down and draft.words < ENOUGH else ""
    text = f"this is of {level} certainty ({sized}{why})"
    draft.add(text, Kind.FINDING, [*spans, said], calculation=calculation, plain=sure(level, sized))


_GRADED: Final = expression(
    r"\b(?:very[- ]low|low|moderate|high)[- ](?:certainty|confidence)\b|\bGRADE\b"
    r"|\b(?:certainty|confidence)\b[^.;]{0,40}\b(?:very[- ]low|low|moderate|high)\b",
    re.IGNORECASE,
)


def sure(level: str, sized: str) -> str:
    """Certainty and what it rests on, in plain words."""
    rests = f"it rests on {sized}" if sized else ""
    return f"{plain.sure(level)}{'. I' + rests[1:] if rests else ''}" if level else rests
