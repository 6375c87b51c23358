"""The only place that joins the five rooms: ask, acquire, appraise, apply, assess."""

from probatum.pipeline.answering import (
    answer,
    appraisal,
    bias_signals,
    evidence,
    open_library,
    pooled,
    sendable,
)
from probatum.pipeline.auditing import audit, readable
from probatum.pipeline.following import follow
from probatum.pipeline.reading import read_question
from probatum.pipeline.watching import watch
from probatum.pipeline.writing import reword

__all__ = [
    "answer",
    "appraisal",
    "audit",
    "bias_signals",
    "evidence",
    "follow",
    "open_library",
    "pooled",
    "read_question",
    "readable",
    "reword",
    "sendable",
    "watch",
]
