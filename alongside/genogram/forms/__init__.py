"""What is asked when somebody adds to a genogram."""

from typing import Any

from django import forms

from alongside.design.forms import Form
from alongside.genogram.drawing.around import KINDS
from alongside.genogram.drawing.qualities import QUALITIES
from alongside.genogram.parts import HOME
from alongside.genogram.parts import Family as Pictured

Choices = list[tuple[str, str]]
DRAWN_AS = [
    ("man", "Man or boy"), ("woman", "Woman or girl"), ("other", "Another gender"), ("unknown", "Not known"),
    ("pregnancy", "A pregnancy"), ("miscarriage", "A pregnancy that was lost"),
    ("ended-pregnancy", "A pregnancy that was ended"), ("stillborn", "A child who was born dead"),
]  # fmt: skip
KIN = [
    ("", "Not related"), ("parent", "Parent of"), ("child", "Child of"), ("sibling", "Brother or sister of"),
    ("identical", "Identical twin of"), ("not-identical", "Twin of, not identical"), ("married", "Married to"),
    ("living-together", "Lives as a couple with"), ("together", "Partner of"), ("separated", "Separated from"),
    ("divorced", "Divorced from"), ("former", "Was a partner of"), ("adoptive-parent", "Adopted"),
    ("legal-parent", "Parent by law of"), ("donor", "Donor for"),
    ("foster-carer", "Foster carer of"), ("guardian", "Kinship carer or guardian of"),
    ("step-parent", "Step-parent of"),
    ("half-sibling", "Half-brother or half-sister of"), ("grandparent", "Grandparent of"),
    ("aunt-or-uncle", "Aunt or uncle of"), ("cousin", "Cousin of"), ("kin", "Related in another way to"),
]  # fmt: skip
UNIONS = ("married", "living-together", "together", "separated", "divorced", "former")
YEAR = "A year, like 1952, or nothing"


def people_of(pictured: Pictured) -> Choices:
    """Everybody on the picture, to choose from."""
    return [("", "Choose"), *((one.key, _name(one)) for one in pictured.people)]


def _name(one: Any) -> str:
    return ", ".join(part for part in (one.full_name or one.name or "Not named", one.caption) if part)[:120]


def link(kind: str, a: str, b: str, label: str = "") -> dict[str, str]:
    """A relation as it is kept, from what was chosen: `a` is `kind` of `b`."""
    if kind in UNIONS:
        return {"kind": "partner", "union": kind, "a": a, "b": b, "label": label}
    if kind in ("identical", "not-identical"):
        return {"kind": "sibling", "twins": kind, "a": a, "b": b}
    return {"kind": "parent", "a": b, "b": a} if kind == "child" else {"kind": kind, "a": a, "b": b}


