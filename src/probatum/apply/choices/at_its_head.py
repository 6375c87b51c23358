"""At its head: the advice that opens with just the case that is told.

Guidelines say for which people and in which case advice holds before they give it (`for women with period pain who
cannot take an NSAID, the choice is A`) or behind it (`A when B is not suitable`). Where every word of that case stands
in the question, the advice answers it, and what holds for the illness at large does not: the sentence whose case tells
most of the question leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, guidance, next_step, options, second_line
from probatum.apply.choices.nearness import alike
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.quoted.admitting import meet
from probatum.apply.quoted import sides
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient
from probatum.apply.selection import is_open, is_proposed
from probatum.model import Concept, Intent, Kind, RecordKind, Role, Statement
from probatum.text import doses, tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST: Final = 2
_ASKED: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)
_OPENS: Final = caseless(
    r"^\W*(?:in|for|with|after|during) (?P<what>(?:[^.;]|\.(?=\d)){4,220}?), "
    r"(?=(?!(?:and|or|who|when|with|without|cannot|is|are|has|have|do|does|such|that|which|of|in|for|to)\b)[^,]*?"
    r"\b(?:recommends?|recommended|advises?|advise|says?|choices?|dose|alternatives?|first|added|given|used|started|stopped"
    r"|should|may|can|suggests?|needs?|follows?|options?|is|are|taken)\b)"
)
_BEHIND: Final = caseless(r" (?:when|if|unless|for (?:people|women|men|those) who) (?P<what>[^.;]{4,160})")
_ADVISES: Final = caseless(
    r"\b(?:recommend(?:s|ed)?|choices?|the dose of|alternatives?|(?:is|are|may be|can be"
    r"|should be) (?:\w+ )?(?:added|given"
    r"|used|started|considered|offered|tried|replaced|put on|taken)|an option|options|first-line|suggests?|next step)\b"
)
_NEEDLESS: Final = words.stems(
    "adult child person people patient man woman year month day hour week treatment treated medicine drug need "
    "suitable take taken give given use used start started not no without cannot unable bear tolerate tolerated "
    "intolerant contraindicated work worked help helped relieve relieved control controlled enough improve "
    "improved better fail failed persist despite still acute infection disease more less above below first line "
    "second choice attack recommend option diagnosed newly symptom new symptoms old age suspected confirmed known"
)
"""Words of a case that say nothing of it by themselves: of whom the ages tell, of a failure `tried`."""
_MAY_NOT: Final = caseless(
    r"\b(?:cannot|can ?not|can['’]?t|unable to|contraindicat\w+|(?:is|are|was|were|been) not|n['’]t|not (?:suitable"
    r"|tolerated|fit|possible|wanted|suit|want|tolerate)|intoleran\w+|unsuitable|allerg\w+|declin\w+|refus\w+|without)\b"
)


class _Case(NamedTuple):
    """The words of a case that are not of the illness itself, and what of something before is over in it: that it has
    failed, or that it may not be had."""

    stems: frozenset[str]
    denies: str


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences whose case the question tells, those that tell most of it; none where it tells no more than the
    illness."""
    question = context.question
    if question.danger or question.intent not in _ASKED or context.combined:
        return ()
    ill = _ill(context)
    if not ill:
        return ()
    told = _told(context)
    denies = _denies(f"{question.typed} {question.read}")
    found: list[tuple[tuple[float, ...], Salient]] = []
    for one in second_line.sentences(ill, context):
        if (near := _near(one, ill, told, denies=denies, context=context)) > 0:
            found.append(((near, *_place(one.span.quote, context)), one))
    found.sort(key=lambda row: row[0], reverse=True)
    best = [one for place, one in found if place[0] == found[0][0][0]]
    return () if _leads(best, context) else tuple(best[:MOST])


