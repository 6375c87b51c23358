"""RoB 2 domain 1, the randomisation process: the sequence, whether it was hidden, whether groups were alike.

Sterne et al. 2019, doi:10.1136/bmj.l4898. A report that only says `randomised` tells nothing of the sequence.
"""

from __future__ import annotations

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.model import BiasSignal, SignalAnswer

DOMAIN = "randomisation"
ALLOCATION = r"random|allocat|assign"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)

SEQUENCE = Signalling(
    "RoB 2",
    DOMAIN,
    "sequence",
    "Was it left to chance who was allocated to which group?",
    (
        rule(
            NO,
            "alternat|birth|record number|hospital number|chart number|odd|every other|every second|day of|quasi",
            r"\b(?:allocat|assign|randomi[sz]|divid)\w*[^.;]{0,80}\b(?:alternat(?:ely|ing|ion)\b|(?:date|year"
            r"|month|day) of (?:birth|admission)|birth ?dates?|(?:hospital|record|chart|file|folder) numbers?"
            r"|odd (?:and|or|numbers?)|every (?:second|other) (?:patient|participant|subject|person)"
            r"|days? of the week|(?:order|sequence) of (?:arrival|admission|presentation))|\balternat(?:e|ing"
            r"|ely) (?:assign|allocat)\w+|\bquasi-?\s?randomi[sz]\w+",
            "People were allocated by a rule that can be foreseen, not by chance.",
            veto=r"\balternating (?:treatment|sequence|order|blocks?)\b|\bage\b[^.;]*\bstratif",
        ),
        rule(
            YES,
            "computer|software|excel|spreadsheet|random|online|website|web site",
            r"\bcomputer\w*\b[^.;]{0,60}\b(?:random\w*|allocation|sequence|minimi[sz]\w+)|\b(?:random\w*"
            r"|allocat\w+|assign\w+|sequence|list|numbers?)\b[^.;]{0,110}\bcomputer\w*\b"
            r"(?![- ](?:games?|tasks?|training|tailor|assisted|aided|based))|\b(?:random\w*"
            r"|allocat\w+|assign\w+|sequence)\b[^.;]{0,80}\b(?:by|using|via|with|through|in|from"
            r"|use of)\b[^.;]{0,40}\b(?:software|excel|spreadsheet|SAS|Stata|SPSS|web ?site)\b|\b(?:software"
            r"|excel|SAS|spreadsheet|web ?site)\b[^.;]{0,50}\b(?:generat\w+|creat\w+"
            r"|produc\w+)[^.;]{0,40}\b(?:random|allocat|sequence)\w*|\brandomi[sz]er\b"
            r"|\brandomi[sz]ation\.com\b|\bsealedenvelope\b|\brandom(?:ly"
            r"|i[sz]ed)?[- ](?:generated )?(?:numbers?|digits?)\b|\bsequence[^.;]{0,40}randomly generated",
            "The sequence was made by a computer or from random numbers.",
            veto=r"\brandom (?:digit|number) dial|\brandom(?:ly)? (?:select|sampl)|\bselected (?:by|using|with)\b"
            r"|\btrials? were presented\b|\bto (?:a|an|the|either|one of)\b[^.;]{0,40}\bcomputer[-"
            r" ](?!generat)\w+ (?:intervention|program|training|group|game|tailor)\w*|\b(?:telephone"
            r"|phone) numbers\b|\brandom[- ]effects?|\brandom coefficient",
            need=ALLOCATION,
        ),
        rule(
            YES,
            "table|list",
            r"\btables? of random\b|\brandom(?:i[sz]ation)? tables?\b",
            "The sequence was taken from a table of random numbers.",
        ),
        rule(
            YES,
            "block|minimi|urn",
            r"\b(?:permut\w+|random(?:ly|i[sz]ed)?|balanced|variable|varying|varied|fixed"
            r"|stratified)(?:[- ](?:\w+[- ])?){0,2}blocks?\b|\bblock(?:ed)?[- ]?(?:randomi[sz]\w+|sizes?)\b"
            r"|\brandomi[sz]\w+ (?:\w+ ){0,6}blocks?\b|\bblocks? of (?:\d+|two|four|six|eight|ten|twelve"
            r"|twenty)\b|\bminimi[sz]ation\b|\bbiased[- ]coin\b|\burn (?:randomi|design|method)",
            "People were allocated in random blocks or by minimisation.",
            veto=r"\b(?:nerve|heart|conduction|plexus|spinal|caudal|scalp|regional|paravertebral) blocks?\b",
            need=ALLOCATION + "|minimi",
        ),
        rule(
            YES,
            "coin|lots|lottery|dice|die|shuffl|hat|envelope|ballot",
            r"\b(?:toss\w*|flip\w*|throw\w*)[^.;]{0,20}\b(?:coin|dice|die)\b|\bcoin[- ](?:toss|flip)\w*"
            r"|\b(?:draw\w*|drew|drawn)[^.;]{0,30}\b(?:lots?|envelopes?|ballots?|cards?|tickets?)\b"
            r"|\blottery\b|\bshuffl\w+|\b(?:roll\w*)[^.;]{0,12}\b(?:dice|die)\b|\b(?:picked|drawn"
            r"|drew) from a hat\b",
            "The sequence was made by lots, coins, dice or shuffled envelopes.",
            need=ALLOCATION + "|group",
        ),
        rule(
            LIKELY,
            "list|schedul|code|schem|sequence|stratif|central|interactive|voice|ivrs|iwrs|web|telephone|envelope",
            r"\b(?:randomi[sz]ation|allocation|assignment|random)[- ](?:allocation )?(?:lists?|schedules?"
            r"|codes?|schemes?|sequences?|cent(?:er|re)|service|system|procedure)\b"
            r"|\bstratified (?:\w+ ){0,2}randomi[sz]\w+|\brandomi[sz]\w+[^.;]{0,60}\bstratif\w+"
            r"|\bstratif\w+[^.;]{0,60}\brandomi[sz]\w+|\bcentral(?:ly|i[sz]ed)? (?:\w+ )?randomi[sz]\w+"
            r"|\brandomi[sz]\w+ (?:\w+ ){0,4}central(?:ly|i[sz]ed)?\b|\binteractive (?:voice|web)|\bIV?WRS\b",
            "A list, stratified scheme or central service allocated people; how its sequence was made is not said.",
            veto=r"\bafter stratif\w+ (?:the )?analys|\bsequences? of (?:the )?(?:events|exercise)|\bnot stratif"
            r"|\b(?:Cox|hazards?|regression|models?|log-?rank|Mantel)\b",
        ),
        rule(
            UNLIKELY,
            "not random|non-random|nonrandom|non random|own choice|preference|choice of",
            r"\b(?:not|non)[- ]?randomi[sz]ed (?:controlled |clinical |comparative |open[- ]label "
            r"|prospective )*(?:trial|study|design|allocation)|\b(?:patients?"
            r"|participants?) (?:\w+ ){0,2}chose\b|\ballocat\w+[^.;]{0,40}\b(?:preference|own choice)\b",
            "People were not allocated by chance.",
            veto=r"\bnon-?randomi[sz]ed (?:patients|participants|cohort|phase|part|trials|studies)|\b(?:19|20)\d\d\b",
        ),
    ),
    "The {} does not say how the sequence of allocation was made.",
)

