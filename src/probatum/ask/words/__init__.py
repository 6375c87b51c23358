"""Words: what each word of a question is: spelled, written out, in medicine's own name."""
