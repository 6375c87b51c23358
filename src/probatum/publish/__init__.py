"""Publish: an Answer as something people read. Renderers only arrange; they state nothing of their own."""
