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
from probatum.ask.danger import learned
from probatum.ask.danger.doubled import doubled
from probatum.ask.danger.explaining import asks_of_illness, explained, looked_up
from probatum.ask.danger.flags import Flag, causes, compiled, concept, flags, of_medicines, self_harm, thoughts
from probatum.ask.danger.mixups import mixed_up
from probatum.ask.danger.small_children import ILL, by_age_alone, is_young
from probatum.ask.danger.stopping import stopped
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
_PERSON: Final = expression(
    r"\b(?:i|i'm|im|i've|ive|me|my|mine|he|she|his|her|him|he's|she's|our|mum|mom|dad|baby|son|daughter|wife|husband|"
    r"partner|child|toddler|kid|grandma|grandmother|grandfather|father|mother|friend|mate|teenager|sister|brother"
    r"|sis|bro|uncle|aunt(?:ie|y)?|nephew|niece|cousin|neighbou?r|colleague|boyfriend|girlfriend|bloke|lady|guy"
    r"|old man|pt)\b",
    re.IGNORECASE,
)
_ANYBODY: Final = expression(r"\b(?:i|we|our|us|you|me)\b", re.IGNORECASE)
_CASE: Final = expression(
    r"\bpresent(?:s|ed|ing)\b(?! (?:evidence|study|trial))|\b(?:this|my|our|the|a) patient\b|\b(?:came|brought|comes"
    r"|rushed) in(?:to)?\b"
    r"|\b\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|wks?|days?)[- ]?(?:old|pregnant)\b(?! (?:men|women|patients"
    r"|children|adults|people|girls|boys|infants))|\b\d{1,3} ?(?:yo|y/o|[MF])\b"
    r"|\b(?:patient|resident|client) (?:on|with|has|is|who|found|collapsed|fainted)\b"
    r"|\bpregnant (?:woman|patient)\b|^[\w-]+ (?:patient|pt)(?=[,:;])"
    r"|^(?:patient|pt|baby|newborn|neonate|toddler|child|infant|man|woman)\b"
    r"|\b(?:RR|resps?) \d{1,2}(?![\d.%]| ?(?:\(|for|of|in|with|95|CI))"
    r"|\b(?:HR|pulse|heart rate)(?: (?:is|of|was|at|now))? \d{2,3}(?![\d.%])",
    re.IGNORECASE,
)
_NOW: Final = expression(
    r"\b(?:now|right now|today|tonight|this (?:morning|afternoon|evening)|just|suddenly"
    r"|think (?:i|he|she|my \w+)(?: have| has| am| is|'ve|'s|'m|ve|m)? (?:had|having)"
    r"|since (?:this )?(?:morning|yesterday|last night)|an hour|hours?|minutes?|mins?|"
    r"going on|getting worse|help (?:me|us|please|now)|please help"
    r"|what (?:should|do|can) (?:i|we)|i have|i am having|i'm having|im having|"
    r"(?:he|she) (?:is|has)|is having|should i (?:go|call)|i can'?t|came in|brought in|arrives?|with acute|"
    r"my [\w-]+(?: [\w-]+){0,3} (?:is|isn'?t|has|can'?t|cannot|won'?t|keeps|started|stopped|turned|collapsed)|"
    r"present(?:s|ed|ing)|year[- ]old\b.{0,40}\bwith)\b",
    re.IGNORECASE,
)
_AT_ONCE: Final = expression(
    r"\b(?:right now|now|today|tonight|this (?:morning|evening)|(?:an|half an|few|couple of|\d{1,2})"
    r" ?(?:h|hrs?|hours?) ago"
    r"|(?:minutes|mins) ago|happening)\b",
    re.IGNORECASE,
)
_FIGURE: Final = expression(
    r"\blaugh\w* (?:so|until|till)\b|\b(?:nearly|almost|gave (?:me|him|her)) (?:had )?an? heart attack\b|\bwhen i "
    r"saw the (?:price|bill)\b"
    r"|\b(?:in|for|from|about) (?:a|an|the|my|this|his|her) (?:movie|film|novel|story|book|song|show|series|game"
    r"|essay|exam|script|play|assignment"
    r"|presentation|class|poem)\b|\bmetaphor\w*\b|\bfigure of speech\b|\bcharacter (?:in|who)\b|\bhomework\b"
    r"|\b(?:hypothetical|theoretical)ly\b",
    re.IGNORECASE,
)
_DENIED: Final = expression(
    r"\b(?:no|not|without|denies|denied|never|nor|rule[ds]? out|absence of|free of|hasn'?t (?:had )?(?:any|a)"
    r"|doesn'?t have|don'?t have)\s+"
    r"(?:(?!but\b|and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_PAST: Final = expression(
    r"\b(?:history of|previous|prior|past|after (?:a|an|his|her|my|the)|since (?:a|an|his|her|my|the)|died (?:of"
    r"|from)|recover\w* from"
    r"|survived|survivors? of|used to (?:have|get)"
    r"|(?:if|who|someone|somebody|patient|people|person|once|though|although)(?: (?:i|we|you|he|she|they|my \w+))?"
    r"(?: (?:ha(?:ve|s|d)|'ve|'s)|'ve|'s) (?:ever |already |previously |once |also )?had(?: an?)?)\s+"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_REACTED: Final = expression(
    r"^[\w ,-]{0,30}?\b(?:with|on|from|to|after|taking|when i took) (?:\w+ )?[\w-]+\W{1,3}"
    r"(?:so |and |but )?(?:can|may|could|should|is|are|would|what|which)\b",
    re.IGNORECASE,
)
"""`had swelling of the face with A, can I take B`: what came of one medicine, told where another is asked about."""
_HAD_SOME: Final = expression(
    r"(?<!has )(?<!have )(?<!'ve )(?<!\bive )(?<!'s )(?<!just )\b(?:had|got|developed) (?:(?!and\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_HAD: Final = expression(
    r"(?<!has )(?<!have )(?<!'ve )(?<!just )\bhad an?\s+(?:(?!and\b)[\w-]+\s+){0,2}$", re.IGNORECASE
)
"""What was had is past, unless the message speaks of now."""
_PAST_AFTER: Final = expression(
    r"^[\w -]{0,40}?\b(?:(?:years?|months?|decades?) ago|last (?:year|month|summer|winter)|in (?:19|20)\d\d|once|as a "
    r"(?:child|kid|baby)|when (?:i|he|she) was"
    r"|at (?:age (?:of )?)?\d{1,2}(?![\d.:]| ?(?:weeks?|wks?|days?|months?|%|am\b|pm\b|o'clock|mg|ml|kg))"
    r"|then,? but (?:\w+ ){0,3}(?:fine|ok|okay|well|better)|survivor|(?:has )?resolved|got better|last time"
    r"|(?:with|in|during|after) (?:my|her|a|the) (?:very )?(?:first|last|previous|earlier|other|prior)"
    r"(?! (?:(?:\d+|few|couple of|two|three) )?(?:hours?|days?|nights?|weeks?|hrs?|minutes?))|history"
    r"|when (?:i|he|she) (?:jogs?|runs?|climbs?|exercises?))\b",
    re.IGNORECASE,
)
_ABOUT: Final = expression(
    r"\b(?:risk factors?|risks?|chances?|incidence|prevalence|prevent\w*|causes?|caused|symptoms?|definition"
    r"|mechanism|treat\w*|manag\w*|diagnos\w*"
    r"|therapy|prophyla\w*|fear|afraid|worried about|screen\w*|mean(?:s|ing)?|prognosis|make[s]?|lead(?:s|ing)? to"
    r"|linked to|trigger\w*|drugs?|plan|action"
    r"|increase\w*|avoid\w*|cuts?|reduc\w+|lowers?|halv\w+|(?<!non )(?<!non-)stop)\s+"
    r"(?:(?!my|his|her|our|their|with an?\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_GENERAL: Final = expression(
    r"^\W*(?:what|which|how|is|are|does|do|did|can|could|should|would|will|may|why|when|where|who|has|have|any"
    r"|best|risk\w*"
    r"|causes?|symptoms?|signs|prevent\w*|treat\w*|manag\w*|diagnos\w*|effects?|efficacy|safety|role|dos\w+|history"
    r"|comparison|therapy|prognosis|evidence)\b|\b(?:in|for|of|among) (?:\w+ ){0,2}(?:patients|adults|children"
    r"|women|men"
    r"|people|infants|trials?|studies|pregnancy|COPD)\b|:\s(?:when|what|how|which|does|do|is|are|should|can)\b"
    r"|\b(?:trials?|studies|versus|vs|guidelines?)\b",
    re.IGNORECASE,
)
"""Words of questions about a matter, and not about somebody."""
_SMALL: Final = expression(
    r"\b(?:and|with|all|the|on|an?|is|are|while|then|got|full|there'?s|looks?|looking)\b", re.IGNORECASE
)
"""Small words of a sentence; a few names in a row are a search."""
_TOLD_NOW: Final = expression(
    r"\b(?:can'?t|unable to|won'?t|isn'?t|doesn'?t|hasn'?t|not stopping|slipped|pouring|gushing"
    r"|spurting|soaked|been|keeps?|going|getting|gone|since|ago|now|today"
    r"|tonight|sudden(?:[- ]onset)?(?! (?:[\w-]+ )?(?:deaths?|arrests?|deaf\w*|unexpected))"
    r"|yesterday|last night|this morning|all of a sudden|suddenly|feels?|hurts?|agony|whole|bad(?:ly)?"
    r"|(?:fever|temp(?:erature)?)(?: (?:of|is|was|at))? ?\d+|shivering"
    r"|poo|pee|belly|dizzy|help|just|ate|took|swallowed|drank|fell|broke|bit|bitten|came on|stuck|sprayed"
    r"|splashed|sharp"
    r"|after (?:starting|taking|drinking|eating|giving|a|an|my|the|viagra)|for \d+ (?:hours?|minutes?|days?)"
    r"|at \d+ weeks"
    r"|(?:come|came|coming) (?:out|up) in|swelling up|swollen up|blown up"
    r"|with a|had (?:my|his|her)|vomiting|bleeding|and (?:faint|blood|seeing|fever))\b",
    re.IGNORECASE,
)
"""Words of somebody who tells what is going on."""


def read_danger(text: str) -> Danger:
    """The danger a question names, as typed or as it was meant; empty where there is none, or it is told of nobody."""
    return named(text) or _told_like_one(text) or Danger()


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
        or _FIGURE.search(text)
        or looked_up(text)
        or not learned.SHORTEST <= len(text.split()) <= learned.MOST_WORDS
    ):
        return None
    kind = learned.likeliest(_REPORTED.sub(" ", as_meant(text)))
    if kind == "emergency" and (_DECIDES.search(text) or explained(text) or by_age_alone(text)):
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
    if _EXPECTING.search(text) and (_SAFE.search(text) or _HARMS_ANOTHER.search(text)):
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
    r"|any evidence|guidelines? say|number needed)\b",
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


