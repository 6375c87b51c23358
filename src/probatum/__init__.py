"""Probatum: clinical questions answered with the proof of every sentence."""

__version__ = "0.1.0"
