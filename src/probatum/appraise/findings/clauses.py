"""Where a clause begins, its subject and its verb: places in a sentence, before anything is named."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings.phrase import LEAD, VERB
from probatum.appraise.findings.sentence import Sentence
from probatum.text.expressions import expression

_ADVERBIAL: Final = expression(
    r"^(?:in|at|after|during|on|by|for|with|without|among|within|over|following|using|from|compared|when|"
    r"while|although|though|as|between|before|under|of|based|until|adjusting|"
    r"adjusted|controlling|despite|regarding|concerning|throughout|since|because|if|once|to|per|"
    r"through|relative|unlike|like|across|independent|irrespective|regardless|"
    r"besides|except|according|including|immediately|two|three|four|six|one|twelve|twenty-four|"
    r"Ⓣ+)(?=[\sⓉ,])[^,]{0,140},\s+",
    re.IGNORECASE,
)


_TIMES: Final = expression(
    r"^(?:at|on|after)\s(?:the\s)?(?:(?:weeks?|months?|days?|years?)\s)?[ⓋⓍⓉ]+(?:-[a-z]+)?(?:,\s(?:and\s)?[ⓋⓍⓉ]+(?:-[a-z]+)?)+[^,]{0,60},\s+",
    re.IGNORECASE,
)
"""`At the 30, 90 and 180 days follow-up,`: the commas are of the list."""
_TIMED: Final = expression(r"^Ⓣ+\s(?=the\s|there\s|an?\s)", re.IGNORECASE)
"""`After 3 months the score was`, without the comma."""
_ANALYSIS: Final = expression(
    r"^(?:on|in|by|using)\s(?:the\s|an?\s)?(?:multi|uni|bi)varia(?:te|ble)\s(?:[\w-]+\s){0,3}?(?:analys[ei]s|"
    r"regressions?|models?),?\s+",
    re.IGNORECASE,
)
"""`On multivariable Cox regression`, without the comma that other leading words have."""


_AND_THE: Final = expression(
    r"(?:[)\]Ⓣ]|\b(?:years?|months?|weeks?|days?|hours?))\s(?:and|but|whereas|while)\s(?=(?:the|there|an?)\s)",
    re.IGNORECASE,
)


VERB_AT: Final = 12
"""Characters behind a position in which the verb of its clause may stand."""


def clause_start(sentence: Sentence, position: int) -> int:
    """Where the clause of a position begins: after a semicolon, or a comma with a conjunction, outside brackets."""
    return max(_joined(sentence, position), _behind_bracket(sentence, position))


def _behind_bracket(sentence: Sentence, position: int) -> int:
    """`X was worse (3 v 4) and the Y was lower (5 v 6)`: a clause of its own begins behind closed results."""
    begin = 0
    for match in _AND_THE.finditer(sentence.masked, 0, position):
        before, behind = sentence.masked[: match.start() + 1], sentence.masked[match.end() : position + VERB_AT]
        whole = before.count("(") == before.count(")") and before.count("[") == before.count("]")
        if whole and VERB.search(before) and VERB.search(behind):
            begin = match.end()
    return begin


_SET_ASIDE: Final = expression(r",\sbut\snot\s[^\s,;][^,;]{0,40},", re.IGNORECASE)
"""`A, but not B, lowered it`: B is set aside, and the clause goes on."""


def _joined(sentence: Sentence, position: int) -> int:
    depth = 0
    for index in range(position - 1, -1, -1):
        char = sentence.masked[index]
        if char in ")]":
            depth += 1
        elif char in "([":
            depth = max(0, depth - 1)
        elif depth == 0 and char == ";":
            return index + 1
        elif depth == 0 and char == ",":
            joint = re.match(
                r",\s{1,3}(?:and|but|whereas|while|although|"
                r"with)\s",
                sentence.masked[index : index + 14],
            )
            if (
                joint
                and VERB.search(sentence.masked[index:position])
                and not re.search(r"^,\s(?:whereas|while|although)", joint[0])
                and not _SET_ASIDE.match(sentence.masked, index)
            ):
                return index + joint.end()
            if joint and joint[0].strip(" ,") in ("whereas", "while"):
                return index + joint.end()
    return 0


def subject_place(sentence: Sentence, start: int, position: int) -> tuple[int, int] | None:
    """The place of a clause's subject: up to its first verb, or to `position` where there is none."""
    start = skip_lead(sentence.masked, start, position)
    verbs = VERB.finditer(sentence.masked, start, position)
    verb = next((m for m in verbs if not _OF_A_NOUN.search(sentence.masked, start, m.start())), None)
    end = verb.start() if verb else position
    return (start, end) if end > start else None


_OF_A_NOUN: Final = expression(r"(?<![\w-])an?\s$", re.IGNORECASE)
"""`an increased number`: no verb."""


def skip_lead(masked: str, start: int, stop: int) -> int:
    """Where the clause begins after linking words and leading adverbials."""
    for _ in range(4):
        begin = start
        while start < stop and masked[start] in " ,:;–-":
            start += 1
        adverbial = (
            _TIMES.match(masked[start:stop])
            or _ADVERBIAL.match(masked[start:stop])
            or _ANALYSIS.match(masked[start:stop])
        )
        lead = None if adverbial else LEAD.match(masked[start:stop])
        timed = _TIMED.match(masked[start:stop])
        if adverbial:
            start += adverbial.end()
        elif timed:
            start += timed.end()
        elif lead and lead.end() < stop - start:
            start += lead.end()
        if start == begin:
            break
    return start


def verb_in(sentence: Sentence, start: int, stop: int) -> re.Match[str] | None:
    """The first finite verb between two offsets, after the leading adverbials."""
    return VERB.search(sentence.masked, skip_lead(sentence.masked, start, stop), stop)
