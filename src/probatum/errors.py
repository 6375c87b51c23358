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
    # P3xx: the library
    "P301": "{location} is a file, and a library is a folder. Name a folder with --library.",
    "P302": "There is no library at {location}. Make one with: probatum library add PATH...",
    "P303": "Another process is writing to the library {location}. Wait until it has ended, or name another library.",
    "P304": "The library {location} cannot be written ({reason}). Name another place with --library.",
    "P305": "A stored record cannot be read ({reason}). Run: probatum library check",
    "P306": "The library {location} cannot be opened ({reason}). Run: probatum library check, or add the files anew.",
    "P307": "{identifier} is not in the library {location}. Find it with: probatum library search WORDS",
    "P308": "{text!r} is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD.",
    "P309": "{text!r} is not a range of years. Write 2015, 2015-2020, 2015- or -2020.",
    # P8xx: faces
    "P801": "There is no format {format!r}. Known: {known}.",
    "P802": "Format {format!r} is registered as a {found}, not as a Format. Ask the maker of the package that adds it.",
    "P803": "No answer has been kept yet, so there is no statement to look up. Ask a question first: probatum ask ...",
    "P804": "The last answer has no statement {statement!r}. It has: {known}.",
    "P805": "Statement {statement} of the last answer does not rest on {record}. It rests on: {known}.",
    "P806": "The kept answer {path} cannot be read ({reason}). Ask the question again.",
    "P807": "Record {record} is not in the library {library}. Find it with: probatum library search ...",
}
"""Code -> message, with the fields the raiser must give."""


class ProbatumError(Exception):
    """An error with a code. Its text comes from MESSAGES; raise it as `ProbatumError("P101", record=..., section=...)`."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(f"{code}: {MESSAGES[code].format(**fields)}")
