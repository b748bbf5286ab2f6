"""The page of a draft: two who write at once, old pages, and what cannot be taken as it was typed."""

import re
from typing import Any
from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.people.tests.makers import make_family, make_member
from alongside.story import actions
from alongside.story.models import Answer, Entry
from alongside.story.tests.makers import DAY, World, edit_url
from alongside.story.tests.test_statements import row
from alongside.story.tests.test_writing import inputs


def test_two_people_in_one_draft_see_both_texts_and_lose_none(page_of: Any, world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "As it was")
    mine = inputs(page_of.get(edit_url(entry)).content.decode())
    world.save(entry, "reason", "Jo's words", revision=1, by=world.manager)

    answered = page_of.post(edit_url(entry), mine | {"reason": "Ana's words", "where": "At home"})
    assert answered.status_code == 409
    html = answered.content.decode()
    assert "Jo&#39;s words" in html
    assert "Ana&#39;s words" in html
    assert Answer.objects.get(entry=entry, key="reason").value == "Jo's words"
    assert Answer.objects.get(entry=entry, key="where").value == "At home"

    page_of.post(edit_url(entry), inputs(html))
    assert Answer.objects.get(entry=entry, key="reason").value == "Ana's words"


def test_a_page_that_was_sent_while_its_last_answer_was_on_its_way_is_no_conflict(page_of: Any, world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "As it was")
    page = inputs(page_of.get(edit_url(entry)).content.decode())
    world.save(entry, "reason", "Half a wo", revision=1)
    before = {"before:reason": ["reason=Half", "reason=Half+a+wo"]}
    page_of.post(edit_url(entry), page | before | {"reason": "Half a word", "check": "yes"})
    assert Answer.objects.get(entry=entry, key="reason").value == "Half a word"
    # Back to what it was when the page was read: what went out in between does not stand.
    page_of.post(edit_url(entry), page | {"before:reason": ["reason=Half+a+word"], "reason": "As it was"})
    assert Answer.objects.get(entry=entry, key="reason").value == "As it was"


def test_rows_that_two_people_added_at_once_can_both_be_kept(page_of: Any, world: World) -> None:
    entry = world.draft()
    world.save(entry, "worries", [row("Shoes"), row("The bus")])
    [shoes, bus] = Answer.objects.get(entry=entry, key="worries").value
    world.save(entry, "worries", [shoes, bus, row("From Jo")], revision=1, by=world.manager)
    mine = {"key": "worries", "asked:worries": "yes", "revision:worries": "1"}
    for place, (id, words) in enumerate([(shoes["id"], "Shoes and socks"), ("", "From Ana")]):
        mine |= {f"worries:{place}:id": id, f"worries:{place}:words": words}
    address = reverse("answer-save", args=[entry.pk])
    told = page_of.post(address, mine)
    assert (told.status_code, told.json()["rows"], told.json()["says"]) == (409, True, "Jo Marsh changed this too.")
    page_of.post(address, mine | {"revision:worries": "2", "with-theirs": "yes"})
    kept = Answer.objects.get(entry=entry, key="worries").value
    assert [one["words"] for one in kept] == ["Shoes and socks", "The bus", "From Jo", "From Ana"]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("final", "This was finished while"),
        ("set-aside", "set aside while"),
        ("awaiting-sign-off", "sent to be signed"),
    ],
)
def test_an_old_page_of_what_is_no_draft_any_more_hands_back_what_was_changed_and_no_more(
    page_of: Any, world: World, status: str, says: str
) -> None:
    entry = world.conversation()
    page = inputs(page_of.get(edit_url(entry)).content.decode())
    if status == "final":
        actions.finalise(entry=entry, by=world.practitioner)
    else:
        Entry.objects.filter(pk=entry.pk).update(status=status)
    answered = page_of.post(edit_url(entry), page | {"where": "At Gran’s", "save": "yes"})
    html = answered.content.decode()
    assert answered.status_code == 409
    assert says in html
    assert "At Gran’s" in html
    assert "Where, and how?" in html
    assert "Mornings have been hard" not in html
    assert "nothing of yours is missing" in page_of.post(edit_url(entry), page).content.decode()


def test_what_the_last_check_finds_missing_stands_beside_its_question(page_of: Any, world: World) -> None:
    entry = world.draft(happened_on=None)
    world.save(entry, "reason", "Mornings")
    check = page_of.get(reverse("entry-check", args=[entry.pk])).content.decode()
    [link] = set(re.findall(r'href="([^"#]*)#q-spoken-with"', check))
    html = page_of.get(link).content.decode()
    errors = re.findall(r'<div data-problems id="([^"]*)">\s*<p class="govuk-error-message">', html)
    assert {"happened-problem", "q-spoken-with-problems", "q-practitioner-step-problems"} <= set(errors)
    assert "q-reason-problems" not in errors
    assert "govuk-error-message" not in page_of.get(edit_url(entry)).content.decode()


