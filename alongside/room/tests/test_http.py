"""A room over HTTP with several clients: who sees what, what is heard once, and what the code alone does not show."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from alongside.access.models import Change, Look, User
from alongside.room import actions
from alongside.room.models import Room, Said, Seat
from alongside.room.rules.saying import Refused
from alongside.room.rules.state import STEPS
from alongside.room.tests.conftest import Held
from tests.pages import CheckedClient

Browser = Callable[[User], Client]
SCRIPT: Any = {"HTTP_ACCEPT": "application/json"}


def come_in(held: Held, name: str, *, code: str = "", **more: str) -> Client:
    """A phone that asks to come in."""
    client = CheckedClient()
    answer = client.post("/room/", {"code": code or held.room.code, "name": name, **more})
    assert answer.status_code == 302
    return client


def let_in(held: Held, name: str, invitation: Any = None) -> Client:
    """A phone that was let in."""
    client = come_in(held, name)
    seat = Seat.objects.get(name=name, ended_at=None, admitted_at=None)
    actions.admit(seat=seat, invitation=invitation, by=held.chair)
    return client


def face(held: Held, which: str, after: str = "") -> str:
    return f"/families/{held.world.family.pk}/meetings/{held.conference.meeting_id}/room/{which}/{after}"


def news(client: Client, where: str, number: int) -> dict[str, Any]:
    answer = client.get(f"{where}since/{number}/")
    return json.loads(answer.content) if answer.status_code == 200 else {}


@pytest.mark.requirement("RC-05")
def test_what_the_minute_taker_types_is_on_every_face(held: Held, as_user: Browser) -> None:
    writer, chair, phone = as_user(held.writer), as_user(held.chair), let_in(held, "Rosa Rowan", held.mother)
    held.say("step", step="statements")
    number, id = held.state.number, str(uuid4())
    typed = {
        "kind": "statement.typed",
        "which": id,
        "group": "worries",
        "words": "Maya is alone after sch",
        "heard": number,
    }
    answer = writer.post(face(held, "minutes", "say/"), {**typed, "message": str(uuid4())}, **SCRIPT)
    assert answer.status_code == 200
    for client, where in ((phone, "/room/here/"), (chair, face(held, "chair")), (writer, face(held, "screen"))):
        told = news(client, where, number)
        assert "Maya is alone after sch" in told["parts"]["stage"]
        assert "Being written" in told["parts"]["stage"]
        assert client.get(f"{where}since/{told['number']}/").status_code == 204
        assert "Maya is alone after sch" in client.get(where).content.decode()
    # Afterwards only the statement itself is sent.
    number = held.state.number
    held.say("statement.settled", by=held.writer, which=id, words="Maya is alone after school.")
    assert set(news(phone, "/room/here/", number)["parts"]) == {f"statement-{id}", "top"}


@pytest.mark.requirement("RC-05")
def test_each_agrees_or_not_with_their_words_and_is_asked_again_when_the_words_change(held: Held) -> None:
    mother, teacher = let_in(held, "Rosa Rowan", held.mother), let_in(held, "Ms Abara", held.teacher)
    held.say("step", step="statements")
    id = held.state_it("Maya is alone after school.")
    held.say("statement.read", which=id)

    def answer(client: Client, version: int, agrees: str, words: str = "") -> Any:
        sent = {"kind": "answered", "which": id, "version": version, "agrees": agrees, "words": words}
        return client.post("/room/here/say/", {**sent, "message": str(uuid4())})

    assert answer(mother, 1, "no", "My sister is there on Fridays.").status_code == 302
    answer(teacher, 1, "yes")
    page = teacher.get("/room/here/").content.decode()
    assert "My sister is there on Fridays." in page
    assert "1 of 2 agree" in page
    held.say("statement.settled", by=held.writer, which=id, words="Maya is alone after school but for Fridays.")
    assert "The words have changed since you answered" in mother.get("/room/here/").content.decode()
    # An answer to the old words is kept with them, and does not count for the new.
    answer(mother, 1, "no", "Late.")
    found = held.state.statements[id]
    assert not found.answers
    assert found.past[0].answers
    answer(mother, 2, "yes")
    held.say("statement.agreed", which=id)
    assert "✓ Agreed" in mother.get("/room/here/").content.decode()


@pytest.mark.requirement("RC-06")
def test_nobody_sees_a_number_before_all_are_revealed(held: Held, as_user: Browser) -> None:
    mother, teacher = let_in(held, "Rosa Rowan", held.mother), let_in(held, "Ms Abara", held.teacher)
    held.say("step", step="safety")
    put = {"kind": "placed", "scale": "safety", "words": "Nights are calm now."}
    mother.post("/room/here/say/", {**put, "value": "7", "message": str(uuid4())})
    everyone = [
        (teacher, "/room/here/"),
        (as_user(held.chair), face(held, "chair")),
        (as_user(held.writer), face(held, "minutes")),
        (as_user(held.writer), face(held, "screen")),
    ]
    for client, where in everyone:
        told = client.get(where).content.decode() + str(news(client, where, 0))
        assert "Nights are calm now." not in told
        assert "1 of 2 have put in their number" in told
    assert "Your number is <strong>7</strong>" in mother.get("/room/here/").content.decode()
    held.say("revealed", scale="safety")
    for client, where in everyone:
        told = client.get(where).content.decode()
        assert "Nights are calm now." in told
        assert "Rosa: 7" in told or "7: 1." in told  # the screen has room for heads, not for names
    refused = teacher.post("/room/here/say/", {**put, "value": "1", "message": str(uuid4())})
    assert refused.status_code == 422
    assert "shown already" in refused.content.decode()


def test_a_message_that_is_sent_again_is_heard_once(held: Held) -> None:
    phone = let_in(held, "Rosa Rowan", held.mother)
    held.say("step", step="safety")
    sent = {"kind": "placed", "scale": "safety", "value": "4", "message": str(uuid4())}
    before = Said.objects.count()
    for _ in range(3):
        assert phone.post("/room/here/say/", sent, **SCRIPT).status_code == 200
    assert Said.objects.count() == before + 1
    # The same id from somebody else is refused, and does not tell what was said.
    other = let_in(held, "Ms Abara", held.teacher)
    stolen = json.loads(other.post("/room/here/say/", sent, **SCRIPT).content)
    assert "somebody else" in stolen["refused"]


def test_the_code_alone_shows_nothing_of_the_family(held: Held) -> None:
    waiting = come_in(held, "A Stranger")
    for path in ("/room/", "/room/here/", "/room/here/since/0/"):
        told = waiting.get(path, follow=True).content.decode()
        for name in ("Rowan", "Maya", "Rosa", "Abara", "Calder"):
            assert name not in told
    kept_out = waiting.post("/room/here/say/", {"kind": "placed", "scale": "safety", "value": "1"})
    assert kept_out.status_code == 302
    assert not held.state.scales["safety"].placed
    actions.end_seat(seat=Seat.objects.get(name="A Stranger"), by=held.chair)
    assert "You are not in the room" in waiting.get("/room/here/").content.decode()


def test_wrong_codes_tell_nothing_and_are_counted(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.room.views.coming_in.WRONG_CODES", 3)
    client = CheckedClient()
    for _ in range(4):
        answer = client.post("/room/", {"code": "AAAAAA", "name": "Guess"})
        assert answer.status_code == 422
    assert client.post("/room/", {"code": held.room.code, "name": "Guess"}).status_code == 429


def test_a_participant_says_only_what_is_theirs_to_say(held: Held) -> None:
    phone, before = let_in(held, "Rosa Rowan", held.mother), held.state.number
    sent = {"step": "plan", "scale": "safety", "which": str(uuid4()), "group": "worries", "words": "x", "seat": "1"}
    for kind in ("step", "revealed", "statement.settled", "seat.admitted", "closed", "decided", "opened", "seat"):
        answer = phone.post("/room/here/say/", {**sent, "kind": kind, "message": str(uuid4())}, **SCRIPT)
        assert json.loads(answer.content)["refused"]
    assert held.state.number == before


def test_a_participant_answers_for_nobody_else(held: Held) -> None:
    phone, other = let_in(held, "Rosa Rowan", held.mother), held.sit(held.teacher)
    held.say("step", step="safety")
    phone.post("/room/here/say/", {"kind": "placed", "scale": "safety", "value": "2", "seat": other.pk})
    assert list(held.state.scales["safety"].placed) == [Seat.objects.get(invitation=held.mother).pk]


def test_a_forged_cookie_and_another_rooms_seat_open_nothing(held: Held) -> None:
    client = CheckedClient()
    client.cookies["room-seat"] = "forged:value"
    assert client.get("/room/here/").status_code == 302
    phone = let_in(held, "Rosa Rowan", held.mother)
    Room.objects.filter(pk=held.room.pk).update(ends_at=held.room.opened_at.replace(year=2100))
    actions.close_room(room=held.room, by=held.chair)
    over = phone.get("/room/here/")
    assert "The room is closed" in over.content.decode()
    assert "Maya" not in over.content.decode()
    assert json.loads(phone.get("/room/here/since/0/").content) == {"go": "/room/here/"}
    assert phone.post("/room/here/say/", {"kind": "placed", "scale": "safety", "value": "1"}).status_code == 302


def test_only_who_holds_the_conference_opens_its_faces(held: Held, as_user: Browser) -> None:
    lead = as_user(held.world.lead)
    for which in ("chair", "minutes", "screen"):
        assert lead.get(face(held, which)).status_code == 302
        led = lead.get(face(held, which, "since/0/")).json()
        assert led == {"go": face(held, which).replace(f"{which}/", "")}
    assert lead.post(face(held, "chair", "say/"), {"kind": "step", "step": "plan"}).status_code == 403
    # Who writes does not chair, whichever address is used.
    writer = as_user(held.writer)
    assert writer.post(face(held, "chair", "say/"), {"kind": "step", "step": "plan"}).status_code == 403
    assert writer.post(face(held, "minutes", "say/"), {"kind": "step", "step": "plan"}).status_code == 422


def test_the_chair_lets_people_in_by_their_name_and_another_phone_takes_the_place(held: Held, as_user: Browser) -> None:
    chair, first = as_user(held.chair), come_in(held, "rosa rowan")
    page = chair.get(face(held, "chair")).content.decode()
    assert f'<option value="{held.mother.pk}" selected>' in page
    seat = Seat.objects.get(name="rosa rowan")
    sent = {"kind": "seat", "press": f"admit:{seat.pk}", "invitation": held.mother.pk}
    assert chair.post(face(held, "chair", "say/"), sent).status_code == 302
    assert "You are in, Rosa" in first.get("/room/here/").content.decode()
    held.say("step", step="safety")
    first.post("/room/here/say/", {"kind": "placed", "scale": "safety", "value": "6"})
    second = come_in(held, "Rosa again")
    again = Seat.objects.get(name="Rosa again")
    chair.post(face(held, "chair", "say/"), {**sent, "press": f"admit:{again.pk}"})
    assert "Your number is <strong>6</strong>" in second.get("/room/here/").content.decode()
    assert first.get("/room/here/").status_code == 302


def test_a_screen_without_an_account_shows_and_says_nothing_else(held: Held) -> None:
    client = come_in(held, "The wall", screen="on")
    actions.admit(seat=Seat.objects.get(name="The wall"), invitation=None, by=held.chair)
    held.say("step", step="statements")
    page = client.get("/room/here/").content.decode()
    assert "The screen that everybody sees" in page
    assert "data-say" not in page
    assert json.loads(client.post("/room/here/say/", {"kind": "step", "step": "plan"}, **SCRIPT).content)["refused"]


def test_somebody_without_a_phone_is_heard(held: Held, as_user: Browser) -> None:
    writer = as_user(held.writer)
    writer.post(face(held, "minutes", "say/"), {"kind": "seat", "press": "without", "invitation": held.nurse.pk})
    seat = Seat.objects.get(invitation=held.nurse)
    held.say("step", step="safety")
    put = {"kind": "placed", "scale": "safety", "value": "3", "seat": seat.pk}
    writer.post(face(held, "minutes", "say/"), put)
    assert held.state.scales["safety"].placed[seat.pk].value == 3
    other = held.sit(held.teacher)
    assert writer.post(face(held, "minutes", "say/"), {**put, "seat": other.pk}).status_code == 422


def test_every_word_is_on_the_trail_and_stays(held: Held) -> None:
    phone = let_in(held, "Rosa Rowan", held.mother)
    phone.get("/room/here/")
    assert Look.objects.filter(user_name="Rosa, in the room", family_id=held.world.family.pk).exists()
    assert (
        Change.objects.filter(action__contains="room", family_id=held.world.family.pk).count() == Said.objects.count()
    )
    with pytest.raises(Exception, match="lasting record"):
        Said.objects.all().delete()


def test_asking_for_news_costs_one_query(held: Held, django_assert_num_queries: Any) -> None:
    phone = let_in(held, "Rosa Rowan", held.mother)
    number = held.state.number
    with django_assert_num_queries(1):
        assert phone.get(f"/room/here/since/{number}/").status_code == 204


def test_the_door_says_who_opens_it_and_leads_in(held: Held, as_user: Browser) -> None:
    where = reverse("room", args=[held.world.family.pk, held.conference.meeting_id])
    assert "Go in to chair" in as_user(held.chair).get(where).content.decode()
    assert "Go in to write" in as_user(held.writer).get(where).content.decode()
    assert "Go in" not in as_user(held.world.lead).get(where).content.decode()


def test_each_face_takes_few_queries_however_much_was_said(
    held: Held, as_user: Browser, django_assert_max_num_queries: Any
) -> None:
    phone = let_in(held, "Rosa", held.mother)
    for number in range(8):
        held.state_it(f"Statement {number}", group=("worries", "goals")[number % 2])
    held.sit(held.teacher)
    everyone = [(phone, "/room/here/"), (as_user(held.chair), face(held, "chair"))]
    everyone.append((as_user(held.writer), face(held, "minutes")))
    for step in STEPS:
        held.say("step", step=step)
        for client, where in everyone:
            with django_assert_max_num_queries(15):
                assert client.get(where).status_code == 200
            with django_assert_max_num_queries(15):
                assert news(client, where, 0)["parts"]


def test_the_chair_alone_is_warned_of_who_must_not_meet(held: Held, as_user: Browser) -> None:
    one, other = sorted((held.mother, held.nurse), key=lambda invitation: invitation.pk)
    held.conference.kept_apart.create(one=one, other=other, how="room", recorded_by=held.chair)
    phone = let_in(held, "Rosa", held.mother)
    chair = as_user(held.chair)
    assert "must not meet" not in chair.get(face(held, "chair")).content.decode()
    come_in(held, "Tom Hale")
    assert "Rosa and Tom Hale must not meet." in chair.get(face(held, "chair")).content.decode()
    for client, where in ((phone, "/room/here/"), (as_user(held.writer), face(held, "minutes"))):
        assert "must not meet" not in client.get(where).content.decode()


def test_a_device_that_has_gone_wild_is_told_to_wait(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.room.actions.saying.MOST_A_MINUTE", 4)  # asking to come in is one
    seat = held.sit(held.mother)
    for value in range(3):
        held.say("placed", by=seat, scale="safety", value=value)
    with pytest.raises(Refused, match="in a minute"):
        held.say("placed", by=seat, scale="safety", value=9)
