"""Columns of a table of results: which hold an arm's results, at what time and in what form, which a p or an estimate.

The head of a table may have several rows: the arm, the time point, what is printed (`Mean (SD)`). A column is an arm's
where one of its heads names it; a table is read only where at least one head shows that it names a group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import contrasts
from probatum.appraise.findings.contrasts import Contrast, Head
from probatum.appraise.findings.headings import (
    BASELINE,
    CHANGE,
    ESTIMATE,
    FORM,
    MARKS,
    SIZE,
    TIME,
    TIMED_FORM,
    heads_of,
    is_p,
    says_form,
    text_of,
)
from probatum.appraise.findings.sentence import Context
from probatum.model import Cell, Figure, SourceSection, Span
from probatum.text.expressions import expression

_OTHER: Final = expression(
    r"^(?:total|overall|all\b.*|both|combined|F|t|z|χ2?|x ?2|chi.*|η.*|partial.*|effect size.*|"
    r"(?:Cohen.?s )?d|"
    r"statistic.*|test.*|df|"
    r"power|(?:\d\d ?% ?)?C\.?I\.?|SE|β.*|beta|unit|units|reference.*|range|max(?:imum)?|min(?:imum)?|"
    r"time.*|group|condition|comparison|"
    r"contrast|interaction.*|"
    rf"% ?change|N|notes?|comments?|source)\s?{MARKS}*$",
    re.IGNORECASE,
)
_SIZE_RANGE: Final = expression(r"[\[(]\s?[nN]\s?=\s?\d+\s?[-–]\s?\d+\s?[\])]")
"""`(n = 208-211)`: a size that differs from row to row, and so none."""
_GRADE: Final = expression(
    r"^(?:(?:any|all)[- ]?grades?|(?:CTCAE\s)?grades?\s?[≥≤>]?\s?(?:\d|I{1,3}+V?|V)(?:\s?(?:[-–/+&]|to|or|and)\s?"
    r"(?:\d|I{1,3}+V?|V)){0,6}(?:\+|\s?or (?:higher|more|worse|above))?|[≥>]\s?grade\s?\d|any|mild|moderate|"
    r"severe|serious|"
    rf"(?:drug|treatment)[- ]related)\s?(?:\(%\))?{MARKS}*$",
    re.IGNORECASE,
)
"""A head under an arm that divides its people by how bad the event was."""
_BRACKETED_SIZE: Final = expression(r"(?<=\w)\s?\((?P<n>\d{1,3}(?:[, \u2009]\d{3}){1,2}|\d{2,6})\)$")
"""`Velorine-allocated (10,269)`: a size, where every arm has such a number."""
_FORM_BRACKETED: Final = expression(r"\s?[\[(](?P<form>(?:means?|medians?)\b[^()\[\]]{0,20})[\])]", re.IGNORECASE)
_NOT_ARM: Final = expression(
    r"\b(?:baseline|week|month|day|year|hour|time|visit|total|overall|ratio|diff(?:erence)?s?|change|mean|median|SD|range|"
    r"follow-?up|"
    r"number|per ?cent|unit|score|value|effect|before|after|pre|post|characteristics?|variables?|outcomes?|"
    r"parameters?|measures?)\b|^\d",
    re.IGNORECASE,
)
_VISITS: Final = expression(
    r"^(?:(?:study )?visits?|time(?: ?points?)?|(?:assessment|measurement|follow-?up)s?|weeks?|months?|days?|"
    r"periods?)\W*$",
    re.IGNORECASE,
)
_NO_FIGURE: Final = expression(r"^(?:n\.?[ads]\.?|n/a|not \w+|none|nil|ref\w*\.?|yes|no|-+)$", re.IGNORECASE)
"""What stands in a cell instead of a figure."""
_OF_CHANGES: Final = expression(r"^\s*Table\W*[\w.]+\W+(?:mean\s)?changes?\s(?:in|of|from)\b", re.IGNORECASE)
_EVERYBODY: Final = expression(r"^\W*(?:total|all|overall|both|combined|entire|whole)\b", re.IGNORECASE)
_ABOVE: Final = expression(r"\b(?:groups?|arms?|treatments?|interventions?|allocation|randomi[sz]\w+)\b", re.IGNORECASE)
"""A head over the names of arms that says that they are arms."""
_COMBINED: Final = expression(r"^combined$", re.IGNORECASE)
"""Everybody, or the arm that got both treatments: its size says which."""
_TAIL: Final = expression(rf"[\s,;:*†‡§{{}}]+$|{MARKS}+$")


class Column(NamedTuple):
    """A column that holds an arm's results; `time` and `form` as printed, empty where the head says neither."""

    number: int
    name: str
    n: Figure | None
    header: Cell
    time: str = ""
    form: str = ""
    grade: str = ""
    """How bad the events of the column were: `Grade III`."""
    beside: int | None = None
    """The column that holds the number of people row by row, where it has one of its own."""

    @property
    def baseline(self) -> bool:
        """True for results before treatment."""
        return BASELINE.search(self.time) is not None and not self.change

    @property
    def change(self) -> bool:
        """True for a change from baseline."""
        return CHANGE.search(f"{self.time} {self.form}") is not None


