"""Reading packs: each holds what its reader may read, is made anew by itself, and tells who opened it."""

import io
import re
from typing import Any

import pypdfium2
import pytest
import typst
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from alongside.conferences import actions
from alongside.conferences.models import ReadingPack
from alongside.conferences.queries.opened import opened_packs
from alongside.conferences.tests.conftest import Scene
from alongside.conferences.tests.test_reports import sent_by_link
from alongside.meetings import actions as meetings
from alongside.story.filing.actions import file_document

SECRET = "Her neighbour told us in confidence."


def pdf_of(pack: ReadingPack) -> list[str]:
    """The words of each page."""
    pack.refresh_from_db()
    with pack.file.open("rb") as file:
        pages = pypdfium2.PdfDocument(io.BytesIO(file.read()))
        return [page.get_textpage().get_text_range() for page in pages]


def packs(scene: Scene) -> dict[str, ReadingPack]:
    made = actions.want_packs(conference=scene.conference, by=scene.lead)
    return {one.to_name: ReadingPack.objects.get(pk=one.pk) for one in made}


def two_pages() -> bytes:
    return typst.compile(b"#set page(height: 120mm)\nThe police know this.\n#pagebreak()\nAnd that.", format="pdf")


@pytest.mark.requirement("RC-03")
def test_each_pack_holds_what_its_reader_may_read_with_contents_and_page_numbers(scene: Scene) -> None:
    sent_by_link(scene.ask(), confidential=SECRET)
    police = scene.ask(agency="Police", name="Sgt Pell", email="")
    document = file_document(
        family=scene.world.family, file=ContentFile(two_pages(), "police.pdf"), name="police.pdf",
        category="conferences", by=scene.lead,
    )  # fmt: skip
    actions.file_report(report=police, document=document, came_on=timezone.localdate(), by=scene.lead)
    actions.keep_apart(conference=scene.conference, one=scene.mother, other=scene.friend, how="room", by=scene.lead)
    made = packs(scene)
    texts = {name: "\n".join(pdf_of(pack)) for name, pack in made.items()}
    assert {pack.state for pack in ReadingPack.objects.all()} == {"ready"}
    # The chair reads all of it, and who must not meet whom.
    assert SECRET in texts["Cora Chair"]
    assert "must not meet" in texts["Cora Chair"]
    assert "The police know this." in texts["Cora Chair"]
    # The school reads its own as it wrote it, and of the police what is shared; the family, kept apart, no report.
    assert SECRET in texts["Ms Amin"]
    assert "Quiet on Mondays" not in texts["Rosa"] + texts["Ines Friend"] + texts["Maya"]
    assert all(
        "must not meet" not in text for name, text in texts.items() if name not in ("Cora Chair", "Milo Minutes")
    )
    assert all("What are we still worried about?" in text for text in texts.values())
    chairs = pdf_of(made["Cora Chair"])
    assert "Report of Hill School" in chairs[0]
    listed = re.search(r"Report of Police[ .]+(\d+)", chairs[0])
    assert listed is not None
    assert "The police know this." in chairs[int(listed[1]) - 1]
    assert f"Page {len(chairs)} of {len(chairs)}" in chairs[-1]


def test_a_pack_without_what_is_restricted_says_that_something_is_left_out(scene: Scene) -> None:
    report = sent_by_link(scene.ask(), confidential=SECRET)
    text = "\n".join(pdf_of(packs(scene)["Rosa"]))
    assert "Quiet on Mondays" in text
    assert SECRET not in text
    assert "Left out by the chair" in text
    actions.decide_reading(report=report, levels={scene.mother: "not"}, by=scene.chair)
    assert "Quiet on Mondays" not in "\n".join(pdf_of(ReadingPack.objects.get(to_name="Rosa")))


@pytest.mark.requirement("RC-03")
def test_a_pack_that_was_sent_is_opened_by_link_and_made_anew_when_a_report_comes(scene: Scene, client: Client) -> None:
    packs(scene)
    left = actions.send_packs(conference=scene.conference, packs=ReadingPack.objects.all(), by=scene.lead)
    assert {one.to_name for one in left} == {"Maya", "Ines Friend"}
    mails = [one for one in mail.outbox if one.to == ["rosa@home.example"]]
    assert "Rowan" not in mails[-1].body
    address = re.search(r"/reading-pack/\S+/", str(mails[-1].body))
    assert address is not None
    page = client.get(address[0])
    assert "Rowan" not in page.content.decode()
    assert opened_packs(scene.conference) == {}
    opened = client.get(f"{address[0]}reading-pack.pdf")
    assert opened["Content-Type"] == "application/pdf"
    assert b"".join(opened.streaming_content)[:4] == b"%PDF"  # type: ignore[attr-defined]
    (looked,) = opened_packs(scene.conference).values()
    assert (looked.who, looked.version) == ("Rosa, by a link", 1)
    sent_by_link(scene.ask())
    mothers = ReadingPack.objects.get(to_name="Rosa")
    assert (mothers.version, mothers.sent_version) == (2, 2)
    assert client.get(address[0]).status_code == 410, "the mail with the new version has a link of its own"
    meetings.cancel(meeting=scene.conference.meeting, why="Not needed.", by=scene.lead)
    newest = re.findall(r"/reading-pack/\S+/", str([one for one in mail.outbox if one.to == mails[-1].to][-2].body))
    assert all(client.get(one).status_code == 410 for one in newest)


def test_a_pack_that_cannot_be_made_says_so_and_nobody_opens_another_ones(
    scene: Scene, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise OSError("the disk is full")

    made = packs(scene)
    family, meeting = scene.world.family.pk, scene.conference.meeting_id
    chairs = made["Cora Chair"]
    client.force_login(scene.minute_taker)
    assert client.get(f"/families/{family}/conferences/{meeting}/packs/{chairs.pk}/").status_code == 200
    client.force_login(scene.world.manager)
    assert client.get(f"/families/{family}/conferences/{meeting}/packs/{chairs.pk}/").status_code == 404
    monkeypatch.setattr("alongside.conferences.actions.packs.make", fails)
    ReadingPack.objects.filter(pk=chairs.pk).update(made_of="", state="ready")
    actions.say_what_helps(conference=scene.conference, words="A break", by=scene.lead)
    with pytest.raises(OSError, match="disk"):
        actions.want_packs(conference=scene.conference, by=scene.lead)
    assert ReadingPack.objects.get(pk=chairs.pk).version == 1
