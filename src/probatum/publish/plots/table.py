"""A pooled result as plain lines and as rows: what the forest plot shows, for terminals and for Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.model import Pooled
from probatum.publish.page import visible
from probatum.text import pooling as said


def header(pooled: Pooled) -> tuple[str, ...]:
    """Names of the columns: study, the arms where they are given, effect, weight."""
    arms = said.arms_title(pooled)
    sides = tuple(f"{name}: {arms}" for name in said.names(pooled)) if arms else ()
    weight = ("Weight",) if pooled.estimate is not None else ()
    return ("Study", *sides, f"{said.short(pooled)} [{pooled.level:g} % CI]", *weight)


def rows(pooled: Pooled) -> list[tuple[str, ...]]:
    """One row a study, then the pooled result and the prediction interval."""
    arms = bool(said.arms_title(pooled))
    made: list[tuple[str, ...]] = []
    for study in pooled.studies:
        sides = tuple(said.arm_words(arm) for arm in study.arms) if study.arms else ("", "")
        weight = (f"{study.weight:.1f} %",) if pooled.estimate is not None else ()
        effect = said.study_interval(pooled, study)
        made.append((visible(study.label), *(sides if arms else ()), effect, *weight))
    if pooled.estimate is not None and pooled.low is not None and pooled.high is not None:
        sums = said.totals(pooled) if arms else ()
        effect = said.interval(pooled, pooled.estimate, pooled.low, pooled.high)
        made.append((pooled.model.capitalize(), *sums, effect, "100 %"))
        if pooled.prediction is not None:
            blank = ("", "") if arms else ()
            made.append(("Prediction interval", *blank, said.prediction_words(pooled), ""))
    return made


def notes(pooled: Pooled) -> list[str]:
    """Model, heterogeneity, the test for asymmetry, what was left out and why; or why nothing was pooled."""
    if pooled.estimate is None:
        made = [f"Not pooled: {visible(pooled.why_not)}."]
    else:
        made = [
            f"Result: {said.pooled_words(pooled)}.",
            f"Model: {said.model_words(pooled)}; {pooled.k} studies.",
            f"Heterogeneity: {said.heterogeneity_words(pooled)}.",
            said.asymmetry_words(pooled),
            *(f"Note: {visible(note)}." for note in pooled.notes),
            *_swayed(pooled),
        ]
    return [*made, *(f"Left out: {visible(label)} ({visible(reason)})." for label, reason in pooled.left_out)]


def _swayed(pooled: Pooled) -> list[str]:
    """The studies without which the result would pass from one side of the null to the other, or on to it."""
    if pooled.low is None or pooled.high is None:
        return []
    shown = pooled.low > pooled.null or pooled.high < pooled.null
    names = [
        visible(study.label)
        for study in pooled.studies
        if study.without is not None and (study.without[1] > pooled.null or study.without[2] < pooled.null) != shown
    ]
    if not names:
        return []
    what = "would reach" if shown else "would no longer reach"
    return [f"Leave-one-out: without {'; or without '.join(names)} the interval {what} no difference."]


def text(pooled: Pooled) -> str:
    """The table and its notes in columns, for a terminal or a text file."""
    table = [header(pooled), *rows(pooled)]
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    lines = [said.title(pooled), ""]
    for at, row in enumerate(table):
        lines.append(_line(row, widths))
        if at in (0, pooled.k):
            lines.append("-" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join(visible(line.rstrip()) for line in [*lines, "", *notes(pooled)]) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
    return "  ".join(cells)