class Layout(NamedTuple):
    """The columns of a table by what they hold."""

    arms: tuple[Column, ...]
    p: int | None
    contrasts: tuple[Contrast, ...]
    label: int
    """How many columns stand before the figures."""
    changes: bool = False
    """True where the head of the rows says that the figures are changes."""
    visits: bool = False
    """True where the column before the figures holds the time of each row."""

    @property
    def names(self) -> tuple[str, ...]:
        """The arms in the order of their columns."""
        return tuple(dict.fromkeys(c.name for c in self.arms))


NOTHING: Final = Layout((), None, (), 1)


def read(context: Context, section: SourceSection, heads: Sequence[Sequence[Cell]]) -> Layout:
    """The layout of a table; `NOTHING` where no two arms can be told apart for certain."""
    columns = heads_of(section, heads)
    label = next((h.number for h in columns if h.number and any(_tells(context, t) for t in h.texts)), 1)
    figures = [h for h in columns if h.number >= label]
    found: list[Column] = []
    shown: list[bool] = []
    left: list[Head] = []
    tests: list[Head] = []
    estimates: list[Head] = []
    for head in figures:
        if any(is_p(t) for t in head.texts):
            tests.append(head)
            continue
        if any(_estimates(context, t) for t in head.texts):
            estimates.append(head)
            continue
        column, shows = _column(context, section, head)
        if column is not None:
            found.append(column)
            shown.append(shows)
        else:
            left.append(head)
    if _unnamed(section, found, left, figures):
        return NOTHING
    sure = bool(shown) and (all(shown) or _surely(context, found))
    found = _sized(_beside(_siblings(found, sure), columns), section)
    if _measures_over(context, section, found, left, figures):
        return NOTHING
    if not 2 <= len({c.name for c in found}) <= 4 or not _parallel(found):
        return NOTHING
    names = tuple(dict.fromkeys(c.name for c in found))
    of_all = [head for head in tests if not any(arm_in(context, t)[0] for t in head.texts if not is_p(t))]
    return Layout(
        tuple(found),
        contrasts.between(of_all),
        contrasts.find(context, names, estimates, figures, [head.number for head in tests]),
        max(label, 1),
        any(re.search(r"\bchanges?\b", t, re.IGNORECASE) for t in columns[0].texts) or _of_changes(section),
        label > 1 and any(_VISITS.match(t) for t in columns[label - 1].texts),
    )


def _of_changes(section: SourceSection) -> bool:
    """True for `Table 2 Changes in weight`, where figures below 0 show that it holds no final values."""
    below = any(re.match(r"[-−–]\s?[\d.]", text_of(section, c)) for c in section.cells)
    return below and _OF_CHANGES.match(section.heading) is not None


def _estimates(context: Context, text: str) -> bool:
    """True for a head over estimates, and not over the arm `reduced risk training` or `ORS (n = 43)`."""
    if SIZE.search(text):
        return False
    bare = SIZE.sub("", text)
    return bool(ESTIMATE.search(bare)) and (contrasts.sets_against(bare) or not arm_names.is_control(bare, context))


def _beside(found: list[Column], columns: Sequence[Head]) -> list[Column]:
    """The arms with the column of sizes that stands just before each: `n | Velorine | n | Placebo`."""
    sizes = {h.number for h in columns if h.texts and all(re.fullmatch(r"[nN]", t) for t in h.texts[-1:])}
    if not found or len(sizes) != len(found) or any(c.n is not None for c in found):
        return found
    if all(c.number - 1 in sizes for c in found):
        return [c._replace(beside=c.number - 1) for c in found]
    return found


