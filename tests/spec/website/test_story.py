"""The whole story of an article, through the pages: asked, reviewed twice, changed, approved, published, reopened."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

PASSWORD = "a-long-enough-password"

QUESTION = "What is the role of Mexilitine in treating muscle spasms in patients with ALS?"


def body(reply: Any) -> str:
    content = b"".join(reply.streaming_content) if reply.streaming else reply.content
    return content.decode()


@pytest.fixture(scope="module")
def asked(person: Callable[..., Any]) -> str:
    """The address of a question that an author asked and that is answered."""
    ann = person("ann", "author")
    reply = ann.post("/ask/", {"q": QUESTION})
    assert reply.status_code == 302
    told = body(ann.get(reply.url))
    assert "Read as: What is the role of mexiletine" in told
    assert 'id="bottom_line"' in told
    return str(reply.url)


def test_a_question_is_answered_once_and_kept(person: Callable[..., Any], asked: str) -> None:
    kept = person("ann", "author").get(asked)
    assert not kept.streaming and 'id="bottom_line"' in body(kept)
    assert QUESTION in body(person("ann", "author").get("/questions/"))


def test_a_question_is_seen_by_nobody_else(person: Callable[..., Any], asked: str) -> None:
    assert person("eve", "editor").get(asked).status_code == 404
    assert person("eve", "editor").post(asked + "follow/", {"q": "and in children?"}).status_code == 404


def test_every_citation_has_a_rule_that_lights_its_words(person: Callable[..., Any], asked: str) -> None:
    ann = person("ann", "author")
    links = set(re.findall(r'href="#(c\d+)"', body(ann.get(asked))))
    sheet = body(ann.get(f"{asked}doctor.css"))
    assert links and links == set(re.findall(r":has\(#(c\d+):target\)", sheet))


def test_the_reader_is_remembered_and_changes_the_words(person: Callable[..., Any], asked: str) -> None:
    ann = person("ann", "author")
    back = ann.post("/reader/", {"reader": "patient", "back": asked})
    assert back.url == asked
    assert "The short answer" in body(ann.get(asked))
    ann.post("/reader/", {"reader": "doctor", "back": asked})
    assert "Bottom line" in body(ann.get(asked))


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_the_way_back_never_leaves_the_site(person: Callable[..., Any], back: str) -> None:
    assert person("ann", "author").post("/reader/", {"reader": "nurse", "back": back}).url == "/"


def test_a_follow_up_goes_on_from_the_answer(person: Callable[..., Any], asked: str) -> None:
    ann = person("ann", "author")
    ann.post(asked + "follow/", {"q": "What about in renal failure?"})
    told = body(ann.get(asked))
    assert "What changed" in told and "renal failure" in told


def test_the_story_of_an_article(person: Callable[..., Any]) -> None:
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.editorial import trail
    from probatum.publish.site.editorial.models import Event

    ann, bob, cat = person("ann", "author"), person("bob", "reviewer"), person("cat", "reviewer")
    dee, eve = person("dee", "board"), person("eve", "editor")
    question = ann.post("/ask/", {"q": QUESTION}).url
    body(ann.get(question))
    review = ann.post(question + "article/").url
    page = ArticlePage.objects.order_by("-pk").first()
    assert page is not None and not page.live, "a draft is seen by the staff alone"

    def shown() -> str:
        return body(ann.get(ArticlePage.objects.get(pk=page.pk).url))

    def act(client: Any, action: str, **said: str) -> str:
        return body(client.post(f"{review}{action}/", said, follow=True))

    assert "Submitted to the medical board" in act(ann, "submit")
    assert "no review of this wording has begun" in shown() and "Use with caution" in shown()
    assert "cannot be reviewed" in act(bob, "decide", decision="approve", reason="fine", password=PASSWORD)
    act(bob, "declare", none="on")
    act(cat, "declare", text="Paid lectures in 2029.")
    assert "the password is not right" in act(bob, "decide", decision="approve", reason="x", password="wrong")
    act(bob, "decide", decision="request changes", reason="Reword the bottom line.", password=PASSWORD)
    assert "reviewers asked for changes" in shown()

    sentence = page.answer["sections"][0]["statements"][0]
    wrong = act(ann, "change", statement=sentence["id"], text=sentence["text"].replace("300 mg", "30 mg"))
    assert "numbers" in wrong, "a wording that the sources do not carry is refused, with the check that objects"
    before = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().content
    better = sentence["text"].replace("may reduce", "may lessen")
    assert "changed and checked again" in act(ann, "change", statement=sentence["id"], text=better)
    draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.content != before
    assert better not in shown(), "readers see the new wording only when it is submitted or published"

    act(ann, "submit")
    for client in (bob, cat):
        act(client, "declare", none="on")
        act(client, "decide", decision="approve", reason="Checked against the sources.", password=PASSWORD)
    assert "needs one of these roles" in act(eve, "approve", password=PASSWORD)
    assert "Next review by" in act(dee, "approve", password=PASSWORD)
    act(eve, "publish")
    final = shown()
    assert "Approved by the medical board on" in final and "Bob" in final and "Cat" in final
    assert "Use with caution until" not in final and better in final

    act(eve, "reopen", reason="A source was retracted")
    assert "Due for update" in shown() and "Use with caution" in shown()
    assert "Approved by the medical board on" not in shown()

    events = list(Event.objects.order_by("number"))
    assert trail.faults(events) == []
    assert sum(bool(e.signature) for e in events if e.article == page.key) == 4
    history = body(eve.get(f"{review}history/?old={before}&new={draft.content}"))
    assert "may lessen" in history and "<del>" in history


def test_what_moves_under_an_approved_article_reopens_it(person: Callable[..., Any]) -> None:
    import msgspec

    from probatum.model import Reader, RecordStatus
    from probatum.publish.site.articles.models import ArticlePage
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail, watching
    from probatum.publish.site.editorial.standing import Action

    page = making.create(engine.answer(QUESTION, Reader.DOCTOR), trail.ENGINE)
    for action in (Action.SUBMITTED, Action.APPROVED, Action.PUBLISHED):
        making.act(making.draft(page.key), action, trail.ENGINE, {"review_by": "2099-01-01"})
    library = engine.library()
    watching.watch(library)
    told = body(person("ann", "author").get(ArticlePage.objects.get(pk=page.pk).url))
    assert "Approved by the medical board" in told, "nothing moved, so it stands"

    class Moved:
        """The library of tomorrow, in which the leading trial is retracted."""

        def get(self, identifier: str) -> Any:
            record = library.get(identifier)
            leading = page.answer["references"][0]["record"]
            if record is None or identifier != leading:
                return record
            return msgspec.structs.replace(record, status=RecordStatus.RETRACTED)

    reopened = watching.watch(Moved())  # type: ignore[arg-type]
    assert [(held.pk, reason) for held, reason in reopened if held.pk == page.pk] == [
        (page.pk, "source 1 is now retracted")
    ]
    told = body(person("ann", "author").get(ArticlePage.objects.get(pk=page.pk).url))
    assert "Due for update" in told and "source 1 is now retracted" in told


def test_a_clinical_judgement_is_signed_and_seen(person: Callable[..., Any]) -> None:
    from probatum.publish.site.articles.models import ArticlePage

    ann = person("ann", "author")
    question = ann.post("/ask/", {"q": QUESTION}).url
    body(ann.get(question))
    review = ann.post(question + "article/").url
    page = ArticlePage.objects.order_by("-pk").first()
    assert page is not None
    sentence = page.answer["sections"][0]["statements"][0]["id"]
    said = {"statement": sentence, "text": "Offer a trial of four weeks.", "judgement": "on"}
    assert "give your password" in body(ann.post(f"{review}change/", said, follow=True))
    ann.post(f"{review}change/", {**said, "password": PASSWORD})
    ann.post(f"{review}submit/")
    told = body(ann.get(ArticlePage.objects.get(pk=page.pk).url))
    assert "Offer a trial of four weeks." in told and "clinical judgement" in told and "Ann" in told


def test_the_trail_cannot_be_changed_or_shortened(person: Callable[..., Any]) -> None:
    from django.db import DatabaseError, connection, transaction

    from probatum.publish.site.editorial import trail
    from probatum.publish.site.editorial.models import Event

    events = list(Event.objects.order_by("number"))
    if not events:
        pytest.skip("nothing has happened yet in this process")
    for line in ("UPDATE editorial_event SET actor = 'x'", "DELETE FROM editorial_event"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(line)
    with pytest.raises(TypeError):
        events[0].delete()
    events[0].actor = "person:99"
    assert any("was changed" in fault for fault in trail.faults(events))
    assert trail.faults(events[1:])


def test_nothing_typed_becomes_markup(person: Callable[..., Any]) -> None:
    ann = person("ann", "author")
    attack = '<script>alert(1)</script> "><img src=x onerror=alert(1)> mexiletine for cramps in ALS'
    told = body(ann.get(ann.post("/ask/", {"q": attack}).url))
    assert "<script>alert" not in told and "<img" not in told
    assert "<script>alert" not in body(ann.get("/questions/"))


def test_every_page_names_what_it_may_load(person: Callable[..., Any], asked: str) -> None:
    for address in ("/", "/articles/", asked, "/questions/", "/editorial-policy/"):
        policy = person("ann", "author").get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy


def test_a_form_without_its_token_is_refused(site: object) -> None:
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/ask/", {"q": "mexiletine for cramps?"}).status_code == 403


@pytest.mark.parametrize("address", ["/review/", "/me/"])
def test_staff_pages_ask_for_log_in(site: object, address: str) -> None:
    from django.test import Client

    assert "/log-in/" in Client().get(address).headers.get("Location", "")


def test_readers_without_a_role_have_no_part_in_review(person: Callable[..., Any]) -> None:
    nobody = person("nobody")
    assert nobody.get("/review/").status_code == 404


def test_too_many_questions_in_a_minute_wait(site: object) -> None:
    from django.test import Client
    from wagtail.models import Site

    from probatum.publish.site.articles.models import EditorialSettings

    limits = EditorialSettings.for_site(Site.objects.get())
    before, limits.asks_a_minute = limits.asks_a_minute, 10
    limits.save()
    client = Client(REMOTE_ADDR="203.0.113.9")
    replies = [client.post("/ask/", {"q": "mexiletine for cramps?"}).status_code for _ in range(12)]
    limits.asks_a_minute = before
    limits.save()
    assert replies[-1] == 429 and replies.count(302) >= 10
