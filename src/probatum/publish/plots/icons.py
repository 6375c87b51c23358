"""Icon arrays: 100 people with a treatment above 100 without, those to whom it happens filled.

Both arrays have the same number of icons, in rows of ten filled from the top left, so that they compare at a glance
(Galesic M, Garcia-Retamero R, Gigerenzer G 2009, doi:10.1037/a0014474). What is drawn is read from the sentence that
tells it, so that the picture can say nothing else.
"""

from __future__ import annotations

from typing import Final

from probatum.publish.markup import Html, el
from probatum.publish.plots.algorithm import BOLD, wrap
from probatum.publish.plots.drawing import svg, words, written
from probatum.text.expressions import expression

TOLD: Final = expression(
    r"(?P<what>.+?): about (?P<one>\d{1,3}) of every 100 people (?P<arm>.+), "
    r"and about (?P<two>\d{1,3}) of every 100 (?P<other>.+?)\.?"
)
WIDTH: Final = 320.0
STEP: Final = 20.0
RADIUS: Final = 7.0
LEFT: Final = 16.0
SIZE: Final = 14
LEADING: Final = 19


def icons(sentence: str) -> Html:
    """The two arrays of `X: about 12 of every 100 people with A, and about 24 of every 100 with B.`

    Empty for any other sentence, and for one that counts of another number than 100.
    """
    found = TOLD.fullmatch(sentence)
    if found is None or max(int(found["one"]), int(found["two"])) > 100:
        return Html("")
    what = found["what"]
    y = 8.0
    made: list[Html] = []
    for count, arm in ((int(found["one"]), found["arm"]), (int(found["two"]), found["other"])):
        for text in wrap(f"{arm[:1].upper()}{arm[1:]}: {count} of 100", (WIDTH - 2 * LEFT) / BOLD):
            y += LEADING
            made.append(written(words(text, LEFT, y, bold=True, size=SIZE)))
        y += 10
        made += _array(count, y)
        y += 10 * STEP + 8
    for text in wrap(f"● {what}   ○ not", (WIDTH - 2 * LEFT) / BOLD):
        y += LEADING
        made.append(written(words(text, LEFT, y, size=SIZE)))
    return svg(WIDTH, y + 10, f"{what}: 100 people each", sentence, *made)


def _array(count: int, top: float) -> list[Html]:
    """Ten rows of ten, `count` of them filled."""
    return [
        el(
            "circle",
            cx=f"{LEFT + RADIUS + STEP * (at % 10):g}",
            cy=f"{top + RADIUS + STEP * (at // 10):g}",
            r=f"{RADIUS:g}",
            fill="currentColor" if at < count else "none",
            stroke_width="1.2",
        )
        for at in range(100)
    ]