def _prescribed(text: str) -> bool:
    """Whether a dose is told as it was prescribed, and nothing as taken by mistake: that is a question of the dose."""
    return _PRESCRIBED.search(text) is not None and _TOOK_IT.search(text) is None


_EXPECTING: Final = expression(r"\b(?:pregnan\w+|expecting|weeks? gone|breast-?feed\w*|nursing)\b", re.IGNORECASE)
_SAFE: Final = expression(
    r"\b(?:is|are|will|would) (?:it|this|that|they|(?:the|my) (?:baby|milk)) (?:still |be |all )*"
    r"(?:ok|okay|safe|fine|alright|right|harmed|affected)\b|\b(?:is it|are they) safe\b",
    re.IGNORECASE,
)
"""Whether a medicine is safe for a child to come is asked in worry, and is no emergency, but what lists name is."""


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
    r"|you\b)[\w-]{3,})(?: \w+)? (?:hurt|harm|damage)\w*(?: (?:her|him|it|them|me|(?:the|my|our) \w+))?",
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
    somebody = bool(_PERSON.search(_ASKER.sub(" ", text)) or _CASE.search(text)) or _telegraphic(text)
    if not _FIGURE.search(text):
        told = taken_too_much(text) if somebody or _ANYBODY.search(text) else wrong_amount(text)
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
    if _GENERAL.search(text) or STUDY.search(text) or explained(text):
        return ""
    for flag in flags():
        if flag.name not in of_medicines() or not _raised(flag, lambda p: _told(compiled(p), text)):
            continue
        every = [found for group in flag.groups[1:] for p in group for found in compiled(p).finditer(text)]
        signs = {found.start() for found in every if not _SMALL.fullmatch(found[0])}
        if len(signs) <= _MOST_BESIDE:
            continue  # many shake a little on lithium
        rest = text
        for pattern in (p for group in flag.groups for p in group):
            rest = compiled(pattern).sub(" ", rest)
        if len([word for word in _WORD.findall(rest) if not _SMALL.fullmatch(word)]) <= _MOST_BESIDE:
            return flag.name  # what else is named may be what is asked about
    return ""


