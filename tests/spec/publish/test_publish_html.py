"""The HTML page: one file, nothing from outside, no text taken as markup, the supporting characters marked."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from typing import ClassVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_answer import CROSSOVER, RECORDS, REFERENCES, TRIAL, cite, find, sample, say

from probatum.model import Record, RecordKind, Section, SectionKind, SourceSection, Span, Warning
from probatum.publish.formats import get
from probatum.publish.markup import el, join, raw, text

VOID = {"meta", "br", "hr", "link"}


class Tree(HTMLParser):
    """Elements with their attributes, and the text inside each source panel and each mark."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.marked: dict[str, list[tuple[str, str]]] = {}
        self.panels: dict[str, str] = {}
        self.unbalanced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {k: v or "" for k, v in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop()[0] != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        panel = next((a["id"] for _, a in self.open if "source" in a.get("class", "").split()), "")
        if not panel:
            return
        self.panels[panel] = self.panels.get(panel, "") + data
        classes = next((a.get("class", "") for t, a in reversed(self.open) if t == "mark"), "")
        self.marked.setdefault(panel, []).append((classes, data))


def page(**fields: object) -> str:
    return get("html").render(msgspec.structs.replace(sample(), **fields), records=find)


def tree(made: str) -> Tree:
    parser = Tree()
    parser.feed(made)
    return parser


def with_statement(statement: object) -> str:
    return page(sections=(Section("safety", "Safety", (statement,)),))  # type: ignore[arg-type]


class TestOneFile:
    def test_elements_are_balanced_and_ids_are_unique(self) -> None:
        found = tree(page())
        assert found.unbalanced == [] and found.open == []
        ids = [a["id"] for _, a in found.elements if "id" in a]
        assert len(ids) == len(set(ids))

    def test_nothing_is_fetched(self) -> None:
        made = page()
        assert not re.search(
            r"\bsrc=|@import|url\(|<link|<iframe|<object|<embed|<img|<form|fetch\(|XMLHttp|srcset", made
        )

    def test_links_go_inside_or_to_the_web(self) -> None:
        found = tree(page())
        ids = {a["id"] for _, a in found.elements if "id" in a} | {"closed"}
        for tag, attributes in found.elements:
            if tag == "a":
                href = attributes["href"]
                assert href.startswith("https://") or href[1:] in ids, href

    def test_the_policy_lets_in_only_its_own_style_and_script(self) -> None:
        made = page()
        policy = next(a["content"] for t, a in tree(made).elements if a.get("http-equiv") == "Content-Security-Policy")
        for name in ("style", "script"):
            blocks = re.findall(rf"<{name}>(.*?)</{name}>", made, re.DOTALL)
            assert len(blocks) == 1
            digest = base64.b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy

    def test_no_inline_style_or_handler(self) -> None:
        for _, attributes in tree(page()).elements:
            assert not [name for name in attributes if name == "style" or name.startswith("on")]


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "<!-- ",
    "&lt;b&gt;",
    "]]>",
    "\x1b]8;;http://example.org\x07link",
    "\u202egnp.exe",
)


@pytest.mark.parametrize("words", HOSTILE)
class TestHostileText:
    def assert_harmless(self, made: str) -> None:
        found = tree(made)
        assert found.unbalanced == [] and found.open == []
        assert [t for t, _ in found.elements].count("script") == 1
        for tag, attributes in found.elements:
            assert tag not in {"img", "b>", "iframe"}
            assert not [name for name in attributes if name.startswith("on")]
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", made)

    def test_in_a_statement(self, words: str) -> None:
        self.assert_harmless(with_statement(say("safety.1", words, cite(TRIAL, "120 adults"))))

    def test_in_an_id(self, words: str) -> None:
        self.assert_harmless(with_statement(say(words, "Words.", cite(TRIAL, "120 adults"))))

    def test_in_title_warning_and_question(self, words: str) -> None:
        question = msgspec.structs.replace(sample().question, typed=words, read=words, population=words)
        self.assert_harmless(page(title=words, question=question, warnings=(Warning("W", words),), disclaimer=words))

    def test_in_a_reference(self, words: str) -> None:
        reference = msgspec.structs.replace(REFERENCES[0], citation=words, design=words, status=words, url=words)
        self.assert_harmless(page(references=(reference,)))

    def test_in_a_source(self, words: str) -> None:
        record = Record.build(
            id="pmid:90000099",
            identifiers=(),
            kind=RecordKind.ARTICLE,
            title=words,
            sections=(
                SourceSection("abstract", SectionKind.ABSTRACT, f"Before {words} after.", words, language=words),
            ),
        )
        statement = say("safety.1", "Words.", Span(record, "abstract", 7, 7 + len(words)))
        reference = msgspec.structs.replace(REFERENCES[0], record=record.id)
        self.assert_harmless(page(sections=(Section("safety", "Safety", (statement,)),), references=(reference,)))


