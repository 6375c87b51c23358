"""Evidence: what studies found, outcome by outcome: what belongs together, how sure it is, how it is said."""
