"""The API held to its own description: requests made from it by Schemathesis, good ones and bad ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

schemathesis = pytest.importorskip("schemathesis", reason="Schemathesis is not installed")
EXAMPLES = 5
"""Requests of each sort to each address; an answer costs about a second."""
BOUNDED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(person: Callable[..., Any]) -> Any:
    from probatum.publish.site.api.models import Scope, Token
    from probatum.publish.site.wsgi import application

    token = Token.create(person("properties").user, "properties", list(Scope))
    held = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    held.config.update(headers={"Authorization": f"Bearer {token}"})
    return held


def held(operation: Any, mode: str) -> None:
    """Send what is made for one address, and hold each reply to the description."""
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    # A question may be as described and hold no words; that is found out by reading it.
    left_out = [positive_data_acceptance] if operation.label.startswith("POST") else []

    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def sent(case: Any) -> None:
        case.call_and_validate(excluded_checks=left_out)

    sent()


@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_every_reply_is_as_described(described: Any, mode: str) -> None:
    faults = []
    for found in described.get_all_operations():
        operation = found.ok()
        try:
            held(operation, mode)
        except Unsatisfiable:  # no request to this address can be badly formed
            continue
        except BaseExceptionGroup as group:  # all addresses are tried, then told together
            faults.append(f"{operation.label}: {group.exceptions}")
    assert not faults, "\n\n".join(faults)