class TestMarks:
    def test_every_citation_lights_up_exactly_its_characters(self) -> None:
        made = page()
        found = tree(made)
        rules = dict(re.findall(r":root:has\(#(c\d+):target\) :is\(([^)]*)\)", made))
        panels = {r.record: f"source-{r.number}" for r in REFERENCES}
        cites = [
            a["href"][1:]
            for t, a in found.elements
            if t == "a" and a.get("class") == "cite" and "words" in a["aria-label"]
        ]
        expected = [
            (record, [s for s in dict.fromkeys(statement.supports) if s.record == record])
            for statement in sample().statements
            for record in sorted({s.record for s in statement.supports}, key=lambda r: int(panels[r][7:]))
        ]
        assert len(cites) == len(expected) > 20
        for anchor, (record, spans) in zip(cites, expected, strict=True):
            lit = {rule.removeprefix(".") for rule in rules[anchor].split(",")}
            shown = "".join(words for classes, words in found.marked[panels[record]] if lit & set(classes.split()))
            squeezed = re.sub(r"\s+", "", shown)
            covered = sorted({(s.section, at) for s in spans for at in range(s.start, s.end)})
            order = {section.id: n for n, section in enumerate(RECORDS[record].sections)}
            covered.sort(key=lambda c: (order[c[0]], c[1]))
            source = "".join(RECORDS[record].section(section).text[at] for section, at in covered)
            assert squeezed == re.sub(r"\s+", "", source)

    def test_the_source_text_is_whole_and_unaltered(self) -> None:
        found = tree(page())
        for section in (*TRIAL.sections, *CROSSOVER.sections):
            panel = found.panels["source-1" if section in TRIAL.sections else "source-2"]
            if section.kind is SectionKind.ABSTRACT:
                assert section.text in panel

    def test_a_long_source_is_shown_around_what_is_cited_and_says_so(self) -> None:
        whole = "Filler words. " * 2_000 + "The cited words." + " More filler." * 2_000
        record = Record.build(
            id="pmid:90000098",
            identifiers=(),
            kind=RecordKind.ARTICLE,
            title="Long",
            sections=(SourceSection("body.1", SectionKind.BODY, whole), SourceSection("body.2", SectionKind.BODY, "x")),
        )
        statement = say("safety.1", "Words.", cite(record, "The cited words."))
        reference = msgspec.structs.replace(REFERENCES[0], record=record.id)
        made = page(sections=(Section("safety", "Safety", (statement,)),), references=(reference,))
        assert re.search(r'<mark class="s1">The cited words\.</mark>', made)
        assert "26,500 characters not shown" in made and "1 further section not shown here" in made
        assert len(made) < 60_000

    def test_the_proof_holds_quote_verdict_and_checks(self) -> None:
        made = page()
        assert "<mark>2.1 cramps a week with 100 mg and 4.0 with placebo" in made
        assert "Verdict: <strong>supported</strong> · stated from a finding" in made
        assert "<code>9 / 40 * 100 = 22.5 %</code>" in made
        assert "<b>numbers</b>: supported (every number stands in its span)" in made


