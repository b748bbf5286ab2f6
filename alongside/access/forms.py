"""Forms of signing in, of accounts and of teams."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from django import forms
from django.db.models.functions import Lower

from alongside.access.models import Team, User
from alongside.access.rules import ROLES
from alongside.design.forms import Form
from alongside.design.forms.base import say_what_to_do

HOW_TO_CHOOSE = "At least 12 characters. Three words that do not belong together are easy to keep in mind."


class _InOurWords:
    """Gives allauth's fields our labels, hints and errors; the box itself says nothing (no placeholders)."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            say_what_to_do(field)


class SignInForm(_InOurWords, account.LoginForm):
    labels = {"login": "Email address", "password": "Password"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "spellcheck": "false"}


class ChangePasswordForm(_InOurWords, account.ChangePasswordForm):
    labels = {"oldpassword": "Password you use now", "password1": "New password", "password2": "New password again"}
    hints = {"password1": HOW_TO_CHOOSE}


class SetPasswordForm(_InOurWords, account.SetPasswordForm):
    labels = {"password1": "New password", "password2": "New password again"}
    hints = {"password1": HOW_TO_CHOOSE}


class ResetPasswordForm(_InOurWords, account.ResetPasswordForm):
    labels = {"email": "Email address"}


class ResetPasswordKeyForm(_InOurWords, account.ResetPasswordKeyForm):
    labels = {"password1": "New password", "password2": "New password again"}
    hints = {"password1": HOW_TO_CHOOSE}


class ReauthenticateForm(_InOurWords, account.ReauthenticateForm):
    labels = {"password": "Password"}


class _CodeInOurWords(_InOurWords):
    labels = {"code": "Code"}
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "spellcheck": "false"}  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        self.cleaned_data["code"] = code.replace(" ", "")  # apps show codes in two groups of three
        return super().clean_code()  # type: ignore[misc]


class CodeForm(_CodeInOurWords, second_step.AuthenticateForm):
    hints = {"code": "The 6 numbers that your authenticator app shows now, or one of your recovery codes."}


class CodeAgainForm(_CodeInOurWords, second_step.ReauthenticateForm):
    hints = {"code": "The 6 numbers that your authenticator app shows now."}


class FirstCodeForm(_CodeInOurWords, totp.ActivateTOTPForm):
    hints = {"code": "The 6 numbers that your app shows for Alongside."}


class AccountForm(Form):
    """A person's account: who they are, and which address they sign in with."""

    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(label="Work email address", help_text="They sign in with it.")
    job_title = forms.CharField(label="Job title", max_length=200, required=False)
    agency = forms.CharField(
        label="Organisation",
        max_length=200,
        required=False,
        help_text="Such as a school or a health trust. Leave it empty for the authority's own staff.",
    )

    def __init__(self, *args: Any, account: User | None = None, **kwargs: Any) -> None:
        self.account = account
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        email = User.objects.normalize_email(self.cleaned_data["email"]).lower()
        others = User.objects.annotate(address=Lower("email")).filter(address=email)
        if self.account:
            others = others.exclude(pk=self.account.pk)
        if other := others.first():
            raise forms.ValidationError(f"{other.name} has an account with this address already.")
        return email


class PostForm(Form):
    """A role in a team."""

    team = forms.ModelChoiceField(label="Team", queryset=Team.objects.all(), empty_label="Choose a team")
    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Choose a role"), *((role.id, f"{role.title}: {role.means}") for role in ROLES.values())],
    )


class NewAccountForm(AccountForm, PostForm):
    """A new account with its first post; without one it could do nothing."""

    field_order = ["name", "email", "job_title", "agency", "team", "role"]


class TeamForm(Form):
    name = forms.CharField(label="Name of the team", max_length=200)

    def __init__(self, *args: Any, team: Team | None = None, **kwargs: Any) -> None:
        self.team = team
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        others = Team.objects.filter(name__iexact=name)
        if self.team:
            others = others.exclude(pk=self.team.pk)
        if others.exists():
            raise forms.ValidationError("There is a team of this name already.")
        return name


class TrailSearchForm(Form):
    """What an auditor looks for; every part may be left out."""

    who = forms.CharField(label="Who", required=False, help_text="A name or part of one.")
    family = forms.CharField(label="Family", required=False, help_text="Its reference or number.")
    kind = forms.ChoiceField(label="What", required=False, choices=[("looks", "Looks"), ("changes", "Changes")])
    emergency = forms.BooleanField(label="Only emergency access", required=False)
