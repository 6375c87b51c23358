"""Asked of: a side of a medicine that its label or a guideline tells, where just that is asked.

It leads, and what trials found the medicine to do is not told in its place. Where no label or guideline that is held
tells it, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import stems_of
from probatum.apply.evidence import effect_asked
from probatum.apply.evidence.arms import choices
from probatum.apply.labels import (
    counselling,
    given_before,
    label_sides,
    occasions,
    onset,
    pharmacy_sides,
    side_directed,
    swallowed,
)
from probatum.apply.labels.side import Side
from probatum.apply.labels.told_by_studies import approvals
from probatum.apply.once import once
from probatum.apply.patient import sexes, uses
from probatum.apply.quoted import by_part, salience, standing_out
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import (
    Appraisal,
    DirectiveAction,
    Fit,
    Intent,
    Kind,
    Question,
    RecordKind,
    RecordStatus,
    Role,
    SectionRole,
    Statement,
)
from probatum.text import asking, salts, watching, words
from probatum.text import onset as soon
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members
from probatum.vocabulary.wants import EMPTY

_DIGIT: Final = caseless(r"\d")
_ILL: Final = ("condition", "symptom")
MOST_MEDICINES: Final = 2


@once
def side(context: Context) -> Side | None:
    """The side that is asked for; none where danger, a pair of medicines or an effect is asked about."""
    question = context.question
    if question.danger not in ("", "stopping") or context.combined:
        return None
    if standing_out.found(context) is not None:
        return None  # no label is held of it, and a study was made of just this
    found = next((s for s in label_sides.SIDES if asks(s, _words(question))), None)
    if found is None or not (found.free or medicines(context) or (found.ends is not None and _kind(context))):
        return None
    if (question.intent is Intent.DIAGNOSIS and not found.free) or (not found.actions and _AIMS.search(question.typed)):
        return None
    if not found.actions and _tried(found, context) and not telling(found, context):
        return None  # what was tried on just that occasion says more than that no label speaks of it
    return None if effect_asked.asked(context) and not (found.actions or found.of_effects) else found


def _tried(one: Side, context: Context) -> bool:
    """Whether a study that answers gave what is asked about on the very occasion, by its title."""
    given = [a for a in context.answering if a.directness.intervention.fit is Fit.DIRECT]
    titled = [a for a in given if context.names_intervention(a.record.title)]
    if any(one.asked.search(a.record.title) for a in titled):
        return True
    # Where no label of it is held, a study that holds nearly all that is asked says more than that none is.
    labelled = any(a.record.kind is RecordKind.LABEL for a in _sources(context, one))
    return not labelled and any(a.directness.covers >= NEARLY_ALL and _speaks_of_it(a, context) for a in titled)


def _speaks_of_it(study: Appraisal, context: Context) -> bool:
    """Whether title or abstract of a study have the words of the question that are no medicine and no illness."""
    named = (name for c in context.question.concepts if c.semantic in ("drug", *_ILL) for name in (c.text, c.label))
    asked = words.stems(context.question.read) - words.stems(" ".join((*named, *medicines(context)))) - EMPTY
    return bool(asked) and asked <= stems_of(study.record)


NEARLY_ALL: Final = 0.75
"""Share of a question's words."""


_AIMS: Final = caseless(
    r"\bto (?:prevent|reduce|lower|treat|control|cut|relieve|help)\b|\bprophyla\w+"
    r"|\bfor (?:the )?(?:prevention|treatment)\b"
)
"""What it is given for, which is a question of its effect."""


def _words(question: Question) -> str:
    """The question as it was typed; as it was read where a word that asks what rules a medicine out was misspelt."""
    bars = [one for one in label_sides.SIDES if DirectiveAction.CONTRAINDICATED in one.actions]
    typed, read = (any(asks(one, words) for one in bars) for words in (question.typed, question.read))
    return question.read if read and not typed else question.typed


def asks(one: Side, typed: str) -> bool:
    """Whether a text asks for a side."""
    if one.asked.search(typed) is None or (one.unless is not None and one.unless.search(typed)):
        return False
    return one.besides is None or one.besides.search(typed) is not None


