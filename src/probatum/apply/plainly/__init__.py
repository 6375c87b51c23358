"""Plainly: the words of patients and carers, by rule, with the same figures."""
