"""Suiting: whether what a guideline advises is for somebody like the patient, and which of the treatments that it names
labels leave to them.

Advice that names a medicine the patient is allergic to, an amount for grown-ups where a child is asked about, or one
for those who are not pregnant is no advice here, however well its words meet the question. Of `A, or B` one may be
barred while the other is not: then it is said which is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import as_if, options, vetting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.patient import bars, sexes
from probatum.apply.together import other_takers
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span, Statement
from probatum.text import doses, no_allergy, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

Row = tuple[Appraisal, Directive]
_GROWN: Final = caseless(r"\b(?:in|for|to) adults\b(?! (?:and|or) (?:children|adolescents|young people))")
_ADVICE: Final = (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED)
MOST: Final = 2
"""Treatments of one piece of advice of which it is said that they are barred."""
MOST_OF_ALL: Final = 4
"""The same where all of them are, since then each is told and the advice is not."""


def suits(item: Directive, context: Context) -> bool:
    """Whether advice leaves room for the patient: allergies, pregnancy, sex, and childhood, for amounts and offers."""
    patient = context.question.patient
    if (item.action is DirectiveAction.RECOMMENDED and not _allowed(item, context)) or not options.of_age(
        item, context
    ):
        return False
    if _of_the_allergic(item, context) or options.of_the_pregnant(item, context):
        return False
    if _OF_FEEDING.search(item.text) and not (patient.breastfeeding or fitting.FEEDING.search(context.question.read)):
        return False
    years = fitting.age(patient)
    child = years is not None and years.high < fitting.CHILD_YEARS
    offers = item.action is DirectiveAction.RECOMMENDED and bool(options.named(item)) and whom.for_adults(item, patient)
    if child and (offers or (doses.read(item.text) and _GROWN.search(item.text))):
        return False
    return sexes.fits(item.text, patient)


_OF_FEEDING: Final = caseless(
    r"\bbreast-?[ -]?feeding (?:should|must|has to|is to) be (?:avoided|stopped|interrupted|paused)\b"
)
"""What is kept from is breast-feeding, and no medicine."""


def of_first(text: str, context: Context) -> str:
    """Advice without what is given where the first does not serve (`A, or B when it is not tolerated`), where what is
    asked about is the first."""
    first = _OR_ELSE.sub("", text)
    return first if context.names_intervention(first) else text


_OR_ELSE: Final = caseless(r", or [^,;.]{3,80} (?:when|if|where) [^,;.]{3,60}\.?$")


def of_its_other_half(item: Directive, appraisal: Appraisal, context: Context) -> bool:
    """Whether a sentence advises one thing and keeps people from another, and this half of it is not on what is asked
    about (`A is advised, and B should be avoided`)."""
    halves = [d for d in appraisal.directives if d.span == item.span and d.action in _ADVICE]
    if len(halves) < 2 or not any(_half_on(half, context) for half in halves):
        return False
    return not _half_on(item, context)


def _half_on(item: Directive, context: Context) -> bool:
    return bool({*options.named(item), *other_takers.barred_by(item, context)} & set(context.drugs))


def _of_the_allergic(item: Directive, context: Context) -> bool:
    """Whether advice is for people with an allergy of which nobody told, on a medicine that is not asked about."""
    told = bool(context.question.patient.allergies) or "allerg" in no_allergy.masked(context.question.typed.lower())
    named = set(options.named(item)) & set(context.drugs)
    return not (told or named) and _ALLERGIC.match(item.text) is not None


_ALLERGIC: Final = caseless(
    r"^\W*(?:with|in|for|after) (?:(?!without\b|no\b|not\b|nor\b)[\w-]+ ){0,10}(?:allerg\w+|hypersensitiv\w+)\b"
)


def _allowed(item: Directive, context: Context) -> bool:
    """Whether an allergy of the patient leaves something of what is offered."""
    offered = options.named(item)
    return not offered or any(options.allowed(name, context) or name in context.drugs for name in offered)


def for_state(rows: Sequence[Row], context: Context) -> list[Row]:
    """Of advice that which names the patient's pregnancy, breast-feeding or weight, where some does: what is for
    everybody then is not for them."""
    patient = context.question.patient
    own = [row for row in rows if for_state_named(row[1], context) or fitting.that_weight(row[1].text, patient)]
    return own or list(rows)


def for_state_named(item: Directive, context: Context) -> bool:
    """Whether advice names the patient's pregnancy or breast-feeding, and not as what there must not be."""
    patient = context.question.patient
    sort = fitting.PREGNANT if patient.pregnancy else fitting.FEEDING if patient.breastfeeding else None
    return sort is not None and sort.search(item.text) is not None and not _NOT_SO.search(item.text)


