"""What the board signs is said on every page, every sentence of it can be accepted, and nothing written is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

PASSWORD = "a-long-enough-password"
QUESTION = "Does colchicine help gout flares?"


def body(reply: Any) -> str:
    content = b"".join(reply.streaming_content) if reply.streaming else reply.content
    return str(content.decode())


@pytest.fixture
def page(person: Callable[..., Any]) -> Any:
    """An article that a reviewer may open."""
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    made = making.create(engine.answer(QUESTION, Reader.DOCTOR), trail.ENGINE)
    making.act(making.draft(made.key), Action.SUBMITTED, trail.ENGINE)
    return made


def test_every_sentence_can_be_accepted_and_one_without_a_source_says_so(person: Callable[..., Any], page: Any) -> None:
    bob = person("bob", "reviewer")
    bob.post(f"/review/{page.key}/declare/", {"none": "on"}, follow=True)
    told = body(bob.get(f"/review/{page.key}/"))
    offered = set(re.findall(r'name="statement" value="([^"]+)"><button class="link">Accept', told))
    held = {s["id"] for section in page.answer["sections"] for s in section["statements"]}
    assert offered == held
    assert f"You have accepted 0 of {len(held)} sentences" in " ".join(told.split())
    assert "rests on no source" in told and "which is what you sign" in told


def test_a_wrong_password_loses_no_words(person: Callable[..., Any], page: Any) -> None:
    bob = person("bob", "reviewer")
    bob.post(f"/review/{page.key}/declare/", {"none": "on"}, follow=True)
    said = {"decision": "approve", "reason": "Checked against the sources.", "checked": ["bottom_line"]}
    told = body(bob.post(f"/review/{page.key}/decide/", {**said, "password": "wrong"}, follow=True))
    assert "the password is not right" in told and "Checked against the sources.</textarea>" in told
    assert 'value="bottom_line" checked' in told and "wrong" not in re.sub(r"(?s)<script.*?</script>", "", told)
    assert "Checked against the sources." not in body(bob.get(f"/review/{page.key}/"))


def test_an_approved_page_for_another_reader_says_which_wording_was_signed(
    person: Callable[..., Any], page: Any
) -> None:
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    for action in (Action.APPROVED, Action.PUBLISHED):
        making.act(making.draft(page.key), action, trail.ENGINE, {"review_by": "2099-01-01"})
    ann, url = person("ann", "author"), ArticlePage.objects.get(pk=page.pk).url
    signed, plain = body(ann.get(f"{url}?reader=doctor")), body(ann.get(f"{url}?reader=patient"))
    nurse = body(ann.get(f"{url}?reader=nurse"))
    assert "Approved by the medical board" in signed and "What was signed is" not in signed
    assert "What was signed is the wording for a doctor. You read it in plain words for a patient" in plain
    assert "no reviewer signed them" in plain and "no reviewer signed them" in nurse
