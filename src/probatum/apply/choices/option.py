"""Option: one treatment that may answer a question which names none, with all that speaks for it and against it."""

from __future__ import annotations

import msgspec

from probatum.model import Appraisal, Directive, Level

Row = tuple[Appraisal, Directive]


class Option(msgspec.Struct, frozen=True):
    """A treatment, or a class of which the sources name several members."""

    name: str
    drugs: tuple[str, ...]
    """What would be given: the drug itself; of a class its members that the sources name or whose labels are held."""
    studies: tuple[Appraisal, ...] = ()
    """Studies that speak for it, the surest first."""
    advice: tuple[Row, ...] = ()
    """What guidelines recommend of it."""
    use: Row | None = None
    """The label that is for what is to be treated."""
    bars: tuple[Row, ...] = ()
    """What rules it out for this patient: by its own label, or by that of a medicine that is taken."""
    beside: tuple[Row, ...] = ()
    """What labels say of it and a medicine that is taken, where that rules nothing out."""
    cares: tuple[Row, ...] = ()
    """What labels want minded in such a patient, and that rules nothing out."""
    level: Level | None = None
    """The certainty of the surest study."""
    indirect: bool = False
    """Whether each study of it was in other people than were asked about."""
    contested: bool = False
    """Whether one source recommends it and another warns against it."""
    bare: bool = False
    """Whether the library holds no label of it, so that what speaks against it is not known."""
    unsaid: bool = False
    """Whether no source says that it may be used in the pregnancy or breast-feeding that is told."""

    @property
    def fit(self) -> bool:
        """Whether nothing rules it out for this patient."""
        return not self.bars
