"""Phrases that tell a study's design; see `cue` for how they are looked for."""

from __future__ import annotations

from probatum.appraise.cue import Cue, Sieve, cue

WISH = (
    r"\b(?:needed|required|warranted|lacking|should be|future|further (?:\w+ ){0,2}(?:trials?|stud\w*)|no (?:large "
    r"|adequate )?randomi[sz]ed|few (?:\w+ )?(?:randomi|controlled|trials)"
    r"|previous (?:[\w-]+ ){0,4}(?:trials?|stud(?:y|ies)|work|reports?|research|findings)"
    r"|previously (?:reported|published|described|shown|conducted|found|(?:been )?random\w*)|prior (?:trials|stud\w*)"
    r"|recent (?:\w+ ){0,2}(?:trials|studies)|several (?:\w+ ){0,3}trials|awaited|await)\b"
)
"""Words of a sentence that wishes for trials, or recalls others', and reports none of its own."""

PROTOCOL = cue(
    "protocol|rationale|this is a",
    r"\b(?:study|trial|review|research) protocol\b(?=\s*(?:$|[.:;)]|for\b|of\b))"
    r"|(?:: | [–-] )(?:an? )?(?:\w+ ){0,2}protocol\b(?=\s*(?:$|[.:;)]|of\b))"
    r"|\bprotocol (?:for|of) (?:systematic|scoping|umbrella|rapid|network) (?:\w+[\s,-]+){0,2}"
    r"(?:review|meta-analysis)\b"
    r"|\bprotocol (?:for|of) an? (?:\w+[\s,-]+){0,8}(?:trial|study|review|meta-analysis)\b"
    r"|\b(?:rationale and (?:study )?design|design and rationale|rationale,? design)\b"
    r"|\bthis is a protocol for a\b|\bthis (?:paper|article|protocol) (?:describes|presents|outlines) (?:the"
    r"|a) (?:study |trial )?"
    r"(?:protocol|design)\b",
    r"\b(?:protocol (?:violations?|amendments?|was approved|deviations?)|per[- ]protocol|treatment protocol)\b",
)
WILL_BE = cue(
    "will be|will enrol|will recruit|will randomi",
    r"\b(?:patients?|participants?|subjects?|women|men|children|adults|people|practices|studies"
    r"|trials)(?: \([^)]{0,40}\))?"
    r" will be (?:\w+ )?(?:randomi[sz]ed|randomly|recruited|enrolled|allocated|assigned|included|searched)\b"
    r"|\bwe will (?:enrol|recruit|randomi[sz]e|search|include|conduct|randomly)\w*\b",
)

