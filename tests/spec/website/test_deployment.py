"""The examples for containers and systemd say what is so: files that exist, settings and options that are known."""

from __future__ import annotations

import configparser
import re
import shlex
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy"
KNOWN = {
    *re.findall(r"PROBATUM_[A-Z_]+", (ROOT / "src/probatum/publish/site/configuration.py").read_text(encoding="utf-8")),
    "PROBATUM_STATE",
}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile, an instruction a line."""
    text = re.sub(r"\\\n\s*", " ", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.strip().partition(" ") for line in lines)]


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "probatum.service"])
def test_every_setting_that_an_example_names_is_known(name: str) -> None:
    named = set(re.findall(r"\bPROBATUM_[A-Z_]+", (DEPLOY / name).read_text(encoding="utf-8")))
    assert named and named <= KNOWN


def test_the_container_runs_as_nobody_and_says_when_it_is_ill() -> None:
    told = instructions()
    last = dict(told)
    assert last["USER"] == "10001:10001" and [word for word, _ in told].index("USER") < len(told) - 1
    assert "/health/" in last["HEALTHCHECK"] and "ADD" not in last
    assert all(":" in rest.split()[0] for word, rest in told if word == "FROM"), "no image without a version"
    assert not re.search(r"(?i)password|secret|token", " ".join(rest for word, rest in told if word in ("ENV", "ARG")))


def test_what_the_container_copies_is_there_and_nothing_else_reaches_it() -> None:
    copied = [rest.split()[:-1] for word, rest in instructions() if word == "COPY" and not rest.startswith("--from")]
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for source in (one for line in copied for one in line):
        assert (ROOT / source).exists() and f"!{source}" in ignored
    assert ignored[0] == "*"
    pip = [rest for word, rest in instructions() if "pip install" in rest and "-r" in rest.split()]
    assert pip and all("--require-hashes" in rest for rest in pip)


def test_what_the_container_runs_is_a_command_that_exists() -> None:
    from click.testing import CliRunner

    from probatum.cli import main

    last = dict(instructions())
    words = yaml.safe_load(last["CMD"])
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "probatum.service", encoding="utf-8")
    started = shlex.split(unit["Service"]["ExecStart"])
    for command in (words, started):
        assert Path(command[0]).name == "probatum"
        told = CliRunner().invoke(main, [*command[1:], "--help"])
        assert told.exit_code == 0, told.output
        assert all(option in told.output for option in command[1:] if option.startswith("--"))
    assert unit["Service"]["ProtectSystem"] == "strict" and unit["Service"]["NoNewPrivileges"] == "yes"


def test_services_of_the_example_have_no_more_than_they_need() -> None:
    told = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for name, service in told["services"].items():
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"], name
        assert "no-new-privileges:true" in service["security_opt"]
    assert "ports" not in told["services"]["site"] and "ports" not in told["services"]["database"]
    assert told["networks"]["inside"]["internal"] is True and told["services"]["database"]["networks"] == ["inside"]
    secrets = [told["services"]["site"]["environment"][one] for one in ("PROBATUM_SECRET_KEY", "PROBATUM_DATABASE")]
    assert all("${" in one and ":?}" in one for one in secrets), "from the environment alone, and missed when it is not"
