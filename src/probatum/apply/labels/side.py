"""Side: what is asked of a medicine that one sentence of its label tells, as words that ask and words that tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from probatum.model import DirectiveAction


class Side(NamedTuple):
    """How one side is asked for, and how it is told."""

    name: str
    """As it is named where nothing tells it."""
    asked: re.Pattern[str]
    told: re.Pattern[str]
    best: re.Pattern[str] | None = None
    """Words of a sentence that tells just that: where one has them, those without are left out."""
    besides: re.Pattern[str] | None = None
    """What must be asked besides, where the first words alone may mean something else."""
    actions: tuple[DirectiveAction, ...] = ()
    """Where every direction of these kinds tells it."""
    most: int = 2
    studies: bool = False
    """Whether the methods of studies tell it, too."""
    paths: bool = False
    """Whether the path tells it, too."""
    of_use: bool = False
    """Whether it belongs to an illness: where one is asked about, the sentence must name it, and where nothing does the
    question is answered as any other."""
    free: bool = False
    """Whether guidelines tell it of an illness, without a medicine."""
    of_mothers: bool = False
    """Whether it is told of those who are or may become pregnant."""
    of_effects: bool = False
    """Whether words that ask for an effect (`will it still work`) ask for this."""
    fall_back: bool = False
    """Whether the question is answered as any other where nothing tells it."""
    leads: bool = False
    """Whether it stands first where a clause of its own asks for it."""
    unless: re.Pattern[str] | None = None
    """Words with which the same words ask for something else."""
    ends: re.Pattern[str] | None = None
    """How it is told that the medicine is stopped for it, where that is what is asked."""
