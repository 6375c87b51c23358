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
from probatum.apply import completing, matters, salience
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.once import once
from probatum.apply.passages import quotable
from probatum.apply.salience import Salient, sentences_in
from probatum.model import Appraisal, Fit, Intent, Kind, RecordKind, SectionRole, Span, Statement
from probatum.text import asking, salts, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of
from probatum.vocabulary.wants import EMPTY, kin

SHARE: Final = 0.75
"""Share of a part's own words, rarer ones counting more, that a sentence must hold."""
LONGEST: Final = 45
"""Words of a sentence that may stand in the short answer."""
_ASKED: Final = (SectionRole.BACKGROUND, SectionRole.OBJECTIVE, SectionRole.METHODS)
_GIVEN: Final = ("drug", "procedure")
_ILL: Final = ("condition", "symptom")
_ASKS_EFFECT: Final = caseless(
    r"\b(?:better|best|works?|helps?|effective\w*|efficacy|worth\w*|benefits?|any good|improve\w*|prevent\w*|reduc\w+"
    r"|lower\w*|cut|live longer|save lives|evidence)\b"
)
"""That a question asks what something does."""


class Part(NamedTuple):
    """A clause that asks, with what it names and the words that are its own."""

    clause: str
    matter: matters.Matter | None
    given: tuple[str, ...]
    """What is given that it names."""
    stems: frozenset[str]
    effects: bool
    """Whether it asks what something does, which studies tell; labels and guidelines tell what is to be done."""
    doses: bool
    """Whether it asks for the dose of what is taken beside something else."""


def say(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """A line for each part of the question as read that the draft does not tell; returns those that were added."""
    added: list[Statement] = []
    for part, one in _answers(context):
        if one is not None and not any(_tells(s.text, part, context) for s in draft.statements if s.kind.asserts):
            before = len(draft)
            tell(draft, one)
            added += draft.statements[before:]
    return tuple(added)


@once
def _answers(context: Context) -> tuple[tuple[Part, Salient | None], ...]:
    """Each part of a question that asks several things, with the sentence that best tells it."""
    if context.question.danger or len(asking.clauses(context.question.typed)) < 2:
        return ()
    return tuple((part, best(part, context)) for part in _parts(context))


def tell(draft: Draft, one: Salient) -> None:
    """One sentence more, as the source's own."""
    made = completing.quoted(draft.statements, draft.id, draft.title, one)
    draft.put((*draft.statements, *(msgspec.structs.replace(s, kept=True, layer=0) for s in made)))


def of_clause(clause: str, context: Context) -> Part | None:
    """A part by its words; None where it asks for nothing that a sentence could be held against."""
    found = vocabulary.load().find(clause)
    given = tuple(dict.fromkeys(m.term.label for m in found if m.term.semantic in _GIVEN))
    named = [n for c in context.question.concepts if c.semantic in _GIVEN for n in (c.text, c.label, *c.synonyms)]
    taken = frozenset().union(*map(words.stems, (*named, *given))) if named or given else frozenset()
    own = frozenset(s for w in words.content(clause) if (s := words.stem(w)) not in EMPTY | taken and not w[0].isdigit())
    matter = matters.of(clause)
    every = _medicines(context)
    beside = [name for name in given if name in every]
    doses = len(beside) == 1 and len(every) > 1 and matters.DOSE.search(clause) is not None
    doses = doses and bool(context.question.patient.drugs) and beside[0] in context.question.patient.drugs
    things = [s for w in words.content(clause) if (s := words.stem(w)) in own and _is_thing(w)]
    if matter is None and not doses and len(own) < 2 and not things:
        return None
    effects = bool(_ASKS_EFFECT.search(clause)) or (matter is not None and matter is matters.MATTERS[0])
    return Part(clause, matter, given, own, effects, doses)


def _parts(context: Context) -> Iterator[Part]:
    for clause in asking.clauses(context.question.read):
        part = of_clause(clause, context)
        if part is not None:
            yield part


def _is_thing(word: str) -> bool:
    return any(t.semantic in (*_ILL, "test") for t in vocabulary.load().lookup(word)[:1])


def course(context: Context) -> Salient | None:
    """The sentence that tells how long what is asked about is given to such people."""
    return best(Part("", matters.COURSE, context.named, frozenset(), False, False), context)


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
        if told.role in _ASKED or len(text.split()) > LONGEST or not quotable(told.span) or not _tells(text, part, context, source, weights):
            continue
        stems = frozenset(told.stems)
        score = sum(w for s, w in weights.items() if kin(s) & stems)
        score += 2 * sum(_names(name, f"{source.record.title} {text}") for name in part.given)
        score += sum(_names(name, text) for name in _medicines(context)) - 0.01 * len(text.split())
        studied = _studied(told.span)
        score -= 2 * bool(source.directness.note and studied) + 2 * studied * (not part.effects)
        score -= sum(not _in_question(name, context) for name in _drugs_in(text))
        made.append((score, Salient(source, told.span, 1.0, stems)))
    return max(made, key=lambda row: row[0])[1] if made else None


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
        return changed and _names(part.given[0], text) and any(_names(n, whole) for n in others)
    if part.given and not any(_names(name, whole) for name in part.given):
        return False
    if part.matter is not None:
        return part.matter.told.search(text) is not None and _of_matter(whole, context)
    stems = words.stems(text)
    weighed = weights or dict.fromkeys(part.stems, 1.0)
    all_ = sum(weighed.values()) or 1.0
    return sum(w for s, w in weighed.items() if kin(s) & stems) >= SHARE * all_ and _of_matter(whole, context)


def _of_matter(text: str, context: Context) -> bool:
    """Whether a text names something that the question is about: what is given or taken, or what somebody has."""
    if any(_names(name, text) for name in _medicines(context)):
        return True
    stems = words.stems(text)
    ill = [c for c in context.question.concepts if c.semantic in (*_ILL, "test")]
    names = (words.stems(n) for c in ill for n in (c.text, c.label, *c.synonyms, *c.broader[:2]))
    return any(own and own <= stems for own in names)


def _names(name: str, text: str) -> bool:
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
    return source in context.answering


def led(made: Sequence[Statement], added: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements with those that tell a part behind what opens, and without effects that nobody asked for."""
    if not added:
        return tuple(made)
    ids = {s.id for s in added}
    rest = [s for s in made if s.id not in ids]
    if not _ASKS_EFFECT.search(context.question.read) and context.question.intent is not Intent.PROGNOSIS:
        effects = (Kind.FINDING, Kind.POOLED)
        concluded = {s.id for s in rest if s.kind is Kind.QUOTED and s.supports and _studied(s.supports[0])}
        rest = [s for s in rest if s.kind not in effects and s.id not in concluded and not s.text.startswith(_RATED)]
    first = [s for s in rest if s.kind is Kind.NAVIGATION]
    ordered = (*first, *added, *(s for s in rest if s not in first))
    section = made[0].id.rpartition(".")[0]
    return tuple(msgspec.structs.replace(s, id=f"{section}.{n}") for n, s in enumerate(ordered, 1))


_RATED: Final = "This is of "


def _studied(span: Span) -> bool:
    return span.source.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)
