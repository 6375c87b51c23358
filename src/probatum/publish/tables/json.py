"""`json`: the question, the summary of findings, and the findings with every span, for programs."""

from __future__ import annotations

import json

from probatum.apply import Context
from probatum.apply.composing.references import vancouver
from probatum.model import wire
from probatum.publish.tables.summary import summary

SCHEMA = "probatum.evidence/1"


def render(context: Context) -> str:
    """One object; spans carry record, version, section, offsets and quote."""
    told = {
        "schema": SCHEMA,
        "question": wire.to_builtins(context.question),
        "search": wire.to_builtins(context.search),
        "summary": wire.to_builtins(summary(context)),
        "studies": [
            {
                "record": appraisal.record.id,
                "version": appraisal.record.version,
                "citation": vancouver(appraisal.record),
                "standing": appraisal.record.status.value,
                "directness": wire.to_builtins(appraisal.directness),
                "study": wire.to_builtins(appraisal.study),
                "findings": wire.to_builtins(appraisal.findings),
            }
            for appraisal in context.appraisals
        ],
        "pooled": [wire.to_builtins(group.pooled) for group in context.groups if group.pooled],
        "certainty": [wire.to_builtins(group.certainty) for group in context.groups if group.certainty],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
