"""The nouns: immutable values that pass from room to room.

Question -> Record -> Study/Finding/Directive -> Certainty -> Statement -> Verdict -> Answer -> Article.
Each is defined once, here. Steps elsewhere are functions from value to value.
"""

from probatum.model.answer import (
    Answer,
    Article,
    Engine,
    EvidenceRow,
    Reference,
    ReviewStatus,
    SearchAccount,
    Section,
    Warning,
)
from probatum.model.appraisal import About, Appraisal, Directness, Fit, Match
from probatum.model.certainty import Certainty, CertaintyStep, Domain, Level
from probatum.model.finding import (
    ArmResult,
    Direction,
    Directive,
    DirectiveAction,
    Figure,
    Finding,
    Interval,
    Measure,
    OutcomeRole,
    PValue,
)
from probatum.model.question import Assumption, Choice, Concept, Intent, Patient, Question, Reader, Role
from probatum.model.record import (
    Cell,
    Identifier,
    Link,
    LinkKind,
    Record,
    RecordKind,
    RecordStatus,
    SectionKind,
    SectionRole,
    SourceSection,
)
from probatum.model.span import Span
from probatum.model.statement import Calculation, CheckResult, Kind, Statement, Verdict
from probatum.model.study import Arm, Claim, Design, Sourced, Study

__all__ = [
    "About",
    "Answer",
    "Appraisal",
    "Arm",
    "ArmResult",
    "Article",
    "Assumption",
    "Calculation",
    "Cell",
    "Certainty",
    "CertaintyStep",
    "CheckResult",
    "Choice",
    "Claim",
    "Concept",
    "Design",
    "Direction",
    "Directive",
    "DirectiveAction",
    "Directness",
    "Domain",
    "Engine",
    "EvidenceRow",
    "Figure",
    "Finding",
    "Fit",
    "Identifier",
    "Intent",
    "Interval",
    "Kind",
    "Level",
    "Link",
    "LinkKind",
    "Match",
    "Measure",
    "OutcomeRole",
    "PValue",
    "Patient",
    "Question",
    "Reader",
    "Record",
    "RecordKind",
    "RecordStatus",
    "Reference",
    "ReviewStatus",
    "Role",
    "SearchAccount",
    "Section",
    "SectionKind",
    "SectionRole",
    "SourceSection",
    "Sourced",
    "Span",
    "Statement",
    "Study",
    "Verdict",
    "Warning",
]