_NOT_SO: Final = caseless(r"\b(?:not|non-?) ?(?:pregnant|breast-?feeding)\b")


def barred(item: Directive, context: Context) -> list[tuple[str, Row]]:
    """The treatments that advice names and labels rule out for this patient, each with what rules it out."""
    found = ((name, vetting.bars(name, context)) for name in offered(item))
    return [(name, against[0]) for name, against in found if against]


def left(item: Directive, context: Context) -> list[str]:
    """The treatments that advice names and no label that is held rules out for this patient."""
    against = barred(item, context)
    out = {name for name, _ in against} | _silent_on_it(offered(item), against, context)
    rest = [name for name in offered(item) if name not in out and options.allowed(name, context)]
    if against and not set(rest) & set(options.named(item)):  # of a class, one without a label is not what is left
        rest = [name for name in rest if as_if.labels(name, context)]
    return rest


def offered(item: Directive) -> tuple[str, ...]:
    """The treatments that advice names; of a class those that it has in brackets behind it (`an ACE inhibitor (A, B or
    C)`), for each of them has limits of its own."""
    made: list[str] = []
    for name in options.named(item):
        own = {member.casefold() for member in members(name)}
        inside = " ".join(found["inside"] for found in _IN_BRACKETS.finditer(item.text)) if own else ""
        terms = (m.term.label.casefold() for m in vocabulary.load().find(inside) if m.term.semantic == "drug")
        made += [term for term in dict.fromkeys(terms) if term in own] or _narrower(name, item.text)
    return tuple(dict.fromkeys(made))


def _narrower(name: str, text: str) -> list[str]:
    """The members of a class of which a text names but a part by a name of several words, else the class alone."""
    said = words.stems(text)
    for kind in {kind for member in members(name) for kind in classes_of(member)[:1]} - {name.casefold()}:
        called = [one for one in members(kind) if len(one.split()) > 1]
        if any(words.stems(one) <= said for one in called):
            return [one for one in members(kind) if _is_itself(one)]
    return [name]


_IN_BRACKETS: Final = caseless(r"\((?P<inside>[^()]{3,120})\)")


def _is_itself(name: str) -> bool:
    """Whether a member of a class is a medicine, and no other name of the class."""
    return any(term.label.casefold() == name.casefold() for term in vocabulary.load().lookup(name)[:1])


def _silent_on_it(names: Sequence[str], against: Sequence[tuple[str, Row]], context: Context) -> set[str]:
    """Of several treatments those whose labels say nothing of the kidneys, the liver or the illness for
    which a fellow of the same class is barred: nothing tells that they are safer."""
    found: set[str] = set()
    for barred_one, (_, why) in against:
        kind = set(classes_of(barred_one)[:1])
        alike = [name for name in names if name != barred_one and kind & set(classes_of(name)[:1])]
        for name in alike if _reason(why, context) else ():
            told = (d for label in as_if.labels(name, context) for d in label.directives)
            if not any(_reason(d, context) & _reason(why, context) for d in told):
                found.add(name)
    return found


def _reason(item: Directive, context: Context) -> frozenset[str]:
    """What of the patient a direction names: poor kidneys or a poor liver, or an illness besides that is treated."""
    patient, said = context.question.patient, f"{item.population} {item.text}"
    own = {"organ"} if bars.names_organ(item, patient) else set[str]()
    ill = (c for c in context.beside if c.semantic == "condition")
    return frozenset(own | {c.label for c in ill if fitting.names_one(said, ((c.label, c.text, *c.synonyms[:4]),))})


def members_out(context: Context) -> frozenset[str]:
    """Of a class whose members have labels those that this patient may not have: their limits and doses say nothing of
    the members that are left."""
    if not context.by_members:
        return frozenset()
    names = {item.drug.lower() for label in context.labels for item in label.directives if item.drug}
    against = [(name, found[0]) for name in names if (found := vetting.bars(name, context))]
    return frozenset(name for name, _ in against) | _silent_on_it(sorted(names), against, context)


