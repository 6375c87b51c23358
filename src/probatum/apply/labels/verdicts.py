"""Verdicts: the first words on whether somebody may have a medicine, turned where it is asked whether it is stopped.

What is contraindicated is not begun and does not go on (`no`), and is stopped (`yes`): the word follows the verb.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from probatum.text.halting import Way


class Verdict(NamedTuple):
    """What is said first, to professionals and in plain words; `{}` stands for the medicine."""

    lead: str
    plain: str


NEVER: Final = Verdict("no: {} is contraindicated for this patient", "no: {} must not be used in this person")
AVOID: Final = Verdict(
    "not as a rule: {} is advised against for this patient",
    "not unless a doctor says so: {} is not advised for this person",
)
SOME: Final = Verdict(
    "that depends: {} is contraindicated in some such patients",
    "that depends. {} must not be used in some people with this. Ask your doctor or pharmacist whether you are one",
)
MEMBERS_NEVER: Final = Verdict(
    "that depends on which of them is taken; contraindicated",
    "that depends on which of them is taken. Ask your doctor or pharmacist. One must not be used",
)
MEMBERS_CARE: Final = Verdict(
    "only with care, and that depends on which of them is taken",
    "only with care, and that depends on which of them is taken. Ask your doctor or pharmacist",
)
CARE: Final = Verdict("only with care", "only with care, after asking a doctor or pharmacist")
DOSED: Final = Verdict("yes, at the dose for such a patient", "yes, at the dose that is meant for such a person")
BEYOND: Final = Verdict("no: {} is stopped at what was measured", "no: {} is stopped at what was measured")

_ASK: Final = "ask your doctor before anything is changed"
_STOPS: Final = {
    NEVER: Verdict(
        "yes, stop it: {} is contraindicated for this patient", f"yes, but {_ASK}. {{}} must not be used in this person"
    ),
    AVOID: Verdict(
        "as a rule, yes: {} is advised against for this patient",
        f"mostly yes, but {_ASK}. {{}} is not advised for this person",
    ),
    BEYOND: Verdict(
        "yes: {} is stopped at what was measured", f"yes, but {_ASK}. {{}} is stopped at what was measured"
    ),
    CARE: Verdict(
        "its label wants care and does not say that it is stopped",
        f"{_ASK}. The official label wants care and does not say that it is stopped",
    ),
    DOSED: Verdict(
        "not for that alone: there is a dose for such a patient",
        f"not for that alone, and {_ASK}. There is a dose for such a person",
    ),
}
_EITHER: Final = {
    NEVER: Verdict("stop it: {} is contraindicated for this patient", f"{_ASK}. {{}} must not be used in this person"),
    AVOID: Verdict(
        "as a rule, stop it: {} is advised against for this patient", f"{_ASK}. {{}} is not advised for this person"
    ),
    BEYOND: Verdict("stop it: {} is stopped at what was measured", f"{_ASK}. {{}} is stopped at what was measured"),
    CARE: Verdict("its label wants care", f"{_ASK}. Care is needed"),
    DOSED: Verdict("go on at the dose for such a patient", f"{_ASK}. There is a dose for such a person"),
}


SAYS: Final = Verdict("its label says when it is stopped", f"{_ASK}. The official label says when it is stopped")
"""Where what calls for care says itself that the medicine is stopped."""


_TWO: Final = {
    NEVER: Verdict(
        "lower the dose or stop it: {} is contraindicated for this patient",
        f"{_ASK}. {{}} must not be used in this person. Its official label says that less is taken or it is stopped",
    ),
    BEYOND: Verdict(
        "lower the dose or stop it, at what was measured",
        f"{_ASK}. At what was measured less is taken or it is stopped",
    ),
}
"""Where the label leaves both open, no first word is firmer than it."""


def turned(verdict: Verdict, way: Way, *, two: bool = False) -> Verdict:
    """The verdict in the words that answer what is asked: of an end, of either, or of the use itself; `two` where the
    label has the dose lowered or the medicine stopped."""
    if two and way in (Way.STOP, Way.EITHER) and verdict in _TWO:
        return _TWO[verdict]
    held = _STOPS if way is Way.STOP else _EITHER if way is Way.EITHER else {}
    return held.get(verdict, verdict)
