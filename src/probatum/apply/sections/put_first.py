"""Put first: what the question asks in parts or of such people, told last and led to its place in the bottom line."""

from __future__ import annotations

from probatum.apply import fitting
from probatum.apply.choices import at_what_is_told, done_without, out_of_class, suiting
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.evidence import ended_with, least_harm, named_harm, needed, of_stratum
from probatum.apply.labels import asked_of, by_label, by_way, course_length, deadly, level_told, missed, through
from probatum.apply.naming import is_page
from probatum.apply.patient import by_age, by_allergy, for_patient, of_such_people
from probatum.apply.quoted import by_part, by_want
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.sections import undosed_organ
from probatum.text import words


def say(draft: Draft, context: Context) -> None:
    """What is wanted, each side and part that is asked, then the order of all of it; the course of treatment last."""
    if not by_label.of_another(context):  # what a label says besides is no answer to whether it helps in another use
        leads = by_want.say(draft, context)
        draft.put(by_want.led(draft.statements, leads, context))
    sided = asked_of.add(draft, context) if draft else ()
    parts = by_part.say(draft, context) if not missed.asks(context.question.read) else ()
    draft.put(by_part.led(draft.statements, (*sided, *parts), context))
    _put(draft, context)
    by_allergy.say_choice(draft, context)
    through.lead(draft, context)
    course_length.say(draft, context)
    level_told.lead(draft, context)
    undosed_organ.lead(draft, context)
    by_way.lead(draft, context)
    least_harm.say(draft, context)
    _of_milk(draft, context)


def _put(draft: Draft, context: Context) -> None:
    """The order of what was said: what is put later stands before what was put earlier."""
    draft.put(at_what_is_told.led(draft, context))
    draft.put(by_age.led(draft))
    draft.put(named_harm.led(draft.statements, context))
    draft.put(deadly.led(draft.statements, context))
    draft.put(of_stratum.led(draft, context))
    draft.put(of_such_people.led(draft, context))
    draft.put(ended_with.led(draft, context))
    draft.put(needed.led(draft, context))
    draft.put(done_without.led(draft, context))
    draft.put(suiting.beside(draft.statements, context, draft.id))
    out_of_class.say(draft, context)


def _of_milk(draft: Draft, context: Context) -> None:
    """What a page on breast-feeding says of the treatment, where that is told and nothing said names it: advice for
    everybody leaves it open, and such pages are on no illness."""
    if not context.question.patient.breastfeeding or context.question.danger or for_patient.barred(context):
        return
    if any(fitting.FEEDING.search(s.text) and not s.text.startswith("Nearest") for s in draft.statements):
        return
    asked = words.stems(context.question.read)
    found = [
        Salient(source, one.span, 1.0, words.stems(one.span.quote))
        for source in (*context.answering, *context.further)
        if is_page(source.record)
        for one in sentences_in(source.record)
        if fitting.FEEDING.search(one.span.quote) and context.names_intervention(one.span.quote)
    ]
    if found:
        led = Draft(draft.id, "")
        by_part.tell(led, max(found, key=lambda one: len(asked & one.stems)))
        draft.open_with(led.statements)