class PersonForm(Form):
    """Somebody known by name who is not on the record."""

    name = forms.CharField(label="What are they called?", max_length=200, required=False,
                           help_text="As the family calls them")  # fmt: skip
    drawn_as = forms.ChoiceField(label="Drawn as", choices=DRAWN_AS, initial="unknown")
    kin = forms.ChoiceField(label="They are", choices=KIN, required=False)
    of = forms.ChoiceField(label="whom", required=False)
    and_of = forms.ChoiceField(label="and also of", required=False, help_text="The second parent, or a second child")
    born = forms.RegexField(
        r"^\d{4}$",
        label="Born in",
        required=False,
        help_text=YEAR,
        error_messages={"invalid": "Give the year in four figures, like 1952"},
    )
    died = forms.RegexField(
        r"^\d{4}$",
        label="Died in",
        required=False,
        help_text="A year, if they have died",
        error_messages={"invalid": "Give the year in four figures, like 1998"},
    )
    lives_here = forms.BooleanField(label="Lives in the household", required=False)
    note = forms.CharField(label="Anything to know about them", max_length=300, required=False)

    def __init__(self, *args: Any, pictured: Pictured, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("of", "and_of"):
            self.fields[name].choices = people_of(pictured)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        loss = given.get("drawn_as") in ("pregnancy", "miscarriage", "ended-pregnancy", "stillborn")
        if not given.get("name") and not loss:
            self.add_error("name", "Say what they are called, or who they are, such as “Grandad on Mum’s side”")
        if given.get("kin") and not given.get("of"):
            self.add_error("of", "Choose whom they are related to")
        if given.get("born") and given.get("died") and given["died"] < given["born"]:
            self.add_error("died", "They cannot have died before they were born. Look at both years again")
        return given

    @property
    def somebody(self) -> dict[str, Any]:
        """The person as they are kept."""
        given = self.cleaned_data
        drawn = given["drawn_as"]
        gender = drawn in ("man", "woman", "other", "unknown")
        return {
            "name": given["name"], "shape": drawn if gender else "unknown",
            "state": ("died" if given["died"] else "") if gender else drawn,
            "born": given["born"], "died": given["died"], "lives_here": given["lives_here"], "note": given["note"],
        }  # fmt: skip

    @property
    def relations(self) -> list[dict[str, str]]:
        """How they are related, with “new” in the place of their key."""
        given = self.cleaned_data
        ends = [given[name] for name in ("of", "and_of") if given["kin"] and given[name]]
        return [{"of": "links", **link(given["kin"], "new", end)} for end in dict.fromkeys(ends)]


class RelationForm(Form):
    """How two on the picture are related, where at least one of them is not on the record."""

    a = forms.ChoiceField(label="Who")
    kin = forms.ChoiceField(label="is", choices=[("", "Choose"), *KIN[1:]])
    b = forms.ChoiceField(label="whom")
    label = forms.CharField(
        label="A few letters beside a couple’s line", max_length=10, required=False, help_text="Such as “m. 1998”"
    )

    def __init__(self, *args: Any, pictured: Pictured, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("a", "b"):
            self.fields[name].choices = people_of(pictured)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("a") and given.get("a") == given.get("b"):
            self.add_error("b", "Choose somebody else: nobody is related to themselves")
        if all(str(given.get(end, "h"))[:1] == "p" for end in ("a", "b")) and given.get("a"):
            self.add_error("b", "Both are on the record: say it under People, so that it holds everywhere")
        return given


class TieForm(Form):
    """How two get on."""

    a = forms.ChoiceField(label="Who")
    kind = forms.ChoiceField(
        label="What is between them?", choices=[("", "Choose"), *((one.id, one.title) for one in QUALITIES.values())]
    )
    b = forms.ChoiceField(label="With whom, or with what?")
    note = forms.CharField(label="In their own words", max_length=300, required=False)

    def __init__(self, *args: Any, pictured: Pictured, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        things = [(one.key, one.name) for one in pictured.around]
        choices = [*people_of(pictured), *things, (HOME, "The household")]
        for name in ("a", "b"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("a") and given.get("a") == given.get("b"):
            self.add_error("b", "Choose somebody or something else")
        return given


class AroundForm(Form):
    """A service, place or group around the family."""

    name = forms.CharField(label="What is it called?", max_length=120)
    kind = forms.ChoiceField(label="What is it?", choices=[(id, title) for id, (title, _, _) in KINDS.items()])
    tie = forms.ChoiceField(
        label="What is it to them?", choices=[("", "No line"), *((one.id, one.title) for one in QUALITIES.values())],
        required=False, initial="connected",
    )  # fmt: skip
    to = forms.ChoiceField(label="To whom?", required=False)
    note = forms.CharField(label="Anything to know about it", max_length=300, required=False)

    def __init__(self, *args: Any, pictured: Pictured, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(HOME, "The household"), *people_of(pictured)[1:]]  # type: ignore[attr-defined]


class NoteForm(Form):
    """Words on the picture."""

    words = forms.CharField(label="What should stand there?", max_length=120)


class AboutForm(Form):
    """What somebody's culture and differences are, by topic of the pack, and how they are drawn."""

    shape = forms.ChoiceField(label="Drawn as", required=False, choices=[("", "As the record says"), *DRAWN_AS[:4]])
    about = forms.BooleanField(label="The picture is about them", required=False)

    def __init__(self, *args: Any, topics: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for id, (label, hint) in topics.items():
            self.fields[f"topic-{id}"] = forms.CharField(
                label=label, help_text=hint, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )

    @property
    def culture(self) -> dict[str, str]:
        """What was said, by topic."""
        return {
            name.removeprefix("topic-"): text for name, text in self.cleaned_data.items() if name.startswith("topic-")
        }
