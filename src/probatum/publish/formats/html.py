"""`html`: the article as one file that needs nothing else, with every source it rests on inside.

A click on a citation opens the source beside the text with the supporting characters marked. That works by `:target`
alone; the script only moves the keyboard focus. The page's own policy lets nothing in and nothing out.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.model import Answer
from probatum.publish import page
from probatum.publish.formats import Format, Resolve
from probatum.publish.layers import FIGURES, RECOMMENDATION, Layer, layers
from probatum.publish.markup import Html, el, raw
from probatum.publish.proof import Marks, held_up, panel
from probatum.publish.sections import Setting, figures, section
from probatum.publish.standalone import asset, document

MAIN: Final = "answer"
"""Name of the element that holds the answer itself."""


class Pieces(NamedTuple):
    """The article in pieces, for a page that has a frame of its own."""

    header: Html
    reading: Html
    """How the question was read."""
    contents: Html
    layers: tuple[Html, ...]
    """The answer itself, a layer each, in their order."""
    footer: Html
    panels: Html
    """The texts of its sources, each hidden until a citation of it is the page's target."""
    style: str
    """Rules that light up what a citation rests on; they belong to this article alone."""

    @property
    def main(self) -> Html:
        """All layers in their element."""
        return el("main", *self.layers, id=MAIN)


def pieces(answer: Answer, *, records: Resolve, report: str = "") -> Pieces:
    """The article in pieces, in layers that open one by one; element ids are those of the whole page.

    `report` is the address of a form for errors, to which the name of a sentence is added; empty for none.
    """
    parts = page.parts(answer)
    sources = page.sources(answer, records)
    marks = Marks.of(parts)
    setting = Setting(answer, sources, marks, report)
    shown = [(layer, made) for layer in layers(parts, answer.reader) if (made := _layer(setting, layer))]
    return Pieces(
        _header(answer, "div"),
        _reading(answer),
        _contents_of_layers([layer for layer, _ in shown]),
        tuple(made for _, made in shown),
        _footer(answer, "div"),
        _panels(setting, parts),
        marks.style(),
    )


def render(answer: Answer, *, records: Resolve) -> str:
    """The whole article as one HTML document."""
    parts = page.parts(answer)
    sources = page.sources(answer, records)
    marks = Marks.of(parts)
    setting = Setting(answer, sources, marks)
    style = f"{asset('article.css')}\n{marks.style()}\n"
    script = asset("article.js")
    body = el(
        "body",
        el("a", "Skip to the answer", href="#bottom_line", class_="skip"),
        el(
            "div",
            _header(answer),
            _reading(answer),
            el("div", _contents(parts), _main(setting, parts), class_="columns"),
            _footer(answer),
            class_="page",
        ),
        _panels(setting, parts),
        raw("script", script),
    )
    generator = f"{answer.engine.name} {answer.engine.version}"
    return document(answer.title, body, style=style, script=script, generator=generator)


def _header(answer: Answer, tag: str = "header") -> Html:
    """Title, question, status; no landmark on a page whose frame has its own."""
    status = answer.status
    made = [
        el("p", "Probatum · clinical evidence answer", class_="eyebrow"),
        el("h1", answer.title),
        el("p", f"“{answer.question.typed}”", class_="typed"),
        el("p", page.byline(answer), class_="byline"),
        *(el("p", words, class_="notice ask", role="alert") for words in page.choices(answer.question)),
        *(el("p", el("b", "Warning: "), words, class_="notice warn", role="note") for words in page.notices(answer)),
        el("p", f"{status.text} {status.caution}".strip(), class_="notice" if status.caution else "notice good"),
    ]
    return el(tag, *made, id="top", class_="masthead")


def _reading(answer: Answer) -> Html:
    readings = [
        el(
            "div",
            el("dt", what),
            el(
                "dd",
                el("span", before, class_="before"),
                " → ",
                el("strong", after),
                el("span", f" {why}", class_="why"),
            ),
        )
        for what, before, after, why in page.readings(answer.question)
    ]
    made = [el("h2", "Read as", id="read-as"), el("p", page.read_as(answer))]
    if readings:
        made.append(el("dl", *readings, class_="pairs"))
    understood = [el("div", el("dt", name), el("dd", words)) for name, words in page.pico(answer)]
    if understood:
        made.append(el("dl", *understood, class_="pico"))
    return el("section", *made, class_="reading", aria_labelledby="read-as")


TIP: Final = "Select a number to see the words of the source that a sentence rests on."


def _contents(parts: tuple[page.Part, ...]) -> Html:
    links = (el("li", el("a", part.title, href=f"#{part.id}")) for part in parts)
    return _aside(el("ol", *links))


def _contents_of_layers(shown: list[Layer]) -> Html:
    """The layers with their parts; one that is the only part of its layer goes by the layer's name."""
    made = []
    for layer in shown:
        inner = [el("li", el("a", part.title, href=f"#{part.id}")) for part in layer.parts]
        within = [el("ol", *inner)] if layer.id != FIGURES and len(inner) > 1 else []
        made.append(el("li", el("a", layer.title, href=f"#layer-{layer.id}"), *within))
    return _aside(el("ol", *made, class_="of-layers"))


def _aside(listed: Html) -> Html:
    return el(
        "nav",
        el("h2", "On this page"),
        listed,
        el("p", TIP, class_="tip"),
        aria_label="On this page",
        class_="contents",
    )


def _layer(setting: Setting, layer: Layer) -> Html:
    """One layer: the recommendation stands, the others can be folded; nothing where there is no figure to show."""
    name = f"layer-{layer.id}"
    if layer.id == RECOMMENDATION:
        return el("div", *(section(setting, part) for part in layer.parts), id=name, class_="layer")
    if layer.id == FIGURES:
        drawn = [made for part in layer.parts for made in figures(setting.answer, part)]
        inner = [el("div", *drawn, class_="part")] if drawn else []
    else:
        inner = [section(setting, part, level=3, drawn=False) for part in layer.parts]
    if not inner:
        return Html("")
    head = el("summary", el("h2", layer.title))
    return el("details", head, *inner, id=name, class_="layer", open=layer.open)


def _main(setting: Setting, parts: tuple[page.Part, ...]) -> Html:
    return el("main", *(section(setting, part) for part in parts), id=MAIN)


def _footer(answer: Answer, tag: str = "footer") -> Html:
    engine = answer.engine
    versions = [
        f"{engine.name} {engine.version}",
        f"library {engine.library_version}" if engine.library_version else "",
    ]
    versions.append(f"vocabulary {engine.vocabulary}" if engine.vocabulary else "")
    return el(tag, el("p", " · ".join(v for v in versions if v)), class_="foot")


def _panels(setting: Setting, parts: tuple[page.Part, ...]) -> Html:
    answer, sources, marks, _ = setting
    held: dict[str, list[Html]] = {}
    for line in (line for part in parts for line in part.lines):
        for citation in line.citations:
            held.setdefault(citation.record, []).append(held_up(line, citation, marks, answer))
    panels = (panel(r, sources.get(r.record), marks, *held.get(r.record, ())) for r in page.listed(answer))
    title = el("h2", "Source texts", id="sources-title", class_="hidden")
    return el("aside", title, *panels, class_="sources", aria_labelledby="sources-title")


FORMAT = Format("html", "One self-contained page; a click on a citation opens the source's words.", ".html", render)