COMMENTARY = cue(
    "respon|repl|letter|comment|correction|erratum|re:|editorial|corrigend|retract",
    r"^\W*(?:(?:authors?['’]? )?(?:response|reply|replies) (?:to|by)|in reply|letter to|comment(?:ary|s)? (?:on"
    r"|to)|correction(?: to)?:|erratum"
    r"|corrigendum|re:|editorial|retract(?:ed|ion))\b",
)
META_ANALYSIS = cue(
    "meta-an|metaan|meta an|meta-reg|pooled analysis of",
    r"(?<!items for systematic reviews and )(?<!items for systematic review and )(?<!items of systematic reviews and )"
    r"\bmeta[- ]?(?:analy[sz]\w+|regression)\b|\bpooled analysis of (?:\w+[\s,-]+){0,6}(?:trials|studies)\b",
    r"\bmeta[- ]?analys[ei]s (?:was|were) not\b|\bnot (?:be )?(?:possible|feasible|appropriate|performed|undertaken)\b"
    r"|\b(?:previous|recent|earlier|published|prior|existing|several|a) (?:\w+ ){0,2}meta[- ]?analys[ei]s (?:of"
    r"|ha[sd]|have|show"
    r"|suggest|found|report|conclud|indicat|which|that|and)|\bfuture meta[- ]?analys|\bindividual(?:s)? with meta"
    r"|\baccording to (?:\w+ )?meta|\b(?:included|combined) in (?:a|future) meta|\bin (?:a )?(?:recent|previous"
    r"|prior)\b",
)
SYSTEMATIC_REVIEW = cue(
    "review|overview of",
    r"\b(?:systematic(?:ally)?|cochrane|scoping|umbrella|rapid|evidence-based|quantitative|integrative|comprehensive)"
    r"(?: literature| and [\w-]+| mixed[- ]\w+| quantitative| qualitative| evidence| methodological){0,2} reviews?\b"
    r"|\b(?:we )?systematically (?:reviewed|searched)\b|\boverview of (?:\w+ ){0,3}systematic reviews\b"
    r"|\bin this (?:cochrane )?review,? we (?:included|searched)\b",
    r"\b(?:previous|recent|earlier|published|prior|existing|future|several) (?:\w+ ){0,2}reviews?\b"
    r"|\breviews? (?:ha[sd]|have|suggests?|concluded|recommend|is|are) (?:\w+ )?(?:shown|been|needed|warranted"
    r"|conclud|that)"
    r"|\bsystematic review of (?:the )?(?:medical|patient|case|hospital) (?:records|notes|charts)",
)
LITERATURE_SEARCH = cue(
    "search|selection criteria|data source|data collection and|all randomi|all controlled|all published|sought|located"
    "|retrieved",
    r"\b(?:we|were|was|authors|literature|systematic|comprehensive|computeri[sz]ed|electronic"
    r"|database)\b[^.]{0,60}\bsearch(?:es|ed)?\b"
    r"[^.]{0,160}\b(?:medline|pubmed|embase|cochrane|central|databases?|psycinfo|cinahl|web of science|scopus"
    r"|registers?|literature)\b"
    r"|\bsearch(?:ed|es)?(?: of| in)? (?:the )?(?:cochrane|medline|pubmed|embase|databases?|electronic|literature"
    r"|bibliograph)\w*\b"
    r"|\b(?:medline|pubmed|embase|databases)\b[^.]{0,120}\bw(?:as|ere) (?:systematically )?searched\b"
    r"|\b(?:search strategy|selection criteria|data sources?|data collection and analysis)\s*:"
    r"|\b(?:trials|studies|articles|papers)\b[^.]{0,80}\bw(?:as|ere) (?:sought|located|retrieved) (?:from|in|by"
    r"|through)\b"
    r"|\ball (?:randomi[sz]ed|controlled|published)[^.]{0,80}\bwere (?:identified|included|eligible)\b",
    r"\b(?:medical records|hospital database|registry was searched|charts)\b",
)
POOLED = cue(
    "pooled|random-effects|random effects|fixed-effect|heterogeneity|weighted mean",
    r"\b(?:pooled (?:estimates?|analys[ei]s|results?|data|effect|odds|relative|risk|hazard|mean|rr|or|hr|smd|prevalence"
    r"|sensitivity)|(?:random|fixed)[- ]effects?(?: meta| model| analys)|heterogeneity \(?i|i2\s*=|i\(2\)|weighted mean"
    r" difference|(?:data|results|studies|trials) were (?:pooled|combined))",
    r"\bnot (?:be )?(?:pooled|combined|possible|appropriate)\b",
)
GUIDELINE_TITLE = cue(
    "guideline|recommendation|consensus|position|practice parameter|guidance",
    r"\b(?:clinical )?practice guidelines?\b|\bpractice parameters?\b|\bposition (?:statement|paper)\b"
    r"|\bconsensus (?:statement|guidelines?|recommendations?|report|document|conference)\b"
    r"|\b(?:evidence-based |\w+ )?guidelines? (?:for|on) (?:the )?(?:\w+[\s,-]+){0,4}(?:management|treatment"
    r"|diagnosis|prevention|use|care"
    r"|assessment|therapy|screening|evaluation)\b|^(?:\w+ ){0,4}(?:guidelines?|recommendations|guidance)(?::"
    r"| for\b| on\b)"
    r"|[:.] ?(?:\w+[\s-]){0,6}(?:guidelines?|recommendations)\.?$|\breport of the (?:quality standards|guideline)\b",
    r"\b(?:adherence|compliance|concordan\w+|conformity|implement\w+|impact|effects? of|following|evaluat\w+ of"
    r"|validation|use of"
    r" guidelines|awareness|knowledge|attitudes?|introduction of|dissemination|before and after|survey|trial"
    r"|time to|change|need for"
    r"|cohort|cost)\b",
)

