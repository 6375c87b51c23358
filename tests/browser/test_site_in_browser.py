"""The whole story in a real browser: ask, change reader, open a source, follow up, review, approve, publish, audit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PASSWORD = "a-long-enough-password"


def test_the_whole_story(olga: Any, anybody: Callable[..., Any]) -> None:
    olga.go("/")
    olga.page.fill("#q", "What is the role of Mexilitine in treating muscle spasms in patients with ALS?")
    olga.page.wait_for_selector("#reading:has-text('mexiletine')")
    olga.keep("asking")
    olga.press("Ask")
    assert olga.sees("Bottom line") and olga.sees("Use with caution")
    olga.page.locator("main .cite").first.click()
    assert olga.page.locator(".source:visible mark").count() > 0, "the source opens beside the text, marked"
    olga.keep("source")
    olga.page.keyboard.press("Escape")
    assert olga.page.locator(".source:visible").count() == 0

    olga.press("Patient")
    assert olga.sees("The short answer")
    olga.keep("patient")
    olga.press("Doctor")
    olga.page.fill(".follow textarea", "What about in renal failure?")
    olga.page.locator(".follow button").click()
    olga.page.wait_for_load_state()
    assert olga.sees("What changed")

    olga.press("Make this an article")
    review = olga.page.url
    olga.press("Submit to the board")
    assert olga.sees("no review of this wording has begun")
    people = {name: anybody() for name in ("bob", "cat", "dee")}
    for name, person in people.items():
        person.log_in(name)
        person.go(review)
    for name in ("bob", "cat"):
        page = people[name].page
        page.check("[name=none]")
        people[name].press("Declare and open the review")
        page.check("[name=decision][value=approve]")
        page.fill("#r", "Checked against the sources.")
        page.fill("#p1", PASSWORD)
        people[name].press("Sign the review")
        assert people[name].sees("signed and kept")
    people["cat"].keep("review")
    people["dee"].go(review)
    people["dee"].page.fill("#p2", PASSWORD)
    people["dee"].press("Approve this wording")
    olga.go(review)
    olga.press("Publish")
    olga.page.get_by_role("link", name="As readers see it").click()
    assert olga.sees("Approved by the medical board") and not olga.sees("Use with caution until")
    olga.keep("published")

    article = olga.page.url
    olga.go(review)
    olga.page.fill("input[name=reason] >> nth=0", "A source was retracted")
    olga.press("Reopen")
    olga.go(article)
    assert olga.sees("Due for update") and not olga.sees("Approved by the medical board on")

    olga.go("/audit/")
    text = "Mexiletine 300 mg lowered cramps to 31% of placebo [1].\n\n## References\n\n1. PMID: 26911633"
    olga.page.fill("#text", text)
    olga.press("Audit it")
    assert olga.sees("Score card")
    olga.keep("audit")
    assert olga.errors == [], "nothing that a page asks for is refused or missing"


def test_an_article_reads_without_script_on_a_phone(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.goto(address + "/")
    page.fill("#q", "Is quinine safe for leg cramps?")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_load_state()
    assert "Bottom line" in page.inner_text("body")
    assert page.locator("main").bounding_box()["width"] <= 390, "nothing is wider than the phone"
    page.locator("main .cite").first.click()
    assert page.locator(".source:visible").count() == 1
