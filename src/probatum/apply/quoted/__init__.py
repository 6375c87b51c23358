"""Quoted: sentences of sources that answer in their own words: which are to the point, lead, or stand beside."""