def _sized(found: list[Column], section: SourceSection) -> list[Column]:
    """Without a column of everybody (`Combined (n = 90)`), or sizes in bare brackets that not all arms have."""
    for column in found:
        others = [c.n.value for c in found if c.n is not None and c.name != column.name]
        if _COMBINED.match(column.name) and column.n is not None and sum(others) == column.n.value:
            return [c for c in found if c.name != column.name]
    bare = any(c.n is not None and section.text[c.n.span.start - 1] == "(" for c in found)
    return [c._replace(n=None) for c in found] if bare and any(c.n is None for c in found) else found


def surely_arms(context: Context, layout: Layout) -> bool:
    """True where a column's head says by its size, a control or the word for it that it is an arm's."""
    return _surely(context, layout.arms)


def _surely(context: Context, found: Sequence[Column]) -> bool:
    return any(
        c.n is not None or arm_names.is_control(c.name, context) or re.search(r"\b(?:groups?|arms?)\b", c.name, re.I)
        for c in found
    )


def _unnamed(section: SourceSection, found: Sequence[Column], left: Sequence[Head], heads: Sequence[Head]) -> bool:
    """True where a head tells people of an arm whose name is not understood: the others would be taken for all."""
    by_number = {h.number: h for h in heads}
    known = {cell for column in found for cell in by_number[column.number].cells}
    sized = {cell for head in left for cell in head.cells if cell not in known and SIZE.search(text_of(section, cell))}
    return any(not _EVERYBODY.match(text_of(section, cell)) for cell in sized)


def _measures_over(
    context: Context, section: SourceSection, found: Sequence[Column], left: Sequence[Head], heads: Sequence[Head]
) -> bool:
    """True where a head over several arms is no time and no form: it names what was measured, and others beside it."""
    by_number = {h.number: h for h in heads}
    over: dict[Cell, set[str]] = {}
    for column in found:
        for cell in by_number[column.number].cells:
            if cell.row < column.header.row:
                over.setdefault(cell, set()).add(column.name)
    texts = [text_of(section, cell) for cell, names in over.items() if len(names) > 1]
    told = all(TIME.match(t) or CHANGE.search(t) or FORM.match(t) or _ABOVE.search(t) for t in texts)
    names = {column.name for column in found}
    elsewhere = any(arm_in(context, t)[0] in names for head in left for t in head.texts)
    return bool(texts) and not told and (len(texts) > 1 or elsewhere)


def is_head(section: SourceSection, layout: Layout, line: Sequence[Cell]) -> bool:
    """True for a row in the middle that names other arms or measures over the figures below it."""
    by_column = {c.column: text_of(section, c) for c in line}
    over = [by_column.get(c.number, "") for c in layout.arms]
    return (
        bool(over) and len(set(over)) > 1 and all(re.match(r"[^\W\d]{2}", t) and not _NO_FIGURE.match(t) for t in over)
    )


def resized(context: Context, section: SourceSection, layout: Layout, line: Sequence[Cell]) -> tuple[Layout, bool]:
    """The layout with the sizes that a row of sizes alone (`n = 205 | n = 407`) gives, and whether the row is one."""
    by_column = {c.column: c for c in line}
    own = [by_column.get(c.number) for c in layout.arms]
    texts = [text_of(section, c) if c is not None else "" for c in own]
    if not texts or not all(SIZE.fullmatch(_TAIL.sub("", t)) for t in texts):
        return layout, False
    sizes = [size_of(context, section, c) if c is not None else None for c in own]
    return layout._replace(arms=tuple(a._replace(n=n) for a, n in zip(layout.arms, sizes, strict=True))), True


def reheaded(
    context: Context, section: SourceSection, layout: Layout, heads: Sequence[Sequence[Cell]], line: Sequence[Cell]
) -> tuple[Layout, bool]:
    """The layout with the estimates that a row of forms alone (`mean (SD) | MD (95% CI)`) names over the rows below it,
    and whether the row is one; a p value of the rows below may stand in it."""
    told = [c for c in line if text_of(section, c) and c.column != layout.p]
    texts = [text_of(section, c) for c in told]
    if not texts or any(c.column < layout.label for c in told) or not all(says_form(t) for t in texts):
        return layout, False
    figures = [*(list(row) for row in heads), told]
    made = read(context, section, figures)
    return (layout._replace(contrasts=made.contrasts) if made.names == layout.names else layout), True


