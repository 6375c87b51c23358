"""Sentences, quantities, doses, statistics, identifiers and words: read out of text that is never altered."""
