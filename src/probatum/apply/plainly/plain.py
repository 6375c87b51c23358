"""The plain register: short sentences and easy words. Figures are those of the professional words; quotations stay.

A share of people is told beside its percentage as a stated recalculation out of 100, always with that denominator.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.apply import designs, wording
from probatum.apply.plainly import own_words
from probatum.model import Design, Span, Study
from probatum.text import readability
from probatum.text.expressions import expression
from probatum.vocabulary import glossary

LONGEST: Final = 25
"""Words of a quotation that is shown in plain words though it is not the bottom line."""
HARDEST: Final = 13.0
"""School grade of such a quotation."""
INDIRECT: Final = "not quite what you asked"
"""How the plain words begin that tell how a source differs from the question, in brackets behind the sentence."""
FOR_PROFESSIONALS: Final = frozenset({"algorithm"})
"""Sections whose steps are for those who treat: read alone they would be advice to change a treatment."""

_ENZYME: Final = r"(?:P-glycoprotein|P-gp|CYP\d\w*|cytochrome P450(?: \d\w*)?)"
_HOW: Final = r"(?:strong|potent|moderate|weak|combined|dual)"
_SORT: Final = rf"(?:(?:an?|other) )?(?:{_HOW}(?: (?:or|and) {_HOW})? )?{_ENZYME}"
_WITH: Final = rf"(?:(?:, and|, or|,| and/or| and| or) {_SORT}(?: (?:inhibitor|inducer)s?)?){{0,3}}"
_CLEARING: Final[tuple[tuple[str, str], ...]] = (
    *(
        (
            rf"\b{article}({_SORT}(?: {what}s?)?{_WITH} {what}s?)\b(?![^()]*\))",
            rf"{medicine} how the body clears other medicines (\1)",
        )
        for what, one, many in (("inhibitor", "slows", "slow"), ("inducer", "speeds up", "speed up"))
        for article, medicine in ((r"an? ", f"a medicine that {one}"), ("", f"medicines that {many}"))
    ),
    (
        rf"\bis a (?:\w+ )?substrate of ({_ENZYME}(?: and {_ENZYME})?)",
        r"is cleared from the body with the help of \1",
    ),
)
"""What doctors say of enzymes and pumps that clear a medicine, with their own word for it in brackets."""

_CASE: Final = r"(?:in|after|with|during|together|within|at|by)\b"
"""How a further case begins in which something must not be used."""
_ITEM: Final = r"(?!such as)[\w'’-]+(?: (?!and |or )[\w'’-]+){0,3}"
_VERBS: Final = (
    r"(?:may|can|is|are|was|were|has|have|had|must|should|will|raise|lower|increase|reduce|lead|led|cause|weaken|strengthen"
    r"|slow|speed|prolong|make|change|alter|occur|need|be|it|they|this|that|which|who|in|on|at|with|after|for|by|during"
    r"|before|to)\b"
)
"""Words with which something new is said, and no further example."""
_EASY: Final[tuple[tuple[str, str], ...]] = (
    (r"; a part of the primary outcome\b", "; this is one part of what the study mainly looked for"),
    (r"; a secondary outcome\b", "; this is not what the study mainly looked for"),
    (r"; from a post hoc analysis\b", "; this was looked at only afterwards"),
    (r"\b(\d[\d.]*) per person-year\b", r"\1 a year for each person"),
    (r"\b(?:clinically )?(?:significant|important) bradycardia\b", "a heartbeat that is much too slow"),
    (r"; counted together(?= |\.|$)", " (these were counted together)"),
    (
        r"\b[Nn]o source of the library tells (how|when|whether|what) ",
        r"we found nothing in our library that tells \1 ",
    ),
    (
        r"[Ss]earched the library \((\d+) records\) on ([\d-]+): no source that answers this question was found"
        r"; none that is held tells of ([^;]+?)(?:; what is nearest stands below)?(?=\.|$)",
        r"we could not find an answer to your question. We looked in our library (\1 records) on \2. No text "
        r"there tells of \3",
    ),
    (
        r"[Ss]earched the library \((\d+) records\) on ([\d-]+): no source that answers this question was found"
        r"(?:; what is nearest stands below)?",
        r"we could not find an answer to your question. We looked in our library (\1 records) on \2",
    ),
    (
        r"no study that answers this question was found; what is told rests on labels or guidelines",
        "we found no study of this. What we tell comes from official texts on the medicine or from experts' advice",
    ),
    (
        r"no included study reports the effect of (.+?) on (.+)$",
        r"we do not know whether \1 can make a difference to \2. No study that we found tells this",
    ),
    (
        r"what would answer this is .+?; none was found in the library",
        "to answer this we would need a good study of this very question. We found none in our library",
    ),
    (
        r"no label in the library for (.+?), so warnings and limits of use are not told here",
        r"we have no official label of \1. Ask a pharmacist about the risks",
    ),
    (
        r"what the bottom line quotes is the conclusion; no effect of its own is put beside it",
        "the short answer above is all that we can say",
    ),
    (
        r"the interval runs from (\S+) to (\S+) and includes no effect",
        r"this could still be chance (\1 to \2)",
    ),
    (r"\bsuperseded by a newer version\b", "there is a newer version"),
    (
        r"no second study that bears on this question was found, so nothing confirms this one",
        "we found only one study on this. No other study backs it up",
    ),
    (
        r"no included study reports an interval, so how large or small the effect may be is unknown",
        "no study here says how large or small the effect may be",
    ),
    (
        r"no randomised trial or systematic review that bears on this question was found",
        "we found no trial in which chance decided who got what, and no summary of trials",
    ),
    (
        r"the texts held do not tell of (.+?) \(searched [\d-]+\)",
        r"what we read here says nothing about \1. The full studies may",
    ),
    (r"no included study (reports on|reports|compares|tells)\b", r"no study we found \1"),
    (r"reports on\b", "is about"),
    (r"\breports (quality|survival|sleep|serious)\b", r"looks at \1"),
    (r"the answer above rests on", "this answer rests on"),
    (r"one source alone, so read it as a first answer", "it is one source alone, so read it as a first answer"),
    (r"(?<=; )(very low|low|moderate|high) certainty", r"how sure we are: \1 certainty"),
    (r"\b(very low|low|moderate|high)-certainty evidence \(", r"studies (\1 certainty; "),
    (
        r" detected no effect of (.+?) on (.+?); this does not prove that there is none",
        r" did not show that \1 changes \2. This does not prove that it never does",
    ),
    (r" points to a reduction in (.+?) with (.+?)(?=[;.]|$)", r" suggest that \2 may lower \1"),
    (r" points to an increase in (.+?) with (.+?)(?=[;.]|$)", r" suggest that \2 may raise \1"),
    (r"\bthe boxed warning, contraindications and interactions above come first", "read the warnings above first"),
    (r"\bthe .{0,60} above comes? first", "read the warnings above first"),
    (r", but not significantly in every comparison", ". Not every result was clear"),
    (r"\bwas associated with lower\b", "went along with lower"),
    (r"\bwas associated with higher\b", "went along with higher"),
    (r"\breduces\b", "lowers"),
    (r"\breduce\b", "lower"),
    (r"\bincreases (?=[a-z])", "raises "),
    (r"\b(?:is|are) contraindicated\b", "must not be used"),
    (r"(?<!not )(?<!be )(?<!was )(?<!were )\bcontraindicated in\b", "must not be used in"),
    (
        r"(?<!not )(?<!be )(?<!was )(?<!were )\bcontraindicated (?=(?:with|after|during|within|together|at|when|if)\b)",
        "must not be used ",
    ),
    (r"\bmust not be used in (?:allergy|hypersensitivity) to\b", "must not be used by people with an allergy to"),
    (r"\bis not recommended\b", "is not advised"),
    (r"\bindicated for use to\b", "used to"),
    (r"\bindicated for\b", "used for"),
    (r"\badverse (?:effects|reactions|events)\b", "unwanted effects"),
    (r"\badverse (?:effect|reaction|event)\b", "unwanted effect"),
    (r"\bdiscontinuation of\b", "stopping"),
    (r"\bdiscontinued\b", "stopped"),
    (r"\bdiscontinue\b", "stop"),
    (r"\badministered\b", "given"),
    (r"\bconcomitant use of\b", "use at the same time of"),
    (r"\bconcomitantly\b", "at the same time"),
    (r"\bprior to\b", "before"),
    (r"\bparticipants\b", "people"),
    (r"\bpatients\b", "people"),
    (r"\bmonitored closely\b", "watched closely"),
    (r"\bcontinuous monitoring\b", "to be watched all the time"),
    (r"\bhepatic impairment\b", "liver problems"),
    (r"\brenal impairment\b", "kidney problems"),
    (r"\bmyocardial infarction\b", "heart attack"),
    (r"\bsymptomatic treatment\b", "relief"),
    (r"\ban adequate trial\b", "a large enough trial"),
    (r"\bis required\b", "is needed"),
    (r"(?<!\()\bhypotension\b", "low blood pressure (hypotension)"),
    (r"(?<!\()\bbradycardia\b", "a slow heartbeat (bradycardia)"),
    (r"(?<!\()\bhypoglyc(?:a)?emia\b", "low blood sugar (hypoglycaemia)"),
    (r"\bcardiac evaluation\b", "heart check"),
    (r"\bcardiac monitoring\b", "a heart check"),
    (r"\bcardiac disorders\b", "heart problems"),
    (r"\bcardiac function\b", "heart function"),
    (r"\bexcessive INR\b", "an INR that is too high"),
    (r"\bexcessive\b", "too much"),
    (r"\bthe f(?:o)?etus\b", "the unborn baby"),
    (r"\bits benefit outweighs the risk to\b", "it helps more than it may harm"),
    (r"\bthe benefits? outweighs? the risks?\b", "it helps more than it may harm"),
    (r"\badequate,? (?:and )?well-controlled studies\b", "good studies"),
    (r"\baminotransferases exceed\b", "liver enzymes (aminotransferases) go above"),
    (r"\bh(?:a)?ematological reactions\b", "reactions of the blood"),
    (r"\bcareful monitoring of\b", "careful checks for"),
    (r"\bmonitored for\b", "checked for"),
    (r"\bno other agent\b", "no other medicine"),
    (r"\bantiarrhythmic drugs\b", "heart rhythm drugs (antiarrhythmic)"),
    (r"\bapproximately\b", "about"),
    (r"\bfrequently\b", "often"),
    (r"\binitially\b", "at first"),
    (r"\bsubsequently\b", "then"),
    (r"\bimmediately\b", "at once"),
    (r"\bsufficient\b", "enough"),
    (r"\bdemonstrated\b", "shown"),
    (r"\bin combination with\b", "with"),
    (r"\bat intervals of\b", "in steps of"),
    (r"\bis indicated to\b", "is used to"),
    (r"\bIn the United States, (?=\w)", "In the US, "),
    (r"\bin the United States, (?=\w)", "in the US, "),
    (r"\bin the United Kingdom, (?=\w)", "in the UK, "),
    (r"; however, ", "; but "),
    (r", and (?=(?:it|this|they|the dose|a lower dose|fatal cases|strong)\b)(?![^()]*\))", ". "),
    (r", so (?=(?:the|another|it|this|people)\b)(?![^()]*\))", ". So "),
    *_CLEARING,
    (
        r"(?<!\()\b(?:an )?eGFR (?:below|under) (\d+(?: ml/min(?:/1\.73 m2)?)?)",
        r"kidneys that work poorly (eGFR below \1)",
    ),
    (r"\b(\d[\d.,]*) per (1,?0{2,5}|100) (?:person|patient)-years\b", r"\1 for every \2 people a year"),
    (r"% per year\b", "% a year"),
    (r"\bused for use (?=to|with|as|only|when|together)\b", "used "),
    (r"\bis indicated with ([^.;]{3,40}?) to\b", r"is used with \1 to"),
    (r"\bis indicated in\b", "is used in"),
    (r"\blowers the clearance of (.+?) by\b", r"slows how the body clears \1 by"),
    (r"\braises the clearance of (.+?) (?=\d|by\b)", r"speeds up how the body clears \1 "),
    (r"\brecommended (starting |maximum )?dose\b", r"advised \1dose"),
    (r"\brecommends considering\b", "says to think about"),
    (r"\brecommends? (?:against|avoiding)\b", "advises against"),
    (r"\brecommends\b", "advises"),
    (r"\bshould be considered\b", "should be thought of"),
    (r"\bshould be reserved for\b", "should be kept for"),
    (r"\bthrombotic events\b", "blood clots"),
    (r"\bthroughout(?: the)?\b", "during all of the"),
    (r"\bused together with\b", "used with"),
    (r"\buse of (.+?) together with (.+?) is not advised\b", r"\1 should not be used with \2"),
    (r"; in addition\b", "; also"),
    (r", because of\b(?![^()]*\))", ". The reason is"),
    (r", because\b(?![^()]*\))", ". The reason:"),
    (r", according to the \w+ label\b", ""),
    (
        r", which (are|is(?! taken\b)|has|have|can|may)\b(?![^()]*\))"
        r"(?![^.;]{0,160}, (?:may|can|is|are|has|have|should|must|was|were|occurs?|raises?|lowers?)\b)",
        r". This \1",
    ),
    *(
        (rf"(\bmust (?:also )?not be used[^.;]{{{least},200}}?),? and (?={_CASE})", then)
        for least, then in (
            (45, r"\1. It must also not be used "),
            (45, r"\1. It must also not be used "),
            (3, r"\1 or "),
        )
    ),
    (
        rf", such as (?!{_VERBS})({_ITEM}(?:, (?!{_VERBS}){_ITEM}){{0,7}},? (?:and|or) (?!{_VERBS}){_ITEM})(?=\.|;|$)",
        r". Examples are \1",
    ),
    (r"\bThis (?:are)\b", "These are"),
    (r"\bThis have\b", "These have"),
    (r"\bintensity\b", "strength"),
    (r"\bsystematic reviews(?: with meta-analys[ie]s)?", "summaries of studies"),
    (r"\bsystematic review(?: with meta-analysis)? of\b", "summary of"),
    (r"\bsystematic review(?: with meta-analysis)?", "summary of studies"),
    (r"\b(with|and|of|than) placebo\b(?! \))", r"\1 a dummy treatment (placebo)"),
)
_TABLE: Final = tuple((expression(before), after) for before, after in _EASY)
_QUOTED: Final = expression(r"(“[^”]*”)")
_SHARE: Final = expression(
    r"\b(?P<value>\d+(?:\.\d+)?)%(?: \((?P<of>(?:of|\d+ of) \d+)\))?(?= (?:of|in|with|and|for)\b|,|\.|$)"
)
_AMONG: Final = " seen in "
_OCCURRED: Final = " occurred in "
_SURE: Final = {
    "high": "we are sure of this",
    "moderate": "we are fairly sure of this",
    "low": "we are not very sure of this",
    "very low": "we are very unsure of this",
}


def sure(level: str) -> str:
    """`We are not very sure of this (low certainty)`; empty where nothing was graded."""
    return wording.upper(f"{_SURE[level]} ({level} certainty)") if level in _SURE else ""


@lru_cache(maxsize=2048)
def easy(text: str) -> str:
    """The text with easier words and a sentence for each idea; what stands in quotation marks is left alone."""
    parts = _QUOTED.split(text)
    return "".join(part if part.startswith("“") else _eased(part) for part in parts)


def _eased(text: str) -> str:
    for pattern, after in _TABLE:
        text = pattern.sub(after, text)
    return _split(_AN.sub(r"\1n ", own_words.named_once(_by_easier_words(text))))


_AN: Final = expression(r"\b([Aa]) (?=(?:important|unwanted|early|easy|old|uneven|illness|allergy|enough|operation)\b)")
"""An article before a word that took the place of another."""


@lru_cache(maxsize=1)
def _easier() -> tuple[re.Pattern[str], dict[str, str]]:
    """Hard words and phrases, the longest first, and the easy words for each (`vocabulary/data/easier.tsv`)."""
    lines = glossary.data("easier.tsv").splitlines()[1:]
    made = dict(line.split("\t") for line in lines)
    listed = "|".join(re.escape(hard) for hard in sorted(made, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE), made


def _by_easier_words(text: str) -> str:
    """The text with easy words for hard ones; what stands in brackets is named as its source names it."""
    pattern, made = _easier()

    def instead(found: re.Match[str]) -> str:
        if not found[0][0].isupper():
            return made[found[0].lower()]
        first = not re.search(r"[^\s.:;!?]\s+$", found.string[: found.start()])
        return wording.upper(made[found[0].lower()]) if first else found[0]  # else a part of a name

    outside = re.split(r"(\([^()]*\))", text)
    return "".join(part if part.startswith("(") else pattern.sub(instead, part) for part in outside)


def _split(text: str) -> str:
    """A new sentence at each semicolon that stands in no brackets."""
    made: list[str] = []
    depth, start = 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == ";" and depth <= 0:
            made.append(text[start:at].strip(" ") if made else text[start:at])
            start = at + 1
    made.append(text[start:].lstrip(" ") if made else text)
    head, *rest = made
    joined = ". ".join([head, *(wording.upper(part) for part in rest)])
    return _BEGINS.sub(lambda found: found[1] + found[2].upper(), joined)


_BEGINS: Final = expression(r"(?<=[A-Za-z0-9)%]{2})(\. )([a-z])(?=[a-z ])")
"""A sentence that a rule has made of a clause begins with a capital."""


def shares(clause: str) -> str:
    """`32% (32 in every 100)` for each percentage of people, not rounded; other percentages stay as they are."""
    head, seen, tail = clause.partition(_AMONG if _AMONG in clause else _OCCURRED)
    return f"{head}{seen}{_SHARE.sub(_of_100, tail)}" if seen else clause


def _of_100(found: re.Match[str]) -> str:
    counted = f"{found['of']}, " if found["of"] else ""
    return f"{found['value']}% ({counted}{found['value']} in every 100)"


def opening(study: Study, *, again: bool = False, duration: bool = True, did: str = "looked at") -> str:
    """`One study looked at this (60 people, 12 weeks). Chance decided who got what`: how a study is named, without the
    full stop. `again` of a study that was named before: `The same study found this (60 people)`.
    """
    if again:
        named, _, size = designs.again(study)[0].partition(" (")
        return f"{wording.upper(named)} {did} this{f' ({size}' if size else ''}"
    what = "summary of studies" if study.design.synthesis or study.design is Design.REVIEW else "study"
    inside = [f"{study.n_studies} studies"] if study.n_studies and study.n_studies_span else []
    inside += [wording.people(study.n)] if study.n and study.n_span else []
    if duration and study.duration and not study.design.synthesis:
        inside.append(wording.lower(study.duration.value))
    told = ". ".join(wording.upper(words) for words in designs.plainly(study))
    return f"One {what} {did} this{wording.brackets(', '.join(inside))}{f'. {told}' if told else ''}"


FOUND: Final = "found"
"""What a study did that tells a result."""
_DID: Final = {"concludes": "concluded", "reports": FOUND}
DEEDS: Final = (FOUND, "concluded", "says")
"""All that it is said to have done, behind what it tells."""
_FROM: Final = expression(
    r"[.;] (?=(?:[Oo]ne|[Tt]he same) (?:study|trial|review|summary of studies) (?:found|concluded|says) this\b)"
)
"""Where the words end that tell what was found, and those begin that tell who found it."""


def quoted(study: Study, said: str, verb: str, *, again: bool = False, lead: str = "") -> str:
    """`A lowered pain. One study concluded this (60 people)`: what was found first, who found it behind it."""
    told = f"{lead}: {wording.lower(said)}" if lead else said
    return f"{told.rstrip('. ')}. {opening(study, again=again, did=_DID.get(verb, 'says'))}"


def beside(easy: str, note: str) -> str:
    """The plain words with a note on what they tell, before those that say which study found it."""
    found = _FROM.search(easy)
    at = found.start() if found else len(easy)
    return f"{easy[:at]} {note}{easy[at:]}"


@lru_cache(maxsize=2048)
def noted(text: str) -> str:
    """The text with a note on those of its words that no entry explains, so that no reader is left alone with one."""
    note = glossary.note(glossary.unexplained(text))
    return f"{text.rstrip('. ')} {note}" if note else text


def is_hard(span: Span) -> bool:
    """Whether a quotation is too long or too technical to be shown in plain words."""
    long = len(span.quote.split()) > LONGEST
    return long or readability.grade(span.quote) > HARDEST or bool(glossary.unexplained(span.quote))