def beside(told: Sequence[Statement], context: Context, section: str) -> list[Statement]:
    """Statements with, behind advice that names several treatments, which of them this patient may not have and which
    are left, where a class or no treatment is asked about; what says the same bar again is dropped."""
    if not context.classes and not context.shortlist:
        return list(told)
    rows = [(a, d) for a in context.guidelines for d in a.directives if d.action is DirectiveAction.RECOMMENDED]
    made: list[Statement] = []
    texts = {one.text for one in told}
    said = {row[1].span for item in (_advice(one, rows) for one in told) if item for _, row in barred(item, context)}
    apart = set() if context.classes else {s.supports[0] for s in told if s.supports}  # options are told one by one
    for one in told:
        item = _advice(one, rows)
        if item is None and one.supports and set(one.supports) <= said - apart:
            continue
        gone = item is not None and bool(offered(item)) and not left(item, context)
        if not gone:  # advice of which nothing is left for this patient would only mislead; what bars it stands there
            made.append(one)
        if item is not None:
            behind = (*_bars(item, rows, context, section), *_minded(item, context, section))
            made += [new for new in behind if new.text not in texts and new.supports[0] not in apart]
            rows = [row for row in rows if row[1] is not item]
    return made


def _advice(one: Statement, rows: Sequence[Row]) -> Directive | None:
    return next((d for _, d in rows if any(_within(d.span, span) for span in one.supports[:1])), None)


def _within(own: Span, told: Span) -> bool:
    """Whether what is told holds the words of a direction, with or without the stop behind them."""
    same = (own.record, own.section) == (told.record, told.section)
    return same and told.start <= own.start and own.end <= told.end


def _bars(item: Directive, rows: Sequence[Row], context: Context, section: str) -> list[Statement]:
    """Which of the treatments of one piece of advice are barred, and what is left of it; where nothing is, the next
    advice that leaves something."""
    draft = Draft(f"{section}.of", "")
    rest = left(item, context)
    issuer = next((f" ({source_name(a)})" for a, d in rows if d is item), "")
    for name, (label, against) in barred(item, context)[: MOST if rest else MOST_OF_ALL]:
        sure = against.action is DirectiveAction.CONTRAINDICATED
        why = f"({source_name(label)}): {wording.lower(against.text.rstrip('. '))}"
        what = f"; what is left of that advice is {wording.join(rest, 'or')}" if rest else ""
        which = f"of these, {name}" if rest else f"{name}, which a guideline offers{issuer},"
        verb = wording.now(name) if members(name) else "is"
        text = f"{which} {verb} {'contraindicated' if sure else 'advised against'} for this patient {why}{what}"
        easy = f"{which} {'must not be used by' if sure else f'{verb} not advised for'} this person {why}{what}"
        draft.add(text, Kind.DIRECTIVE, (against.span, item.span), plain=easy)
    if draft.statements and not rest:
        others = [row for row in for_state(_alike(item, rows, context), context) if left(row[1], context)]
        directives(draft, others[:1], "Guideline, next", "A guideline says further")
    return list(draft.statements)


def minded(item: Directive, context: Context) -> list[tuple[str, str, Row]]:
    """Of the treatments that advice names and that are left what labels say of them beside a medicine that is taken,
    the gravest of each, with the name of that medicine."""
    patient = context.question.patient
    held = {drug.lower() for drug in patient.drugs}
    found: list[tuple[str, str, Row]] = []
    for name in left(item, context) if patient.drugs else ():
        told = sorted(vetting.beside(name, context), key=vetting.gravity, reverse=True)[:1]
        for row in told:
            own = row[1].drug.lower() in held and row[1].drug  # of several that it names that whose label says it
            found.append((name, own or fitting.takes(row[1].text, patient) or row[1].drug, row))
    return [(name, taken, row) for name, taken, row in found if taken.lower() != name.lower()][:MOST]


def _minded(item: Directive, context: Context, section: str) -> list[Statement]:
    draft = Draft(f"{section}.beside", "")
    for name, taken, (label, told) in minded(item, context):
        lead = f"{name} with {wording.lower(taken)}, which is taken"
        text = f"{lead} ({source_name(label)}): {wording.lower(told.text.rstrip('. '))}"
        draft.add(text, Kind.DIRECTIVE, (told.span, item.span), plain=text)
    return list(draft.statements)


def _alike(item: Directive, rows: Sequence[Row], context: Context) -> list[Row]:
    """Other advice on the same illness with a dose, for such a patient."""
    return [
        row
        for row in rows
        if row[1] is not item
        and row[1].dose
        and row[1].condition == item.condition
        and suits(row[1], context)
        and not any(meets(name, item) for name in left(row[1], context))
    ]


def meets(name: str, item: Directive) -> bool:
    """Whether advice names a treatment."""
    return name in options.named(item)
