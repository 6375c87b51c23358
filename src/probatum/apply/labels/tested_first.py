"""Tested first: what labels say of a test that is asked for before a medicine is started, whole and before all else."""

from __future__ import annotations

from typing import Final

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.once import once
from probatum.model import Appraisal, Directive, DirectiveAction, Kind, Role
from probatum.text import pretests
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]
MOST: Final = 2
_NO_DIRECTION: Final = (DirectiveAction.INDICATED, DirectiveAction.STATUS)
_DONE: Final = caseless(
    r"\b(?:test(?:s|ed|ing)?|measured|checked|assessed|monitored|examin\w+|ruled out|required|needed|done)\b"
)


def asked(context: Context) -> pretests.Asked | None:
    """The test, where it is asked for before the very medicine is started, and nothing else is."""
    question = context.question
    if not context.drug_like or context.combined or question.having(Role.COMPARATOR) or context.asks_dose:
        return None
    found = pretests.asked(question.typed) or pretests.asked(question.read)
    if found is None:
        return None
    names = (n.lower() for c in question.having(Role.INTERVENTION) for n in (c.text, c.label, *c.synonyms[:12]))
    behind = found.behind.lower()
    return found if any(name in behind for name in names if name) else None


@once
def rows(context: Context) -> tuple[Row, ...]:
    """The directions of the labels on that test: those of a start first, then those that have it done."""
    found = asked(context)
    every = [(a, d) for a in context.labels for d in a.directives if d.action not in _NO_DIRECTION]
    if found is None:
        return ()
    if found.tests:
        kept = [row for row in every if any(one.told.search(row[1].text) for one in found.tests)]
    else:
        kept = [row for row in every if pretests.first(row[1].text) and _DONE.search(row[1].text)]
        kept = kept or [row for row in every if row[1].action is DirectiveAction.MONITOR]
    kept = [row for row in kept if row[1].action is not DirectiveAction.INTERACTION or pretests.first(row[1].text)]
    kept.sort(key=lambda row: (not pretests.first(row[1].text), _DONE.search(row[1].text) is None))
    done = [row for row in kept if _DONE.search(row[1].text)]
    return tuple((done or kept)[: MOST if found.tests else MOST + 1])


def say(draft: Draft, context: Context) -> None:
    """Those directions, and that no label has the test done before the start where none does."""
    found, told = asked(context), rows(context)
    if found is None:
        return
    first = [row for row in told if pretests.first(row[1].text) or _STARTS.search(row[1].text)]
    directives(draft, first, "Before it is started", "Before it is started")
    directives(draft, [row for row in told if row not in first], "On that test", "On that test")
    if first:
        return
    name = wording.join(context.named)
    what = wording.join([one.name for one in found.tests]) if found.tests else "a test"
    held, lacking = f"no label of {name} that is held tells", f"no label of {name} is held, so nothing is told here"
    lead = held if context.labels else lacking
    draft.add(
        f"{lead} of {what} before it is started; this does not mean that it is not needed",
        Kind.ABSENCE,
        plain=f"we found no label of {name} that tells of {what} before it is started. This does not mean that it is "
        "not needed. Ask your doctor or pharmacist",
    )


_STARTS: Final = caseless(r"\bbefore (?:they|it|he|she|the patient)\b[^.;]{0,20}\bstart")
