"""Ages: how old the text says the patient is, and which word stands for that where no figure does.

A number behind what is measured is a value (`LDL below 1.8`), and what was long ago is nobody's age now (`a rash as a
child`). A word for the young stands for years, so that what holds for them is told (`my baby`: under 1 year).
"""

from __future__ import annotations

import re
from typing import Final

from probatum.model import Assumption, Patient
from probatum.text import numerals
from probatum.text.expressions import expression
from probatum.vocabulary import Vocabulary

_NO_UNIT: Final = r"(?!\.\d)(?!\s*(?:mg|mcg|ug|ng|pg|m?mol|nmol|%|ml|kg|g|mm|/|iu\b|units?\b|points?\b|bpm|x ?10))"
"""Behind a number that may be an age."""
_AGE: Final = expression(
    r"(?<![\d.])\b(?:aged? (?:of )?)?(\d{1,3}(?:\.\d{1,2})?)\s*[- ]?\s*"
    r"(?:(years?|yrs?|months?|mths?|mo|weeks?|wks?|days?)[- ]?\s*old"
    r"|y\.?/?o\b\.?|(years?|"
    r"yrs?)\b(?= (?:male|female|man|woman|patient)))",
    re.IGNORECASE,
)
_IN_WORDS: Final = expression(
    rf"\b(?P<number>{numerals.BELOW_HUNDRED})(?P<half> and a half)?"
    r"(?=[- ](?:years?|yrs?|months?|mths?|weeks?|wks?|days?)(?:[- ]olds?\b| of age\b))"
    r"|\b(?P<who>who is|son is|daughter is|he is|she is|he's|she's|aged) "
    rf"(?P<alone>{numerals.BELOW_HUNDRED})(?= ?(?:[,.?!;]|$)| (?:and|with|has|who|years?|months?|weeks?)\b)"
    r"|\b(?P<one>my|our|an?) (?=year[- ]old\b)",
    re.IGNORECASE,
)
"""`my six month old`, `a two and a half year old`, `my lad who is six`, `a year old`."""
_OF_MY_CHILD: Final = expression(r"\b(?:my|our|his|her) (\d{1,2}) ?(mo)\b(?! (?:course|supply|review|check))", re.I)
"""`my 18mo`."""
_AGED: Final = expression(
    r"\b(?:(?:child|kid|son|daughter|toddler|lad|lass|boy|girl|infant|baby|man|woman|lady|gentleman|patient|person) of"
    r"|at(?= [6-9]\d\b(?! ?(?:hours?|hrs?|weeks?|days?|minutes?|bpm|degrees)))|aged?|over|above|older than|under|below"
    r"|younger than)\s+(\d{1,3})(?:\s*(years?|months?|"
    rf"weeks?))?\b{_NO_UNIT}",
    re.IGNORECASE,
)
_AGE_BEHIND: Final = expression(
    r"\b(?:bab(?:y|ies)|infants?|toddlers?|child|boy|girl|kid|son|daughter|newborn),? (\d{1,3})"
    r" ?(years?|months?|mths?|mos?|weeks?|wks?|days?)\b"
    r"|(?:(?<=^)|(?<=[.,;?!])|(?<=[.,;?!] ))([1-9]\d)(?: ?(?:yrs?|years?|y))?(?=\s*(?:[,;?!.)](?!\d)|$| -)"
    r"|,? (?:male|female|man|woman|non[- ]?smok\w+|smoker|(?:desk|office) job|retired|on no|no (?:other|regular|meds"
    r"|past)"
    r"|otherwise|fit)\b)(?<!1[0-5])",
    re.IGNORECASE,
)
"""`croup in a baby 11 months`; a bare number between commas: `covid day 3, 68, diabetic`."""
_AGE_GROUP: Final = expression(
    r"\b(?P<side>over|above|under|below|older than|younger than)[ -]?(?P<age>\d{1,3})(?:'?s)?\b(?!\s*(?:weeks"
    rf"|h\b|hours|days|months|minutes)){_NO_UNIT}"
    r"|(?<![\d/.])(?P<plus>[5-9]\d)\+(?!\w)",
    re.IGNORECASE,
)
"""`over 75s`, `80+`: an age group."""
_AGE_BARE: Final = expression(
    r"\b(?:(?<=\w )is|is(?= \d{1,3} too (?:old|young))|am|i'm|im|he's|hes|she's|shes|who is|m[uo]ms?|mother"
    r"|dads?|father|gran\w*|nana?s?|husbands?|wife|son"
    r"|daughter"
    r"|aunt\w*|uncle|nephew|niece|grandson|granddaughter|lady|gentleman|man|woman|lad|lass|pt|patient|bloke|fella|chap|partner|brother|sister|boyfriend"
    r"|girlfriend)"
    r"(?:,?\s+(?:(?:is|who is|of|aged) )?|\s*\()(\d{1,3})\b(?!\.\d)(?!\s*(?:mg|mcg|kg|lb|%"
    r"|ml|g|mm|months?|mths?|mos?\b|m\b|wks?|weeks?|days?|hours?|cm|bpm|/|\+\d|,\d"
    r"|x\b|tab(?:let)?s?\b|cap(?:sule|let)?s?\b|pills?\b|puffs?\b|drops?\b|doses?\b|sachets?\b|times\b|units?\b))",
    re.IGNORECASE,
)
_AGE_TOLD: Final = expression(
    r"\b(?:bab(?:y|ies)|bub(?:ba)?|infant|toddler|child|boy|girl|kid|son|daughter|newborn|twins?|grandson|granddaughter"
    r"|little one|nephew|niece|he|he'?s|she|she'?s|lo|dd|ds),?"
    r"(?: (?:is|are|who is|only|just|now|about|nearly|aged|of)){0,3}"
    r" (\d{1,3}) ?(months?|mths?|mos?|weeks?|wks?|days?)\b"
    r"(?! (?:post|after|into|since|pregnan\w+|gone|along|on\b|late|overdue|ago|without|past|off|clean|course|free|early"
    r"|from|to go|with (?:child|twins)|premature|gestation|corrected)\b)",
    re.IGNORECASE,
)
"""`my baby is 8 months`: months and weeks of a child, and never years; not `she is 8 weeks`, who may be pregnant."""
_MAY_BE_ANOTHER: Final = expression(r"\A(?:he|she)(?:'?s)?\b", re.IGNORECASE)
"""Of whom weeks may be those of an illness, and months those of a pregnancy."""
_YOUNG_ONE: Final = expression(
    r"\b(?:bab(?:y|ies)|infant|toddler|child|kid|newborn|little one|croup|bronchiolitis|teeth\w*|nappy|calpol|colic"
    r"|breast-?fed|bottle|feeds?|formula)\b",
    re.IGNORECASE,
)
_CHILD_BARE: Final = expression(
    r"\b(?:child|kid|boy|girl|schoolboy|schoolgirl) (1[0-7]|[1-9])(?=\s*(?:[,.?!;)]|$)| [a-z])(?!\.\d)"
    r"(?! ?(?:mg|mcg|kgs?|kilos?|lbs?|ml|mls|g|mm|cm|stone|iu|units?|degrees|per|hourly|to|or|x|out|in)\b)"
    r"(?! (?:\w+ )?(?:weeks?|wks?|days?|hours?|hrs?|minutes?|months?|mths?|times|doses?|puffs?|tablets?|drops?"
    r"|episodes?|attacks?|seizures?|fits|convulsions|relapses?|infections?|utis?|bouts?|courses?)\b)",
    re.IGNORECASE,
)
"""`child 5 wets the bed`: the bare number behind a child is its years, unless it counts something."""
_GROUPS: Final = (
    ("newborn", r"\b(?:newborns?|neonat(?:e|es|al)|preterm infants?|premature infants?|pree?mies?)\b"),
    (
        "infant",
        r"\b(?:infants?|(?<!trying for )(?<!trying for a )(?<!trying for another )"
        r"(?<!want a )(?<!wants a )(?<!have a )(?<!want another )(?<!wants another )(?:bab(?:y|ies)|bub(?:ba)?)"
        r"(?! (?:(?:doses? (?:of )?)?(?:aspirins?|asprins?)|deaths?|loss(?:es)?)\b))\b",
    ),
    ("toddler", r"\b(?:toddlers?|tots?)\b"),
    ("adolescent", r"\bteenaged? (?:sons?|daughters?|boys?|girls?|child(?:ren)?|kids?)\b"),
    (
        "child",
        r"\b(?:child(?!['s]{0,2}[- ]?(?:pugh|[abc]\b(?![.\s]*\d|\s+[a-z])))"
        r"|children|paediatric|pediatric|kid(?:do)?s?|my (?:grand)?(?:son|daughter)|my (?:nephew|niece)|boys?|girls?"
        r"|tweens?|schoolchildren|bairns?|preschoolers?"
        r"|(?:my|our|his|her|the) (?:little|wee) one|grand(?:child(?:ren)?|kids?))\b",
    ),
    ("adolescent", r"\b(?:adolescents?|teen(?:s|agers?)?|youths?)\b"),
    (
        "older adult",
        r"\b(?:elderly|older (?:adults?|people|patients?|persons?|women|men)|geriatric|octogenarians?"
        r"|(?:nursing|care|residential) homes?|seniors|frail"
        r"|(?:with|has|got) (?:\w+ )?(?:dementia|alzheimer['\u2019]?s?))\b",
    ),
    (
        "adult",
        r"(?:\b(?:in|for|an?|of) (?:an? )?(?:healthy |young )?|\bdos(?:e|es|age|ing) (?:in )?|\d ?kgs? )adults?\b"
        r"(?!,? (?:and|or|versus|vs) \w)|\d ?kgs? (?:wom[ae]n|m[ae]n|lady|gentleman)\b",
    ),
)
_SEEN: Final = tuple((name, expression(pattern, re.IGNORECASE)) for name, pattern in _GROUPS)
_YEARS_OF: Final = {
    "newborn": "a newborn, under 28 days",
    "infant": "an infant, under 1 year",
    "toddler": "a toddler, from 1 to 3 years",
    "adolescent": "an adolescent, from 10 to 17 years",
}
_OWN: Final = expression(r"\bmy (?:(?:grand)?(?:son|daughter)|nephew|niece)\b", re.IGNORECASE)
"""Who may be grown up."""