@once
def medicines(context: Context) -> tuple[str, ...]:
    """The medicines that the question names, whatever part they play in it."""
    named = [c.label for c in context.question.concepts if c.semantic == "drug"]
    named += [m.term.label for m in vocabulary.load().find(context.question.read) if m.term.semantic == "drug"]
    every = dict.fromkeys(name.lower() for name in (*named, *context.question.patient.drugs))
    before = given_before.names(context)  # no side is asked of what was given last time
    held = [name for name in every if not (members(name) or name in before)]
    given = [name for name in held if not watching.is_checked(name, context.question.read)]
    return tuple(given or held)[:MOST_MEDICINES]


def _kind(context: Context) -> tuple[str, ...]:
    """The class of medicines that is asked about where no medicine is named: `blood thinners`, `HRT`."""
    return () if medicines(context) else tuple(name for name in context.named if members(name))


def _whose(context: Context) -> tuple[str, ...]:
    """The medicines that are named, by each of their names, else the class and its members."""
    kinds, own = _kind(context), medicines(context)
    called = (n for c in context.question.concepts if c.label.lower() in own for n in c.names)
    return (*own, *called) or (*kinds, *(one for name in kinds for one in members(name)))


def asked_for(context: Context) -> tuple[str, ...]:
    """The medicines that are named, else the class, by its own name."""
    return medicines(context) or _kind(context)


def _label(context: Context) -> str:
    return f"label of {wording.join(list(names), 'or')}" if (names := asked_for(context)) else "label"


def nothing_else(context: Context) -> bool:
    """Whether neither effects nor choices are told beside it."""
    asked = side(context)
    if onset.bare(context) or counselling.alone(context):
        return True
    return asked is not None and not (asked.of_use or asked.paths) and alone(context)


def wanted(context: Context) -> tuple[str, ...]:
    """Medicines whose labels have to be read."""
    return medicines(context) if side(context) is not None else ()


@once
def alone(context: Context) -> bool:
    """Whether such sides are all that is asked."""
    typed = _words(context.question)
    clauses = asking.clauses(typed)
    sided = (_is_sided(clause) for clause in clauses)
    asked = side(context)
    if asked is None:
        return False
    open_ = asked.of_use or asked.fall_back or _EFFECT.search(typed)
    if not (told(context) or (_whose(context) and not open_)):
        return False  # what is asked after besides is not left unanswered for a side that nothing tells
    if (
        _WEIGHS.search(_AFTER.sub(" ", typed))
        or len(typed.split()) > LONGEST
        or (choices(context.question) and not asked.actions)
    ):
        return False
    return len(clauses) <= 1 or all(sided)


_EFFECT: Final = caseless(rf"\b{label_sides.EFFECT}\b")
_AFTER: Final = caseless(r"\b(?:after|following|post)[ -](?:an?|the|each|every|my|his|her|one|first)? ?dose of\b")
"""A time, and no dose that is asked for."""
LONGEST: Final = 20
"""Words of a question that asks one thing."""
_WEIGHS: Final = caseless(
    r"\b(?:vs\.?|versus|better|easier|compared?|start(?:ing)? dose|max(?:imum)? dose|what dose|which dose|dose of"
    r"|side[- ]effects?|worth|benefits?)\b"
)
"""Words that ask for something besides."""


def add(draft: Draft, context: Context) -> tuple[Statement, ...]:
    """One line on a side that is asked beside other things, where none of those tells it; what is told of a side that a
    clause of its own asks for, and which leads."""
    asked = side(context)
    if asked is None or asked.of_use or alone(context):
        return ()  # how long is told with the other parts of the question
    for one in told(context)[:1]:
        if not any(words.stems(one.span.quote) <= words.stems(s.text) for s in draft.statements):
            by_part.tell(draft, one)
        if asked.leads and len(asking.clauses(context.question.typed)) > 1:
            return tuple(s for s in draft.statements if any(meet(one.span, span) for span in s.supports))[:1]
    return ()


def _is_sided(clause: str) -> bool:
    """Whether a clause asks for a side, for checks, or adds but a word or two (`and how often?`)."""
    if len(clause.split()) <= _ADDS or watching.asks(clause):
        return True
    if swallowed.asked_in(clause) or soon.asks(clause):
        return True  # which are told besides
    return any(asks(one, clause) for one in label_sides.SIDES)


_ADDS: Final = 3


