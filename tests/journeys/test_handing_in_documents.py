"""Documents handed in by dropping, by the camera's box, without a script, and in a record for a child's voice."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from alongside.journey.actions import decide_level
from alongside.story.filing.tests import making as made
from alongside.story.models import Document, Entry
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import finish, press, question, run_waiting_jobs, told, write

DROP = """([area, names, contents]) => {
  const files = new DataTransfer()
  names.forEach((name, place) => files.items.add(
    new File([Uint8Array.from(atob(contents[place]), (letter) => letter.charCodeAt(0))], name, { type: 'x/y' })))
  for (const type of ['dragenter', 'dragover', 'drop'])
    area.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
}"""


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"


def drop(page: Page, **files: bytes) -> None:
    """Drop files from the desk onto the page."""
    from base64 import b64encode

    area = page.locator("[data-drop]").first.element_handle()
    contents = [b64encode(content).decode() for content in files.values()]
    page.evaluate(DROP, [area, [name.replace("_", ".") for name in files], contents])


@pytest.mark.requirement("EP-31")
def test_many_files_are_dropped_and_each_is_answered(
    page: Page, sign_in: Any, world: World, console: Console, settings: Any, live_server: Any
) -> None:
    settings.FILE_BYTES = 1_000_000
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/documents/")
    drop(
        page, photo_jpg=made.photograph(), form_pdf=made.pdf(), program_pdf=b"MZ" + bytes(99), film_mp4=bytes(1_000_001)
    )
    told(page, "Choose a category: 4 files are sent as soon as you have")
    page.get_by_label("Category").first.select_option(label="Work with children and adults")
    told(page, "2 filed. 2 not taken: see above what to do.")
    told(page, "This is a program")
    told(page, "This file is larger than 1 MB")
    listed = page.locator("#documents")
    expect(listed.get_by_role("link", name="photo.jpg", exact=True)).to_be_visible()

    drop(page, same_jpg=made.photograph())
    told(page, re.compile("“same.jpg” is there already, as “photo.jpg”"))
    assert Document.objects.count() == 2

    console.allow("401")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    # Signing in anew, in another tab, changes the word by which a page of ours is known.
    page.context.add_cookies([{"name": "csrftoken", "value": "a" * 32, "url": live_server.url}])
    drop(page, later_txt=b"A note")
    told(page, "You have been signed out")
    expect(page.get_by_role("button", name="Try later.txt again")).to_be_visible()
    sign_in(page, world.practitioner)
    page.get_by_role("button", name="Try later.txt again").click()
    told(page, "“later.txt” is filed.")

    run_waiting_jobs()
    page.goto(page.url)
    expect(page.locator(".app-document__picture img")).to_have_count(2)
    axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    fits_its_width(page)
    page.get_by_role("link", name=re.compile("^Details of photo")).click()
    expect(page.get_by_alt_text("Open photo.jpg")).to_be_visible()
    axe(page)
    fits_its_width(page)


@pytest.mark.requirement("EP-11", "EP-31")
def test_a_childs_drawing_and_voice_are_attached_to_their_record_and_filed(
    page: Page, sign_in: Any, world: World
) -> None:
    decide_level(
        family=world.family, level="level-3", why="Several things at once.", decided_on=date(2026, 2, 2),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    sign_in(page, world.practitioner)
    entry = world.draft("voice-of-the-child")
    page.goto(f"/entries/{entry.pk}/edit/")
    key = f"made-or-sent@{world.child.pk}"
    asked = question(page, key)
    files = [("drawing.jpg", "image/jpeg", made.photograph()), ("memo.m4a", "audio/mp4", made.recording())]
    given: Any = [{"name": name, "mimeType": kind, "buffer": content} for name, kind, content in files]
    asked.get_by_label(re.compile("^Add files to")).set_input_files(given)
    expect(asked.locator("[data-row]")).to_have_count(2)
    asked.get_by_label("What it shows: drawing.jpg").fill("The house at night, with the light on")
    question(page, "means").get_by_label("Through play, drawing or another activity").check()
    expect(page.locator("[data-save-state]")).to_contain_text("Saved")
    axe(page)
    assert not Document.objects.filter(filed_at__isnull=False).exists(), "a draft's files are kept, not filed"

    page.reload()
    expect(asked.get_by_label("What it shows: drawing.jpg")).to_have_value("The house at night, with the light on")
    finish(page)
    told(page, "is final")
    expect(page.get_by_alt_text("The house at night, with the light on")).to_be_visible()
    filed = Document.objects.filter(family=world.family, category="direct-work", person=world.child)
    assert filed.filter(filed_at__isnull=False).count() == 2
    paper = PdfReader(BytesIO(page.request.get(f"/entries/{entry.pk}/record.pdf").body()))
    text = "".join(one.extract_text() for one in paper.pages)
    assert "The house at night" in text
    assert "memo.m4a" in text
    assert any(one.images for one in paper.pages), "the drawing is printed with the record"


@pytest.mark.requirement("EP-31")
def test_without_a_script_files_go_with_the_form(browser: Any, live_server: Any, world: World, sign_in: Any) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(20_000)
    sign_in(page, world.practitioner)
    page.goto(f"/families/{world.family.pk}/documents/")
    given: Any = [{"name": "note.txt", "mimeType": "text/plain", "buffer": b"A note"}]
    page.get_by_label("Files", exact=True).set_input_files(given)
    page.get_by_label("Category").first.select_option(label="Other")
    press(page, "File them")
    told(page, "“note.txt” is filed.")

    entry = world.draft("agreement-for-service")
    page.goto(f"/entries/{entry.pk}/edit/")
    form: Any = [
        {"name": "signed.pdf", "mimeType": "application/pdf", "buffer": made.pdf()},
        {"name": "run.exe", "mimeType": "application/pdf", "buffer": b"MZ" + bytes(99)},
    ]
    question(page, "signed-form").get_by_label(re.compile("^Add files to")).set_input_files(form)
    write(page, "how-explained", "At home, in English")
    press(page, "Save draft")
    told(page, "run.exe: This is a program.")
    expect(question(page, "signed-form").get_by_role("link", name="signed.pdf")).to_be_visible()
    assert [one["name"] for one in Entry.objects.get(pk=entry.pk).answers.get(key="signed-form").value] == [
        "signed.pdf"
    ]
    context.close()
