"""What forms say, and how their fields become GOV.UK components."""

import pytest
from django import forms

from alongside.design.forms import Form, error_list, field_parameters
from alongside.design.forms.base import as_in_a_sentence

CHOICES = [("home", "At home"), ("school", "At school")]


class Sample(Form):
    """One field of each kind that says something of its own."""

    first_name = forms.CharField(max_length=5)
    nhs = forms.CharField(label="NHS number", error_messages={"required": "We need the number from the letter"})
    children = forms.IntegerField(label="How many children?", min_value=0)
    place = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    seen = forms.MultipleChoiceField(label="Who did you see?", choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="The family agrees")
    email = forms.EmailField(required=False)

    def clean(self) -> dict:
        raise forms.ValidationError("These two do not go together")


def messages(data: dict) -> dict[str, str]:
    form = Sample(data)
    form.is_valid()
    return {name: str(errors[0]) for name, errors in form.errors.items()}


def test_an_empty_form_says_what_to_do_for_each_field():
    assert messages({}) == {
        "__all__": "These two do not go together",
        "first_name": "Enter first name",
        "nhs": "We need the number from the letter",
        "children": "Answer “How many children?”",
        "place": "Choose place",
        "seen": "Answer “Who did you see?”",
        "agreed": "Tick to confirm: the family agrees",
    }


def test_wrong_answers_say_what_would_be_right():
    wrong = {"first_name": "Alexandra", "children": "-1", "place": "moon", "email": "at home"}
    told = messages(wrong)
    assert told["first_name"] == "First name must be 5 letters or fewer; there are 9 now"
    assert told["children"] == "“How many children?” must be 0 or more"
    assert told["place"] == "Choose one of the answers to Place"
    assert told["email"] == "Enter an email address, like name@example.org"
    assert messages({"children": "two"})["children"] == "Enter a whole number in figures, like 3"


def test_the_error_list_leads_to_each_field_in_order():
    lines = error_list(Sample({}))
    assert [line.href for line in lines][:4] == ["", "#id_first_name", "#id_nhs", "#id_children"]
    assert error_list(Sample()) == []


@pytest.mark.parametrize(
    ("name", "component"),
    [("first_name", "input"), ("place", "radios"), ("seen", "checkboxes"), ("agreed", "checkboxes")],
)
def test_each_kind_of_field_has_its_component(name, component):
    assert field_parameters(Sample()[name], {})["component"] == component


def test_what_was_chosen_stays_chosen():
    params = field_parameters(Sample({"seen": ["home"]})["seen"], {})["params"]
    assert [item["checked"] for item in params["items"]] == [True, False]


def test_what_may_be_left_out_says_so_unless_told_not_to():
    bound = Sample()["email"]
    assert field_parameters(bound, {})["params"]["label"]["text"] == "Email (optional)"
    assert field_parameters(bound, {"optional": False})["params"]["label"]["text"] == "Email"


def test_a_password_is_never_sent_back():
    class SignIn(Form):
        password = forms.CharField(widget=forms.PasswordInput)

    assert field_parameters(SignIn({"password": "secret"})["password"], {})["params"]["value"] == ""


def test_a_widget_that_no_component_shows_is_refused():
    class Odd(Form):
        when = forms.SplitDateTimeField()

    with pytest.raises(TypeError, match="SplitDateTimeWidget of when"):
        field_parameters(Odd()["when"], {})


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Date of birth", "date of birth"), ("NHS number", "NHS number"), ("A", "a"), ("Name:", "name")],
)
def test_labels_read_well_inside_a_sentence(label, inside):
    assert as_in_a_sentence(label) == inside
