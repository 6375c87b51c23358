"""Guidance: what guidelines say of the very treatment and problem that are asked about, each with country and date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import (
    at_a_value,
    by_class,
    controlling,
    elsewhere,
    only_some,
    options,
    same_aim,
    suiting,
    worries,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.evidence.arms import choices
from probatum.apply.fitting import kinds
from probatum.apply.labels import by_way
from probatum.apply.once import once
from probatum.apply.patient import bars, illnesses, modes, sexes, uses
from probatum.apply.quoted import sides
from probatum.apply.together import other_takers
from probatum.model import Appraisal, Concept, Directive, DirectiveAction, Intent, RecordStatus, Role
from probatum.text import ages, ending, scores, watching, words
from probatum.text.expressions import caseless

MOST: Final = 2
"""Sources that are told in the bottom line."""
_ACTIONS: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED)
_ADVISED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.DOSING)
_MEASURED: Final = caseless(
    r"\bshould be (?:measured|checked|tested|monitored)\b"
    r"|\b(?:test|examination|endoscopy|biopsy|scan|culture|X-ray)s? (?:is|are) (?:recommended|advised)\b"
)
"""What is tested before or after a treatment is no advice on whether it is given."""


def _of_tests(item: Directive) -> bool:
    """Whether advice says what is tested beside a treatment, and not whether this is given."""
    return _MEASURED.search(item.text) is not None or options.beside_its_drug(item)


@once
def rows(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Recommendations for or against the treatment asked about, in the problem asked about."""
    if not context.treatable or context.question.intent not in (*_ADVISED, Intent.HARM):
        return ()
    harm = context.question.intent is Intent.HARM
    found = tuple(
        (appraisal, item)
        for appraisal in context.guidelines
        if appraisal.record.status is not RecordStatus.SUPERSEDED
        for item in appraisal.directives
        if item.action in _ACTIONS
        and by_class.named(item, context)
        and (not harm or (worries.on_worry(item, context) and worries.narrowly(item, context)))
        and (
            _on_problem(context, appraisal, item)
            or options.on_illness(item, appraisal, context)
            or (harm and worries.on_state(item, context) and context.names_intervention(item.text))
            or _of_every_use(appraisal, item, context)
        )
        and suiting.suits(item, context)
        and not elsewhere.for_others(item.text, context)
        and not (item.action is DirectiveAction.NOT_RECOMMENDED and elsewhere.of_a_degree(item.text, context))
        and not illnesses.widely_alone(item.text, context.question)
        and not suiting.of_its_other_half(item, appraisal, context)
        and not whom.dosed_for_adults(item, context.question.patient)
        and not whom.opens_with_adults(item.text, context.question.patient)
        and not modes.another(item.text, context.question.read)
        and not (uses.of_what_is_prevented(item, context) or uses.in_other_people(item, context))
        and not uses.keeps_away_what_is_there(item, context)
        and not (uses.only_kept_away(item, context) or controlling.of_another_aim(item.text, context.question))
        and not _alone(item, context)
        and not bars.in_an_attack(item, context)
        and not _without(item, context)
        and not (other_takers.of_untaken_pair(item, context) or other_takers.keeps_another(item, context))
        and not scores.another(context.question.typed, item.text)
        and not at_a_value.untold(item, context)
        and not same_aim.another_degree(item.text, context)
        and (watching.asks(context.question.read) or not _of_tests(item))
        and not by_way.elsewhere(item.text, context)
        and not only_some.leaves_out(item.text, context)
        and (context.ends or bool(context.halts) or not ending.tells_way(item.text))
    )
    found = tuple(elsewhere.by_cause(found, context))
    # Those for the patient's age first, of these for the patient's sex, then what tells the side that is asked, and
    # what the question is worried about.
    own = suiting.for_state(found, context)
    grown = _of_grown(found)
    fitted = sorted(found, key=lambda row: (row not in own, _fitted(row, context, grown=grown)))
    return tuple(kinds.whole_first(fitted, context.question))


