"""The pages of a conference: what they ask, what they refuse, and what nobody else sees."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.conferences import actions
from alongside.conferences.models import Conference, Report
from alongside.conferences.tests.conftest import Scene
from alongside.conferences.tests.test_reports import sent_by_link
from alongside.meetings import actions as meetings
from alongside.people.tests.makers import make_team, make_user
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.queries import filled
from alongside.story.queries.offers import offers_for

MOST_QUERIES = 15


def at(scene: Scene, rest: str = "") -> str:
    return f"/families/{scene.world.family.pk}/conferences/{scene.conference.meeting_id}/{rest}"


def asked(scene: Scene, **more: Any) -> dict[str, Any]:
    """What the form for arranging sends, for a working day in good time."""
    day = timezone.localdate() + timedelta(days=30)
    return {
        "kind": "review", "day-day": day.day, "day-month": day.month, "day-year": day.year, "starts": "10:00",
        "ends": "12:00",
        "place": "Hall", "children": [scene.world.child.pk], "chair": scene.chair.pk, "minute_taker": "",
    } | more  # fmt: skip


@pytest.mark.requirement("RC-01")
def test_a_conference_is_arranged_on_one_page_and_a_second_press_arranges_no_other(
    scene: Scene, by_lead: Client
) -> None:
    page = f"/families/{scene.world.family.pk}/conferences/arrange/"
    assert by_lead.get(page).status_code == 200
    others = {"others": "Sgt Pell, Police, pell@police.example"}
    first = by_lead.post(page, asked(scene, **others))
    assert first.status_code == 302, first.content.decode()[:2000]
    assert by_lead.post(page, asked(scene, **others)).headers["Location"] == first.headers["Location"]
    assert Conference.objects.filter(kind="review").count() == 1
    shown = by_lead.get(first.headers["Location"]).content.decode()
    assert "Be there from 09:30" in shown
    assert "Nobody writes yet" in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"chair": "lead"}, {"chair": "999999999"}, {"children": ["999999999"]}, {"day-day": "31", "day-month": "2"},
        {"starts": "late"}, {"place": ""}, {"who": ["person:999999999"]}, {"others": "nobody@"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_it_and_nothing_typed_is_lost(
    scene: Scene, by_lead: Client, wrong: dict[str, Any]
) -> None:
    wrong = {"chair": scene.lead.pk} if wrong == {"chair": "lead"} else wrong
    sent = asked(scene, what_helps="A break at eleven.") | wrong
    answer = by_lead.post(f"/families/{scene.world.family.pk}/conferences/arrange/", sent)
    assert answer.status_code == 422
    assert "A break at eleven." in answer.content.decode()
    assert Conference.objects.count() == 1


def test_a_closed_day_and_one_too_soon_are_warned_of(scene: Scene, by_lead: Client) -> None:
    soon = {"day-day": 25, "day-month": 12, "day-year": timezone.localdate().year + 1}
    answer = by_lead.post(f"/families/{scene.world.family.pk}/conferences/arrange/", asked(scene, **soon), follow=True)
    assert "nobody works" in answer.content.decode()


def test_who_must_not_meet_is_seen_by_those_who_prepare_it_alone(scene: Scene, by_lead: Client, client: Client) -> None:
    sent = {
        "do": "keep-apart", "apart-one": scene.mother.pk, "apart-other": scene.friend.pk, "apart-how": "arrival",
        "apart-words": "By the side door",
    }  # fmt: skip
    assert by_lead.post(at(scene), sent).status_code == 302
    shown = by_lead.get(at(scene)).content.decode()
    assert "By the side door" in shown
    assert "may be in the same room" in shown
    assert by_lead.post(at(scene), sent | {"apart-one": "999999999"}).status_code == 422
    client.force_login(scene.world.manager)
    hidden = client.get(at(scene)).content.decode()
    assert "By the side door" not in hidden
    assert "must not meet" not in hidden
    assert client.post(at(scene), sent).status_code == 403
    for rest in ("holders/", "reports/ask/", "reading/", "feedback/"):
        assert client.get(at(scene, rest)).status_code == 403


def test_reports_are_asked_for_filed_and_shared_page_by_page(scene: Scene, by_lead: Client, client: Client) -> None:
    sent = {"ask-who": [], "ask-others": "Sgt Pell, Police\nMs Amin, Hill School, amin@hill.example"}
    assert by_lead.post(at(scene, "reports/ask/"), sent).status_code == 302
    assert by_lead.post(at(scene, "reports/ask/"), {"ask-others": "Somebody"}).status_code == 422
    police = Report.objects.get(agency="Police")
    page = at(scene, f"reports/{police.pk}/")
    assert "no email" in by_lead.get(page).content.decode().lower()
    today = timezone.localdate()
    came = {"file-came_on-day": today.day, "file-came_on-month": today.month, "file-came_on-year": today.year}
    file = SimpleUploadedFile("police.txt", b"What we know.", "text/plain")
    assert by_lead.post(page, {"do": "file", **came}).status_code == 422
    assert by_lead.post(page, {"do": "file", "file-file": file, **came}).status_code == 302
    police.refresh_from_db()
    assert police.is_here
    school = sent_by_link(Report.objects.get(agency="Hill School"))
    client.force_login(scene.chair)
    readers = at(scene, f"reading/{school.pk}/")
    assert "Quiet on Mondays" in client.get(readers).content.decode()
    chosen = {"restricted": ["how-known", "no-such"], f"reads-{scene.mother.pk}": "without"}
    assert client.post(readers, chosen).status_code == 302
    school.refresh_from_db()
    assert school.restricted == ["how-known"]
    assert "The chair decided" in client.get(at(scene, "reading/")).content.decode()
    client.force_login(scene.lead)
    assert client.post(readers, chosen).status_code == 403


def test_pages_ask_few_questions_however_many_come_and_report(scene: Scene, by_lead: Client) -> None:
    def taken() -> dict[str, int]:
        by_lead.get(at(scene))
        found = {}
        for rest in ("", "reading/", "reports/ask/"):
            with CaptureQueriesContext(connection) as asked:
                assert by_lead.get(at(scene, rest)).status_code == 200
            found[rest] = len([one for one in asked if "SAVEPOINT" not in one["sql"]])
        return found

    scene.ask()
    few = taken()
    for number in range(6):
        scene.ask(agency=f"Agency {number}", email=f"a{number}@agency.example")
        meetings.invite(meeting=scene.conference.meeting, name=f"Guest {number}", agency="Police", by=scene.lead)
    actions.want_packs(conference=scene.conference, by=scene.lead)
    many = taken()
    assert max(many.values()) <= MOST_QUERIES, many
    assert many["reports/ask/"] == few["reports/ask/"]


def test_figures_are_seen_by_who_may_and_name_no_family(scene: Scene, client: Client) -> None:
    Report.objects.filter(pk=scene.ask().pk).update(due=timezone.localdate() - timedelta(days=1))
    client.force_login(scene.chair)
    shown = client.get("/conferences/").content.decode()
    assert "Hill School" in shown
    assert "Rowan" not in shown
    assert client.get("/conferences/?quarter=no-such").status_code == 200
    assert client.get("/conferences/figures.xlsx").content[:2] == b"PK"
    client.force_login(scene.lead)
    assert client.get("/conferences/").status_code == 403


def test_somebody_of_another_team_finds_no_conference(scene: Scene, client: Client) -> None:
    client.force_login(make_user("practitioner", make_team("Elsewhere")))
    for rest in ("", "reading/", "decisions/", "reports/1/", "packs/1/"):
        assert client.get(at(scene, rest)).status_code == 404


@pytest.mark.requirement("RC-04")
def test_the_chair_writes_down_what_the_family_said_beforehand_and_the_record_offers_it(
    scene: Scene, client: Client
) -> None:
    family, child, parent = scene.world.family, scene.world.child, scene.world.parent
    client.force_login(scene.chair)
    assert "Write it down" in client.get(at(scene)).content.decode()
    begun = client.post(f"/families/{family.pk}/entries/start/", {"form": "conference-pre-meeting"})
    entry = Entry.objects.get(family=family, form_id="conference-pre-meeting")
    assert begun.headers["Location"] == f"/entries/{entry.pk}/edit/"
    story.date_draft(entry=entry, happened_on=timezone.localdate(), happened_time=None, by=scene.chair)
    given = {
        "met-with": {"people": [{"id": parent.pk, "name": "Rosa"}], "others": ""},
        "explained": {"process-explained": {"done": True, "note": ""}, "reports-explained": {"done": True, "note": ""}},
        "family-said": "Say it plainly.",
        f"childs-view@{child.pk}": "Ask me first.",
    }
    for key, value in given.items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=scene.chair)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=scene.chair)
    assert "What was said" in client.get(at(scene)).content.decode()
    record = story.start(
        form_id="conference-record", by=scene.chair, team=family.team, family=family, happened_on=timezone.localdate()
    )
    asked = next(one for one in filled(record).questions() if one.key == "pre-meeting-said")
    assert [one.words for one in offers_for([asked])[asked.key]] == ["Say it plainly."]
