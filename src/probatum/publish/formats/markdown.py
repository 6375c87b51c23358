"""`markdown`: the article as CommonMark with tables (GitHub's), nothing of a source taken as markup."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.model import Answer, Record
from probatum.publish import page
from probatum.publish.formats import Format, Resolve
from probatum.publish.plots import table
from probatum.publish.wording import outcome_words, result_words, study_words, test_words
from probatum.text import pooling
from probatum.text.expressions import expression

_INLINE = expression(r"[\\`*|~$]|\[(?!\d{1,3}\](?![(\[:]))|_(?!\w)|(?<!\w)_|<(?=[\w/!?])|&(?=#?\w+;)|!(?=\[)")
_LEADING = expression(r"^(\s*)(#|[-+=>](?=\s|$|[-=])|\d+(?=[.)]\s))")


def escape(text: str) -> str:
    """`text` on one line, so that CommonMark prints exactly its characters (Gruber's and GitHub's markup included)."""
    flat = " ".join(page.visible(text).split())
    flat = _INLINE.sub(lambda found: "\\" + found[0], flat)
    leading = _LEADING.match(flat)
    if leading is None:
        return flat
    if leading[2].isdigit():
        return f"{leading[2]}\\{flat[leading.end() :]}"
    return f"\\{flat}"


def render(answer: Answer, *, records: Resolve) -> str:
    """The whole article."""
    blocks = [f"# {escape(answer.title)}", f"> {escape(answer.question.typed)}", f"*{escape(page.byline(answer))}*"]
    blocks += [f"**{escape(words)}**" for words in page.choices(answer.question)]
    blocks += [f"> **Warning:** {escape(words)}" for words in page.notices(answer)]
    status = answer.status
    blocks.append(f"**Status:** {escape(f'{status.text} {status.caution}'.strip())}")
    blocks += _reading(answer)
    sources = page.sources(answer, records)
    for part in page.parts(answer):
        blocks.append(f"## {escape(part.title)}")
        blocks += _body(answer, part, sources)
        blocks += _statements(part)
        if part.notes:
            blocks.append("\n".join(f"- {escape(note)}" for note in part.notes))
        if part.entries:
            blocks.append("\n".join(f"- **{escape(term)}**: {escape(meaning)}" for term, meaning in part.entries))
        if part.id == "evidence":
            blocks += [*_pooled(answer), *_certainty(answer), *_table(answer)]
    return "\n\n".join(blocks) + "\n"


def _reading(answer: Answer) -> list[str]:
    lines = [
        f"- {escape(what)}: {f'{escape(before)} → ' if before else ''}**{escape(after)}** ({escape(why)})"
        for what, before, after, why in page.readings(answer.question)
    ]
    lines += [f"- {name}: {escape(words)}" for name, words in page.pico(answer)]
    return ["## Read as", escape(page.read_as(answer)), *(["\n".join(lines)] if lines else [])]


def _body(answer: Answer, part: page.Part, sources: dict[str, Record]) -> list[str]:
    if part.id == "references":
        return ["\n".join(_references(answer, sources)) or "No source was used."]
    if part.id == "search":
        return ["\n".join(_search(answer))]
    if part.id == "disclaimer":
        return [escape(answer.disclaimer)] if answer.disclaimer else []
    if part.id == "review":
        return ["\n".join(f"- {escape(line)}" for line in (*page.review_lines(answer), *page.withheld(answer)))]
    return []


def _search(answer: Answer) -> list[str]:
    rows: list[str] = []
    for label, lines in page.searched(answer):
        if len(lines) == 1:
            rows.append(f"- **{label}:** {escape(lines[0])}")
        else:
            rows += [f"- **{label}:**", *(f"  - {escape(line)}" for line in lines)]
    return rows


def _statements(part: page.Part) -> list[str]:
    if not part.lines:
        return [f"*{escape(part.empty)}*"] if part.empty else []
    return ["\n".join(map(_paragraph, page.paragraphs(part)))]


def _paragraph(lines: tuple[page.Line, ...]) -> str:
    """One item of the list: a sentence, or those of a paragraph one behind the other."""
    first, *further = map(_line, lines)
    return " ".join((first, *(line.removeprefix("- ") for line in further)))


def _line(line: page.Line) -> str:
    label, words = page.lead(line)
    rest, stop = (words[:-1], words[-1]) if words[-1] in ".:;" else (words, "")
    made = f"**{escape(label)}** {escape(rest)}" if label else escape(rest)
    if line.citations:
        made += " [" + "][".join(escape(c.label) for c in line.citations) + "]"
    made += stop
    if line.directness:
        made += f" *{escape(line.directness)}*"
    if line.verdict:
        made += f" **({line.verdict})**"
    if line.branch:
        return f"   - {line.step}. {made}"
    return f"{line.step}. {made}" if line.step else f"- {made}"


def _pooled(answer: Answer) -> list[str]:
    """Every pooled result as the table behind its forest plot."""
    made: list[str] = []
    for pooled in page.pooled(answer):
        head = table.header(pooled)
        lines = [_row(escape(cell) for cell in head), _row(("---",) * len(head))]
        lines += [_row(escape(cell) for cell in row) for row in table.rows(pooled)]
        made += [f"### {escape(pooling.title(pooled))}", "\n".join(lines)]
        made.append("\n".join(f"- {escape(note)}" for note in table.notes(pooled)))
    return made


def _certainty(answer: Answer) -> list[str]:
    if not answer.certainty:
        return []
    lines = []
    for certainty in answer.certainty:
        lines.append(f"- **{escape(page.certainty_words(certainty))}**")
        lines += [f"  - {escape(step)}" for step in page.step_lines(answer, certainty)]
    return [f"### {page.certainty_title(answer)}", "\n".join(lines)]


def _table(answer: Answer) -> list[str]:
    if not page.evidence(answer):
        return []
    rows = [_row(page.EVIDENCE_HEAD), _row(("---",) * 5)]
    for row in answer.evidence:
        cells = (study_words(row, ", "), outcome_words(row), "; ".join(row.arms), result_words(row, ", "))
        rows.append(_row(escape(cell) for cell in (*cells, test_words(row, ", "))))
    return ["### Evidence table", "\n".join(rows)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _references(answer: Answer, sources: dict[str, Record]) -> list[str]:
    lines = []
    pages = page.cited_pages(answer)
    for reference in page.listed(answer):
        links = page.links(reference, sources.get(reference.record))
        addresses = " ".join(f"<{address}>" for _, address in links)
        notes = escape(page.reference_notes(reference, pages.get(reference.record, "")))
        made = f"{reference.number}. {escape(reference.citation)} ({notes}; {escape(reference.record)}) {addresses}"
        lines.append(made.rstrip())
    return lines


FORMAT = Format("markdown", "The article as Markdown, for editors and repositories.", ".md", render)
