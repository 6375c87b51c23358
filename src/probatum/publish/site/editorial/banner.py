"""What a page says of its review: the one place where a standing becomes words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from probatum.model import Reader, ReviewState, ReviewStatus
from probatum.publish.site.editorial.standing import REVIEWS_NEEDED, Standing

CAUTION: Final = "Use with caution until a medical board has approved it."
POLICY: Final = (
    "Two people other than the author review each article; the medical board decides, and signs the exact wording."
)


def status(standing: Standing, updated: str, name: Callable[[str], str]) -> ReviewStatus:
    """The status of an article for its page. `name` turns the identifier of a person into the name that is shown."""
    return ReviewStatus(
        state=standing.state,
        text=_TEXTS[standing.state](standing, name),
        caution=_CAUTIONS.get(standing.state, CAUTION),
        last_updated=updated,
        policy=POLICY,
    )


def _submitted(standing: Standing, name: Callable[[str], str]) -> str:
    return f"Submitted to the medical board on {standing.since}; no review of this wording has begun."


def _under_review(standing: Standing, name: Callable[[str], str]) -> str:
    return f"Under review: {standing.approvals} of {REVIEWS_NEEDED} independent reviews have approved this wording."


def _changes(standing: Standing, name: Callable[[str], str]) -> str:
    return f"Under revision: reviewers asked for changes on {standing.since}."


def _approved(standing: Standing, name: Callable[[str], str]) -> str:
    reviewers = " and ".join(name(who) for who, _ in standing.reviews)
    by = f"; reviewed by {reviewers}" if reviewers else ""
    due = f" Next review by {standing.review_by}." if standing.review_by else ""
    return f"Approved by the medical board on {standing.approved_on} ({name(standing.approved_by)}{by}).{due}"


def _due(standing: Standing, name: Callable[[str], str]) -> str:
    reason = standing.reason.rstrip(".")
    return f"Due for update since {standing.since}: {reason}. It was last approved on {standing.approved_on}."


def _withdrawn(standing: Standing, name: Callable[[str], str]) -> str:
    return f"Withdrawn on {standing.since}: {standing.reason.rstrip('.')}."


_TEXTS: Final[dict[ReviewState, Callable[[Standing, Callable[[str], str]], str]]] = {
    ReviewState.DRAFT: lambda standing, name: "Draft: not yet reviewed by a medical board.",
    ReviewState.SUBMITTED: _submitted,
    ReviewState.UNDER_REVIEW: _under_review,
    ReviewState.CHANGES_REQUESTED: _changes,
    ReviewState.APPROVED: _approved,
    ReviewState.PUBLISHED: _approved,
    ReviewState.DUE: _due,
    ReviewState.WITHDRAWN: _withdrawn,
}
_CAUTIONS: Final = {
    ReviewState.APPROVED: "",
    ReviewState.PUBLISHED: "",
    ReviewState.DUE: "Use with caution until the medical board has looked at it again.",
    ReviewState.WITHDRAWN: "Do not use it.",
}
_SIGNED: Final = (ReviewState.APPROVED, ReviewState.PUBLISHED, ReviewState.DUE)


def for_reader(held: ReviewStatus, signed: Reader, shown: Reader) -> ReviewStatus:
    """The status as another reader sees it than the one for whom the board signed: which wording was signed, and that
    this is not it. Findings, figures and citations are those of the signed one; words and advice around them are not.
    """
    if signed is shown or held.state not in _SIGNED:
        return held
    if shown.plain and not signed.plain:
        differs = (
            f"You read it in plain words for a {shown.value}. Its findings, figures and sources are the same; the "
            "plain words, what to do next, when to call for help and what to ask were written by fixed rules, and no "
            "reviewer signed them."
        )
    else:
        differs = (
            f"You read it as it is put for a {shown.value}: its findings, figures and sources are the same; the words, "
            "their order and notes for that reader were made by fixed rules, and no reviewer signed them."
        )
    text = f"{held.text} What was signed is the wording for a {signed.value}. {differs}"
    caution = held.caution or f"Where the two differ, the wording for a {signed.value} holds."
    return msgspec.structs.replace(held, text=text, caution=caution)
