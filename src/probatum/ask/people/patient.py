"""Details of the patient that the question gives, and what is assumed where it gives none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import msgspec

from probatum.ask.people import ages, allergens
from probatum.model import Patient
from probatum.text import ancestry, measured
from probatum.text.expressions import expression
from probatum.text.results import NO_AGE
from probatum.vocabulary import Vocabulary

_FEMALE: Final = expression(
    r"\b(?:wom[ae]n|females?|girls?|wife|mother|mums?|moms?|daughter|grandmother|gran(?:ny|dma)?|nana?|aunt(?:ie|y)?"
    r"|sister|niece"
    r"|girlfriend|pregnan\w+|lady|she|shes|she's)\b",
    re.IGNORECASE,
)
_MALE: Final = expression(
    r"\b(?:m[ae]n|males?|boys?|husband|father|dads?|son|grandfather|grand(?:ad|pa)|uncle|brother|nephew|boyfriend"
    r"|gentleman|bloke"
    r"|fella|chap|lad|guy|he|hes|he's)\b",
    re.IGNORECASE,
)
_PREGNANT: Final = expression(
    r"\b(?:(first|second|third|1st|2nd|3rd) trimester"
    r"|(?<![\d+])(\d{1,2})(?:\+\d|[-/]\d{1,2})? (?:weeks?|wks?) (?:pregnant|preg"
    r"|gone|by dates|(?:into|of|in) (?:(?:her|my|a|the|this) )?(?:\w+ )?(?:pregnancy|gestation))"
    r"|(?<!getting )(?<!get )(?<!become )(?<!becoming )(?<!fall )(?<!falling )pregnan(?:t|cy(?! (?:\w+ )?test)|cies)"
    r"|positive pregnancy test|pregnancy test\b[^.?!]{0,20}\bpositive|antenatal"
    r"|prenatal|expecting a baby|(?:is|am|are|was|i'?m|she'?s|she is|wife|who is|while|when) expecting"
    r"(?=\W*$|\W*[,.;?!-]| (?:and|but|on|was|were|has|who|in|again|soon|(?:our|my|her|their) (?:first|second|third))\b)"
    r"|expecting (?:mums?|moms?|mothers?|wom[ae]n|lady|ladies|patients?|twins)|(?:mothers?|mums?|moms?)[- ]to[- ]be"
    r"|unborn (?:bab(?:y|ies)|child(?:ren)?|twins?)|(?:the |an? |my |her )f(?:o)?etus|in the family way"
    r"|\d (?:months?|mths?) (?:pregnant|gone(?! by))|morning sickness|pregnancy sickness|hyperemesis(?: gravidarum)?|"
    r"gestational|(?:wanting|wants|planning|hoping for|thinking of"
    r"|thinking about|hoping|plans|would like) (?:(?:an?|to have|to get|to become|to be|to fall|to try for|another"
    r"|more) )*"
    r"(?:bab(?:y|ies)|kids?|children|pregnancy|pregnant)"
    r"|want (?:an?|another|more|to have (?:an?|another|more)) (?:bab(?:y|ies)|kids?|child(?:ren)?)"
    r"(?! (?:dos|siz|safe|aspirin))"
    r"|(?:maybe|perhaps|possibly|wants?|hoping for) (?:an? |another )(?:baby|child|pregnancy)"
    r" (?:next|this|soon|in|later)"
    r"|trying (?:to (?:conceive|get pregnant|have a baby)|for (?:an? )?(?:baby|another baby|child|kids)))\b",
    re.IGNORECASE,
)
_BREAST: Final = expression(
    r"\b(?:breast-?\s?feed(?:ing|s)?|breastfed(?! (?:bab(?:y|ies)|infants?|newborns?) (?:with|who has|has|who have)\b)"
    r"|lactat(?:ing|ion)|(?:while|when|still|am|'m|is) nursing"
    r"|nursing (?:mothers?|mums?|moms?|(?:(?:a|an|my|her|the|our) )?(?:\w+[- ]){0,2}(?:baby|babies|infant|newborn"
    r"|son|daughter|child|twins?))"
    r"|(?:while|when|whilst|still|am|i'm|if i'm) feeding (?:my|our|the|a) (?:\w+[- ]){0,3}?(?:baby|babies|infant"
    r"|newborn|son|daughter|little one|twins?)(?! (?:formula|solids|by bottle|from a bottle))"
    r"|feed(?:ing)? (?:(?:him|her|them|my \w+) )?myself|express(?:ing|ed)? (?:breast )?milk"
    r"|giving (?:(?:my|her|the) )?\w* ?breast milk)\b",
    re.IGNORECASE,
)
_COURSE: Final = (
    r"(?:\s*(?:(?:is|was|now|today|currently|at|has|have|had|came|come|comes|back|as|fallen|falls|fell|dropped"
    r"|drops|gone"
    r"|going|went|down|up|risen|rose|improved|declined|worsened|to|only|just|still)\b|from \d{1,3}(?= (?:to|down)\b)"
    r"|:)){1,6}"
)
"""How it came to a figure: `has fallen from 60 to`."""
_SAID: Final = (
    rf"(?:{_COURSE})?"
    r"(?:\s*(?:of|<|>|=|below|under))?(?:\s*(?:approx\.?|about|around|roughly|c\.|~))?\s*"
    rf"{NO_AGE}\d+\b(?! ?(?:%|per ?cent))"
)
"""A figure with what may stand before it, and no share by which it fell; blanks are never matched twice over."""
_STAGE: Final = r"(?:[1-5][ab]?|one|two|three|four|five)"
_KIDNEY: Final = expression(
    r"\b(?:(?:e?GFR|glomerular filtration rate)"
    + _SAID
    + r"(?:\s*(?:to|-)\s*\d+)?|(?:creatinine clearance|CrCl|CLcr)"
    + _SAID
    + r"|"
    rf"(?:stage\s*{_STAGE}\s*)?(?:chronic kidney diseases?|CKD)(?:\s*(?:stage\s*)?{_STAGE}\b)?|"
    rf"(?:stage\s*{_STAGE}\s*)?(?:chronic |acute |end-stage |severe |moderate |mild )*(?:renal|kidney) "
    rf"(?:failure|impairment|insufficiency|diseases?|injury)(?:,? \(?stage ?{_STAGE}\b)?|"
    rf"stage\s*{_STAGE} (?:kidneys?|renal)\b|"
    r"(?:on |renal |peritoneal )?(?:ha?emo)?dialysis"
    r"|(?:kidney|renal) function (?:(?:is|was|of|at|now|only|down|to|about|around|has|dropped|fallen) ){1,5}"
    r"\d+\b(?! ?(?:mg|years?|yrs?|months?|weeks?|days?)\b)"
    r"|(?:failing|bad|poor|weak|damaged|dodgy|knackered|poorly) kidneys?|kidney (?:problems?|trouble|damage)"
    r"|kidneys? (?:are |is |have |has |were |was |aren'?t |isn'?t |don'?t |not )(?:\w+ ){0,2}?"
    r"(?:failing|failed|bad|poor|weak|damaged|shot|knackered|work(?:ing)?))\b",
    re.IGNORECASE,
)
_LIVER: Final = expression(
    r"\b(?:child[- ]pugh\s*(?:class\s*)?[abc]|(?:decompensated |compensated |alcoholic )?(?:liver )?cirrho(?:sis|"
    r"tics?)|"
    r"(?:acute |chronic |severe |moderate |mild )*(?:liver|hepatic) (?:failure|impairment|insufficiency|diseases?"
    r"|problems?|trouble|damage)|(?:failing|bad|poor|weak|damaged|fatty) liver)\b",
    re.IGNORECASE,
)
_LIVER_CLASS: Final = expression(r"\bchild[- ]pugh\s*(?:class\s*)?[abc]\b", re.IGNORECASE)
_WEIGHT: Final = expression(
    r"\b(?:weigh(?:s|ing|t)?\s*(?:of|is|about)?\s*)?(\d{1,3}(?:\.\d+)?)\s*(kg|kilos?|lbs?|pounds)\b(?!\s*/)",
    re.IGNORECASE,
)
_HISTORY: Final = expression(
    r"\b(?:(?:i|he|she|who|my \w+) (?:also )?(?:have|has|had|suffers? from)|history of|known|diagnosed with|"
    r"(?:years?[- ]olds?|yo|patients?|adults?|people|women|men|children|person|someone|man|woman) with)\b",
    re.IGNORECASE,
)


_DENIED: Final = expression(
    r"(?:\b(?:no|not|without|never|denies|nor|isn'?t|aren'?t|wasn'?t|negative|neg)"
    r"(?: (?:known|any|on|an?|currently|longer|yet|or|history|of)){0,3}|\bnon)[ -]$",
    re.IGNORECASE,
)
"""What stands before a state that is not there: `28F, not pregnant`, `no known kidney disease`."""


def _denied(text: str, start: int) -> bool:
    return _DENIED.search(text[max(0, start - 40) : start]) is not None


def _told(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that is not denied."""
    return next((found for found in pattern.finditer(text) if not _denied(text, found.start())), None)


