"""Given: what a study gave, and what of its findings is of the very problem it is about."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.evidence.spelled_out import spelled_out
from probatum.model import Appraisal, Finding, Fit, Measure, RecordKind
from probatum.text import words
from probatum.text.expressions import expression


def given_in(appraisal: Appraisal) -> frozenset[str]:
    """What a study gave, in lower case: the drugs of its arms, else those that its title names."""
    given = {arm.drug.lower() for arm in appraisal.study.arms if arm.drug and not arm.control}
    if not given and appraisal.directness.intervention.fit is Fit.OTHER:
        given = {one.strip().lower() for one in appraisal.directness.intervention.words.split(",")}
    return frozenset(given - {""})


def its_own(appraisal: Appraisal, finding: Finding) -> bool:
    """Whether a finding is of the very problem that a source elsewhere is about: there it is no harm."""
    own, told = (words.stems(t.replace("ae", "e")) for t in (appraisal.directness.population.words, finding.outcome))
    return bool(own) and own <= told and appraisal.record.kind is not RecordKind.LABEL


NAMELESS: Final = expression(
    r"(?:the )?(?:active|true|real|verum|(?:(?:controlled|immediate|extended|sustained|modified)[- ]release)|[CIESX]R"
    r"|intervention|treatment|experimental|study drug|\d.*|(?:high|low|short|long|early|late"
    r"|intensive|standard|full|half|single|extended|deep"
    r"|moderate|mild|light|superficial|conventional|usual|normal)(?:er|est)?)"
    r"(?:[- ](?:group|arm|treatment|term|dos(?:e|ing|age)|course|duration|intensity|strategy|therapy|regimen)){0,2}",
    re.IGNORECASE,
)
"""What an arm is called that names no treatment."""


def treatment(appraisal: Appraisal) -> str:
    """Name of the treatment a study tested: from its arms, else from its intervention match, else empty."""
    drug = next((n for a in appraisal.study.arms if not a.control and (n := cleaned(a.drug or a.name))), "")
    drug = "" if NAMELESS.fullmatch(drug) else drug
    named = appraisal.directness.intervention.words.split(",")[0].strip()
    named = named if _is_given(named) else ""
    drug = spelled_out(drug, appraisal.record)
    return wording.lower(drug or _whole(named, appraisal.record.title) or named)


_FACTORS: Final = expression(
    r"\b(?:risk|protective|prognostic|predictive|independent|associated) factors?\b|\bpredict(?:ors?|ed|ive)\b"
    r"|\b(?:logistic|cox|multivaria\w+|univaria\w+|regression)\b|\bindependently (?:associated|related)\b",
    re.IGNORECASE,
)
_RATIOS: Final = (Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RISK_RATIO, Measure.RATE_RATIO)


def of_factor(finding: Finding, name: str) -> bool:
    """Whether a finding is the ratio of a risk factor that a treatment is not: it says nothing of the treatment."""
    if len(finding.arms) != 1 or finding.measure not in _RATIOS or not _FACTORS.search(finding.sentence.quote):
        return False
    return not words.stems(finding.arms[0].arm) & words.stems(name)


def of_factors_alone(appraisal: Appraisal, name: str) -> bool:
    """Whether all that a study found is of risk factors other than a treatment: it did not try that treatment."""
    armed = [f for f in appraisal.findings if f.arms]
    tried = any(not arm.control for arm in appraisal.study.arms)
    return bool(armed) and not tried and all(of_factor(f, name) for f in armed)


def cleaned(name: str) -> str:
    """The name of an arm without what is no part of it: the doses behind it (`zorbinol 10, 20`), the change to it
    (`switch to zorbinol`), a bracket that is cut off; empty for a name that is of no treatment, such as a placebo's."""
    if _BLANK.match(name):
        return ""
    if name.count("[") > name.count("]") or name.count("(") > name.count(")"):
        long = re.split(r"[\[(]", name)[-1].strip()
        name = long if vocabulary.load().is_drug(long) else re.split(r"[\[(]", name)[0].strip()
    if _NO_NAME.fullmatch(name):
        return ""
    if vocabulary.load().lookup(name):
        return name
    said = _LED.sub("", name).split()
    while len(said) > 1 and _DOSE.fullmatch(said[-1]):
        said.pop()
    bare = " ".join(said).strip(" ,") or name
    return _HOW.sub("", bare) if len(said) > _LONGEST else bare


_LONGEST: Final = 6
"""Words of a name; a longer one tells how it was given, too."""
_HOW: Final = expression(
    r",? (?:using|as|described|which|that|given|administered|delivered|every|consisting|including|under)\b.*$"
)


_BLANK: Final = expression(r"(?:matching |matched |inhaled |oral )?(?:placebos?|sham|vehicle|dummy)\b", re.IGNORECASE)
_NO_NAME: Final = expression(
    r"\w\W?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)|no (?:further|other|additional)(?: \w+)?"
    r"|(?:register|randomi[sz]e)\b.*|(?:intra|trans)?vaginal(?:ly)?|oral(?:ly)?|intravenous(?:ly)?",
    re.IGNORECASE,
)
"""A letter, a number or a way of giving by which an arm is called, and no treatment."""
_DOSE: Final = expression(
    r"\d[\d.,/]*(?:mg|mcg|\u00b5g|g|ml|iu|%)?(?:/\w+)?,?|(?:mg|mcg|\u00b5g|micrograms?|g|ml|iu|u|units?)(?:/\w+)?,?"
    r"|bid|tid|qid|qd|daily|twice|once|and|or",
    re.IGNORECASE,
)
"""A word of the doses that stand behind a name."""
_LED: Final = expression(
    r"^(?:switch(?:ed|ing)? to|chang(?:e|ed|ing) to|(?:the )?addition of|add(?:ed|ing)|treatment with|therapy with"
    r"|(?:the )?use of|continu(?:e|ed|ing) (?:with|on)|patients (?:with|on|receiving|treated with)) ",
    re.IGNORECASE,
)


def _is_given(name: str) -> bool:
    """Whether a name is that of a drug, or of something else that is done to treat."""
    known = vocabulary.load()
    done = any(t.semantic == "procedure" for t in known.lookup(name)) and _NOT_DONE.search(name) is None
    return known.is_drug(name) or done


_NOT_DONE: Final = expression(
    r"\b(?:(?:glyc\w+|quality|disease|weight|blood \w+|infection) control|associations?|assessments?|analys[ie]s"
    r"|evaluations?|comparisons?|measurements?|follow-?up|biops\w+|an(?:a)?esthesia|surveys?|statistics)$",
    re.IGNORECASE,
)
"""Procedures by which nobody is treated: what is measured or reckoned, and what another operation is done under."""


def _whole(name: str, title: str) -> str:
    """The drug of a title of which a name is only a word: `ferric derisomaltose` where an iron was looked for; empty
    where the title does not have one drug alone."""
    found = [m.term.label for m in vocabulary.load().find(title) if m.term.semantic == "drug"]
    return found[0] if name and len(set(found)) == 1 and name.lower() not in found[0].lower() else ""