class TestMarkup:
    @pytest.mark.parametrize(
        ("made", "expected"),
        [
            (el("p", "a < b"), "<p>a &lt; b</p>"),
            (el("p", el("b", "x"), " & y"), "<p><b>x</b> &amp; y</p>"),
            (el("a", "x", href='"', class_="c", aria_label="l"), '<a href="&quot;" class="c" aria-label="l">x</a>'),
            (el("br"), "<br>"),
            (el("td", "x", hidden=True, title=""), "<td hidden>x</td>"),
            (text("\x07"), "\ufffd"),
        ],
    )
    def test_what_is_not_markup_is_escaped(self, made: str, expected: str) -> None:
        assert made == expected

    def test_a_style_cannot_be_closed_from_inside(self) -> None:
        with pytest.raises(ValueError, match="closes it"):
            raw("style", "</STYLE><script>")

    @given(st.text(), st.text())
    def test_any_text_comes_back_as_it_was(self, one: str, two: str) -> None:
        from html import unescape

        from probatum.publish.page import visible

        made = join(one, two)
        assert not set("<>\"'") & set(made)
        assert unescape(made) == visible(one + two)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class TestForEverybody:
    PALETTES: ClassVar = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(
            r":root \{(.*?)\}", files("probatum.publish").joinpath("assets/article.css").read_text(), re.S
        )
    ][:2]

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(
        ("ink", "paper"),
        [
            ("ink", "paper"),
            ("ink", "ground"),
            ("ink", "accent-soft"),
            ("ink", "warn-soft"),
            ("ink", "bad-soft"),
            ("ink", "good-soft"),
            ("ink", "faint"),
            ("mark-ink", "mark"),
            ("soft", "paper"),
            ("soft", "ground"),
            ("accent", "paper"),
            ("accent", "ground"),
            ("accent", "accent-soft"),
            ("paper", "accent"),
            ("warn", "paper"),
            ("bad", "paper"),
            ("bad", "bad-soft"),
            ("good", "paper"),
        ],
    )
    def test_words_can_be_read(self, scheme: str, ink: str, paper: str) -> None:
        palette = self.PALETTES[("light", "dark").index(scheme)]
        assert contrast(palette[ink], palette[paper]) >= 4.5

    def test_there_are_landmarks_with_names(self) -> None:
        found = tree(page())
        tags = [tag for tag, _ in found.elements]
        for landmark in ("header", "main", "nav", "aside", "footer"):
            assert tags.count(landmark) == 1
        ids = {a["id"] for _, a in found.elements if "id" in a}
        for _, attributes in found.elements:
            assert attributes.get("aria-labelledby", "top") in ids
        assert [t for t in tags if t in ("h1", "h2", "h3")].count("h1") == 1

    def test_headings_skip_no_level(self) -> None:
        levels = [int(t[1]) for t, _ in tree(page()).elements if re.fullmatch(r"h[1-6]", t)]
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_the_language_of_a_foreign_section_is_said(self) -> None:
        record = Record.build(
            id="pmid:90000097",
            identifiers=(),
            kind=RecordKind.ARTICLE,
            title="Krämpfe",
            sections=(SourceSection("abstract", SectionKind.ABSTRACT, "Krämpfe wurden seltener.", language="de"),),
        )
        statement = say("safety.1", "Words.", cite(record, "seltener"))
        reference = msgspec.structs.replace(REFERENCES[0], record=record.id)
        made = page(sections=(Section("safety", "Safety", (statement,)),), references=(reference,))
        assert '<div class="source-section" lang="de">' in made


@given(st.data())
def test_any_spans_of_any_text_are_marked_exactly(data: st.DataObject) -> None:
    words = st.text(alphabet=st.sampled_from("ab <&\n\t1"), min_size=1, max_size=40)
    record = Record.build(
        id="pmid:90000096",
        identifiers=(),
        kind=RecordKind.ARTICLE,
        title="Any",
        sections=tuple(SourceSection(f"abstract.{n}", SectionKind.ABSTRACT, data.draw(words)) for n in range(3)),
    )
    spans = []
    for _ in range(data.draw(st.integers(1, 5))):
        section = data.draw(st.sampled_from(record.sections))
        start = data.draw(st.integers(0, len(section.text) - 1))
        spans.append(Span(record, section.id, start, data.draw(st.integers(start + 1, len(section.text)))))
    reference = msgspec.structs.replace(REFERENCES[0], record=record.id)
    lines = tuple(say(f"safety.{n}", "Words.", span) for n, span in enumerate(spans))
    found = tree(page(sections=(Section("safety", "Safety", lines),), references=(reference,), certainty=()))
    assert found.unbalanced == []
    for number, span in enumerate(dict.fromkeys(spans), 1):
        shown = "".join(words for classes, words in found.marked["source-1"] if f"s{number}" in classes.split())
        assert shown == span.quote
