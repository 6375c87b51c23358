"""Asking as somebody without an account does: each step is told, questions are kept, the reader's choice holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

QUESTION = "Is quinine safe for leg cramps?"


def ask(person: Any, question: str) -> None:
    person.go("/")
    person.page.fill("#q", question)
    person.press("Ask")


def test_each_step_is_told_and_the_sections_follow(olga: Any, anybody: Callable[..., Any]) -> None:
    reader = anybody()
    heard: list[str] = []
    reader.page.expose_function("heard", lambda words: heard.append(words))
    reader.page.add_init_script(
        "new MutationObserver(() => document.querySelectorAll('.steps .step:not([told])').forEach(one => {"
        " one.setAttribute('told', ''); heard(one.textContent + '|' + document.querySelectorAll('main').length); }))"
        ".observe(document, {childList: true, subtree: true})"
    )
    ask(reader, QUESTION)
    reader.page.wait_for_selector("#references", state="attached")
    steps = [one.partition("|")[0] for one in heard]
    starts = ("Read as:", "Searching the library", "Reading ", "Writing from ", "Checking ", "The answer is ready.")
    assert len(steps) == len(starts) and all(map(str.startswith, steps, starts)), steps
    assert [one for one in heard[:4] if one.endswith("|1")] == [], "they are told before the answer stands"
    region = reader.page.locator(".steps")
    assert region.get_attribute("role") == "status" and region.get_attribute("aria-live") == "polite"
    assert region.bounding_box()["width"] <= 1, "afterwards they are left to those who listen"
    assert reader.errors == []


def test_my_questions_are_kept_for_this_browser_and_can_be_deleted(olga: Any, anybody: Callable[..., Any]) -> None:
    reader, stranger = anybody(), anybody()
    ask(reader, QUESTION)
    address = reader.page.url
    reader.go("/questions/")
    assert reader.sees(QUESTION)
    reader.keep("questions")
    stranger.go("/questions/")
    assert stranger.sees("You have not asked anything yet.")
    reader.press("Delete “Is quinine safe for leg cramps?”")
    assert reader.sees("You have not asked anything yet.")
    reader.go(address)
    assert reader.sees("not found") or reader.sees("nothing at this address"), reader.page.inner_text("body")


def test_who_reads_is_chosen_without_a_script_and_remembered(olga: Any, anybody: Callable[..., Any]) -> None:
    reader = anybody(java_script_enabled=False)
    ask(reader, QUESTION)
    assert reader.sees("Bottom line")
    address = reader.page.url
    reader.press("Patient")
    assert reader.page.url == address and reader.sees("The short answer")
    chosen = reader.page.locator(".readers button[aria-pressed=true]")
    assert chosen.count() == 1 and chosen.inner_text() == "Patient"
    reader.go("/")
    assert reader.page.locator(".readers button[aria-pressed=true]").inner_text() == "Patient"
    ask(reader, "Does mexiletine reduce cramps in ALS?")
    assert reader.sees("The short answer"), "the next question is answered for the same reader"


def test_a_password_can_be_seen_and_says_how_long_it_must_be(olga: Any, anybody: Callable[..., Any]) -> None:
    person = anybody()
    person.go("/log-in/")
    field = person.page.locator("#id_password")
    field.fill("seen")
    person.page.get_by_role("button", name="Show the password").click()
    assert field.get_attribute("type") == "text"
    person.page.get_by_role("button", name="Hide the password").click()
    assert field.get_attribute("type") == "password"
    olga.go("/me/password/")
    olga.page.fill("#id_new_password1", "short")
    assert olga.sees("Too short: 5 of 12 characters.")
    olga.page.fill("#id_new_password1", "long enough for anybody")
    assert olga.sees("Strong by its length.")
