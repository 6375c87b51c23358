"""Changed: that a question tells of a test which has changed (`creatinine up 25%`, `ALT 3x ULN`, `TSH suppressed`), and
whether a sentence speaks of that test and of a change or a limit of it."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless

_TESTS: Final[tuple[tuple[str, str], ...]] = (
    (
        r"creatinine|creat|e?GFR|(?:kidney|renal) function|U ?& ?Es?",
        r"creatinine|e?GFR|glomerular filtration|(?:kidney|renal) function",
    ),
    (
        r"ALT|AST|LFTs?|liver (?:tests?|enzymes|function)|transaminases?|aminotransferases?",
        r"ALT|AST|liver (?:tests?|enzymes|function)|(?:amino)?transferases?|transaminases?",
    ),
    (r"CK|CPK|creatine kinase", r"CK|creatine (?:phospho)?kinase"),
    (r"TSH|thyrotropin", r"TSH|thyrotropin|thyroid-stimulating hormone"),
    (r"INR", r"INR|international normali[sz]ed ratio"),
    (r"potassium|K\+?", r"potassium|hyperkal\w+|hypokal\w+"),
    (r"sodium|Na\+?", r"sodium|hyponatr\w+|hypernatr\w+"),
    (r"calcium", r"calcium|hypercalc\w+|hypocalc\w+"),
    (r"platelets?|plts?", r"platelets?|thrombocytop\w+"),
    (r"neutrophils?|white (?:cells?|count)|WCC|WBC", r"neutrophils?|neutrop\w+|white (?:blood )?cells?"),
    (r"ha?emoglobin|Hb", r"ha?emoglobin|ana?emia"),
    (r"urate|uric acid", r"urate|uric acid"),
    (r"prolactin", r"prolactin\w*|hyperprolactin\w+"),
)
"""How a test is asked of, and how sources name it."""
_MOVED: Final = (
    r"(?:gone |going |has |have |is |are |was |been |creeping |slightly |very |now |just |by |of )*"
    r"(?:up|down|risen|rose|rises|rising|raised|increas\w+|fallen|fell|falls|falling|dropp\w+|drops?|decreas\w+|suppressed"
    r"|doubled|tripled|halved|elevated|abnormal|deranged|\d+(?:\.\d+)? ?(?:x|times|-?fold)\b|\d+(?:\.\d+)? ?%)"
)
_BEFORE: Final = r"(?:raised|rise in|rising|increas\w+|elevated|fall in|drop in|falling|abnormal|deranged|suppressed)"
_ASKED: Final = tuple(
    (
        caseless(rf"(?<![\w-])(?:{asked})(?![\w-])\W{{1,2}}{_MOVED}|\b{_BEFORE} (?:serum |the )?(?:{asked})(?![\w-])"),
        caseless(rf"\b(?:{told})\b"),
    )
    for asked, told in _TESTS
)
_LIMIT: Final = caseless(
    r"\b(?:rises?|falls?|rais\w+|increas\w+|drops?|decreas\w+|above|below|less than|more than|at least|times|exceeds?"
    r"|\d+ ?%|suppress\w*|keeps? TSH)\b"
)


def told(text: str) -> tuple[re.Pattern[str], ...]:
    """How sources name the tests of which a text tells that they have changed; empty where it tells of none."""
    return tuple(names for asks, names in _ASKED if asks.search(text))


def limited(text: str) -> bool:
    """Whether a sentence tells of a change or a limit."""
    return _LIMIT.search(text) is not None
