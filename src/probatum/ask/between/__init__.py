"""Between: two treatments of one question: a choice, two ways, or one beside the other."""
