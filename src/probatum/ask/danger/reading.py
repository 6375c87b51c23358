"""What danger a question names, judged on whether its words are about somebody here and now.

A study of chest pain is no emergency, how an overdose is treated is a doctor's question, a stroke years ago is history,
and nobody dies of laughing. `no fever` is no fever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.ask.danger import learned, standing
from probatum.ask.danger.doubled import doubled
from probatum.ask.danger.expecting import by_expecting_alone, expecting
from probatum.ask.danger.explaining import asks_of_illness, everyday, explained, looked_up, queasy
from probatum.ask.danger.flags import Flag, causes, compiled, concept, flags, of_medicines, self_harm, thoughts
from probatum.ask.danger.mixups import mixed_up
from probatum.ask.danger.small_children import ILL, by_age_alone, is_young
from probatum.ask.danger.stopping import carried_on, stopped
from probatum.ask.danger.taking import STUDY, slipped, taken_too_much, wrong_amount
from probatum.ask.danger.wording import as_meant
from probatum.text.expressions import expression
from probatum.text.missed import asks as missed_asks
from probatum.text.missed import came_up


class Danger(msgspec.Struct, frozen=True):
    """`kind`: self-harm, overdose, emergency, dose, doubled, stopping, or empty; `sign`: what of it is named."""

    kind: str = ""
    sign: str = ""


_ASKER: Final = expression(
    r"\b(?:should|shall|do|can|could|would|must|may|did|how|what|that) (?:i|we|you)\b(?! (?:take|go|call|worry)\b)",
    re.IGNORECASE,
)
"""Words of somebody who asks what to do in general; `what should I take` is about oneself."""


def read_danger(text: str) -> Danger:
    """The danger a question names, as typed or as it was meant; empty where there is none, or it is told of nobody."""
    if (told := named(text)) is not None:
        return told
    carried = "" if STUDY.search(text) else carried_on(text)
    return Danger("stopping", carried) if carried else _told_like_one(text) or Danger()


def named(text: str) -> Danger | None:
    """The danger that the words of a text name, by the lists alone; None where they name none."""
    meant = as_meant(text)
    return _read(text) or (_read(meant) if meant != text else None)


_REPORTED: Final = expression(
    r"\b(?:leaflet|label|box|packet|instructions?|website|google|pharmacist|chemist) (?:says?|said|told (?:me|us))\b"
    r"[^.,;?!]*",
    re.IGNORECASE,
)
"""What is read or was told about a medicine, and is not what happens to somebody."""


def _told_like_one(text: str) -> Danger | None:
    """The danger that a message is told like, where no list has its words."""
    if (
        STUDY.search(text)
        or standing.FIGURE.search(text)
        or looked_up(text)
        or not learned.SHORTEST <= len(text.split()) <= learned.MOST_WORDS
    ):
        return None
    kind = learned.likeliest(_REPORTED.sub(" ", as_meant(text)))
    if kind in ("emergency", "overdose") and queasy(text):
        return None
    if kind == "emergency" and (_DECIDES.search(text) or explained(text) or everyday(text) or by_age_alone(text)):
        return None
    if kind == "overdose" and (_HARMLESS.search(text) or _prescribed(text) or not _TAKEN.search(text) or came_up(text)):
        return None
    if kind == "overdose" and (_only_missed(text) or slipped(text)):
        return None
    if kind == "overdose":
        once = doubled(as_meant(text), told=True)
        slight = once is not None and not once.urgent
        return Danger("doubled", " and ".join(once.names)) if once and slight else Danger(kind, "a possible overdose")
    if kind == "self-harm" and asks_of_illness(text):
        return None
    if kind == "self-harm":
        told = _OF_LIFE.search(_HARMS_ANOTHER.sub(" ", _ENDS_MEDICINE.sub(" ", text)))
        return _wish(text) if told or not (_clinical(text) or _ENDS_MEDICINE.search(text)) else None
    if by_expecting_alone(text, kind) or (expecting(text) and _HARMS_ANOTHER.search(text)):
        return None
    if _HARMS_ANOTHER.search(text) and _clinical(text) and _ENDS_MEDICINE.search(text):
        return None
    if not kind:
        return None
    clause = learned.telling(text) or " ".join(text.split()[: learned.MOST_TOLD])  # an alarm says what raised it
    return Danger(kind, f"\u201c{clause}\u201d")


_DECIDES: Final = expression(
    r"\b(?:(?:is|are) (?:an? |the )?[\w'-]+(?: [\w'-]+){0,2} any good"
    r"|(?:wait|watch|observe) or (?:treat|give|start|scan)|treat or (?:wait|watch)|do (?:i|we) (?:swab|treat"
    r"|scan|test|prescribe"
    r"|refer|x-?ray)|how likely is|first[- ]line|yes or no|head to head|which (?:antibiotic|drug|dose|statin)|what dose"
    r"|any evidence|guidelines? say|number needed|too late (?:to (?:bother|start|begin|treat)|for (?:antivirals?"
    r"|treatment|it to (?:help|work)))|will (?:the|this|it|my|his|her) (?:\w+ )?last)\b",
    re.IGNORECASE,
)
"""Words of somebody who weighs a treatment or test for a patient; the lists of flags still warn of what they name."""


_HARMLESS: Final = expression(
    r"\bhow (?:much|many) (?:\w+ )?(?:can|may|should) (?:i|we|he|she|they|you) (?:take|have|use)\b"
    r"|\b(?:two|2|an? extra|double|another|one more) (?:\w+ ){0,2}(?:vitamins?|multivitamins?|probiotics?|fish oil"
    r"|biotin"
    r"|folic acid)\b",
    re.IGNORECASE,
)
"""What is asked ahead, and one more of what does no harm, for the learned reader alone."""


_TAKEN: Final = expression(
    r"\b(?:t[ao]k\w*|swallow\w*|ate|eat\w*|drank|drunk|drink\w*|had|have|having|g[ai]v\w*|inject\w*|dos\w+|doubl\w*"
    r"|tablets?|pills?|caps\w*|bottle|packets?|syrup|sachets?|patch\w*|mg|mls?|units?|overdos\w*|od|medicines?|meds"
    r"|medication|pens?|clicks?|drops?|puffs?|much|many|extra|twice|again|insulin|got (?:in|at|hold)\w*|pack|box"
    r"|mix\w*|put|used?|pop\w*|neck\w*|down\w*|guzzl\w*|chew\w*|sniff\w*|smok\w*|scoff\w*)\b",
    re.IGNORECASE,
)
"""Words one of which stands wherever too much was taken."""


_PRESCRIBED: Final = expression(
    r"\b(?:put|gone|going|moved|upped|raised|increased|changed|bumped|stepped) (?:\w+ )?(?:up )?(?:to|onto|on)\b"
    r"|\bprescrib\w+|\b(?:is|isn'?t|are|seems?|sounds?) (?:it |this |that |they )?(?:(?:[\w./-]+ ){0,4})?(?:too"
    r"|a bit|bit|very) (?:much|high|strong|large)\b|\b(?:doctor|gp|consultant|nurse|specialist|clinic|hospital)s?'?s? "
    r"(?:has |have |just |had |wants? (?:me|him|her|us) (?:to|on) )?"
    r"(?:put|upped|raised|increased|doubled|says?|said|gave|given|started|wants)\b",
    re.IGNORECASE,
)
"""A dose that somebody was told to take, and is asked about."""


_TOOK_IT: Final = expression(
    r"\b(?:took|taken|swallow\w*|ate|drank|drunk|overdos\w*|too many|by (?:mistake|accident)|accident\w*|instead of"
    r"|extra|twice)\b",
    re.IGNORECASE,
)


_GIVEN_FOR: Final = expression(
    r"^\W*(?:i|he|she|we|they|my \w+)(?:['\u2019]?ve|['\u2019]?s| have| has| was| were)?(?: just)?(?: been)? given"
    r" (?:(?:some|a course of|an?) )?[a-z-]{4,30}(?: (?:tablets?|capsules?|cream|drops|gel))?"
    r"(?: (?:for|after|because of)"
    r"(?: (?!(?:and|but|now|then|by|feel\w*|twice|again|extra|so|who|which)\b)[\w'\u2019-]{1,24}){1,5})?[.?! ]*$",
    re.IGNORECASE,
)
"""`I've been given MEDICINE for ILLNESS` and nothing else: whoever gave it meant to."""


def _prescribed(text: str) -> bool:
    """Whether a dose is told as it was prescribed, and nothing as taken by mistake: that is a question of the dose."""
    meant = _PRESCRIBED.search(text) or _GIVEN_FOR.match(text)
    if meant is not None and _TOOK_IT.search(text) is None:
        return True
    return _GIVEN_BESIDE.search(text) is not None and _TOO_MUCH.search(text) is None


_GIVEN_BESIDE: Final = expression(
    r"\b(?:was|were|been|got|been put on|i'?m|is|are) (?:just )?(?:given|prescribed|started on|offered) "
    r"[a-z][\w-]{3,30}(?: (?:tablets?|capsules?))?(?: (?:for|by)(?: (?!(?:and|but|now|then|feel\w*|so|who|which)\b)"
    r"[\w'\u2019-]{1,24}){1,5})?[.?! ]*$",
    re.IGNORECASE,
)
"""A medicine that somebody was given for something, beside what else is told: how much of it was taken is not told."""
_TOO_MUCH: Final = expression(
    r"\d|\b(?:too|many|much|more|extra|double\w*|twice|whole|all|mistake|accident\w*|wrong|instead|overdos\w*|od"
    r"|ten|several|handful|packets?|bottles?|pack|box|by mistake|baby|child|toddler|someone|somebody|another|his|her"
    r"|both|already|again|drank|drink\w*|alcohol|swallow\w*|took|taken|ate|had|loads?|lots?|few|vodka|wine|beers?)\b",
    re.IGNORECASE,
)
"""Words one of which tells of more than was meant, or of somebody for whom it was not."""


_OF_LIFE: Final = expression(
    r"\b(?:di(?:e|ed|es|ying)|dead|deaths?|end(?:s|ed|ing)?|li(?:fe|ve|ves|ved|ving)|alive|kill\w*|gone|any ?more"
    r"|here|around|(?<!it )(?<!that )(?<!this )(?<!which )hurt\w*|harm\w*|cut\w*"
    r"|goodbyes?|letters?|(?:my|his|her|a) wills?|sleep\w*|asleep|wak(?:e|ing)|points?|burden|worth\w*|suicid\w*"
    r"|without (?:me|him|her)|disappear\w*|peace|tired of|done with|give up|giv(?:en|ing) up|enough|jump\w*"
    r"|bridge|rope|knife|blades?|gun|pills?|tablets?|overdos\w*|hopeless\w*|alone|cope|dark\w*|escape|exist\w*|stop)\b",
    re.IGNORECASE,
)
"""Words one of which stands in most messages on ending a life."""


_ENDS_MEDICINE: Final = expression(
    r"\bstop(?:ping)? (?:taking|using|having|giving) (?:it|them|this|that|these|those|my|his|her|the)\b", re.IGNORECASE
)
"""A medicine that is ended, and no life."""


_HARMS_ANOTHER: Final = expression(
    r"\b(?:will|would|could|can|does|do|did|might|may|is|are) (?:it|this|that|they|these|those|(?!i\b|we\b|he\b|she\b"
    r"|you\b)[\w-]{3,})(?: \w+)? (?:hurt|harm|damage)\w*(?: (?:her|him|it|them|me|(?:the|my|our) \w+))?"
    r"|\b(?:have|did|could|will) i(?:'ve| have)? (?:hurt|harm(?:ed)?|damaged?) (?:the|my|our) (?:unborn )?"
    r"bab(?:y|ies)\b",
    re.IGNORECASE,
)
"""Whether a medicine does harm, as is asked in worry for a child."""


def _clinical(text: str) -> bool:
    """Whether a text names illnesses or medicines: a rash and a fever are no wish to die, however they are told."""
    known = [m.term.semantic for m in vocabulary.load().find(text.lower())]
    return any(kind in ("condition", "symptom", "drug") for kind in known)


def _wish(text: str) -> Danger:
    """A wish to die: the asker's own is declined kindly, for another's there is help to call."""
    own = self_harm().search(text) or _OF_ONESELF.search(text) or not _OF_ANOTHER.search(text)
    return Danger("self-harm") if own else Danger("emergency", "thoughts of suicide")


_OF_ONESELF: Final = expression(r"\b(?:i|i'm|im|i've|ive|i'd|i'll|myself|you)\b", re.IGNORECASE)


_OF_ANOTHER: Final = expression(
    r"\b(?:he|she|his|her|him|they|them|patient|pt|girl|boy|teenager|m[uo]m|dad|brother|sister|son|daughter|husband"
    r"|wife"
    r"|partner|boyfriend|girlfriend|friend|mate|flatmate|colleague|neighbou?r)(?:'?s)?\b",
    re.IGNORECASE,
)


def _only_missed(text: str) -> bool:
    """Whether a dose was left out, and none taken besides: too little of it is no overdose."""
    return missed_asks(text) and _TOOK.search(text) is None


_TOOK: Final = expression(
    r"\b(?:took|taken|swallowed|gave|given|injected|doubled|extra|both|at once|twice|made up)\b", re.IGNORECASE
)


def _read(text: str) -> Danger | None:
    if _wants_to_die(text) and not STUDY.search(text):
        return _wish(text)
    somebody = bool(standing.PERSON.search(_ASKER.sub(" ", text)) or standing.CASE.search(text)) or _telegraphic(text)
    if not standing.FIGURE.search(text):
        told = taken_too_much(text) if somebody or standing.ANYBODY.search(text) else wrong_amount(text)
        told = told and not _only_missed(text)
        once = None if STUDY.search(text) else doubled(text, told=told)
        if (told and once is None) or (once is not None and once.urgent):
            return Danger("overdose", "a possible overdose")
        sign = _sign(text) if somebody and not explained(text) else ""
        sign = sign or _sign_of_medicine(text)
        if sign:
            beside = mixed_up(text)  # what is dangerous besides is asked about in the same breath
            return Danger("emergency", f"{sign}, and with it {beside}" if beside else sign)
        if once is not None:
            return Danger("doubled", " and ".join(once.names))
    mixed = mixed_up(text)
    if mixed:
        return Danger("dose", mixed)
    left_off = stopped(text)
    return Danger("stopping", left_off) if left_off else None


def _sign_of_medicine(text: str) -> str:
    """What a medicine may have done, where it is named with its signs and nobody asks about the matter: `clozapine,
    fever and sore throat` is a note on somebody, though it says of whom as little as a search does."""
    if standing.GENERAL.search(text) or STUDY.search(text) or explained(text):
        return ""
    for flag in flags():
        if flag.name not in of_medicines() or not _raised(flag, lambda p: standing.told(compiled(p), text)):
            continue
        every = [found for group in flag.groups[1:] for p in group for found in compiled(p).finditer(text)]
        signs = {found.start() for found in every if not standing.SMALL.fullmatch(found[0])}
        if len(signs) <= _MOST_BESIDE and not any(_GRAVE.search(found[0]) for found in every):
            continue  # many shake a little on lithium
        rest = text
        for pattern in (p for group in flag.groups for p in group):
            rest = compiled(pattern).sub(" ", rest)
        if len([word for word in _WORD.findall(rest) if not standing.SMALL.fullmatch(word)]) <= _MOST_BESIDE:
            return flag.name  # what else is named may be what is asked about
    return ""


_WORD: Final = expression(r"[A-Za-z]{3,}")


_GRAVE: Final = expression(
    r"\b(?:life[- ]?threatening|massive|catastrophic|torrential|exsanguinat\w+|(?:active )?major|intracranial"
    r"|intracerebral|subdural|extradural|GI|ha?ematemesis)\b",
    re.IGNORECASE,
)
"""Words of a bleed that is grave by itself."""
_MOST_BESIDE: Final = 1
"""Words besides a medicine and its signs: how it is taken."""


def told_in_two(before: str, text: str) -> Danger | None:
    """The emergency whose signs are told partly in a text and partly in what was said before it; None where either
    tells it alone, or the text tells of nobody. A sore throat is none, nor is a child that dribbles; both are one."""
    both = f"{before.rstrip('?.! ')}, {text}"
    if (
        not standing.PERSON.search(_ASKER.sub(" ", text))
        or STUDY.search(both)
        or standing.FIGURE.search(both)
        or explained(both)
    ):
        return None
    alone = {*_signs(before), *_signs(text)}
    sign = next((name for name in _signs(both) if name not in alone), "")
    return Danger("emergency", sign) if sign else None


def _wants_to_die(text: str) -> bool:
    """Whether a text tells of ending one's life, in plain words or round about; where in doubt, it does."""
    return bool(self_harm().search(text)) or any(all(p.search(text) for p in thought) for thought in thoughts())


def _telegraphic(text: str) -> bool:
    """Whether a message tells what is going on without saying of whom: `lips going blue can't get any air`."""
    if standing.GENERAL.search(text):
        return False
    return bool(standing.TOLD_NOW.search(text)) or len(standing.SMALL.findall(text)) >= 2


def _sign(text: str) -> str:
    if is_young(text) and (standing.told(compiled(concept("fever")), text) or standing.told(ILL, text)):
        fever = standing.told(compiled(concept("fever")), text)
        return "fever in a baby under 3 months" if fever else "an ill baby under 3 months"
    now = standing.NOW.search(text) is not None
    return next(_signs(text, now=now), "")


def _signs(text: str, *, now: bool = True) -> Iterator[str]:
    """The names of the flags that a text raises, in their order; those that must happen now only where it does."""
    told = cache(lambda pattern: standing.told(compiled(pattern), text, past=pattern in causes()))
    return (flag.name for flag in flags() if (now or not flag.now) and _raised(flag, told))


def _raised(flag: Flag, told: Callable[[str], bool]) -> bool:
    return all(any(told(pattern) for pattern in group) for group in flag.groups)