_WORD: Final = expression(r"[A-Za-z]{3,}")
_MOST_BESIDE: Final = 1
"""Words besides a medicine and its signs: how it is taken."""


def told_in_two(before: str, text: str) -> Danger | None:
    """The emergency whose signs are told partly in a text and partly in what was said before it; None where either
    tells it alone, or the text tells of nobody. A sore throat is none, nor is a child that dribbles; both are one."""
    both = f"{before.rstrip('?.! ')}, {text}"
    if not _PERSON.search(_ASKER.sub(" ", text)) or STUDY.search(both) or _FIGURE.search(both) or explained(both):
        return None
    alone = {*_signs(before), *_signs(text)}
    sign = next((name for name in _signs(both) if name not in alone), "")
    return Danger("emergency", sign) if sign else None


def _wants_to_die(text: str) -> bool:
    """Whether a text tells of ending one's life, in plain words or round about; where in doubt, it does."""
    return bool(self_harm().search(text)) or any(all(p.search(text) for p in thought) for thought in thoughts())


def _telegraphic(text: str) -> bool:
    """Whether a message tells what is going on without saying of whom: `lips going blue can't get any air`."""
    if _GENERAL.search(text):
        return False
    return bool(_TOLD_NOW.search(text)) or len(_SMALL.findall(text)) >= 2


