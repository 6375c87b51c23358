"""BiasSignal: what a report says on one question that a judgement of bias asks. The judgement itself is a person's."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from probatum.model.span import Span

A_PERSON_JUDGES: Final = (
    "These are signals read from the report. Whether the result is at risk of bias must be judged by a person."
)
"""Said wherever signals are shown."""


class SignalAnswer(StrEnum):
    """Answers to a signalling question (Sterne et al. 2019, doi:10.1136/bmj.l4898). `Not reported` is no answer."""

    YES = "yes"
    PROBABLY_YES = "probably yes"
    PROBABLY_NO = "probably no"
    NO = "no"
    NOT_REPORTED = "not reported"


class BiasSignal(msgspec.Struct, frozen=True):
    """One signalling question put to one report. Every question is asked so that `yes` speaks for the result."""

    record: str
    tool: str
    """Whose domains these are: `RoB 2`, `AMSTAR 2`, `QUADAS-2`."""
    domain: str
    """In the tool's words: `randomisation`, `missing data`."""
    key: str
    """Name of the question within its domain: `concealment`."""
    question: str
    answer: SignalAnswer
    sentence: str
    """What was read, in one plain sentence."""
    spans: tuple[Span, ...] = ()
    """What the answer rests on; empty only where nothing is reported."""

    @property
    def doubtful(self) -> bool:
        """True when the report itself gives reason for doubt (`no` or `probably no`)."""
        return self.answer in (SignalAnswer.NO, SignalAnswer.PROBABLY_NO)

    @property
    def reassuring(self) -> bool:
        """True when the report speaks for the result (`yes` or `probably yes`)."""
        return self.answer in (SignalAnswer.YES, SignalAnswer.PROBABLY_YES)
