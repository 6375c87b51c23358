"""Own alone: advice that names what is asked about and no other treatment, which takes the place of nothing."""

from __future__ import annotations

from probatum.apply.choices import options
from probatum.apply.context import Context
from probatum.apply.selection import is_open
from probatum.model import Directive


def advises(item: Directive, context: Context) -> bool:
    """Whether advice names the treatment asked about and no other one."""
    names = {name.lower() for name in options.named(item)}
    own = {name.lower() for name in context.drugs}
    return bool(own) and not is_open(context.question) and bool(names) and names <= own
