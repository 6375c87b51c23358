"""Pretests: whether a text asks for a test before a medicine is started, which test, and what labels say of the same.

`HLA-B test before A`, `baseline LFTs for A`, `an eye test before starting A`: the words belong to no medicine.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless


class Test(NamedTuple):
    """A kind of test: how it is asked for, and by which words labels tell of it."""

    name: str
    asked: re.Pattern[str]
    told: re.Pattern[str]


class Asked(NamedTuple):
    """What is asked: the kinds of tests (none where any test is meant), its own words, and what stands behind."""

    tests: tuple[Test, ...]
    words: str
    behind: str


def _kind(name: str, asked: str, told: str = "") -> Test:
    return Test(name, caseless(rf"\b(?:{asked})"), caseless(rf"\b(?:{told or asked})"))


_TESTS: Final = (
    _kind("HLA type", r"HLA\b"),
    _kind("TPMT", r"TPMT\b|thiopurine methyl"),
    _kind("NUDT15", r"NUDT ?15\b"),
    _kind("G6PD", r"G6PD\b|glucose[- ]6[- ]phosphate"),
    _kind("DPYD", r"DPYD?\b|dihydropyrimidine"),
    _kind("metaboliser status", r"CYP ?2[CD]\d{1,2}\b|metaboli[sz]er"),
    _kind(
        "liver tests",
        r"LFTs?\b|liver (?:function|tests?|enzymes?|bloods?|panel)|hepatic function|ALT\b|AST\b|transaminases?\b",
        r"liver\b[^.;,]{0,15}\b(?:tests?|enzymes?|function)|aminotransferases?\b|transaminases?\b|ALT\b"
        r"|hepatic function",
    ),
    _kind(
        "kidney function",
        r"renal function|kidney (?:function|tests?|bloods?)|U ?(?:&|and) ?Es?\b|UEs?\b|e?GFR\b|creatinine\b",
        r"(?:kidneys?|renal)\b[^.;,]{0,15}\b(?:tests?|function)|creatinine\b|eGFR\b|electrolytes\b",
    ),
    _kind(
        "an eye examination",
        r"(?:eyes?|vision|visual|retinal?|fundus) (?:\w+ )?(?:exam\w*|tests?\b|check\w*|screen\w*|assessment)"
        r"|ophthalm\w+|optician\w*|OCT\b",
        r"eye exam\w*|ophthalm\w+|retinal?\b|visual (?:acuity|field)",
    ),
    _kind("a pregnancy test", r"pregnancy tests?\b|hCG\b|ruling out pregnancy", r"pregnan\w+"),
    _kind(
        "the ECG",
        r"(?:ECG|EKG)s?\b|electrocardiogra\w+|QTc?\b",
        r"ECG\b|electrocardiogra\w+|cardiac evaluation\b|QTc?\b",
    ),
    _kind("the heart by ultrasound", r"echo\w*", r"echocardiogra\w+|(?:heart|cardiac|ventricular) function\b"),
    _kind(
        "blood counts",
        r"FBCs?\b|CBCs?\b|(?:full |complete )?blood counts?\b|white (?:blood )?cells?\b|WCC\b|WBC\b|neutrophils?\b"
        r"|ANC\b|platelets?\b",
        r"blood counts?\b|neutrophil\w*|platelet counts?\b",
    ),
    _kind("thyroid function", r"TFTs?\b|TSH\b|thyroid\b", r"thyroid\b|TSH\b"),
    _kind("potassium", r"potassium\b|electrolytes\b|K\+", r"potassium\b|electrolytes\b"),
    _kind("magnesium", r"magnesium\b"),
    _kind("calcium", r"calcium\b|vitamin D\b", r"calcium\b|hypocalca?emia\b|vitamin D\b"),
    _kind("sodium", r"sodium\b", r"(?:serum|low) sodium\b|hyponatra?emia\b"),
    _kind("glucose", r"glucose\b|blood sugars?\b|HbA1c\b|A1c\b", r"glucose\b|blood sugar\b|HbA1c\b"),
    _kind("lipids", r"lipids?\b|cholesterol\b|triglycerides?\b"),
    _kind("a chest X-ray", r"chest x-?rays?\b|CXR\b|chest radiograph\w*", r"chest (?:x-?ray|radiograph\w*)|CXR\b"),
    _kind("lung function", r"lung function|spirometry|pulmonary function|PFTs?\b"),
    _kind("tuberculosis", r"TB (?:test|screen)\w*|tuberculosis|quantiferon|IGRA\b", r"tubercul\w+"),
    _kind("hepatitis B", r"hep(?:atitis)? ?[BC]\b|HBV\b|HBsAg\b", r"hepatitis [BC]\b"),
    _kind("blood pressure", r"blood pressure\b|BP\b", r"blood pressure\b"),
    _kind("bone density", r"bone (?:mineral )?density|DE?XA\b", r"bone (?:mineral )?density"),
    _kind("a dental check", r"dental (?:check|exam|review)\w*|dentist\b", r"dental\b"),
    _kind("clotting", r"INR\b|clotting\b|coagulation (?:screen|tests?)", r"INR\b|coagulation tests?"),
)
_ANY: Final = caseless(
    r"\b(?:blood tests?|bloods|tests?|testing|checks?|investigations?|work-?up|screening|monitoring)\b"
)
_START: Final = (
    r"(?:start\w*|begin\w*|commenc\w*|initiat\w*|giv(?:e|ing)|prescrib\w+|tak(?:e|ing)|us(?:e|ing)|going on"
    r"|put(?:ting)?|first dose|treatment|therapy"
    r"|(?:i|we|you|he|she|they|it|can|of|with|on|the|my|her|his|him|them|a|new))"
)
_BEFORE: Final = caseless(
    rf"(?P<test>[^?.;]{{2,80}}?)\b(?:before|prior to|ahead of)\b(?: {_START}\b){{0,6}} (?P<behind>[^?.;]{{3,60}})"
)
_BASELINE: Final = caseless(
    rf"\bbaseline (?P<test>[^?.;]{{2,60}}?) (?:for|on|with|in|when)\b(?: {_START}\b){{0,4}} (?P<behind>[^?.;]{{3,60}})"
)


_GIVEN: Final = caseless(r"\b(?:potassium|magnesium|calcium|vitamin D|glucose|sodium)\b(?! (?:levels?|tests?))")
_MEASURED: Final = caseless(
    r"\b(?:levels?|tests?|testing|check\w*|measur\w*|bloods?|start\w*|begin\w*|commenc\w*|initiat\w*|baseline)\b"
)


def asked(text: str) -> Asked | None:
    """The test that a text asks for before something is started; None where it asks for none."""
    for pattern in (_BEFORE, _BASELINE):
        found = pattern.search(text)
        if found is None:
            continue
        tests = tuple(one for one in _TESTS if one.asked.search(found["test"]))
        if pattern is _BEFORE and _GIVEN.search(found["test"]) and not _MEASURED.search(found[0]):
            continue  # a mineral that is taken before another medicine
        if tests or _ANY.search(found["test"]) or pattern is _BASELINE:
            return Asked(tests, found["test"].strip(), found["behind"].strip())
    return None


_FIRST: Final = caseless(
    r"\bbefore\b[^.;]{0,70}\b(?:start\w*|begin\w*|begun|given|treatment|therapy|used?|during)\b|\bruled out\b"
    r"|\bbaseline\b|\bprior to\b|\bbefore (?:and|each)\b"
)


def first(text: str) -> bool:
    """Whether a sentence of a label says what is done before the medicine is started."""
    return _FIRST.search(text) is not None