def test_a_record_made_final_twice_at_once_is_shown_as_it_stands(page_of: Any, world: World) -> None:
    entry = world.conversation()

    def first_the_other(**_: Any) -> Any:
        Entry.objects.filter(pk=entry.pk).update(status="awaiting-sign-off")
        return mock.DEFAULT

    with mock.patch("alongside.story.views.finishing.save_page", side_effect=first_the_other):
        answered = page_of.post(reverse("entry-check", args=[entry.pk]))
    assert answered.url == reverse("entry", args=[entry.pk])


def test_what_is_typed_about_a_child_who_leaves_the_family_meanwhile_is_kept_and_shown(
    page_of: Any, world: World
) -> None:
    entry = world.draft("family-plan")
    [key] = set(re.findall(rf'data-question="([^"]+@{world.child.pk})"', page_of.get(edit_url(entry)).content.decode()))
    world.child.memberships.update(
        left_on=DAY, left_why="Lives with her aunt", ended_at=timezone.now(), ended_by=world.manager
    )
    sent = {"key": key, f"asked:{key}": "yes", key: "I want to see my brother"}
    page_of.post(edit_url(entry), sent)
    assert Answer.objects.filter(entry=entry, key=key).delete()[0] == 1
    assert page_of.post(reverse("answer-save", args=[entry.pk]), sent).json()["revision"] == 1
    assert "I want to see my brother" in page_of.get(edit_url(entry)).content.decode()
    page_of.post(edit_url(entry), sent | {f"asked:{key}": "yes", key: "Not yet", f"revision:{key}": "1"})
    assert "Not yet" in page_of.get(edit_url(entry)).content.decode()
    stranger = make_family("Adeyemi", team=world.team, by=world.practitioner)
    other = make_member(stranger, given_names="Tobi", family_name="Adeyemi").pk
    assert (
        page_of.post(
            reverse("answer-save", args=[entry.pk]), sent | {"key": key.replace(f"@{world.child.pk}", f"@{other}")}
        ).status_code
        == 404
    )


def test_more_than_one_answer_holds_is_said_and_not_cut_in_silence(page_of: Any, world: World) -> None:
    entry = world.draft()
    sent = {"key": "reason", "asked:reason": "yes", "reason": "x" * 200_001}
    [problem] = page_of.post(reverse("answer-save", args=[entry.pk]), sent).json()["problems"]
    assert "200,000" in problem


def test_what_somebody_else_wrote_stays_when_this_page_did_not_touch_it(page_of: Any, world: World) -> None:
    entry = world.draft()
    world.save(entry, "reason", "As it was")
    untouched = inputs(page_of.get(edit_url(entry)).content.decode())
    world.save(entry, "reason", "Jo's words", revision=1, by=world.manager)
    assert page_of.post(edit_url(entry), untouched).status_code == 302
    assert Answer.objects.get(entry=entry, key="reason").value == "Jo's words"


def test_words_typed_into_an_entry_finished_meanwhile_are_handed_back(page_of: Any, world: World) -> None:
    entry = world.conversation()
    mine = inputs(page_of.get(edit_url(entry)).content.decode())
    actions.finalise(entry=entry, by=world.manager)
    answered = page_of.post(edit_url(entry), mine | {"where": "Round the kitchen table"})
    assert answered.status_code == 409
    assert "Round the kitchen table" in answered.content.decode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"happened:day": "31", "happened:month": "2", "happened:year": "2026"}, "Enter a real date"),
        ({"happened:day": "9", "happened:month": "", "happened:year": "2026"}, "Add the month"),
        ({"happened:day": "9", "happened:month": "3", "happened:year": "2026", "happened:time": "half past"}, "15:30"),
    ],
)
def test_a_wrong_date_stays_in_its_boxes_with_what_to_do(
    page_of: Any, world: World, typed: dict[str, str], says: str
) -> None:
    entry = world.draft()
    sent = inputs(page_of.get(edit_url(entry)).content.decode()) | typed | {"where": "Kept all the same"}
    answered = page_of.post(edit_url(entry), sent)
    html = answered.content.decode()
    assert answered.status_code == 422
    assert says in html
    assert f'value="{typed["happened:day"]}"' in html
    assert Answer.objects.get(entry=entry, key="where").value == "Kept all the same"
