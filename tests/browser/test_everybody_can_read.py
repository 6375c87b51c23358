"""Every page for everybody: axe-core finds nothing serious in light, in dark and on a phone; the keyboard is enough."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
SERIOUS = ("serious", "critical")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True},
}
QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"
PUBLIC = ("/", "/articles/", "/questions/", "/audit/", "/log-in/", "/editorial-policy/", "/nowhere/")


def faults(page: Any) -> list[str]:
    """What axe-core finds serious on the page as it is shown now."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    found = page.evaluate(f"axe.run(document, {options}).then(told => told.violations)")
    return [
        f"{page.url}: {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"][:3]
    ]


@pytest.fixture(scope="module")
def article(olga: Any) -> dict[str, str]:
    """Addresses of an answer, its article, its review, history and report."""
    olga.go("/")
    olga.page.fill("#q", QUESTION)
    olga.press("Ask")
    answer = olga.page.url
    olga.press("Make this an article")
    review = olga.page.url
    olga.press("Submit to the board")
    olga.page.get_by_role("link", name="As readers see it").click()
    olga.page.wait_for_load_state()
    key = review.rstrip("/").rpartition("/")[2]
    return {
        "answer": answer,
        "article": olga.page.url,
        "review": review,
        "history": f"{review}history/",
        "report": f"/report/{key}/?sentence=bottom_line.1",
    }


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_is_open_to_everybody(
    olga: Any, anybody: Callable[..., Any], article: dict[str, str], look: str
) -> None:
    state = olga.page.context.storage_state()
    staff, reader = anybody(**LOOKS[look], storage_state=state), anybody(**LOOKS[look])
    found: list[str] = []
    for person, addresses in (
        (reader, (*PUBLIC, article["article"], article["report"])),
        (staff, ("/", "/me/", "/review/", article["answer"], article["review"], article["history"])),
    ):
        for address in addresses:
            person.go(address)
            if person.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
                found.append(f"{address}: wider than the window")
            person.keep(f"{look}-{'staff' if person is staff else 'reader'}-{address.strip('/').split('/')[-1][:12]}")
            found += faults(person.page)
    reader.go(article["article"])
    for folded in ("details.layer:not([open])", "main .proof:not([open])", ".take:not([open])"):
        reader.page.evaluate(f"document.querySelectorAll({folded!r}).forEach(one => one.open = true)")
    found += faults(reader.page)
    reader.page.locator("main .cite").first.click()
    found += faults(reader.page)
    assert not found, "\n".join(found)


def test_an_audit_report_is_open_to_everybody(anybody: Callable[..., Any]) -> None:
    reader = anybody()
    reader.go("/audit/")
    reader.page.fill(
        "#text", "Mexiletine 300 mg lowered cramps to 31% of placebo [1].\n\n## References\n\n1. PMID: 26911633"
    )
    reader.press("Audit it")
    assert faults(reader.page) == []


def test_the_keyboard_is_enough(anybody: Callable[..., Any]) -> None:
    reader = anybody()
    page, keys = reader.page, reader.page.keyboard
    reader.go("/")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop leads past the menu"
    keys.press("Enter")
    for _ in range(5):
        keys.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    keys.type(QUESTION)
    keys.press("Tab")
    with page.expect_navigation():
        keys.press("Enter")
    page.wait_for_load_state()
    for _ in range(60):
        keys.press("Tab")
        if "cite" in page.evaluate("document.activeElement.className"):
            break
    cited = page.evaluate("document.activeElement.getAttribute('href')")
    keys.press("Enter")
    assert page.locator(".source:visible").count() == 1
    page.wait_for_function("document.activeElement.closest('.source') !== null")
    assert page.locator(".source:visible .why-here:visible").inner_text().startswith("Verdict: supported")
    keys.press("Escape")
    assert page.locator(".source:visible").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == cited, "back where it came from"


def test_a_click_on_a_sentence_opens_its_source_and_a_folded_part_opens_when_led_into(
    anybody: Callable[..., Any], article: dict[str, str]
) -> None:
    reader = anybody()
    reader.go(article["article"])
    reader.page.locator("#bottom_line .statement > p").first.click(position={"x": 60, "y": 10})
    assert reader.page.locator(".source:visible").count() == 1
    reader.page.keyboard.press("Escape")
    assert not reader.page.evaluate("document.getElementById('layer-rationale').open")
    reader.page.get_by_role("link", name="Evidence gaps").click()
    assert reader.page.evaluate("document.getElementById('layer-rationale').open")


def test_without_a_script_every_part_can_be_opened_and_nothing_is_offered_that_needs_one(
    anybody: Callable[..., Any], article: dict[str, str]
) -> None:
    reader = anybody(java_script_enabled=False)
    reader.go(article["article"])
    reader.page.locator("#layer-sources > summary").click()
    assert reader.page.locator("#references").is_visible()
    assert reader.page.locator("[data-print]:visible, [data-copy]:visible, [data-unfold]:visible").count() == 0


def test_a_printed_article_is_whole(anybody: Callable[..., Any], article: dict[str, str]) -> None:
    import pypdfium2

    reader = anybody()
    reader.go(article["article"])
    pages = pypdfium2.PdfDocument(reader.page.pdf(format="A4"))
    told = "".join(one.get_textpage().get_text_range() for one in pages)
    for words in ("Bottom line", "Evidence gaps", "References", "How this was searched", "Use with caution"):
        assert words in told
    assert "Report an error" not in told and "My questions" not in told
