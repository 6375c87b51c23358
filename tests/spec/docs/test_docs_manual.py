"""The manual says what is so: links lead somewhere, commands exist, code runs, lists are complete."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from probatum.cli import main
from probatum.model import Level, Reader, Verdict
from probatum.model.answer import ReviewState

ROOT = Path(__file__).resolve().parents[3]
MANUAL = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MEASURED = ("benchmarks.md", "answer-review.md")
"""Written by measuring, so a branch that changes what is measured may lack them for a while."""
HAND_WRITTEN = [path for path in MANUAL if "reference" not in path.parts]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def prose(path: Path) -> str:
    """A page without its code."""
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if not re.match(r"https?://|mailto:|#", target):
            found = path.parent / target.partition("#")[0]
            assert found.exists() or found.name in MEASURED, f"{name(path)} links to {target}"


COMMANDS = sorted(
    {
        (name(path), line.strip())
        for path in HAND_WRITTEN
        for block in blocks(path, "sh")
        for line in block.replace("\\\n", " ").splitlines()
        if re.search(r"(^|\s|/)probatum (?=[a-z])", line)
    }
)


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_commands_and_options_exist(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    at = next(i for i, word in enumerate(words) if word == "probatum" or word.endswith("/probatum"))
    command: click.Command = main
    rest = words[at + 1 :]
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), rest[0])
        assert found is not None, f"{page}: {line}"
        command, rest = found, rest[1:]
    known = {option for parameter in command.params for option in parameter.opts}
    for word in rest:
        if word.startswith("--") and len(word) > 2:
            assert word.partition("=")[0] in known, f"{page}: {line}"


def test_the_examples_for_developers_run() -> None:
    made: list[object] = []
    for block in blocks(ROOT / "docs" / "building" / "adding.md", "python"):
        scope: dict[str, object] = {"__name__": "example"}
        exec(compile(block, "adding.md", "exec"), scope)
        made += [value for key, value in scope.items() if key in ("FORMAT", "shouting")]
    assert [type(value).__name__ for value in made] == ["Format", "Check", "Cards"]


class TestListsAreComplete:
    @pytest.mark.parametrize("verdict", Verdict)
    def test_verdicts(self, verdict: Verdict) -> None:
        assert f"| {verdict.value} |" in (ROOT / "docs/asking/README.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("level", Level)
    def test_levels_of_certainty(self, level: Level) -> None:
        assert level.value in (ROOT / "docs/asking/README.md").read_text(encoding="utf-8").lower()

    @pytest.mark.parametrize("reader", Reader)
    def test_readers(self, reader: Reader) -> None:
        assert reader.value in (ROOT / "docs/asking/README.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("state", ReviewState)
    def test_review_states(self, state: ReviewState) -> None:
        page = " ".join((ROOT / "docs/editing/README.md").read_text(encoding="utf-8").split())
        assert state.value in page

    def test_environment_variables(self) -> None:
        code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
        read = set(re.findall(r'"(PROBATUM_[A-Z]+)"', code))
        told = set(re.findall(r"`(PROBATUM_[A-Z]+)`", (ROOT / "docs/running/README.md").read_text(encoding="utf-8")))
        assert read == told


class TestGlossary:
    TERMS = re.findall(r"^\| ([^|]+?) \| ", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE)[1:]

    def test_has_the_words_of_the_field(self) -> None:
        assert len(self.TERMS) >= 60

    def test_is_in_order_without_doubles(self) -> None:
        folded = [term.casefold() for term in self.TERMS]
        assert folded == sorted(set(folded))


class TestChangelog:
    TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    def test_keeps_to_its_form(self) -> None:
        headings = re.findall(r"^## (.*)$", self.TEXT, re.MULTILINE)
        assert headings[0] == "[Unreleased]"
        assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", heading) for heading in headings[1:])
        kinds = set(re.findall(r"^### (.*)$", self.TEXT, re.MULTILINE))
        assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


@pytest.mark.skipif(
    sys.version_info[:2] != (3, 11), reason="the pages are made with Python 3.11, whose way of printing code they show"
)
def test_the_reference_is_what_the_code_says() -> None:
    # In a process of its own: what other tests load or set must not show in the pages.
    env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, str(ROOT / "scripts" / "make_reference.py"), "--check"]
    paths = {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**env, **paths}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
