"""Parting: several questions in one text, each read by itself. Later ones lean on the first, as follow-ups do.

`Does X work in Y and what dose, and is it safe in pregnancy?` is three questions; what they share is said once.
"""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import expression

MOST: Final = 4
"""Questions of one text that are answered; more are for another time."""
_CLAUSE: Final = (
    r"(?:(?:is|are|does|do|can|could|should|will|would|may) (?:it|they|this|that|she|he|i|we|you|the|there|my|a|an"
    r"|one)\b"
    r"|(?:what|how|why)\b(?! (?:is|are) (?:known|seen)\b| (?:after|next|then|else|instead)\b)"
    r"|which (?!is\b|are\b|was\b|were\b|has\b|have\b|can\b|may\b"
    r"|one\b)\w+"
    r"|when (?:should|can|do|does|is|are|must|would|will|may)\b|who (?:should|can)\b"
    r"|for how long\b|(?:the |its |their )?(?:dose|dosage|side[- ]effects|adverse effects|interactions|safety)\W*$"
    r"|in (?:pregnancy|children|kidney|renal|liver|older|breast)[\w -]{0,20}\W*$)"
)
_VERB: Final = r"(?:is|are|does|do|can|could|should|will|would|may)"
_PREDICATE: Final = (
    r"(?:be|help|work|reduce|lower|prevent|any|an?|the|better|safer|as|still|really|also|enough|ok(?:ay)?|worth)"
)
_OF_ITS_OWN: Final = (
    rf"(?:what \w+ (?:is|are|should|does|do|can|must|would|will)\b"
    rf"|how (?:long|often|soon|much|many)\b[^,;.?]{{0,30}}\b(?:is|are|does|do|can|should|will|would|must) \w+"
    rf"|{_VERB} (?:the |her |his |my )?[a-z][a-z-]{{3,24}} {_PREDICATE}\b"
    rf"|for (?:the |her |his |my |their )?[a-z][\w -]{{2,30}}?,? {_VERB} [a-z][a-z-]+ (?:safe|{_PREDICATE})\b"
    rf"|{_VERB} (?:it|they) (?:be )?(?:safe|ok|okay|taken|used|given) (?:together )?with\b)"
)
"""A clause that asks with a verb and a subject of its own: `for the cough is A any better`, `would B be safer`."""
_CUT: Final = expression(
    rf"(?:\?+\s*(?:and |but |or |also |so )?|\s*[,;]\s*(?:and |but |also )+|\s+and (?:also )?|\s+& |\.\s+(?:and "
    rf"|also )?)(?={_CLAUSE}|{_OF_ITS_OWN})|\s*[,;]\s*(?={_OF_ITS_OWN})",
    re.IGNORECASE,
)
_MARK: Final = expression(r"\?+\s*(?=(?:and|or|but|also|what about|how about)\b)", re.IGNORECASE)
_ASKS: Final = expression(
    r"(?:^|[.;:]\s)\W*(?:and |but |also |so )?(?:what|which|how|why|when|who|where|is|are|does|do|did|can|could"
    r"|should|will|would|may|has|have|any)\b|\?",
    re.IGNORECASE,
)
_BETWEEN: Final = expression(
    r"\b(?:between|both(?=\s+\w)|either|whether|understand|explain|know|tell me|wonder\w*|discuss)\b[^?.;]*$",
    re.IGNORECASE,
)
"""Openings after which `and how` goes on with what was begun."""
_WORDS: Final = expression(r"[A-Za-z]{2,}")


_DOSE: Final = expression(r"\b(?:dos(?:e|es|age|ing)|how much)\b", re.IGNORECASE)
_YOUNG: Final = r"(?P<young>child(?:ren)?|kids?|infants?|bab(?:y|ies)|p(?:a)?ediatrics?(?: patients?)?)"
_OLD: Final = r"(?:adults?|grown[- ]?ups?)(?: patients?)?"
_FOR: Final = r"(?: in| for)?(?: an?)?"
_BOTH_AGES: Final = expression(rf"{_FOR} {_OLD}(?: ?[,/&+] ?| and| or){_FOR} ?{_YOUNG}\b", re.IGNORECASE)
_BOTH_TURNED: Final = expression(rf"{_FOR} {_YOUNG}(?: ?[,/&+] ?| and| or){_FOR} ?{_OLD}\b", re.IGNORECASE)


def _by_age(text: str) -> tuple[str, ...]:
    """A question for a dose in adults and in children as two: neither amount is one for the other. Else it alone."""
    found = _BOTH_AGES.search(text) or _BOTH_TURNED.search(text)
    if found is None or not _DOSE.search(text) or _DIGITS.search(text):
        return (text,)
    behind = text[found.end() :].strip(" ?.")
    return f"{text[: found.start()]}{f' {behind}' if behind else ''} in adults", "And in children?"


_DIGITS: Final = expression(r"\b\d+[- ]?(?:years?|months?|yo|y/o|yrs?|kg)\b", re.IGNORECASE)
"""An age or weight of somebody, of whom alone is asked."""


def parts(text: str) -> tuple[str, ...]:
    """The questions of a text in order; the text alone where it is one. At most `MOST`; the last takes what is left."""
    cuts = [m for m in _CUT.finditer(text) if _begun(text[: m.start()])]
    cuts += [m for m in _MARK.finditer(text) if not any(c.start() <= m.start() < c.end() for c in cuts)]
    made: list[str] = []
    start = 0
    for cut in sorted(cuts, key=lambda m: m.start()):
        piece = text[start : cut.start()]
        if len(made) < MOST - 1 and _whole(piece):
            made.append(piece)
            start = cut.end()
    made.append(text[start:])
    if len(made) > 1 and not _whole(made[-1]):
        made[-2:] = [f"{made[-2]} {made[-1]}"]
    made = _remarked(made)
    return tuple(piece.strip(" ,;") for piece in made) if len(made) > 1 else _by_age(text)


def _remarked(made: list[str]) -> list[str]:
    """The pieces with what is remarked behind the last question told with the first: `and how long? allergic to A`
    is said of the patient of them all."""
    found = _REMARK.fullmatch(made[-1].strip()) if len(made) > 1 else None
    if found is None or _ASKS.search(found["told"]):
        return made
    return [f"{made[0].rstrip(' ?.,;')}, {found['told'].rstrip(' .')}", *made[1:-1], found["asks"]]


_REMARK: Final = expression(r"(?P<asks>(?:[\w'/-]+,? ){1,12}?[\w'/-]+\?) +(?P<told>[^?]{3,160})")


def _begun(before: str) -> bool:
    """Whether a question stands before the cut that is not still going on."""
    last = re.split(r"[?.;]", before)[-1]
    return bool(_ASKS.search(last) or _ASKS.search(before)) and not _BETWEEN.search(last)


def _whole(piece: str) -> bool:
    """Whether a piece asks something: words enough, and a question's form or more than a remark."""
    return len(_WORDS.findall(piece)) >= 2 and (bool(_ASKS.search(piece)) or len(_WORDS.findall(piece)) <= 6)
