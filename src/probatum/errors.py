"""One catalogue of coded messages. Each says what happened, to which input, and what to do next.

Codes: P1xx nouns, P2xx formats and archives, P3xx library, P4xx question, P5xx services,
P6xx appraisal, P7xx checks, P8xx faces. Rooms register none at run time: all stand here.
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # P1xx: nouns
    "P101": "{record} has no section {section!r}. Point the span at a section the record has.",
    "P102": "Characters {start} to {end} do not lie in section {section!r} of {record} ({length} characters).",
    "P103": "The text of {record}, section {section!r}, is no longer what was cited. Ask the question again.",
    "P104": "Record {record} in version {version} is not in the library. Add it, or ask the question again.",
    "P105": "There is no noun {noun!r}. Known: {known}.",
    "P110": "Statement {statement} ({kind}) asserts something and rests on nothing: {text!r}. Give it a Span.",
    "P111": "Statement {statement} has no text.",
}
"""Code -> message, with the fields the raiser must give."""


class ProbatumError(Exception):
    """An error with a code. Its text comes from MESSAGES; raise it as `ProbatumError("P101", record=..., section=...)`."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(f"{code}: {MESSAGES[code].format(**fields)}")