def _leads(best: list[Salient], context: Context) -> bool:
    """Whether the advice that would lead is one of these sentences already."""
    open_ = is_open(context.question) or is_proposed(context.question)
    first = (*(options.recommended(context)[:1] if open_ else ()), *guidance.rows(context)[:1])
    return bool(first) and all(any(meet(item.span, one.span) for one in best) for _, item in first)


def _ill(context: Context) -> list[frozenset[str]]:
    """The stems of the names of what is treated, be it read as what is to get better."""
    felt = (c for c in context.question.having(Role.OUTCOME) if c.semantic in ("condition", "symptom"))
    return second_line.illness(context.question) or [own for c in felt for n in c.names if (own := words.stems(n))]


def _told(context: Context) -> frozenset[str]:
    """The stems of all that the question tells, its concepts by each of their names."""
    question = context.question
    own = question.having(Role.POPULATION)  # a kind of the illness among its names is not told by its name
    names = (n for c in question.concepts for n in (c.text, c.label, *(() if c in own else c.synonyms[:8])))
    kinds = (kind for c in question.concepts if c.semantic == "drug" for kind in classes_of(c.label))
    patient = question.patient
    states = f"{patient.pregnancy} {'breast-feeding' * patient.breastfeeding} {' '.join(patient.conditions)}"
    return words.stems(alike(" ".join((question.typed, question.read, states, *names, *kinds))))


def _near(one: Salient, ill: list[frozenset[str]], told: frozenset[str], *, denies: str, context: Context) -> float:
    """How many words of a sentence's case the question tells; 0 where it does not tell the whole of it."""
    text = one.span.quote
    if not (_ADVISES.search(text) and quotable(one.span)):
        return 0.0
    if _CHECKS.search(text) and "checks" not in sides.asked(context.question.read):
        return 0.0  # what is tested beside a treatment is no treatment
    if guidance.of_needing(text, context):
        return 0.0  # whether it is needed comes first
    kept = _KEPT_AWAY.search(text)
    if kept and context.question.intent is not Intent.PREVENTION:
        if any(own <= words.stems(kept["what"]) for own in ill):
            return 0.0  # what keeps the illness away treats none
    cases = _cases(text, one.appraisal.record.title, ill)
    young = whom.is_child(context.question.patient) and fitting.YOUNG.search(text) is not None
    held = [case for case in cases if (case.stems or young) and case.stems <= told and case.denies == denies]
    if not held or not _fits(one, ill, context):
        return 0.0
    return max(len(case.stems) for case in held) + 1.0 * young


def of_failure(context: Context) -> bool:
    """Whether these sentences tell what is done where something has failed or may not be had."""
    return bool(rows(context) and _denies(f"{context.question.typed} {context.question.read}"))


def _cases(text: str, title: str, ill: list[frozenset[str]]) -> list[_Case]:
    """Each way in which a case of a sentence may hold: what is joined by `or` holds by one of its parts."""
    opening = _OPENS.match(text)
    what = opening["what"] if opening else ""
    behind = _BEHIND.search(text, opening.end() if opening else 0)
    titled = words.stems(title)
    own = titled | frozenset().union(*([one for one in ill if one & titled] or ill))
    every = [f"{one} {behind['what']}" if behind else one for one in _either(what)]
    return [_Case(words.stems(alike(_ASIDE.sub(" ", one))) - own - _NEEDLESS - _FIGURES, _denies(one)) for one in every]


def _either(what: str) -> Iterable[str]:
    """A case with each of its last joined parts by itself."""
    shared, *rest = _OR.split(what)
    if not rest:
        return (what,)
    lead, sign, first = shared.rpartition(" who ") if " who " in shared else shared.rpartition(" with ")
    return tuple(f"{lead}{sign}{part}" for part in (first, *rest)) if sign else (what,)


def untold(text: str, title: str, context: Context) -> bool:
    """Whether a sentence opens with a case of which the question tells a part at most."""
    if _OPENS.match(text) is None:
        return False
    ill = _ill(context)
    told = _told(context)
    return bool(ill) and all(case.stems - told for case in _cases(text, title, ill))


