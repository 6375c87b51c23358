"""Overlap: whether a review holds a trial, which then is no second witness of what the review says."""

from __future__ import annotations

from probatum.model import Appraisal
from probatum.text import identifiers


def included(review: Appraisal, trial: Appraisal) -> bool:
    """Whether the review names the trial: by its registration, by an identifier, or by its first author and year."""
    text = " ".join(section.text for section in review.record.sections)
    registered = trial.study.registration
    named = [str(i) for _, _, i in identifiers.find(registered.value)] if registered else []
    held = {str(i) for _, _, i in identifiers.find(text)}
    if held & {*named, *(str(i) for i in trial.record.identifiers)}:
        return True
    author, year = (trial.record.authors or ("",))[0].split(" ")[0].strip(","), trial.record.year
    return bool(author and year) and any(sign in text for sign in (f"{author} {year}", f"{author} et al. {year}"))


def possible(review: Appraisal, trial: Appraisal) -> bool:
    """Whether the review may hold the trial: it is no older, and no smaller."""
    whole, part = review.record, trial.record
    later = whole.year is not None and part.year is not None and part.year > whole.year
    larger = bool(review.study.n and trial.study.n and trial.study.n > review.study.n)
    return not later and not larger
