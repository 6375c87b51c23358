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
from probatum.appraise.findings.sentence import Context
from probatum.model import Cell, Figure, SourceSection, Span
from probatum.text.expressions import expression

_MARKS: Final = r"[*†‡§¶#ªᵃᵇᶜᵈᵉᶠᵍ^ǂ]"
_NOTE: Final = r"(?:[a-h](?:,[a-h])*)?"
"""The letter of a note that is printed as part of the word: `p-Valuea`, `SDb`."""
_P_HEAD: Final = expression(
    rf"^p(?:[\s-]?values?{_NOTE})?\s?{_MARKS}*(?:\s?\(.{{0,30}}\))?$|^sig(?:nificance|\.)?$", re.IGNORECASE
)
_ESTIMATE: Final = expression(
    r"\b(?:(?:adjusted|crude|unadjusted|mean|risk|hazards?|odds|rate|relative|treatment|between-group|absolute|"
    r"estimated)\s)*"
    r"(?:differences?|ratios?|risk|effect)\b|\b(?:a?ORs?|a?RRs?|a?HRs?|I?RRs?|W?MDs?|SMDs?)\b",
    re.IGNORECASE,
)
_TIME: Final = expression(
    r"^(?:at\s|the\s)?(?:base-?line|before(?:\s\w+)?|after(?:\s\w+)?|pre|post|pre-?\s?\w+|post-?\s?\w+|(?:end "
    r"of\s)?follow[- ]?up\s?\d*|"
    r"end ?point|admission|discharge|fu|(?:first|second|third|final|last|end|mid)(?:\s\w+)?|"
    r"(?:(?:at|after)\s)?(?:week|month|day|year|visit|hour|wk|mo|[TDWMV])s?\.?\s?\d+|"
    r"(?:(?:at|after)\s)?\d+(?:st|nd|rd|th)?\s?(?:-\s?)?(?:weeks?|months?|days?|years?|hours?|hrs?|h|min|wks?|mo|y))"
    r"(?:\s(?:treatment|intervention|test|study|visit|training|therapy|follow[- ]?up))?"
    rf"\s?(?:[\[(,].*)?{_MARKS}*$",
    re.IGNORECASE,
)
_BASELINE: Final = expression(r"base|before|\bpre\b|^pre|admission|initial|^T0|day 0|week 0", re.IGNORECASE)
_CHANGE: Final = expression(r"\b(?:change|delta|Δ|reduction|improvement|gain)\b|^[Δ∆]", re.IGNORECASE)
_FORM: Final = expression(
    r"^[\s(\[]*(?:(?:LS|least[- ]squares?|adjusted|crude|raw)\s)?(?:n|no\.?|number|means?|medians?|SDs?|SEs?|SEM|"
    r"s\.d\.|%|per ?cent(?:age)?|"
    r"frequency|χ|x¯|x̄|M|range|IQR|events?|patients|subjects|n/N|rate)(?![A-Za-z])[^A-Za-z]{0,6}"
    r"(?:(?:SDs?|SEs?|SEM|s\.d\.|s\.e\.|%|per ?cent|IQR|n|N|range|mean|of patients|CI|confidence interval|"
    r"standard (?:deviation|error))"
    rf"[^A-Za-z]{{0,4}})*(?:with \w+)?{_NOTE}$",
    re.IGNORECASE,
)
_OTHER: Final = expression(
    r"^(?:total|overall|all\b.*|both|combined|F|t|z|χ2?|x ?2|chi.*|η.*|partial.*|effect size.*|(?:Cohen.?s )?d|"
    r"statistic.*|test.*|df|"
    r"power|(?:\d\d ?% ?)?C\.?I\.?|SE|β.*|beta|unit|units|reference.*|range|time.*|group|condition|comparison|"
    r"contrast|interaction.*|"
    rf"% ?change|N|notes?|comments?|source)\s?{_MARKS}*$",
    re.IGNORECASE,
)
SIZE: Final = expression(
    r"[\[(]?\s?\b[nN]\s?=\s?(?P<n>\d{1,3}(?:[, \u2009]\d{3}){1,2}|\d{1,6})(?!\d|\s?[-–]\s?\d)\s?[\])]?"
)
_SIZE_RANGE: Final = expression(r"[\[(]\s?[nN]\s?=\s?\d+\s?[-–]\s?\d+\s?[\])]")
"""`(n = 208-211)`: a size that differs from row to row, and so none."""
_GRADE: Final = expression(
    r"^(?:(?:any|all)[- ]?grades?|(?:CTCAE\s)?grades?\s?[≥≤>]?\s?(?:\d|I{1,3}V?|IV|V)(?:\s?(?:[-–/+&]|to|or|and)\s?"
    r"(?:\d|I{1,3}V?|IV|V))*(?:\+|\s?or (?:higher|more|worse|above))?|[≥>]\s?grade\s?\d|any|mild|moderate|"
    r"severe|serious|"
    rf"(?:drug|treatment)[- ]related)\s?(?:\(%\))?{_MARKS}*$",
    re.IGNORECASE,
)
"""A head under an arm that divides its people by how bad the event was."""
_BRACKETED_SIZE: Final = expression(r"(?<=\w)\s?\((?P<n>\d{1,3}(?:[, \u2009]\d{3}){1,2}|\d{2,6})\)$")
"""`Velorine-allocated (10,269)`: a size, where every arm has such a number."""
_FORM_BRACKETED: Final = expression(r"\s?[\[(](?P<form>(?:means?|medians?)\b[^()\[\]]{0,20})[\])]", re.IGNORECASE)
_TIMED_FORM: Final = expression(r"^(?P<time>.*\w)[,;]?\s(?P<form>(?:means?|medians?|n)\s?[±(\[].*)$", re.IGNORECASE)
"""`Post-test, mean (SD)`: a time and what is printed, in one head."""
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
_COMBINED: Final = expression(r"^combined$", re.IGNORECASE)
"""Everybody, or the arm that got both treatments: its size says which."""
_TAIL: Final = expression(rf"[\s,;:*†‡§{{}}]+$|{_MARKS}+$")


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
        return _BASELINE.search(self.time) is not None and not self.change

    @property
    def change(self) -> bool:
        """True for a change from baseline."""
        return _CHANGE.search(f"{self.time} {self.form}") is not None


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


