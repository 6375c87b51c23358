"""Articles: pages that hold an Answer as structured content, and how they are read."""
