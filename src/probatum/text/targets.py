"""Targets: to what a measured value is brought, asked or told: `what BP should we aim for`, `target urate in gout`.

A target is no dose, no effect and no value that somebody has: whoever asks for it wants the sentence of a guideline
that gives it for people like these.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.text.expressions import caseless


class Measure(NamedTuple):
    """Something that is measured and brought to a target."""

    name: str
    """As it stands in running text."""
    named: re.Pattern[str]
    illness: str
    """The illness that it is the measure of, as the vocabulary has it; empty where that is several."""
    paced: bool = False
    """Whether it is asked how fast it is brought there, and not to what."""

    @property
    def sought(self) -> str:
        """What a source would do that answers, in running text."""
        return f"tells how fast {self.name} is brought back" if self.paced else f"gives a target of {self.name}"


_MEASURES: Final = tuple(
    Measure(name, caseless(rf"\b(?:{pattern})\b"), illness)
    for name, pattern, illness in (
        ("blood pressure", r"blood pressures?|BPs?|systolic|diastolic", "hypertension"),
        ("HbA1c", r"HbA1c|A1c|gly(?:cated|cosylated) ha?emoglobin", "diabetes mellitus"),
        ("LDL cholesterol", r"LDL(?:[- ]C)?|low[- ]density lipoproteins?|(?:non-HDL[- ])?cholesterol|lipids?", ""),
        ("INR", r"INR|international normali[sz]ed ratio", ""),
        ("urate", r"(?:serum )?urate|uric acid", "gout"),
        ("oxygen saturation", r"(?:oxygen )?saturations?|sats|SpO2|SaO2", ""),
        ("glucose", r"(?:blood |plasma |capillary )?glucose|blood sugars?|sugars|CBGs?", "diabetes mellitus"),
        ("haemoglobin", r"(?<!glycated )(?<!glycosylated )ha?emoglobin|Hb", ""),
        ("TSH", r"TSH|thyroid[- ]stimulating hormone|thyrotropin", "hypothyroidism"),
        ("heart rate", r"heart rate|pulse(?: rate)?|ventricular rate", ""),
        ("ferritin", r"ferritin", ""),
        ("potassium", r"potassium", ""),
        ("sodium", r"(?:serum )?sodium|hypo?natra?emia", ""),
        ("phosphate", r"phosphate", ""),
        ("vitamin D", r"vitamin D|25-hydroxyvitamin D|25-OH-?D", ""),
        ("lithium level", r"lithium (?:levels?|concentrations?)", "bipolar disorder"),
        ("platelet count", r"platelets?(?: counts?)?", ""),
    )
)
_AIM: Final = r"(?:targets?|goals?|aim(?:s|ed|ing)?(?: for| at)?|ideal(?:ly)?|optimal|desired)"
_OTHER: Final = r"(?:doses?|dosing|volume|organs?|vessels?|lesions?|weight|population|group)"
"""What else has a target."""
_ASKS: Final = caseless(
    rf"\b{_AIM}\b(?! (?:\w+ )?{_OTHER}\b)|\bhow (?:low|high|far)\b[^?]{{0,40}}\b(?:should|be|brought|go|get|lower)\b"
    r"|\bwhat (?:should|ought) [^?]{0,30}\bbe (?:kept|brought|under|below)\b"
)
_WEIGHS: Final = caseless(
    r"\b(?:better|worse|benefits?|versus|vs\.?|v|intensive|tight\w*|strict\w*|lower (?:target|goal)s?|trials?|evidence"
    r"|compared|stud(?:y|ies)|who|why|reach\w*|miss\w*|above|below|not at|off|despite|until|guided|organ)\b"
)
"""That targets are set against each other, or one is not reached: then what works is asked."""
_TELLS: Final = caseless(
    rf"(?<!reach the )(?<!reach )(?<!until the )(?<!at )\b(?:{_AIM}|kept (?:at|between|below|above))\b"
    rf"(?! (?:\w+ )?{_OTHER}\b)[^.;]{{0,80}}?\d"
)
"""How a target is told, with its figure behind it."""


_PACE: Final = caseless(
    r"\bhow (?:quick|fast|rapid|slow)\w* (?:should|must|can|may|ought|to|do (?:we|you|i)|is it safe)\b[^?.;]{0,70}?"
    r"\b(?:correct|lower|rais|reduc|bring|brought|fall|rise|drop"
    r"|normali[sz])\w*|\b(?:rate|speed|pace) of (?:correction|(?:rise|fall|reduction|lowering) (?:of|in))\b"
    r"|\b(?:maximum|max|safe) (?:correction rate|rate of correction)\b"
)
_IN_TIME: Final = caseless(
    r"\b(?:correct|lower|rais|reduc|rise|ris|fall|bring|brought)\w*\b[^.;]{0,60}?\d[^.;]{0,40}?"
    r"\b(?:in|per|within|over|every|each|an?) (?:the first |the )?(?:\d+ ?(?:to \d+ )?)?"
    r"(?:hours?|hrs?|h|days?|minutes?)\b"
)
"""How far something is brought, and in which time."""
_DOSE: Final = caseless(r"\bdoses? of\b")


def asked(text: str) -> Measure | None:
    """The measure whose target a question asks for, or how fast it is brought there; None where it asks for neither."""
    if _PACE.search(text) is not None:
        found = next((one for one in _MEASURES if one.named.search(text)), None)
        return None if found is None else found._replace(paced=True)
    if _ASKS.search(text) is None or _WEIGHS.search(text) is not None:
        return None
    return next((one for one in _MEASURES if one.named.search(text)), None)


def told(sentence: str, measure: Measure) -> bool:
    """Whether a sentence gives a target of a measure, with its figure, or how far it is brought in which time."""
    if measure.paced:
        paced = _IN_TIME.search(sentence) if _DOSE.search(sentence) is None else None
        near = sentence[max(0, paced.start() - _BESIDE) : paced.end()] if paced else ""
        return measure.named.search(near) is not None
    found, named = _TELLS.search(sentence), measure.named.search(sentence)
    return bool(found and named and abs(found.start() - named.start()) < _NEAR)


_BESIDE: Final = 24
"""Letters before the word for its change in which the measure stands that is changed."""
_NEAR: Final = 90
"""Letters between the word for a target and the measure that it is of."""
