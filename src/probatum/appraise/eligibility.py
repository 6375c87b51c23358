"""Who could take part, and where: ages, sexes, criteria, countries. All verbatim, or absent."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.counting import NOUN, OF_PEOPLE
from probatum.appraise.countries import COUNTRY
from probatum.appraise.numbers import NUMBER
from probatum.appraise.reading import Sentence
from probatum.appraise.seen import Said, cut, sourced
from probatum.model import SectionKind, SectionRole, Sourced, Span
from probatum.text.expressions import caseless

MOST: Final = 500
"""Characters of a criterion that are taken."""


FEWEST: Final = 15
"""Characters of a criterion at the least."""


_Y: Final = r"(?:years?|yrs?|yr|y|months?|weeks?|days?)"
_N: Final = rf"(?:\d{{1,3}}(?:\.\d)?|{NUMBER})"
_TO: Final = r"(?: ?[-–—] ?| to | and | through )"
AGES: Final = (
    caseless(
        rf"\b(?:aged?|ages)(?: of| from| between|,|:| range)*(?: ?[≥>≤<]=? ?| at least | over | under | above "
        rf"| below "
        rf"| more than | less than | )?{_N}(?:[- ]?{_Y})?(?:{_TO}{_N})?[- ]?{_Y}\b"
        r"(?: (?:of age|old))?(?: (?:or|and) (?:older|over|above|more|younger|under))?"
    ),
    caseless(
        rf"(?:\bbetween |\bfrom |[≥>≤<]=? ?|\bat least |\b(?:less|more|not more) than |\bup to |\bbelow "
        rf"|\babove |\bover |\bolder than |\byounger than |\bunder "
        rf"|\bmore than )?\b{_N}"
        rf"(?:[- ]?{_Y})?(?:{_TO}{_N})?[- ]?{_Y}(?: of age| old| in age)(?: (?:or|and) (?:older|over|above|more"
        rf"|younger))?"
    ),
    caseless(rf"\baged?(?: of| from| between)? {_N}{_TO}{_N}\b"),
    caseless(rf"\b{_N}(?:[- ]?{_Y})? (?:or|and) (?:older|over|above)\b"),
    caseless(rf"(?:[≥>≤<]=? ?){_N} ?{_Y}(?: of age| old)?(?= (?:with|who|and|or|of|were|at)\b|[,;)])"),
)
MEAN_AGE: Final = caseless(
    rf"\b(?:mean|median|average)(?: \([^)]{{1,20}}\))? (?:patient )?age(?:s)?(?: \([^)]{{1,20}}\))?(?: \w+){{0,6}}?"
    rf"(?: (?:was|of|were)|,|:)? ?{_N}(?:\.\d+)?(?: ?(?:±|\+/-"
    rf"|\() ?\d+(?:\.\d+)?[^.;,]{{0,24}}?\)?)? ?{_Y}?\b(?!\.?\d|\s?%)"
)
NOT_AGES: Final = caseless(
    r"\b(?:duration|follow(?:ed)?[- ]?up|history|during|within|experience|for the (?:past|last)|stratified"
    r"|especially|sub-?groups?|sub-?analys[ei]s)\b"
)
SEXES: Final = (
    caseless(
        rf"(?:\d+(?:\.\d+)? ?%|\b{_N}(?: \(\d[^)]{{0,12}}\))?)(?: (?:of (?:the |these )?(?:patients"
        rf"|participants|subjects)"
        r"|were|was|patients|participants|subjects))* (?:women|men|females?|males?|boys|girls)\b"
        rf"(?:(?:,| and|;|/| \() ?{_N}(?: \([^)]{{1,12}}\))? (?:women|men|females?|males?|boys|girls))?"
    ),
    caseless(r"\b(?:women|men|females?|males?|boys|girls)[,:]? ?\d+(?:\.\d+)? ?%"),
)
ONE_SEX: Final = (
    caseless(r"\b(?:women|girls|females|mothers|pregnant \w+|female (?:patients|participants|subjects|\w+))\b"),
    caseless(r"\b(?:men|boys|males|male (?:patients|participants|subjects|\w+))\b"),
)
_DEALT: Final = (
    r"(?:then |also )?(?:random|assign|allocat|invit|ask|identif|approach|recruit|contact|sent|enrol|screen"
    r"|divid|given"
    r"|referr|inform)"
)
"""What is done to people who are eligible, which tells no criterion."""
SEX: Final = ("women", "men")
INCLUDED: Final = (
    caseless(
        r"\b(?:inclusion|eligibility|entry|entrance|enrol?lment) criteri(?:a|on)(?: for (?:the |this )?[\w -]{3,40})?"
        r"(?: \([^)]{1,40}\))?(?::| (?:was|were|included?|comprised|consisted of|required)(?: as follows)?:?)"
        r" (?P<v>[^.;]{5,}(?:;[^.;]{3,}){0,8})"
    ),
    caseless(
        rf"\b(?:{NOUN}|they|who) (?:were|was|are|would be|will be) (?:considered |deemed )?(?:eligible|included"
        rf"|enrolled"
        r"|recruited)(?: for (?:the )?(?:study|trial|inclusion|participation|enrol?lment))? (?P<v>(?:if|when"
        r"|who|provided)"
        r" [^.]{5,})"
    ),
    caseless(
        rf"\beligible (?P<v>(?:[\w-]+ ){{0,3}}{NOUN} (?:were(?! {_DEALT})|had|included|with|aged|who"
        rf"|met)\b[^.]{{5,}})"
        rf"|\bwe (?:enrolled|included|recruited) (?P<w>(?:[\w-]+ ){{0,4}}{NOUN} (?:with|aged|who"
        rf"|between \d)[^.]{{5,}})"
    ),
)
EXCLUDED: Final = (
    caseless(
        r"\bexclusion criteri(?:a|on)(?: for (?:the |this )?[\w -]{3,40})?(?: \([^)]{1,40}\))?(?::| (?:was|were"
        r"|included?"
        r"|comprised|consisted of)(?: as follows)?:?) (?P<v>[^.;]{5,}(?:;[^.;]{3,}){0,8})"
    ),
    caseless(
        rf"\b(?:{NOUN}|they) were (?:excluded|ineligible|not eligible)(?: from (?:the )?(?:study|trial))?"
        r" (?P<v>(?:if|when|who|for|because) [^.]{5,})"
    ),
    caseless(rf"\bwe excluded (?P<v>(?:[\w-]+ ){{0,4}}{NOUN} (?:with|aged|who|if)\b[^.]{{5,}})"),
)
PLANNED: Final = (SectionRole.METHODS, SectionRole.NONE, SectionRole.OBJECTIVE)
PLACE: Final = caseless(
    r"\b(?:hospitals?|cent(?:er|re)s?|clinics?|universit\w+|institut\w+|recruit\w+|enrol\w+|conducted|sites?"
    r"|practices"
    r"|schools?|villages?|carried out|performed|set(?:ting)?|departments?|district|communit\w+|undertaken"
    r"|took place)\b"
)


MAKER: Final = caseless(
    r"\b(?:Inc|Ltd|LLC|GmbH|Corp(?:oration)?|SPSS|SAS|STATA|software|kits?|manufactur\w+|purchased|supplied"
    r"|assays?|devices?)\b"
)
"""Words of a sentence that tells where a device, a kit or a program was made."""


OF_A_SCALE: Final = caseless(
    r"\b(?:tests?|scales?|questionnaires?|instruments?|inventor(?:y|ies)|norm(?:s|ative)|designed for|suitable|survey"
    r"|population of)\b"
)
"""Words of a sentence on the ages a test is made for, or on a country's people."""
TAKING_PART: Final = caseless(rf"\b(?:eligib\w+|inclu\w+|enrol\w+|recruit\w+|participat\w+|took part|{NOUN})\b")


