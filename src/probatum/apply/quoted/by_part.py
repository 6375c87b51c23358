"""By part: each part of a question that the draft leaves open, told by the sentence of a source that tells just that.

Composers answer what a question is as a whole: an effect, a dose, a pair. A part with words of its own (`should the
falls stop me`, `does she need a urine sample first`, `what happens to the dose of A when B is begun`) is held against
every sentence of the labels of what is asked about or taken, of the guidelines and of the studies that answer,
also of what was left out, since the label of the other medicine may be the one that tells it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import effect_asked
from probatum.apply.once import once
from probatum.apply.patient import for_patient, sexes
from probatum.apply.quoted import completing, matters, own_sentence, salience, sides
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import About, Appraisal, Intent, Kind, RecordKind, SectionRole, Span, Statement
from probatum.text import asking, doses, salts, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of
from probatum.vocabulary.wants import EMPTY, kin

SHARE: Final = 0.75
"""Share of a part's own words, rarer ones counting more, that a sentence must hold."""
LONGEST: Final = 55
"""Words of a sentence that may stand in the short answer."""
_ASKED: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)
_GIVEN: Final = ("drug", "procedure")
_ILL: Final = ("condition", "symptom")
_DONE: Final = caseless(
    r"\b(?:should|can|could|must|do|would)\b[^?]{0,25}\b(?:give|given|do|done|use|used|take|taken|try|tried|treat)\b"
)
"""That a part asks what is to be done."""
_WHICH: Final = caseless(
    r"^\W*(?:and |but |so )*(?:what|which)\b[^?]{0,30}\b(?:given?|used?|taken?|tried?|offered|prescribed?)\b"
)
_ADVISES: Final = caseless(r"\b(?:recommend\w*|advis\w*|should|must|offer\w*|first choice|preferred)\b")


_BEFALLS: Final = caseless(
    r"\b(?:caus\w+|lead to|risks? of|what about|how (?:many|often|likely)|price|cost|rate of|more|fewer|chances?)\b"
)
"""That a part asks what befalls people, which studies count."""
_FIGURE: Final = caseless(r"\d")
_MEANT: Final = caseless(r"\b(?:than|versus|vs|or|compared)\b")
"""That a part sets two treatments against each other, which is a question of its own."""


class Part(NamedTuple):
    """A clause that asks, with what it names and the words that are its own."""

    clause: str
    matter: matters.Matter | None
    given: tuple[str, ...]
    """What is given that it names."""
    stems: frozenset[str]
    weak: frozenset[str]
    """Words that many questions hold, of which a sentence may tell by little."""
    things: tuple[tuple[frozenset[str], ...], ...]
    """The names of each illness, complaint and test among them."""
    open: bool
    """Whether it asks which treatment is to be given."""
    acts: bool
    """Whether it asks what is to be done."""
    advice: bool
    """Whether labels and guidelines alone may tell it."""
    effects: bool
    """Whether it asks what something does, which studies tell; labels and guidelines tell what is to be done."""
    doses: bool
    """Whether it asks for the dose of what is taken beside something else."""
    new: bool = False
    """Whether it names something given that nothing before had named: that is the very thing asked about."""