CONCEALMENT = Signalling(
    "RoB 2",
    DOMAIN,
    "concealment",
    "Was the next allocation hidden until a person had been enrolled?",
    (
        rule(
            NO,
            "conceal|open list|open random",
            r"\b(?:allocation|assignment|randomi[sz]ation)[^.;]{0,50}\b(?:was|were) (?:not"
            r"|un-?)\s?(?:adequately )?conceal|\b(?:no|without|lack of|inadequate"
            r"|absence of) (?:allocation )?concealment\b|\bunconcealed\b|\bopen (?:list|random allocation"
            r"|randomi[sz]ation (?:list|schedule))",
            "The allocation was not hidden from those who enrolled people.",
        ),
        rule(
            YES,
            "opaque|envelope",
            r"\bopaque\b[^.;]{0,60}\b(?:envelopes?|bags?|containers?|box)|\benvelopes?[^.;]{0,40}\bopaque"
            r"|\b(?:sequential\w*|consecutive\w*|serial\w*)[- ]?number\w+[^.;]{0,40}\bsealed\b"
            r"|\bsealed\b[^.;]{0,40}\b(?:sequential\w*|consecutive\w*"
            r"|serial\w*)?[- ]?number\w+[^.;]{0,30}envelopes?",
            "Allocations were kept in sealed, opaque or numbered envelopes.",
        ),
        rule(
            YES,
            "central|telephone|phone|fax|web|internet|online|interactive|ivrs|iwrs|ivr|remote|off-site|offsite"
            "|coordinating|trials unit|trial unit|data cent|randomisation cent|randomization cent|statistical cent",
            r"\bcentral(?:ly|i[sz]ed)?\b[^.;]{0,50}\b(?:random\w*|allocat\w+|assign\w+|minimi[sz]\w+)"
            r"|\b(?:random\w*|allocat\w+|assign\w+|coded)\b[^.;]{0,60}\bcentral(?:ly|i[sz]ed)?\b"
            r"|\b(?:random\w*|allocat\w+|assign\w+)\b[^.;]{0,90}\b(?:by|via|using|through|with|at|from|over"
            r"|use of)\b[^.;]{0,40}\b(?:(?:tele)?phon\w+|fax\w*|web[- ]?based|secure web"
            r"|internet-based (?:random|system|service)|online (?:random|system|service|program|tool)"
            r"|interactive (?:voice|web)|IVRS|IWRS|IVR\b|remote\b|off-?site|(?:co-?ordinating|data|statistical"
            r"|randomi[sz]ation)(?: \w+)? (?:cent(?:er|re)|office)|trials? unit|clinical trials? cent)"
            r"|\b(?:web-?based|online|telephone|internet|interactive (?:voice|web)[- \w]{0,20}|IVRS|IWRS"
            r"|24[- ]h\w*) (?:central |computer\w* )?(?:randomi[sz]\w+|allocation)|\brandomi[sz]\w+ (?:was"
            r"|were) (?:\w+ ){0,2}(?:online|remotely|centrally|centrali[sz]ed)",
            "Allocation came from a central service, by telephone or over the web.",
            veto=r"\b(?:telephone|phone|online|web-based|internet|remote)[- ](?:support|call|counsel|interview"
            r"|survey|coaching|deliver|follow|intervention|based (?:intervention|program|treatment|support"
            r"|self)|questionnaire|monitor|contact|virtual|informational|tailored|condition|group|self|smoking"
            r"|educat|learn|weight|physical)\w*|\bcentral (?:nervous|venous|obesity|adipos|line|retinal"
            r"|macular|blood|laborator|corneal|institutional|ethic)|\brandomi[sz](?:er|ation\.com)\b|\bhttps?\b",
        ),
        rule(
            YES,
            "pharmac",
            r"\bpharmac(?:y|ist|ists|ies)\b[^.;]{0,90}\b(?:random\w*|allocat\w+|assign\w+|code|dispens\w+)"
            r"|\b(?:random\w*|allocat\w+|code)[^.;]{0,90}\b(?:by|from|at|in) (?:the "
            r"|an? )?(?:\w+ ){0,3}pharmac(?:y|ist)",
            "A pharmacy kept the allocation.",
            veto=r"\bpharmacist[- ](?:led|intervention|care|deliver)|\bcommunity pharmac|\bpharmacies were\b|\bcluster",
            need=ALLOCATION,
        ),
        rule(
            YES,
            "number|coded|identical",
            r"\b(?:sequential\w*|consecutive\w*|serial\w*|identical(?:ly)?)[- ]?(?:number\w+|appearing|coded"
            r"|label\w+|looking)[^.;]{0,50}\b(?:containers?|bottles?|packs?|packages?|kits?|boxes|vials?"
            r"|syringes?)\b|\b(?:containers?|bottles?|packs?|packages?|kits?|boxes|vials?"
            r"|syringes?)\b[^.;]{0,40}\b(?:sequentially|consecutively|serially) number",
            "Treatments came in numbered, alike containers.",
        ),
        rule(
            LIKELY,
            "envelope",
            r"\b(?:sealed|closed|numbered|concealed)\b[^.;]{0,40}\benvelopes?\b"
            r"|\benvelopes?\b[^.;]{0,50}\b(?:sealed|closed|opened)\b|\benvelope (?:method|system|technique"
            r"|procedure)\b",
            "Allocations were kept in envelopes; whether one could see through them is not said.",
        ),
        rule(
            LIKELY,
            "conceal",
            r"\bconceal(?:ed|ment|ing)?\b[^.;]{0,60}\b(?:allocat\w+|randomi[sz]\w+|sequence|assignments?"
            r"|treatment|list)|\b(?:allocat\w+|sequence|assignments?|list|code|randomi[sz]\w+"
            r"|block size)\b[^.;]{0,80}\bconceal(?:ed|ment)",
            "The report says that the allocation was concealed.",
            veto=r"\bimpossible\b|\bnot (?:possible|feasible|be conceal|conceal)",
        ),
        rule(
            LIKELY,
            "not involved|independent|no involvement|no role|no contact|third party|external|unaware|blind|not reveal"
            "|no other|outside|not participat|not otherwise|masked|no further|no direct|not know|without knowledge"
            "|not part|who had no|not disclosed|not take part|not broken|otherwise not|not known",
            r"\b(?:random\w*|allocat\w+|assign\w+|sequence)\b[^.;]{0,140}\b(?:not (?:otherwise |directly "
            r"|further )?(?:be(?:en)? )?(?:involved|participat\w+|part of|revealed|disclosed|known to"
            r"|tak\w+ part)|otherwise not involved|no (?:other |further |direct |clinical )?(?:involvement"
            r"|role|contact)|independent (?:\w+ ){0,2}(?:statistician|person|researcher|investigator|staff"
            r"|member|party|body|biostatistician|nurse|physician|individual|scientist|organi[sz]ation"
            r"|administrator|epidemiologist)|third[- ]party|external (?:\w+ )?(?:statistician|person|party))"
            r"|\b(?:independent|external|blinded) (?:\w+ )?(?:statistician|person|researcher|party|staff"
            r"|investigator)\b[^.;]{0,60}\b(?:random|allocat|assign|sequence)|\b(?:unaware of"
            r"|blind(?:ed)? (?:to|for)|mask(?:ed)? to|without knowledge of|did not know) (?:the )?(?:next"
            r"|upcoming|randomi[sz]ation|allocation|assignment) ?(?:sequence|list|schedule|order|scheme)",
            "Somebody who did not enrol people, or who was kept from knowing the list, handled the allocation.",
            veto=r"\bindependent (?:variable|predictor|sample|t|risk|association)",
        ),
    ),
    "The {} does not say whether the allocation was hidden from those who enrolled people.",
)