_UNITS: Final = {"mth": "month", "mo": "month", "wk": "week"}
OWN_AGE: Final = expression(r"\b(?:i'?m|i am) ([1-9]\d)\b(?! ?(?:weeks?|wks?|kg|mg|%|days?|cm|stone))", re.IGNORECASE)


_OF_TROUBLE: Final = expression(
    r"\b(?:rash(?:es)?|wounds?|wound infections?|burns?|cuts?|bites?|stings?"
    r"|sores?|ulcers?|scars?|bruises?|fractures?|injur(?:y|ies)|tears?"
    r"|sprains?|symptoms?|lesions?|spots|blisters?|stroke|clots?|infarct\w*|tattoos?|stitches|sutures|bleeds?|headaches?)"
    r",? (?:(?:is|are|was|now|about|already|only|just) ){0,3}\d{1,3}[- ]?(?:days?|weeks?|wks?|months?)[- ]?old\b",
    re.IGNORECASE,
)
"""`rash 5 days old`: the age of a trouble, and nobody's."""


_YOUNG_ONES: Final = r"(?:child(?:ren)?|kids?|infants?|bab(?:y|ies)|adolescents?|teen(?:s|agers?)|p(?:a)?ediatrics?)"
_GROWN_ONES: Final = r"(?:adults?|grown[- ]?ups?)"
_JOINS: Final = r"(?: patients?)?(?: ?[,/&+] ?| and (?:in )?(?:an? )?| or (?:in )?(?:an? )?| v(?:ersu)?s\.? )"
_OF_ALL_AGES: Final = expression(
    rf"\b(?:{_GROWN_ONES}{_JOINS}{_YOUNG_ONES}|{_YOUNG_ONES}{_JOINS}{_GROWN_ONES})\b", re.IGNORECASE
)
"""Both the young and the old are asked about, and nobody of one age."""


