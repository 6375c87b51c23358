"""Cases: for which people and in which case advice of a guideline holds, and whether a question tells that case.

What is told before the advice (`for women with period pain who cannot take an NSAID, the choice is A`) or behind it (`A
when B is not suitable`) is its case: the words of it that are not of the illness itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from probatum.apply.choices.nearness import alike
from probatum.apply.context import Context
from probatum.apply.selection import is_proposed
from probatum.model import Intent, Kind, RecordKind, Role, Statement
from probatum.text import no_allergy, tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of

TREATS: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)
OPENS: Final = caseless(
    r"^\W*(?:in|for|with|after|during) (?P<what>(?:[^.;]|\.(?=\d)){4,220}?), "
    r"(?=(?!(?:and|or|who|when|with|without|cannot|is|are|has|have|do|does|such|that|which|of|in|for|to)\b)[^,]*?"
    r"\b(?:recommends?|recommended|advises?|advise|says?|choices?|dose|alternatives?|first|added|given|used|started|stopped"
    r"|should|may|can|suggests?|needs?|follows?|options?|is|are|taken)\b)"
)
_BEHIND: Final = caseless(r" (?:when|if|unless|for (?:people|women|men|those) who) (?P<what>[^.;]{4,160})")
_NEEDLESS: Final = words.stems(
    "adult child person people patient man woman year month day hour week treatment treated medicine drug need "
    "suitable take taken give given use used start started not no without cannot unable bear tolerate tolerated "
    "intolerant contraindicated work worked help helped relieve relieved control controlled enough improve "
    "improved better fail failed persist despite still older elderly acute infection disease more less above below "
    "first line "
    "second choice attack recommend option diagnosed newly symptom new symptoms old age suspected confirmed known"
)
"""Words of a case that say nothing of it by themselves: of whom the ages tell, of a failure `tried`."""
_MAY_NOT: Final = caseless(
    r"\b(?:cannot|can ?not|can['’]?t|unable to|contraindicat\w+|(?:is|are|was|were|been) not|n['’]t|not (?:suitable"
    r"|tolerated|fit|possible|wanted|suit|want|tolerate)|intoleran\w+|unsuitable|allerg\w+|declin\w+|refus\w+|without)\b"
)


class Case(NamedTuple):
    """The words of a case that are not of the illness itself, and what of something before is over in it: that it has
    failed, or that it may not be had."""

    stems: frozenset[str]
    denies: str


def illness(context: Context) -> list[frozenset[str]]:
    """The stems of the names of what is treated, be it read as what is to get better."""
    felt = (c for c in context.question.having(Role.OUTCOME) if c.semantic in ("condition", "symptom"))
    every = context.question.having(Role.POPULATION) or tuple(felt)
    return [own for c in every for n in c.names if (own := words.stems(n))]


def told_in(context: Context) -> frozenset[str]:
    """The stems of all that the question tells, its concepts by each of their names."""
    question = context.question
    own = question.having(Role.POPULATION)  # a kind of the illness among its names is not told by its name
    chosen = question.having(Role.INTERVENTION) if is_proposed(question) else ()
    typed, read = (no_allergy.masked(text) for text in (question.typed, question.read))
    low, left = question.read.lower(), read.lower()
    gone = [c for c in question.concepts if c.text.lower() in low and c.text.lower() not in left]
    said = [c for c in question.concepts if c not in (*chosen, *gone)]  # what was chosen here nobody told of
    names = (n for c in said for n in (c.text, c.label, *(() if c in own else c.synonyms[:8])))
    kinds = (kind for c in said if c.semantic == "drug" for kind in classes_of(c.label))
    patient = question.patient
    states = f"{patient.pregnancy} {'breast-feeding' * patient.breastfeeding} {' '.join(patient.conditions)}"
    return words.stems(alike(" ".join((typed, read, states, *names, *kinds))))


def cases_of(text: str, title: str, ill: list[frozenset[str]]) -> list[Case]:
    """Each way in which a case of a sentence may hold: what is joined by `or` holds by one of its parts."""
    opening = OPENS.match(text)
    what = opening["what"] if opening else ""
    behind = _BEHIND.search(text, opening.end() if opening else 0)
    titled = words.stems(title)
    own = titled | frozenset().union(*([one for one in ill if one & titled] or ill))
    every = [f"{one} {behind['what']}" if behind else one for one in _either(what)]
    out = own | _NEEDLESS | _FIGURES
    return [Case(words.stems(alike(_ASIDE.sub(" ", one))) - out, denies_in(one)) for one in every]


def _either(what: str) -> Iterable[str]:
    """A case with each of its last joined parts by itself."""
    shared, *rest = _OR.split(what)
    if not rest:
        return (what,)
    lead, sign, first = shared.rpartition(" who ") if " who " in shared else shared.rpartition(" with ")
    return tuple(f"{lead}{sign}{part}" for part in (first, *rest)) if sign else (what,)


def untold(text: str, title: str, context: Context) -> bool:
    """Whether a sentence opens with a case of which the question tells a part at most."""
    if OPENS.match(text) is None:
        return False
    ill = illness(context)
    told = told_in(context)
    return bool(ill) and all(case.stems - told for case in cases_of(text, title, ill))


def denies_in(text: str) -> str:
    """Whether a text tells that something may not be had, or has failed; empty for neither."""
    text = no_allergy.masked(text)
    if _MAY_NOT.search(text) or tried.not_borne(text):
        return BARRED
    return FAILED if tried.tells_failed(text) or tried.failed(text) else ""


FAILED: Final = "failed"
BARRED: Final = "barred"


_OR: Final = re.compile(r", (?:or )?| or ")
_ASIDE: Final = caseless(r"\([^()]{1,90}\)|-(?:induced|associated|related)\b")
_FIGURES: Final = frozenset(str(figure) for figure in range(200))
_FIRST: Final = caseless(r"\bfirst[- ](?:choices?|line)\b")


def led(statements: Sequence[Statement], context: Context) -> tuple[Statement, ...]:
    """The statements, where the first of them that a guideline makes is for a case that is not told, with one of the
    same guideline that is for the illness as it is told before it."""
    made = [(n, s) for n, s in enumerate(statements) if s.kind in _SAID and _of_guideline(s)]
    if not made or context.question.intent not in TREATS or not _is_untold(made[0][1], context):
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
