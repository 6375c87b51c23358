"""Operations: the words of an operation or procedure that is ahead, as clinicians and as patients put them.

`surgery`, `colonoscopy` and `arthroplasty` say so in a word; `having a tooth out`, `my gallbladder removed` and `her
hip done` do in two.
"""

from __future__ import annotations

from typing import Final

_ORGAN: Final = (
    r"(?:tooth|teeth|molars?|root|tonsils?|adenoids?|gall ?bladder|gall ?stones?|appendix|womb|uterus|ovar(?:y|ies)"
    r"|thyroid|prostate|kidney|spleen|bowel|breast|moles?|lumps?|polyps?|cysts?|cataracts?|fibroids?|hernia|piles|haemorrhoids"
    r"|veins?|hips?|knees?|shoulder|bunions?|valves?)"
)
_TAKEN: Final = (
    r"(?:(?:taken |whipped |pulled |com(?:es?|ing) |cut )?out|removed|pulled|extracted|replaced|repaired|fixed|done"
    r"|stripped|operated(?: on)?)"
)
OPERATION: Final = (
    r"(?:surg\w+|operations?|operated|theatre|peri[- ]?op\w*|pre[- ]?op\w*|ops?\b(?!-)|procedures?"
    r"|(?:hip|knee|joint|shoulder|valve) replacement|arthroplasty|\w+ectomy"
    r"|epidurals?|spinal (?:an\w+|blocks?|punctures?|taps?|injections?)|(?:lumbar|spinal) punctures?|neuraxial"
    r"|colonoscop\w+|endoscop\w+|gastroscop\w+|bronchoscop\w+|cystoscop\w+|ercp"
    r"|biops(?:y|ies)(?![ -](?:pro|confirm|posit|neg|show|find))"
    r"|cataract (?:surgery|operation|removal)|dental|dentists?|extractions?|root canal|dental implants?"
    rf"|(?<!passed )(?<!pass ){_ORGAN} (?:is |are |being |to be |needs? )?{_TAKEN}(?! in half| of)"
    r"|pull(?:s|ed|ing)? (?:out )?(?:a|my|his|her|the) (?:\w+ )?(?:tooth|teeth)"
    r"|(?<!in )(?<!by )contrast(?! (?:to|with)\b)|ana?esthe\w+|c(?:a)?esar\w+)"
)
"""One pattern, to stand between borders of words."""