def _pregnant(text: str) -> re.Match[str] | None:
    """What is said of a pregnancy: weeks say more than the word, wherever they stand."""
    told = [found for found in _PREGNANT.finditer(text) if not _denied(text, found.start())]
    told = [found for found in told if not (found.group().lower() == "pregnancy" and _listed(text, found))]
    return max(told, key=lambda found: bool(found[1] or found[2]), default=None)


def _listed(text: str, found: re.Match[str]) -> bool:
    """`dose, does it work, what to monitor, pregnancy?`: one of the things that are asked of everybody."""
    return bool(_LIST_ENDS.match(text[found.end() :]) and _LISTS.search(text[: found.start()]))


_LISTS: Final = expression(
    r"\b(?:dos(?:e|es|ing)|monitor\w*|check\w*|side[- ]effects?|interactions?|contra-?indications?|alternatives?|work"
    r"|efficacy|evidence|bloods|driving|alcohol)\b[^,;?.]{0,30},\s*(?:and |or |what about |also )*(?:in )?$",
    re.IGNORECASE,
)
_LIST_ENDS: Final = expression(r"(?: (?:risks?|safety|advice|issues))?\s*(?:\?|$|,)", re.IGNORECASE)


_FIGURE_COMES: Final = expression(rf"(?<=GFR|rCl|Lcr|nce){_COURSE}\s*", re.IGNORECASE)