@once
def told(context: Context) -> tuple[Salient, ...]:
    """The sentences that tell it, the best first."""
    asked = side(context)
    return telling(asked, context) if asked is not None else ()


def _besides(context: Context) -> tuple[Side, ...]:
    """The sides that another clause of the question asks for, where nothing but sides is asked; `the pill` is none."""
    first, typed = side(context), context.question.typed
    if first is None or not (asking.clauses(typed) or _PARTED.search(typed)):
        return ()
    given = [n for c in context.question.having(Role.INTERVENTION) for n in (c.text, *c.names)]
    rest = reduce(lambda text, name: text.replace(name, " "), given, typed)
    return tuple(s for s in label_sides.SIDES if s is not first and asks(s, rest))


_PARTED: Final = caseless(r"[,;&]|\band\b")


def telling(wanted_: Side, context: Context) -> tuple[Salient, ...]:
    """The sentences that tell a side, the best first."""
    patient = context.question.patient
    own = frozenset(stem for name in _whose(context) for stem in words.stems(name))
    asked = (words.stems(context.question.typed) | words.stems(context.question.read)) - own
    asked |= words.stems("surgery") if _OP.search(context.question.typed) else frozenset()
    said = f"{context.question.typed} {wanted_.name}"
    mothers = bool(patient.pregnancy or patient.breastfeeding or fitting.PREGNANT.search(said))
    mothers = mothers or wanted_.of_mothers or fitting.FEEDING.search(said) is not None
    ill = tuple((c.label, c.text, *c.synonyms) for c in context.question.concepts if c.semantic in _ILL)
    made: list[tuple[float, Salient]] = []
    for source in _sources(context, wanted_):
        study = source.record.kind not in (RecordKind.LABEL, RecordKind.GUIDELINE)
        for one in sentences_in(source.record):
            text = one.span.quote
            longest = by_part.LONGEST + (_METHODS if study else 0)
            if wanted_.told.search(text) is None or not quotable(one.span) or len(text.split()) > longest:
                continue
            if study and one.role not in _TOLD_BY_STUDIES:
                continue
            if not (mothers or sexes.fits(text, patient)) or fitting.of_children_alone(text, patient):
                continue
            if not mothers and (fitting.PREGNANT.search(text) or fitting.FEEDING.search(text)):
                continue  # what holds of others
            ends = wanted_.ends is not None and wanted_.ends.search(text) is not None
            if not (ends or wanted_.of_mothers) and any(
                uses.for_another_use(d, context) for d in source.directives if meet(d.span, one.span)
            ):
                continue
            if wanted_.ends is not None and occasions.another(text, context.question.typed):
                continue
            if wanted_.of_use and ill and not fitting.names_one(f"{text} {_titled(source)}", ill):
                continue
            stems = frozenset(one.stems)
            about = stems | words.stems(source.record.title)
            if wanted_.free and not (own & about or (asked - _BARE) & about or (own and _names(source, context))):
                continue  # the level of something else
            if own and source.record.kind is RecordKind.GUIDELINE and not own & about:
                continue  # what a guideline says of another medicine
            named = bool(own & stems) or source.record.kind is RecordKind.LABEL
            shared = len((asked - EMPTY) & stems) + 0.3 * len(asked & EMPTY & stems)
            score = shared + bool(_DIGIT.search(text)) + named - 2 * study - 0.01 * len(text.split())
            score += _BEST * bool(wanted_.best and wanted_.best.search(text))
            score += _BEST * (ends and bool(context.halts))
            score += _BEST * (wanted_.ends is not None and occasions.the_very(text, context.question.typed))
            score -= _BEST * bool(
                _OF_THE_YOUNG.match(text) and not _OF_THE_YOUNG.search(f"in {context.question.typed}")
            )
            made.append((score, Salient(source, one.span, 1.0, stems)))
    if wanted_.leads and wanted_.best and any(wanted_.best.search(one.span.quote) for _, one in made):
        made = [row for row in made if wanted_.best.search(row[1].span.quote)]
    made.sort(key=lambda row: -row[0])
    top = made[0][0] if made else 0.0
    if made and not own:  # where no medicine is named the best source speaks alone
        made = [row for row in made if row[1].appraisal is made[0][1].appraisal]
    return tuple(one for score, one in made if score >= top - _NEAR)[: wanted_.most]


