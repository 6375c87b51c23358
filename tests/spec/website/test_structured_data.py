"""What an article tells search engines: schema.org data that says no more than the banner."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"
PASSWORD = "a-long-enough-password"


@pytest.fixture(scope="module")
def page(site: object) -> Any:
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    made = making.create(engine.answer(QUESTION, Reader.DOCTOR), trail.ENGINE)
    making.act(making.draft(made.key), Action.SUBMITTED, trail.ENGINE)
    made.refresh_from_db()
    return made


def told(client: Any, page: Any) -> dict[str, Any]:
    body = client.get(page.url).content.decode()
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    made: dict[str, Any] = json.loads(found)
    return made


def test_an_article_describes_itself_with_all_it_cites(page: Any, person: Callable[..., Any]) -> None:
    said = told(person("ann", "author"), page)
    assert said["@type"] == "MedicalWebPage" and said["@context"] == "https://schema.org"
    assert said["version"] == page.content and page.content in said["url"]
    assert len(said["citation"]) == len(page.answer["references"])
    trial = next(one for one in said["citation"] if one["@type"] == "MedicalScholarlyArticle")
    assert trial["sameAs"][0].startswith("https://") and trial["author"] and trial["datePublished"]
    assert "mexiletine" in said["description"].casefold()


def test_nobody_is_said_to_have_reviewed_it_before_the_board_approved(page: Any, person: Callable[..., Any]) -> None:
    said = told(person("ann", "author"), page)
    assert "lastReviewed" not in said and "reviewedBy" not in said


def test_who_reviewed_it_is_said_while_the_approval_holds(page: Any, person: Callable[..., Any]) -> None:
    eve = person("eve", "editor")
    for name in ("bob", "cat"):
        client = person(name, "reviewer")
        client.post(f"/review/{page.key}/declare/", {"none": "on"})
        said = {"decision": "approve", "reason": "Checked.", "password": PASSWORD}
        client.post(f"/review/{page.key}/decide/", said)
    person("dee", "board").post(f"/review/{page.key}/approve/", {"password": PASSWORD})
    eve.post(f"/review/{page.key}/publish/")
    approved = told(eve, page)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", approved["lastReviewed"])
    assert [one["name"] for one in approved["reviewedBy"]] == ["Bob", "Cat", "Dee"]
    eve.post(f"/review/{page.key}/reopen/", {"reason": "A source was retracted"})
    reopened = told(eve, page)
    assert "lastReviewed" not in reopened and "reviewedBy" not in reopened


def test_nothing_in_it_ends_the_element(page: Any) -> None:
    import msgspec

    from probatum.model import Reader
    from probatum.publish.readers import seen_by
    from probatum.publish.site.articles import content, structured

    answer = seen_by(content.read(page), Reader.DOCTOR)
    hostile = msgspec.structs.replace(answer, title="</script><script>alert(1)</script><!--")
    made = structured.script(page, hostile, "https://example.org/a/")
    assert made.count("</script>") == 1 and "<!--" not in made
    data = json.loads(made.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))
    assert data["name"] == hostile.title


def test_the_layers_are_there_and_what_is_about_safety_stands_open(page: Any, person: Callable[..., Any]) -> None:
    body = person("ann", "author").get(page.url).content.decode()
    ids = re.findall(r'id="layer-(\w+)"', body)
    assert ids == ["recommendation", "figures", "rationale", "practical", "sources"]
    assert re.search(r'<details id="layer-practical"[^>]* open>', body)
    assert re.search(r'<details id="layer-sources"[^>]*>', body)


def test_every_sentence_offers_to_report_an_error(page: Any, person: Callable[..., Any]) -> None:
    body = person("ann", "author").get(page.url).content.decode()
    for sentence in re.findall(r'<li id="([\w.]+)" class="statement', body):
        assert f'href="/report/{page.key}/?sentence={sentence}"' in body


def test_a_report_of_a_sentence_reaches_the_board(page: Any, person: Callable[..., Any]) -> None:
    from django.test import Client

    reader = Client()
    form = reader.get(f"/report/{page.key}/?sentence=bottom_line.1").content.decode()
    assert page.answer["sections"][0]["statements"][0]["text"].split()[0] in form and "patient" in form
    assert "Say what is wrong" in reader.post(f"/report/{page.key}/", {"text": " "}).content.decode()
    said = {"statement": "bottom_line.1", "text": "The dose is <b>wrong</b>."}
    assert "Thank you" in reader.post(f"/report/{page.key}/", said).content.decode()
    board = person("dee", "board").get("/review/").content.decode()
    assert "The dose is &lt;b&gt;wrong&lt;/b&gt;." in board
    assert reader.get(f"/report/{page.key}/?sentence=nowhere.9").status_code == 200