PEOPLE = cue(
    "patient|participant|volunteer|women|men|child|adult|infant|people|human|subjects|person|neonat|boys|girls",
    r"\b(?:patients?|participants?|volunteers?|women|men|child(?:ren)?|infants?|people|humans?|persons?|neonates?"
    r"|boys|girls"
    r"|adolescents?|students?|residents?|physicians|(?:healthy|human|adult|elderly|young|normal) (?:adults?"
    r"|subjects?)|adults (?:with|aged))\b",
    r"\b(?:implications? for|in human (?:disease|medicine))\b",
    word=r"patients?|participants?|volunteers?|women|men|child(?:ren)?|infants?|people|humans?|persons?|neonates?|boys"
    r"|girls|adolescents?|students?|residents?|physicians|adults?|subjects?",
)
ANIMAL = cue(
    "rat|mice|mouse|murine|rabbit|dog|canine|pig|swine|porcine|sheep|lamb|zebrafish|monkey|macaque|drosophila"
    r"|hamster|gerbil"
    "|cat|feline|horse|equine|cow|bovine|broiler|elegans|animal|primate|goat|calves|hens|fish|carp|trout|salmon|chick"
    "|beagle|tilapia",
    r"\b(?:rats?|mice|mouse|murine|rabbits?|dogs|canine|(?:guinea )?pigs|piglets?|swine|porcine|sheep|ewes|lambs"
    r"|zebrafish|monkeys?"
    r"|macaques?|drosophila|hamsters?|gerbils?|cats|feline|horses|equine|cows|bovine|broilers?|caenorhabditis"
    r"|animal (?:model|study"
    r"|experiment)s?|non-?human primates|goats?|calves|laying hens|goldfish|carp|trout|salmon|(?:experimental"
    r"|fresh-?water) fish|chickens?|beagles?|tilapia)\b",
    r"\b(?:dog bites?|cat scratch|mouse antibod|pet (?:dogs|cats)|owners|anti-?mouse|rabbit anti|guinea pig anti"
    r"|monoclonal|farmers?"
    r"|bovine (?:serum|lactoferrin|colostrum|spongiform)|porcine (?:insulin|surfactant|valve|skin)"
    r"|murine (?:monoclonal|typhus))\b",
    word=r"rats?|mice|mouse|murine|rabbits?|dogs|canine|pigs|piglets?|swine|porcine|sheep|ewes|lambs|zebrafish|monkeys?"
    r"|macaques?|drosophila|hamsters?|gerbils?|cats|feline|horses|equine|cows|bovine|broilers?|caenorhabditis|animal"
    r"|primates|goats?|calves|hens|goldfish|carp|trout|salmon|fish|chickens?|beagles?|tilapia",
)
ANIMALS_ALLOTTED = cue(
    "animals|rats|mice|rabbits|dogs|pigs|piglets|sheep|lambs|calves|goats|hamsters|monkeys|cats|chickens|chicks|beagles"
    "|tilapia|swine|macaques|zebrafish|model",
    r"\b(?:animals|rats|mice|rabbits|dogs|(?:guinea )?pigs|piglets|sheep|lambs|calves|goats|hamsters|monkeys"
    r"|cats|chickens"
    r"|chicks|beagles|tilapia)\b[^.;]{0,60}\bw(?:as|ere) (?:then )?(?:equally )?random"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:(?:adult|male|female|healthy|anaestheti[sz]ed"
    r"|anestheti[sz]ed|young|wistar|sprague[- ]dawley|white|[\w-]+bred) ){0,3}(?:animals|rats|mice|rabbits"
    r"|beagles|(?:guinea )?pigs"
    r"|piglets|swine|sheep|lambs|calves|goats|hamsters|monkeys|macaques|zebrafish|tilapia)\b"
    r"|\b(?:we|study|were|was)\b[^.;]{0,200}\bin an? (?:\w+ ){0,2}(?:swine|porcine|pig|murine|mouse|rat|rabbit|canine"
    r"|ovine|sheep) model\b",
)
"""Animals allotted by chance or counted: the study is of them, whomever its introduction speaks of."""
ANIMALS_TREATED = cue(
    "mice|rats|mouse|rat |rabbits|piglets|dogs|sheep",
    r"\b(?:rats|mice|rabbits|hamsters|gerbils|piglets|dogs|sheep|beagles) (?:were|was) (?:then |also )?(?:\w+ly )?"
    r"(?:divided|assigned|allocated|treated|injected|subjected|sacrificed|killed|euthani[sz]ed|fed|exposed|inoculated|used|given"
    r"|administered|pretreated)\b"
    r"|\b(?:knock-?out|wild-?type|transgenic|deficient|balb/c|c57bl/6j?|kunming|icr|nude|wistar|sprague[- ]dawley|db/db"
    r"|apoe-?/-|(?:male|female)(?: \S+){0,2}?|suckling|aged|diabetic|septic) (?:mice|rats?|mouse)\b"
    r"|\b(?:rats|mice) ?\(n ?=|\b-?induced (?:\w+ ){0,4}(?:mouse|rat|murine) models?\b",
    r"\b(?:anti-?mouse)\b",
    word=r"rats?|mice|mouse|rabbits|hamsters|gerbils|piglets|dogs|sheep|beagles",
)
"""Animals that were treated or bred: the study is of them where it counts no people."""
PEOPLE_COUNTED = cue(
    "patient|participant|volunteer|women|men|child|adult|infant|people|subject|person|neonat|case|individual|genarian",
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|eighty|hundred) (?:[\w-]+ ){0,4}(?:patients?|participants?|volunteers?|women|men|children|infants?|people"
    r"|humans?|persons?|neonates?|adults?|subjects?|individuals|cases|controls)\b"
    r"|\b(?:patients|participants|volunteers|women|men|children|infants|people|adults|subjects|individuals)\b[^.;]{0,60}"
    r"\b(?:(?:were|was) (?:\w+ly )?(?:enrolled|recruited|random|included|assigned|divided|analy[sz]ed|studied|measured"
    r"|collected|treated|examined|assessed)|compared|samples)\b"
    r"|\bfrom (?:[\w-]+ ){0,3}patients\b|\bin (?:[\w-]+ ){0,3}patients (?:was|were)\b|\b(?:octo|nona|cente)genarians\b",
)
"""People who were studied, and not only those for whom it may matter one day."""
IN_VITRO = cue(
    "in vitro|cell line|cultured|cells",
    r"\bin[- ]vitro\b|\b(?:cancer|tumou?r|carcinoma|human|epithelial|endothelial|stem|leukemia"
    r"|cultured) cells? (?:lines?|cultures?)\b"
    r"|\bcultured (?:\w+ ){0,3}cells\b|\bcell lines?\b",
    r"\bin[- ]vitro fertili[sz]ation\b|\bIVF\b",
)
CASE_REPORT = cue(
    "case|we report|we describe|we present|-year-old",
    r"\b(?:a )?case reports?\b|\breport of (?:a|an|one|two|three|four|five|[1-9]) (?:\w+ ){0,3}(?:cases?|patients?)\b"
    r"|\b(?:we|the authors?|this report|this article|herein we|here,? we)\s+(?:report|describe|present|reported"
    r"|described)s?"
    r" (?:on )?(?:a|an|the|one|two|three|here)\b[^.]{0,60}\b(?:case of|cases? of|case in|patient (?:with|who|in)"
    r"|-year-old|woman|man|boy|girl|infant"
    r"|child)\b|\b(?:a|an|our) (?:previously healthy )?\d{1,2}[- ](?:year|month|week"
    r"|day)[- ]old\b[^.]{0,80}\b(?:presented|admitted|developed|was|had"
    r"|with)\b|\b(?:two|three|four) cases? of\b|: a case(?! (?:report|series|control|study|for|of))(?!-)\b",
    r"\bcase reports? (?:were|and|or|are|have|suggest|form)\b|\b(?:average|mean|median|cohort|sample|typical"
    r"|survey|cost)\b",
)

DATA_PARTED = (
    r"\brandomly (?:\w+ )?(?:split|divided|separated|partitioned|assigned|allocated|grouped)\b[^.;]{0,80}\b(?:training"
    r"|derivation|development|discovery|learning|modell?ing|test(?:ing)?)\b[^.;]{0,40}\b(?:validation|test(?:ing)?)\b"
)
"""Records divided for a model: nobody was allotted to anything."""
MENTIONED = (
    r"|\b(?:retrospective|cross-sectional)\b[^.;]{0,80}\b(?:from|of) an? (?:[\w-]+,? ){0,3}randomi"
    r"|\b(?:retrieved|derived|comes?|come) from (?:an? )?(?:[\w-]+,? ){0,3}randomi|\bneed for [^.;]{0,40}\brandomi"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+) of (?:the )?(?:\w+) randomi[sz]ed [^.;]{0,30}\btrials\b"
    r"|\bresults from randomi[sz]ed (?:\w+ ){0,2}trials\b|\brandomi[sz]ed\b[^.;]{0,40}\btrial is (?:running"
    r"|recruiting)\b"
)
"""A trial that somebody else did, that is to come, or whose people are looked back on."""
RANDOMISED = cue(
    "random|rct",
    r"\brandomi[sz](?:ed|ation)(?![- ](?:effects?|sampl|number|error|selection|survey))\b|\brandomi[sz]ed,"
    r"|\brandomi[sz]ing\b"
    r"|\b(?:were|was|are|and|then|been|or|patients|subjects|participants|we|children|women) (?:then |also "
    r"|each )?(?:randomly|at random)"
    r" (?:\w+ly )?(?:assign|allocat|divid|receiv|distribut|allott|treat|placed|given|separat|group"
    r"|selected to receive|selected for (?:treat|"
    r"interven)|prescrib|administ|instruct|split|undergo|underwent|to )\w*|\brandomly (?:assign|allocat|divid)\w+"
    r"|\b(?:allocated|assigned|divided|received|given|administered|treated|presented|tested|studied|placed"
    r"|performed)(?: \w+){0,8} (?:(?:in|by|at) (?:an? )?(?:double-"
    r"blind,? )?random(?:i[sz]ed)?(?: order| fashion| manner| sequence|ly|\b)|randomly (?:into|to))"
    r"|\bin (?:a )?random(?:i[sz]ed)? (?:order|fashion|sequence|manner)"
    r"|\brandom (?:allocation|assignment|order)\b|\brct\b(?! ?s)|\brandomly to receive\b"
    r"|\brandomly,? (?:[\w-]+ ){0,3}(?:underwent|received)\b|\bw(?:as|ere) randomly (?:chosen|expos\w+|distribut\w+)\b"
    r"|\brandomly (?:selected|chosen) to (?:receive|undergo|consume|use|drink|eat|have|get|take (?!part))"
    r"|\b(?:selected|chosen|treated|assigned|allocated) ad random\b",
    WISH + r"|\bmendelian\b|\bnon-?\s?randomi|\bnot randomi[sz]ed\b|\b(?:observational|retrospective) stud(?:y"
    r"|ies) and randomi"
    + r"|\bquasi-?randomi|\brandomi[sz]ed trials? (?:ha[sd]|have|suggest|show|are|support)|\brandom(?:ly)? (?:sampl"
    r"|select\w* (?:sample|from))"
    + r"|\b(?:data|patients|participants|results|women|men|subjects) (?:from|in|of|enrolled in) (?:the |two |three "
    r"|several |large |previous |\d+ )"
    + r"(?:\w+[\s,-]+){0,8}(?:trials|studies)\b|\bparticipants in (?:two|several|the) (?:clinical )?trials\b"
    + r"|\b(?:before|until|evidence from|based on|lack of|absence of) (?:the )?(?:large |adequate )?randomi[sz]ed"
    + r"|\bnon-?\s?random\b|\brandomi[sz]ed (?:[\w-]+,? ){0,4}trials\b[^.;]{0,40}\b(?:ha[sd]|have|were published)\b"
    + r"|\b(?:through|by means of|in|by|larger|large|future) (?:[\w-]+,? ){0,2}randomi[sz]ed (?:[\w-]+ ){0,2}(?:trials"
    r"|studies)\b|\brandomi[sz]ed\b[^.;]{0,60}\b(?:is|are) (?:now |currently )?(?:under ?way|ongoing|planned"
    r"|in progress)\b"
    + MENTIONED
    + r"|"
    + DATA_PARTED
    + r"|\brandomi[sz]ed? (?:presentations?|stimul\w+|permutations?)\b|\brandomi[sz]ation tests?\b"
    + r"|\b(?:radio-?chemo|chemo-?radio)\w+\s?\(rct\)|\broot canal \w+\s?\(rct\)",
)
BLINDED_COMPARISON = cue(
    "blind|placebo|mask|crossover|cross-over",
    r"\b(?:double|triple|single)[- ]?(?:blind|mask)(?:ed)?\b[^.]{0,60}\b(?:placebo|crossover|cross-over|trial"
    r"|stud(?:y|ies)|design|fashion|compar\w+"
    r"|controlled|manner)\b|\b(?:placebo[- ]controlled)\b[^.]{0,40}\b(?:trial|study|crossover|cross-over|design)\b"
    r"|\b(?:were|was) (?:treated|given)\b[^.]{0,80}\b(?:or|and|with) placebo\b|\b(?:received|treated|given"
    r"|assigned)\b[^.]{0,80}\bor placebo\b"
    r"|\bplacebo or \w+",
    WISH + r"|\b(?:trials|studies) (?:ha[sd]|have|were|are)\b",
)
REANALYSIS = cue(
    "placebo|retrospective analysis|observational",
    r"\bplacebo[- ](?:group|arms?) analys[ei]s\b|\bretrospective analysis of\b[^.]{0,80}\b(?:trials?|studies)\b"
    r"|\bdata from the placebo (?:group|arms?)\b"
    r"|\bwere included in a retrospective analysis\b|\bobservational (?:study|analysis"
    r"|follow-up)\b[^.]{0,60}\b(?:trial|randomi)",
)
ALLOTTED = cue(
    "random",
    r"\b(?:were|was|are|been|we|then|and|or) (?:then |also |each )?(?:randomly (?:assign|allocat|divid|receiv"
    r"|distribut)\w*"
    r"|randomi[sz]ed(?! controlled| clinical| trial))",
    r"\b(?:had|who|whom|which|that|previously|earlier) (?:(?:were|was|been|previously) )*random(?:i[sz]ed|ly)\b"
    r"|\b(?:needed|required|warranted|should be|future|awaited|trials|studies"
    r"|in a (?:previous|recent|prior|earlier))\b" + r"|" + DATA_PARTED,
)
"""People allotted by chance in this very study, not in the trial its people came from."""
OBSERVATIONAL = cue(
    "cohort|longitudinal|observational|case-control|cross-sectional",
    r"\b(?:cohort|longitudinal|observational|case-control|cross-sectional) (?:follow-up )?(?:study|analysis)\b",
)
NESTED = cue(
    "within a|nested|embedded|in a random|in the random",
    r"\b(?:cohort|longitudinal|observational|case-control|cross-sectional|study|analysis|substudy)\b[^.;]{0,40}"
    r"\b(?:conducted within|nested (?:with)?in|embedded (?:with)?in|performed within|carried out within|within)"
    r" (?:an?|the|two|three) (?:[\w-]+,? ){0,6}trials?\b",
)
"""An observational study among the people of a trial."""
CROSSOVER = cue(
    "cross",
    r"\bcross[- ]?over\b(?! (?:to|from|into) )(?!-to)",
    r"\bcross(?:ed)?[- ]?over (?:rate|was allowed|was permitted|at (?:progression|relapse)|occurred|on progression"
    r"|patients)\b",
)
CLUSTER = cue(
    "cluster|stepped|randomi|practices|villages|schools|communit",
    r"\bcluster[- ](?:randomi|control|trial|rct|non)\w*|\brandomi[sz]ed (?:by )?cluster|\bstepped[- ]wedge\b"
    r"|\b(?:community|group|school|village|practice)[- ]randomi[sz]ed\b"
    r"|\b(?:practices|villages|schools|clinics|hospitals|wards|communities|nursing homes|classes|clusters"
    r"|surgeries|counties|households)\b(?:(?!\b(?:people|patients|participants|adults|women|men|children|infants"
    r"|with)\b)[^.,;]){0,60}\bwere"
    r" (?:randomi[sz]ed|randomly (?:assigned|allocated))\b|\brandom(?:ly|i[sz]ed)? (?:assigned "
    r"|allocated )?(?:\d+ |\w+ )?(?:general practices|villages|schools|clusters|communities|hospitals"
    r"|nursing homes)\b",
    r"\bcluster (?:analysis|headache)\b",
)
NOT_BY_CHANCE = cue(
    "random|quasi|historical",
    r"\bnon-?\s?randomi[sz]ed\b(?! and randomi)|\b(?:was|were) not randomi[sz]ed\b|\bquasi-?(?:experiment"
    r"|randomi)\w*|\bhistorical(?:ly)? control(?:s|led)?\b",
    WISH,
)
NON_RANDOMISED = cue(
    "random|quasi|controlled|historical|before|intervention|parallel",
    r"\bnon-?\s?randomi[sz]ed\b(?! and randomi)|\bnot randomi[sz]ed\b|\bquasi-?(?:experiment|randomi)\w*"
    r"|\bhistorical(?:ly)? control(?:s|led)?\b"
    r"|\bcontrolled (?:before|clinical trial|trial|intervention)\b|\bcontrolled before-and-after\b"
    r"|\bbefore[- ]and[- ]after (?:study|design|trial)\b|\binterrupted time series\b",
    r"\b(?:trials|studies) (?:ha[sd]|have|are|were|of)\b|" + WISH,
)
CASE_CONTROL = cue("case", r"\bcase[-– ](?:control|referent|crossover)(?:led|s)?\b", WISH)
ACCURACY = cue(
    "accura|sensitiv|specificity|roc|receiver|predictive value|screening|validity",
    r"\bdiagnostic (?:test )?(?:accuracy|performance|yield|validity|value|utility|test)\b"
    r"|\bsensitivity\b[^.]{0,80}\bspecificity\b|\bspecificity\b[^.]{0,80}\bsensitivity\b"
    r"|\baccuracy of\b[^.]{0,80}\b(?:diagnos\w+|detect\w*|screening|test)\b"
    r"|\b(?:receiver|roc) (?:operating|curve)\w*\b[^.]{0,80}\b(?:diagnos|detect)\w*|\bindex test\b"
    r"|\breference standard\b",
    r"\b(?:insulin|antibiotic|antimicrobial|baroreflex) (?:sensitivity|susceptib)|" + WISH,
)
SINGLE_ARM = cue(
    "arm|open|uncontrolled|phase|pilot",
    r"\bsingle[- ](?:arm|group)\b|\buncontrolled (?:\w+[\s,-]+){0,3}(?:trial|study|series)\b"
    r"|\bopen[- ]?label(?:led|ed)?\b(?! extension data)"
    r"|\bopen (?:\w+[\s-]+){0,3}(?:trial|study|pilot)\b|\bphase (?:i{1,2}|[12])(?:[ab/]|\b)[^.]{0,40}\b(?:trial"
    r"|study)\b|\bpilot (?:clinical |treatment |drug )?(?:trial)\b"
    r"|\bone-arm\b|\bnon-?comparative (?:trial|study)\b",
    WISH,
)
CASE_SERIES = cue(
    "series|consecutive|experience|we report",
    r"\b(?:case|clinical|consecutive|retrospective|surgical|patient) series\b"
    r"|\bseries of \d+ (?:consecutive )?(?:patients|cases)\b|\bcases? series\b"
    r"|\bour experience (?:with|in|of)\b",
    WISH,
)
COHORT = cue(
    "cohort|retrospective|prospective|follow|longitudinal|registr|database|chart|records|observational|hazard"
    r"|incidence",
    r"\bcohort\b|\bretrospective(?:ly)?\b|\bprospective(?:ly)? (?:\w+[\s,-]+){0,4}(?:stud(?:y|ied)|follow(?:ed)?"
    r"|observ\w+|evaluat\w+|collect\w+|enrolled|investigat\w+|analy\w+)\b"
    r"|\blongitudinal\b|\bfollow(?:ed)?[- ]?up (?:study|for|of|over|period|was)\b|\bwere followed (?:up )?(?:for"
    r"|until|over)\b|\b(?:population-based|registry-based|nationwide|"
    r"observational|natural history|incidence) (?:stud\w+|data|analys\w+|register)\b|\b(?:chart|medical record"
    r"|records?) (?:review|abstraction)\b"
    r"|\b(?:medical|hospital|clinical) records (?:of|were)\b|\bhazard ratio",
    WISH,
)
CROSS_SECTIONAL = cue(
    "cross|survey|questionnaire|interview|prevalence|sample",
    r"\bcross[- ]?sectional(?:ly)?\b|\bsurvey(?:ed|s)?\b|\bquestionnaires? (?:was|were|survey|study)\b"
    r"|\bprevalence (?:study|survey|of|was|rate)\b|\b(?:telephone|structured|semi-structured) interviews?\b"
    r"|\brandom(?:ly)? (?:sample|selected)\b",
    WISH,
)
CASES_REVIEWED = cue(
    "review",
    r"\bretrospective(?:ly)? (?:[\w-]+,? ){0,4}review(?:s|ed)?\b"
    r"|\breview(?:ed)? (?:of )?(?:the |our |all )?(?:[\w-]+ ){0,3}\d+ (?:[\w-]+ ){0,4}(?:patients|cases|fractures"
    r"|children|adults|women|men|infants|procedures|operations|admissions|hips|knees|eyes|records|charts)\b"
    r"|\breview of (?:the |our |all )?(?:[\w-]+ ){0,4}(?:medical |hospital |patient |clinical )?(?:charts|records|notes"
    r"|files)\b|\b\d+[- ](?:year|case|patient) review\b",
    WISH,
)
"""A review of charts, fractures or patients, which is a series of cases and no review of the literature."""
NARRATIVE_REVIEW = cue(
    "review|discuss|overview|summar|state of the art|update",
    r"\breview(?:s|ed)?\b|\boverview\b|\bthis (?:article|paper|chapter) (?:discusses|summari[sz]es|describes"
    r"|examines|considers|focuses|outlines)\b"
    r"|\bstate[- ]of[- ]the[- ]art\b|: an update\b|\bwe (?:discuss|summari[sz]e)\b",
    r"\b(?:chart|records?|peer|case|utili[sz]ation|board|ethics|medical|retrospective|institutional) review"
    r"|\bretrospective(?:ly)? (?:[\w-]+,? ){0,4}review|\b\d+[- ](?:year|case|patient) review\b"
    r"|\breview(?:ed)? (?:of )?(?:the |our |all )?(?:[\w-]+ ){0,4}(?:\d+ (?:[\w-]+ ){0,4}(?:patients|cases|fractures"
    r"|children|adults|women|men|infants|procedures|operations|admissions|hips|knees|eyes)|charts|records)\b"
    r"|reviewed (?:by|for|the (?:medical|records|charts))"
    r"|\b(?:characteristics|results|data|findings|histor(?:y|ies)|details|variables|examinations?|notes|files|images|scans)\b"
    r"[^.;]{0,40} (?:was|were) (?:[\w-]+ly )?reviewed\b",
)

SIEVE = Sieve(value for value in list(globals().values()) if isinstance(value, Cue))
"""Tells which of the cues above a text may hold."""
