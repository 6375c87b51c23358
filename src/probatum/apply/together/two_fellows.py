"""Two fellows: what the labels of two of a narrow class keep from people with an illness holds for a third whose label
says nothing of it: two are no chance, and silence is no leave.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probatum.apply import fitting
from probatum.apply.choices import as_if
from probatum.apply.context import Context
from probatum.apply.once import once_for
from probatum.apply.patient import for_patient
from probatum.model import Appraisal, Directive, DirectiveAction, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

Row = tuple[Appraisal, Directive]
_TWO: Final = 2


def kept(name: str, kinds: Iterable[str], context: Context) -> Row | None:
    """What keeps two others of these classes from people with an illness of the patient's, where nothing on the label
    of this one names that illness; None elsewhere."""
    names = _illnesses(context)
    fellows = {member.lower() for kind in kinds for member in members(kind)} - {name.lower()} if names else set()
    every = [row for fellow in sorted(fellows) if (row := _barred(fellow, context)) is not None]
    first = next((row for row in every if fitting.names_one(row[1].text, names)), None)
    rows = [row for row in every if first is not None and _alike(row[1]) & _alike(first[1])]
    if first is None or len({item.drug.lower() for _, item in rows}) < _TWO:
        return None
    named = tuple(one for one in names if fitting.names_one(first[1].text, (one,)))
    own = (d for a in as_if.labels(name, context) for d in a.directives if d.action is not DirectiveAction.INDICATED)
    return None if any(fitting.names_one(item.text, named) for item in own) else first


def _illnesses(context: Context) -> tuple[tuple[str, ...], ...]:
    """The names of what the people of the question have."""
    return tuple((c.label, c.text, *c.synonyms) for c in context.question.having(Role.POPULATION))


@once_for
def _barred(fellow: str, context: Context) -> Row | None:
    """What rules one of the class out for what the patient has, by its own label: no medicine that is taken, no allergy
    and no measure of kidneys or age."""
    rows = for_patient.barred(as_if.asked(fellow, context)) if as_if.labels(fellow, context) else ()
    taken = context.question.patient
    texts = ((row, row[1].text) for row in rows)
    return next((r for r, t in texts if not (fitting.takes(t, taken) or fitting.special(t) or _REACTS.search(t))), None)


_REACTS: Final = caseless(r"\b(?:hypersensitiv|allerg|anaphyla)")


def _alike(item: Directive) -> frozenset[str]:
    """The words of a limit, without the medicine and what every limit says."""
    return words.stems(item.text) - words.stems(item.drug) - _OF_ANY


_OF_ANY: Final = words.stems(
    "people patients adults with in of a an or the other not recommended contraindicated avoided should be used given"
    " severe active known history disease disorder acute chronic"
)
