"""What pages cost, beside a view that only says "hello" on the same server in the same run.

    python -m bench.pages [--json] [--requests 300] [--families 5000]

Signs in over HTTP as a practitioner and asks at one connection, in turns, so that whatever else the machine does
falls on all of them alike. docs/reference/speed.md says what the figures mean.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from bench.figures import Figure, middle, show
from bench.serving.server import prepared, served
from bench.serving.visitor import Answer, Visitor, sign_in

TURNS = 15
WARM = 8
PAGE, QUICK = 25, 15  # how many times the floor a page may cost, and what people do while they type


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for again and again, and the highest ratio it may reach."""

    what: str
    ask: Callable[..., Answer]
    most: float | None = None


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    parser.add_argument("--requests", type=int, default=300, help="how often each page is asked for")
    parser.add_argument("--families", type=int, default=5_000, help="how many families there are")
    options = parser.parse_args()
    with prepared() as folder:
        from bench.world import make_world, settle
        from bench.world.accounts import EMAIL, PASSWORD, code_now

        world = make_world(options.families)
        settle()
        with served(folder) as address:
            visitor = Visitor(address)
            sign_in(visitor, email=EMAIL, password=PASSWORD, code=code_now())
            figures = measure(what_is_asked(visitor, world), options.requests)
    show(figures, against="the view that says “hello”", as_json=options.json)


def what_is_asked(visitor: Visitor, world: object) -> list[Asked]:
    """Return the floor, then every page that is measured."""
    from django.urls import reverse

    from bench.world import World

    assert isinstance(world, World)

    def page(what: str, name: str, *args: int, most: float | None = None, query: str = "") -> Asked:
        path = reverse(name, args=args) + query
        return Asked(what, lambda **more: visitor.get(path, **more), most)

    asked = [page("hello: the floor", "hello"), page("My work", "my-work", most=PAGE), page("My team’s work", "team")]
    for family, entries in ((world.short, 20), (world.long, 2_000)):
        asked += [
            page(f"Family, {tab}, {entries:,} entries", name, family.pk, most=PAGE)
            for tab, name in (
                ("story", "family"),
                ("map", "family-map"),
                ("people", "family-people"),
                ("plan", "family-plan"),
                ("documents", "family-documents"),
            )
        ]
    surname = world.long.name
    asked += [
        page("Search, a name", "search", most=QUICK, query=f"?q={surname}"),
        page("Search, a slip", "search", most=QUICK, query=f"?q={surname[:2]}x{surname[2:]}"),
        page("Search, two words", "search", most=QUICK, query=f"?q={world.child.given_names}+{surname}"),
        Asked("Saving a field of a draft", _saving(visitor, world.draft.pk), QUICK),
        page("A record, read", "entry", world.final.pk),
        page("A draft, opened", "entry-edit", world.draft.pk),
    ]
    return asked


def _saving(visitor: Visitor, entry_id: int) -> Callable[..., Answer]:
    """Save the next few words of an answer, as the page's script does while somebody types."""
    from django.urls import reverse

    path, saved = reverse("answer-save", args=[entry_id]), count()
    key = "where"

    def save(**more: bool) -> Answer:
        revision = next(saved)
        fields = {
            "csrfmiddlewaretoken": visitor.csrf_token,
            "key": key,
            f"revision:{key}": str(revision),
            f"asked:{key}": f"At home, around the kitchen table, {revision}",
        }
        return visitor.post(path, fields, script=True, **more)

    return save


def measure(asked: list[Asked], requests: int) -> list[Figure]:
    """Ask for everything in turns, and return the figures; the first of what is asked is the floor."""
    counted = [_counted(one) for one in asked]
    times: list[list[float]] = [[] for _ in asked]
    each = max(1, requests // TURNS)
    for _ in range(TURNS):
        for one, spent in zip(asked, times, strict=True):
            spent += [one.ask().milliseconds for _ in range(each)]
    floor = middle(times[0])
    return [
        Figure(
            one.what,
            middle(spent),
            middle(spent) / floor,
            one.most,
            answer.queries,
            answer.bytes_sent / 1000,
        )
        for one, spent, answer in zip(asked, times, counted, strict=True)
    ]


def _counted(one: Asked) -> Answer:
    """Ask until everything is warm, and return an answer that says how many queries it took.

    :raises AssertionError: when it is not answered with success
    """
    for _ in range(WARM):
        one.ask()
    answer = one.ask(count=True)
    assert answer.status == 200, f"{one.what}: {answer.status} {answer.location}"
    return answer


if __name__ == "__main__":
    main()
