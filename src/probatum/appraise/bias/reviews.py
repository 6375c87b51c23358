"""Systematic reviews: what the items of AMSTAR 2 that a report can show say of it.

Shea et al. 2017, doi:10.1136/bmj.j4008: items 2 (protocol), 4 (search), 5 and 6 (in duplicate), 9 (bias of the
studies), 10 (their funding), 14 (heterogeneity) and 15 (publication bias).
"""

from __future__ import annotations

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.model import BiasSignal, SignalAnswer

TOOL = "AMSTAR 2"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)
DATABASES = (
    r"(?:medline|pubmed|embase|cochrane|central|psycinfo|cinahl|web of science|scopus|lilacs|amed"
    r"|google scholar|pedro|cnki|wanfang|biosis|sportdiscus)"
)

QUESTIONS = (
    Signalling(
        TOOL,
        "protocol",
        "protocol",
        "Was the method of the review fixed beforehand?",
        (
            rule(
                YES,
                "prospero|crd4|registered|protocol",
                r"\bPROSPERO\b|\bCRD ?4\d{10}\b|\b(?:review )?protocol (?:was|has been"
                r"|is) (?:\w+ )?(?:registered|published|available)|\bpublished protocol\b"
                r"|\bprotocol registration\b|\bregistered (?:protocol|in PROSPERO)",
                "The protocol was registered or published.",
                plain_fact=True,
                veto=r"\bno protocol\b|\bnot registered\b",
            ),
            rule(
                NO,
                "no protocol|not registered|without a protocol",
                r"\bno protocol\b|\b(?:review|protocol) was not (?:\w+ )?registered\b"
                r"|\bwithout a (?:registered )?protocol\b",
                "The report says that there was no registered protocol.",
            ),
            rule(
                LIKELY,
                "cochrane",
                r"\bCochrane (?:\w+ ){0,3}(?:review|group)\b",
                "It is a Cochrane review, for which a protocol is required.",
                veto=r"\bCochrane (?:library|database|handbook|central|risk|register)\b",
            ),
        ),
        "The {} names no protocol.",
    ),
    Signalling(
        TOOL,
        "search",
        "comprehensive search",
        "Were at least two databases searched, and other sources too?",
        (
            rule(
                YES,
                "medline|pubmed|embase|cochrane|central|database",
                rf"\b{DATABASES}\b[^.]{{0,220}}\b{DATABASES}\b[^.]{{0,300}}\b(?:reference lists?|hand-?search\w*"
                r"|registers?|registr(?:y|ies)|clinicaltrials|bibliograph\w+|gr[ae]y literature|experts"
                r"|contacted|conference|ICTRP|authors)",
                "Several databases and other sources were searched.",
            ),
            rule(
                LIKELY,
                "medline|pubmed|embase|cochrane|central|database",
                rf"\b{DATABASES}\b[^.]{{0,220}}\b{DATABASES}\b|\b(?:three|four|five|six|seven|eight|several"
                rf"|nine|ten|multiple|[3-9])"
                r" (?:\w+ ){0,4}databases\b",
                "Several databases were searched; other sources are not named in that sentence.",
            ),
            rule(
                UNLIKELY,
                "medline|pubmed|embase",
                rf"\bsearch\w*[^.]{{0,80}}\b{DATABASES}\b|\b{DATABASES}\b[^.]{{0,60}}\bsearch",
                "One database is named.",
            ),
        ),
        "The {} does not say which databases were searched.",
    ),
    Signalling(
        TOOL,
        "selection and extraction",
        "in duplicate",
        "Did two people choose the studies, or take out their data, independently?",
        (
            rule(
                YES,
                "two|independent|duplicate|pair",
                r"\b(?:two|three|2|3|both|pairs of|at least two) (?:\w+ ){0,3}(?:authors?|reviewers?"
                r"|investigators?|researchers?|assessors?|of us)\b[^.]{0,160}\b(?:independent\w*|select\w+"
                r"|extract\w+|screen\w+|assess\w+)|\b(?:independent\w*"
                r"|in duplicate)\b[^.]{0,80}\b(?:extract\w+|select\w+|screen\w+|review\w+|assess\w+)"
                r"|\b(?:extract\w+|select\w+|screen\w+|assess\w+)[^.]{0,80}\b(?:independently|in duplicate)\b",
                "Two people chose studies or took out data independently.",
            ),
            rule(
                NO,
                "one|single",
                r"\b(?:one|a single|1) (?:author|reviewer|investigator|researcher)\b[^.]{0,60}\b(?:extract"
                r"|select|screen)\w*",
                "One person did it.",
            ),
        ),
        "The {} does not say whether two people did it independently.",
    ),
    Signalling(
        TOOL,
        "risk of bias",
        "bias assessed",
        "Was the risk of bias of the included studies assessed?",
        (
            rule(
                YES,
                "bias|jadad|quality|newcastle|pedro|quadas|robins|amstar|grade",
                r"\brisk[- ]of[- ]bias\b|\bRoB ?2?\b|\bROBINS-?I\b|\bJadad\b|\bNewcastle[- ]Ottawa\b"
                r"|\bPEDro (?:scale|score)|\bDowns (?:and|&) Black\b|\bquality (?:of (?:the )?articles|evaluation)\b|"
                r"\bQUADAS\b|\b(?:methodological|trial|study) quality\b"
                r"|\bquality (?:of (?:the )?(?:included )?(?:studies|trials)|assessment|appraisal)\b"
                r"|\b(?:assess|apprais|evaluat)\w+[^.,;()]{0,60}\bquality\b",
                "The risk of bias or quality of the included studies was assessed.",
                veto=r"\bquality of life\b(?![^.]*(?:bias|Jadad|methodological))",
            ),
        ),
        "The {} does not say that the bias of the studies was assessed.",
    ),
    Signalling(
        TOOL,
        "publication bias",
        "publication bias considered",
        "Was it asked whether studies may be missing?",
        (
            rule(
                YES,
                "publication bias|funnel|egger|small-study|small study|begg|trim",
                r"\bpublication bias\b|\bfunnel[- ]plots?\b|\bEgger\b|\bBegg\b|\bsmall[- ]study effects?\b"
                r"|\btrim[- ]and[- ]fill",
                "Publication bias was looked at.",
            ),
        ),
        "The {} does not speak of publication bias.",
    ),
    Signalling(
        TOOL,
        "heterogeneity",
        "heterogeneity discussed",
        "Were differences between the studies looked at?",
        (
            rule(
                YES,
                "heterogen|i2|i²|i(2)|subgroup|meta-regression|inconsisten",
                r"\bheterogen\w+|\bI(?:2|²|\(2\)|-squared| squared)\s*[=<>:]|\bmeta-?regression\b|\bsubgroup analys",
                "Heterogeneity was looked at.",
            ),
        ),
        "The {} does not speak of heterogeneity.",
    ),
    Signalling(
        TOOL,
        "funding of the studies",
        "funding of studies",
        "Does the review say who paid for the included studies?",
        (
            rule(
                YES,
                "fund|sponsor|industry",
                r"\b(?:fund\w+|sponsor\w*|industry|financial support)\b[^.]{0,80}\b(?:of|for"
                r"|by)? ?(?:the )?(?:included|individual|primary|original|all|these|each"
                r"|most) (?:\w+ )?(?:studies|trials)\b|\b(?:studies|trials)\b[^.]{0,60}\b(?:were"
                r"|was) (?:\w+ )?(?:funded|sponsored|supported) by|\bindustry[- ](?:funded"
                r"|sponsored) (?:studies|trials)",
                "The funding of the included studies is told.",
                veto=r"\bthis (?:study|review|work) was (?:funded|supported)",
            ),
        ),
        "The {} does not say who paid for the included studies.",
    ),
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """One for each item."""
    return tuple(question.ask(report) for question in QUESTIONS)
