"""One dose too many of a medicine: taken twice, two at once, an extra one, by somebody who says no more than that.

For most medicines that is a matter for a pharmacist today. It stays an overdose where little does much harm
(`doubled.toml`), where a child had it, where anything is felt, where it was meant, or where it was more than one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

_TOOK: Final = r"(?:took|taken|had|given|gave|swallowed|used|injected|doubled|repeated)"
_SLIP: Final = (
    r"(?:by (?:mistake|accident)|accident\w*|mistakenly|without thinking|instead of (?:one|1)\b|forgot\w*"
    r"|missed|skipped)"
)
_WHEN: Final = (
    r"(?:this (?:morning|evening|afternoon)|tonight|last night|in a row|at once|within|straight after|already today"
    r"|(?:because|as|since) i)"
)
_AGAIN: Final = (
    r"(?:twice|an? extra|(?:a )?double(?: (?:the |my |his |her )?(?:dose|amount))?|two|2|both|again|another|one more"
    r"|(?:a|my|his|her) second (?:dose|tablet|pill|one))"
)
_TWICE: Final = caseless(
    rf"\b{_TOOK}\b[^.?!]{{0,50}}?\b{_AGAIN}\b[^.?!]{{0,60}}?\b{_SLIP}"
    rf"|\b{_SLIP}[^.?!]{{0,60}}?\b{_TOOK}\b[^.?!]{{0,30}}?\b{_AGAIN}\b"
    rf"|\b(?:took|taken|had|given|gave)\b[^.?!]{{0,40}}?\btwice\b {_WHEN}\b"
    r"|\b(?:took|had|given|gave)\b[^.?!]{0,20}?\b(?:morning|evening|night(?:time)?|bedtime"
    r"|daily) (?:[\w'-]+ ){1,3}twice\b"
    r"|\b(?:took|had|gave) (?:[\w']+ ){0,2}?(?:my|his|her|their) (?:[\w'-]+ ){1,2}twice\b"
    r"(?! (?:a|an|per|each|every|daily|weekly|monthly|in|over|for|with|before|last)\b)"
    r"|\bi (?:took|had|have taken|'ve taken) an extra (?!dose of vacc)[\w-]+|\bone (?:dose|tablet|pill"
    r"|capsule)? ?too many\b"
    r"|\bdoubled(?: up)?(?: on)? (?:my|his|her)\b"
)
"""That a dose was taken twice, as those say it who see the slip."""
_TWO: Final = caseless(rf"\b{_TOOK}\b[^.?!]{{0,40}}?\b(?:two|2|another|again|second|double|twice|extra)\b")
"""The same said so that it may also be a usual dose: it makes nothing urgent, and may make it less so."""
_MORE: Final = caseless(
    rf"\b{_TOOK} (?:[\w']+ ){{0,3}}?(?:[3-9]|\d{{2,}}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?! ?(?:mg|mcg|micrograms?|g\b|ml\b|units?\b|am\b|pm\b|o'?clock|:\d|hours?|hrs?|minutes?|mins?|years?|yrs?|days?"
    r"|weeks?|months?|y/?o\b))"
    r"|\b(?:dozens?|several|handfuls?|few|lots?|loads?|all|whole|entire|full|packs?|packets?|box(?:es)?|bottles?"
    r"|strips?"
    r"|rest of|too much|too many|lost count|overdos\w+|times)\b"
)
"""More than one dose too many; figures that are strengths, hours and ages are none."""
_ONE_TOO_MANY: Final = caseless(r"\bone (?:\w+ )?too many\b|\bonce\b")
_CHILD: Final = caseless(
    r"\b(?:child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|infants?|newborns?|son|daughter|boy|girl|grandson|granddaughter"
    r"|lad|lass|(?:months?|weeks?|mths?|wks?)[- ]old|(?:[1-9]|1[0-7])[- ]?(?:years?|yrs?|y)[- ]?(?:old|o)\b"
    r"|pregnan\w+)\b"
)
_FELT: Final = caseless(
    r"\bfe(?:el|lt|els|eling|els)\b(?! (?:\w+ )?(?:fine|ok(?:ay)?|alright|all right|normal|well|no different|good))"
    r"|\b(?:sick|dizzy|faint\w*|shak\w+|drows\w+|sleepy|confus\w+|sweat\w*|vomit\w*|throwing up|bleed\w*|bruis\w+"
    r"|palpitations?|racing|pounding|wak(?:e|ing)|unwell|poorly|funny|weird|woozy|slur\w*|collaps\w*|rash|swell\w*"
    r"|swollen"
    r"|fits?|seizures?|breath\w*|chest|pass(?:ed|ing) out|yellow\w*|floppy|limp|unconscious|headache|blurr\w+)\b"
)
_MEANT: Final = caseless(
    r"\b(?:on purpose|deliberate\w*|intentional\w*|meant to|want(?:s|ed)? to (?:die|sleep)|overdos\w+|someone else'?s"
    r"|somebody else'?s|(?:my|his|her) (?:mum|mom|dad|wife|husband|partner|gran\w*|nan|sister|brother|friend)'?s)\b"
)
_ORDERED: Final = caseless(
    r"\b(?:doctor|GP|consultant|nurse|specialist|cardiologist|psychiatrist|they|he|she)s? (?:has |have |just )?"
    r"(?:doubled|increased|raised|put|upped|prescribed|told)\b|\bvitamins?\b|\b(?:can|should|may|could) (?:i|we|he|she)"
    r" (?:take|have|give|double)\b(?! (?:it|the next|my next|his next|her next|any|more|tonight|tomorrow|my usual))"
)
_AMOUNTS: Final = caseless(r"(?<![\d.])(\d+(?:\.\d+)?) ?(?:mg|mcg|micrograms?|g|ml|units?)\b")


class Doubled(NamedTuple):
    """The medicines that were taken twice, and whether that is no slight matter."""

    names: tuple[str, ...]
    urgent: bool


def doubled(text: str, *, told: bool = False) -> Doubled | None:
    """One dose too many of a medicine that is named; None where nothing of the kind is told, or more than that.

    `told`: whether something else says already that too much was taken, so that `took two` is no usual dose.
    """
    if not (_TWICE.search(text) or (told and _TWO.search(text))) or _ORDERED.search(text):
        return None
    if _MORE.search(_ONE_TOO_MANY.sub(" ", text)) or _far_apart(text) or not (named := _named(text.lower())):
        return None
    apart = any(p.search(text) for p in (_CHILD, _FELT, _MEANT))
    return Doubled(named, apart or _harms_soon(text, named))


def _harms_soon(text: str, named: Iterable[str]) -> bool:
    """Whether little of one of these medicines, or of another that the text names, does much harm."""
    drugs, said = _lists()
    return bool(said.search(text)) or any(part in drugs for name in named for part in name.split("/"))


def _named(text: str) -> tuple[str, ...]:
    known = vocabulary.load()
    found: list[str] = []
    for mention in known.find(text):
        if mention.term.semantic == "drug":
            typed = text[mention.start : mention.end]
            brand = known.is_brand(typed) or known.is_brand(typed.title())
            own = (mention.term.label,) if not members(mention.term.label) else ()  # a class by itself is no medicine
            found += (known.base_of(typed) if brand else ()) or own
    return tuple(sorted({name.lower() for name in found}))


def _far_apart(text: str) -> bool:
    """Whether two amounts are told of which one is more than twice the other."""
    told = [float(one) for one in _AMOUNTS.findall(text)]
    return len(told) > 1 and min(told) > 0 and max(told) / min(told) > TWICE


TWICE: Final = 2.0


@cache
def _lists() -> tuple[frozenset[str], re.Pattern[str]]:
    held = tomllib.loads(files(__package__).joinpath("doubled.toml").read_text("utf-8"))["medicine"]
    drugs = {name for one in held for name in one.get("drug", ())}
    drugs |= {name for one in held for label in one.get("class", ()) for name in members(label)}
    said = "|".join(phrase for one in held for phrase in one["said"]) if held else ""
    return frozenset(name.lower() for name in drugs), re.compile(rf"\b(?:{said})\b", re.IGNORECASE)