def _sign(text: str) -> str:
    if is_young(text) and (_told(compiled(concept("fever")), text) or _told(ILL, text)):
        fever = _told(compiled(concept("fever")), text)
        return "fever in a baby under 3 months" if fever else "an ill baby under 3 months"
    now = _NOW.search(text) is not None
    return next(_signs(text, now=now), "")


def _signs(text: str, *, now: bool = True) -> Iterator[str]:
    """The names of the flags that a text raises, in their order; those that must happen now only where it does."""
    told = cache(lambda pattern: _told(compiled(pattern), text, past=pattern in causes()))
    return (flag.name for flag in flags() if (now or not flag.now) and _raised(flag, told))


def _raised(flag: Flag, told: Callable[[str], bool]) -> bool:
    return all(any(told(pattern) for pattern in group) for group in flag.groups)


def _told(pattern: re.Pattern[str], text: str, *, past: bool = False) -> bool:
    """Whether a pattern is found, neither denied, nor past (where that matters), nor the subject of a question."""
    return any(stands(text, found.start(), found.end(), past=past) for found in pattern.finditer(text))


def stands(text: str, start: int, end: int, *, past: bool) -> bool:
    """Whether what is found is told of somebody; not denied, no subject of a question, and past only where it may."""
    before = _HALF.sub("", re.split(r"[.?!;:]", text[max(0, start - 60) : start])[-1])
    if _DENIED.search(before) or (not past and (_PAST.search(before) or _PAST_AFTER.search(text[end : end + 60]))):
        return False
    if _AS_TOPIC.match(text, end) is not None:
        return False
    at_once = _AT_ONCE.search(text) is not None
    if not past and not at_once and _HAD_SOME.search(before) and _REACTED.match(text[end : end + 80]):
        return False
    return at_once or not (_ABOUT.search(before) or (not past and _HAD.search(before)))


_AS_TOPIC: Final = expression(
    r"[ -](?:risks?|downsides?|rates?|chances?|costs?|price|harms?|concerns?|scores?|side effects?|complications?)\b",
    re.IGNORECASE,
)
"""What stands behind a sign that is weighed and not seen: `is there a bleeding downside`."""
_HALF: Final = expression(r"(?<!\w)[\w-]+-$")
"""The first half of a word with a hyphen, whose second was found: `pre-` of `pre-eclampsia`."""
