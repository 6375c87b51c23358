"""Stopping a medicine on one's own where that is dangerous, read from `stopping.toml`.

`can I stop my apixaban before the dentist` speaks of it; `does propranolol stop tremor` does not, nor does a question
on how a dose is lowered step by step, which is the careful way.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

import msgspec

from probatum.text import asking, ending
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

_STOPS: Final = (
    r"stop(?:s|ped|ping)?(?! (?:me|us|you|one)\b)(?: (?:taking|using|giving))?"
    r"|com(?:e|ing) off|get(?:ting)? off|go(?:ing)? off|quit(?:ting)?"
    r"|giv(?:e|ing) up|skip(?:ped|ping)?|cold turkey|leav(?:e|ing) (?:off|out)|go(?:ing)? without"
    r"|r[au]n(?:ning)? out of(?! (?:breath|puff|energy|steam)\b)"
    r"|discontinu\w+|withdraw\w*|pause|chuck(?:ed|ing)?|bin(?:ned|ning)"
)
_BE_STOPPED: Final = r"(?:be |been |being |was |were )?(?:stopped|discontinued|withdrawn|paused)|cold turkey|stopping"
_ANOTHER: Final = r"\b(?:when|while|once|as soon as|during)"
"""What is stopped stands behind these words: `A when B is stopped`."""
_THEY: Final = (
    r"(?<!how )\b(?:do|does|should|shall|can|could|must|may|need to|have to|has to|ok(?:ay)? to|safe to|when)"
    r"(?: (?:i|he|she|they|we|to))*"
)
"""Who is to stop something that was named before: `she is on A and has an operation, does she stop it`."""
_CAREFUL: Final = expression(
    r"\b(?:taper\w*|wean\w*|gradual\w*|slowly|trials?|studies|cohort|versus|vs|bleeding stop\w*|duration"
    r"|how long after)\b",
    re.IGNORECASE,
)


class Medicine(msgspec.Struct, frozen=True, dict=True):
    """A medicine or class that is not to be stopped at once, why, and whose rule that is."""

    why: str
    source: str
    read: str
    drug: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    class_: str = msgspec.field(default="", name="class")

    @cached_property
    def names(self) -> str:
        """One pattern of all its names."""
        plain = (*self.drug, *(members(self.class_) if self.class_ else ()))
        return "|".join((*map(re.escape, plain), *self.said))

    def whose(self, name: str) -> str:
        """Whose rule it is; of a medicine that the labels named do not cover, that it is only of their kind."""
        one = name.lower()
        of_its_kind = one in self.drug or (self.class_ and one in members(self.class_))
        others = of_its_kind and self.source.startswith("US label") and one not in self.source.lower()
        return f"{self.source}; {one} is a medicine of the same kind" if others else self.source

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Wordings in which it is stopped; the group `name` holds its name."""
        name = rf"(?P<name>{self.names})"
        return tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"\b(?:{_STOPS})\b[^.?!]{{0,40}}?\b{name}\b",
                rf"\b{name}\b(?:(?!{_ANOTHER}\b)[^.?!]){{0,40}}?\b(?:{_BE_STOPPED})\b",
            )
        )

    @cached_property
    def named_before(self) -> re.Pattern[str]:
        """Wordings in which it is named first, and what is asked says `it`."""
        name = rf"(?P<name>{self.names})"
        asks = rf"[^?!]{{0,90}}?{_THEY} (?:{_STOPS})"
        it, bare = r" (?:it|them|that|these)\b(?!['’]?s? \w+ing\b)", r"(?: now| today| straight away)?\W*$"
        # Who says that they take it asks of themselves; a note on a patient that ends so is no such message.
        return re.compile(
            rf"\b(?:{_OWN} )?{name}\b{asks}{it}|{_OWN} (?P<mine>{self.names})\b{asks}{bare}", re.IGNORECASE
        )


_OWN: Final = (
    r"\b(?:my|i take|i'?m (?:on|taking)|i am (?:on|taking)|i'?ve been (?:on|taking)|i was (?:on|given)|takes?|is on)"
    r"(?: my| his| her| the| an?)?(?: \d+ ?m?g)?"
)
"""Words before a medicine that somebody takes."""


@cache
def medicines() -> tuple[Medicine, ...]:
    """Every entry, in the order of the file."""
    held = tomllib.loads(files(__package__).joinpath("stopping.toml").read_text("utf-8"))
    return tuple(msgspec.convert(held["medicine"], list[Medicine]))


def stopped(text: str) -> str:
    """What a text speaks of stopping, with why not at once and whose rule that is; empty for none."""
    text = ending.acts(text)
    if _CAREFUL.search(text):
        return ""
    cut = asking.pieces(text)  # what is asked of another medicine in the same breath is not to be stopped
    for one in medicines():
        found = next((m for piece in cut for pattern in one.patterns if (m := pattern.search(piece))), None)
        found = found or one.named_before.search(text)
        if found is not None:
            name = found["name"] or found["mine"]
            return f"{name.lower()} on their own: {one.why} ({one.whose(name)})"
    return ""


_EXPECTS: Final = expression(
    r"\b(?:pregnan(?:t|cy)|expecting a baby|positive pregnancy test|\d{1,2}/40|weeks? gestation|trimester)\b",
    re.IGNORECASE,
)
_NO_BABY: Final = expression(
    r"\b(?:not|isn'?t|wants? to (?:be|get)|trying to (?:be|get)|planning|before|after) ", re.IGNORECASE
)


def carried_on(text: str) -> str:
    """What somebody who is pregnant takes that must not be stopped at once, with why not and whose rule that is; empty
    for none. A pregnancy is when it is stopped in fear."""
    expects = _EXPECTS.search(text)
    if (
        expects is None
        or _CAREFUL.search(text)
        or _NO_BABY.search(text[max(0, expects.start() - 20) : expects.start()])
    ):
        return ""
    for one in medicines():
        taken = re.compile(rf"\b(?:on|takes?|taking|using|prescribed)\b[^.?!]{{0,40}}?\b(?P<name>{one.names})\b", re.I)
        if (found := taken.search(text)) is not None:
            named = re.findall(rf"\b(?:{one.names})\b", text[found.start() :], re.I)
            names = " and ".join(dict.fromkeys(name.lower() for name in named[:3]))
            return f"{names} on their own: {one.why} ({one.whose(found['name'])})"
    return ""
