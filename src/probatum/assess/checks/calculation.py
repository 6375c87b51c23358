"""Is the arithmetic right, and done on figures of the sources?"""

from __future__ import annotations

from probatum.assess import arithmetic
from probatum.assess.case import Case, key, printed
from probatum.assess.registry import Answer, check
from probatum.errors import ProbatumError
from probatum.model import Verdict
from probatum.text import body

CONSTANTS = frozenset((1.0, 10.0, 100.0, 1000.0, 1.96, body.MICROMOLES))
"""1.96 is the quantile of the normal distribution for 95 %; 88.42 umol/l of creatinine are 1 mg/dl."""


@check(
    name="calculation",
    purpose="A stated calculation comes to its result, over numbers of the supports, of the question, or constants.",
    source="Rule: a figure is read, or is calculated from figures that were read, with the sum shown.",
    parameters={"constants": "1, 10, 100, 1000, 1.96 and 88.42 may stand in an expression without being in a support"},
)
def calculation(case: Case) -> Answer:
    """Number differs when an expression cannot be read, does not come to its result or uses a foreign number."""
    if not case.statement.calculation:
        return None
    known = {abs(n) for n in case.source_numbers} | CONSTANTS | case.given
    # `100 mg twice daily` holds the 2 of `100 * 2`.
    known |= {key(d.frequency_per_day) for s in case.sources for d in s.doses if d.frequency_per_day}
    known |= case.given_times
    for item in case.statement.calculation:
        try:
            value = arithmetic.evaluate(item.expression)
            used = arithmetic.numbers(item.expression)
        except ProbatumError as error:
            return Verdict.NUMBER_DIFFERS, str(error)
        foreign = [n for n in used if key(n) not in known]
        if foreign:
            return Verdict.NUMBER_DIFFERS, f"{foreign[0]:g} in {item.expression!r} does not stand in the supports"
        if not arithmetic.rounds_to(value, item.result):
            return Verdict.NUMBER_DIFFERS, f"{item.expression!r} does not come to {item.result}"
        result = printed(item.result)
        known.add(key(abs(float(value) if result is None else result)))
    return Verdict.SUPPORTED, f"{len(case.statement.calculation)} calculations hold"