def text_of(section: SourceSection, cell: Cell) -> str:
    """The characters of a cell on one line."""
    return " ".join(section.text[cell.start : cell.end].split())


def before_treatment(words: str) -> bool:
    """True where a time named in a head or a row lies before treatment."""
    return _BASELINE.search(words.strip()) is not None


def heading_rows(section: SourceSection, rows: dict[int, list[Cell]]) -> list[int]:
    """The rows of the head: those marked so at the top, and rows behind them that only say what is printed."""
    heads: list[int] = []
    unmarked = not any(c.header for line in rows.values() for c in line)
    for number in sorted(rows)[:6]:
        cells = [c for c in rows[number] if text_of(section, c)]
        marked = all(c.header for c in cells) or (unmarked and _unmarked_head(section, cells))
        over = [text_of(section, c) for c in cells if c.column]
        named = all(_said(t) or re.match(r"[^\W\d]", t) for t in (text_of(section, c) for c in cells if not c.column))
        formal = bool(heads) and bool(over) and named and all(_said(t) for t in over)
        if not (marked or formal) or number != len(heads):
            break
        heads.append(number)
    return heads


def _unmarked_head(section: SourceSection, cells: Sequence[Cell]) -> bool:
    """A row of words over the figures, in a table whose source marks no cell as a head."""
    over = [text_of(section, c) for c in cells if c.column]
    if not over or (cells[0].row and cells[0].column == 0):
        return not cells
    return all(SIZE.search(t) or _said(t) or _CHANGE.search(t) or re.match(r"[^\W\d]", t) for t in over)


def _said(text: str) -> bool:
    """True where a cell says what is printed, and no figure of its own."""
    bare = SIZE.sub("", text).strip()
    return (
        not bare
        or bool(_FORM.match(bare) or _P_HEAD.match(bare) or _TIME.match(bare))
        or (_ESTIMATE.search(bare) is not None and not re.search(r"\d\.\d", bare))
    )


