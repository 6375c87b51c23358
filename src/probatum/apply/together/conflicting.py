"""Conflicting: one drug that a source advises and another warns of, side by side and never averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.children import whom
from probatum.apply.choices import controlling, elsewhere, options, same_aim, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.once import once
from probatum.apply.patient import sexes, uses
from probatum.apply.quoted.choosing import of_the_paper
from probatum.apply.together import other_takers
from probatum.model import Appraisal, Directive, DirectiveAction, RecordStatus, Role
from probatum.text import doses, words
from probatum.text.expressions import expression

_WHO: Final = expression(
    r"(?:In (?:the )?[A-Z][\w ]{1,30}, )?(?:the )?[A-Z][\w &]{1,60}?(?: \([A-Z]{2,8}\))? "
    r"(?=(?:recommend|advise|suggest|rate|consider|say|state|warn)s\b)"
)


_ASIDE: Final = expression(r", which [^,;.“”]+$")


AGAINST: Final = (DirectiveAction.NOT_RECOMMENDED, DirectiveAction.BOXED_WARNING)


def _on_problem(context: Context, item: Directive) -> bool:
    """Whether a recommendation is about the outcome asked about (or, where none was, the population)."""
    said = {words.stem(w) for w in words.content(f"{item.text} {item.condition}")}
    role = Role.OUTCOME if context.outcome else Role.POPULATION
    names = [n for c in context.question.having(role) for n in c.names]
    stems = [{words.stem(w) for w in words.content(name)} for name in names or [context.outcome, context.population]]
    # A bare `deficiency` or `infection` is of what the question names beside it.
    own = words.stems(" ".join(context.drugs))
    return any(s and s <= said and (not s <= _OF_ANYTHING or bool(own & said)) for s in stems)


_OF_ANYTHING: Final = words.stems(
    "deficiency deficiencies lack excess overload disease disorder infection level levels"
)


def _of_its_state(context: Context, appraisal: Appraisal, item: Directive) -> bool:
    """Whether advice is for the pregnancy or breast-feeding that the question tells of, in a guideline whose title
    names the problem: its sentences call it by a shorter or a narrower name."""
    people = context.question.having(Role.POPULATION)
    ill = [c for c in people if not (fitting.PREGNANT.search(c.label) or fitting.FEEDING.search(c.label))]
    if len(ill) < len(people) and not ill:  # the state itself is no problem that is treated
        ill = list(context.question.having(Role.OUTCOME))
    names = [n for c in ill for n in c.names]
    titled = words.stems(appraisal.record.title)
    return suiting.for_state_named(item, context) and any(own and own <= titled for own in map(words.stems, names))


@once
def recommendations(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What guidelines advise for or against in the problem asked about, of drugs that no allergy rules out."""
    return tuple(
        (appraisal, item)
        for appraisal in context.guidelines
        for item in appraisal.directives
        if item.action in (DirectiveAction.RECOMMENDED, DirectiveAction.NOT_RECOMMENDED)
        and (_on_problem(context, item) or _of_its_state(context, appraisal, item))
        and not options.of_a_pregnancy(appraisal, context)
        and sexes.fits(item.text, context.question.patient)
        and all(options.allowed(name, context) for name in options.named(item))
        and not _aside(item, context)
        and same_aim.serves(item, context)
    )


def _aside(item: Directive, context: Context) -> bool:
    """Whether advice is given in passing, or for another illness, other people or another aim."""
    return bool(
        options.IN_PASSING.search(item.text)
        or of_the_paper(item.span.quote)
        or elsewhere.of_babies(item.text, context)
        or whom.opens_with_adults(item.text, context.question.patient)
        or uses.of_what_is_prevented(item, context)
        or uses.in_other_people(item, context)
        or uses.only_kept_away(item, context)
        or controlling.of_another_aim(item.text, context.question)
    )


def _warnings(context: Context) -> Iterable[tuple[Appraisal, Directive]]:
    """What speaks against drugs: recommendations against, then boxed warnings that name the problem asked about."""
    found = [
        (a, d)
        for a in context.appraisals
        for d in a.directives
        if d.drug and d.action in AGAINST and (d.action is DirectiveAction.NOT_RECOMMENDED or _on_problem(context, d))
        if not other_takers.pair_of(d)  # against two together: nobody advises that
    ]
    return sorted(found, key=lambda pair: AGAINST.index(pair[1].action))


@once
def conflicts(context: Context) -> tuple[tuple[str, str, Directive, Directive], ...]:
    """One drug advised by one source and warned against by another: side by side, never averaged.

    Gives (drug, sentence, advice, warning).
    """
    return tuple(_conflicts(context))


def _conflicts(context: Context) -> Iterator[tuple[str, str, Directive, Directive]]:
    wanted: dict[str, tuple[Appraisal, Directive]] = {}
    for appraisal, item in recommendations(context):
        stands = appraisal.record.status is not RecordStatus.SUPERSEDED
        if item.drug and item.action is DirectiveAction.RECOMMENDED and stands:
            wanted.setdefault(item.drug.lower(), (appraisal, item))
    told_drugs: set[str] = set()
    for other, against in _warnings(context):
        drug = against.drug.lower()
        if drug not in wanted or drug in told_drugs or other.record.country == wanted[drug][0].record.country:
            continue
        appraisal, item = wanted[drug]
        if other.record.status is RecordStatus.SUPERSEDED or not _same_matter(item, against):
            continue
        if suiting.for_state_named(against, context) and not suiting.for_state_named(item, context):
            continue  # what is advised for everybody is no word against what is said of her pregnancy
        told_drugs.add(drug)
        text = (
            f"sources disagree on {drug}: {source_name(appraisal)}: “{_quoted(item)}”; "
            f"{source_name(other)}: “{_quoted(against)}”{_apart(appraisal, item, other, against)}"
        )
        yield drug, text, item, against


APART: Final = " (they differ in"
"""What begins the words for that which parts two sources."""


def _apart(one: Appraisal, item: Directive, other: Appraisal, against: Directive) -> str:
    """What parts two sources that disagree, as far as both tell it: illness, people, dose, country, date."""
    traits = (
        ("illness", wording.join(sorted(_illnesses(item))), wording.join(sorted(_illnesses(against)))),
        ("people", item.population, against.population),
        ("dose", _dose(item), _dose(against)),
        ("country", one.record.country, other.record.country),
        ("date", str(one.record.year or ""), str(other.record.year or "")),
    )
    apart = [name for name, own, its in traits if own and its and own.casefold() != its.casefold()]
    return f"{APART} {wording.join(apart)})" if apart else ""


def _dose(item: Directive) -> str:
    return ", ".join(item.text[d.start : d.end] for d in doses.read(item.text))


def _same_matter(one: Directive, other: Directive) -> bool:
    """Whether two directives may be of one illness: against stroke in atrial fibrillation is not against all."""
    first, second = _illnesses(one), _illnesses(other)
    return not first or not second or bool(first & second)


def _illnesses(item: Directive) -> set[str]:
    found = vocabulary.load().find(item.span.quote)
    return {m.term.label for m in found if m.term.semantic in ("condition", "symptom")}


def _quoted(item: Directive) -> str:
    """The words of a directive without where it holds and who says so, which stand before it, and without asides."""
    text = " ".join(item.span.quote.split()).rstrip(". ")
    found = _WHO.match(text)
    return _ASIDE.sub("", text[found.end() :] if found else text)
