"""Levels: a laboratory value that stands for an illness. `K 6.2` asks about hyperkalemia.

Limits are those at which guidelines speak of the disorder: potassium of 5.5 mmol/L and more (UK Kidney
Association 2023, acute hyperkalaemia in adults), sodium under 135 mmol/L (Spasovski 2014, doi:10.1093/ndt/gfu040). A
value within the limits stands for nothing. What is a little out of range stands for a disorder where nothing else is
told: beside a medicine it is what that is weighed by.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.ask.words.text import Draft
from probatum.text import measured
from probatum.text.expressions import expression
from probatum.text.results import NO_AGE
from probatum.vocabulary import own_tests


class _Level(NamedTuple):
    measure: str
    names: str
    name: str
    limit: str
    least: float
    most: float
    """From `least` to `most` the value stands for it; beyond them it is another unit or no such value."""


_LEVELS: Final = (
    _Level("potassium", r"K\+?|potassium", "hyperkalemia", "5.5 mmol/L and more", 5.5, 12.0),
    _Level("sodium", r"Na\+?|sodium", "hyponatremia", "under 135 mmol/L", 90.0, 134.9),
)
_ALONE: Final = (
    _Level("potassium", r"K\+?|potassium", "hypokalemia", "under 3.5 mmol/L", 1.5, 3.4),
    _Level(
        "calcium", r"(?:adj(?:usted)? |corrected )?(?:calcium|Ca\+?)", "hypercalcemia", "above 2.6 mmol/L", 2.65, 4.5
    ),
)
_BARE: Final = expression(
    r"^(?:\W|\b(?:what|which|how|to|do|with|and|in|the|an?|of|is|his|her|my|give|given|now|next|today|treat\w*|manage\w*|dose"
    r"|correct\w*|replac\w+|best|adult|patient|pt|year|old|yo|man|woman|male|female|\d{1,3}[MF]?|serum|mmol/?l?|asymptomatic"
    r"|incidental|urgent|advice|please|plan)\b)*$",
    re.IGNORECASE,
)
"""Words beside a value that tell nothing else."""
_VALUES: Final = tuple(
    (
        level,
        expression(
            rf"(?<![\w-])(?<!vitamin )(?<!vit )(?:{level.names})"
            rf" ?(?:(?:of|is|was|at|=|:|level|now|came back) ?)*{NO_AGE}(?P<value>\d{{1,3}}(?:\.\d+)?)"
            r"(?!\d|\.\d| ?(?:mg|mcg|micrograms?|g\b|%|tablets?|(?:mmol|mEq)\b(?!/)))(?: ?(?:mmol|mEq)/L)?",
            re.IGNORECASE,
        ),
    )
    for level in (*_LEVELS, *_ALONE)
)


_TSH: Final = expression(
    r"\b(?:TSH|thyrotropin|thyroid[- ]stimulating hormone)(?: level)?\s*(?:(?:of|is|was|at|=|:) ?)*"
    rf"{NO_AGE}(?P<value>\d{{1,3}}(?:\.\d+)?)(?!\d|\.\d| ?%)",
    re.IGNORECASE,
)
_NORMAL_T4: Final = expression(
    r"\b(?:normal|ok|fine)\b[ a-z]{0,10}\b(?:free )?f?t-?4\b|\b(?:free )?f?t-?4\b[ a-z]{0,6}\b(?:normal|ok|fine"
    r"|in range)\b",
    re.IGNORECASE,
)
_RAISED_TSH: Final = 4.5
"""mIU/L; Feller 2018 (doi:10.1001/jama.2018.13770) counts from 4.5."""


def _thyroid(draft: Draft) -> None:
    """A raised TSH stands for a thyroid that is too slow; with a normal T4 that is called subclinical."""
    found = _TSH.search(draft.text)
    if found is None or "thyroidism" in draft.text.lower() or float(found["value"]) <= _RAISED_TSH:
        return
    subclinical = _NORMAL_T4.search(draft.text)
    name = "subclinical hypothyroidism" if subclinical else "hypothyroidism"
    draft.notes.append((found.group().strip(), name))
    told = " with a normal T4" if subclinical else ""
    draft.assume("level", found.group().strip(), name, f"above {_RAISED_TSH} mIU/L{told} is called so")


_EF: Final = expression(
    rf"\b(?:LV)?EF(?: \w{{1,3}})?[ =:]{{0,2}}(?:of |is |was )?{NO_AGE}"
    r"(?P<value>\d{2})(?! ?\d)(?: ?%| percent)?"
    r"|\bejection fraction (?:of |is |was |at )?(?P<told>\d{2}) ?(?:%|percent)",
    re.IGNORECASE,
)
_FAILURE: Final = expression(r"\bheart failure\b(?! with (?:an? )?(?:reduced|preserved))", re.IGNORECASE)
_KIND: Final = expression(r"\b(?:reduced|preserved) (?:left ventricular )?ejection fraction\b", re.IGNORECASE)
_SAID_AFTER: Final = expression(
    r"(?:,? (?:and|has|had|have|having|is|of)(?: an?)?|,)"
    r" (?:reduced|preserved) (?:left ventricular )?ejection fraction\b",
    re.IGNORECASE,
)
_REDUCED: Final = 40
_PRESERVED: Final = 50
"""Percent; Bozkurt 2021 (doi:10.1002/ejhf.2115): 40 and less is reduced, 50 and more preserved."""


def _ejection(draft: Draft) -> None:
    """An ejection fraction beside heart failure says which kind of it that is."""
    found, failing = _EF.search(draft.text), _FAILURE.search(draft.text)
    told = _KIND.search(draft.text)
    if failing is not None and told is not None and draft.text[failing.end() :].lstrip()[:4] != "with":
        rest = _SAID_AFTER.sub("", draft.text[failing.end() :])
        draft.text = f"{draft.text[: failing.end()]} with {told[0]}{rest}"
        return
    if found is None or failing is None or "reduced" in draft.text.lower() or "preserved" in draft.text.lower():
        return
    percent = int(found["value"] or found["told"])
    kind = "reduced" if percent <= _REDUCED else "preserved" if percent >= _PRESERVED else ""
    if kind:
        limit = f"{_REDUCED}% and less" if kind == "reduced" else f"{_PRESERVED}% and more"
        draft.assume("level", found[0].strip(), f"{kind} ejection fraction", f"{limit} is called so")
        draft.text = f"{draft.text[: failing.end()]} with {kind} ejection fraction{draft.text[failing.end() :]}"


def _over(level: _Level, value: str, text: str) -> bool:
    """Whether a value is past, or is aimed at, and no longer what is there."""
    now = [one.rpartition(" ") for one in measured.values(text)]
    return any(name == level.measure and float(figure) != float(value) for name, _, figure in now) or (
        bool(measured.past(level.measure, text)) and not any(name == level.measure for name, _, _ in now)
    )


def _own_test(draft: Draft) -> None:
    """A value of a test that is made for one disorder alone (`vitamin D 18`), where nothing else is told."""
    for value, said in measured.spans(draft.text):
        name, _, figure = value.rpartition(" ")
        test = own_tests.alone(name)
        before, _, behind = draft.text.partition(said)
        bare = _BARE.match(f"{before} {_UNIT.sub(' ', behind, count=1)}") is not None
        if test is not None and bare and test.side(float(figure)) == test.more:
            limit = f"under {test.low:g}" if test.more == "low" else f"above {test.high:g}"
            at, told = draft.text.index(said), said.strip()
            why = f"{limit} is called so"
            draft.replace(at, at + len(said), f"{test.illness} treatment ", "level", why, typed=told)
            return


_UNIT: Final = expression(r"^ ?(?:nmol|mmol|umol|micromol|ng|ug|mcg|mg)?(?: ?/ ?\w+)?(?: ?%)?", re.IGNORECASE)


def read_levels(draft: Draft) -> None:
    """Note the disorder that a value stands for, unless the question names it."""
    _thyroid(draft)
    _own_test(draft)
    _ejection(draft)
    for level, pattern in _VALUES:
        found = pattern.search(draft.text)
        if found is None or _over(level, found["value"], draft.text):
            continue
        if level in _ALONE and not _BARE.match(draft.text[: found.start()] + " " + draft.text[found.end() :]):
            continue
        if level.least <= float(found["value"]) <= level.most and level.name not in draft.text.lower():
            draft.notes.append((found.group().strip(), level.name))
            draft.assume("level", found.group().strip(), level.name, f"{level.limit} is called so")
