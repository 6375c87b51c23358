"""Everything of a record that look-ups of its rows share: tables, sentences, sizes, what its words stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.rows import fitting, grid, groups, naming, pairing, saying, sizes
from probatum.model import Record, SectionKind, Span
from probatum.text.expressions import expression

_CROSSOVER: Final = expression(
    r"\bcross-?over\b|\bwithin[- ](?:subjects?|participants?)\b|\bown controls?\b|\bcounter-?balanced\b", re.IGNORECASE
)
_COUNTERBALANCED: Final = expression(r"\bcounter-?balanced\b", re.IGNORECASE)


class Look:
    """A record read once for any number of rows."""

    def __init__(self, record: Record) -> None:
        """Reads all tables and sentences."""
        self.record = record
        self.grids = _grids(record)
        labels = {g.section.heading for g in self.grids}
        for one in self.grids:
            for result in one.results:
                labels.update(result.rows)
                labels.update(result.columns)
        self.called = frozenset(alias for label in sorted(labels) for alias in groups.aliases(label))
        self.pairs = [pair for one in self.grids for pair in pairing.pairs(one)]
        self.lines = saying.lines(record)
        self.weights = naming.Weights(sorted(labels) + [line.text for line in self.lines])
        self.words = naming.Words(record)
        self.sizes = sizes.of_text(record)
        self.fitted = self._fitted()
        self.beside = {
            (one.section.id, row, column): before
            for one in self.grids
            for row, results in _rows(one).items()
            for column, before in fitting.beside(results).items()
        }
        self.printed = list(dict.fromkeys(self._printed()))
        self.labelled: dict[str, list[tuple[int, Span]]] = {}
        for label, n, span in self.printed:
            held = self.labelled.setdefault(groups.plain(label), [])
            if n not in [x for x, _ in held]:
                held.append((n, span))
        self.crossover = any(
            (_CROSSOVER if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT) else _COUNTERBALANCED).search(s.text)
            for s in record.sections
            if s.kind in (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
        )

    def _fitted(self) -> dict[tuple[str, int], fitting.Fitted]:
        """By table and column: the size that the percentages leave."""
        whole = frozenset(
            int(r.printed.a)
            for one in self.grids
            for r in one.results
            if r.printed.shape == "plain" and r.printed.a.is_integer() and r.printed.a > 1
        )
        return {
            (one.section.id, column): found
            for one in self.grids
            for column, found in fitting.of_grid(one, whole | {size.n for size in self.sizes}).items()
        }

    def _printed(self) -> Iterator[tuple[str, int, Span]]:
        """Labels of the tables that hold a size, or whose column's percentages leave one."""
        for one in self.grids:
            for result in one.results:
                for n, cell, label in result.sizes:
                    yield label, n, Span(self.record, one.section.id, cell.start, cell.end)
                fitted = self.fitted.get((one.section.id, result.column))
                if fitted is not None and result.columns and not result.sizes:
                    cell = fitted.cells[0]
                    label = " ".join(result.columns)
                    yield label, fitted.n, Span(self.record, one.section.id, cell.start, cell.end)


def _grids(record: Record) -> list[grid.Grid]:
    captions = [s for s in record.sections if s.kind is SectionKind.CAPTION]
    found = []
    for section in record.sections:
        if section.kind is SectionKind.TABLE:
            label = re.match(r"\s*Table\s*\S+", section.heading, re.IGNORECASE)
            mine = [c for c in captions if label and c.heading.strip() == label.group().strip()]
            found.append(grid.read(section, mine))
    return found


def _rows(one: grid.Grid) -> dict[int, list[grid.Result]]:
    found: dict[int, list[grid.Result]] = {}
    for result in one.results:
        found.setdefault(result.row, []).append(result)
    return found
