"""Only some: advice that holds for some people alone, of whom nothing is told, or that leaves out those asked about."""

from __future__ import annotations

from typing import Final

from probatum.apply import fitting
from probatum.apply.choices import worries
from probatum.apply.context import Context
from probatum.apply.together import in_some
from probatum.model import Intent
from probatum.text import words
from probatum.text.expressions import caseless


def of_some(text: str, context: Context) -> bool:
    """Whether advice is for those alone of whom something holds that the question does not tell (`in people who need
    anticoagulation for another reason`), or who have another illness besides."""
    found = _WHO.match(text)
    untold = found is not None and not words.stems(found["what"]) & words.stems(context.question.read)
    return untold or in_some.of_a_kind(text, context) or _of_untold_states(text, context) or leaves_out(text, context)


def leaves_out(text: str, context: Context) -> bool:
    """Whether advice says that it is not for what is asked about (`this does not apply to people with osteoporosis`),
    or is on keeping something away of which the question tells nothing."""
    read = words.stems(context.question.read)
    out = _NOT_FOR.search(text)
    if out is not None and words.stems(out["whom"]) & read - words.stems(" ".join(context.drugs)) - worries.USUAL:
        return True
    if _FERTILE.search(text) and not (_OF_WOMEN.search(context.question.typed) or context.question.patient.pregnancy):
        return context.question.patient.sex != "female"
    kept = _TO_PREVENT.search(text)
    return kept is not None and context.question.intent is Intent.DOSING and not words.stems(kept["what"]) & read


_FERTILE: Final = caseless(
    r"\bin (?:women|girls|people|those)(?: (?:and|or) girls)? (?:who (?:can|could|may|might) become pregnant"
    r"|of child-?bearing)"
)
_OF_WOMEN: Final = caseless(
    r"\b(?:wom[ae]n|girls?|females?|she|her|pregnan\w*|contracept\w*|conceiv\w*|child-?bearing)\b"
)
_NOT_FOR: Final = caseless(r"\b(?:does|do) not apply to (?P<whom>[^.;]{3,120})")
_TO_PREVENT: Final = caseless(r"\bto prevent (?P<what>[a-z-]{3,30})")


def _of_untold_states(text: str, context: Context) -> bool:
    """Whether something is kept from people in states alone of which nobody told: `be avoided in children, pregnancy
    and breast-feeding`."""
    found = _KEPT_FROM.search(text)
    parts = _OR.split(found["whom"]) if found is not None else []
    patient = context.question.patient
    return bool(parts) and all(
        fitting.special(part) and not fitting.speaks_of(part, patient) for part in parts if part.strip()
    )


_KEPT_FROM: Final = caseless(
    r"\b(?:avoided|contra-?indicated|not (?:be )?(?:used|given|recommended)) in (?P<whom>[^.;]{4,120}?)\.?$"
)
_OR: Final = caseless(r",? (?:and|or) |, ")


_WHO: Final = caseless(r"^in (?:people|patients|those|adults|women|men) who (?P<what>[^,;.]{3,80}),")
