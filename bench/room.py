"""How soon those in a live room see what is typed: thirty phones, one minute-taker, one server with two workers.

    python -m bench.room [--json] [--phones 30] [--seconds 40]

Each phone asks each 0.8 seconds over HTTP, as the page's script does, and answers a statement now and then; somebody
types all the time. The time of each phone runs from the key that was pressed, so it holds the 0.3 seconds for which the
page waits for the next key, until the words are on the phone. The phones run on the same machine as the server.
"""

import argparse
import json
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from bench.figures import Figure, show
from bench.serving.server import prepared, served
from bench.serving.visitor import Visitor

EACH, QUIET, TYPED_EACH = 0.8, 0.3, 0.4  # seconds, as the page's script has them
MOST = 2000.0
MARK = "word-"


def main() -> None:
    """Measure, and print how long it took in the middle, at the 95th of a hundred, and at most."""
    parser = argparse.ArgumentParser(prog="python -m bench.room")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--phones", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=40.0)
    options = parser.parse_args()
    with prepared() as folder:
        room = open_a_room(options.phones)
        with served(folder, workers=2) as address:
            told = measure(room, address, options.seconds)
    show(figures(told), against=f"the {MOST / 1000:g} seconds that may be taken", as_json=options.json)


@dataclass(frozen=True)
class Opened:
    """A room that is open: where it is held, the minute-taker's session, and each phone's seat."""

    where: str
    session: str
    seats: Sequence[str]
    statements: Sequence[str]


@dataclass
class Told:
    """When each word was typed, and how long it took to be seen, by phone and word."""

    typed: dict[int, float] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    failed: int = 0


def open_a_room(phones: int) -> Opened:
    """Make a family and its conference, let everybody in, and have ten statements on the screen."""
    from django.core.signing import get_cookie_signer
    from django.test import Client
    from django.utils import timezone

    from alongside.access import actions as access
    from alongside.access.models import Team
    from alongside.conferences.models import Conference
    from alongside.meetings import actions as meetings
    from alongside.people import actions as people
    from alongside.room import actions
    from alongside.room.views.coming_in import COOKIE

    team = Team.objects.create(name="North")
    accounts = []
    for role in ("manager", "chair", "minute-taker"):
        account = access.add_account(name=role.title(), email=f"{role}@alderbridge.example", by=None)
        access.give_post(account=account, team=team, role=role, by=None)
        accounts.append(account)
    worker, chair, writer = accounts
    family = people.add_family(name="Rowan", team=team, by=worker)
    for user in (chair, writer):
        people.involve(family=family, role="professional", user=user, by=worker)
    now = timezone.now()
    when: dict[str, Any] = {"starts_at": now, "ends_at": now + timedelta(hours=2), "place": "The hall"}
    meeting = meetings.arrange(kind="conference", family=family, by=worker, **when)
    Conference.objects.create(meeting=meeting, kind="initial", chair=chair, minute_taker=writer)
    room = actions.open_room(meeting=meeting, by=chair)
    signer, seats, statements = get_cookie_signer(salt=COOKIE), [], []
    for number in range(phones):
        seat, secret = actions.ask_to_come_in(room=room, name=f"Person {number}", agency="", part="participant")
        actions.admit(seat=seat, invitation=None, by=chair)
        seats.append(signer.sign(secret))

    def say(kind: str, part: str, by: Any, **sent: str) -> None:
        actions.say(room=room, message=uuid4(), kind=kind, sent=sent, chosen=lambda _: [], by=by, part=part)

    say("step", "chair", chair, step="statements")
    for number in range(10):
        statements.append(str(uuid4()))
        words = f"Statement {number}, which is about as long as they are when people have agreed to it."
        say("statement.settled", "minutes", writer, which=statements[-1], group="worries", words=words)
    client = Client()
    client.force_login(writer)
    session = client.session
    session["second_step"] = True
    session.save()
    key = session.session_key
    assert key
    where = f"/families/{family.pk}/meetings/{meeting.pk}/room/minutes/"
    return Opened(where, key, seats, statements)


def measure(room: Opened, address: str, seconds: float) -> Told:
    """Let everybody ask and one type for so long, and return what was seen when."""
    told, over = Told(), threading.Event()
    phones = [threading.Thread(target=_phone, args=(room, address, seat, told, over)) for seat in room.seats]
    for phone in phones:
        phone.start()
    time.sleep(2)
    _type(room, address, told, seconds)
    time.sleep(2)
    over.set()
    for phone in phones:
        phone.join()
    return told


def _type(room: Opened, address: str, told: Told, seconds: float) -> None:
    visitor = Visitor(address)
    visitor.cookies["sessionid"] = room.session
    page = visitor.get(room.where)
    assert page.status == 200, f"the minute-taker's page answers {page.status}"
    until, which, word = time.monotonic() + seconds, str(uuid4()), 0
    while time.monotonic() < until:
        word += 1
        told.typed[word] = time.monotonic()
        time.sleep(QUIET)
        sent = {"kind": "statement.typed", "which": which, "group": "worries", "words": f"{MARK}{word} is typed"}
        more = {"message": str(uuid4()), "heard": "1000000", "csrfmiddlewaretoken": visitor.csrf_token}
        answer = visitor.post(f"{room.where}say/", {**sent, **more}, json=True)
        told.failed += answer.status != 200
        time.sleep(max(0.0, TYPED_EACH - QUIET))


def _phone(room: Opened, address: str, seat: str, told: Told, over: threading.Event) -> None:
    visitor, number, seen = Visitor(address), 0, 0
    visitor.cookies["room-seat"] = seat
    visitor.get("/room/here/")
    chance = random.Random(seat)
    while not over.is_set():
        began = time.monotonic()
        answer = visitor.get(f"/room/here/since/{number}/")
        told.asked.append(time.monotonic() - began)
        if answer.status == 200:
            news = json.loads(answer.body)
            number, now = news["number"], time.monotonic()
            word = _latest_word(" ".join(news["parts"].values()))
            told.took += [now - told.typed[one] for one in range(seen + 1, word + 1)]
            seen = max(seen, word)
        elif answer.status != 204:
            told.failed += 1
        if chance.random() < 0.02:
            _answer(visitor, room, chance)
        time.sleep(EACH)


def _latest_word(html: str) -> int:
    found = html.rpartition(MARK)[2].partition(" ")[0]
    return int(found) if MARK in html and found.isdecimal() else 0


def _answer(visitor: Visitor, room: Opened, chance: random.Random) -> None:
    sent = {"kind": "answered", "which": chance.choice(list(room.statements)), "version": "1", "agrees": "yes"}
    more = {"message": str(uuid4()), "heard": "1000000", "csrfmiddlewaretoken": visitor.csrf_token}
    visitor.post("/room/here/say/", {**sent, **more}, json=True)


def figures(told: Told) -> list[Figure]:
    """Return the middle, the 95th of a hundred and the longest, beside what asking once costs."""
    took, asked = sorted(told.took), sorted(told.asked)

    def at(share: float, times: Sequence[float]) -> float:
        return times[min(len(times) - 1, int(share * len(times)))] * 1000

    rows = [("typed to seen, middle", at(0.5, took)), ("typed to seen, 95th of a hundred", at(0.95, took))]
    rows += [("typed to seen, longest", at(1, took))]
    more = [Figure("asking for news, middle", at(0.5, asked), at(0.5, asked) / MOST)]
    more += [Figure(f"failed of {len(asked)} asked", float(told.failed), float(told.failed), 0.0)]
    return [Figure(what, took, took / MOST, 1.0) for what, took in rows] + more


if __name__ == "__main__":
    main()
