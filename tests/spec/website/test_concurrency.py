"""Many at once: steps of the trail written at the same moment stand in one chain, and none is lost."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from typing import Any


def test_steps_written_at_once_stand_in_one_chain(person: Callable[..., Any]) -> None:
    from django.db import connection

    from probatum.publish.site.editorial import trail
    from probatum.publish.site.editorial.models import Event
    from probatum.publish.site.editorial.standing import Action

    article, threads, each = uuid.uuid4(), 4, 5
    failed: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for turn in range(each):
                trail.add(article, Action.COMMENTED, trail.ENGINE, f"{number}.{turn}")
        except BaseException as error:  # noqa: BLE001  (told by the assertion below, whatever it is)
            failed.append(error)
        finally:
            connection.close()

    running = [threading.Thread(target=write, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert failed == []
    assert Event.objects.filter(article=article).count() == threads * each
    assert trail.faults(Event.objects.order_by("number")) == []
