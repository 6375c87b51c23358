"""Where an article stands: the states of review as tables."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model import ReviewState
from probatum.publish.site.editorial.banner import CAUTION, status
from probatum.publish.site.editorial.standing import Action, Decision, Role, Standing, Step, forbidden, standing

A = Action
TODAY = "2030-06-01"
ALL = frozenset(Role)


def steps(*told: str) -> list[Step]:
    """`created ann c1`, `reviewed bob c1 approve`, `approved dee c1 2031-01-01`: one step each, a day apart."""
    names = {a.name.lower(): a for a in Action}
    made = []
    for day, line in enumerate(told, 1):
        word, actor, content, *rest = line.split(" ", 3)
        action, more = names[word], rest[0] if rest else ""
        decision = more if action is A.REVIEWED else ""
        due = more if action is A.APPROVED else ""
        made.append(Step(action, actor, f"2030-01-{day:02}", content, decision, "a reason" if not due else "", due))
    return made


SUBMITTED = ("created ann c1", "submitted ann c1")
OPENED = (*SUBMITTED, "declared bob c1", "opened bob c1", "declared cat c1", "opened cat c1")
REVIEWED = (*OPENED, "reviewed bob c1 approve", "reviewed cat c1 approve")
APPROVED = (*REVIEWED, "approved dee c1 2031-01-01")


@pytest.mark.parametrize(
    ("told", "content", "state"),
    [
        (SUBMITTED[:1], "c1", ReviewState.DRAFT),
        (SUBMITTED, "c1", ReviewState.SUBMITTED),
        (SUBMITTED, "c2", ReviewState.DRAFT),
        (OPENED, "c1", ReviewState.UNDER_REVIEW),
        ((*OPENED, "reviewed bob c1 request changes"), "c1", ReviewState.CHANGES_REQUESTED),
        ((*OPENED, "reviewed bob c1 request changes", "reviewed bob c1 approve"), "c1", ReviewState.UNDER_REVIEW),
        ((*OPENED, "reviewed bob c1 request changes", "edited ann c2"), "c2", ReviewState.DRAFT),
        (REVIEWED, "c1", ReviewState.UNDER_REVIEW),
        (APPROVED, "c1", ReviewState.APPROVED),
        ((*APPROVED, "edited ann c2"), "c1", ReviewState.APPROVED),
        ((*APPROVED, "edited ann c2"), "c2", ReviewState.DRAFT),
        ((*APPROVED, "edited ann c2", "submitted ann c2"), "c2", ReviewState.SUBMITTED),
        ((*APPROVED, "published eve c1"), "c1", ReviewState.PUBLISHED),
        ((*REVIEWED, "published eve c1"), "c1", ReviewState.UNDER_REVIEW),
        ((*APPROVED, "published eve c1", "reopened watch c1"), "c1", ReviewState.DUE),
        ((*SUBMITTED, "reopened watch c1"), "c1", ReviewState.SUBMITTED),
        ((*APPROVED, "withdrawn eve c1"), "c1", ReviewState.WITHDRAWN),
        ((*APPROVED, "withdrawn eve c1", "submitted ann c1"), "c1", ReviewState.WITHDRAWN),
        (("created ann c1", "approved dee c1 2030-02-01"), "c1", ReviewState.DUE),
    ],
)
def test_an_article_stands_where_its_steps_left_it(told: tuple[str, ...], content: str, state: ReviewState) -> None:
    assert standing(steps(*told), content, TODAY).state is state


@pytest.mark.parametrize(
    ("action", "person", "roles", "told", "why"),
    [
        (A.SUBMITTED, "ann", {Role.AUTHOR}, SUBMITTED[:1], ""),
        (A.SUBMITTED, "ann", {Role.REVIEWER}, SUBMITTED[:1], "This needs one of these roles"),
        (A.SUBMITTED, "ann", ALL, SUBMITTED, "An article that is submitted cannot be submitted."),
        (A.OPENED, "bob", {Role.REVIEWER}, SUBMITTED, "Declare your interests"),
        (A.OPENED, "bob", {Role.REVIEWER}, (*SUBMITTED, "declared bob c1"), ""),
        (A.OPENED, "ann", ALL, (*SUBMITTED, "declared ann c1"), "The author of an article cannot"),
        (A.REVIEWED, "cat", {Role.REVIEWER}, (*SUBMITTED, "declared bob c1", "opened bob c1"), "Open the review"),
        (A.REVIEWED, "bob", {Role.REVIEWER}, OPENED, ""),
        (A.APPROVED, "dee", {Role.BOARD}, (*OPENED, "reviewed bob c1 approve"), "2 independent reviews must"),
        (A.APPROVED, "dee", {Role.BOARD}, REVIEWED, ""),
        (A.APPROVED, "ann", {Role.BOARD}, REVIEWED, "The author of an article cannot"),
        (A.APPROVED, "dee", {Role.EDITOR}, REVIEWED, "This needs one of these roles: board member."),
        (A.PUBLISHED, "eve", {Role.EDITOR}, REVIEWED, "An article that is under review cannot be published."),
        (A.PUBLISHED, "eve", {Role.EDITOR}, APPROVED, ""),
        (A.WITHDRAWN, "eve", {Role.EDITOR}, (*APPROVED, "withdrawn eve c1"), "An article that is withdrawn cannot"),
    ],
)
def test_who_may_do_what_and_when(
    action: Action, person: str, roles: set[Role], told: tuple[str, ...], why: str
) -> None:
    said = forbidden(action, person, frozenset(roles), steps(*told), "c1", TODAY)
    assert said.startswith(why) and bool(said) is bool(why)


def test_two_reviews_by_one_person_are_one() -> None:
    told = (*OPENED[:4], "reviewed bob c1 approve", "reviewed bob c1 approve")
    assert standing(steps(*told), "c1", TODAY).approvals == 1


def test_an_approval_is_of_the_exact_wording() -> None:
    told = (*REVIEWED, "edited ann c2", "submitted ann c2")
    assert "0 have" not in forbidden(A.APPROVED, "dee", frozenset({Role.BOARD}), steps(*told), "c1", TODAY)
    assert forbidden(A.APPROVED, "dee", frozenset({Role.BOARD}), steps(*told), "c2", TODAY)


LINES = [
    f"{word} {who} {content}{more}"
    for word, who, content, more in [
        ("submitted", "ann", "c1", ""),
        ("opened", "bob", "c1", ""),
        ("reviewed", "bob", "c1", " approve"),
        ("reviewed", "cat", "c1", " request changes"),
        ("approved", "dee", "c1", " 2031-01-01"),
        ("published", "eve", "c1", ""),
        ("edited", "ann", "c2", ""),
        ("submitted", "ann", "c2", ""),
        ("reopened", "watch", "c1", ""),
        ("withdrawn", "eve", "c1", ""),
    ]
]


@given(st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["c1", "c2"]))
def test_no_page_says_approved_and_not_approved(told: list[str], content: str) -> None:
    now = standing(steps("created ann c1", *told), content, TODAY)
    shown = status(now, "2030-01-01", str.title)
    trusted = now.state in (ReviewState.APPROVED, ReviewState.PUBLISHED)
    assert shown.text.startswith("Approved") is trusted
    assert bool(shown.caution) is not trusted
    pending = ("Draft", "Submitted", "Under re", "Due", "Withdrawn")
    assert shown.text.startswith(pending) is not trusted


def test_every_state_has_words() -> None:
    shown = {
        status(Standing(s, "2030-01-01", reviews=(("bob", Decision.APPROVE),)), "2030-01-02", str.title).text
        for s in ReviewState
    }
    assert len(shown) == len(ReviewState) - 1, "approved and published read alike, all others differ"
    assert CAUTION


def test_what_is_done_on_other_content_changes_nothing_here() -> None:
    other = ["submitted ann c2", "reviewed bob c2 approve", "approved dee c2 2031-01-01"]
    for chosen in itertools.permutations(other):
        assert standing(steps("created ann c1", *chosen), "c1", TODAY).state is ReviewState.DRAFT
