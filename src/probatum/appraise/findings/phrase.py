"""What can stand as an outcome: a noun phrase in the source's words that can be the subject of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum.appraise.findings.arms import PEOPLE, bodily, looks_human
from probatum.appraise.findings.mentions import SIGNS
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Record, SectionKind
from probatum.text.expressions import expression

VERB: Final = expression(
    r"(?<![\w-])(?:was|were|is|are|had|has|have|did|does|do|been|occurred|occurs|increased|decreased|"
    r"fell|rose|improved|declined|dropped|reached|averaged|"
    r"ranged|developed|remained|differed|showed|demonstrated|reported|experienced|achieved|required|"
    r"received|underwent|responded|"
    r"died|survived|relapsed|recovered|reduced|lowered|prevented|produced|resulted|led|caused|"
    r"appeared|seemed|tended|exceeded|"
    r"found|revealed|indicated|suggested|yielded|correlated|predicted|varied|changed|ceased|healed|resolved|"
    r"favou?red|"
    r"gained|lost|completed|discontinued|withdrew|stopped|exhibited|displayed|obtained|used|got|"
    r"became|began|started|made|took|provided|"
    r"delivered|rated|scored|considered|stated|preferred|accounted|presented|included|represented|"
    r"comprised|felt|expressed|"
    r"observed|noted|detected|shown|seen|associated|affected|worsened|dropped|doubled|halved|followed|"
    r"went|came|returned|"
    r"can|could|may|might|will|would|should|must|increases|decreases|reduces|improves|shows|predicts|"
    r"induced|elicited|triggered|inhibited|stimulated|accelerated|delayed|shortened|prolonged|attenuated|enhanced|"
    r"diminished|elevated|suppressed|blunted|lasted|took|needed|visited|attended|stayed|met|agreed|"
    r"disagreed|identified|diagnosed|recorded|maintained|continued)(?![\w-])",
    re.IGNORECASE,
)


LEAD: Final = expression(
    r"^(?:(?:overall(?=,)|however|otherwise|moreover|furthermore|in addition|additionally|also|similarly|"
    r"likewise|finally|conversely|nevertheless|nonetheless|thus|therefore|"
    r"consequently|interestingly|importantly|notably|surprisingly|secondly?|first(?:ly)?|third(?:ly)?|"
    r"specifically|indeed|again|by contrast|in contrast|on the other hand|"
    r"as expected|for example|e\.g\.|respectively|in particular|of note|in fact|accordingly|meanwhile|"
    r"unexpectedly|statistically|clinically|then|so|and|but|while|whereas|that|with|namely|only|"
    r"further(?=,)|"
    r"in general|results showed that|the results (?:showed|indicated) that|we (?:found|observed) that|"
    r"(?:main )?results|findings?|(?:main )?outcomes?|a total|both)(?:\s?[,:]\s?|\s))+",
    re.IGNORECASE,
)


_BAD: Final = expression(
    r"(?<![\w-])(?:who|whom|which|that|than|not|no|we|they|it|this|these|those|he|she|i|our|there|"
    r"their|them|its|us|here|such|but|whereas|while|although|because|"
    r"respectively|versus|vs|however|also|both|either|neither|same|compared|et al|following results|"
    r"were|was|is|are|had|has|have|did|does|been|be|whether|if|when|where|"
    r"only|mainly|approximately|about|nearly|almost|significant|significantly|non-significantly|led|"
    r"resulted|difference|differences|"
    r"groups?|arms?|respondents|as follows|following|p values?|respective|similar|comparable|"
    r"comparison|comparisons|trend|trends|analyses|result|results|value|values|former|latter|"
    r"others?|can|could|may|might|will|would|should|must)(?![\w-])",
    re.IGNORECASE,
)


_ALLOWED: Final = expression(
    r"\bnot (?=(?:related|due|attributable|associated|caused|requiring|leading|resulting|involving|needing)\b)|"
    r"\b(?:or|and|the|any) other (?!groups?\b|arms?\b|outcomes?\b|variables?\b|parameters?\b|measures?\b|end\b|hand\b)"
    r"(?=[a-z])|\bor other(?=[)\]])|"
    r"(?:at least|more than|less than|greater than|over|under|up to|≥|≤)\s?\d+(?:\.\d+)?"
    r"(?:\s?%|\s(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|points?|times?|doses?|episodes?)\b)|"
    r"\d+(?:\.\d+)?\s?% or (?:more|less)",
    re.IGNORECASE,
)
"""Parts of a name that would elsewhere show that it is none: `bleeding not related to combing`, `at least 5% of it`."""


_HEADLESS: Final = expression(
    r"(?:^|\s)(?:of|in|for|with|on|at|by|to|the|a|an|and|or|from|after|before|between|per|as|very|"
    r"more|less|most|mean|median|average|total|overall|number|percentage|proportion|rate of|"
    r"further|new|two|three|four|five|six|during|within|into|over|under|among|all|any|some|use of|"
    r"applied|complicated|obtained|participated)$",
    re.IGNORECASE,
)


_NOT_RESULT: Final = expression(
    r"^(?:the\s)?(?:mean\s|median\s|average\s)?(?:patients?'?s?'?\s)?(?:effects? of .*|ages?|gender|sex|sample size|"
    r"response rate to the questionnaire|follow[- ]?up(?: (?:period|time|duration|length))?|"
    r"follow[- ]?up (?:for|of|in|among) .*|"
    r"duration of follow-?up|length of follow-?up|time of follow-?up|"
    r"age (?:at|of|range)\b.*|percent(?:age)?|number|proportion|frequency|frequencies|rates?|"
    r"incidence|prevalence|mean|median|average|total|scores?|one|two|data|figures?|hypothesis|"
    r"analysis|analyses|odds|risk|probability|chance|"
    r"reduction|increase|decrease|changes?|improvement|effects?|effect size|comparison|odds ratio|"
    r"relative risk|hazard ratio|correlations?|study|trial|subjects|levels?|concentrations?|power|"
    r"range|interval|type|majority|remaining|rest|remainder|"
    r"sensitivity|specificity|(?:reduced|increased|improved|decreased|lower|higher|greater|better|"
    r"worse)(?: .{0,3})?|(?:\w+ )?hundred|one hundred.*|mean follow[- ]?up .*|articles|studies|"
    r"records|measure|pronounced|follow[- ]?up data.*|participate|common|frequent|findings|"
    r"direction|contact|risks|prevalent|severe|(?:sex|age|gender|mean age)\b.*|"
    r"demographic.*|(?:clinical |patient |baseline )?characteristics.*|variables(?: and .*)?|clinical data|baseline .*|"
    r".* at baseline|ratio|ratios|estimate|evidence|association|relationship|model|trend|benefit|"
    r"advantage|treatment|therapy|group|intervention|drug|none|most|some|corresponding .*|"
    r".*\banalys[ei]s|.*\b[tF]-tests?|(?:evaluating|comparing|assessing|examining|analy[sz]ing) .*|"
    r".*\bevidence\b.*|\w+ly|lowest|highest|largest|smallest|"
    r"all[- ]cause|inclusion .*|time|period|cases?|events?|outcomes?|sd|se|ci)$",
    re.IGNORECASE,
)


_PROPER: Final = frozenset(
    [
        "parkinson",
        "alzheimer",
        "crohn",
        "graves",
        "barthel",
        "hamilton",
        "bishop",
        "apgar",
        "kaplan",
        "beck",
        "glasgow",
        "karnofsky",
        "oswestry",
        "harris",
        "montgomery",
        "kurtzke",
        "ashworth",
        "doppler",
        "gleason",
        "helicobacter",
        "escherichia",
        "staphylococcus",
        "streptococcus",
        "pseudomonas",
        "candida",
        "english",
        "african",
        "american",
        "european",
        "chinese",
        "japanese",
        "german",
        "british",
    ]
)


def phrase(sentence: Sentence, start: int, end: int, *, commas: int = 2) -> str:
    """The characters from `start` to `end` as an outcome phrase; empty when they are not one."""
    masked = sentence.masked[start:end]
    text = sentence.text[start:end]
    for _ in range(2):
        text, masked = drop_brackets(text, masked)
    if any(sign in masked for sign in SIGNS.replace("Ⓣ", "").replace("Ⓧ", "").replace("Ⓓ", "")):
        return ""
    if re.search(r"\s[\[(][^()\[\]]*[)\]]\w", sentence.text[start:end]):
        return ""
    if (placed := _BY_ITS_PLACE.match(sentence.text[start:end].strip(" ,;:"))) is not None:
        return tidy(placed["what"], sentence, commas=MOST_COUNTED_AS_ONE) or _NO_MORE
    return tidy(text, sentence, commas=commas)


_ABBREVIATION: Final = expression(r"(?<=[a-z] [(\[])[A-Z]{2}(?=[)\]])")


@lru_cache(maxsize=8)
def _abbreviations(record: Record) -> frozenset[str]:
    """Names of two letters that title or abstract write out somewhere: `overall survival (OS)`, in whichever part."""
    kept = (SectionKind.TITLE, SectionKind.ABSTRACT)
    return frozenset(x for s in record.sections if s.kind in kept for x in _ABBREVIATION.findall(s.text))


def written_out(short: str, sentence: Sentence) -> bool:
    """Whether the section, or title or abstract, says what two letters stand for."""
    return f"({short})" in sentence.section.text or short in _abbreviations(sentence.context.record)


_BY_ITS_PLACE: Final = expression(
    r"(?:the\s)?(?:composite\s|combined\s|co-?)?primary\s(?:(?:composite|efficacy|study|clinical|safety)\s){0,2}"
    r"(?:outcome|end[- ]?point)s?(?:\smeasure)?(?:\s[\[(]|,\s|\sof\s)(?:an?\s|the\s)?(?:composite\sof\s)?"
    r"(?P<what>[a-z][^()\[\]]{3,200})[\])]?$",
    re.IGNORECASE,
)
"""`the primary outcome (stroke, heart attack or death)`: it is called by what was counted, however many that are."""
MOST_COUNTED_AS_ONE: Final = 6
_NO_MORE: Final = "primary outcome"


_STATISTIC = expression(r"[±+]|\b(?:SD|SE|SEM|IQR|CI|range|ranges|standard|mean|median|interquartile|percent|n)\b|%")


def drop_brackets(text: str, masked: str) -> tuple[str, str]:
    """Leave out brackets that hold marks (figures, n = 12); other brackets stay."""
    for match in reversed(list(re.finditer(r"\s?[\[(][^()\[\]]*[)\]]", masked))):
        if any(sign in match[0] for sign in SIGNS) or len(match[0]) > 40 or _STATISTIC.search(match[0]):
            text, masked = text[: match.start()] + text[match.end() :], masked[: match.start()] + masked[match.end() :]
    for match in reversed(list(re.finditer(r"\s?Ⓝ+", masked))):
        text, masked = text[: match.start()] + text[match.end() :], masked[: match.start()] + masked[match.end() :]
    return text, masked


_SPREAD_WORDS = expression(
    r"\s?[(\[]?(?:±|\+/-|\+\s?-)\s?(?:1\s)?(?:SDs?|SEM?|s\.d\.|s\.e\.(?:m\.)?|standard (?:deviation|error)s?)"
    r"(?!\w)[)\]]?"
)


_VALUES_OF: Final = expression(
    r"(?<=\s)(?=\S*[A-Z0-9])(?P<of>[\w/-]+)\svalues?$|^(?=\S*[A-Z0-9])(?P<of2>[\w/-]+)\svalues?$"
)
"""`CET values`: CET."""
_MANNER: Final = expression(
    r"\s[a-z]+(?:ant|ent|al|ive|ous|ed|ing|ic|ful|less|ong|ar|ate|ue|ear|ight|ose|ost|ort|ick|ow|ough|eat|ild|ark|ull|"
    r"ure|ect|oad)ly$"
)
"""`the score strongly (predicted)`: an adverb belongs to the verb behind it, a `family` does not end so."""


def tidy(text: str, sentence: Sentence | None = None, *, commas: int = 2) -> str:
    """A phrase trimmed, checked and put in lower case; empty when it cannot be an outcome."""
    made = " ".join(text.split()).strip(" ,;:.-–=•·")
    made = LEAD.sub("", made).strip(" ,;:")
    made = re.sub(r",\s(?:all|most|some|none|both) of (?:it|them|which|whom)\b[^,]*$", "", made)
    made = re.sub(r"^[A-Z]\w{3,}ly,\s", "", made)
    made = re.sub(
        r"^(?:(?:more|less|most)\s)?(?:often|frequently|commonly|frequent|common)\s", "", made, flags=re.IGNORECASE
    )
    made = re.sub(r"^(?:a|an|any|some)\s", "", made, flags=re.IGNORECASE)
    made = re.sub(
        r"\s(?:alone|respectively|therefore|also|all|each|both|then|later|even|still|currently|"
        r"generally|usually|often|never|initially|subsequently|significantly|actually|further|"
        r"slightly|only|thus|rapidly|markedly|overall|immediately|directly|shortly|soon|just)$",
        "",
        made,
    )
    made = re.sub(r"(?<!\bthe)\sright$", "", made)  # `pain right after treatment`, and not `pain on the right`
    made = made if re.match(r"[a-z]+ing\b", made) else _MANNER.sub("", made)  # `delivering vaginally` is what they did
    made = made if " and " in made else _VALUES_OF.sub(lambda told: told["of"] or told["of2"], made)
    made = re.sub(r"\sⓉ*$", "", made)
    made = _SPREAD_WORDS.sub("", made).strip()
    if made.isupper() and len(made) == 2 and sentence is not None and written_out(made, sentence):
        return made if made not in STATISTICS else ""
    if (
        not 2 < len(made) <= 50 + 30 * commas
        or len(made.split()) > 10 + 2 * commas
        or not re.search(r"[A-Za-z]{2}", made)
    ):
        return ""
    if made.count("(") != made.count(")") or made.count("[") != made.count("]"):
        return ""
    if re.match(r"(?:at least|more than|less than|greater than|over|under|up to)\s?\d|[≥≤]|\d+(?:\.\d+)?\s?%", made):
        return ""
    plain = _ALLOWED.sub("", made)
    if _BAD.search(bodily(plain)) or _HEADLESS.search(made) or _NOT_RESULT.match(made) or looks_human(made):
        return ""
    if re.match(
        r"^(?:throughout|across|besides|including|plus|more|less|in|at|of|on|for|with|by|from|after|to|as|and|or|among|"
        r"during|between|using|per|within|"
        r"over|based|following|compared|p)\s",
        made,
        re.IGNORECASE,
    ):
        return ""
    if (
        re.search(r"\d\s?%|[=<>;]|\bet al\b|,\s(?:and|or)?\s?\w+ing\b", plain)
        or re.fullmatch(r"[\d\s.,-]+", made)
        or made.count(",") > commas
    ):
        return ""
    return lower(made, sentence)


STATISTICS: Final = frozenset(
    {"OR", "HR", "RR", "CI", "SD", "SE", "MD", "RD", "PR", "IR", "UC", "NS", "UK", "US", "EU"}
)
"""Short forms that are never what was measured; others are, where the text says what they stand for: `death (PA)`."""


def lower(made: str, sentence: Sentence | None) -> str:
    """The phrase with its first word in lower case, unless that is an acronym or a name."""
    first, _, rest = made.partition(" ")
    stem = re.split(r"[-'’]", first)[0]
    if (
        (len(stem) == 1 and stem not in ("A", "I"))
        or any(c.isupper() or c.isdigit() for c in first[1:])
        or stem.lower() in _PROPER
        or ("'" in first and first[0].isupper() and first.lower().endswith("'s"))
    ):
        return made
    if (
        sentence is not None
        and sentence.section.kind is not SectionKind.TABLE
        and first[:1].isupper()
        and first.lower() not in sentence.context.lower
    ):
        inside = re.search(rf"[a-z,]\s{re.escape(first)}\b", sentence.section.text)
        if inside:
            return made
    return first[:1].lower() + first[1:] + (" " + rest if rest else "")


def group_phrase(text: str) -> bool:
    """True for a phrase that names a group of people."""
    return bool(
        re.search(rf"(?<![\w-])(?:{PEOPLE}|groups?|arms?|placebo|controls?)(?![\w-])", bodily(text), re.IGNORECASE)
    ) and not re.search(r"\b(?:satisfaction|rate|score|status|survival)\b", text)


def has_verb(masked: str) -> bool:
    """True when a masked stretch holds a finite verb."""
    return VERB.search(masked) is not None


def before_verb(text: str) -> str:
    """A noun phrase cut at its first verb: `deaths occurred` gives `deaths`."""
    match = VERB.search(text)
    return text[: match.start()].strip() if match else text
