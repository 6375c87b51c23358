"""Guided: the steps of a path that a guideline on the very treatment and illness lays down, each at its place.

What is looked for first, for whom it is, when it is looked at again and when it ends stand in guidelines and nowhere in
trials. A recommendation is put where its words say that it belongs; one whose place they leave open makes no step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.choices import by_class, elsewhere, guidance, options, suiting
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import beginning, dose_rows, excluding, halts, reviewing, unlabelled_dose
from probatum.apply.sections.excluding import Row
from probatum.model import DirectiveAction, Kind
from probatum.text.expressions import caseless

MOST: Final = 2
"""Recommendations at one place of the path."""
LONGEST: Final = 45
"""Words of a recommendation that a step holds."""
_ENDS: Final = caseless(
    r"\b(?:stop(?:ping|ped)?|discontinu\w+|withdraw(?:s|n|ing)?|withdrawal of|taper\w*|deprescrib\w+)\b"
)
_AGAIN: Final = caseless(
    r"\b(?:reassess\w*|re-?view\w*|follow(?:ed)?[- ]up|re-?check\w*|monitor\w*)\b"
    r"|\bshould be (?:measured|checked|tested)\b[^.;]{0,40}\b(?:within|after) (?:the first )?\d"
    r"|\b(?:at least )?every \d+ (?:days?|weeks?|months?|years?)\b"
    r"|\b(?:weekly|monthly|yearly|annual(?:ly)?) (?:check|review|visit)"
)
_FIRST: Final = caseless(
    r"\bbefore (?:any|a|the|drug|starting|beginning|offering|giving|treatment|it)\b|\b(?:is|are|be|measures) first\b"
    r"|(?<!\bthe )(?<!\ba )\bfirst\b(?=[ ,;.]|$)(?![- ]line)(?! and second)"
    r"|\blook\w* for (?:the )?(?:causes?|reasons?|triggers?)\b"
)
_WHOM: Final = caseless(
    r"\bonly (?:to|in|for|if|when|where|after|those|people|adults|women|men|children)\b"
    r"|\b(?:should|do|does|are|is) not (?:be )?(?:offer\w*|us\w+|recommend\w*|giv\w+|start\w*|prescrib\w*)\b"
)
_NOT_SO: Final = ("should", "do", "does", "are", "is")
_NO_STEP: Final = caseless(r"\bno (?:evidence|recommendation)\b|\binsufficient\b|\bresearch\b")


class Guide:
    """The recommendations that make steps, by their place."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.first: list[Row] = []
        self.whom: list[Row] = []
        self.again: list[Row] = []
        self.ends: list[Row] = []
        for row in guidance.of_this(context):
            place = self._place(row)
            if place is not None and len(place) < MOST and len(row[1].text.split()) <= LONGEST:
                place.append(row)

    def _place(self, row: Row) -> list[Row] | None:
        """Where a recommendation belongs; the later place where its words name two."""
        text, action = row[1].text, row[1].action
        if _NO_STEP.search(text):
            return None
        against = action is DirectiveAction.NOT_RECOMMENDED
        if against and row[1].drug and not self.context.names_intervention(text):
            return None  # what is advised against is another treatment
        if against and elsewhere.of_a_sort(text, self.context):
            return None  # advice against one sort is no gate before the rest of the class
        if _ENDS.search(text) and not against:
            return self.ends
        if _AGAIN.search(text):
            return self.again
        meant = _WHOM.search(text)
        if meant and meant[0].split()[0] in _NOT_SO and not self.context.names_intervention(text):
            meant = None  # what is not to be used is something else
        if meant or against or action is DirectiveAction.CAUTION:
            return self.whom
        return self.first if _FIRST.search(text) and not by_class.on_it(row[1], self.context) else None


def before(steps: Steps, guide: Guide) -> None:
    """What is done before the treatment is thought of, and for whom it is."""
    if guide.first:
        _said(steps, "Before it is thought of", guide.first)
        steps.branch("a", "That is enough: stop here")
        steps.branch("b", "It is not enough, or was done: go on")


def advised(steps: Steps, guide: Guide) -> None:
    """What a guideline recommends of the treatment, where that has no other place of the path."""
    if rows := general(guide):
        _said(steps, "Go by the guideline", rows)


