"""What somebody is told, in the product and by mail."""

import base64
import json
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from alongside.access.models import User
from alongside.notices import actions
from alongside.notices.models import MailChoice, Notice
from alongside.notices.tasks import mail_notice
from alongside.people.models import Family
from alongside.people.tests.makers import make_family, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return make_user("practitioner", name="Amina Yusuf")


@pytest.fixture
def teller() -> User:
    return make_user("practitioner", name="Tom Price")


@pytest.fixture
def family(reader: User) -> Family:
    return make_family("Fenwick", team=reader.posts.get().team, by=reader)


def tell(reader: User, teller: User, **more: Any) -> Notice:
    given: dict[str, Any] = {
        "to": [reader],
        "kind": "sign-off",
        "title": "A visit to the Fenwicks",
        "href": "/notices/",
        "by": teller,
    }
    return actions.tell(**(given | more))[0]


def test_a_notice_stands_on_the_page_and_its_number_in_the_header(client: Client, reader: User, teller: User) -> None:
    tell(reader, teller)
    client.force_login(reader)
    page = client.get(reverse("notices")).content.decode()
    assert "A visit to the Fenwicks" in page
    assert "(1 new)" in page


def test_opening_a_notice_marks_it_read_and_goes_where_it_leads(client: Client, reader: User, teller: User) -> None:
    notice = tell(reader, teller, href="/families/")
    client.force_login(reader)
    assert client.post(reverse("notice-open", args=[notice.pk]))["Location"] == "/families/"
    reader.refresh_from_db()
    assert reader.unread_notices == 0


def test_a_notice_never_leads_out_of_the_product(client: Client, reader: User, teller: User) -> None:
    notice = tell(reader, teller, href="https://elsewhere.example/")
    client.force_login(reader)
    assert client.post(reverse("notice-open", args=[notice.pk]))["Location"] == reverse("notices")


def test_marking_all_leaves_what_came_after_the_page_was_drawn(client: Client, reader: User, teller: User) -> None:
    seen, later = tell(reader, teller), tell(reader, teller)
    client.force_login(reader)
    client.post(reverse("notices-read"), {"up_to": seen.pk})
    assert list(Notice.objects.filter(read_at=None)) == [later]


def test_nobody_opens_or_reads_the_notice_of_another(client: Client, reader: User, teller: User) -> None:
    notice = tell(reader, teller)
    client.force_login(teller)
    assert client.post(reverse("notice-open", args=[notice.pk])).status_code == 404
    assert "Fenwicks" not in client.get(reverse("notices")).content.decode()


def test_who_may_no_longer_see_the_family_is_not_told_its_name(
    client: Client, reader: User, teller: User, family: Family
) -> None:
    tell(teller, reader, family=family)
    client.force_login(teller)
    page = client.get(reverse("notices")).content.decode()
    assert "Fenwick" not in page
    assert "About a family that you can no longer open" in page


def test_whoever_did_it_is_not_told_and_nobody_is_told_twice(reader: User, teller: User) -> None:
    told = actions.tell(to=[reader, reader, teller], kind="message", title="News", href="/", by=teller)
    assert [notice.to for notice in told] == [reader]


def test_a_mail_says_neither_about_whom_nor_what(reader: User, teller: User) -> None:
    mail_notice(tell(reader, teller, title="Safeguarding concern: Ruby Fenwick", kind="safeguarding", urgent=True).pk)
    sent = mail.outbox[0]
    assert sent.to == [reader.email]
    assert "A safeguarding concern needs you now." in sent.body
    assert "Fenwick" not in f"{sent.subject} {sent.body}"
    assert "Ruby" not in f"{sent.subject} {sent.body}"


@pytest.mark.parametrize(
    ("chosen", "urgent", "mails"),
    [("at-once", False, 1), ("morning", False, 0), ("urgent", False, 0), ("morning", True, 1), ("urgent", True, 1)],
)
def test_mails_come_as_chosen_and_at_once_when_urgent(
    client: Client, reader: User, teller: User, chosen: str, urgent: bool, mails: int
) -> None:
    client.force_login(reader)
    client.post(reverse("notices-mail"), {"when": chosen})
    assert MailChoice.objects.get().when == chosen
    notice = tell(reader, teller, urgent=urgent)
    mail_notice(notice.pk)
    mail_notice(notice.pk)
    assert len(mail.outbox) == mails


def test_what_was_read_meanwhile_is_not_mailed(reader: User, teller: User) -> None:
    notice = tell(reader, teller)
    actions.read(notice=notice, by=reader)
    mail_notice(notice.pk)
    assert not mail.outbox


@override_settings(
    EMAIL_BACKEND="alongside.notices.notify.NotifyBackend",
    NOTIFY_API_KEY="council-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
    NOTIFY_TEMPLATE_ID="f33517ff-2a88-4f6e-b855-c550268ce08a",
)
def test_notify_is_asked_with_its_template_and_a_signed_name_of_the_service(
    reader: User, teller: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    class Taken:
        def raise_for_status(self) -> None:
            pass

    def post(address: str, **given: Any) -> Taken:
        asked.update(given)
        return Taken()

    monkeypatch.setattr("alongside.notices.notify.requests.post", post)
    mail_notice(tell(reader, teller).pk)
    assert asked["json"]["email_address"] == reader.email
    assert "waits for your sign-off" in asked["json"]["personalisation"]["body"]
    claims = asked["headers"]["Authorization"].split(".")[1]
    assert json.loads(base64.b64decode(claims + "=="))["iss"] == "26785a09-ab16-4eb0-8407-a37497a57506"