def told(text: str, vocabulary: Vocabulary) -> str:
    """The age that the text tells, else the group that a word of it names; empty for none."""
    text = _bare(text)
    if _OF_ALL_AGES.search(text) and not _in_figures(text):
        return ""
    return _in_figures(text) or _named(text)[0] or _beside_illness(text, vocabulary)


def assumed(text: str, patient: Patient) -> tuple[Assumption, ...]:
    """In what years somebody is taken to be whose age only a word tells."""
    group, word = _named(_bare(text))
    if not group or group != patient.age:
        return ()
    said = "a child, under 18 years" if _OWN.fullmatch(word) else _YEARS_OF.get(group, "")
    why = "no age is told in figures; say the age for what holds at that age"
    return (Assumption("age", word, said, why),) if said else ()


def _bare(text: str) -> str:
    """The text without the numbers and words that are no age of the patient now."""
    text = _IN_WORDS.sub(_in_digits, text)
    text = _BORN.sub(" ", text)
    text = _LONG_AGO.sub(lambda found: f" {found['who'] or ''} ", _OF_TROUBLE.sub(" ", text))
    return _VALUE.sub(lambda found: found[0] if _PAST_AN_AGE.search(found[0]) else " ", text)


def _in_digits(found: re.Match[str]) -> str:
    if found["one"]:
        return f"{found['one']} 1 "
    if found["alone"]:
        return f"{found['who']} {numerals.spelt(found['alone'])}"
    return f"{numerals.spelt(found['number'])}{'.5' if found['half'] else ''}"


