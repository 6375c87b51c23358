"""Turning: to which other treatment a branch leads that leaves the one of the path.

Who is sent to `another treatment` has to find it himself. What the answer tells among its alternatives is named here,
in its order: nothing that did not help there, nothing that a label rules out for the patient, and nothing whose own
label has the limit for which the first was left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import as_if, barred_here, eases, next_step, offering, options, rivals, same_aim
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.effects import effect_of, leading
from probatum.apply.evidence import named_beside
from probatum.apply.labels import kinship
from probatum.apply.once import once
from probatum.apply.patient import aimed, modes
from probatum.apply.sections import alternatives, begun, unfit_others
from probatum.apply.together import making_way, replacing
from probatum.apply.together.conflicting import recommendations
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, RecordKind, Role, Statement
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

Row = tuple[Appraisal, Directive]


MOST: Final = 2
"""Other treatments that a branch names."""


NOTHING: Final = "refer to a specialist: nothing else that is held may take its place"
"""Where no other treatment is told."""


ALL_ALIKE: Final = "ask a specialist: the labels of the others warn of it, too"


def elsewhere(context: Context, because: Sequence[Row] = (), *, whole: bool = False) -> str:
    """Where a branch leads that leaves the treatment; `because` are the directions for which it is left. Where it is
    left with its `whole` class, none of that is named."""
    every = _named(context)
    if whole:
        own = {m.lower() for kind in context.classes for m in members(kind)}
        every = tuple(row for row in every if row[0].lower() not in own)
    free = [name for name, _ in every if not unfit_others.shares(name, because, context)]
    if every and not free:
        return NOTHING if any(unfit_others.names(name, because) for name, _ in every) else ALL_ALIKE
    unknown = [name for name in free if because and _unlabelled(name, context)]
    if unknown and len(unknown) == len(free):
        return (
            f"ask a specialist: no label of {wording.join(unknown[:MOST], 'or')} is held that would say whether it may"
        )
    free = _apart_from_taken([name for name in free if name not in unknown], context)
    if context.question.patient.pregnancy:  # nobody is sent on to what maims an unborn child
        free = [name for name in free if rivals.set_behind(name, context) is None]
    if len(free) == 1:
        return f"weigh {free[0]}{dict(every)[free[0]]}"
    if free:
        return f"weigh {wording.join(free[:MOST], 'or')}"
    advised = any(one.kind is Kind.DIRECTIVE and _advises(one.text) for one in _listed(context))
    return "see the alternatives" if advised and not begun.advice(context) else NOTHING


def _unlabelled(name: str, context: Context) -> bool:
    """Whether nothing held says when a medicine must not be given: who was kept from another for a limit is not sent
    on to it."""
    term = next(iter(vocabulary.load().lookup(name)), None)
    drug = term is not None and term.semantic == "drug" and not members(term.label)
    spared = unfit_others.recommended(name, context) and not _of_its_kind(
        name, context
    )  # which may well have the same limit
    return drug and not as_if.labels(name, context) and not spared


def _apart_from_taken(names: list[str], context: Context) -> list[str]:
    """Those of which no label warns beside what is taken; all, where each is warned of."""
    kept = [name for name in names if not _meets_taken(name, context)]
    return kept or names


def _meets_taken(name: str, context: Context) -> bool:
    patient = context.question.patient
    if not patient.drugs:
        return False
    if any(fitting.takes(item.text, patient) for _, item in as_if.asked(name, context).directives(unfit_others.MEETS)):
        return True
    taken, own = {drug.lower() for drug in patient.drugs}, ((name, *kinship.kin(name)),)
    labels = (a for a in (*context.option_labels, *context.appraisals) if a.record.kind is RecordKind.LABEL)
    said = (d for a in labels for d in a.directives if d.action is unfit_others.MEETS and d.drug.lower() in taken)
    return any(fitting.names_one(d.text, own) for d in said)


def after_harm(context: Context, because: Sequence[Row] = (), done: Sequence[str] = ()) -> str:
    """Where a branch leads that leaves the treatment for what it did: to none of its own kind, which may do it too, and
    to none whose label warns of just that (`done`, in words)."""
    every = _named(context)
    free = [
        name for name, _ in every if not unfit_others.shares(name, because, context) and not _of_its_kind(name, context)
    ]
    free = [name for name in free if not _does_too(name, done, context)]
    if len(free) == 1:
        return f"weigh {free[0]}{dict(every)[free[0]]}"
    return f"weigh {wording.join(free[:MOST], 'or')}" if free else NOTHING


def _does_too(name: str, done: Sequence[str], context: Context) -> bool:
    """Whether the label of another treatment warns of what the first one did, by whatever name."""
    harms = [
        m.term for what in done for m in vocabulary.load().find(what) if m.term.semantic in ("condition", "symptom")
    ]
    names = tuple((term.label, *term.synonyms) for term in harms)
    limits = as_if.asked(name, context).directives(*unfit_others.LIMITS) if names else ()
    return any(fitting.names_one(item.text, names) for _, item in limits)


def _of_its_kind(name: str, context: Context) -> bool:
    own = {kind for drug in context.drugs for kind in classes_of(drug) if len(members(kind)) <= WIDEST}
    return bool(own & set(classes_of(name)))


WIDEST: Final = 14
"""Members of a class that do much the same harm; of all antibiotics that does not hold."""


_SPAN: Final = caseless(r"\d[\d.,]* ?(?:days?|weeks?|months?|years?|hours?|mg|mcg|g|units?)(?: \w+)?")


def unread(context: Context) -> tuple[str, ...]:
    """Those of them whose labels have not been looked for: what a label of theirs forbids has to be known."""
    if not rivals.sought(context):
        return ()
    return tuple(name for name, _ in _named(context)[:MOST_READ] if not as_if.labels(name, context))


MOST_READ: Final = 6


@once
def _named(context: Context) -> tuple[tuple[str, str], ...]:
    """The other treatments by name, each with the source that advises it where no section tells more of it; of a class
    that is asked about without the member whose dose the path has, since that is what is left."""
    out = set(begun.names(context)) | barred_here.had_not(context)
    if next_step.asked(context.question):  # nobody is sent on to what did not serve
        out |= {name.lower() for name in next_step.given(context.question)} | _tried_first(context)
    return tuple(row for row in _all_named(context) if row[0] not in out)


def _tried_first(context: Context) -> set[str]:
    """What guidelines give first, where it is asked what comes behind the first line: that has failed."""
    if _LINES.search(context.question.typed) is None:
        return set()
    first = [item for _, item in recommendations(context) if _FIRST_CHOICE.search(item.text)]
    own = [item for item in first if not context.names_intervention(item.text)]
    return {name.lower() for item in own for name in options.named(item)}


_LINES: Final = caseless(r"\b(?:first|second|1st|2nd)[- ]line\b")
_FIRST_CHOICE: Final = caseless(r"\bfirst[- ](?:choice|line)\b")


def _all_named(context: Context) -> tuple[tuple[str, str], ...]:
    if context.question.intent is Intent.HARM and not _listed(context):
        return ()  # what treats the harm that is feared takes the place of nothing
    held = making_way.alone(context.question).having(Role.COMPARATOR)
    given = [c for c in held if c.semantic in ("drug", "procedure") and not INERT.search(c.label)]
    beside = [wording.lower(c.label) for c in given]
    if found := [name for name in beside if not unfit_others.no_way(name, context)]:
        return tuple((name, "") for name in found)
    apart = [c.text.lower() for c in held if asked_against(c.text, context) and not INERT.search(c.text)]
    apart = [name for name in apart if not _SPAN.fullmatch(name)]  # how long it is given is no other treatment
    if apart := [name for name in apart if not unfit_others.no_way(name, context)]:
        return tuple((name, "") for name in apart)
    if advised := _advised(context):
        return advised
    listed = [option.name for option in offering.fit(context) if not option.contested]
    told: dict[str, bool] = {}
    for one in _listed(context):
        for name in _of(one, context):
            told.setdefault(name, one.kind is not Kind.DIRECTIVE)
    gone = {*making_way.left(context.question), *replacing.replaced(context)}
    found = [n for n in dict.fromkeys([*listed, *told]) if n not in gone and n.lower() not in _only_soon(context)]
    found = [n for n in found if not (context.drugs and eases.only(n, context))]
    if context.drugs and not (context.labels or any(classes_of(name) for name in context.named)):
        # Of one without label and class nothing says that a medicine for the illness does what it does.
        found = [n for n in found if told.get(n) or n in listed]
    if found:
        # What was studied and is of the same kind first, what is neither last.
        ranked = sorted(found, key=lambda name: (rivals.kind(name, context) != 0) - told.get(name, True))
        return tuple((name, "") for name in ranked)
    if found := _set_against(context):
        return tuple((name, "") for name in found)
    return ()


def _advised(context: Context) -> tuple[tuple[str, str], ...]:
    """What guidelines recommend by name for the same, with the guideline; first what they name in one breath with the
    treatment asked about."""
    rows = recommendations(context) if context.drugs else ()
    if not context.use and any(c.semantic == "condition" for c in context.question.having(Role.POPULATION)):
        return ()  # whether somebody with an illness may take it: what treats the illness takes its place in nothing
    advised = [row for row in rows if row[1].action is DirectiveAction.RECOMMENDED and options.of_age(row[1], context)]
    advised = [row for row in advised if not options.of_a_complaint_in_it(row[1].text, context)]
    advised = [row for row in advised if not _over(row[1].text, context)]
    advised = [row for row in advised if not same_aim.of_a_later_step(row[1].text, context)]
    soon = _only_soon(context)
    advised = [row for row in advised if not soon.issuperset(options.named(row[1])) or not options.named(row[1])]
    advised = [row for row in advised if not eases.beside(row[1].text, context)]
    choices = [row for row in advised if _is_choice(row[1].text, context)]
    if choices and not any(options.of_its_time(item.text, context) for _, item in choices):
        return _names_in(choices, context)  # the attacks that are told of are what it keeps away
    advised = [row for row in advised if options.of_its_time(row[1].text, context)]
    every = [row for row in advised if _of_its_aim(row[1], advised, context)]
    return _names_in(sorted(every, key=lambda row: not context.names_intervention(row[1].text)), context)


def _only_soon(context: Context) -> frozenset[str]:
    """What guidelines recommend for the first hours alone, where what is asked about is not: these are over where that
    was given first."""
    rows = recommendations(context) if context.drugs else ()
    advised = [item for _, item in rows if item.action is DirectiveAction.RECOMMENDED]
    soon = [item for item in advised if _SOON.search(item.text)]
    if any(context.names_intervention(item.text) for item in soon):
        return frozenset()
    later = {name for item in advised if item not in soon for name in options.named(item)}
    return frozenset(name for item in soon for name in options.named(item)) - later


_SOON: Final = caseless(r"\bwithin \d[\d.]* hours (?:of|after|from)\b")
"""A time after the onset that is over where another treatment was given first."""


def _over(text: str, context: Context) -> bool:
    """Whether advice is for the first hours of an illness, and it is asked what is given after that."""
    read = context.question.read.lower()
    names = [name.lower() for c in aimed.treated(context) for name in (c.text, c.label) if name]
    over = any(wording.stands_in(name, _AFTER.split(read, maxsplit=1)[-1]) for name in names) and _AFTER.search(read)
    return bool(over) and _ACUTE.search(text) is not None and _ACUTE.search(read) is None


_AFTER: Final = caseless(r"\b(?:after|following|post)(?:[ -](?:an?|the|my|her|his|first|recent))*[ -]")


_ACUTE: Final = caseless(r"\bacute\b")


def _is_choice(text: str, context: Context) -> bool:
    """Whether advice names the treatment asked about as one of several: `A or B first`."""
    together = named_beside.TOGETHER.search(text) is not None
    return not together and context.names_intervention(text) and _EITHER.search(text) is not None


_EITHER: Final = caseless(r"\b(?:or|either|alternatively)\b")


def _of_its_aim(item: Directive, advised: Sequence[Row], context: Context) -> bool:
    """Whether advice is on an attack where the treatment asked about is, and on what lasts where it is: what ends a
    flare, or is given when the other begins, takes the place of nothing that keeps flares away."""
    if named_beside.TOGETHER.search(item.text):
        return False
    texts = [d.text for _, d in advised if not named_beside.TOGETHER.search(d.text)]
    own = [text for text in texts if context.names_intervention(text)]
    return not own or modes.of_attack(item.text) == any(map(modes.of_attack, own))


def _names_in(advised: Sequence[Row], context: Context) -> tuple[tuple[str, str], ...]:
    """The treatments that advice names and that may stand in the place of the one asked about, with the guideline."""
    found: dict[str, str] = {}
    for appraisal, item in advised:
        for name in options.named(item):
            if unfit_others.may(name, context) and not members(name) and not eases.only(name, context):
                found.setdefault(wording.lower(name), f" ({source_name(appraisal)})")
    return tuple(found.items())


def asked_against(name: str, context: Context) -> bool:
    """Whether the question sets something against what it named before: `A or B`, `A versus B`."""
    read, name = context.question.read.lower(), name.lower()
    return name in read and _AGAINST.search(read[: read.find(name)]) is not None


_AGAINST: Final = caseless(r"\b(?:or|vs?\.?|versus|compared (?:with|to)|against|than)\W{1,3}(?:an? |the )?$")


def _set_against(context: Context) -> list[str]:
    """What the leading results set against what is asked about: no dummy, and no lack of treatment."""
    if not context.use:
        return []
    effects = [effect for group in leading(context) if (effect := effect_of(group, context)) is not None]
    others = dict.fromkeys(wording.lower(effect.stand.other) for effect in effects if effect.stand.other)
    return [name for name in others if not INERT.search(name) and unfit_others.may(name, context)]


INERT: Final = caseless(
    r"\b(?:placebos?|sham|dummy|nothing|no|usual care|standard care|control|watchful waiting|observation|without"
    r"|(?:ambient|room|medical) air)\b"
)


def _advises(told: str) -> bool:
    """Whether a line tells advice for something by no medicine's name: what advice names was held to the patient
    before, and is named in the branch itself where it may be given."""
    named = (m.term for m in vocabulary.load().find(told) if m.term.semantic == "drug")
    if _REFERS.search(told):
        return False  # that somebody is referred is no other treatment
    return _ADVICE.match(told) is not None and all(members(term.label) for term in named)


_ADVICE: Final = caseless(r"guideline \(")
_REFERS: Final = caseless(r"\b(?:be referred|referral|reassess\w*|urine sample)\b")


@once
def _listed(context: Context) -> tuple[Statement, ...]:
    """The alternatives that every reader is shown."""
    return tuple(one for one in alternatives.compose(context).statements if not one.layer)


def _of(statement: Statement, context: Context) -> list[str]:
    """The treatments that a line of the alternatives begins with, where it tells of a gain or a use."""
    found = _OPENS.match(statement.text)
    if found is None or statement.kind is Kind.ABSENCE or _IN_VAIN.search(statement.text):
        return []
    whole = vocabulary.load().lookup(found["names"])  # a combination is one treatment
    parts = [found["names"]] if whole else [part.strip() for part in _AND.split(found["names"])]
    known = [m.term for part in parts for m in vocabulary.load().find(part) if m.end - m.start >= len(part)]
    names = [wording.lower(t.label) for t in known if t.semantic in ("drug", "procedure")]
    names = [name for name in names if not eases.only(name, context)]
    return [name for name in names if unfit_others.may(name, context)]


_OPENS: Final = caseless(r"(?P<names>[a-z][\w -]{2,40}(?:(?:, | and |, and )[\w -]{2,40}){0,3}) \(")


_AND: Final = caseless(r", and |, | and ")


_IN_VAIN: Final = caseless(
    r"\bno (?:difference|effect|way out)\b|\bcontraindicated for this patient\b|\badvised against\b|\bnot to be used\b"
    r"|\bsold for other uses\b"
)