def _denies(text: str) -> str:
    """Whether a text tells that something may not be had, or has failed; empty for neither."""
    if _MAY_NOT.search(text) or tried.not_borne(text):
        return BARRED
    return FAILED if tried.tells_failed(text) or tried.failed(text) else ""


FAILED: Final = "failed"
BARRED: Final = "barred"


def _fits(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence is for such a patient, and gives what is asked for by name."""
    text, question = one.span.quote, context.question
    if not second_line.is_for(one, ill, context) or elsewhere.for_others(text, context):
        return False
    if elsewhere.of_some(text, context):
        return False
    opening = _OPENS.match(text)
    gives, case = (text[opening.end() :], opening["what"]) if opening else (text, "")
    given = () if is_proposed(question) else question.having(Role.INTERVENTION)
    wanted = [c for c in given if c.semantic in ("drug", "procedure") and not (_denies(case) and _names(case, c))]
    return all(_names(gives, c) for c in wanted) and (bool(wanted) or not next_step.bars(text.partition(";")[0]))


def _names(text: str, concept: Concept) -> bool:
    """Whether a text names what is asked about, the class that it is in, or a member of it."""
    said = words.stems(text)
    kin = (*classes_of(concept.label), *members(concept.label))
    names = (concept.text, concept.label, *concept.synonyms[:8], *kin)
    return any((own := words.stems(name)) and own <= said for name in names)


def _place(text: str, context: Context) -> tuple[float, ...]:
    """Of sentences of one case what is given first before what comes later, and with its dose where that is asked."""
    dosed = context.question.intent is Intent.DOSING and bool(doses.read(text))
    later = _SECOND.search(text) is not None
    behind = tried.behind(context.question.typed)
    aged = fitting.age(context.question.patient) is not None and fitting.YOUNG.search(text) is not None
    return float(dosed), float(aged), float(later == behind), float(_FIRST.search(text) is not None)


_CHECKS: Final = caseless(
    r"\b(?:samples?|swabs?|cultures?)\b[^.;]{0,40}\b(?:before|taken|for)\b|\b(?:is|are"
    r"|be) (?:\w+ )?(?:measured|checked|tested"
    r"|monitored|reviewed)\b"
)
_OR: Final = re.compile(r", (?:or )?| or ")
_ASIDE: Final = caseless(r"\([^()]{1,90}\)|-(?:induced|associated|related)\b")
_KEPT_AWAY: Final = caseless(r"\bto prevent (?P<what>[^.;,]{3,60})")
_SECOND: Final = caseless(r"\bsecond[- ](?:choices?|line)\b|\balternatives?\b|\bnext step\b|\bfurther choice\b")
_FIRST: Final = caseless(r"\bfirst[- ](?:choices?|line)\b")
_FIGURES: Final = frozenset(str(figure) for figure in range(200))


def led(statements: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements, where the first of them that a guideline makes is for a case that is not told, with one of the
    same guideline that is for the illness as it is told before it."""
    made = [(n, s) for n, s in enumerate(statements) if s.kind in _SAID and _of_guideline(s)]
    if not made or context.question.intent not in _ASKED or not _is_untold(made[0][1], context):
        return tuple(statements)
    first = made[0][1]
    record = first.supports[0].record
    better = [s for _, s in made[1:] if s.supports[0].record == record and not _is_untold(s, context)]
    better = [s for s in better if _FIRST.search(s.text)]
    if not better:
        return tuple(statements)
    rest = [s for s in statements if s is not better[0]]
    rest.insert(made[0][0], better[0])
    return tuple(rest)


_SAID: Final = (Kind.QUOTED, Kind.DIRECTIVE)


def _of_guideline(one: Statement) -> bool:
    return bool(one.supports) and one.supports[0].source.kind is RecordKind.GUIDELINE


def _is_untold(one: Statement, context: Context) -> bool:
    return any(untold(span.quote, span.source.title, context) for span in one.supports[:1])