def age(said: Said) -> Sourced | None:
    """Ages that could take part, else the mean or median age of the people studied."""
    planned = said.only(lambda s: s.role in PLANNED)
    heard = [
        (sentence, text)
        for sentence, text in planned.having("age", "year", "old", "months", "yr")
        if not OF_A_SCALE.search(text)
    ]
    heard.sort(key=lambda one: not TAKING_PART.search(one[1]))
    for pattern in AGES:
        for sentence, text in heard:
            for match in pattern.finditer(text):
                if not NOT_AGES.search(text[max(0, match.start() - 40) : match.start()]) and "mean" not in match[0]:
                    return sourced(sentence, match)
    for sentence, text in _own(said).having("age"):
        if told := MEAN_AGE.search(text):
            return sourced(sentence, told)
    return None


def _own(said: Said) -> Said:
    """What this study did and found."""
    return said.only(lambda s: s.role not in (SectionRole.BACKGROUND, SectionRole.CONCLUSIONS))


OTHERS: Final = caseless(r"\b(?:healthy|screened|controls|approached|invited|excluded|died|respon\w+)\b")
"""Words of a sentence whose women and men are not all who took part."""


def _of_the_counted(counted: Span) -> Sourced | None:
    """The sex of those whom the study's size counts, where the words behind the figure name one alone."""
    text = counted.source_section.text
    noun = OF_PEOPLE.match(text, counted.end)
    if noun is None:
        return None
    end = noun.end() + 20  # `59 men and women`
    named = [(pattern.search(text, noun.start(), end), name) for pattern, name in zip(ONE_SEX, SEX, strict=True)]
    alone = [(match, name) for match, name in named if match]
    if len(alone) != 1 or alone[0][0].start() >= noun.end():
        return None
    return Sourced(alone[0][1], Span(counted.source, counted.section, *alone[0][0].span()))


