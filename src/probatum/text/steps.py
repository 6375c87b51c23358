"""Steps of a clinical algorithm read from its words: numbered steps, lettered branches, and where each branch ends.

A branch is `condition: action`. Its end is read from the action alone, so that whoever wrote the words, the path that
is drawn and checked is the path that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from probatum.text.expressions import expression


class End(StrEnum):
    """Where a branch leads."""

    ON = "go on"
    BACK = "go back"
    STOP = "stop"
    ELSEWHERE = "another treatment"
    HELP = "ask for help"
    CONTINUE = "continue"
    OPEN = ""
    """Its words name no end."""


_ENDS: Final = (
    (End.BACK, expression(r"\bback to step \d+\b", re.IGNORECASE)),
    (End.ON, expression(r"\bgo(?:es)? on\b", re.IGNORECASE)),
    (
        End.STOP,
        expression(
            r"\b(?:stop|no more of it is due|(?:do not|don't) (?:use|start|give|take)|leave this path)\b", re.IGNORECASE
        ),
    ),
    (
        End.ELSEWHERE,
        expression(
            r"\b(?:alternatives|(?:another|other) (?:treatment|medicine)s?|weigh (?!what|that|it\b)\w{3,})\b",
            re.IGNORECASE,
        ),
    ),
    (End.HELP, expression(r"\b(?:speak (?:with|to)|talk (?:with|to)|ask (?:the|a|your)|refer|call)\b", re.IGNORECASE)),
    (End.CONTINUE, expression(r"\b(?:continue|stay|keep)\b", re.IGNORECASE)),
)
_LABEL: Final = expression(r"(\d{1,4})([a-z]{0,4})")
_CONDITION: Final = expression(r"([^:]{2,160}):\s+(?=\S)")
_REFERRED: Final = expression(r"\bstep (\d{1,4})\b", re.IGNORECASE)


class Branch(NamedTuple):
    """One way out of a step. `back` is the step it returns to, or None."""

    label: str
    condition: str
    action: str
    end: End
    back: int | None


class Step(NamedTuple):
    """A numbered step. Without branches the next step follows it."""

    number: int
    text: str
    branches: tuple[Branch, ...]

    @property
    def goes_on(self) -> bool:
        """Whether the next step can be reached from it."""
        return not self.branches or any(branch.end is End.ON for branch in self.branches)


def branch(label: str, words: str) -> Branch:
    """A branch of its words; without a colon all of them are the action."""
    found = _CONDITION.match(words)
    condition, action = (found[1].strip(), words[found.end() :]) if found else ("", words)
    end = next((end for end, sign in _ENDS if sign.search(action)), End.OPEN)
    back = int(referred(action)[0]) if end is End.BACK else None
    return Branch(label, condition, action.strip(), end, back)


def read(labelled: Iterable[tuple[str, str]]) -> tuple[Step, ...]:
    """Steps of (label, words) pairs such as (`2`, `Look for ...`), (`2a`, `Any present: stop.`), in their order.

    A branch belongs to the step that stands before it; one before any step is left out, as is what has no label.
    """
    made: list[Step] = []
    for label, words in labelled:
        found = _LABEL.fullmatch(label)
        if found is None:
            continue
        if not found[2]:
            made.append(Step(int(found[1]), words.strip(), ()))
        elif made:
            made[-1] = made[-1]._replace(branches=(*made[-1].branches, branch(label, words)))
    return tuple(made)


def referred(text: str) -> tuple[int, ...]:
    """Numbers of the steps that a text refers to."""
    return tuple(int(number) for number in _REFERRED.findall(text))


def in_words(steps: Iterable[Step]) -> str:
    """The path for those who do not see it drawn: every step with its branches, one sentence each."""
    made: list[str] = []
    for step in steps:
        made.append(f"Step {step.number}: {_stopped(step.text)}")
        made += [
            f"{b.label}, if {b.condition[:1].lower()}{b.condition[1:]}: {_stopped(b.action)}"
            if b.condition
            else f"{b.label}: {_stopped(b.action)}"
            for b in step.branches
        ]
    return " ".join(made)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
