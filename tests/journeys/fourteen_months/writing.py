"""What is written again and again in the story, each as its pages send it."""

import re
from datetime import date, time, timedelta
from typing import Any

from alongside.access.models import User
from alongside.journey.models import Transfer
from alongside.story.models import Entry
from tests.journeys.fourteen_months.people import DISTANCE, Story
from tests.journeys.steps import on_the_day

EVERY_WEEK = timedelta(days=7)


def visits(story: Story, first: date, last: date, *, by: User | None = None) -> None:
    """Visit every week from one day to another."""
    while first <= last:
        story.visit(first, by=by)
        first += EVERY_WEEK


def at_allocation(story: Story, manager: User) -> None:
    draft = Entry.objects.filter(form_id="oversight-at-allocation", status="draft").first()
    if draft:
        story.write.write(manager, draft, {})
    else:
        story.write.record(manager, "oversight-at-allocation", {})


def risks_again(story: Story, on: date, occasion: str) -> None:
    with on_the_day(on):
        story.write.record(
            story.world.practitioner, "risk-assessment",
            {"occasion": occasion, "dangers:*:state": "standing", "visiting": "with-care"},
        )  # fmt: skip


def assessment(story: Story, by: User, occasion: str) -> None:
    """An assessment; a later one begins with the last one's words, and says which of them still hold."""
    parent, zuri, kit = story.parent, *story.children
    still = [f"{key}@{child}" for key in ("childs-view", "health") for child in (zuri, kit)]
    still += [f"parents-view@{parent.pk}", "story-so-far", "absent-parent", "risks", "analysis", "what-follows"]
    story.write.record(by, "detailed-assessment", {
        "occasion": occasion, "who-took-part:who": parent.pk, "absent-parent": "none",
        "going-well:0:words": "Breakfast.", "worries:0:words": "The evenings.",
        "needs-to-happen:0:words": "Calm evenings.", "reason:contributions": "Each told us by telephone.",
        **({} if occasion == "first" else {"still": " ".join(still)}),
    }, signed_by=story.world.manager)  # fmt: skip


def plan(story: Story) -> None:
    parent = story.parent
    story.write.record(story.world.practitioner, "action-plan", {
        "who-made-it:who": parent.pk, "outcomes": ["education", "health", "secure-housing"],
        "outcomes-agreed:0:words": "Zuri is at school on time.",
        "outcomes-agreed:0:baseline": "Late three days of five.",
        "outcomes-agreed:0:measure": "The register.", "outcomes-agreed:0:need": "education",
        "outcomes-agreed:0:by": "2026-05-29",
        "actions:0:words": "Walk Zuri to school.", "actions:0:owner": f"person:{parent.pk}",
        "actions:0:due": "2026-05-29",
        "agreement:*:answer": "agrees", "agreement:covers": "keeps-a-record", "goes-ahead": "goes-ahead",
        "why-late": "The assessment had to come first.",
    }, signed_by=story.world.manager)  # fmt: skip


def distance(story: Story, on: date, by: User) -> None:
    with on_the_day(on):
        story.write.record(by, "distance-travelled", {"needs": ["education", "health", "secure-housing"], **DISTANCE})


def summary(story: Story, on: date, by: User) -> None:
    """The case summary, signed by the manager, and the chronology gone through."""
    with on_the_day(on):
        story.write.record(by, "case-summary", {}, signed_by=story.world.manager)
        story.write.post(by, "chronology-complete", story.world.family.pk, **part("on", on))


def supervision(story: Story, on: date, by: User, occasion: str = "regular") -> None:
    with on_the_day(on):
        story.write.record(
            by, "supervision-record", {"occasion": occasion, "last-actions:*:state": "open"},
            signed_by=story.world.manager,
        )  # fmt: skip


def review(story: Story, on: date, by: User, goes_on: str = "goes-on") -> None:
    with on_the_day(on, time(16)):
        story.write.record(by, "review", {
            "who-met:who": story.parent.pk, "outcomes-now:*:stands": "nearer", "progress:*:state": "open",
            "is-it-working": "works", "goes-on": goes_on,
        })  # fmt: skip


def shared(story: Story, on: date, by: User, why: str = "") -> None:
    with on_the_day(on):
        story.write.record(by, "shared-with-family", {
            "what": "review", "with-whom:who": story.parent.pk, "how": "On paper, read aloud.", "why-late": why,
        })  # fmt: skip


def hand_over(story: Story) -> None:
    """The manager hands the family to another worker of the team; both sign."""
    world, family = story.world, story.world.family
    story.write.post(
        world.manager, "family-transfer", family.pk, do="ask", to_team=world.team.pk, to_user=story.next_worker.pk,
        why="She moves to another town.",
    )  # fmt: skip
    transfer = Transfer.objects.get(family=family)
    assert transfer.handover
    story.write.write(world.practitioner, transfer.handover, {})
    for one in (world.practitioner, story.next_worker):
        story.write.post(one, "family-transfer", family.pk, do="sign", transfer=transfer.pk)


def closing_record(story: Story, by: User) -> Entry:
    """The closing record, sent to the manager and not signed yet."""
    zuri, kit = story.children
    begun = story.write.post(by, "entry-start", story.world.family.pk, form="closure")
    answers = {
        "worries:*:rating": "10", "agreed-with-family": "agreed",
        "needs-evidence:*:state": "reached", "needs-evidence:*:now": "As it should be.",
        "needs-evidence:*:since:day": "1", "needs-evidence:*:since:month": "3", "needs-evidence:*:since:year": "2026",
        "needs-evidence:*:shown": "The register, the surgery, the tenancy.",
        f"school-attendance:{zuri}:percent": "96", f"school-attendance:{zuri}:period": "This year",
        f"school-attendance:{kit}:percent": "94", f"school-attendance:{kit}:period": "This year",
        "whom-to-call": "front-door", "open-items:*:state": "done",
        "open-items:*:reason": "They go on with it.", "closure-reason": "sorted-out",
        "level-after": "level-1",
    }  # fmt: skip
    return story.write.write(by, entry_at(begun), answers, waits=True)


def entry_at(response: Any) -> Entry:
    """The draft that an answer leads to."""
    return Entry.objects.get(pk=int(re.findall(r"\d+", response["Location"])[0]))


def day(key: str, when: date) -> dict[str, str]:
    """A day as a question of a record sends it."""
    return {f"{key}:day": str(when.day), f"{key}:month": str(when.month), f"{key}:year": str(when.year)}


def part(name: str, when: date) -> dict[str, str]:
    """A day as a page's own form sends it."""
    return {f"{name}-day": str(when.day), f"{name}-month": str(when.month), f"{name}-year": str(when.year)}