ALIKE = (
    r"(?:similar|comparable|well[- ]?(?:balanced|matched)|(?:reasonably |generally |equally "
    r"|adequately )?balanced|matched|homogen\w+|equivalent|(?:equally|evenly|similarly) distributed|alike)"
)
NONE = (
    r"no (?:statistical(?:ly)? |significant(?:ly)? |relevant |major |important |substantial |clinical(?:ly)? "
    r"|meaningful |notable |obvious |marked |large |other )*(?:baseline |between-group )?(?:differen(?:ces?|t)"
    r"|imbalances?)"
)
NOT = (
    r"(?:(?:did|do) not (?:\w+ly )?differ|not (?:statistically |significantly )*differ\w*"
    r"|not statistically significant|didn['’]t differ|not differ)"
)
START = (
    r"(?:at baseline|baseline|demographics?|demographic|characteristics|at (?:study )?(?:entry|inclusion"
    r"|enrol\w+|randomi[sz]ation)|at the (?:start|beginning|outset)|pre-?treatment|pre-?intervention"
    r"|pre-?operative|before (?:the )?(?:treatment|intervention|surgery|study))"
)
AFTER = (
    r"\b(?:after|following|post-?(?:treatment|intervention|operative)|at follow-?up|at (?:\d+|six"
    r"|twelve) (?:weeks|months))\b"
)

