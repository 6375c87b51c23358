"""Dangers a question may name: what is said before anything else."""

from __future__ import annotations

from typing import Final

DANGERS: Final = {
    "emergency": "The question names what may be an emergency: call the local emergency number now, before reading on.",
    "overdose": "The question names a possible overdose: call a poison centre or the local emergency number now.",
}
"""Kind of danger -> the sentence that stands first."""
