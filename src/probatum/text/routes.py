"""Routes: by which way a treatment is given, in the words of sources and of people who ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from probatum.model import Question, Role
from probatum.text.expressions import caseless

_WAYS: Final = caseless(
    r"\b(?:(?P<mouth>oral(?:ly)?|by mouth|swallow\w*|per os|tablets?|capsules?|caplets?|pills?|syrup|lozenges?)"
    r"|(?P<vein>intravenous(?:ly)?|i\.?v\.?(?![a-z])|into (?:a|the) veins?|by vein|drip)"
    r"|(?P<muscle>intramuscular(?:ly)?|into (?:a|the) muscles?)"
    r"|(?P<skin>subcutaneous(?:ly)?|under the skin)"
    r"|(?P<surface>topical(?:ly)?|creams?|ointments?|lotions?|rubbed (?:in|on)\w*|patch(?:es)?|transdermal(?:ly)?)"
    r"|(?P<vagina>vaginal(?:ly)?|pessar(?:y|ies)|intravaginal(?:ly)?|into the vagina)"
    r"|(?P<rectum>rectal(?:ly)?|suppositor(?:y|ies)|enemas?|into the rectum)"
    r"|(?P<nose>intranasal(?:ly)?|nasal(?:ly)?|nose drops?|into the nose|up the nose)"
    r"|(?P<lung>inhal\w+|nebuli[sz]\w+|puffs?|breathed in)"
    r"|(?P<tongue>sublingual(?:ly)?|buccal(?:ly)?|under the tongue)"
    r"|(?P<spine>intrathecal(?:ly)?|epidural(?:ly)?|spinal(?:ly)?|caudal(?:ly)?)"
    r"|(?P<eye>eye ?drops?|intravitreal(?:ly)?|into the eyes?)"
    r"|(?P<ear>ear ?drops?|otic|into the ears?)"
    r"|(?P<joint>intra-?articular(?:ly)?|into the (?:joint|knee)))\b"
)
_BESIDES: Final = caseless(
    r"\b(?:rescue|contracepti\w*|anticoagula\w*|fluids?|intake|hygiene|cavity|mucos\w*|thrush|ulcers?|cancer"
    r"|surgery|delivery"
    r"|birth|bleeding|examination|exam|swab|access|line|anesthe\w*|anaesthe\w*|block|candid\w*|congestion|polyps?"
    r"|cord)\b"
)
"""What `oral`, `vaginal` and `nasal` are said of besides treatments, or where another way is told beside."""
NAMES: Final = {
    "mouth": "by mouth", "vein": "into a vein", "muscle": "into a muscle", "skin": "under the skin",
    "surface": "on the skin",
    "vagina": "in the vagina", "rectum": "in the rectum", "nose": "into the nose", "lung": "by inhaling",
    "tongue": "under the tongue", "spine": "beside the spinal cord", "eye": "into the eye", "ear": "into the ear",
    "joint": "into a joint",
}  # fmt: skip
"""What each way is called, in words for everybody."""
GIVEN: Final = "given "
"""How a note begins that says by which other way it was given."""

_ACRONYM: Final = 4
"""Letters from which a word in capitals is a name of its own."""
_NEAR: Final = 2
"""Words between a way and the treatment that is given by it, at most."""
_FAR: Final = 80
"""Characters within which they stand."""


def ways(text: str) -> Iterator[tuple[str, int, int]]:
    """Each way of giving that a text names, a key of `NAMES`, and where its words begin and end; not `oral` of oral
    hygiene or `rectal` of rectal bleeding."""
    for found in _WAYS.finditer(text):
        named = found[0].isupper() and len(found[0]) >= _ACRONYM  # PATCH is a trial
        if not named and not _BESIDES.search(text[found.end() : found.end() + 16]):
            yield found.lastgroup or "", found.start(), found.end()


@lru_cache(maxsize=256)
def _named(text: str) -> tuple[tuple[str, int, int], ...]:
    """The same, kept: a medicine of many names is looked for under each."""
    return tuple(ways(text))


@lru_cache(maxsize=64)
def asked(question: Question) -> str:
    """The one way by which the treatment is to be given, a key of `NAMES`: `topical A`, `A patch`. Empty where
    the question names none, or two that are compared."""
    given = question.having(Role.INTERVENTION)
    if question.having(Role.COMPARATOR) or len(given) != 1 or given[0].semantic != "drug":
        return ""
    found = set(of(given[0].text, question.read))
    if not found and any(one.what == "shortened" for one in question.assumptions):
        found = {way for way, *_ in ways(question.typed)}  # put again with fewer words it is asked of the same way
    return found.pop() if len(found) == 1 else ""


def of(name: str, text: str) -> Iterator[str]:
    """The ways that a text tells of one treatment: those that stand beside its name, a word or two between."""
    low = text.lower()
    at = low.find(name.lower()) if name else -1
    told = _named(text) if at >= 0 else ()
    starts = [start for _, start, _ in told]
    while at >= 0:
        end = at + len(name)
        for way, start, stop in told[bisect_left(starts, at - _FAR) : bisect_right(starts, end + _FAR)]:
            if at <= start < end or _beside(text[stop:at] if stop <= at else text[end:start]):
                yield way
        at = low.find(name.lower(), end)


def _beside(between: str) -> bool:
    return len(between.split()) <= _NEAR and not any(mark in between for mark in ",;.?!")
