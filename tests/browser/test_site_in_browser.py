"""The whole story in a real browser: ask, change reader, open a source, follow up, review, approve, publish, audit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

PASSWORD = "a-long-enough-password"
RETRACTED = """PMID- 26911633
DP  - 2016
TI  - Words that this test made up; the notice of a retraction.
PT  - Retracted Publication
AU  - Nobody A
AB  - The words of the notice. They say nothing of cramps.
"""
"""The leading trial of the answer, as the library of tomorrow may have it."""


def test_the_whole_story(olga: Any, anybody: Callable[..., Any], keeper: Callable[..., str], tmp_path: Path) -> None:
    olga.go("/")
    olga.page.fill("#q", "What is the role of Mexilitine in treating muscle spasms in patients with ALS?")
    olga.page.wait_for_selector("#reading:has-text('mexiletine')")
    assert "Outcome" in olga.page.inner_text("#reading"), "what is understood is said while it is typed"
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
    bob = people["bob"]
    bob.page.check("[name=none]")
    bob.press("Declare and open the review")
    bob.page.check("[name=decision][value='request changes']")
    bob.page.fill("#r", "Say lessen.")
    bob.page.fill("#p1", PASSWORD)
    bob.press("Sign the review")
    assert bob.sees("Under revision")

    olga.go(f"{review}?sentence=bottom_line.1")
    words = olga.page.input_value("#new-words")
    olga.page.fill("#new-words", re.sub(r"\d+ mg", "7 mg", words) if re.search(r"\d+ mg", words) else f"{words} 7 mg.")
    olga.press("Change and check again")
    assert olga.page.locator(".notice.warn").count() == 1, "what the sources do not say is refused, with the check"
    olga.go(f"{review}?sentence=bottom_line.1")
    better = words.replace("may reduce", "may lessen")
    assert better != words
    olga.page.fill("#new-words", better)
    olga.press("Change and check again")
    assert olga.sees("changed and checked again") and olga.sees(better)
    olga.press("Submit to the board")
    for name in ("bob", "cat"):
        page = people[name].page
        people[name].go(review)
        if page.locator("[name=none]").count():
            page.check("[name=none]")
            people[name].press("Declare and open the review")
        page.get_by_role("button", name="Accept this sentence").first.click()
        page.wait_for_load_state()
        assert people[name].sees("The sentence is accepted.")
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
    assert "0 reopened." in keeper("site", "watch"), "nothing moved, so it stands"
    notice = tmp_path / "notice.nbib"
    notice.write_text(RETRACTED, encoding="utf-8")
    keeper("library", "add", str(notice))
    assert "1 reopened." in keeper("site", "watch")
    reader = anybody()
    reader.go(article)
    assert reader.sees("Due for update") and reader.sees("now retracted") and reader.sees("Use with caution")
    assert not reader.sees("Approved by the medical board on")
    reader.keep("reopened")
    olga.go("/review/")
    assert olga.sees("Due for update: source")
    olga.keep("dashboard")
    olga.go(f"{review}history/")
    assert olga.sees("reopened")
    olga.keep("history")
    assert "whole" in keeper("site", "verify-trail")

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