def _kidney(text: str) -> str:
    """What is said of the kidneys: what was measured says more than dialysis, that more than a stage, and a
    stage more than a word."""
    told = [
        _FIGURE_COMES.sub(" ", found.group()).strip()
        for found in _KIDNEY.finditer(text)
        if not _denied(text, found.start())
    ]
    return max(told, key=_says, default="")


def _says(told: str) -> tuple[bool, bool, bool]:
    """How much words of the kidneys say: a measure most, then that they are replaced, then a stage."""
    return bool(_MEASURED.search(told)), "dialysis" in told.lower(), any(c.isdigit() for c in told)


_MEASURED: Final = expression(r"GFR|filtration|clearance|CrCl|CLcr", re.IGNORECASE)


def read_patient(text: str, vocabulary: Vocabulary) -> Patient:
    """The details that the text gives, but for the drugs taken (see `meeting`); nothing is guessed."""
    pregnancy, liver = _pregnant(text), _told(_LIVER, text)
    weight, expecting = _WEIGHT.search(text), pregnancy or _by_weeks(text)
    of_whom = _OF_KIN.sub(" ", text) if ages.OWN_AGE.search(text) else text
    female, male = bool(_FEMALE.search(of_whom)), bool(_MALE.search(of_whom))
    sex = "female" if female and not male else "male" if male and not female else ""
    age, feeding = ages.told(text, vocabulary), _told(_BREAST, text) is not None
    of_child = (
        age in ("infant", "newborn", "toddler", "child") or re.search(r"\b(?:day|week|month)s?\b", age) is not None
    )
    return Patient(
        age="" if of_child and (expecting or feeding) else age,  # it is the mother who is asked about
        sex=sex,
        pregnancy=_expecting(text, pregnancy),
        breastfeeding=feeding,
        kidney=_kidney(text),
        liver=(_LIVER_CLASS.search(text) or liver).group().strip() if liver else "",
        weight=f"{weight.group(1)} {weight.group(2)}" if weight else "",
        conditions=_conditions(text, vocabulary),
        allergies=tuple(dict.fromkeys(one.label for one in allergens.had(text, vocabulary))),
        values=measured.values(text),
        ancestry=ancestry.told(text),
    )


_OF_KIN: Final = expression(
    r"\bmy (?!wife\b|husband\b)\w+|\b(?:dad|mum|mom|mother|father|brother|sister)\b", re.IGNORECASE
)
"""Kin of somebody who tells of himself."""


_WEEKS: Final = expression(
    r"\b(?:labou?r|gestation|births?|deliver\w+|membranes|waters|antenatal|c-?section|ca?esarean|f(?:o)?etal"
    r"|pre-?eclampsia"
    r"|steroids)\b[^.?]{0,40}?\b(?:at|from|before|after|until) ((?:2\d|3\d|4[0-3])(?:\+\d)? ?weeks?)\b",
    re.IGNORECASE,
)