def _of_grown(found: Sequence[tuple[Appraisal, Directive]]) -> bool:
    """Whether the guidelines of such recommendations speak of grown people at all, or dose any but children: in an
    illness of childhood advice for children is no special case."""
    dosed = [item.text for _, item in found if item.dose]
    if not dosed or not all(fitting.YOUNG.search(text) for text in dosed):
        return True
    return any(
        _GROWN.search(text)
        for appraisal in {appraisal.record.id: appraisal for appraisal, _ in found}.values()
        for text in (appraisal.record.title, *(item.text for item in appraisal.directives))
    )


_GROWN: Final = caseless(r"\b(?:adults?|grown|(?:wo)?men|elderly|older people|pregnan\w+)\b")


def _without(item: Directive, context: Context) -> bool:
    """Whether advice is for people without the illness asked about (`in cough without a disease such as asthma`), or
    for people of whom some have it (`with or without thrombosis`)."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic]
    names = tuple((c.label, c.text, *c.synonyms[:8], *c.broader[:NEAREST]) for c in ill)
    bare = _LACKED.sub(" ", item.text)
    return bare != item.text and fitting.names_one(item.text, names) and not fitting.names_one(bare, names)


_LACKED: Final = caseless(r"\bwithout [^,.;]{3,90}")


def _of_every_use(appraisal: Appraisal, item: Directive, context: Context) -> bool:
    """Whether a regulator advises against a medicine whatever it is given for: neither the sentence nor the title of
    its source names an illness."""
    if item.action is not DirectiveAction.NOT_RECOMMENDED or not context.names_intervention(item.text):
        return False
    if _OF_A_CASE.search(item.text):
        return False
    if len(options.named(item)) != 1 or not set(options.named(item)) & set(context.drugs):
        return False  # of two together, or of a member of the class that is asked about
    years, limit = fitting.age(context.question.patient), ages.limits(item.text)
    if years is not None and limit is not None and not years.meets(limit):
        return False
    found = (m.term.semantic for text in (appraisal.record.title, item.text) for m in vocabulary.load().find(text))
    return not any(semantic in ("condition", "symptom") for semantic in found)


_OF_A_CASE: Final = caseless(r"^\W*(?:for|after) an? (?!child|baby|woman|man|patient|person)[^,.]{3,80},")
"""What opens with one occasion (`for a bite that has not broken the skin`) is of no other use."""


def of_this(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """Everything that the guidelines with such a recommendation direct, of what is asked about or of no
    medicine: what is tried first, what is watched, when it ends."""
    own = {appraisal.record.id: appraisal for appraisal, _ in rows(context)}
    return tuple(
        (appraisal, item)
        for appraisal in own.values()
        for item in appraisal.directives
        if item.action in _DIRECTS
        and (context.names_intervention(item.text) or by_class.of_its_class(item, context) or _of_none(item))
        and sexes.fits(item.text, context.question.patient)
        and not _aged((appraisal, item), context)
        and not fitting.of_others(item.text, context.question.patient)
        and not illnesses.widely_alone(item.text, context.question)
        and not suiting.of_its_other_half(item, appraisal, context)
        and not _alone(item, context)
        and not bars.in_an_attack(item, context)
        and not elsewhere.in_untold(item.text, context)
        and not options.stands_aside(item.text, context)
        and not uses.keeps_away_what_is_there(item, context)
    )


def _alone(item: Directive, context: Context) -> bool:
    """Whether advice is on a medicine by itself (`A alone`), and the question asks of it beside another one."""
    own = [c for c in context.question.having(Role.INTERVENTION) if c.semantic == "drug"]
    beside = len(own) > 1 and not choices(context.question)
    taken = {drug.lower() for drug in context.question.patient.drugs} - {c.label.lower() for c in own}
    text = item.text.lower()
    return (beside or bool(taken)) and any(f"{name.lower()} alone" in text for c in own for name in (c.text, c.label))


_DIRECTS: Final = (*_ACTIONS, DirectiveAction.MONITOR, DirectiveAction.CAUTION, DirectiveAction.STOP)


def _of_none(item: Directive) -> bool:
    """Whether a direction names no medicine."""
    return not item.drug and not any(m.term.semantic == "drug" for m in vocabulary.load().find(item.text))


def _fitted(row: tuple[Appraisal, Directive], context: Context, *, grown: bool) -> tuple[bool | int, ...]:
    patient = context.question.patient
    # A score that is not told may be another: that advice for one names the patient's sex makes it no nearer.
    own = sexes.names(row[1].text, patient) and not scores.untold(context.question.typed, row[1].text)
    # Of a class that which of its members is given, and how much, before that one is given at all.
    general = bool(context.classes) and not row[1].dose
    which = _WHICH.search(context.question.read) is not None
    whether = _SHOULD.search(context.question.read) is not None and not which
    young = (
        grown and not patient.age and fitting.YOUNG.search(row[1].text) and not fitting.GROWN_TOO.search(row[1].text)
    )
    return (
        _aged(row, context),
        not same_aim.of_the_degree(row[1].text, context),
        same_aim.of_the_gravest(row[1].text, context),
        fitting.of_babies(row[1].text, patient),
        bool(young),  # where nobody tells an age, advice for grown people
        options.second(suiting.of_first(row[1].text, context)),
        of_needing(row[1].text, context) or ((whether or not (which or patient.age)) and decided(row[1])),
        general and not whether,
        not own,
        -len(_sides(row[1], context)),
        not worries.on_worry(row[1], context),
    )


def of_needing(text: str, context: Context) -> bool:
    """Whether advice is on what those get who need a treatment (`who need an antibiotic`), and neither which nor how
    much of it is asked: whether it is needed at all is not told by that."""
    chooses = context.question.intent is Intent.DOSING or _WHICH.search(context.question.read) is not None
    return not chooses and _WHO_NEED.search(text) is not None


_WHO_NEED: Final = caseless(r"\bwho need (?:an? |the )?[\w-]+")


def decided(item: Directive) -> bool:
    """Whether advice is for those of whom it is decided that they are treated (`who need an antibiotic`)."""
    return _DECIDED.search(item.text) is not None


_DECIDED: Final = caseless(r"\b(?:who|when|if|where)\b[^.;,]{0,30}\bneed(?:s|ed)?\b")


def _sides(item: Directive, context: Context) -> frozenset[str]:
    """What of that which is asked (how long, what to watch ...) advice tells."""
    return (sides.asked(context.question.read) & sides.told(item.text)) - _OF_ALL


_OF_ALL: Final = frozenset(("help", "instead", "may"))
"""Sides that every recommendation tells."""


NEAREST: Final = 2
"""Kinds of illness, the nearest first, that advice on an illness asked about may name: dyslipidaemia for a high
cholesterol."""


@once
def worried(context: Context) -> bool:
    """Whether advice is there on what the question tells besides the illness that is treated (`and falls a lot`)."""
    aside = [c for c in context.question.having(Role.OTHER) if c.semantic in ("condition", "symptom")]
    names = [own for c in aside for n in (c.text, c.label, *c.synonyms[:8]) if (own := words.stems(n))]
    told = any(own <= words.stems(item.text) for _, item in rows(context)[:1] for own in names)
    return told and _of_state(context)


def on_told(context: Context) -> bool:
    """Whether advice is on just what the question tells of the patient beside what is treated (`falls a lot`)."""
    names = [own for c in context.beside for n in c.names[:10] if (own := words.stems(n))]
    return any(own <= words.stems(item.text) for _, item in rows(context)[:1] for own in names)


_SHOULD: Final = caseless(
    r"^\W*(?:should|must|ought)\b|\bshould (?:i|we|you|he|she|they|it|the|this|my|a|an)\b"
    r"|\b(?:do|does) \w+ (?:really )?need\b"
    r"|\b(?:is|are) [^.;?]{2,60} (?:recommended|advised|advisable|indicated|appropriate)\b|\bguidelines?\b"
    r"|\b(?:role|place) of\b|\b(?:can|shall) (?:i|we) (?:give|prescribe|use|start|offer)\b|\bwhen (?:to"
    r"|should)\b|\bfirst[- ]line\b"
)


_WHICH: Final = caseless(r"\b(?:which|what|best|preferred|choice of)\b")


def decides(context: Context) -> bool:
    """Whether it is asked what should be done, and a guideline says it: no effect of a trial alone is a yes to that."""
    which = bool(context.classes) and _WHICH.search(context.question.read) is not None
    asked = which or _SHOULD.search(context.question.read) is not None or _fits_alone(context) or _bare(context)
    return asked and bool(rows(context)) and _of_state(context)


def _of_state(context: Context) -> bool:
    """Whether the first advice, or its title, names the pregnancy or breast-feeding that is told: what is for everybody
    does not decide whether it may be in that. True where none is told."""
    patient = context.question.patient
    sort = fitting.PREGNANT if patient.pregnancy else fitting.FEEDING if patient.breastfeeding else None
    return sort is None or any(sort.search(f"{a.record.title} {item.text}") for a, item in rows(context)[:1])


def _bare(context: Context) -> bool:
    """Whether a treatment is asked about for an age and for nothing else, of which a guideline says whether it is
    given: studies of it in one illness or another answer that no more than any other."""
    question = context.question
    if question.population or question.outcome or not question.patient.age:
        return False
    return any(ages.limits(row[1].text) is not None and not _aged(row, context) for row in rows(context)[:1])


def _fits_alone(context: Context) -> bool:
    """Whether every study is of people of other ages than the one asked about, or of none who are pregnant, and a
    guideline is for just those."""
    studied = [appraisal.directness.note for appraisal in context.answering]
    if context.question.intent is Intent.HARM:
        return False  # whether it harms is told by what warns of it
    if context.question.patient.pregnancy and all(_NOT_PREGNANT.search(note) for note in studied):
        return any(fitting.PREGNANT.search(row[1].text) for row in rows(context)[:1])
    others = bool(studied) and all(_OTHER_AGE.search(note) for note in studied)
    return others and any(ages.limits(row[1].text) is not None and not _aged(row, context) for row in rows(context))


_NOT_PREGNANT: Final = caseless(r"\bnot in pregnancy\b")


_OTHER_AGE: Final = caseless(r"\b(?:older|younger) than asked about\b|\bnot in (?:adults|children)\b")


def against(context: Context) -> tuple[Appraisal, Directive] | None:
    """The recommendation against the treatment that holds for such a patient, where none is for it."""
    fit = [row for row in rows(context) if not _aged(row, context) and not only_some.of_some(row[1].text, context)]
    if not fit or any(item.action is DirectiveAction.RECOMMENDED for _, item in fit):
        return None
    return fit[0]


def _aged(row: tuple[Appraisal, Directive], context: Context) -> bool:
    """Whether a recommendation is for other ages than the patient's."""
    return not fitting.of_age(f"{row[1].population} {row[1].text}", context.question.patient)


