"""The pages of an entry: who may open them, and what they do with bad input."""

import re
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from pypdf import PdfReader

from alongside.access.trail.models import Look
from alongside.people.models import Person
from alongside.people.tests.makers import make_family, make_user
from alongside.story import actions
from alongside.story.actions.dangers import record_danger
from alongside.story.models import Answer, Document, Entry
from alongside.story.tasks import file_copy
from alongside.story.tests.makers import World, edit_url
from alongside.story.tests.test_statements import row
from alongside.story.tests.test_writing import inputs


@pytest.mark.requirement("CL-08")
def test_what_an_earlier_entry_holds_is_offered_with_its_origin_and_taken_over(page_of: Any, world: World) -> None:
    actions.finalise(entry=world.conversation(worries=[row("Mornings are loud")]), by=world.practitioner)
    plan = world.draft("family-plan")
    html = page_of.get(edit_url(plan)).content.decode()
    assert "Known already" in html
    assert "Mornings have been hard since the move." in html
    assert "Initial conversation</a>, 9 March 2026, Ana Duarte" in html
    assert "Take over: Mornings are loud" in html

    offer = Answer.objects.get(entry__form_id="initial-conversation", key="reason")
    sent = inputs(html)
    name = next(name for name in sent if name.endswith(":words") and sent[name] == ["Mornings are loud"])
    page_of.post(edit_url(plan), sent | {"take": f"why-support|{offer.pk}", name.replace(":words", ":take"): "yes"})
    assert Answer.objects.get(entry=plan, key="why-support").value == "Mornings have been hard since the move."
    assert [one["words"] for one in Answer.objects.get(entry=plan, key="worries").value] == ["Mornings are loud"]


@pytest.mark.parametrize("wanted", ["why-support|999999", "nothing|1", "why-support|' OR 1=1", "|", "why-support|"])
def test_a_forged_offer_takes_nothing(page_of: Any, world: World, wanted: str) -> None:
    plan = world.draft("family-plan")
    sent = inputs(page_of.get(edit_url(plan)).content.decode())
    assert page_of.post(edit_url(plan), sent | {"take": wanted}).status_code == 302
    assert not Answer.objects.filter(entry=plan, key="why-support").exists()


@pytest.mark.parametrize("name", ["entry", "entry-edit", "entry-pdf", "entry-check", "entry-amend"])
def test_who_has_no_need_to_know_finds_nothing(client: Any, world: World, name: str) -> None:
    entry = world.draft()
    client.force_login(make_user("practitioner"))
    assert client.get(reverse(name, args=[entry.pk])).status_code == 404
    assert client.get(reverse(name, args=[999999])).status_code == 404


def test_saving_by_script_is_refused_to_who_may_not_see_the_draft(client: Any, world: World) -> None:
    entry = world.draft()
    client.force_login(make_user("practitioner"))
    answered = client.post(
        reverse("answer-save", args=[entry.pk]), {"key": "reason", "asked:reason": "yes", "reason": "x"}
    )
    assert answered.status_code == 404
    assert not entry.answers.exists()


@pytest.mark.parametrize("key", ["nothing", "reason@999", "", "worries:0:words", "reason:where"])
def test_saving_by_script_an_unknown_question_is_refused(page_of: Any, world: World, key: str) -> None:
    entry = world.draft()
    assert page_of.post(reverse("answer-save", args=[entry.pk]), {"key": key}).status_code == 404


def test_who_only_reads_cannot_write(client: Any, world: World) -> None:
    entry = world.draft()
    client.force_login(make_user("senior-manager", world.team))
    assert client.get(edit_url(entry)).status_code in (200, 302)
    client.force_login(make_user("auditor", world.team))
    assert client.get(edit_url(entry)).status_code == 404


def test_each_page_of_a_familys_entry_leaves_a_look(page_of: Any, world: World) -> None:
    entry = world.draft()
    page_of.get(reverse("entry", args=[entry.pk]))
    look = Look.objects.latest("number")
    assert (look.family_id, look.subject, look.user_id) == (world.family.pk, f"entry {entry.pk}", world.practitioner.pk)


@pytest.mark.parametrize("form", ["", "nothing", "closure\x00"])
def test_a_form_that_is_not_there_starts_nothing(page_of: Any, world: World, form: str) -> None:
    answered = page_of.post(reverse("entry-start", args=[world.family.pk]), {"form": form})
    assert answered.url == reverse("form-choices", args=[world.family.pk])
    assert not Entry.objects.exists()


def test_a_manager_signs_on_the_page_or_sends_it_back_with_words(client: Any, world: World) -> None:
    entry = actions.ask_sign_off(entry=world.draft("closure"), role="manager", by=world.practitioner)
    client.force_login(world.manager)
    url = reverse("entry-sign", args=[entry.pk])
    assert "Say what needs to be done" in client.post(url, {"send-back": "yes"}).content.decode()
    client.post(url, {"send-back": "yes", "comment": "Ask Kit how he sees it."})
    client.force_login(world.practitioner)
    assert "Ask Kit how he sees it." in client.get(edit_url(entry)).content.decode()


