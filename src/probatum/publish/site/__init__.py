"""The site: where answers are asked, reviewed, signed and read. Django and Wagtail; the extra `site`.

`accounts` people and their keys; `asking` questions and conversations; `articles` pages that hold an Answer as
structured content; `editorial` the review states, the trail and the board's pages. The engine knows nothing of it.
"""
