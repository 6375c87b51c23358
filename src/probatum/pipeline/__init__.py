"""The only place that joins the five rooms: ask, acquire, appraise, apply, assess."""

from probatum.pipeline.answering import answer
from probatum.pipeline.auditing import audit, audit_read, readable
from probatum.pipeline.following import follow
from probatum.pipeline.reading import read_question
from probatum.pipeline.sending import sendable
from probatum.pipeline.showing import appraisal, bias_signals, evidence, pooled
from probatum.pipeline.starting import bring_up_to_date, open_library, read_starter_ahead
from probatum.pipeline.watching import watch
from probatum.pipeline.writing import reword

__all__ = [
    "answer",
    "appraisal",
    "audit",
    "audit_read",
    "bias_signals",
    "bring_up_to_date",
    "evidence",
    "follow",
    "open_library",
    "pooled",
    "read_question",
    "read_starter_ahead",
    "readable",
    "reword",
    "sendable",
    "watch",
]
