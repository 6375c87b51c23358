"""Shorthand of notes and charts, written out before anything else is read.

`78F ?PE` is a woman of 78 with a question of pulmonary embolism, `5/7` are five days, `DVT/PE` is either.
What was written out is said among the assumptions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.ask.words.text import Draft
from probatum.text.expressions import expression

_UNITS: Final = {"7": "day", "52": "week", "12": "month"}
_SEXES: Final = {"f": "woman", "m": "man"}
_TIMES: Final = {"1": "once", "2": "twice"}


class _Form(NamedTuple):
    """A form of notes: what it looks like, how it reads in words, and whose habit it is."""

    pattern: re.Pattern[str]
    words: Callable[[re.Match[str]], str]
    why: str


def _spell(found: re.Match[str]) -> str:
    unit = _UNITS[found["unit"]]
    return f"{found['count']} {unit}" if found["count"] == "1" else f"{found['count']} {unit}s"


def _often(found: re.Match[str]) -> str:
    count, unit = found["count"], {"wk": "week", "w": "week", "d": "day"}.get(found["unit"], found["unit"])
    return f"{_TIMES.get(count, f'{count} times')} a {unit}"


def _allergy(what: str) -> str:
    return what if what.startswith("allerg") else f"allergy ({what})"


_FORMS: Final = (
    _Form(
        expression(r"(?<![\d/.])(?P<count>[1-9]\d?)/(?P<unit>7|52|12)(?![\d/%])(?! ?(?:mmHg|or\b|points?\b))"),
        _spell,
        "days, weeks and months as they stand in British notes",
    ),
    _Form(
        expression(r"(?<![\d/.])(?P<weeks>[1-9]|[1-3]\d|4[0-3])(?:\+\d)?/40(?![\d/%])"),
        lambda found: f"{found['weeks']} weeks pregnant",
        "weeks of pregnancy as they stand in notes",
    ),
    _Form(
        expression(r"(?<![\w.])(?P<age>[1-9]\d?|10\d) ?(?:y/?o? ?)?(?P<sex>[FM])(?![\w'])"),
        lambda found: f"{found['age']} year old {_SEXES[found['sex'].lower()]}",
        "age and sex as they stand in notes",
    ),
    _Form(
        expression(r"(?:(?<=^)|(?<=, )|(?<= in an )|(?<= in a ))(?P<age>1[89]|[2-9]\d) ?(?P<sex>[fm])(?=[ ,.?]|$)"),
        lambda found: f"{found['age']} year old {_SEXES[found['sex'].lower()]}",
        "age and sex as they stand in notes",
    ),
    _Form(
        expression(
            r"(?<![\w.])(?<!for )(?<!after )(?<!over )(?<!at )(?P<age>[1-9]\d?|10\d)"
            r" ?(?:yo|y/o|y(?: old)?|yrs? old)(?![\w/])",
            re.IGNORECASE,
        ),
        lambda found: f"{found['age']} year old",
        "age as it stands in notes",
    ),
    _Form(
        expression(r"(?<![\w.])(?P<age>[1-9]\d?) ?yrs? old(?!\w)", re.IGNORECASE),
        lambda found: f"{found['age']} year old",
        "age as it stands in notes",
    ),
    _Form(
        expression(
            r"(?<![\w./-])(?<!over )(?<!under )(?<!GFR )(?<!gfr )(?<!eatinine )(?<!CrCl )(?<!earance )(?<!BMI )"
            r"(?<!CRP )(?<!INR )(?<!Hb )(?<!Na )(?<! K )(?<!urea )(?<!LVEF )(?<! EF )(?<!ferritin )"
            r"(?P<age>1[3-9]|[2-9]\d) "
            r"(?P<sex>woman|man|lady|gentleman|male|female|boy|girl)(?!\w)"
        ),
        lambda found: f"{found['age']} year old {found['sex']}",
        "age and sex as they stand in notes",
    ),
    _Form(
        expression(
            r"(?:(?<=\ba )|(?<=\bA )|(?<=\bthe )|(?<=\bmy ))"
            r"(?P<who>woman|man|lady|gentleman|girl|boy|child|patient|person|male|female)"
            r" (?:of|aged) (?P<age>[1-9]\d?|10\d)(?: ?(?:years?|yrs?)(?: old| of age)?)?"
            r"(?=\s*(?:[,;.?]|$)| (?:with|who|on|and|has|having|taking|in|whose|after|before|to|wants?|planning)\b)",
            re.IGNORECASE,
        ),
        lambda found: f"{found['age']} year old {found['who']}",
        "the age of one person, told behind",
    ),
    _Form(
        expression(r"(?<=[A-Za-z]{2}) w/?(?= (?:an? |the |my )?[A-Za-z]{2})"),
        lambda found: " with",
        "short for `with`",
    ),
    _Form(
        expression(r"(?<!my )(?<!her )(?<!his )(?<![\w-])BF(?![\w-])"),
        lambda found: "breastfeeding",
        "short for this in notes",
    ),
    _Form(
        expression(r"(?<=[a-z]{4} )dis(?=[\s,.;?]|$)"),
        lambda found: "disease",
        "short for `disease`",
    ),
    _Form(
        expression(
            r"(?<![\w-])(?:(?:creat(?:in)?|creatine|cr)\.?[ -]?(?:clearance|clear)"
            r"|(?:creat(?:in(?:in)?e?)?|cr)\.?[ -]cl"
            r"|(?<!inine )clearance(?=[ :=<]{1,3}\d{1,3} ?ml ?/ ?min))(?![\w-])(?=[^\d;,]{0,30}\d)",
            re.IGNORECASE,
        ),
        lambda found: "creatinine clearance",
        "short for `creatinine clearance`",
    ),
    _Form(
        expression(r"(?<![\w-])exacs?(?![\w-])", re.IGNORECASE),
        lambda found: "exacerbation",
        "short for `exacerbation`",
    ),
    _Form(
        expression(r"#(?:NOF\b| ?neck of femur)"),
        lambda found: "hip fracture",
        "a hash means a fracture in notes",
    ),
    _Form(
        expression(r"(?<=[a-z]{2} )#(?=[\s,.;?]|$)"),
        lambda found: "fracture",
        "a hash means a fracture in notes",
    ),
    _Form(
        expression(r"(?<=[A-Za-z\d]) def(?=[\s,.;?]|$)(?! (?:not|need|should|worth|the)\b)"),
        lambda found: " deficiency",
        "short for `deficiency`",
    ),
    _Form(
        expression(
            r"\b(?P<of>alcohol|opioid|opiate|nicotine|benzo(?:diazepine)?|drug|cocaine|heroin) dep(?=[\s,.;?]|$)",
            re.IGNORECASE,
        ),
        lambda found: f"{found['of']} dependence",
        "short for `dependence`",
    ),
    _Form(
        expression(r"^(?P<ward>ward )?pharm(?= ?[-:,])", re.IGNORECASE),
        lambda found: f"{found['ward'] or ''}pharmacist",
        "short for `pharmacist`",
    ),
    _Form(
        expression(
            r"(?<![\w-])pen(?:icillin)? (?P<what>allerg\w+|(?:skin )?rash|hives|anaphyla\w+|reaction)\b", re.IGNORECASE
        ),
        lambda found: f"penicillin {_allergy(found['what'].lower())}",
        "short for an allergy to this antibiotic",
    ),
    _Form(
        expression(
            r"(?<![\w-])(?<!eclampsia )(?<!hypertension )(?:(?:uncontrolled|raised|high) )?BP "
            r"(?:(?:is|of|now|still|was) )*"
            r"(?P<value>(?:1[5-9]\d|2\d\d)/\d{2,3})(?!\d)",
            re.IGNORECASE,
        ),
        lambda found: f"hypertension (BP {found['value']})",
        "a blood pressure that is high wherever it is measured",
    ),
    _Form(
        expression(
            r"\b(?P<which>[SD])BP(?= ?(?:(?:is|was|of|at|now|still|above|below|over|under|:|=|<|>) ?){0,3}\d{2,3}\b)",
            re.I,
        ),
        lambda found: f"{'systolic' if found['which'] in 'sS' else 'diastolic'} blood pressure",
        "a pressure where a figure stands behind it",
    ),
    _Form(
        expression(
            r"(?<![\w-])(?:(?:creat\.?|e?cr) ?clearance|ecrcl|(?:(?:creat(?:inine)?|cr)\.? (?:cl|clear)\b\.?"
            r"(?=\s*(?:(?:is|was|of|at|now|about|only|:|=|<|>|~) ?){0,3}\d)))(?![\w-])",
            re.IGNORECASE,
        ),
        lambda found: "creatinine clearance",
        "short for this measure of the kidneys",
    ),
    _Form(
        expression(r"(?<![\w-])(?:O2 )?sats?(?= ?(?:(?:of|is|are|was|were|now|at|only|down to) ){0,2}\d{2,3}\b)", re.I),
        lambda found: "SpO2",
        "short for oxygen in blood as a probe measures it",
    ),
    _Form(
        expression(r"(?<![\w-])(?:O2 |oxygen )?sats(?![\w-])(?! (?:tests?|exams?|papers?)\b)", re.IGNORECASE),
        lambda found: "oxygen saturation",
        "short for `saturation`",
    ),
    _Form(
        expression(r"(?<!\w)D ?[&+] ?V(?!\w)", re.IGNORECASE),
        lambda found: "diarrhoea and vomiting",
        "short in notes for these two",
    ),
    _Form(
        expression(r"(?<!\w)[x×]? ?(?P<count>[1-7]) ?[x×]? ?/ ?(?P<unit>week|wk|day)(?!\w)", re.IGNORECASE),
        _often,
        "how often, as it stands in notes",
    ),
    _Form(
        expression(r"(?<!\w)(?P<one>[A-Z]{2,5})/(?P<two>[A-Z]{2,5})(?![\w/])"),
        lambda found: f"{found['one']} or {found['two']}",
        "a stroke between two names means either",
    ),
    _Form(
        expression(r"(?<=[A-Za-z]{3}) (?:n|&) (?=[A-Za-z]{3})"),
        lambda found: " and ",
        "short for `and`",
    ),
    _Form(
        expression(r"(?<![\w-])[Vv]it\.? ?(?P<letter>[A-Ka-k]|[Bb]-?\d{1,2})(?![\w'])"),
        lambda found: f"vitamin {found['letter'].upper()}",
        "short for `vitamin`",
    ),
    _Form(
        expression(r"(?<!\S)\?(?P<name>(?:[A-Z]{2,6}|[a-z]{4,})(?:[ -][a-z]{3,})?)(?=[\s,.;]|$)"),
        lambda found: f"suspected {found['name']}",
        "a question mark before a name means that it is suspected",
    ),
)


def read_shorthand(draft: Draft) -> None:
    """Write out the forms of notes."""
    for form in _FORMS:
        for found in reversed(list(form.pattern.finditer(draft.text))):
            if found[0] not in _FIXED:
                draft.replace(found.start(), found.end(), form.words(found), "shorthand", form.why)
    for found in reversed(list(_TARGET.finditer(draft.text))):
        group = next(name for name, words in found.groupdict().items() if words)
        of_kind = next((k for k in _ON_TARGETS if _is_class(f"{found[group]} {k}")), "")
        if of_kind:
            why = f"what is chosen for treatment is its {of_kind}"
            draft.replace(found.start(group), found.end(group), f"{found[group]} {of_kind}", "shorthand", why)


def _is_class(name: str) -> bool:
    return any(term.semantic == "drug" for term in vocabulary.load().lookup(name))


_ON_TARGETS: Final = ("inhibitors", "receptor agonists", "receptor antagonists", "antagonists")
_ANY: Final = r"[A-Za-z]{2,6}-?\d{1,2}"
_TARGET: Final = re.compile(
    rf"\b(?P<first>{_ANY})(?= (?:or|vs\.?|versus) [A-Za-z])"
    rf"|(?:(?<= or )|(?<= vs ))(?P<last>{_ANY})(?=\W*$|[,;?.]| (?:in|for|after|first|now)\b)"
    rf"|\b(?:[Aa]dd|[Aa]dding|[Ss]tart|[Ss]tarting|[Tt]ry|[Cc]onsider|[Bb]egin|[Gg]ive|[Oo]n|[Oo]n an|an?)"
    rf" (?P<added>{_ANY})(?=\W*$|[,;?.]| (?:in|for|after|first|now|too|as well|or|and|vs)\b)"
)
"""What a class of medicines acts on, in the place of the class: `A or SGLT2`, `add sglt2?`."""
_FIXED: Final = frozenset(("AC/DC", "HIV/AIDS", "ICS/LABA", "LAMA/LABA", "LABA/LAMA", "LABA/ICS", "CAR/T", "AND/OR"))
"""Strokes that make one name."""
