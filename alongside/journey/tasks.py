"""Work that is done by itself: what is due, reckoned anew each night and when a pack is published."""

from procrastinate.contrib.django import app

from alongside.journey.due import recompute
from alongside.journey.models import DueRow, Pathway
from alongside.packs.queries import current_pack
from alongside.story.models import Fact

A_BATCH = 500


@app.periodic(cron="10 1 * * *")
@app.task(queueing_lock="reckon_every_night", pass_context=False)
def reckon_every_night(timestamp: int) -> None:
    """Reckon anew every family whose clocks can move by themselves: with open support, or with something undone."""
    reckon_batch.defer(after=0, everybody=False)


@app.task
def reckon_batch(after: int, everybody: bool) -> int:
    """Reckon the next families in the order of their ids, then ask for the batch that follows. Returns how many.

    :param after: the id of the last family already done, 0 to begin
    :param everybody: every family that has facts, as when the standards themselves have changed
    """
    families = _families(after, everybody)
    pack = current_pack()
    for family_id in families:
        recompute(family_id, pack=pack)
    if len(families) == A_BATCH:
        reckon_batch.defer(after=families[-1], everybody=everybody)
    return len(families)


def _families(after: int, everybody: bool) -> list[int]:
    """The next ids, in order. A family without open support can still have a visit to write up, so it counts too."""
    if everybody:
        found = Fact.objects.filter(family__gt=after).order_by("family").values_list("family", flat=True).distinct()
        return list(found[:A_BATCH])
    supported = Pathway.objects.filter(closed_at=None, family__gt=after).order_by().values_list("family", flat=True)
    waiting = DueRow.objects.filter(met_at=None, family__gt=after).order_by().values_list("family", flat=True)
    return sorted(supported.union(waiting).order_by("family")[:A_BATCH])
