"""`junit`: one test case a sentence, so that a faulty sentence fails a build."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from probatum.model import AuditedSentence, Report, Verdict
from probatum.publish.audits import ReportFormat, Resolve
from probatum.publish.audits._words import label, place, quote
from probatum.text.expressions import expression

_NOT_XML = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, records: Resolve) -> str:
    """JUnit's XML as GitLab, Jenkins and GitHub actions read it; what was not checked is skipped."""
    skipped = sum(s.verdict is Verdict.NOT_CHECKED for s in report.sentences)
    name = quoteattr(_clean(report.source or report.title or "audit"))
    counts = f'tests="{len(report.sentences)}" failures="{len(report.faults)}" skipped="{skipped}" errors="0"'
    head = f"<testsuite name={name} {counts}>"
    cases = "\n".join(_case(report, s) for s in report.sentences)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{head}\n{cases}\n</testsuite>\n</testsuites>\n'


def _case(report: Report, sentence: AuditedSentence) -> str:
    name = quoteattr(_clean(f"{sentence.n}. {sentence.text}"[:300]))
    of = quoteattr(_clean(sentence.section or report.title or "text"))
    opening = f"<testcase classname={of} name={name}"
    reason = _clean(" ".join(sentence.reasons))
    if sentence.faulty:
        said = [reason, *(f"{place(s)}: {quote(s)}" for s in sentence.spans[:2])]
        kind = quoteattr(sentence.category.value if sentence.category else sentence.verdict.value)
        body = escape(_clean("\n".join(said)))
        return (
            f"{opening}><failure type={kind} message={quoteattr(_clean(label(sentence)))}>{body}</failure></testcase>"
        )
    if sentence.verdict is Verdict.NOT_CHECKED:
        return f"{opening}><skipped message={quoteattr(reason)}/></testcase>"
    return f"{opening}/>"


def _clean(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


FORMAT = ReportFormat("junit", "JUnit's XML: a faulty sentence fails a build.", ".xml", render)