def _named(text: str) -> tuple[str, str]:
    """The group of ages that a word names, and that word."""
    for name, pattern in _SEEN:
        if found := pattern.search(text):
            return name, found.group()
    return "", ""


def _in_figures(text: str) -> str:
    """The age in figures; empty for none."""
    found = OWN_AGE.search(text)
    if found:
        return f"{found[1]} years"
    if found := _BAND.search(text):
        return f"{found['low']} {found['unit'] or found['units']} to {found['high']} {found['units']}"
    if (found := _YOUNG_FROM.search(text)) and int(found[1]) < _GROWN_UP:
        return f"{found[1]} to {_GROWN_UP} years"
    found = _AGE.search(text) or _OF_MY_CHILD.search(text)
    if found:
        unit = next((part for part in found.groups()[1:] if part), "years").lower().rstrip("s").replace("yr", "year")
        return f"{found.group(1)} {_UNITS.get(unit, unit)}s"
    found = _AGED.search(text)
    if found and 0 < int(found.group(1)) <= _OLDEST:
        age = re.sub(r"^\w+ of |^aged? |^at ", "", " ".join(found.group().split()))
        return f"{age} years" if age.isdigit() else age
    found = _AGE_BEHIND.search(text)
    if found:
        unit = (found.group(2) or "years").lower().rstrip("s")
        return f"{found.group(1) or found.group(3)} {_UNITS.get(unit, unit)}s"
    if young := _of_a_child(text):
        return young
    if found := _CHILD_BARE.search(text) or _TERSE.search(text):
        return f"{found[1]} years"
    grouped = _AGE_GROUP.search(text)
    if grouped and 0 < int(grouped["age"] or grouped["plus"]) <= _OLDEST:
        return f"{grouped['side'].lower()} {grouped['age']}" if grouped["age"] else f"over {grouped['plus']}"
    every = (m for pattern in (_AGE_BARE, _AT_AGE) for m in pattern.finditer(text))
    told_ = (m[1] for m in every if not _MEASURE_BEFORE.search(text[: m.start()]) and 1 <= int(m[1]) <= _OLDEST)
    return next((f"{years} years" for years in told_), "")


def _of_a_child(text: str) -> str:
    """The months, weeks or days of a child; of `he` or `she` only where the text is on somebody so young."""
    for found in _AGE_TOLD.finditer(text):
        other = _MAY_BE_ANOTHER.match(found[0]) and not (found[0].lower().startswith("he") and found[2][:2] == "mo")
        if other and not _YOUNG_ONE.search(text):
            continue
        unit = found[2].lower().rstrip("s")
        return f"{found[1]} {_UNITS.get(unit, unit)}s"
    return ""


