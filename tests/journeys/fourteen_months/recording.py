"""Records written as their pages send them: a form, its questions by their keys, made final, and signed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from typing import Any

import html5lib
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import User
from alongside.people.models import Family
from alongside.story.models import Entry
from alongside.story.queries.entries import filled
from alongside.story.readiness import lacks

IN_WORDS = ("narrative", "text")


@dataclass
class Recorder:
    """What people do about one family, each signed in as themselves, today being whatever day it is in the story."""

    family: Family
    clients: dict[tuple[int, date], Client] = field(default_factory=dict)

    def post(self, by: User, name: str, *args: Any, **typed: Any) -> Any:
        """Send a page's form; a page that says what is wrong, in place of going on, fails the test."""
        response = self.client_of(by).post(reverse(name, args=args), typed)
        assert response.status_code == 302, told(response)
        return response

    def client_of(self, by: User) -> Client:
        """The browser in which somebody is signed in; anew each day, for sessions end."""
        today = by.pk, timezone.localdate()
        if today not in self.clients:
            self.clients[today] = Client()
            self.clients[today].force_login(by)
        return self.clients[today]

    def record(
        self, by: User, form: str, answers: Mapping[str, Any], *, on: date | None = None, at: str = "",
        signed_by: User | None = None,
    ) -> Entry:  # fmt: skip
        """Begin a form on the family's page, write it, finish it, and have it signed where it has to be."""
        begun = self.post(by, "entry-start", self.family.pk, form=form)
        entry = Entry.objects.get(pk=int(re.findall(r"\d+", begun["Location"])[0]))
        return self.write(by, entry, answers, on=on, at=at, signed_by=signed_by)

    def write(
        self, by: User, entry: Entry, answers: Mapping[str, Any], *, on: date | None = None, at: str = "",
        signed_by: User | None = None, page: str = "", waits: bool = False,
    ) -> Entry:  # fmt: skip
        """Write in a draft, what has to be there and is not named getting a few words, and finish it.

        :param waits: that it is left for somebody to sign
        """
        client, page = self.client_of(by), page or reverse("entry-edit", args=[entry.pk])
        when, reasons = dated(on or timezone.localdate(), at), {k: v for k, v in answers.items() if k[:7] == "reason:"}
        given = {key: value for key, value in answers.items() if key not in reasons}
        if any("*" in key for key in given):
            given = for_each_row(client.get(page).content.decode(), given)
        self._save(client, page, when, given)
        self._save(client, page, when, words_lacking(Entry.objects.get(pk=entry.pk), given, reasons))
        client.post(reverse("entry-check", args=[entry.pk]), reasons)
        entry = Entry.objects.get(pk=entry.pk)
        if signed_by:
            self.post(signed_by, "entry-sign", entry.pk, decision="signed", comment="I have read it, and agree.")
            entry = Entry.objects.get(pk=entry.pk)
        assert entry.status == ("awaiting-sign-off" if waits else "final"), [
            one.says for one in lacks(entry, filled(entry))
        ]
        return entry

    def _save(self, client: Client, page: str, when: dict[str, str], given: Mapping[str, Any]) -> None:
        response = client.post(page, when | asked(given) | {"save": "yes"})
        assert response.status_code == 302, told(response)


def dated(day: date, at: str = "") -> dict[str, str]:
    """The day and hour of a record, as a page sends them."""
    return {
        "happened:day": str(day.day), "happened:month": str(day.month), "happened:year": str(day.year),
        "happened:time": at,
    }  # fmt: skip


def asked(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers, and which questions the page had asked."""
    return {f"asked:{name.partition(':')[0]}": "yes" for name in ["happened", *answers]} | dict(answers)


def for_each_row(page: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answer what a page asks of each action, outcome or statement that stands: `*` in a name is any of its rows."""
    tree, sent = html5lib.parse(page, namespaceHTMLElements=False), {}
    for pattern, value in answers.items():
        if "*" not in pattern:
            sent[pattern] = value
            continue
        question = next(one for one in tree.iter() if one.get("data-question") == pattern.partition(":")[0])
        for box in question.iter():
            if fnmatch(box.get("name", ""), pattern):
                sent[box.get("name")] = value
            elif box.get("name") and (holds := _holds(box)) is not None:
                sent.setdefault(box.get("name"), holds)
    return sent


def _holds(box: Any) -> str | None:
    """What a browser would send of a box that nobody touched; None when it would send nothing."""
    if box.tag == "textarea":
        return (box.text or "").strip()
    if box.tag == "select":
        options = list(box.iter("option"))
        return str(next((one for one in options if one.get("selected") is not None), options[0]).get("value", ""))
    if box.get("type") in ("radio", "checkbox"):
        return box.get("value", "on") if box.get("checked") is not None else None
    return box.get("value", "") if box.tag == "input" else None


def words_lacking(entry: Entry, given: Mapping[str, Any], reasons: Mapping[str, Any]) -> dict[str, str]:
    """A few words for each question in words that has to be answered and neither is nor is left with a reason."""
    found = filled(entry)
    return {
        one.key: f"Written down of {one.key.partition('@')[0]}."
        for one in found.questions()
        if one.type in IN_WORDS and one.is_needed and not one.only_when_late and one.applies(found.answers)
        and not found.answers.get(one.key) and one.key not in given and f"reason:{one.key}" not in reasons
    }  # fmt: skip


def told(response: Any) -> str:
    """What a page says, without its tags, for whoever reads a failure."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())[:3_000]
