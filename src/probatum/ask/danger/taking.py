"""Too much taken or given: whole packets, many tablets, another's medicine, several times what was meant.

A sentence tells of it in the wordings below, or by what was done, of what and how much (`taken.toml`).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from probatum import vocabulary
from probatum.ask.danger.flags import compiled
from probatum.text.expressions import expression

STUDY: Final = expression(
    r"\b(?:LD50|in (?:rats|mice|animals)|studied|studies|risk factors?|incidence|prevalence|rates? of"
    r"|cohort|trial|trends?|mortality "
    r"rates?|surgery|an(?:a?)esthe\w+)\b",
    re.IGNORECASE,
)
_TOOK: Final = (
    r"(?:overdos(?:e|ed|ing)|od'?ed|took|taken|take|swallow(?:ed)?|ate|eaten|ingested|drank|drunk|downed|popped|necked"
    r"|scoffed|chewed|had|used|given|injected|gave|got into)"
)
_WHOSE: Final = r"(?:(?:my|his|her|their|the|those|these|our) )"
_COUNT: Final = (
    r"(?:1[0-9]|[2-9][0-9]|\d{3,}|(?:four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|a hundred|dozens?(?: of)?)"
)
_UNITS: Final = (
    r"(?:mg|mcg|ug|micrograms?|milligrams?|g|ml|units?|iu|days?|weeks?|months?|years?|hours?|minutes?|times?|percent)"
)
_TABLETS: Final = r"(?:tablets|pills|capsules|tabs|caps|patches|gummies)"
_MEDICINES: Final = (
    rf"(?:{_TABLETS}|paracetamol|ibuprofen|aspirin|tylenol|panadol|codeine|meds|medicines?|medication|antidepressants?"
    r"|insulin|morphine|tramadol|sleepers|painkillers)"
)
_RELATIVE: Final = (
    r"(?:mum|mom|dad|wife|husband|grandma|grandad|grandpa|grandmother|grandfather|brother|sister|partner|neighbou?r"
    r"|nan|gran|granny|nana|friend|mate|flatmate|dog)"
)
_POISONS: Final = (
    r"(?:bleach|antifreeze|detergent|battery|batteries|poison|pesticide|(?:drain|toilet|oven|floor) cleaner|lamp oil"
    r"|weed ?killer|slug pellets|white spirit|petrol|rat poison|turps|meths|methanol)"
)
_TOO_MUCH: Final = expression(
    rf"\b{_TOOK}\b[^.?!]{{0,50}}\b(?:too (?:much|many)|(?:whole|entire|full) (?:bottle|pack|box|packet|strip)|bottle of"
    r"|by (?:mistake|accident)|accidentally|double (?:the |my |his |her )?dose|twice the dose"
    rf"|(?:double|twice) (?:my|his|her|the) \w+|all of (?:them|it)\b|the (?:whole )?lot\b"
    rf"|(?:a (?:\w+ )?(?:load|lot|bunch|handful|ton)|loads|lots|handfuls) of {_WHOSE}?(?:\w+ )?{_MEDICINES}"
    # forty mexiletine tablets, but neither tablets of 40 mg nor tablets for 40 days
    rf"|{_COUNT} (?:of )?{_WHOSE}?(?!{_UNITS}\b)(?:[\w-]+ ){{0,2}}{_TABLETS})\b"
    r"|\b(?:i|he|she|we|child|toddler|baby|son|daughter|friend|mother|father|wife|husband)\b[^.?!]{0,30}"
    r"\b(?:overdosed|took an overdose|has overdosed|od'?ed)\b"
    r"|\b(?:accidentally|mistakenly) (?:took|swallowed|ate|drank|double|gave|given|injected)\b"
    rf"|\b(?:drank|drunk|swallowed|ate|eaten|sipped|guzzled) (?:some |the |a )?{_POISONS}\b"
    r"|\b(?:drank|drunk|swallowed|sipped|guzzled) (?:some |the |a )?(?:stuff|something|liquid|bottle"
    r"|cleaner) (?:from |that was )?"
    r"(?:under|in) the (?:kitchen )?(?:sink|garage|shed|bleach cupboard)\b"
    rf"|\b(?:took|taken|gave|given|swallowed|had) {_WHOSE}?(?:\w+(?:'s)? ){{0,2}}(?:someone|somebody) else'?s\b"
    rf"|\b(?:took|swallowed|ate|eaten|given|gave|got into) (?:(?:some|a few|one|two|\d+) (?:of )?)?"
    rf"(?:{_WHOSE}(?:\w+ )?)?"
    rf"{_RELATIVE}'?s (?:\w+ ){{0,3}}(?:tablets?|pills?|medicines?|medication|meds)\b",
    re.IGNORECASE,
)
_MANY: Final = expression(
    rf"\b{_TOOK}\b[^.?!]{{0,30}}?\b{_COUNT} (?:of )?{_WHOSE}?(?!{_UNITS}\b)"
    r"(?!(?:with|and|plus|for|twice|once|daily|every|each|then|four|three)\b)(?P<drug>[\w-]{4,}(?: [\w-]{4,}){0,2})",
    re.IGNORECASE,
)
_TENFOLD: Final = expression(
    r"\b(?:ten|10|hundred|100|several|many)[- ]?(?:fold|times|x)\b[^.?!]{0,40}\bdos(?:e|es|age)\b|"
    r"\bdos(?:e|es|age)\b[^.?!]{0,40}\b(?:ten|10|hundred|100)[- ]?(?:fold|times|x)\b|"
    r"\b(?:got|gave|given|had|took|injected) (?:(?:him|her|me|them|my \w+) )?(?:ten|10|hundred|100)[- ]?(?:fold|times"
    r"|x)\b",
    re.IGNORECASE,
)
_MEANT: Final = (
    r"(?:instead of|rather than|in place of|not|(?:it |which |that |he |she |this )?(?:should(?:'ve| have| of)?"
    r" (?:only )?"
    r"(?:been|be|had)|(?:was|were|is)? ?(?:supposed|meant) to (?:be|have))"
    r"|(?:when|but|and|where) (?:it|the (?:\w+ )?(?:label|chart|bottle|box|prescription)) (?:said|says|read)"
    r"|when (?:it|she|he) (?:was|is) (?:on"
    r"|prescribed)|(?:my|his|her|the) (?:usual|normal|regular)(?: (?:dose|amount|one))? (?:is|was)"
    r"|(?:usually|normally) (?:takes?|has|have|on|is|it'?s)"
    r"|(?:the |her |his |my )?(?:drug )?(?:chart|label|prescription|order|script|leaflet"
    r"|box) (?:says?|said|reads?|is"
    r"|was)|(?:it )?was (?:prescribed|ordered|written up))"
)
_INSTEAD: Final = expression(
    r"(?<![\w.])(?P<given>\d+(?:\.\d+)?) ?(?:(?:mg|mcg|micrograms?|g|ml|units?|tablets?|puffs?)(?:/\d* ?m?l)?)?\b"
    rf"[^.?!]{{0,40}}\b{_MEANT}\b[^.?!\d]{{0,20}}(?<![A-Za-z])(?P<meant>\d+(?:\.\d+)?)(?![\d.]*\d)"
    # an amount, and no time: `50 mg tablets but the leaflet says not to feed for 12 hours`
    r"(?! ?(?:h|hrs?|hours?|days?|nights?|weeks?|wks?|minutes?|mins?|months?|mths?|years?|yrs?|%)\b)",
    re.IGNORECASE,
)
TIMES_TOO_MUCH: Final = 2.0
"""An amount so many times what was meant is treated as an overdose until a poison centre says otherwise."""
TIMES_A_SLIP: Final = 10.0
"""So many times the usual amount is a slip of the decimal point, also where it is only asked about."""
_GIVEN: Final = expression(
    r"\b(?:took|taken|gave|given|injected|administered|received|swallowed|had|pushed|got|drew up|drawn up|dispensed"
    r"|infused"
    r"|squirted|measured|set|dialled|dialed|clicked)\b",
    re.IGNORECASE,
)


def taken_too_much(text: str) -> bool:
    """Whether words about somebody say that too much, or the wrong thing, was taken or given."""
    if _LONG_AGO.search(text):
        return False
    text = _SLIPPED.sub(" ", text)
    told = bool(_TOO_MUCH.search(text)) or _many(text) or wrong_amount(text) or _told_together(text)
    return told or _under_two_names(text) or _by_weight(text)


_SLIPPED: Final = expression(
    r"\b(?:(?:and|but|then) (?:then |so |i |he |she )?"
    r"(?:lay|lied|laid|went|ate|sat|fell asleep|bent|drank|brushed|forgot)"
    r"|(?:ate|had|drank) (?:(?:my|some|a|his|her) )?"
    r"(?:breakfast|lunch|dinner|food|milk|coffee|tea|juice|toast|yogh?urt))\b"
    r"(?! (?:two|double|another|more|extra|too|\d))[^.?!;]{0,30}?\b(?:by (?:mistake|accident)|accidentally)\b",
    re.IGNORECASE,
)
"""What was done by mistake beside a medicine: `and then lay down by mistake`, `ate breakfast by mistake`."""


def slipped(text: str) -> bool:
    """Whether the mistake that is told is what was done beside a medicine, and nothing that was taken."""
    return _SLIPPED.search(text) is not None and not taken_too_much(text)


_STRENGTHS: Final = expression(
    rf"\b{_TOOK}\b[^.?!]{{0,40}}?\b(?P<count>\d{{1,3}}) ?(?:x|\u00d7|\*|tablets? of|tabs? of) ?"
    r"(?P<each>\d{1,4}(?:\.\d+)?) ?(?P<unit>mg|g|mcg)\b",
    re.IGNORECASE,
)
_GRAMS: Final = expression(
    r"\b(?:over-?dos\w*|od)\b[^.?!]{0,40}?(?<![\d.])(?P<after>\d{1,3}(?:\.\d+)?) ?(?:g|grams?)\b"
    r"|(?<![\d.])(?P<before>\d{1,3}(?:\.\d+)?) ?(?:g|grams?)\b[^.?!]{0,40}?\b(?:over-?dos\w*|od)\b"
    rf"|\b{_TOOK}\b[^.?!]{{0,20}}?(?<![\d.])(?P<taken>\d{{1,3}}(?:\.\d+)?) ?(?:g|grams?)\b(?! ?/)",
    re.IGNORECASE,
)
MANY: Final = 10
"""So many tablets at once are too many of any medicine."""
GRAMS: Final = 8.0
"""So many grams at once are too much of any medicine that is swallowed."""


def _by_weight(text: str) -> bool:
    """`took 30 x 500 mg`, `took 15 g`, `paracetamol overdose 15 g`: told by strengths and weights."""
    counted = _STRENGTHS.search(text)
    if counted is not None and int(counted["count"]) >= MANY:
        return True
    found = _GRAMS.search(text)
    return found is not None and float(next(g for g in found.groups() if g)) >= GRAMS


_LONG_AGO: Final = expression(
    r"\b(?:years? ago|months? ago|last (?:year|month|summer|winter)|as a (?:child|kid|teenager|teen|student|youth"
    r"|young \w+)"
    r"|in (?:his|her|my|their) (?:teens|twenties|thirties|youth)|in (?:19|20)\d\d|history of|survived an?)\b",
    re.IGNORECASE,
)
_TAKEN_BOTH: Final = expression(
    r"\b(?:both|too|as well|together|on top|at the same time|alongside|plus|two (?:boxes|lots|packs|packets|bottles)"
    r"|and then)\b|[+&]",
    re.IGNORECASE,
)
_TAKES: Final = expression(
    r"\b(?:taking|takes|took|taken|been on|(?:i'?m|he'?s|she'?s|is|am) on|swallow\w*|had|having|given|gave"
    r"|gives)\b",
    re.IGNORECASE,
)
_ASKED_ONLY: Final = expression(
    r"\b(?:same (?:as|thing|drug|medicine)|differen\w+|switch\w*|swap\w*|chang\w+|instead|rather than|generic"
    r"|cheaper|stopped|used to)\b",
    re.IGNORECASE,
)


def _under_two_names(text: str) -> bool:
    """Whether one medicine is told to be taken under two of its names: a brand, and its ingredient or another brand."""
    if not _TAKEN_BOTH.search(text) or not _TAKES.search(text) or _ASKED_ONLY.search(text):
        return False
    known = vocabulary.load()
    names: dict[str, dict[str, bool]] = {}
    for mention in known.find(text):
        typed = text[mention.start : mention.end].lower()
        bases = (
            known.base_of(typed) if known.is_brand(typed) or known.is_brand(typed.title()) else (mention.term.label,)
        )
        for base in bases if mention.term.semantic == "drug" else ():
            names.setdefault(base.lower(), {})[typed] = known.is_brand(typed.title())
    return any(len(typed) > 1 and any(typed.values()) for typed in names.values())


_SENTENCE: Final = expression(r"[^.?!;]+")


def _told_together(text: str) -> bool:
    """Whether one sentence tells that something was taken, that it was a medicine, and that it was too much."""
    done, medicine, excess, spared = _lists()
    for sentence in _SENTENCE.findall(text):
        if spared.search(sentence) or not done.search(sentence) or not excess.search(sentence):
            continue
        if medicine.search(sentence) or any(
            m.term.semantic == "drug" and m.term.marketed for m in vocabulary.load().find(sentence.lower())
        ):
            return True
    return False


@cache
def _lists() -> tuple[re.Pattern[str], ...]:
    held = tomllib.loads(files(__package__).joinpath("taken.toml").read_text("utf-8"))
    return tuple(compiled("|".join(held[name])) for name in ("done", "medicine", "excess", "spared"))


def _many(text: str) -> bool:
    """Whether ten or more of a drug were taken: `25 paracetamol`."""
    known = vocabulary.load()
    return any(
        mention.term.semantic == "drug"
        for found in _MANY.finditer(text)
        for mention in known.find(found["drug"].lower())[:1]
    )


def wrong_amount(text: str) -> bool:
    """Whether an amount was given that is twice what was meant, or more; questions of studies aside."""
    if STUDY.search(text):
        return False
    pairs = ((float(m["given"]), float(m["meant"])) for m in _INSTEAD.finditer(text))
    times = max((given / meant for given, meant in pairs if meant), default=0.0)
    if not _GIVEN.search(text):
        return times >= TIMES_A_SLIP
    return bool(_TENFOLD.search(text)) or times >= TIMES_TOO_MUCH
