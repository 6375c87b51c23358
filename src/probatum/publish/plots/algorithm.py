"""The clinical algorithm as a diagram: steps as boxes down one line, ways out of it as arrows to rounded boxes.

One narrow column, so that a phone shows it whole: text wraps, nothing stands beside the path. What ends the path has a
heavy outline; a way back is drawn along the right edge to the step it returns to.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.wording import upper
from probatum.publish.markup import Html, el
from probatum.publish.parts import Part
from probatum.publish.plots.drawing import line, polygon, short, svg, width_of, words, written
from probatum.text import steps as path
from probatum.text.steps import Branch, End, Step

SIZE: Final = 14
LEADING: Final = 19
LEFT: Final = 6.0
RIGHT: Final = 344.0
WIDTH: Final = 366.0
SPINE: Final = 24.0
"""Where the line of the path runs; the number of a step stands above it."""
INDENT: Final = 62.0
"""Left edge of the boxes that leave the path."""
BACK: Final = 358.0
"""Where lines back to an earlier step run."""
GAP: Final = 14.0
PAD: Final = 11.0
NARROW: Final = 0.92
"""How much narrower running text is than the wide font by which `width_of` measures."""
HEAVY: Final = 2.6
BOLD: Final = 1.18
"""How much wider bold letters run."""


def algorithm(part: Part) -> Html:
    """The path of the section as one SVG document; the same words give the same characters. Empty without steps."""
    labelled = [(line.step, _told(line.words, line.directness, line.verdict)) for line in part.lines]
    steps = path.read(labelled)
    return _drawn(part.title, steps) if steps else Html("")


def _told(text: str, *marks: str) -> str:
    """The words with what they may not be printed without: how they are indirect, and a verdict that is not bare."""
    return f"{text}{''.join(f' ({mark})' for mark in marks if mark)}"


def wrap(text: str, width: float, size: float = SIZE, first: float = 0.0) -> list[str]:
    """Lines no wider than `width`, the first narrower by `first`; a word that is wider itself is cut in pieces."""
    lines: list[str] = []
    held = ""
    for word in _pieces(text, width, size):
        room = width - (first if not lines else 0.0)
        joined = f"{held} {word}" if held else word
        if held and width_of(joined, size) * NARROW > room:
            lines.append(held)
            held = word
        else:
            held = joined
    return [*lines, held] if held else lines


def _pieces(text: str, width: float, size: float) -> list[str]:
    most = max(4, int(width / (width_of("m", size) * NARROW)))
    return [word[at : at + most] for word in text.split() for at in range(0, len(word), most)]


class _Canvas:
    """Draws downwards: `y` is where the next thing stands."""

    def __init__(self) -> None:
        self.y = 8.0
        self.made: list[Html] = []
        self.middles: dict[int, float] = {}
        """Middle of each step's box, for the lines that come back to it."""
        self.returns: list[tuple[float, int]] = []

    def box(self, left: float, lines: list[Html], height: float, *, round_: float, heavy: bool) -> None:
        """A box around lines of text."""
        self.made.append(
            el(
                "rect",
                x=short(left),
                y=short(self.y),
                width=short(RIGHT - left),
                height=short(height),
                rx=short(round_),
                stroke_width=short(HEAVY if heavy else 1.2),
            )
        )
        self.made.append(written(*lines))


def _drawn(title: str, steps: tuple[Step, ...]) -> Html:
    canvas = _Canvas()
    for at, step in enumerate(steps):
        _step(canvas, step)
        followed = at + 1 < len(steps)
        _branches(canvas, step, down=followed and step.goes_on)
        if followed and not step.goes_on:
            canvas.y += GAP
    for y, number in canvas.returns:
        _return(canvas, y, number)
    return svg(WIDTH, canvas.y + 8, f"{title}: the steps as a diagram", path.in_words(steps), *canvas.made)


def _step(canvas: _Canvas, step: Step) -> None:
    left = LEFT + 36
    lines = wrap(step.text, RIGHT - PAD - left)
    top = canvas.y + PAD + SIZE - 2
    height = 2 * PAD + LEADING * (len(lines) - 1) + SIZE + 2
    told = [words(str(step.number), SPINE, top, anchor="middle", bold=True, size=SIZE + 2)]
    told += [words(text, left, top + LEADING * at, size=SIZE) for at, text in enumerate(lines)]
    canvas.box(LEFT, told, height, round_=3, heavy=False)
    canvas.middles[step.number] = canvas.y + height / 2
    canvas.y += height


def _branches(canvas: _Canvas, step: Step, *, down: bool) -> None:
    """The branches in their order, then the arrow to the next step where the path goes on."""
    top, last = canvas.y, canvas.y
    for branch in step.branches:
        canvas.y += GAP
        last = _aside(canvas, branch) if branch.end is End.ON and down else _out(canvas, branch)
    if down:
        canvas.y += GAP + 8
        canvas.made.append(line(SPINE, top, SPINE, canvas.y - 6, width=1.4))
        canvas.made.append(polygon([(SPINE, canvas.y - 1), (SPINE - 5, canvas.y - 10), (SPINE + 5, canvas.y - 10)]))
    elif step.branches:
        canvas.made.append(line(SPINE, top, SPINE, last, width=1.4))


def _aside(canvas: _Canvas, branch: Branch) -> float:
    """The label of the way on, beside the line."""
    made = _labelled(branch, SPINE + 14, canvas.y + SIZE - 2)
    canvas.made.append(written(*made))
    canvas.y += LEADING * len(made) - 3
    return canvas.y


def _out(canvas: _Canvas, branch: Branch) -> float:
    """A way off the line: an arrow to a rounded box with its condition and what is done there."""
    made = _labelled(branch, INDENT + PAD + 2, canvas.y + PAD + SIZE - 2)
    height = 2 * PAD + LEADING * (len(made) - 1) + SIZE + 2
    canvas.box(INDENT, made, height, round_=15, heavy=branch.end in (End.STOP, End.ELSEWHERE, End.HELP))
    middle = canvas.y + height / 2
    canvas.made.append(line(SPINE, middle, INDENT - 8, middle, width=1.4))
    canvas.made.append(polygon([(INDENT - 1, middle), (INDENT - 10, middle - 5), (INDENT - 10, middle + 5)]))
    if branch.back is not None:
        canvas.returns.append((middle, branch.back))
    canvas.y += height
    return middle


def _labelled(branch: Branch, left: float, top: float) -> list[Html]:
    """`2a Any present` in bold, under it what is done."""
    width = RIGHT - PAD - left
    head = wrap(f"{branch.label}  {branch.condition}".strip(), width / BOLD)
    said = "" if branch.condition and branch.action.rstrip(".").lower() == "go on" else upper(branch.action)
    lines = [(text, True) for text in head] + [(text, False) for text in wrap(said, width)]
    return [words(text, left, top + LEADING * at, bold=bold, size=SIZE) for at, (text, bold) in enumerate(lines)]


def _return(canvas: _Canvas, y: float, number: int) -> None:
    """A line from a branch back up to its step."""
    target = canvas.middles.get(number)
    if target is None:
        return
    canvas.made += [
        line(RIGHT, y, BACK, y, width=1.4),
        line(BACK, y, BACK, target, width=1.4),
        line(BACK, target, RIGHT + 8, target, width=1.4),
        polygon([(RIGHT + 1, target), (RIGHT + 10, target - 5), (RIGHT + 10, target + 5)]),
    ]