def general(guide: Guide) -> list[Row]:
    """The recommendation for the treatment in somebody of that age, as a list of one or none."""
    context = guide.context
    rows = [row for row in guidance.rows(context) if row[1].action is DirectiveAction.RECOMMENDED]
    if guide.first or guide.whom:
        return []
    if beginning.chosen_by_guideline(context):
        if not all(guidance.decided(item) for _, item in unlabelled_dose.advised(context)):
            return []
        rows = [row for row in rows if not row[1].dose and not guidance.decided(row[1])]  # whether it is given at all
    rows = [row for row in rows if _gives_it(row[1].text, context)]
    if not _ASKS_NEED.search(context.question.typed):  # who needs none is no advice on which is given
        rows = [row for row in rows if not _NEEDS_NONE.search(row[1].text)]
    rows = [row for row in rows if row not in (*guide.again, *guide.ends) and len(row[1].text.split()) <= LONGEST]
    patient = context.question.patient
    if context.classes:  # of a class, advice that leaves this patient none of what it names is nothing to go by
        rows = [row for row in rows if not row[1].drug or suiting.left(row[1], context)]
    rows = [row for row in rows if fitting.of_age(f"{row[1].population} {row[1].text}", patient)]
    rows = [row for row in rows if not _of_kidneys(row[1].text) or fitting.speaks_of(row[1].text, patient)]
    return [row for row in dose_rows.of_each_age(rows) if not options.second(row[1].text)]


_NEEDS_NONE: Final = caseless(r"\b(?:recommends?|needs?) no (?!more\b|longer\b|later\b)[a-z]")
_ASKS_NEED: Final = caseless(r"\b(?:need\w*|necessary|required?|whether|should|score|cha2?ds2?\S*|who|when)\b")


def _gives_it(text: str, context: Context) -> bool:
    """Whether advice names what is asked about elsewhere than in its opening condition: what is given in resistance to
    A is suspected is not A."""
    rest = _WHEN.sub("", text)
    return rest == text or not context.names_intervention(text) or context.names_intervention(rest)


_WHEN: Final = caseless(r"^[^,;.]{0,80}\b(?:when|if|where) [^,;.]{3,120},")


def _of_kidneys(text: str) -> bool:
    return fitting.limit_of(text) is not None


def for_whom(steps: Steps, guide: Guide, *, taken: bool) -> None:
    """Whether this is somebody for whom it is advised."""
    if not guide.whom:
        return
    # Nobody is sent on to what the very advice is against.
    against = [row for row in guide.whom if row[1].action is DirectiveAction.NOT_RECOMMENDED]
    gone = _ended(guide) if taken else f"do not start it; {halts.elsewhere(guide.context, against)}"
    if all(_FORBIDS.search(item.text) for _, item in guide.whom):
        _said(steps, "Look whether this holds", guide.whom)
        steps.branch("a", f"It does: {gone}")
        steps.branch("b", "It does not: go on")
        return
    _said(steps, "Check for whom it is", guide.whom)
    steps.branch("a", f"It is not for this patient: {gone}")
    steps.branch("b", "It is: go on")


_FORBIDS: Final = caseless(r"\bcontra-?indicated\b|\bshould (?:not be|be avoided)\b|\bnot recommended\b|\bagainst\b")


def after(steps: Steps, guide: Guide) -> bool:
    """When it is looked at again and when it ends; whether the path ends here."""
    if not guide.again and not guide.ends:
        return False
    rows = [*guide.again, *(row for row in guide.ends if row not in guide.again)]
    _said(steps, "Look at it again", rows)
    if all(_IF_WORSE.search(item.text) for _, item in rows):
        return True  # the advice itself says when, and what follows from it
    on = reviewing.ends(guide.context)
    steps.branch("a", f"It helps and is borne well: {on}")
    steps.branch("b", f"It does not: {_ended(guide)}")
    return True


_IF_WORSE: Final = caseless(r"\breassess\w*\b[^.;]{0,80}\b(?:worsens?|do not start|does not|do not improve)\b")


def _ended(guide: Guide) -> str:
    return f"{reviewing.how(guide.context)}, and {halts.elsewhere(guide.context)}"


def _said(steps: Steps, lead: str, rows: Sequence[Row]) -> None:
    steps.step(f"{lead}: {wording.lower(excluding.said(rows))}", Kind.DIRECTIVE, excluding.spans(rows))
