"""Where an article stands with the medical board: one pure function of what happened to it.

Nothing else in the site says whether an article was reviewed, so a page can never say two things. What happened is a
list of steps, each bound to the content (a hash) that it was done on: a review of an earlier wording counts no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from probatum.model import ReviewState

REVIEWS_NEEDED: Final = 2
"""Independent reviews by people other than the author, before the board decides."""


class Action(StrEnum):
    """What can happen to an article."""

    CREATED = "created"
    EDITED = "edited"
    SUBMITTED = "submitted"
    DECLARED = "interests declared"
    OPENED = "review opened"
    COMMENTED = "commented"
    ACCEPTED = "sentence accepted"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """What a person may be in editorial work; a person may be several."""

    AUTHOR = "author"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    BOARD = "board member"
    OWNER = "owner"


class Decision(StrEnum):
    """How a review ends."""

    APPROVE = "approve"
    CHANGES = "request changes"


class Step(msgspec.Struct, frozen=True):
    """One thing that happened."""

    action: Action
    actor: str
    """Who did it: an identifier of the person, or `watch` for what the engine noticed."""
    date: str
    """ISO date."""
    content: str
    """Hash of the answer it was done on."""
    decision: str = ""
    """Of a review."""
    reason: str = ""
    review_by: str = ""
    """Of an approval: ISO date by which it is due for another look."""
    publish_on: str = ""
    """Of a schedule: ISO date from which it is published."""


class Standing(msgspec.Struct, frozen=True):
    """Where one content of an article stands."""

    state: ReviewState
    since: str
    author: str = ""
    reviews: tuple[tuple[str, Decision], ...] = ()
    """Who reviewed this content, and the last decision of each."""
    approved_by: str = ""
    approved_on: str = ""
    review_by: str = ""
    reason: str = ""
    """Why changes were asked for, why it is due, or why it was withdrawn."""
    publish_on: str = ""
    """ISO date on which this approved wording is to be published; empty where nobody set one."""

    @property
    def approvals(self) -> int:
        """Reviews of this content that ended in approval."""
        return sum(decision is Decision.APPROVE for _, decision in self.reviews)


def standing(steps: Iterable[Step], content: str, today: str) -> Standing:
    """Where `content` stands after the steps, oldest first."""
    now = Standing(ReviewState.DRAFT, "")
    for step in steps:
        if step.action is Action.CREATED:
            now = msgspec.structs.replace(now, author=step.actor, since=step.date)
        if step.action in _WIDE or step.content == content:
            now = _after(now, step)
    lapsed = now.state in _TRUSTED and now.review_by and today > now.review_by
    if lapsed:
        reason = f"its review date, {now.review_by}, has passed"
        return msgspec.structs.replace(now, state=ReviewState.DUE, since=now.review_by, reason=reason)
    return now


_WIDE: Final = frozenset((Action.REOPENED, Action.WITHDRAWN))
"""Steps that touch every content of an article."""
_TRUSTED: Final = frozenset((ReviewState.APPROVED, ReviewState.PUBLISHED))


def _after(now: Standing, step: Step) -> Standing:
    state, change = now.state, msgspec.structs.replace
    if step.action is Action.WITHDRAWN:
        return change(now, state=ReviewState.WITHDRAWN, since=step.date, reason=step.reason)
    if state is ReviewState.WITHDRAWN:
        return now
    if step.action is Action.SUBMITTED:
        return change(now, state=ReviewState.SUBMITTED, since=step.date, reviews=(), reason="")
    if step.action is Action.OPENED and state is ReviewState.SUBMITTED:
        return change(now, state=ReviewState.UNDER_REVIEW, since=step.date)
    if step.action is Action.REVIEWED:
        return _reviewed(now, step)
    if step.action is Action.APPROVED:
        return change(
            now,
            state=ReviewState.APPROVED,
            since=step.date,
            approved_by=step.actor,
            approved_on=step.date,
            review_by=step.review_by,
            reason="",
        )
    if step.action is Action.SCHEDULED and state is ReviewState.APPROVED:
        return change(now, publish_on=step.publish_on)
    if step.action is Action.PUBLISHED and state is ReviewState.APPROVED:
        return change(now, state=ReviewState.PUBLISHED, since=step.date)
    if step.action is Action.REOPENED and state in _TRUSTED:
        return change(now, state=ReviewState.DUE, since=step.date, reason=step.reason)
    return now


def _reviewed(now: Standing, step: Step) -> Standing:
    decision = Decision(step.decision)
    reviews = (*((who, said) for who, said in now.reviews if who != step.actor), (step.actor, decision))
    wants_changes = any(said is Decision.CHANGES for _, said in reviews)
    state = ReviewState.CHANGES_REQUESTED if wants_changes else ReviewState.UNDER_REVIEW
    return msgspec.structs.replace(
        now, state=state, since=step.date, reviews=reviews, reason=step.reason if wants_changes else ""
    )


def forbidden(
    action: Action, person: str, roles: frozenset[Role], steps: Sequence[Step], content: str, today: str
) -> str:
    """Why this person may not do this to the article now, in one sentence; empty when they may."""
    now = standing(steps, content, today)
    needed = _NEEDED.get(action, frozenset())
    if needed and not needed & roles:
        return f"This needs one of these roles: {', '.join(sorted(role.value for role in needed))}."
    states = _FROM.get(action)
    if states is not None and now.state not in states:
        return f"An article that is {now.state.value} cannot be {action.value}."
    if action in _NOT_BY_AUTHOR and person == now.author:
        return "The author of an article cannot review or approve it."
    if action is Action.OPENED and not any(s.action is Action.DECLARED and s.actor == person for s in steps):
        return "Declare your interests before you open the review."
    opened = (s for s in steps if s.action is Action.OPENED and s.content == content)
    if action in (Action.REVIEWED, Action.ACCEPTED) and not any(s.actor == person for s in opened):
        return "Open the review before you decide."
    if action is Action.APPROVED and now.approvals < REVIEWS_NEEDED:
        return f"{REVIEWS_NEEDED} independent reviews must approve this wording first; {now.approvals} have."
    return ""


_STAFF: Final = frozenset((Role.EDITOR, Role.OWNER))
_WRITERS: Final = _STAFF | {Role.AUTHOR}
_NEEDED: Final[dict[Action, frozenset[Role]]] = {
    Action.CREATED: _WRITERS,
    Action.EDITED: _WRITERS | {Role.REVIEWER, Role.BOARD},
    Action.SUBMITTED: _WRITERS,
    Action.DECLARED: frozenset((Role.REVIEWER, Role.BOARD)),
    Action.OPENED: frozenset((Role.REVIEWER, Role.BOARD)),
    Action.COMMENTED: frozenset(Role),
    Action.ACCEPTED: frozenset((Role.REVIEWER, Role.BOARD)),
    Action.REVIEWED: frozenset((Role.REVIEWER, Role.BOARD)),
    Action.APPROVED: frozenset((Role.BOARD,)),
    Action.SCHEDULED: _STAFF,
    Action.PUBLISHED: _STAFF,
    Action.REOPENED: _STAFF | {Role.BOARD},
    Action.WITHDRAWN: _STAFF | {Role.BOARD},
}
_S = ReviewState
_FROM: Final[dict[Action, frozenset[ReviewState]]] = {
    Action.SUBMITTED: frozenset((_S.DRAFT, _S.CHANGES_REQUESTED, _S.DUE)),
    Action.OPENED: frozenset((_S.SUBMITTED, _S.UNDER_REVIEW, _S.CHANGES_REQUESTED)),
    Action.ACCEPTED: frozenset((_S.UNDER_REVIEW, _S.CHANGES_REQUESTED)),
    Action.REVIEWED: frozenset((_S.UNDER_REVIEW, _S.CHANGES_REQUESTED)),
    Action.APPROVED: frozenset((_S.UNDER_REVIEW,)),
    Action.SCHEDULED: frozenset((_S.APPROVED,)),
    Action.PUBLISHED: frozenset((_S.APPROVED,)),
    Action.REOPENED: _TRUSTED,
    Action.WITHDRAWN: frozenset(_S) - {_S.WITHDRAWN},
    Action.EDITED: frozenset(_S) - {_S.WITHDRAWN},
}
"""The states from which an action starts; any, where none is named."""
_NOT_BY_AUTHOR: Final = frozenset((Action.DECLARED, Action.OPENED, Action.ACCEPTED, Action.REVIEWED, Action.APPROVED))
