"""Reports: asked for by account and by link, by hand, late, declined; each kept with the conference."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from alongside.conferences import actions
from alongside.conferences.models import Report
from alongside.conferences.tests.conftest import Scene
from alongside.contributions import actions as contributions
from alongside.contributions.models import Contribution
from alongside.journey.models import DueRow
from alongside.people.tests.makers import make_user
from alongside.story.filing.actions import file_document
from alongside.story.models import Document

ANSWERS: dict[str, Any] = {
    "agency": "Hill School, Ms Amin",
    "how-known": "She has been with us since reception.",
    "family-has-read": ["talked-through"],
}


def sent_by_link(report: Report, **more: Any) -> Report:
    """What the author does by their link: answer what is needed, and send it."""
    asked = Contribution.objects.get(pk=report.contribution_id or 0)
    link = _link(asked)
    child = report.conference.about.get().child_id
    given = ANSWERS | {f"about-child@{child}": "Quiet on Mondays.", f"reason:about-child@{child}": ""} | more
    for key, value in given.items():
        contributions.save_typed(contribution=asked, key=key, value=value, revision=0, by=link)
    contributions.receive(contribution=asked, by=link)
    report.refresh_from_db()
    return report


def _link(asked: Contribution) -> Any:
    from alongside.access.models import SecretLink

    return SecretLink.objects.filter(about=str(asked.pk), ended_at=None).latest("pk")


@pytest.mark.requirement("RC-02")
def test_a_report_that_comes_by_link_meets_its_clock_and_stands_with_the_conference(scene: Scene) -> None:
    report = scene.ask()
    assert "Rowan" not in mail.outbox[-1].body
    report = sent_by_link(report)
    assert report.is_here
    assert not report.is_late
    assert report.entry is not None
    rows = DueRow.objects.filter(family=scene.world.family, standard="agency-report-initial")
    assert [(row.agency, row.met_at is not None) for row in rows] == [("Hill School", True)]


def test_the_same_agency_is_asked_once_and_somebody_without_an_email_brings_it(scene: Scene) -> None:
    assert scene.ask() == scene.ask(agency="HILL SCHOOL")
    assert scene.ask(agency="Police", name="Sgt Pell", email="").contribution is None
    with pytest.raises(ValidationError, match="which agency"):
        scene.ask(agency="")


def test_the_worker_writes_theirs_within_the_product(scene: Scene) -> None:
    report = actions.ask_report(conference=scene.conference, worker=True, user=scene.lead, by=scene.chair)
    assert report.contribution is not None
    assert report.contribution.form_id == "social-workers-report"
    assert report.contribution.user == scene.lead


def test_who_declines_is_waited_for_no_longer_and_is_not_late(scene: Scene) -> None:
    report = scene.ask()
    assert report.contribution is not None
    contributions.decline(contribution=report.contribution, why="We do not know them.", by=_link(report.contribution))
    report.refresh_from_db()
    assert report.not_needed_why == "We do not know them."
    assert not DueRow.objects.filter(family=scene.world.family, standard="agency-report-initial", met_at=None).exists()


def filed(scene: Scene, content: bytes = b"%PDF-1.4 report") -> Document:
    return file_document(
        family=scene.world.family, file=ContentFile(content, "r.txt"), name="r.txt", category="conferences",
        by=scene.lead,
    )  # fmt: skip


def test_a_report_on_paper_is_filed_and_late_when_it_came_after_its_day(scene: Scene) -> None:
    report = scene.ask(email="", agency="Police", name="Sgt Pell")
    document = filed(scene, b"What the police know.")
    with pytest.raises(ValidationError, match="still to come"):
        actions.file_report(
            report=report, document=document, by=scene.lead, came_on=timezone.localdate() + timedelta(2)
        )
    Report.objects.filter(pk=report.pk).update(due=timezone.localdate() - timedelta(days=1))
    actions.file_report(report=report, document=document, came_on=timezone.localdate(), by=scene.lead)
    report.refresh_from_db()
    assert report.is_late
    with pytest.raises(ValidationError, match="here already"):
        actions.file_report(report=report, document=document, came_on=timezone.localdate(), by=scene.lead)


def test_only_who_prepares_it_asks_and_only_the_chair_decides(scene: Scene) -> None:
    report = scene.ask()
    colleague = make_user("practitioner", scene.world.team)
    with pytest.raises(PermissionDenied):
        actions.ask_report(conference=scene.conference, agency="Police", by=colleague)
    for by in (colleague, scene.lead):
        with pytest.raises(PermissionDenied):
            actions.decide_reading(report=report, levels={scene.mother: "whole"}, by=by)
    actions.decide_reading(report=report, levels={scene.mother: "whole"}, by=scene.minute_taker)
    assert report.readings.get().level == "whole"
