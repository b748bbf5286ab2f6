"""Mail by way of GOV.UK Notify, for councils that send theirs with it."""

import time
from collections.abc import Sequence
from typing import Any

import jwt
import requests
from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

SEND = "https://api.notifications.service.gov.uk/v2/notifications/email"
A_UUID = 36
SECONDS = 10


class NotifyBackend(BaseEmailBackend):
    """Sends each mail with one template of Notify's, whose subject is ((subject)) and whose text is ((body))."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send them, one request for each reader. Returns how many mails were taken.

        :raises requests.RequestException: when Notify refuses or does not answer; the job tries again later
        """
        for mail in email_messages:
            for reader in mail.recipients():
                self._send(reader, {"subject": str(mail.subject), "body": str(mail.body)})
        return len(email_messages)

    def _send(self, reader: str, says: dict[str, str]) -> None:
        asked: dict[str, Any] = {
            "email_address": reader,
            "template_id": settings.NOTIFY_TEMPLATE_ID,
            "personalisation": says,
        }
        bearer = {"Authorization": f"Bearer {_signed(settings.NOTIFY_API_KEY)}"}
        requests.post(SEND, json=asked, headers=bearer, timeout=SECONDS).raise_for_status()


def _signed(api_key: str) -> str:
    """A token for the next half minute. A key is a name, the service's id and its secret, joined by hyphens."""
    service, secret = api_key[-2 * A_UUID - 1 : -A_UUID - 1], api_key[-A_UUID:]
    return jwt.encode({"iss": service, "iat": int(time.time())}, secret, algorithm="HS256")
