"""By class: whether advice of a guideline is on the treatment that is asked about by its name, by that of its class or
by that of a member."""

from __future__ import annotations

from typing import Final

from probatum.apply.choices import options
from probatum.apply.context import Context
from probatum.apply.labels import kinship
from probatum.model import Directive, DirectiveAction, Role
from probatum.text import tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

MOST_KIN: Final = 12


_PARTS: Final = caseless(r"[;,](?= )|\b(?=(?:when|if|once|without relief)\b)")


def of_its_class(item: Directive, context: Context) -> bool:
    """Whether advice is on a class that the drug asked about belongs to (`an anticoagulant`), be it one of several
    that it offers (`an NSAID, colchicine or a corticosteroid`), and names no drug alone; a class that failed before is
    none that is advised."""
    named = [name for name in item.drug.split(", ") if name]
    several = len(named) > 1 and item.action is DirectiveAction.RECOMMENDED
    if named and not any(members(name) for name in (named if several else (item.drug,))):
        return False
    said = words.stems(" ; ".join(part for part in _PARTS.split(item.text) if not tried.tells_failed(part)))
    # The nearest kinds of a thesaurus, and the classes that a doctor would name, which it files further off.
    kinds = (name for drug in context.drugs for name in (*kinship.kin(drug)[:MOST_KIN], *classes_of(drug)))
    return any(own and own <= said for own in map(words.stems, kinds))


def on_it(item: Directive, context: Context) -> bool:
    """Whether advice is on the treatment that is asked about, or on its class."""
    return context.names_intervention(item.text) or of_its_class(item, context)


def of_member(item: Directive, context: Context) -> bool:
    """Whether advice is on a member of the class asked about: `which antibiotic` is answered by one of them."""
    held = {m.casefold() for c in context.question.having(Role.INTERVENTION) for m in members(c.label)}
    return bool(held & set(options.named(item)))


def named(item: Directive, context: Context) -> bool:
    """Whether advice is on the treatment, on its class or on a member of the class asked about."""
    return on_it(item, context) or of_member(item, context)
