"""Tested: what is measured or seen in somebody, and by which words labels speak of the same.

`WCC 2.1` is told by a sentence on the bone marrow or on blood counts, `ALT 4x` by one on the liver, `TSH 0.01` by one
on the thyroid. The words belong to no medicine; `text.measured` holds the figures against limits.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text import people
from probatum.text.expressions import caseless, expression


class Tested(NamedTuple):
    """How it is told of somebody, and how a label names it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """Words of the contrary: a sentence that has them and not the other is of something else."""
    organ: bool = False
    """Whether it is of the kidneys, of which labels speak in figures."""


_MARROW: Final = (
    r"bone marrow|blood counts?|blood (?:disorders?|dyscrasia\w*)|myelosuppress\w*|\w*cytopenia|agranulocyt\w*"
)
TESTS: Final = (
    Tested(
        caseless(
            r"\b(?:wcc|wbc|white (?:blood )?cells?|white (?:blood )?(?:cell )?count|leu[ck]ocytes?|lymphocytes?|fbc|cbc"
            r"|neutrophils?|anc|neuts?|blood counts?|neutropeni\w+|leu[ck]openi\w+|pancytopeni\w+)\b"
        ),
        caseless(rf"\b(?:{_MARROW}|neutrop\w+|leu[ck]op\w+)\b"),
    ),
    Tested(
        caseless(r"\b(?:platelets?|plts?|thrombocytopeni\w+)\b"),
        caseless(rf"\b(?:{_MARROW}|platelets?(?: counts?)?(?! inhib| aggreg| function))\b"),
    ),
    Tested(
        expression(r"\bHb\b|\b[Hh]a?emoglobin\b|\b[Aa]na?emi[ac]\b"),
        caseless(rf"\b(?:{_MARROW}|ana?emia|ha?emoglobin)\b"),
    ),
    Tested(
        expression(r"\bK\+? ?(?:is |of |= ?)?[4-9](?:\.\d)?\b|(?i:\bhyperkala?emia|\bpotassium (?:high|[5-9]))"),
        caseless(r"\b(?:potassium|hyperkala?emia)\b"),
        caseless(r"\b(?:hypokal\w+|low(?:er)? (?:serum )?potassium|loss of potassium)\b"),
    ),
    Tested(
        expression(r"\bK\+? ?(?:is |of |= ?)?[1-3](?:\.\d)?\b|(?i:\bhypokala?emia|\bpotassium (?:low|[1-3]))"),
        caseless(r"\b(?:potassium|hypokala?emia)\b"),
        caseless(r"\b(?:hyperkal\w+|(?:high|raised?) (?:serum )?potassium|potassium supplements?)\b"),
    ),
    Tested(
        expression(r"\bNa\+? ?1\d\d\b|(?i:\bsodium (?:low|high|1\d\d)|\bhyp(?:o|er)natra?emia\b)"),
        caseless(r"\b(?:sodium (?:level|concentration|falls?)|(?:low|serum) sodium|hyponatra?emia|SIADH)\b"),
    ),
    Tested(
        caseless(r"\b(?:calcium (?:low|high|\d)|hyp(?:o|er)calca?emia)"),
        caseless(r"\b(?:serum calcium|hyp(?:o|er)calca?emia)\b"),
    ),
    Tested(
        expression(
            r"\b(?:ALT|AST|LFTs?|GGT|ALP)\b|(?i:\bliver (?:tests?|enzymes?|function|injury|failure)\b"
            r"|\btransaminases?\b|\baminotransferases?\b|\bbilirubin\b|\bjaundiced?\b|\bhepatitis\b)"
        ),
        caseless(r"\b(?:liver|hepat\w+|transaminases?|aminotransferases?|jaundice)\b"),
    ),
    Tested(
        expression(r"\bF?T[34]\b|\bTSH\b|(?i:\w*thyro(?:id\w*|tropin|toxi\w+))"),
        caseless(r"\b(?:\w*thyroid\w*|thyrotoxi\w+)"),
    ),
    Tested(
        expression(
            r"\bCK\b|(?i:\bcreatine (?:phospho)?kinase\b|\bmyalgia\b|\bmuscle (?:pain|ache|weak)|\brhabdo|\bmyopath)"
        ),
        caseless(r"\b(?:creatine kinase|myopath\w+|rhabdomyol\w+|muscle (?:pain|symptoms?|harm|tender\w*|weak\w*))\b"),
    ),
    Tested(
        expression(
            r"\be?GFR\b|\bCrCl\b|\bAKI\b|\bCKD\b|(?i:\bcreatinine\b|\bkidney (?:injury|failure|function|disease)\b"
            r"|\brenal (?:failure|function|impairment)\b|\bdialysis\b)"
        ),
        caseless(people.KIDNEY),
        caseless(r"\bha?emodialysis (?:is|should|may)\b"),
        organ=True,
    ),
    Tested(expression(r"\bQTc?\b|(?i:\btorsades?\b)"), expression(r"\bQTc?\b|(?i:\btorsades?\b)")),
    Tested(
        expression(r"\bHR ?\d|(?i:\b(?:heart rate|pulse)\b|\bbradycardi\w+|\bheart block\b)"),
        caseless(r"\b(?:bradycardia|heart block|heart rate|slow heart\w*|conduction dis\w+)\b"),
    ),
    Tested(
        expression(r"\b(?:BP|SBP) ?(?:is |of )?(?:[6-9]\d)\b|(?i:\bhypotensi\w+|\bblood pressure (?:low|[6-9]\d\b))"),
        caseless(r"\b(?:hypotension|low blood pressure)\b"),
    ),
    Tested(caseless(r"\bhypogly\w+|\bhypos?\b"), caseless(r"\bhypoglyca?emia\b")),
    Tested(caseless(r"\b(?:ketones?|ketoacidosis|dka|ketotic)\b"), caseless(r"\b(?:ketoacidosis|ketones)\b")),
    Tested(caseless(r"\b(?:lactates?|lactic)\b"), caseless(r"\blactic acidosis\b")),
    Tested(expression(r"\bINR\b"), expression(r"\bINR\b")),
    Tested(
        caseless(r"\blevels? (?:is |of |was |at |came back )?\d|\btoxic(?:ity)?\b"),
        caseless(r"\btoxic(?:ity)?\b|\bserum [\w-]+ (?:should|must)\b"),
    ),
    Tested(
        caseless(r"\brash(?:es)?\b|\bhives\b|\bskin (?:reaction|peeling|blister)"),
        caseless(r"\brash(?:es)?\b|\bskin\b"),
    ),
    Tested(caseless(r"\b(?:angio-?o?edema|swollen (?:lips?|tongue|face))\b"), caseless(r"\bangio-?o?edema\b")),
    Tested(
        caseless(r"\b(?:bleed(?:s|ing)?|mal?a?ena|ha?ematuria|ha?emorrhage)\b"),
        caseless(r"\b(?:bleeding|ha?emorrhag\w+)\b"),
    ),
    Tested(
        caseless(r"\b(?:breathless\w*|pneumonitis|lung (?:symptoms?|disease|fibrosis))\b"),
        caseless(r"\b(?:lungs?|pulmonary|pneumonitis)\b"),
    ),
    Tested(caseless(r"\b(?:pregnan\w+|conceived)\b"), caseless(r"\b(?:pregnan\w+|f(?:o)?etus)\b")),
)


def asked(text: str) -> tuple[Tested, ...]:
    """What a text tells of somebody."""
    return tuple(one for one in TESTS if one.asked.search(text))


def tells(text: str, one: Tested) -> bool:
    """Whether a sentence of a label is of it."""
    said = one.unless.sub(" ", text) if one.unless is not None else text
    return one.told.search(said) is not None