def _tells(context: Context, text: str) -> bool:
    """True for a head over figures: of an arm, of a test, or of what is printed."""
    return bool(arm_in(context, text)[0] or says_form(text) or _OTHER.match(text))


def arm_in(context: Context, text: str) -> tuple[str, bool]:
    """The name of an arm in a head and whether the head shows that it is one; empty where it cannot be."""
    size = SIZE.search(text) or _BRACKETED_SIZE.search(text)
    text = _SIZE_RANGE.sub("", text)
    bare = _FORM_BRACKETED.sub("", _BRACKETED_SIZE.sub("", SIZE.sub(" ", text).strip()))
    bare = re.sub(
        r"[\s,]*[\[(]?\b(?:n|no\.?|number)\s?\((?:%|per ?cent)\)[\])]?|,?\s(?:mean|median)\s?[±(].*$|\s?\(%\)",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    name = _TAIL.sub("", arm_names.clean(_unbracketed(bare), context)).strip()
    control = arm_names.is_control(name, context)
    if (
        not arm_names.valid(name)
        or (_OTHER.match(name) and not (_COMBINED.match(name) and size))
        or FORM.match(name)
        or TIME.match(name)
    ):
        return "", False
    if _NOT_ARM.search(name) and not control:
        return "", False
    return name, size is not None or control or arm_names.arm_like(name, name, context)


def _unbracketed(text: str) -> str:
    """A head without stray signs at its ends; brackets that belong together stay."""
    text = text.strip(" ,;:*†")
    if text.count("(") != text.count(")") or text[:1] in "([":
        text = text.strip(" ,;:*†()[]")
    return text


def _column(context: Context, section: SourceSection, head: Head) -> tuple[Column | None, bool]:
    """An arm's column, and whether its head shows that it is one; none under a head of anything else."""
    name, shows, cell, size, time, form, grade = "", False, None, None, "", "", ""
    for one, text in zip(head.cells, head.texts, strict=True):
        bare = SIZE.sub("", text).strip()
        timed = TIMED_FORM.match(bare)
        if timed is not None and TIME.match(timed["time"]):
            bare, form = timed["time"], timed["form"]
        counted = SIZE.search(text) or _BRACKETED_SIZE.search(text)
        if counted is not None:
            size = size_of(context, section, one) or size
        if not bare:
            continue
        if TIME.match(bare) or CHANGE.search(bare):
            time = bare
        elif FORM.match(bare):
            form = text
        elif cell is not None and _GRADE.match(bare):
            grade = bare
        elif _OTHER.match(bare) and not (_COMBINED.match(bare) and counted):
            return None, False
        else:
            named, shown = arm_in(context, text)
            if not named:
                return None, False
            if not name or counted is not None or shown or one.column_span == 1:
                name, shows, cell = named, shown or shows, one
            said = _FORM_BRACKETED.search(text)
            form = form or (
                "n (%)" if re.search(r"\((?:%|per ?cent)\)", text, re.IGNORECASE) else said["form"] if said else ""
            )
    return (None, False) if cell is None else (Column(head.number, name, size, cell, time, form, grade), shows)


def size_of(context: Context, section: SourceSection, cell: Cell) -> Figure | None:
    """The number of people a head gives, with its characters."""
    match = SIZE.search(section.text, cell.start, cell.end) or _BRACKETED_SIZE.search(
        section.text, cell.start, cell.end
    )
    if match is None:
        return None
    value = int(re.sub(r"\D", "", match["n"]))
    return Figure(float(value), match["n"], Span(context.record, section.id, match.start("n"), match.end("n")))


def _siblings(found: list[Column], sure: bool) -> list[Column]:
    """Arms: all of them where one shows it, in one row of the head."""
    if not sure or len({c.header.row for c in found}) > 1:
        return []
    return found


def _parallel(found: Sequence[Column]) -> bool:
    """Every arm has the same columns in the same order."""
    shapes = {
        tuple((f"{c.time} {c.grade}".lower(), c.form.lower()) for c in found if c.name == name)
        for name in {c.name for c in found}
    }
    plain = {tuple(t for t, _ in shape) for shape in shapes}
    return len(plain) == 1 and len({len(s) for s in shapes}) == 1
