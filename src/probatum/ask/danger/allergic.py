"""Allergic: a reaction to a medicine that was just given or taken, told of somebody here and now.

`came out in hives after the second dose of A` asks for no dose of A and no treatment of hives: no more of A is given.
Hives alone are a reaction; with short breath, a swollen throat or a low pressure they are an emergency. What happened
years ago, what a medicine may do in general, and a medicine that is given for the hives are none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.text.expressions import caseless
from probatum.vocabulary import Mention
from probatum.vocabulary.classes import classes_of

Stands = Callable[[str, int, int], bool]
"""Whether the words from here to there are told of now, neither denied nor past."""


class Reacting(NamedTuple):
    """The medicines, by their names and as they are said, and whether what is told threatens life."""

    drugs: tuple[str, ...]
    said: tuple[str, ...]
    severe: bool
    signs: str = ""
    """Every sign of a reaction that the text tells, in small letters."""

    @property
    def swelling(self) -> bool:
        """Whether what threatens life is a swelling alone."""
        return all(_SWELLS.search(sign) for sign in self.signs.split("; "))

    @property
    def of_skin(self) -> bool:
        """Whether a rash, with a fever or without, is all that is seen."""
        return all(_OF_RASH.search(sign) and not _AT_ONCE_SEEN.search(sign) for sign in self.signs.split("; "))

    @property
    def to(self) -> str:
        """The medicines in a row."""
        return " and ".join(self.said)


_WIDE: Final = r"(?:all over|everywhere|(?:whole|entire) body|head to (?:toe|foot)|widespread|generali[sz]ed)"
_MILD: Final = caseless(
    r"\b(?:hives|urticaria(?:l rash)?|we?als|wheals|welts|nettle[- ]?rash|allergic reaction)\b"
    rf"|\b(?:(?:itch|prurit)\w*|rash)\b[^.?!;]{{0,24}}\b{_WIDE}|\b{_WIDE}(?: \w+)? (?:(?:itch|prurit)\w*|rash)\b"
    r"|\brash\b(?=[^.?!;]{0,30}\b(?:and|with|\+|plus|,) ?(?:an? )?(?:high )?(?:fever|temperature|pyrexia)\b)"
    r"|\b(?:fever|temperature|pyrexia)(?: and| with| \+| plus|,) (?:an? )?(?:\w+ )?rash\b"
    r"|\b(?:itchy|pruritic) rash\b|\brash\b[^.?!;]{0,30}\b(?:itch|prurit)\w*|\b(?:itch|prurit)\w*,? (?:and"
    r"|\+) (?:an? )?rash\b"
    r"|\b(?:lips?|mouth|tongue)\b(?: \w+){0,3} (?:tingl|itch)\w*"
    r"|\b(?:swollen|puffy|swelling of (?:the |his |her |my )?) ?(?:eyes|eyelids|face|lips?|tongue)\b"
    r"|\b(?:eyes|eyelids|face|lips?|tongue)\b(?: \w+){0,2} (?:swollen|swell\w*|puffy|puff\w* up)"
    r"|\b(?:face|neck|chest|skin)\b(?: \w+){0,4} (?:red|flush\w*)\b(?=[^.?!;]{0,20}\b(?:itch|prurit))"
    r"|\b(?:flush\w*|red)(?:,| and| \+)? (?:itch|prurit)\w*|\b(?:itch|prurit)\w*(?:,| and| \+)? (?:flush\w*|red)\b"
)
"""What a reaction is seen by."""
_ERUPTION: Final = caseless(r"\b(?:skin )?rash(?:es)?\b")
_NTH: Final = caseless(
    r"\b(?:first|second|third|last|latest|1st|2nd|3rd|\d+th) (?:dose|tablet|capsule|pill|injection|infusion)s?\b"
)
"""A rash that is no wide one is counted where a dose is told that it came after."""
_SEVERE: Final = caseless(
    r"\b(?:wheez\w*|stridor|bronchospasm|anaphyla\w+|angio-?o?edema|breathless\w*|short(?:ness)? of breath|sob"
    r"|out of breath|(?:can'?t|cannot|struggling to|trouble|difficulty|hard to) breath\w*|gasping"
    r"|collaps\w+|faint(?:ed|ing|s)?|pass(?:ed|ing) out|syncop\w+|unresponsive|in shock"
    r"|(?:throat|chest)(?: \w+){0,2} (?:tight\w*|clos\w+|swell\w*|swollen)|tight (?:throat|chest)"
    r"|(?:lips?|tongue|throat)(?: \w+){0,2} (?:swell\w*|swollen|puff\w*)|swollen (?:lips?|tongue|throat)"
    r"|(?:bp|blood pressure|systolic)(?: \w+){0,2} (?:[4-9]\d(?!\d)|low|dropp\w+|fall\w*|fell|unrecordable)"
    r"|hypotensi\w+|sats?(?: \w+){0,2} [5-8]\d%?)"
)
"""What is seen when it threatens life."""
_OF_RASH: Final = caseless(r"rash|fever|temperature|pyrexia")
_AT_ONCE_SEEN: Final = caseless(r"itch|prurit|flush|hives|urtic")
_SWELLS: Final = caseless(r"swell|swoll|puff|angio")
_SMALL: Final = (
    r"(?:the|an?|his|her|my|their|our|this|that|new|first|second|third|last|next|only|one|two|\d+(?:st|nd|rd|th)"
    r"|dos(?:e|es|age)"
    r"|tablets?|capsules?|pills?|injections?|infusions?|drip|course|bag|day|days|few|couple|\d{1,3}|of|on|in|into"
    r"|taking|takes?|took|taken|starting|started|having|had|got|getting|giving|given|gave|being|iv|im|oral|stat|po"
    r"|treatment|therapy|i|he|she|we|they|they'?ve|was|been|put|went|some|antibiotic|medicine|drug|half|a half)"
)
_BEHIND: Final = caseless(
    r"^,?[^,.?!;]{0,60}?(?<![\w-])(?:with|from|to|after|on|by|since|following|during|post|into|(?:hours?|minutes?"
    r"|mins?|days?)"
    rf" (?:into|after|post))\b\W{{0,2}}(?:{_SMALL}\W{{1,2}}){{0,8}}$"
)
"""What stands between a reaction and what brought it."""
_DOSED: Final = caseless(
    r"\b(?:after|since|following|on|with|from)\b(?: (?:the|a|an|his|her|my|their|taking|having|getting|starting"
    r"|giving))*"
    r" (?:(?:first|second|third|fourth|last|latest|single|1st|2nd|3rd|\d+th|one|two|three|morning|evening) )?"
    r"(?:dos(?:e|es)|tablets?|capsules?|pills?|injections?|infusions?|antibiotics?|medicines?|it|them)\b"
)
"""`after the second dose`, of a medicine that is named elsewhere."""
_GIVEN: Final = caseless(
    r"\b(?:gave|given|giving|on|had|having|took|takes|taking|taken|started|starting|start|begun|began|iv|im|after|since"
    r"|put|using|used|received|receiving|getting|injected|dose of|infusion of|days? \d+(?: of)?|\d+ days? (?:of|into)"
    r"|first|second|2nd|1st|new|prescribed)\W+(?:[\w.-]+ ){0,2}$"
)
"""What stands before a medicine that was given."""
_RUNS: Final = caseless(
    r"\b(?:infus\w+|drip|dose|tablets?|capsules?|injection|started|given|running|going|mins?|minutes|hours?|hrs?"
    r"|ago|today"
    r"|yesterday|this morning|day \d+|\d+(?:st|nd|rd|th)|since|iv|im)\b"
)
_CAME: Final = caseless(
    r"\b(?:now|just|then|came|comes?|coming|broke|covered|develop\w*|has|have|having|got|getting|noticed|gone|went"
    r"|minutes"
    r"|mins|later|since|is|are|feels?|looks?|with|started|today|this morning|going|running|infus\w+)\b|[:,+]"
)
"""Words with which what came of it is told."""
_NOT_FROM: Final = caseless(
    r"\b(?:for|treat\w*|help\w*|against|cur\w*|reliev\w*|eas\w*|work\w*|caus\w*|instead|better|prevent\w*|risk\w*"
    r"|gives?)\b"
)
"""Words by which the medicine is for what is told, or is asked about in general."""
_TREATED: Final = caseless(
    r"\b(?:treat\w*|helps?|reliev\w*|manag\w*|cure\w*|stop|settle\w*|for|which|what|best)(?: [\w-]+){0,3} $"
)
_ASKED: Final = caseless(
    r"\b(?:can|could|does|do|will|would|may|might) (?:[\w-]+ ){1,4}?(?:cause|bring|lead|trigger|produce)\b"
    r"|\b(?:can|could|does|do|will|would|may|might) (?:[\w-]+ ){1,3}?give (?:you|one|people|me|him|her) "
    r"|\b(?:what|and|but|even)? ?(?:if|in case) (?:i|he|she|they|we|you|it|my \w+|there)\b"
    r"|\b(?:can|may|might) (?:occur|happen)\b|\b(?:reported|such as)\b"
    r"|\b(?:in|among) (?:children|adults|patients|women|men|infants)\b"
    r"|\b(?:caused? by|side[- ]effects?|risk|incidence|prevalence|how (?:common|often|likely|soon|long)|trials?"
    r"|stud(?:y|ies)|guidelines?|cross[- ]?react\w*)\b"
)
_PAST: Final = caseless(
    r"\b(?:years? ago|months? ago|last (?:year|month|summer|winter)|in (?:19|20)\d\d|as an? (?:child|kid|baby|teen\w*)"
    r"|in (?:childhood|the past)|when (?:i|he|she) was (?:\w+ )?(?:little|small|young|\d+|a (?:child|kid|baby))"
    r"|previous(?:ly)?|prior|history of|hx(?: of)?|h/o|known|pmh|once(?! (?:daily|a|per|every|weekly|more)\b)"
    r"|(?<!never )before(?! (?:the|his|her|my|next))"
    r"|last time|ever had|allergic to|allerg(?:y|ies) to|(?<!\ban )allergy)\b"
)
_HELPS: Final = ("antihistamines", "corticosteroids", "glucocorticoids")
"""Classes of medicines that are given for a reaction."""
_REMEDIES: Final = ("epinephrine", "omalizumab", "salbutamol", "albuterol", "calamine", "oxygen", "emollients")


def remedy(label: str) -> bool:
    """Whether a medicine is one that is given for a reaction."""
    low = label.casefold()
    return low in _REMEDIES or low in _HELPS or any(one in _HELPS for one in classes_of(low))


def reacting(text: str, stands: Stands) -> Reacting | None:
    """The reaction to a medicine that a text tells of now; None where there is none."""
    if _PAST.search(text) or _ASKED.search(text):
        return None
    drugs = [m for m in vocabulary.load().find(text) if m.term.semantic == "drug" and not remedy(m.term.label)]
    names = tuple(dict.fromkeys(m.term.label for m in drugs))
    kinds = ((_SEVERE, True), (_MILD, False), *(((_ERUPTION, False),) if _NTH.search(text) else ()))
    for pattern, severe in kinds:
        for found in pattern.finditer(text):
            at = (found.start(), found.end())
            if not stands(text, *at) or (_OF_SKIN.search(text) and not _OF_ITSELF.search(found[0])):
                continue
            if _TREATED.search(text[max(0, at[0] - 30) : at[0]]):
                continue
            linked = [m for m in drugs if _linked(text, at, m)]
            if not linked and len(names) == 1 and _DOSED.search(text[at[1] : at[1] + 50]):
                linked = [m for m in drugs if m.end < at[0]]
            if _ITCH.match(found[0]) and not _RASH_SEEN.search(text):
                linked = [m for m in linked if not _brings_itch(m.term.label)]
            brought = tuple(dict.fromkeys(m.term.label for m in linked))
            if not brought or set(names) - set(brought) - _taken(text, drugs):
                continue
            if severe and not _sudden(text, stands):
                continue
            said = tuple(dict.fromkeys(_said(text, m) for m in linked))
            return Reacting(brought, said, severe, _signs(text))
    return None


def _said(text: str, drug: Mention) -> str:
    said = text[drug.start : drug.end]
    return said.lower() if drug.term.label.islower() else said


_ITCH: Final = caseless(r"(?:widespread |generali[sz]ed )?(?:itch|prurit)")
_RASH_SEEN: Final = caseless(r"\b(?:rash|hives|urticaria|wheals?|welts|swell\w*|swollen|wheez\w*)\b")


def _brings_itch(label: str) -> bool:
    """Whether a medicine is of a class that often makes the skin itch, by no allergy: opioids."""
    return any("opioid" in one for one in (label.casefold(), *classes_of(label)))


def _signs(text: str) -> str:
    found = (m[0].lower() for pattern in (_MILD, _SEVERE, _RASH) for m in pattern.finditer(text))
    return "; ".join(found)


def _sudden(text: str, stands: Stands) -> bool:
    """Whether what threatens life came with other signs of a reaction, or right upon a dose: whoever has asthma, or
    faints in the heat, takes medicines as well."""
    seen = any(stands(text, m.start(), m.end()) for m in _MILD.finditer(text)) or _RASH.search(text) is not None
    return seen or _AT_ONCE.search(text) is not None


_OF_SKIN: Final = caseless(
    r"\b(?:chicken ?pox|varicella|measles|rubella|scabies|lice|eczema|dermatitis|psoriasis|shingles|zoster|ringworm"
    r"|tinea"
    r"|impetigo|scarlet fever|glandular fever|mononucleosis|hand,? foot|thrush|candid\w+|insect bites?|stings?|stung"
    r"|hay ?fever|conjunctivitis|rosacea|cholestasis|jaundice)\b"
)
"""Illnesses that itch or bring a rash by themselves."""
_OF_ITSELF: Final = caseless(r"hives|urtic|wheal|welts|allergic|anaphyla|angio|wheez|breath|bp|pressure|collaps|faint")
"""What none of these illnesses brings."""
_RASH: Final = caseless(r"\b(?:(?:skin )?rash|flush\w*|(?:itch|prurit)\w*)\b")
_AT_ONCE: Final = caseless(
    r"\bwhat (?:now|next)\b|\bwhat (?:should|do|can) (?:i|we) (?:do|give)\b|"
    r"\b\d{1,2} ?(?:minutes?|mins?) (?:after|into|ago|later|post)\b|\b(?:minutes|mins|straight|right|immediately"
    r"|shortly"
    r"|soon|just) (?:after|into|later)\b|\bjust (?:had|given|took|gave)\b|\b(?:first|1st|second|2nd) (?:dose|tablet"
    r"|capsule"
    r"|injection|infusion|bag)\b|\b(?:during|mid|through|with) (?:the |his |her |my |an? )?(?:\w+ ){0,2}(?:infusion"
    r"|injection"
    r"|drip)\b|\b(?:infusion|drip)\b[^.?!]{0,20}\b(?:running|going|started|up|too fast)\b|\bafter (?:the "
    r"|an? )?(?:iv|im)\b"
)


def _linked(text: str, sign: tuple[int, int], drug: Mention) -> bool:
    """Whether words tell that what is seen came of a medicine."""
    if sign[1] <= drug.start:
        between = text[sign[1] : drug.start]
        return _BEHIND.search(between) is not None and _NOT_FROM.search(between) is None
    between = text[drug.end : sign[0]]
    last = between.rpartition(",")[2]  # `A for an infection, day 2, hives`: what it was given for is another matter
    if len(between) > _FAR or _NOT_FROM.search(last) or _END.search(between):
        return False
    given = _GIVEN.search(text[max(0, drug.start - _BEFORE) : drug.start]) or _RUNS.search(between)
    return given is not None and _CAME.search(between) is not None


_END: Final = caseless(r";")
_FAR: Final = 90
_BEFORE: Final = 40


def _taken(text: str, drugs: list[Mention]) -> set[str]:
    """Medicines that are told as taken besides."""
    return {m.term.label for m in drugs if _ALSO.search(text[: m.start])}


_ALSO: Final = caseless(
    r"\b(?:also|takes|already|usually|regular(?:ly)?|long[- ]term|pmh|usual(?: meds)?:?)(?: [\w-]+){0,3} $"
)
