"""Checks by name: how one is declared, and how they are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from probatum.assess.case import Case
from probatum.assess.declared import declared
from probatum.errors import ProbatumError
from probatum.model import CheckResult, Verdict

GROUP: Final = "probatum.checks"
"""Entry point group under which other packages offer a Check."""

Answer = tuple[Verdict, str] | None
"""What a check says of a case: a verdict and its reason, or None when it does not apply."""


class Check(NamedTuple):
    """One check: asked of one statement, it answers with a verdict or, when it does not apply, with None."""

    name: str
    purpose: str
    """One line."""
    source: str
    """The paper or the rule it comes from."""
    parameters: tuple[tuple[str, str], ...]
    """Pairs of name and meaning."""
    ask: Callable[[Case], Answer]

    def result(self, case: Case) -> CheckResult | None:
        """The answer as a CheckResult, or None."""
        answer = self.ask(case)
        return None if answer is None else CheckResult(self.name, answer[0], answer[1])


def check(
    name: str, purpose: str, source: str, parameters: Mapping[str, str] | None = None
) -> Callable[[Callable[[Case], Answer]], Check]:
    """Decorator that makes a function into the Check of that name."""

    def made(ask: Callable[[Case], Answer]) -> Check:
        return Check(name, purpose, source, tuple((parameters or {}).items()), ask)

    return made


@lru_cache(maxsize=1)
def checks() -> Mapping[str, Check]:
    """All checks by name, sorted: every module of `assess.checks` and every entry point of the group.

    Raises ProbatumError P702 when an entry point gives something else or takes a name that is taken.
    """
    return dict(sorted(declared(Check, "probatum.assess.checks", GROUP).items()))


def get(name: str) -> Check:
    """The check of that name. Raises ProbatumError P701 naming the known ones."""
    known = checks()
    if name not in known:
        raise ProbatumError("P701", check=name, known=", ".join(known))
    return known[name]