_CHILDREN: Final = r"\b(?:child(?:ren)?|infants?|babies|kids|boys|girls|toddlers?)"
_BAND: Final = expression(
    rf"{_CHILDREN}(?:,? (?:of|aged?|from|between)){{0,2}} (?P<low>\d{{1,2}}) ?(?P<unit>months|years)? ?(?:to|-|and) ?"
    r"(?P<high>\d{1,2}) ?(?P<units>months|years)\b",
    re.IGNORECASE,
)
"""`children of 1 to 4 years`."""
_YOUNG_FROM: Final = expression(
    r"\b(?:child|children|kids|boys|girls) (?:of |aged? )?(?:over|above|older than|from) (\d{1,2})\b"
    rf"(?! ?(?:months|weeks|days)){_NO_UNIT}",
    re.IGNORECASE,
)
"""`children over 5`, who are not grown up."""
_GROWN_UP: Final = 17
_OLDEST: Final = 110
_TERSE: Final = expression(
    r"(?<!for )(?<!over )(?<!after )(?<!past )(?<!last )(?<!next )(?<!about )(?<!than )(?<!in )(?<!at )"
    r"(?<!within )(?<!every )"
    r"(?<!\d-)(?<!\d )(?<!to )\b((?:[6-9]\d|10\d))[ -]?(?:years?|yrs?|y)\b"
    r"(?! ?(?:ago|later|after|since|history|post|of (?!age)|on\b|now\b|follow|course|supply|smok|pack))",
    re.IGNORECASE,
)
"""`AF 78 years creatinine 160`: so long nobody takes or has a thing."""
_AT_AGE: Final = expression(
    r"\bat (1[6-9]|[2-5]\d)(?= (?:with|without|and|but|if|who|no)\b| ?(?:[?!,;]|\.(?!\d)|$))", re.IGNORECASE
)
"""`a statin at 58 with high cholesterol`."""
_PRESSURE: Final = r"(?:sbp|dbp|map|systolic|diastolic|(?<!high blood )pressure|bp)"
_GIVEN_TOO: Final = (
    r"(?:potassium|sodium|calcium|magnesium|phosphate|b12|folate|vitamin d|testosterone|hormone|albumin|glucose)"
)
"""What is measured, and given as well."""
_MEASURED: Final = (
    r"(?:e?gfr|crcl|(?:creatinine )?clearance|creatinine|urea|bun|(?<!vitamin )k\+?|na\+?|inr|(?:normali[sz]ed )?ratio"
    r"|bmi|(?:mass )?index|hb|h(?:a)?emoglobin|platelets?|plts?|neutrophils?|anc|wbc|wcc|white (?:blood )?cells?"
    r"|h(?:a)?ematocrit|hct|mcv|cd4|ferritins?|tsat|transferrin(?: saturation)?|crp|esr|procalcitonin|alt|ast|alp|ggt"
    r"|(?:amino)?trans(?:amin|fer)ases?|phosphatase|kinase|amylase|lipase|bilirubin|tsh|thyrotropin|f?t[34]|cortisol"
    r"|prolactin|pth|hb ?a1c|a1c|(?:blood |fasting )?sugars?|lactate|ketones|urate|uric acid|psa|antigen|protein"
    r"|(?<!high )(?<!raised )(?<!low )(?<!elevated )cholesterol|ldl(?:[- ]?c(?:holesterol)?)?|hdl|triglycerides?"
    r"|peptide|lipoproteins?|ck|troponin|(?:nt[- ]?pro)?bnp|d[- ]?dimer|levels?|score|weight|waist|pulse|heart rate"
    r"|rate|saturations?|sats|spo2|temperature|qtc?|ejection fraction|l?v?ef|fev1|peak flow|titre|viral load"
    r"|phq[- ]?9|gad[- ]?7|gcs|ipss|cha2ds2(?:[- ]?vasc)?|has[- ]?bled|qrisk\d?|curb[- ]?65|t[- ]?score"
    rf"|{_PRESSURE}|{_GIVEN_TOO})"
)
_MEASURE_BEFORE: Final = expression(rf"\b(?:{_MEASURED}|dose) $", re.IGNORECASE)
"""What is measured, before `is 25`: no age."""
_VALUE: Final = expression(
    rf"\b{_MEASURED}(?:[ :=<>\u2264\u2265]|\b(?:levels?|counts?|scores?|targets?|goals?|aims?|is|was|are|of|at|to|be"
    r"|gets?|getting|keep|kept|stay|stays|down|up|still|now|only|just|should|below|under|less|lower|than|over|above|more"
    r"|greater|higher|between)\b){1,8}"
    r"\d{1,4}(?:\.\d+)?(?!\d|'?s\b|\.\d| ?-?(?:years?|yrs?|y/?o|months?|mths?|weeks?|wks?|days?)\b)"
    r"(?: ?(?:kgs?|kilos?|lbs?|stone|bpm|m?mol/l|[u\u00b5]mol/l|m?g/d?l|ml/min)\b)?",
    re.IGNORECASE,
)
"""A value of what is measured, told or aimed at, with its unit: `ferritin under 30`, `weight 55 kg`."""
_PAST_AN_AGE: Final = expression(rf"\b(?:{_PRESSURE}|{_GIVEN_TOO})\b.*\b(?:over|above) ?[5-9]\d$", re.IGNORECASE)
"""`blood pressure target over 80`, `vitamin D over 65`: people past that age."""
_YOUNG: Final = (
    r"(?:(?:small |young |little |wee |teenage )?(?:child|kid|bab(?:y|ies)|infant|toddler|newborn|boy|girl"
    r"|teen(?:ager)?|adolescent|youngster|lad|lass|schoolboy|schoolgirl)|kids|children)"
)
_BORN: Final = expression(
    r"\b(?:(?:had|having|has had|have had|delivered|birthed) (?:(?:an?|the|my|her|our|another) )?(?:\w+ )?"
    r"(?:bab(?:y|ies)|twins|child|(?:little )?(?:boy|girl)|son|daughter|bub(?:ba)?|c-?section|caesarean|section)"
    r"|(?:gave|given|giving) birth(?: to \w+(?: \w+){0,2})?) (?:just |only |about |around )?"
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|a few|last) ?(?:days?|wks?|weeks?|months?|mths?)(?: ago| back)?\b"
    r"|\b(?:\d{1,2}|an?|one|two|three|four|five|six) ?(?:days?|wks?|weeks?|months?"
    r"|mths?) (?:after (?:giving )?birth|post ?-?partum"
    r"|post ?-?natal)\b",
    re.IGNORECASE,
)
"""`had a baby 4 days ago`, `6 weeks after birth`: of the mother, who is asked about; no age of hers."""
_LONG_AGO: Final = expression(
    rf"\bas an? {_YOUNG}\b|\b(?:in|from|since|during|throughout) (?:(?:my|his|her|their|early|late) )*"
    r"(?:childhood|infancy|adolescence|teens|youth)\b"
    r"|\b(?:when|while|since|(?:from )?the time) (?P<who>i|he|she|they|we|you|(?:my|his|her) \w+) (?:was|were)"
    rf"(?: (?:only|just|about|around|still|very|a|an|aged?|like))*? (?:little|small|young(?:er)?|{_YOUNG}|in (?:my|his"
    r"|her) teens|\d{1,2}(?:[- ]?(?:years?|yrs?|months?|weeks?|days?)(?:[- ]?old)?)?)\b(?! (?:with|taking|on)\b)",
    re.IGNORECASE,
)
"""What somebody was long ago: `a rash as a child`, `when I was little`."""
_BARE_AGE: Final = expression(
    r",? (?P<age>1[6-9]|[2-9]\d)(?= ?(?:[,;?!)-]|\.(?!\d)|$)| (?:and|on|no|not|with|liv(?:es|ing)|trying|retired|has"
    r"|had|otherwise|fit|smokes?|smoker|who|she|he|non|previous(?:ly)?|never|still|already|works?|also|but)\b)",
    re.IGNORECASE,
)
_BARE_BEFORE: Final = expression(r"(?:^|[.,;?!] )(?P<age>1[6-9]|[2-9]\d) $")


def _beside_illness(text: str, vocabulary: Vocabulary) -> str:
    """`mitral stenosis AF 68.`, `falls, 82 living alone`, `. 33 asthma`: a bare number beside an illness is an age."""
    for mention in vocabulary.find(text):
        if mention.term.semantic not in ("condition", "symptom"):
            continue
        found = _BARE_AGE.match(text, mention.end) or _BARE_BEFORE.search(text[: mention.start])
        if found:
            return f"{found['age']} years"
    return ""