def test_what_a_signer_is_asked_to_consider_names_the_children(client: Any, world: World) -> None:
    entry = actions.ask_sign_off(entry=world.draft("closure"), role="manager", by=world.practitioner)
    client.force_login(world.manager)
    html = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "Is the ending safe for Zuri and Kit?" in html


def test_a_plan_is_not_offered_from_a_conversation_before_support_is_open(page_of: Any, world: World) -> None:
    entry = actions.finalise(entry=world.conversation(), by=world.practitioner)
    assert "Start “Family Plan”" not in page_of.get(reverse("entry", args=[entry.pk])).content.decode()


@pytest.mark.requirement("3C-03")
def test_a_final_conversation_stands_among_the_notes_and_its_pdf_in_documents(page_of: Any, world: World) -> None:
    entry = world.conversation()
    page_of.post(reverse("entry-check", args=[entry.pk]), {})
    entry.refresh_from_db()
    file_copy(entry.pk)
    assert (entry.kind, entry.pack.note_kind(entry.kind).title) == ("initial-conversation", "Initial conversation")
    assert "Initial conversation" in page_of.get(reverse("family", args=[world.family.pk])).content.decode()
    documents = page_of.get(reverse("family-documents", args=[world.family.pk])).content.decode()
    assert Document.objects.get().name in documents


def test_a_blank_form_prints_with_the_childrens_names_and_room_to_write(page_of: Any, world: World) -> None:
    url = reverse("form-blank-for-family", args=[world.family.pk, "initial-conversation"])
    html = page_of.get(url).content.decode()
    assert "What makes you proud of Zuri and Kit?" in html
    assert 'class="record-lines"' in html
    assert page_of.get(reverse("form-blank-pdf", args=["initial-conversation"])).content.startswith(b"%PDF")
    assert page_of.get(reverse("form-blank", args=["nothing"])).status_code == 404


@pytest.mark.requirement("EP-10")
def test_what_to_know_first_goes_along_on_a_page_of_its_own(page_of: Any, world: World) -> None:
    record_danger(family=world.family, kind="visitors", words="Two dogs, loose in the yard.", by=world.practitioner)
    Person.objects.filter(pk=world.child.pk).update(interpreter_needed=True, interpreter_languages="Igbo")
    html = page_of.get(reverse("form-blank-for-family", args=[world.family.pk, "home-visit"])).content.decode()
    assert html.index("Two dogs, loose in the yard.") < html.index("<h1")
    paper = page_of.get(reverse("form-blank-for-family-pdf", args=[world.family.pk, "home-visit"])).content
    first, second, *_ = PdfReader(BytesIO(paper)).pages
    for words in ("Danger to visitors", "Two dogs, loose in the yard.", "Interpreter needed", "Zuri, Igbo"):
        assert words in first.extract_text()
        assert words not in second.extract_text()
    assert "Home visit" in second.extract_text()
    assert "Page 1 of" in second.extract_text()


def test_another_familys_names_do_not_get_on_paper(page_of: Any, world: World) -> None:
    other = make_family("Byrne")
    assert page_of.get(reverse("form-blank-for-family", args=[other.pk, "note"])).status_code == 404


def test_a_note_about_a_place_is_written_found_again_and_read(page_of: Any, world: World) -> None:
    url = reverse("entry-start-elsewhere")
    assert "name the place or group" in page_of.post(url, {"form": "wider-note", "about": "place"}).content.decode()
    given = {"form": "wider-note", "about": "place", "about_words": "The skate park by the station"}
    started = page_of.post(url, given)
    assert "About a place: The skate park by the station" in page_of.get(started.url).content.decode()
    assert "The skate park by the station" in page_of.get(url).content.decode()


def test_a_form_that_needs_open_support_cannot_be_started_without_it(page_of: Any, world: World) -> None:
    answered = page_of.post(reverse("entry-start", args=[world.family.pk]), {"form": "closure"}, follow=True)
    assert "needs support to be open first" in answered.content.decode()
    assert not Entry.objects.exists()


def test_what_was_typed_before_the_session_ended_is_handed_back_without_the_workings_of_the_page(
    page_of: Any, world: World
) -> None:
    entry = world.draft()
    page = inputs(page_of.get(edit_url(entry)).content.decode())
    del page["files:papers"]  # a browser sends chosen files there, and never words
    page_of.logout()
    html = page_of.post(edit_url(entry), page | {"reason": "Words", "worries:0:words": "Shoes", "save": "yes"})
    shown = re.findall(r"<label[^>]*>([^<]*)</label>\s*<textarea[^>]*>([^<]*)", html.content.decode())
    assert shown == [("Reason", "Words"), ("Worries", "Shoes")]
    sent_again = re.findall(r'type="hidden" name="([^"]*)"', html.content.decode())
    assert {"asked:reason", "worries:0:id", "save"} <= set(sent_again)