_FIRST_OR_NEXT: Final = caseless(r"\b(?:primary|secondary) prevention\b")


def _on_prevention(context: Context, item: Directive) -> bool:
    """Whether a question that names nothing that is to be kept away asks for the prevention that advice is on."""
    asked = _FIRST_OR_NEXT.search(context.question.read)
    if asked is None or context.question.having(Role.OUTCOME) or item.action is not DirectiveAction.RECOMMENDED:
        return False  # what is advised against for such a patient is told as that
    aged = fitting.of_age(f"{item.population} {item.text}", context.question.patient)
    return aged and asked[0].lower() in item.text.lower()


def _on_problem(context: Context, appraisal: Appraisal, item: Directive) -> bool:
    """Whether a recommendation names the outcome asked about, or where none was, the illness; what is to be prevented,
    or treated with one of a class, may be named by its guideline's title, or by an illness of which it is a kind."""
    if _on_prevention(context, item):
        return True
    prevented = context.question.having(Role.OUTCOME) if context.question.intent is Intent.PREVENTION else ()
    # Of what a medicine may bring the title says nothing: advice for those who have it is none on whether it does.
    feared = context.question.intent is Intent.HARM and bool(context.question.having(Role.OUTCOME))
    title = appraisal.record.title if (prevented or context.classes) and not feared else ""
    said = words.stems(f"{item.text} {item.condition} {item.population} {title}")
    asked = context.question.having(Role.OUTCOME) or context.question.having(Role.POPULATION)
    names = [n for c in asked for n in c.names] or [context.outcome or context.population]
    names += [n for c in prevented for n in c.broader]
    # What was read more narrowly than it was typed is advised on by its wide name, too.
    names += [m.from_ for m in context.question.assumptions if m.what == "near concept" and m.to in names]
    if not appraisal.directness.note and not _in_another(item, asked):
        wide = frozenset[str]() if _names_illness(item) else illnesses.TOO_WIDE
        names += [n for c in asked for n in c.broader[:NEAREST] if n.lower() not in wide]
    if not any(names) and context.question.intent is Intent.PREVENTION:
        return context.names_intervention(appraisal.record.title)  # `a statin for prevention`, whatever it prevents
    if not any(names):  # `A at 52`: of the treatment alone, where its guideline is called by it
        called = context.question.intent is Intent.THERAPY and context.names_intervention(appraisal.record.title)
        return called and not (elsewhere.in_untold(item.text, context) or bars.of_ill_children(item.text, context))
    return any(stems and stems <= said for stems in map(words.stems, names))


