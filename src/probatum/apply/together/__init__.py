"""Together: medicines that are taken beside each other, what one does to another, and the limits that this sets."""
