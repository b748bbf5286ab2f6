"""Is a page as every page of ours must be? Used on each response by the `client` fixture, and by anybody who asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponseBase
from django.test import Client

HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"}
FORM_CONTROLS = ("input", "select", "textarea")
# What differs from one answer to the next of the same page.
_TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')
NEED_NO_LABEL = ("hidden", "submit", "button", "image", "reset")


class CheckedClient(Client):
    """Django's test client, which checks every whole page it is answered with. Parts of pages pass by."""

    def request(self, **request: object) -> HttpResponseBase:  # type: ignore[override]
        response = super().request(**request)
        whole = response.headers.get("Content-Type", "").startswith("text/html") and "HTTP_HX_REQUEST" not in request
        if whole and not response.streaming and response.content and response.status_code != 500:
            check_page(response)
        return response


def check_page(response: HttpResponseBase) -> None:
    """Assert that a response is a whole page of ours: valid, titled, labelled, and under the strict policies.

    All that is wrong is named at once, with the markup concerned.
    """
    wrong = [*_markup(_TOKEN.sub("", response.content.decode())), *_headers(response)]  # type: ignore[attr-defined]
    path = getattr(response, "request", {}).get("PATH_INFO", "")
    assert not wrong, f"{path} ({response.status_code}):\n  " + "\n  ".join(wrong)


@lru_cache(maxsize=500)
def _markup(content: str) -> tuple[str, ...]:
    """What is wrong with a page's markup. Reading it is slow, and many pages that are refused are alike."""
    tree, errors = _read(content)
    wrong = list(errors)
    for check in CHECKS:
        wrong += check(tree)
    return tuple(wrong)


def tree_of(content: str) -> Element:
    """Return the tree of a page, to look at and not to change. What the `client` fixture has read is not read again."""
    return _read(_TOKEN.sub("", content))[0]


@lru_cache(maxsize=20)
def _read(content: str) -> tuple[Element, tuple[str, ...]]:
    """A page's tree, and what is not valid in it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(content)
    return tree, tuple(f"not valid HTML: {code} at line {place[0]} {data}" for place, code, data in parser.errors)


def _document(tree: Element) -> Iterator[str]:
    if not tree.get("lang"):
        yield "html has no lang"
    title = "".join(tree.findtext("head/title") or "").strip()
    if not title or title.startswith("–"):
        yield f"the title says nothing: {title!r}"
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        yield f"{len(headings)} h1 headings, not one"
    if len(list(tree.iter("main"))) != 1:
        yield "not one main"


def _ids(tree: Element) -> Iterator[str]:
    counts = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    yield from (f"id {name!r} is there {times} times" for name, times in counts.items() if times > 1)
    for element in tree.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list"):
            for name in (element.get(attribute) or "").split():
                if name not in counts:
                    yield f"{attribute}={name!r} on {_shown(element)} points at nothing"


def _labels(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label") if _words(label)}
    wrapped = {id(inner) for label in tree.iter("label") if _words(label) for inner in label.iter()}
    for element in _controls(tree):
        named = element.get("aria-label") or element.get("aria-labelledby")
        if not named and element.get("id") not in labelled and id(element) not in wrapped:
            yield f"no label for {_shown(element)}"


def _controls(tree: Element) -> Iterator[Element]:
    for element in tree.iter():
        if element.tag in FORM_CONTROLS and element.get("type", "text") not in NEED_NO_LABEL:
            yield element


def _names(tree: Element) -> Iterator[str]:
    """Links and buttons say where they lead and what they do; pictures what they show."""
    for element in tree.iter():
        name = element.get("aria-label") or element.get("aria-labelledby")
        if element.tag in ("a", "button", "summary") and not (_words(element) or name):
            yield f"no words in {_shown(element)}"
        if element.tag == "img" and element.get("alt") is None:
            yield f"no alt on {_shown(element)}"
        if str(element.tag).endswith("svg") and element.get("aria-hidden") != "true":
            titles = [inner for inner in element.iter() if str(inner.tag).endswith("title")]
            if not (titles or name):
                yield f"no title in {_shown(element)}"


def _policy(tree: Element) -> Iterator[str]:
    """Our content security policy would refuse these in a browser."""
    for element in tree.iter():
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"inline {_shown(element)}"
        for attribute in element.keys():  # noqa: SIM118  an Element is no dict
            if attribute == "style" or attribute.startswith("on"):
                yield f"inline {attribute} on {_shown(element)}"


def _forms(tree: Element) -> Iterator[str]:
    for form in tree.iter("form"):
        sent = {element.get("name") for element in form.iter("input")}
        if form.get("method", "get").lower() == "post" and "csrfmiddlewaretoken" not in sent:
            yield f"no csrf_input in {_shown(form)}"


def _headings(tree: Element) -> Iterator[str]:
    last = 1
    for element in tree.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            level = int(str(element.tag)[1])
            if level > last + 1:
                yield f"h{level} {_words(element)!r} follows h{last}"
            last = level


CHECKS: tuple[Callable[[Element], Iterator[str]], ...] = (
    _document,
    _ids,
    _labels,
    _names,
    _policy,
    _forms,
    _headings,
)


def _headers(response: HttpResponseBase) -> Iterator[str]:
    policy = response.headers.get("Content-Security-Policy", "")
    if "script-src 'self'" not in policy or "style-src 'self'" not in policy or "unsafe" in policy:
        yield f"weak content security policy: {policy!r}"
    for header, value in HEADERS.items():
        if response.headers.get(header) != value:
            yield f"{header} is {response.headers.get(header)!r}, not {value!r}"


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _shown(element: Element) -> str:
    attributes = "".join(f' {name}="{value[:60]}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>{_words(element)[:60]}"