def sex(said: Said, population: Sourced | None, counted: Span | None) -> Sourced | None:
    """`women` where only they took part, else the share or number of a sex, verbatim. `counted` is the study's size."""
    if counted is not None and (one := _of_the_counted(counted)):
        return one
    if population is not None:
        span = population.span
        around = span.source_section.text[max(0, span.start - 20) : span.end + 20]  # `men and women with gout`
        female, male = (pattern.search(span.quote) for pattern in ONE_SEX)
        both = all(pattern.search(around) for pattern in ONE_SEX)
        only = female or male
        if only is not None and not both:
            return Sourced("women" if only is female else "men", span.inner(*only.span()))
    for sentence, text in _own(said).having("women", "men", "male", "boys", "girls"):
        for pattern in SEXES:
            told = pattern.search(text)
            if told and not OTHERS.search(text) and ("%" in told[0] or all(p.search(told[0]) for p in ONE_SEX)):
                return sourced(sentence, told)
    return None


def _criteria(said: Said, patterns: tuple[re.Pattern[str], ...], *triggers: str) -> Sourced | None:
    heard = list(said.only(lambda s: s.role in PLANNED).having(*triggers))
    for pattern in patterns:
        for sentence, text in heard:
            match = pattern.search(text)
            if match is None:
                continue
            found = sourced(sentence, match, "w" if "w" in match.groupdict() and match["w"] else "v")
            if found and len(found.span) >= FEWEST:
                span = cut(found.span, MOST)
                return Sourced(span.quote, span)
    return None


def inclusion(said: Said) -> Sourced | None:
    """Criteria to take part."""
    return _criteria(
        said, INCLUDED, "inclusion", "eligib", "entry", "entrance", "included", "enrolled", "recruited", "enrol"
    )


def exclusion(said: Said) -> Sourced | None:
    """Criteria not to take part."""
    return _criteria(said, EXCLUDED, "exclu", "ineligible", "not eligible")


def countries(said: Said) -> tuple[Sourced, ...]:
    """Countries in which the study was done, each once, in the order of the text: in the title, or in a sentence of the
    methods that tells the place."""
    for wanted in (_of_title, _of_methods):
        found: dict[str, Sourced] = {}
        for sentence, text in said.only(wanted).having(""):
            if sentence.section.kind is not SectionKind.TITLE and not PLACE.search(text):
                continue
            for match in COUNTRY.finditer(text):
                if MAKER.search(text) or _of_a_maker(text, match.start()):
                    continue
                got = sourced(sentence, match, "name")
                if got:
                    found.setdefault(got.value, got)
        if found:
            return tuple(found.values())
    return ()


def _of_a_maker(text: str, at: int) -> bool:
    """True within brackets that name the maker of a device or drug: `(Acme, Springfield, USA)`."""
    opened = text.rfind("(", 0, at + 1)
    if opened < 0 or text.rfind(")", 0, at) > opened:
        return False
    return not PLACE.search(text[max(0, opened - 40) : opened])


def _of_title(sentence: Sentence) -> bool:
    return sentence.section.kind is SectionKind.TITLE


def _of_methods(sentence: Sentence) -> bool:
    return sentence.role in (SectionRole.METHODS, SectionRole.NONE)