_AT_WEEKS: Final = expression(
    r"\bpregnan(?:t|cy)\b(?:[^.?;]{0,30}?\b(?:at|now|of|,))? ?((?:[4-9]|[1-3]\d|4[0-3])(?:\+\d)? ?(?:weeks?|wks?))\b",
    re.IGNORECASE,
)
"""`a pregnant woman at 30 weeks`."""
_BOOKING: Final = expression(
    r"\bbooking(?: (?:visit|scan|appt|appointment|bloods))? ?(?:at |@ ?)?([5-9]|1\d|2\d)(?:\+\d)?"
    r"(?= ?(?:weeks?|wks?|[,;.]|$))",
    re.IGNORECASE,
)
"""The first visit of a pregnancy, `booking 11+4`: weeks and days."""
_EARLY: Final = expression(
    r"\b(?:hyperemesis|morning sickness|threatened miscarriage)\b[^.]{0,80}?\b(?:at|from|is|now) ([4-9]"
    r"|[1-3]\d) ?(?:weeks?|wks?)\b",
    re.IGNORECASE,
)
"""Illnesses of pregnancy with its weeks."""


def _by_weeks(text: str) -> str:
    """A pregnancy that is told by its weeks, or by what only the pregnant have."""
    weeks, early = _WEEKS.search(text) or _AT_WEEKS.search(text), _EARLY.search(text) or _BOOKING.search(text)
    told = re.sub(r" ?(?:weeks?|wks?)$", " weeks", weeks[1], flags=re.IGNORECASE) if weeks else ""
    return f"{told} pregnant" if told else f"{early[1]} weeks pregnant" if early else ""


_WISHES: Final = ("trying", "want", "planning", "hoping", "thinking", "maybe", "perhaps", "possibly")


def _expecting(text: str, found: re.Match[str] | None) -> str:
    """The pregnancy with its weeks wherever the text tells them."""
    told = _pregnancy(found) if found else ""
    return (_by_weeks(text) or told) if told in ("", "pregnant") else told


def _pregnancy(found: re.Match[str]) -> str:
    words = re.sub(r"\bwks?\b", "weeks", re.sub(r"\bpreg\b", "pregnant", found.group().lower()))
    words = re.sub(r"\bweek\b", "weeks", words)
    if "trimester" in words or "weeks" in words:
        return words.replace("gone", "pregnant")
    return "trying to conceive" if words.startswith(_WISHES) else "pregnant"


def _conditions(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    names: list[str] = []
    for match in _HISTORY.finditer(text):
        if _denied(text, match.start()):
            continue
        near = re.split(r"[.?!;]", text[match.end() : match.end() + 80])[0]
        for mention in vocabulary.find(near)[:3]:
            if (
                mention.term.semantic in ("condition", "symptom")
                and mention.start <= 25
                and not _denied(near, mention.start)
                and mention.term.label not in names
            ):
                names.append(mention.term.label)
    return tuple(names)


def merged(read: Patient, given: Patient | None) -> Patient:
    """What was given beside the question goes before what the question says."""
    if given is None:
        return read
    changes = {f: v for f in Patient.__struct_fields__ if (v := getattr(given, f))}
    return msgspec.structs.replace(read, **changes)


def defaults(patient: Patient, illnesses: tuple[str, ...] = ()) -> str:
    """What is assumed of the patient where nothing is said; empty when everything is. `illnesses` are those that the
    question names."""
    parts = []
    if not patient.age:
        parts.append("an adult")
    told = patient.pregnancy or patient.breastfeeding or patient.sex == "male"
    if not told and _may_bear(patient.age):
        parts.append("not pregnant")
    missing = [
        name
        for name, held in (
            ("heart", _has((*patient.conditions, *illnesses), _OF_HEART)),
            ("liver", patient.liver or _has(illnesses, r"liver|hepat|cirrho")),
            ("kidney", patient.kidney or _has(illnesses, r"kidney|renal|nephr")),
        )
        if not held
    ]
    if missing:
        named = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + " or " + missing[-1]
        parts.append(f"no {named} disease mentioned")
    return "; ".join(parts)


def _may_bear(age: str) -> bool:
    """Whether somebody of that age may be pregnant, so that it has to be said that nothing of the kind is assumed."""
    if age in ("newborn", "infant", "toddler", "older adult"):
        return False
    found = re.search(r"(\d+)(?:\.\d+)? ?(days?|weeks?|months?|years?)?", age)
    if found is None:
        return True
    return (found[2] or "years").startswith("year") and _YOUNGEST <= int(found[1]) <= _OLDEST


_YOUNGEST, _OLDEST = 10, 55
_OF_HEART: Final = r"heart|cardi|arrhythm|angina|coronary|atrial|ventric|\bSTEMI|\b(?:aortic|mitral)|valv"


def _has(illnesses: Iterable[str], pattern: str) -> bool:
    return any(re.search(pattern, c, re.IGNORECASE) for c in illnesses)
