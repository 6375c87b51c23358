"""Composing: what is done once sections are written, so that they read as one article.

`compose` joins them into a draft: each study is introduced where it is first quoted (`introducing`), the short answer
stands in the order of the question (`order`), the conclusion closes over it (`concluding`), nothing is quoted twice
(`repetition`), the page is no longer (`depth`) and no harder (`easing`) than its reader reads; `references` and the
evidence `table` follow. `tidying` sets right what the checks withheld.
"""
