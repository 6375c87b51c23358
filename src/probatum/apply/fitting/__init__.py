"""Fitting: whether the words of a label or guideline speak of the patient that is asked about.

`directions` weighs a direction as a whole; the other parts each know one thing of the patient and the words for it:
`years`, `pregnancy`, `kidneys`, `weights`, criteria in `lists`, what is taken, not borne or suffered from by its
`names`. `sorts` tells whom a text singles out. Where a figure, a trimester or an age is not told, every direction for
such people counts.
"""

from __future__ import annotations

from probatum.apply.fitting.directions import certain, of_kidneys, of_organ, of_others, of_some, part_for, speaks_of
from probatum.apply.fitting.kidneys import bounds, filtration, limit_of, of_healthy_kidneys, that_kidney
from probatum.apply.fitting.lists import partly_met, told, undecided
from probatum.apply.fitting.names import (
    ALLERGIC,
    ALLERGY,
    OTHERWISE,
    allergic,
    goes_without,
    names_one,
    names_taken,
    takes,
)
from probatum.apply.fitting.pregnancy import FERTILE, begins_in, later_in_pregnancy, may_conceive, over, weeks_pregnant
from probatum.apply.fitting.sorts import FEEDING, KIDNEY, LIVER, OLD, PREGNANT, SPECIAL, YOUNG, special
from probatum.apply.fitting.weights import kilograms, of_another_weight, of_other_children, that_weight
from probatum.apply.fitting.years import (
    CHILD_YEARS,
    GROWN_TOO,
    age,
    of_age,
    of_babies,
    of_children_alone,
    of_the_young_alone,
    of_untold_children,
)

__all__ = [
    "ALLERGIC",
    "ALLERGY",
    "CHILD_YEARS",
    "FEEDING",
    "FERTILE",
    "GROWN_TOO",
    "KIDNEY",
    "LIVER",
    "OLD",
    "OTHERWISE",
    "PREGNANT",
    "SPECIAL",
    "YOUNG",
    "age",
    "allergic",
    "begins_in",
    "bounds",
    "certain",
    "filtration",
    "goes_without",
    "kilograms",
    "later_in_pregnancy",
    "limit_of",
    "may_conceive",
    "names_one",
    "names_taken",
    "of_age",
    "of_another_weight",
    "of_babies",
    "of_children_alone",
    "of_healthy_kidneys",
    "of_kidneys",
    "of_organ",
    "of_other_children",
    "of_others",
    "of_some",
    "of_the_young_alone",
    "of_untold_children",
    "over",
    "part_for",
    "partly_met",
    "speaks_of",
    "special",
    "takes",
    "that_kidney",
    "that_weight",
    "told",
    "undecided",
    "weeks_pregnant",
]