def say(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """A line for each part of the question as read that the draft does not tell; returns those that were added."""
    added: list[Statement] = []
    barred = bool(for_patient.barred(context))
    for part, one in answers(context):
        if one is not None and barred and one.appraisal.record.kind is RecordKind.LABEL and doses.read(one.span.quote):
            continue  # how much and how long of what is ruled out is no answer to what is given instead
        if one is not None and not any(_tells(s.text, part, context) for s in draft.statements if s.kind.asserts):
            before = len(draft)
            tell(draft, one)
            added += draft.statements[before:]
        elif one is None and part.doses:
            told = (
                f"on the dose of {part.given[0]} beside the other medicine no source that was found here says anything"
            )
            draft.add(told, Kind.ABSENCE)
    return tuple(added)


@once
def answers(context: Context) -> tuple[tuple[Part, Salient | None], ...]:
    """Each part of a question that asks several things, with the sentence that best tells it."""
    if context.question.danger or (not context.treatable and completing.of_a_thing(context)):
        return ()  # of what a thing is the passages tell whole
    several = len(asking.clauses(context.question.typed)) > 1
    barred = bool(for_patient.barred(context))  # what is said of others speaks for what this patient may not have
    parts = (p for p in _parts(context) if p.matter is not None or p.doses or (several and not barred))
    return tuple((part, best(part, context)) for part in parts)


def tell(draft: Draft, one: Salient) -> None:
    """One sentence more, as the source's own."""
    made = own_sentence.quoted(draft.statements, draft.id, draft.title, one)
    draft.put((*draft.statements, *(msgspec.structs.replace(s, kept=True, layer=0) for s in made)))


def of_clause(clause: str, context: Context) -> Part | None:
    """A part by its words; None where it asks for nothing that a sentence could be held against."""
    found = vocabulary.load().find(clause)
    given = tuple(dict.fromkeys(m.term.label for m in found if m.term.semantic in _GIVEN))
    named = [n for c in context.question.concepts if c.semantic in _GIVEN for n in c.names]
    taken = frozenset().union(*map(words.stems, (*named, *given)))
    said = [s for w in words.content(clause) if (s := words.stem(w)) not in taken and not w[0].isdigit()]
    things = tuple(
        tuple(words.stems(n) for n in (clause[m.start : m.end], m.term.label, *m.term.synonyms) if words.stems(n))
        for m in found
        if m.term.semantic in (*_ILL, "test")
    )
    own = frozenset(said) - EMPTY
    matter = matters.of(clause)
    every = _medicines(context)
    beside = [name for name in given if name in every]
    doses = len(beside) == 1 and len(every) > 1 and matters.DOSE.search(clause) is not None
    doses = doses and beside[0] in context.question.patient.drugs
    ill = frozenset().union(*(words.stems(c.text) for c in context.question.concepts if c.semantic in _ILL))
    # One word alone counts beside the name of a drug, or beside words of what is done.
    alone = bool(own) and bool(given or frozenset(said) & EMPTY)
    if matter is None and not doses and (matters.DOSE.search(clause) or matters.LENGTH.search(clause)):
        return None  # doses and courses have composers of their own
    drugs = [m.term.label for m in found if m.term.semantic == "drug"]
    new = any(name not in every for name in drugs) and _MEANT.search(clause) is None
    if matter is None and not (doses or len(own) > 1 or things or own & ill or alone or new):
        return None
    effects = bool(effect_asked.WORDS.search(clause)) or matter in (matters.LASTS, matters.HAPPENED, matters.LATE)
    effects = effects or (bool(things) and _BEFALLS.search(clause) is not None)
    acts = _DONE.search(clause) is not None
    which = acts and _WHICH.search(clause) is not None
    return Part(
        clause,
        matter,
        given,
        own,
        frozenset(said) & EMPTY,
        things,
        which,
        acts,
        advice=False,
        effects=effects,
        doses=doses,
        new=new,
    )


def _parts(context: Context) -> Iterator[Part]:
    for number, clause in enumerate(asking.clauses(context.question.read)):
        part = of_clause(clause, context)
        if part is None:
            continue
        # What comes first is the question itself, which is answered as a whole, unless it is of a thing of its own.
        if number or part.matter or part.doses or part.things:
            yield part
        elif len(part.stems) > 1:
            yield part._replace(advice=True)


def course(context: Context) -> Salient | None:
    """The sentence that tells how long what is asked about is given to such people; None where they may not have it."""
    if for_patient.barred(context):
        return None
    none = frozenset[str]()
    return best(
        Part(
            "",
            matters.COURSE,
            context.named,
            none,
            none,
            (),
            open=False,
            acts=True,
            advice=False,
            effects=False,
            doses=False,
        ),
        context,
    )


def _drugs_in(text: str) -> list[str]:
    return [m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug"]


def _in_question(name: str, context: Context) -> bool:
    """Whether a medicine is one of those asked about or taken, or the class of one of them."""
    every = [n.lower() for n in _medicines(context)]
    classes = (label.lower() for n in every for label in classes_of(n))
    return name.lower() in {*every, *classes}


def _medicines(context: Context) -> tuple[str, ...]:
    """What is asked about or taken."""
    asked = (c.label for c in context.question.concepts if c.semantic in _GIVEN)
    return tuple(dict.fromkeys((*asked, *context.question.patient.drugs)))


def best(part: Part, *contexts: Context) -> Salient | None:
    """The sentence that best tells a part; None where none truly does."""
    held = {a.record.id: (a, context) for context in reversed(contexts) for a in salience.sources(context)}
    every = [(a, c, told) for a, c in held.values() if _may_speak(a, c) for told in sentences_in(a.record)]
    total = len(every)
    common = {s: sum(s in told.stems for _, _, told in every) for s in part.stems}
    weights = {s: math.log(1 + total / (1 + n)) for s, n in common.items()}
    made: list[tuple[float, Salient]] = []
    for source, context, told in every:
        text = told.span.quote
        if (
            told.role in _ASKED
            or (part.advice and _studied(told.span))
            or len(text.split()) > LONGEST
            or not quotable(told.span)
            or not _tells(text, part, context, source, weights)
        ):
            continue
        patient = context.question.patient
        if not sexes.fits(text, patient) or fitting.of_children_alone(text, patient):
            continue  # what holds of other people is no answer
        stems = frozenset(told.stems)
        score = sum(w for s, w in weights.items() if kin(s) & stems)
        score += 0.5 * len(sides.told(text) & sides.asked(part.clause))
        score += bool(part.acts and _ADVISES.search(text))
        score += 0.5 * len(part.weak & stems) + _of_ill(text, context)
        if part.matter is matters.HAPPENED:
            about = words.stems(f"{source.record.title} {text}")
            score += 0.5 * len(words.stems(context.question.typed) & about) + len(_barring(context) & about)
        score += 2 * sum(names(name, f"{source.record.title} {text}") for name in part.given)
        score += sum(names(name, text) for name in _medicines(context)) - 0.01 * len(text.split())
        studied = _studied(told.span)
        far = bool(source.directness.note) and studied and part.matter is not matters.HAPPENED
        far = far or (studied and source not in context.answering and part.matter is not matters.HAPPENED)
        score -= 2 * far + 2 * studied * (not part.effects)
        if part.effects and part.things:  # how often it was seen; a warning names it and counts nothing
            score += studied + bool(studied and _FIGURE.search(text)) - 2 * (not studied)
        others = sum(not _in_question(name, context) for name in _drugs_in(text))
        score += bool(others) if part.open else -others
        made.append((score, Salient(source, told.span, 1.0, stems)))
    return max(made, key=lambda row: row[0])[1] if made else None


def tells(text: str, part: Part, *contexts: Context) -> bool:
    """Whether a line of an answer tells a part, by what any of the contexts knows of its medicines and illnesses."""
    said = _UNSTUDIED.sub("", text)
    if part.matter is matters.LASTS and _OF_LABEL.search(text) and not _ENDS.search(part.clause):
        return False
    return any(_tells(said, part, context) for context in contexts)


_OF_LABEL: Final = caseless(r"\blabel of\b")
_UNSTUDIED: Final = caseless(r"\(not studied in [^)]{0,120}\)")
"""What names what somebody has only to say that it was not studied."""


def _tells(
    text: str,
    part: Part,
    context: Context,
    source: Appraisal | None = None,
    weights: dict[str, float] | None = None,
) -> bool:
    """Whether a sentence, with the title of its source where that is known, tells a part."""
    whole = f"{source.record.title} {text}" if source else text
    if part.doses:
        others = [n for n in _medicines(context) if n not in part.given]
        changed = matters.DOSE.search(text) is not None and matters.CHANGED.search(text) is not None
        return changed and names(part.given[0], text) and any(names(n, whole) for n in others)
    if part.given and not any(names(name, whole) for name in part.given):
        return False
    if part.matter is matters.MIX:
        return sum(names(name, text) for name in _medicines(context)) > 1
    if part.matter is not None:
        if source is not None and part.matter is matters.HAPPENED and not source.findings:
            return False
        of_label = source is not None and source.record.kind is RecordKind.LABEL
        if part.matter is matters.LASTS and of_label and not _ENDS.search(part.clause):
            return False  # what may befall somebody later is not what is left of a benefit
        if part.matter is matters.COURSE and context.off_label and of_label:
            return False  # how long it is given for what its label is for
        if part.matter is matters.COURSE and _COURSE_OF_ILLNESS.search(text):
            return False
        return part.matter.told.search(text) is not None and _of_matter(whole, context)
    stems = words.stems(text)
    if not all(any(all(kin(s) & stems for s in name) for name in names) for names in part.things):
        return False
    if part.new and not part.things and any(names(name, text) for name in part.given):
        ill = any(c.semantic in _ILL for c in context.question.concepts)
        advice = source is not None and source.record.kind is RecordKind.GUIDELINE
        # Which of a class is given in one illness is no word on another; a label speaks of its medicine in all of them.
        return _of_ill(whole, context, above=0) if ill and advice else _of_matter(whole, context)
    of_things = frozenset().union(*(name for names in part.things for name in names))
    weighed = {s: w for s, w in (weights or dict.fromkeys(part.stems, 1.0)).items() if s not in of_things}
    held = sum(w for s, w in weighed.items() if kin(s) & stems)
    return held >= SHARE * sum(weighed.values()) and _of_matter(whole, context)


_ENDS: Final = caseless(r"\bwhat happens\b")
"""That it is asked what befalls somebody after the end, and not what is left of a gain."""
_COURSE_OF_ILLNESS: Final = caseless(r"\b(?:lasts?|gets? better|goes? away|without an?)\b|\bsteps?\b")
"""What tells how long an illness lasts, or the time between two steps, and not how long something is given."""


def _barring(context: Context) -> frozenset[str]:
    """The words for what bars the treatment for this patient, whose like are the people that were asked about."""
    text = " ".join(item.text for _, item in for_patient.barred(context))
    return words.stems(text) - words.stems(" ".join((*context.drugs, "contraindicated people with in")))


def _of_matter(text: str, context: Context) -> bool:
    """Whether a text names something that the question is about: what is given or taken, or what somebody has."""
    if any(names(name, text) for name in _medicines(context)):
        return True
    return _of_ill(text, context)


def _of_ill(text: str, context: Context, above: int = 2) -> bool:
    """Whether a text names what somebody has, or the illness of which that is a kind, so many steps `above`."""
    stems = words.stems(text)
    ill = [c for c in context.question.concepts if c.semantic in (*_ILL, "test")]
    names = (words.stems(n) for c in ill for n in (*c.names, *c.broader[:above]))
    return any(own and own <= stems for own in names)


def names(name: str, text: str) -> bool:
    """Whether a text names what is given, or the narrow class of it."""
    stems = words.stems(text.replace("/", " "))
    return any(own and own <= stems for own in map(words.stems, (name, *classes_of(name)[:2])))


def _may_speak(source: Appraisal, context: Context) -> bool:
    """Of labels those of what is asked about or taken; of guidelines all; of studies those that answer."""
    kind = source.record.kind
    if kind is RecordKind.LABEL:
        own = {d.drug.lower() for d in source.directives if d.drug}
        return any(salts.is_about(source.record.title, n) or n.lower() in own for n in _medicines(context))
    if kind is RecordKind.GUIDELINE:
        return True
    # What was seen of its harms in such people may be what was asked for.
    safety = source.directness.about is About.SAFETY and context.names_intervention(source.record.title)
    return source in context.answering or safety


def led(made: Sequence[Statement], added: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements with those that tell a part behind what opens, and without effects that nobody asked for."""
    asks = " ".join(asking.clauses(context.question.read)) or context.question.read
    safety = _SAFE.search(asks) and any(_FITS.match(s.text) for s in made)
    if not made or not (added or safety):
        return tuple(made)
    ids = {s.id for s in added}
    rest = [s for s in made if s.id not in ids]
    if not effect_asked.WORDS.search(asks) and context.question.intent is not Intent.PROGNOSIS:
        effects = (Kind.FINDING, Kind.POOLED)
        concluded = {s.id for s in rest if s.kind is Kind.QUOTED and s.supports and _studied(s.supports[0])}
        rest = [s for s in rest if s.kind not in effects and s.id not in concluded and not s.text.startswith(_RATED)]
    first = [s for s in rest if s.kind is Kind.NAVIGATION]
    opens = _opening_effect(rest, context)
    ordered = (*first, *opens, *added, *(s for s in rest if s not in first and s not in opens)) or tuple(made)
    section = made[0].id.rpartition(".")[0]
    return tuple(msgspec.structs.replace(s, id=f"{section}.{n}") for n, s in enumerate(ordered, 1))


def _opening_effect(rest: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The first effect, where the question opens with what the treatment does: a second part is answered second."""
    opening = _PARTED.split(context.question.typed)[0]
    if effect_asked.WORDS.search(opening) is None:
        return ()
    return tuple(s for s in rest if s.kind in (Kind.FINDING, Kind.POOLED) and not s.text.startswith(_RATED))[:1]


_PARTED: Final = caseless(r"\band\b|[?.;]")
_RATED: Final = "This is of "
_SAFE: Final = caseless(r"\b(?:risks? to|safe|harm(?:ful)?|danger(?:ous)?|damage) ?(?:for|to|in|with)?\b")
_FITS: Final = caseless(r"^(?:for this patient|[^:]{3,60} is (?:contraindicated|advised against) for this patient)")
"""How begins what a label says of such a patient, beside which effects that nobody asked for say nothing."""


def _studied(span: Span) -> bool:
    return span.source.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)