BETWEEN = (
    r"\b(?:groups?|arms?|randomi\w+|treatments?|conditions?|schools|clusters|between|both|across|sequences?|cohorts?)\b"
)
OTHER_LIKENESS = (
    r"\b(?:adjust\w+|covariates?|changes? from baseline|compared (?:with|to) baseline|from (?:the )?baseline"
    r"|(?:non-?)?completers|drop-?outs?|dropped out|withdr\w+|lost to|(?:healthy|matched) controls"
    r"|end-?point|those who|respond\w*"
    r"|with and without|excluded|not (?:well[- ])?(?:matched|balanced|similar|comparable)"
    r"|overall (?:[\w-]+ ){0,3}population|sub-?(?:set|study)|recover\w*|shape|colou?r|packag\w+|wider"
    r"|general population|population from)\b"
    rf"|{AFTER}"
)
"""Likeness of other things than groups at the start."""

BASELINE = Signalling(
    "RoB 2",
    DOMAIN,
    "baseline",
    "Were the groups alike at the start?",
    (
        rule(
            LIKELY,
            "except|apart from|other than|but|although|aside from|besides",
            rf"\b{START}\b[^.;]{{0,160}}\b(?:{ALIKE}|{NONE}|{NOT})\b[^.;]{{0,120}}\b(?:except|apart from|with the"
            r" exception|other than|but\b|although|aside from|besides)"
            rf"|\b(?:{ALIKE}|{NONE})\b[^.;]{{0,120}}\b{START}\b[^.;]{{0,80}}\b(?:except|apart from"
            rf"|with the exception|aside from|besides)|\b(?:except|apart from|with the exception"
            rf"|aside from)\b[^.;]{{0,80}}\b(?:{NONE}|{NOT}|{ALIKE})\b[^.;]{{0,80}}\b{START}",
            "The groups were alike at the start, with exceptions that are named.",
            veto=OTHER_LIKENESS,
            need=BETWEEN,
        ),
        rule(
            YES,
            "baseline|characteristic|demographic|entry|randomi|inclusion|start|beginning|outset|pre|before|enrol|age"
            "|prognostic",
            rf"\b{START}\b[^.;]{{0,160}}\b(?:{ALIKE}|{NONE}|{NOT})\b|\b{NONE}\b[^.;]{{0,140}}\b{START}\b"
            rf"|\b{ALIKE} (?:\w+ ){{0,2}}(?:baseline|demographic|characteristics)\b|\b(?:groups?|arms?"
            rf"|patients|participants)\b[^.;]{{0,80}}\b(?:(?:were|was|are|appear\w* to be) (?:\w+ )?{ALIKE}"
            rf"|{NOT})\b[^.;]{{0,120}}\b(?:{START}|age|prognostic|sex|gender)\b"
            rf"|\b{NONE}\b[^.;]{{0,20}}\b(?:between|among) (?:the )?(?:\w+ ){{0,4}}(?:groups|arms)\b[^.;]{{0,60}}"
            r"\b(?:age|sex|gender|prognostic)\b",
            "The report says that the groups were alike at the start.",
            veto=OTHER_LIKENESS,
            need=BETWEEN,
        ),
        rule(
            UNLIKELY,
            "baseline|imbalance|unbalanced|despite randomi",
            r"\b(?:significant(?:ly)?|statistical\w*|marked(?:ly)?|imbalances?|unbalanced|slight(?:ly)?|some"
            r"|differed|worse)\b[^.;]{0,90}\bat baseline\b|\bbaseline (?:imbalances?|differences?)\b"
            r"|\bbaseline\b[^.;]{0,60}\b(?:differed|(?:were|was) (?:significantly )?(?:different|higher|lower"
            r"|unbalanced|imbalanced)|imbalances?)\b|\bdespite randomi[sz]ation\b",
            "The report names a difference between the groups at the start.",
            veto=r"\b(?:no|not|without|none|neither|nor|adjust\w*|correct\w*|control(?:led|ling)? for|account\w*"
            r"|covariates?|test(?:ed|s)?|change[sd]?|chang\w+|from baseline|compared (?:with|to) baseline"
            r"|than (?:at )?baseline|improv\w+|reduc\w+|decreas\w+|increas\w+|correlat\w+|predict\w+"
            r"|associat\w+|ANCOVA|regress\w+|if|whether|any|examin\w+|assess\w*|compar\w+|evaluat\w+"
            r"|responders?|respond\w*|both groups)\b",
        ),
    ),
    "The {} does not say in words whether the groups were alike at the start.",
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """Sequence, concealment, baseline."""
    return tuple(question.ask(report) for question in (SEQUENCE, CONCEALMENT, BASELINE))
