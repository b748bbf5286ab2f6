"""Conferences of the demo: one that was held and followed up, and one that comes, with a report that is late."""

from collections.abc import Iterator
from datetime import time
from functools import partial

from alongside.demo.writing.conferences import arranging, following, holding
from alongside.demo.writing.conferences.conferring import Conferring
from alongside.demo.writing.conferences.told import conferences
from alongside.demo.writing.gatherings import Alderbridge, Doing


def deeds(demo: Alderbridge) -> Iterator[Doing]:
    """Yield what is done about conferences, each with its moment, for the families that the demo tells of."""
    for told in conferences():
        if told.family in demo.stories:
            yield from _deeds(Conferring(demo, told))


def _deeds(of: Conferring) -> Iterator[Doing]:
    told, key = of.told, f"{of.told.family} conference"
    yield of.at(told.arranged, time(9, 40)), f"{key} a", partial(arranging.arrange, of)
    for report in told.reports:
        if report.came is not None:
            yield of.at(report.came, time(15, 10)), f"{key} b {report.agency}", partial(arranging.send, of, report)
    if told.days < 0:
        yield of.at(told.days, time(16, 30)), f"{key} c", partial(holding.hold, of)
        yield of.at(told.days + 1, time(11)), f"{key} d", partial(following.plan, of)
        yield of.at(told.sent, time(10, 15)), f"{key} e", partial(following.tell, of)
        yield of.at(told.sent + 4, time(12)), f"{key} f", partial(following.hear, of)
