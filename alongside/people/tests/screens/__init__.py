"""Every screen about people: who reaches it, what it shows, what it does, and what it says when something is wrong."""

from typing import Any


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())
