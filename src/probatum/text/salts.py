"""Salts: a metal behind a drug's name says which salt it is, and is not what the title is about."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

METALS: Final = frozenset(("potassium", "sodium", "calcium", "magnesium", "zinc", "lithium", "aluminium", "aluminum"))
"""Metals with which acid drugs form salts (WHO, International Nonproprietary Names Modified, INNM 2006)."""
_JOINS: Final = frozenset(("and", "or", "with", "of", "plus", "in", "for", "by", "oral", "intravenous"))
"""Words behind which a metal stands for itself: `vitamin D and calcium`, `intravenous magnesium`."""


_CARRIERS: Final = frozenset(
    (
        *("sulfate", "sulphate", "chloride", "oxide", "hydroxide", "citrate", "carbonate", "bicarbonate", "gluconate"),
        *("lactate", "aspartate", "acetate", "phosphate", "glycerophosphate", "glubionate", "orotate", "succinate"),
        *("hydrogencarbonate", "dihydrogen", "trisilicate", "fluoride", "iodide", "bromide", "nitrate", "malate"),
    )
)
"""What carries a metal that is given for its own sake: behind it stands `magnesium sulfate`, and not `alginate`."""


def is_about(title: str, name: str) -> bool:
    """Whether a title holds a name as words of its own: `potassium chloride` is about potassium, `penicillin V
    potassium` is not, nor `magnesium alginate` about magnesium, or `atorvastatin` about `statin`."""
    words, wanted = _words(title), _words(name)
    for at in range(len(words) - len(wanted) + 1):
        if wanted and words[at : at + len(wanted)] == wanted and not _is_salt(words, at, wanted):
            return True
    return False


def _is_salt(words: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    if len(wanted) != 1 or wanted[0] not in METALS:
        return False
    behind = words[at + 1] if at + 1 < len(words) else ""
    of_an_acid = behind.endswith("ate") and behind not in _CARRIERS
    return of_an_acid or (at > 0 and words[at - 1] not in _JOINS)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in text.casefold()).split())
