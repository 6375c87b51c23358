"""What is said of options: what guidelines recommend, and what the label of each is for, warns of and forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

import msgspec

from probatum.apply import fitting, wording
from probatum.apply.choices import (
    as_if,
    eases,
    options,
    placing,
    rivals,
    vetting,
)
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.labels import same_way
from probatum.apply.patient import aimed, fellows, indicated, itself
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Span
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

LONGEST: Final = 22
"""Words of a direction that is shown for an option; longer ones stand in its label."""


def say_recommended(draft: Draft, context: Context, most: int) -> None:
    """What guidelines recommend, the first few; what its label forbids to this patient is called so, last: of a list of
    drugs, where each of them is."""
    listed = {drug: option.bars for option in context.shortlist for drug in (option.name, *option.drugs)}
    rows = [
        (row, [(listed[n] if n in listed else vetting.bars(n, context))[:1] for n in options.named(row[1])])
        for row in options.recommended(context)
    ]
    contested = {option.name for option in context.shortlist if option.contested}
    # Where sources disagree, the alternatives set them side by side.
    if is_proposed(context.question):  # of what is advised besides, the alternatives tell
        rows = [(row, bars) for row, bars in rows if of_chosen(row[1], context) and not options.second(row[1].text)]
    free = [row for row, bars in rows if (not bars or not all(bars)) and not _only(options.named(row[1]), contested)]
    directives(draft, free[:most], "Guideline", "A guideline says")
    for (appraisal, item), bars in rows[:most]:
        if not bars or not all(bars):
            continue
        label, against = bars[0][0]
        text = (
            f"{item.drug}, which a guideline offers ({source_name(appraisal)}), is contraindicated for this patient "
            f"({source_name(label)}): {_short(against)}"
        )
        draft.add(text, Kind.DIRECTIVE, (item.span, against.span))


def of_chosen(item: Directive, context: Context) -> bool:
    """Whether a recommendation names the treatment that the answer is about, a member or a class of it."""
    near = {*context.drugs, *(m.casefold() for drug in context.drugs for m in members(drug))}
    near |= {label.casefold() for drug in context.drugs for label in classes_of(drug)}
    return bool(near & set(options.named(item))) or context.names_intervention(item.text)


def _only(names: tuple[str, ...], contested: Set[str]) -> bool:
    return bool(names) and set(names) <= contested


def say_left_out(draft: Draft, context: Context) -> None:
    """That drugs were left out for an allergy."""
    names = options.left_out(context)
    if names:
        told = wording.join(list(context.question.patient.allergies))
        draft.add(
            f"left out, since the question tells of an allergy to {told}: {wording.join(list(names))}", Kind.NAVIGATION
        )


def say_safety(draft: Draft, context: Context, begun: Set[str] = frozenset()) -> None:
    """For each option what its label is for, warns of and forbids; those without a label are named. What is `begun` is
    no alternative to itself."""
    bare: list[str] = []
    told = " ".join(statement.text for statement in draft.statements if not statement.layer).lower()
    advised = [item for _, item in options.recommended(context)]
    eased = {name for item in advised if eases.beside(item.text, context) for name in options.named(item)}
    offered = {name for item in advised for name in options.named(item)}
    eased -= {name for item in advised if not eases.beside(item.text, context) for name in options.named(item)}
    offered |= {*options.labelled(context), *options.near(context)}
    for name in options.drugs(context):
        if name in eased or name in begun or not _ends_attack(name, context):
            continue
        if (name in offered or name in told) and not say_label(draft, name, context) and name in told:
            bare.append(name)
    bare = [name for name in bare if not members(name)]  # a class has no label; its members have
    if bare:
        draft.add(
            f"no label in the library for {wording.join(bare)}, so warnings and limits of use are not told here",
            Kind.ABSENCE,
        )


def _ends_attack(name: str, context: Context) -> bool:
    """Whether some use on the label of an option is for the attack, where one is asked about and its uses are told."""
    uses = [
        d for a in as_if.labels(name, context) for d in _of(a, DirectiveAction.INDICATED) if options.is_for(d, context)
    ]
    return not uses or any(options.of_its_time(d.text, context) for d in uses)


def say_label(draft: Draft, name: str, context: Context) -> bool:
    """What the label of an option is for, warns of and forbids, or that it is ruled out; False where none is held."""
    appraisal = next(iter(as_if.labels(name, context)), None)
    if placing.given_with(name, context):
        return True
    if not is_open(context.question) and (row := rivals.barred(name, context)) is not None:
        sure = row[1].action is DirectiveAction.CONTRAINDICATED
        text = f"{name} is {'contraindicated' if sure else 'advised against'} for this patient"
        easy = f"{name} {'must not be used in' if sure else 'is not advised for'} this person"
        text, easy = (f"{one} ({source_name(row[0])}): {_short(row[1])}" for one in (text, easy))
        draft.add(text, Kind.DIRECTIVE, (row[1].span,), plain=easy)
        return True
    if (row := rivals.set_behind(name, context)) is not None:
        of_it = vetting.of_taken(row, context)
        taken = row[1].drug.lower() if of_it else fitting.takes(row[1].text, context.question.patient).lower()
        why = f", with {taken}, which is taken" if taken and taken != name else ", beside what is taken"
        why = "" if row[1].action is not DirectiveAction.INTERACTION else why
        text = f"{name} only where nothing else will do{why} ({source_name(row[0])}): {_short(row[1])}"
        draft.add(text, Kind.DIRECTIVE, (row[1].span,))
        return True
    if (row := rivals.of_fellow(name, context)) is not None:
        if appraisal is not None and any(_of(appraisal, DirectiveAction.INDICATED)):
            said, span = use(appraisal, context)
            why = f"what is told of {row[1].drug.lower()} for such a patient may hold for it, too"
            text = f"{name} ({source_name(appraisal)}) is {said}, but is no way out: {why} ({source_name(row[0])}"
            draft.add(f"{text}: {_short(row[1])})", Kind.DIRECTIVE, (span, row[1].span))
        return True
    parts = list(_parts(appraisal, context, [s.text for s in draft.statements])) if appraisal is not None else []
    if appraisal is None or not parts:
        return False
    bare = len(parts) == 1 and any(one.text.lower().startswith(f"{name} (") for one in draft.statements)
    if bare and not is_open(context.question):
        return True  # what was found on it stands there, and that its label is for the same adds nothing
    opening, row = (
        f"{name} ({source_name(appraisal)})",
        None if is_open(context.question) else placing.advice(name, context),
    )
    if row is not None and appraisal is not None and not same_way.fits(appraisal, row[1].text):
        return False
    if row is not None and _by_example(name, row[1]) and _meant(appraisal, context) is None:
        return False  # of a class of which others are named, one that is for other illnesses is no choice
    if row is not None:
        opening = f"{name} ({source_name(row[0])}; {source_name(appraisal)})"
        said = "advised above" if placing.told(draft, row) else placing.briefly(row[1], context)
        parts[0] = (_placed(parts[0][0], name, appraisal, context), *parts[0][1:])
        parts = [(said, said, row[1].span), *parts]
    text = f"{opening}: {'; '.join(text for text, _, _ in parts)}"
    easy = f"{opening}: {'. '.join(wording.upper(easy) for _, easy, _ in parts)}"
    _say_taken(draft, name, appraisal, context)
    draft.add(text, Kind.DIRECTIVE, [span for _, _, span in parts], plain=easy)
    return True


def _placed(use_: str, name: str, appraisal: Appraisal, context: Context) -> str:
    """What is said of the label of a treatment that guidelines place: that of other illnesses says nothing here. That
    this one is not among its uses is said by the rule that holds for the treatment asked about: a label for `infections
    of the urinary tract`, or for whatever responds to it, leaves that open."""
    if not use_.startswith(("for ", "to ")):
        return use_
    near = _meant(appraisal, context)
    if near is None:
        if as_if.asked(name, context).off_label:
            return "this is not among its indications"
        return f"its label is {use_}" if len(use_.split()) <= LONGEST else "its label is for a wide class of illnesses"
    if any(own and own <= words.stems(use_) for own in map(words.stems, (near.condition,))):
        return f"its label is {use_}"
    return f"its label is {indicated.meant(wording.lower(near.condition or near.text))}"


def _meant(appraisal: Appraisal, context: Context) -> Directive | None:
    """The use on a label that is of the illness or of a kind of it; None where there is none."""
    names = [name for c in aimed.problem(context) for name in (c.text, c.label, *c.synonyms[:8])]
    uses = list(_of(appraisal, DirectiveAction.INDICATED))
    of_it = (
        d for d in uses if rivals.is_for(d, context) or fellows.names(d.text, context) or aimed.meant(d.text, context)
    )
    of_kind = (d for d in uses if any(_akin(name, d.text) for name in names))
    return next(of_it, None) or next(of_kind, None)


def _akin(name: str, text: str) -> bool:
    """Whether a text has the roots of all that tells in the name of an illness (`neuropathic` in `neuropathy`), or is
    on pain as such, of whatever origin that is."""
    if _PAIN.search(name) and _PAIN.search(text):
        return True
    roots = [word[:ROOT].lower() for word in words.content(name) if not _OF_ANY.fullmatch(word)]
    said = [word[:ROOT].lower() for word in words.content(text)]
    return bool(roots) and set(roots) <= set(said)


_PAIN: Final = caseless(r"\bpain\b")
ROOT: Final = 8
"""Letters of a word that are compared."""
_OF_ANY: Final = caseless(
    r"disorders?|diseases?|syndromes?|pains?|chronic|acute|severe|illness|infections?|conditions?"
)


def _by_example(name: str, item: Directive) -> bool:
    """Whether advice names other members of a class as its examples (`an SSRI such as A`)."""
    return _SUCH_AS.search(item.text) is not None and not wording.stands_in(name.lower(), item.text.lower())


_SUCH_AS: Final = caseless(r"\bsuch as\b")


def _say_taken(draft: Draft, name: str, appraisal: Appraisal, context: Context) -> None:
    """What the label of an option says of the first drug that the patient takes."""
    left = [d for d in context.question.patient.drugs if d.lower() not in context.drugs or is_open(context.question)]
    patient = msgspec.structs.replace(context.question.patient, drugs=tuple(left))  # without what is to be replaced
    for item in _of(appraisal, DirectiveAction.INTERACTION):
        if taken := fitting.takes(item.text, patient):
            draft.add(f"{name} with {taken} ({source_name(appraisal)}): {_short(item)}", Kind.DIRECTIVE, (item.span,))
            return


def say_with_taken(draft: Draft, context: Context, offered: Iterable[str]) -> None:
    """What the labels of drugs that the patient takes say of options, by their name or class; the gravest of each."""
    met = (next((r for r in vetting.beside(name, context) if vetting.of_taken(r, context)), None) for name in offered)
    for appraisal, item in dict.fromkeys(row for row in met if row is not None):
        # The label names the class: that the option is of it is not said in its name.
        lead = f"with {item.drug.lower()}, which is taken ({source_name(appraisal)})"
        draft.add(f"{lead}: {_short(item)}", Kind.DIRECTIVE, (item.span,))


_BOXED: Final = "boxed warning: "
_SHOWN: Final = (
    (DirectiveAction.BOXED_WARNING, _BOXED, "strongest kind of warning: ", 1),
    (DirectiveAction.CONTRAINDICATED, "contraindicated: ", "it must not be used in ", 2),
    (DirectiveAction.MONITOR, "to watch: ", "checks: ", 1),
)
"""Action, lead, plain lead, how many."""


def _parts(appraisal: Appraisal, context: Context, told: Sequence[str]) -> Iterator[tuple[str, str, Span]]:
    """Use, what holds for such a patient, boxed warning, contraindications with those that fit this patient first,
    monitoring."""
    patient = context.question.patient
    if any(_of(appraisal, DirectiveAction.INDICATED)):
        said, span = use(appraisal, context)
        yield said, f"it is meant {said}", span
    yield from _for_such(appraisal, context)
    brief = not is_open(context.question)  # beside the treatment asked about an option is told in short
    for action, lead, easy, most in _SHOWN:
        if brief and action is DirectiveAction.MONITOR:
            continue
        rows = sorted(_of(appraisal, action), key=lambda item: not fitting.speaks_of(item.text, patient))
        short = [item for item in rows if len(item.text.split()) <= LONGEST or action is DirectiveAction.BOXED_WARNING]
        needed = action is DirectiveAction.CONTRAINDICATED
        shown = short[: 1 if brief else most] or rows[: int(needed)]  # what it is forbidden in is told at any length
        for item in shown:
            said = _short(item).partition("; ")[0] if brief else _short(item)
            if brief and needed and itself.alone(item.text, item.drug):
                continue  # that nobody takes it who reacted to it goes without saying
            if brief and not needed and _as_above(item, context, told):
                yield f"{lead.rstrip(': ')} as above", f"{easy.rstrip(': ')} as above", item.span
                continue
            against = needed and fitting.speaks_of(item.text, patient) and fitting.certain(item.text, patient)
            text = f"contraindicated for this patient: {said}" if against else f"{lead}{said}"
            easier = easy.replace(" in ", " ") if _OPENS_AS.match(said) else easy
            yield text, f"it must not be used in this person: {said}" if against else f"{easier}{said}", item.span


def _as_above(item: Directive, context: Context, told: Sequence[str]) -> bool:
    """Whether the treatment asked about, or another one that was told before, has the same boxed warning but for the
    name, as their class has it."""
    mine = _bare_words(item)
    rows = [_bare_words(d) for _, d in context.directives(DirectiveAction.BOXED_WARNING) if d.drug]
    parts = (part for text in told for part in text.lower().split("; "))
    rows += [words.stems(part.removeprefix(_BOXED)) for part in parts if part.startswith(_BOXED)]
    return any(len(mine & own) >= ALIKE * min(len(mine), len(own)) > 0 for own in rows)


def _bare_words(item: Directive) -> frozenset[str]:
    return words.stems(item.text) - words.stems(item.drug)


ALIKE: Final = 0.8
"""Share of the words of the shorter one from which on two boxed warnings are the same."""


_OPENS_AS: Final = caseless(r"(?:with|after|during|before|together|within|in|while|for|by|when)\b")
"""How a contraindication opens that says itself when it holds: `with any other product`."""


def use(appraisal: Appraisal, context: Context) -> tuple[str, Span]:
    """What a label is for, of which it names one use at least: that asked about before others; of one among many its
    name alone."""
    rows = sorted(
        _of(appraisal, DirectiveAction.INDICATED),
        key=lambda i: (
            not rivals.is_for(i, context),
            not fellows.names(i.text, context),
            not context.indicated_for_this(i),
        ),
    )
    item = rows[0]
    said = indicated.meant(wording.lower(item.condition or item.text))
    if len(item.text.split()) > LONGEST and aimed.meant(item.text, context):
        said = f"for {wording.join(aimed.said_in(item.text, context), 'or')}, among others"
    if _over_the_counter(item.text) and context.use and not rivals.is_for(item, context):
        said = "sold for other uses"  # that aspirin eases aches is no word on a stroke
    return said, item.span


def _over_the_counter(text: str) -> bool:
    """Whether a label speaks as what is sold without a prescription does."""
    return _MINOR.search(text) is not None


_MINOR: Final = caseless(r"\bminor aches\b|\bover the counter\b|\bas a doctor directs\b")


def _for_such(appraisal: Appraisal, context: Context) -> Iterator[tuple[str, str, Span]]:
    """The first thing that the label directs at what was measured, and for such a patient."""
    name = next((d.drug.lower() for d in appraisal.directives if d.drug), "")
    yield from ((said, said, span) for said, span in vetting.said_at_value(name, context))
    patient = context.question.patient
    born = patient.breastfeeding  # to a mother what is of pregnancy alone is nothing
    every = (item for _, item in rivals.told(name, context))
    told = [d for d in every if not born or fitting.FEEDING.search(d.text) or not fitting.PREGNANT.search(d.text)]
    for item in told[:1]:
        surely = fitting.certain(f"{item.population} {item.text}", patient)  # no figure may be told
        whom, easy = ("this patient", "this person") if surely else ("such a patient", "such a person")
        yield f"for {whom}: {_short(item)}", f"for {easy}: {_short(item)}", item.span


def _of(appraisal: Appraisal, action: DirectiveAction) -> Iterable[Directive]:
    return (item for item in appraisal.directives if item.action is action)


def _short(item: Directive) -> str:
    return wording.lower(item.text.rstrip(". "))
