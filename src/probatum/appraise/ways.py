"""Ways: whether a study gave a treatment by the way that is asked about.

What a medicine does from a vein says little of what it does on the skin: another way is another intervention, and
counts as indirect (GRADE: Guyatt et al. 2011, doi:10.1016/j.jclinepi.2011.04.014).
"""

from __future__ import annotations

from typing import Final

from probatum.appraise import matching
from probatum.model import Question, Record, RecordKind, Role, Study
from probatum.text import routes

_KINDS: Final = (RecordKind.TRIAL_REPORT, RecordKind.ARTICLE, RecordKind.REVIEW, RecordKind.REGISTRY_ENTRY)


def note(question: Question, record: Record, study: Study) -> str:
    """`given into a vein, not on the skin`, where a study tells of another way and not of the one asked about."""
    way = routes.asked(question)
    if not way or record.kind not in _KINDS:
        return ""
    told = _told(question, record, study)
    if not told or way in told or way in {w for s in record.evidence_sections for w, *_ in routes.ways(s.text)}:
        return ""
    return f"{routes.GIVEN}{routes.NAMES[told[0]]}, not {routes.NAMES[way]}"


def _told(question: Question, record: Record, study: Study) -> list[str]:
    """The ways that a study tells of the treatment: of its arms first, then beside its name."""
    names = [n for c in question.having(Role.INTERVENTION) for n in matching.names(c)]
    own = (arm for arm in study.arms if any(n.lower() in f"{arm.drug} {arm.name}".lower() for n in names))
    arms = (way for arm in own for way, *_ in routes.ways(f"{arm.route} {arm.dose} {arm.name}"))
    texts = [section.text for section in record.evidence_sections]
    return list(dict.fromkeys((*arms, *(way for text in texts for name in names for way in routes.of(name, text)))))
