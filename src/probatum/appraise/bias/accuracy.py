"""Studies of diagnostic accuracy: signals for the four domains of QUADAS-2.

Whiting et al. 2011, doi:10.7326/0003-4819-155-8-201110180-00009.
"""

from __future__ import annotations

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.model import BiasSignal, SignalAnswer

TOOL = "QUADAS-2"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)
REFERENCE = (
    r"(?:reference (?:standard|test|method)|gold standard|histolog\w+|patholog\w+|biops\w+|angiograph\w+"
    r"|culture|PCR|polysomnograph\w+|final diagnosis|autopsy|surg\w+ findings|clinical diagnosis)"
)

QUESTIONS = (
    Signalling(
        TOOL,
        "patient selection",
        "consecutive",
        "Was a consecutive or random sample of patients enrolled?",
        (
            rule(
                NO,
                "case-control|case control|healthy",
                r"\bcase[- ]control\b|\b(?:patients|cases) (?:with|and)[^.;]{0,60}\b(?:healthy (?:controls"
                r"|volunteers|subjects))\b",
                "Known cases were compared with healthy people, as no clinic would meet them.",
            ),
            rule(
                YES,
                "consecutive|random sample|all patients|all women|all children",
                r"\bconsecutive(?:ly)?\b(?! (?:visits?|days?|weeks?|months?|years?|samples?|measurements?|slices?|"
                r"images?"
                r"|sections?|cycles?|nights?|times|scans?))|\brandom(?:ly)? (?:sampl|select)\w*"
                r"|\b(?:includ|enrol|recruit|review|stud|analy[sz])\w*[^.;]{0,30}\ball (?:eligible )?(?:patients|women"
                r"|children|adults) (?:who|with|presenting|referred|admitted|attending|undergoing)"
                r"|\ball (?:eligible )?(?:patients|women|children|adults) (?:who|with|presenting|referred|admitted|"
                r"attending"
                r"|undergoing)[^.;]{0,120}\b(?:were|was) (?:\w+ )?(?:includ|enrol|recruit|stud|review|analy[sz])",
                "Patients were enrolled consecutively, at random, or all of them.",
            ),
            rule(
                UNLIKELY,
                "convenience|retrospective",
                r"\bconvenience sampl\w+|\bretrospective(?:ly)?\b",
                "It was a convenience sample, or patients were chosen from records.",
            ),
        ),
        "The {} does not say how patients were chosen.",
    ),
    Signalling(
        TOOL,
        "index test",
        "index test blinded",
        "Was the test read without knowledge of the reference standard?",
        (
            rule(
                YES,
                "blind|mask|unaware|knowledge",
                rf"\b(?:blind(?:ed)?|mask(?:ed)?|unaware|without knowledge)\b[^.;]{{0,60}}\b(?:{REFERENCE}"
                rf"|clinical|other test"
                r"|final|results?|diagnos\w+|outcome)",
                "The test was read by people who did not know the reference standard or the diagnosis.",
                veto=r"\bnot (?:\w+ )?(?:blind|mask)|\bunblinded\b",
            ),
            rule(NO, "blind|mask", r"\b(?:not (?:\w+ )?(?:blind|mask)ed|unblinded)\b", "The reading was not blinded."),
        ),
        "The {} does not say whether the test was read blind.",
    ),
    Signalling(
        TOOL,
        "index test",
        "threshold set beforehand",
        "Was the threshold of the test set beforehand?",
        (
            rule(
                YES,
                "specified|predefined|predetermined|a priori|manufacturer",
                r"\b(?:pre-?specified|pre-?defined|predetermined|a priori|established|published"
                r"|manufacturer['’]?s?)\b[^.;]{0,40}\b(?:threshold|cut-?\s?off|cut-?point|criteria|criterion)",
                "The threshold was set beforehand.",
            ),
            rule(
                NO,
                "optimal|best|youden|receiver operating|roc",
                r"\b(?:optimal|best|optimum) (?:\w+ ){0,3}(?:threshold|cut-?\s?off|cut-?point)|\bYouden\b",
                "The threshold was chosen on the same data.",
            ),
        ),
        "The {} does not say whether the threshold was set beforehand.",
    ),
    Signalling(
        TOOL,
        "reference standard",
        "reference standard named",
        "Is the reference standard named?",
        (
            rule(
                YES,
                "reference|gold|standard|histolog|patholog|biops|angiograph|culture|polysomn|final diagnosis|autopsy"
                "|pcr|surg",
                rf"\b(?:reference (?:standard|test|method)|gold standard)\b|\b(?:confirmed|verified|proven"
                rf"|compared with|validated against|against)\b[^.;]{{0,50}}\b{REFERENCE}"
                rf"|\b{REFERENCE}[- ](?:confirmed|proven|verified)"
                rf"|\b{REFERENCE}[^.;]{{0,40}}\bas (?:the |a )?(?:reference|gold[- ]standard|standard)\b",
                "A reference standard is named.",
                veto=r"\bno (?:reference|gold) standard\b",
            ),
        ),
        "The {} names no reference standard.",
    ),
    Signalling(
        TOOL,
        "flow and timing",
        "all had the reference standard",
        "Did all patients get the same reference standard?",
        (
            rule(
                YES,
                "all |each |every ",
                rf"\b(?:all|each|every) (?:\w+ ){{0,3}}(?:patients?|participants?|subjects?|women"
                rf"|children)\b[^.;]{{0,80}}\b(?:{REFERENCE}|both (?:tests|methods|examinations))",
                "All patients got the reference standard.",
                veto=r"\bnot all\b",
            ),
            rule(
                NO,
                "only|subset|positive",
                rf"\b(?:only|a (?:sub)?(?:set|sample|group) of|those with a"
                rf" positive)\b[^.;]{{0,60}}\b(?:underwent|received|had|got)[^.;]{{0,30}}\b{REFERENCE}",
                "Only some patients got the reference standard.",
            ),
        ),
        "The {} does not say whether all patients got the same reference standard.",
    ),
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """One for each question."""
    return tuple(question.ask(report) for question in QUESTIONS)
