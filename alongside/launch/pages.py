"""Reading a page of ours: its text, links, style sheets and the form in which one signs in."""

from html.parser import HTMLParser
from urllib.parse import urlsplit


class Page(HTMLParser):
    """A page that was answered. `text` is what a person reads, `links` are (path, wording) in order."""

    def __init__(self, url: str, html: str) -> None:
        super().__init__()
        self.url = url
        self.links: list[tuple[str, str]] = []
        self.styles: list[str] = []
        self._inputs: list[dict[str, str]] = []
        self._actions: list[str] = []
        self._password_form = -1
        self._texts: list[str] = []
        self._link: str | None = None
        self._link_texts: list[str] = []
        self.feed(html)

    @property
    def text(self) -> str:
        return " ".join(self._texts)

    @property
    def has_password_field(self) -> bool:
        return self._password_form >= 0

    @property
    def form_action(self) -> str:
        """Where the form with the password is sent."""
        return self._actions[self._password_form] or urlsplit(self.url).path

    def filled_in(self, *, email: str, password: str) -> dict[str, str]:
        """Return the fields of the form with the password, hidden ones as they are."""
        values = {"hidden": None, "password": password, "email": email, "text": email}
        fields = [each for each in self._inputs if each["form"] == str(self._password_form)]
        return {
            each["name"]: values[each["type"]] or each.get("value", "") for each in fields if each["type"] in values
        }

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in found:
            self._link, self._link_texts = found["href"], []
        elif tag == "link" and found.get("rel") == "stylesheet":
            self.styles.append(found["href"])
        elif tag == "form":
            self._actions.append(found.get("action", ""))
        elif tag == "input" and "name" in found:
            self._inputs.append({"type": "text", **found, "form": str(len(self._actions) - 1)})
            if found.get("type") == "password":
                self._password_form = len(self._actions) - 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            self.links.append((self._link, " ".join(" ".join(self._link_texts).split())))
            self._link = None

    def handle_data(self, data: str) -> None:
        self._texts.append(data)
        if self._link is not None:
            self._link_texts.append(data)
