"""Actions: agreed in an entry, ended with a word, taken up again, and never lost sight of."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from alongside.access.models import Change
from alongside.journey.tests.making import World, finished, today
from alongside.people.tests.makers import make_user
from alongside.plans.actions import add_action, end_action, take_up_again
from alongside.plans.models import Action, ActionChange
from alongside.plans.queries import actions_to_do, ended_actions, open_actions
from tests.pages import CheckedClient


@pytest.fixture
def action(world: World) -> Action:
    return agree(world, "Ask about breakfast club", due_on=today() + timedelta(days=5))


def agree(world: World, words: str, *, due_on: date | None = None, **owner: Any) -> Action:
    return add_action(
        entry=world.note(days_ago=3), words=words, by=world.lead, agreed_on=today() - timedelta(days=3), due_on=due_on,
        **(owner or {"owner_user": world.lead}),
    )  # fmt: skip


def test_the_soonest_due_stands_first_and_those_without_a_day_last(world: World) -> None:
    for words, days in (("never", None), ("later", 9), ("soon", 1)):
        agree(world, words, due_on=today() + timedelta(days=days) if days else None)
    assert [action.words for action in open_actions(world.family)] == ["soon", "later", "never"]
    assert [action.words for action in actions_to_do(world.lead)] == ["soon", "later", "never"]


def test_anybody_can_have_something_to_do(world: World) -> None:
    assert agree(world, "Sleep at eight", owner_person=world.child).owner == "Maya Rowan"
    assert agree(world, "Call back", owner_words="Priya, housing").owner == "Priya, housing"


@pytest.mark.parametrize(("words", "owner"), [("  ", {"owner_words": "Priya"}), ("Call back", {"owner_words": " "})])
def test_an_action_without_words_or_owner_is_refused(world: World, words: str, owner: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        agree(world, words, **owner)
    assert not Action.objects.exists()


def test_an_end_is_kept_with_who_when_and_what_came_of_it(world: World, action: Action) -> None:
    end_action(action=action, state="done", result="She starts on Monday.", by=world.lead)
    ended = ended_actions(world.family).get()
    assert (ended.state, ended.result, ended.ended_on) == ("done", "She starts on Monday.", today())
    assert [change.state for change in ended.changes.order_by("pk")] == ["open", "done"]
    assert Change.objects.filter(subject=f"action {action.pk}").count() == 2


@pytest.mark.parametrize(
    ("end", "field"),
    [
        ({"state": "open"}, "state"),
        ({"state": "eaten"}, "state"),
        ({"state": "not-done", "result": " "}, "result"),
        ({"state": "withdrawn", "result": ""}, "result"),
        ({"on": 1}, "ended_on"),
        ({"on": -30}, "ended_on"),
    ],
)
def test_an_end_that_cannot_be_is_refused(world: World, action: Action, end: dict[str, Any], field: str) -> None:
    given: dict[str, Any] = {"state": "done", "result": "Well.", "on": 0} | end
    given["on"] = today() + timedelta(days=given["on"])
    with pytest.raises(ValidationError) as refused:
        end_action(action=action, by=world.lead, **given)
    assert field in refused.value.message_dict
    assert open_actions(world.family).count() == 1


def test_what_ended_ends_once_and_can_be_taken_up_again(world: World, action: Action) -> None:
    end_action(action=action, state="done", result="", by=world.lead)
    with pytest.raises(ValidationError, match="already"):
        end_action(action=action, state="withdrawn", result="Not needed.", by=world.lead)
    with pytest.raises(ValidationError):
        take_up_again(action=action, why=" ", by=world.lead)
    take_up_again(action=action, why="Another action was meant.", by=world.lead)
    assert open_actions(world.family).get().ended_on is None
    assert ActionChange.objects.filter(action=action).count() == 3


def test_who_has_no_need_to_know_changes_nothing(world: World, action: Action) -> None:
    with pytest.raises(PermissionDenied):
        end_action(action=action, state="done", result="", by=make_user("practitioner"))


def test_the_steps_of_an_action_are_kept_by_the_database_itself(world: World, action: Action) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        ActionChange.objects.all().update(result="Nothing")


def test_nothing_ends_when_the_trail_fails(world: World, action: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise RuntimeError("the trail is full")

    monkeypatch.setattr("alongside.access.trail.changed", fail)
    with pytest.raises(RuntimeError):
        end_action(action=action, state="done", result="", by=world.lead)
    assert open_actions(world.family).count() == 1


@pytest.fixture
def page(client: CheckedClient, world: World, action: Action) -> CheckedClient:
    client.force_login(world.lead)
    return client


def address(world: World, action: Action) -> str:
    return reverse("family-action", args=[world.family.pk, action.pk])


def ended_today(**more: Any) -> dict[str, Any]:
    now = today()
    day = {"ended_on-day": now.day, "ended_on-month": now.month, "ended_on-year": now.year}
    return {"state": "done", "result": "She starts on Monday."} | day | more


def test_an_action_is_marked_on_its_page_and_pressing_twice_marks_it_once(
    page: CheckedClient, world: World, action: Action
) -> None:
    assert page.post(address(world, action), ended_today()).status_code == 302
    again = page.post(address(world, action), ended_today())
    assert again.status_code == 422
    assert "already" in again.content.decode()
    text = page.get(reverse("family-plan", args=[world.family.pk])).content.decode()
    assert "She starts on Monday." in text
    assert "Nothing is waiting to be done" in text


def test_what_is_wrong_stands_beside_its_question_and_nothing_typed_is_lost(
    page: CheckedClient, world: World, action: Action
) -> None:
    response = page.post(address(world, action), ended_today(state="", result="Half a <b>sentence"))
    assert response.status_code == 422
    assert "Half a &lt;b&gt;sentence" in response.content.decode()


def test_it_is_taken_up_again_on_its_page(page: CheckedClient, world: World, action: Action) -> None:
    page.post(address(world, action), ended_today())
    assert "Take it up again" in page.get(address(world, action)).content.decode()
    assert page.post(address(world, action), {"again": "yes", "result": "Pressed the wrong one."}).status_code == 302
    assert open_actions(world.family).exists()


def test_an_action_of_another_family_is_not_found(page: CheckedClient, world: World, action: Action) -> None:
    from alongside.people.tests.makers import make_family

    other = make_family("Hayes", team=world.team)
    assert page.get(reverse("family-action", args=[other.pk, action.pk])).status_code == 404


def test_a_plan_made_final_shows_its_actions_and_its_record(page: CheckedClient, world: World) -> None:
    world.open_support()
    finished(world, form="family-plan")
    text = page.get(reverse("family-plan", args=[world.family.pk])).content.decode()
    assert "Lay out clothes the evening before" in text
    assert "Family Plan" in text
