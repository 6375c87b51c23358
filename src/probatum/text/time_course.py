"""Time course: whether words ask how long an illness lasts, and whether a sentence tells it.

`how long does B last`, `B duration?`, `when will my B clear up`, `how many days until B settles`, `natural course of B`
ask the same; how long something is given, or until somebody may work again, is another question.
"""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_ENDS: Final = (
    r"(?:lasts?|go(?:es)? (?:on|away)|gone|go(?! (?:to|in|into|back|for|and|see|home|out)\b)|clears?(?: up)?"
    r"|settles?(?: down)?|pass(?:es)?|stops?|ends?"
    r"|heals?(?: up)?"
    r"|(?:get|feel|be|gets|is|are)(?: any| much| fully| completely)? (?:better|well|over|over it|gone|normal|ill|sick)"
    r"|resol(?:ves?|ution)|recover(?:s|y)?|eases?(?: off)?|improves?|persists?|disappears?|burns? (?:it|them)sel\w+ out"
    r"|dies? down|runs? its course)"
)
_ASKS: Final = caseless(
    rf"\bhow (?:long|much longer|many (?:more )?(?:days|weeks|months|years))\b[^?.;]{{0,70}}?\b{_ENDS}\b"
    rf"|\bwhen (?:will|does|do|should|can|would|is|are)\b[^?.;]{{0,50}}?\b{_ENDS}\b"
    rf"|\bwhen (?:my |his |her |their |the |an? )?[\w' -]{{3,40}} (?:will|should|is going to|are going to) {_ENDS}\b"
    rf"|\bhow (?:soon|quickly|fast|rapidly) (?:will|does|do|can|should|would)\b[^?.;]{{0,50}}?\b{_ENDS}\b"
    r"|\b(?:time course|natural (?:course|history))\b"
    r"|\b(?:expected |usual |typical |normal |average |likely )?duration of (?!(?:action|effect|response|the effect)\b)"
    r"|(?<!treatment )(?<!action )(?<!effect )\bduration\W*$"
    rf"|\btime (?:to|until) (?:full |complete )?{_ENDS}\b"
    rf"|\b(?:does|do|will|can|would)\b[^?.;]{{0,40}}?\b{_ENDS} (?:by itself|by themselves|on (?:its|their) own"
    rf"|without treatment)"
)
_OTHERWISE: Final = caseless(
    r"\b(?:treat(?!ment\W*$)\w*(?! \w+ well)|therapy|antibiotics?|antivirals?|steroids?"
    r"|(?<!natural )(?<!time )courses? of (?!the illness)|tablets?|pills?|dos(?:e|es|ing)"
    r"|immuni\w+|protect\w*|work(?:s|ing)?|drive|driving|fly|flying|swim|school|nursery|contagious|infectious|isolat\w+"
    r"|have (?:i|he|she|they) got|to live|live|survival|give|given|(?<!it )take(?! to)|taken|kick in)\b"
)
"""Words of another question: how long something is given, until when somebody stays away, how long somebody lives."""
TOLD: Final = caseless(
    r"\b(?:(?:usually |often |mostly )?lasts?|lasted|gets? better|got better|resol\w+|recover\w*|persist\w*"
    r"|heal(?:s|ed|ing)?|cured?|clear(?:s|ed)?|settles?|(?:is|are|was|were) gone|goes away|disappears?"
    r"|duration of (?:illness|symptoms))\b"
)
"""Words by which a sentence tells it."""


def asked(text: str) -> bool:
    """Whether it is asked how long an illness lasts."""
    return _ASKS.search(text) is not None and (_OTHERWISE.search(text) is None or _ALONE.search(text) is not None)


_ALONE: Final = caseless(r"\bwithout treatment\b|\bif (?:left )?untreated\b")