def read(context: Context, section: SourceSection, heads: Sequence[Sequence[Cell]]) -> Layout:
    """The layout of a table; `NOTHING` where no two arms can be told apart for certain."""
    columns = _heads(section, heads)
    label = next((h.number for h in columns if h.number and any(_tells(context, t) for t in h.texts)), 1)
    figures = [h for h in columns if h.number >= label]
    found: list[Column] = []
    sure = False
    tests: list[Head] = []
    estimates: list[Head] = []
    for head in figures:
        if any(_P_HEAD.match(t) for t in head.texts):
            tests.append(head)
            continue
        if any(_estimates(context, t) for t in head.texts):
            estimates.append(head)
            continue
        column, shows = _column(context, section, head)
        if column is not None:
            found.append(column)
            sure = sure or shows
    found = _sized(_beside(_siblings(found, sure, context), columns), section)
    if not 2 <= len({c.name for c in found}) <= 4 or not _parallel(found):
        return NOTHING
    names = tuple(dict.fromkeys(c.name for c in found))
    of_all = [head for head in tests if not any(_arm(context, t)[0] for t in head.texts)]
    return Layout(
        tuple(found),
        contrasts.between(of_all),
        contrasts.find(context, names, estimates, figures, [head.number for head in tests]),
        max(label, 1),
        any(re.search(r"\bchanges?\b", t, re.IGNORECASE) for t in columns[0].texts),
        label > 1 and any(_VISITS.match(t) for t in columns[label - 1].texts),
    )


def _estimates(context: Context, text: str) -> bool:
    """True for a head over estimates, and not over the arm `reduced risk training`."""
    bare = SIZE.sub("", text)
    return bool(_ESTIMATE.search(bare)) and (contrasts.sets_against(bare) or not arm_names.is_control(bare, context))


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
    if not texts or not all(SIZE.fullmatch(t) for t in texts):
        return layout, False
    sizes = [_size(context, section, c) if c is not None else None for c in own]
    return layout._replace(arms=tuple(a._replace(n=n) for a, n in zip(layout.arms, sizes, strict=True))), True


def _tells(context: Context, text: str) -> bool:
    """True for a head over figures: of an arm, of a test, or of what is printed."""
    return bool(_arm(context, text)[0] or _said(text) or _OTHER.match(text))


def _heads(section: SourceSection, heads: Sequence[Sequence[Cell]]) -> list[Head]:
    width = max((c.column + c.column_span for row in heads for c in row), default=0)
    made = []
    for index in range(width):
        cells = tuple(
            dict.fromkeys(
                c for row in heads for c in row if c.column <= index < c.column + c.column_span and text_of(section, c)
            )
        )
        made.append(Head(index, cells, tuple(text_of(section, c) for c in cells)))
    return made


def _arm(context: Context, text: str) -> tuple[str, bool]:
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
        or _FORM.match(name)
        or _TIME.match(name)
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
        timed = _TIMED_FORM.match(bare)
        if timed is not None and _TIME.match(timed["time"]):
            bare, form = timed["time"], timed["form"]
        counted = SIZE.search(text) or _BRACKETED_SIZE.search(text)
        if counted is not None:
            size = _size(context, section, one) or size
        if not bare:
            continue
        if _TIME.match(bare) or _CHANGE.search(bare):
            time = bare
        elif _FORM.match(bare):
            form = text
        elif cell is not None and _GRADE.match(bare):
            grade = bare
        elif _OTHER.match(bare) and not (_COMBINED.match(bare) and counted):
            return None, False
        else:
            named, shown = _arm(context, text)
            if not named:
                return None, False
            if not name or counted is not None or shown or one.column_span == 1:
                name, shows, cell = named, shown or shows, one
            said = _FORM_BRACKETED.search(text)
            form = form or (
                "n (%)" if re.search(r"\((?:%|per ?cent)\)", text, re.IGNORECASE) else said["form"] if said else ""
            )
    return (None, False) if cell is None else (Column(head.number, name, size, cell, time, form, grade), shows)


def _size(context: Context, section: SourceSection, cell: Cell) -> Figure | None:
    """The number of people a head gives, with its characters."""
    match = SIZE.search(section.text, cell.start, cell.end) or _BRACKETED_SIZE.search(
        section.text, cell.start, cell.end
    )
    if match is None:
        return None
    value = int(re.sub(r"\D", "", match["n"]))
    return Figure(float(value), match["n"], Span(context.record, section.id, match.start("n"), match.end("n")))


def _siblings(found: list[Column], sure: bool, context: Context) -> list[Column]:
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