def _names_illness(item: Directive) -> bool:
    """Whether advice names an illness, and not only what is as wide as an infection: of what, nobody knows then."""
    found = (m.term for m in vocabulary.load().find(item.text) if m.term.semantic in ("condition", "symptom"))
    return any(term.label.lower() not in illnesses.TOO_WIDE for term in found)


def _in_another(item: Directive, asked: tuple[Concept, ...]) -> bool:
    """Whether advice names illnesses of which none is akin to what is asked about: that on pain in an infected ear is
    none on pain in the back."""
    found = [m.term for m in vocabulary.load().find(item.text) if m.term.semantic in ("condition", "symptom")]
    wider = {n.casefold() for term in found for n in term.broader}  # `pain` of `period pain (dysmenorrhoea)`
    felt = [term for term in found if term.label.casefold() not in wider]
    ill = [term for term in found if term.semantic == "condition"] or felt
    own = {n.casefold() for c in asked for n in (c.label, *c.broader)}
    near = ({n.casefold() for n in (term.label, *term.broader[:NEAREST])} for term in ill)
    return bool(ill) and not any(own & kin for kin in near)


def say(draft: Draft, context: Context, most: int = MOST) -> bool:
    """One recommendation of each of the first sources, but what was said already; False where there is none."""
    told = {span for statement in draft.statements for span in statement.supports}
    found: dict[str, tuple[Appraisal, Directive]] = {}
    for appraisal, item in kinds.whole_alone(rows(context), context.question):
        if not (item.action is DirectiveAction.RECOMMENDED and _aged((appraisal, item), context)):
            found.setdefault(appraisal.record.id, (appraisal, item))  # what is advised at other ages is no advice here
    for pair in list(found.values())[:most]:
        if pair[1].span in told:
            continue
        against = pair[1].action is DirectiveAction.NOT_RECOMMENDED
        directives(draft, (pair,), "Guideline, against" if against else "Guideline", "Advice to doctors")
    return bool(found)