_OP: Final = caseless(r"\b(?:pre|peri|post)?[ -]?ops?\b")
"""An operation, by its short name."""
_TOLD_BY_STUDIES: Final = (SectionRole.METHODS, SectionRole.CONCLUSIONS, SectionRole.NONE)
_METHODS: Final = 25
"""Words by which a sentence on what a study did may be longer."""
_OF_THE_YOUNG: Final = caseless(r"\W*in (?:infants?|babies|newborns?|children)\b")
_BEST: Final = 2.0
_NEAR: Final = 1.3
"""What a further sentence may tell less well than the best."""
_BARE: Final = EMPTY | words.stems("target targets aim level levels range treat goal mean old elderly start restart")


def _sources(context: Context, asked: Side) -> Iterator[Appraisal]:
    """The labels of the medicines; guidelines that are on what is asked; where studies tell it, those that answer."""
    held = {a.record.id: a for a in salience.sources(context)}
    for source in held.values():
        if source.record.status is RecordStatus.SUPERSEDED:
            continue
        kind = source.record.kind
        if kind is RecordKind.LABEL:
            named = medicines(context)
            if any(salts.is_about(source.record.title, n) for n in named) or (asked.free and not named):
                yield source
        elif kind is RecordKind.GUIDELINE:
            if _on_ill(source, context) and (asked.free or _names(source, context)):
                yield source
        elif asked.studies and source in context.answering:
            yield source


def _on_ill(source: Appraisal, context: Context) -> bool:
    ill = [c for c in context.question.concepts if c.semantic in _ILL and c.role is not Role.OTHER]
    about = words.stems(source.record.title)
    names = [words.stems(n) for c in ill for n in (*c.names, *c.broader[:2])]
    return not ill or any(own and own <= about for own in names)


def _titled(source: Appraisal) -> str:
    """The title of a guideline, which says what all of it is for; of a label it names the medicine alone."""
    return source.record.title if source.record.kind is RecordKind.GUIDELINE else ""


def _names(source: Appraisal, context: Context) -> bool:
    said = words.stems(" ".join(s.text for s in source.record.evidence_sections))
    return any(words.stems(name) <= said for name in _whose(context))


def say(draft: Draft, context: Context) -> bool:
    """What tells it, else that nothing does; False where no such side is asked."""
    asked = side(context)
    if asked is None:
        return False
    labels = [a for a in _sources(context, asked) if a.record.kind is RecordKind.LABEL] if asked.actions else []
    if side_directed.say(draft, context, asked, labels):
        return True
    if not labels and DirectiveAction.INDICATED in asked.actions and (said_so := approvals(context, _whose(context))):
        for one in said_so:
            by_part.tell(draft, one)
        return True
    found = _on_an_end(draft, context, asked) if asked.ends is not None and context.halts else told(context)
    held = {span for one in draft.statements for span in one.supports}  # what bars it for this patient stands already
    for one in found:
        if not any(meet(one.span, span) for span in held):
            by_part.tell(draft, one)
    silent = [] if told(context) or asked.of_use else [asked]
    for another in _besides(context):
        found = telling(another, context)[:1]
        for one in found:
            by_part.tell(draft, one)
        silent += [] if found or another.of_use or another.fall_back else [another]
    said = " ".join(span.quote for one in draft.statements for span in one.supports)
    for one_silent in (s for s in silent if s not in pharmacy_sides.SIDES):  # these are missed with all other halves
        if one_silent.told.search(said):
            continue  # what bars the medicine told it already
        draft.add(
            f"on {one_silent.name} no {_label(context)} and no guideline that is held here says anything", Kind.ABSENCE
        )
    return True


def _on_an_end(draft: Draft, context: Context, asked: Side) -> tuple[Salient, ...]:
    """What tells when it is stopped; where nothing does, that this is so, and what tells the side most nearly."""
    ends = asked.ends
    own = tuple(one for one in told(context) if ends is not None and ends.search(one.span.quote))
    if own or not told(context):
        return own
    label = _label(context)
    draft.add(
        f"on stopping it for {asked.name} no {label} and no guideline that is held here says anything", Kind.ABSENCE
    )
    return tuple(one for one in told(context) if asked.best is not None and asked.best.search(one.span.quote))
