"""What a family and its worker add to their genogram: those before them, how they get on, what is around."""

from typing import Any

from django.utils import timezone

from alongside.demo.library import genograms
from alongside.demo.telling import Telling
from alongside.genogram import actions
from alongside.genogram.forms import link
from alongside.genogram.queries import topics_of
from alongside.packs.queries import current_pack
from alongside.people.models import Involvement


def draw(telling: Telling) -> None:
    """Draw what is told of this family, if anything is."""
    told = genograms().get(telling.key)
    if told is None:
        return
    drawing: dict[str, Any] = {"family": telling.family, "by": telling.lead}
    keys = {name: f"p{person.pk}" for name, person in telling.people.items()} | {"home": "home"}
    keys |= {f"@{one.name}": f"i{one.pk}" for one in Involvement.objects.filter(family=telling.family, user=None)}
    this_year = timezone.localdate().year
    for name, one in told.people.items():
        keys[name] = actions.add(to="people", what=one.kept(this_year), **drawing)
    for who, kin, *of in told.related:
        ends, label = [end for end in of if end in keys], next((end for end in of if end not in keys), "")
        for end in ends:
            actions.add(to="links", what=link(kin, keys[who], keys[end], label), **drawing)
    for place in told.around:
        tie = {"of": "ties", "kind": place["tie"], "a": "new", "b": keys[place["to"]]}
        what = {"name": place["name"], "kind": place["kind"], "note": ""}
        actions.add(to="around", what=what, links=[tie], **drawing)
    for a, kind, b, *note in told.ties:
        what = {"kind": kind, "a": keys[a], "b": keys[b], "note": "".join(note)}
        actions.add(to="ties", what=what, **drawing)
    for words in told.notes:
        actions.add(to="notes", what={"words": words}, **drawing)
    asked = topics_of(current_pack())
    topics = {option.id: option.label for option in asked.options} if asked else {}
    for name in {**told.culture, **told.shapes}:
        culture, shape = told.culture.get(name, {}), told.shapes.get(name, "")
        actions.say_of_person(key=keys[name], culture=culture, topics=topics, shape=shape, **drawing)
