"""The template environment: what every page may use without passing it."""

import sys
from types import FrameType
from typing import Any

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from jinja2.utils import missing

from alongside.config.navigation import footer, navigation
from alongside.design.addresses import url
from alongside.design.forms import error_list, field_parameters
from alongside.design.kept import drawn_field, drawn_once
from alongside.design.words import FILTERS, today


def environment(**options: Any) -> jinja2.Environment:
    """The Jinja2 environment that Django's template engine asks for, autoescape on."""
    libraries = jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")})
    options["loader"] = jinja2.ChoiceLoader([options["loader"], libraries])
    # GOV.UK's macros read parameters that nobody gave; ours must not, and a test is where to hear of it.
    options["undefined"] = jinja2.ChainableUndefined if settings.PRODUCTION else UndefinedInOurs
    # S701 cannot see it: Django passes autoescape=True in the options.
    env = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    env.globals.update(static=static, url=url, today=today, now=timezone.now, navigation=navigation, footer=footer)
    env.globals.update(field_parameters=field_parameters, error_list=error_list)
    env.globals.update(drawn_field=drawn_field, drawn_once=drawn_once)
    env.globals.update(family_header=_family_header, safeguarding=_safeguarding, visits=_visits, clock_of=_clock_of)
    env.filters.update(FILTERS)
    return env


def _family_header(*args: Any) -> Any:
    """The head of a family's page; imported when first drawn, because settings are read before the apps are there."""
    from alongside.journey.header import family_header

    return family_header(*args)


def _safeguarding() -> Any:
    """What pages of other apps show of safeguarding; the same way, so that they need not know of it."""
    from alongside.safeguarding import showing

    return showing


def _clock_of(*args: Any) -> Any:
    """By when a record is due; the same way."""
    from alongside.journey.clock_of import clock_of

    return clock_of(*args)


def _visits() -> Any:
    """What pages of other apps show of visits, the same way."""
    from alongside.visits import showing

    return showing


class UndefinedInOurs(jinja2.ChainableUndefined):
    """Forgiving inside the GOV.UK library's templates, and an error when one of our own uses a name nobody gave."""

    def __new__(
        cls,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateError] = jinja2.UndefinedError,
    ) -> Any:
        if _in_library(sys._getframe(1)):
            return super().__new__(cls)
        return jinja2.StrictUndefined(hint, obj, name, exc)  # type: ignore[arg-type]


def _in_library(frame: FrameType | None) -> bool:
    """Whether the innermost template on the stack belongs to the GOV.UK library."""
    while frame is not None:
        if isinstance(frame.f_globals.get("environment"), jinja2.Environment):
            return "govuk_frontend_jinja" in frame.f_globals.get("__file__", "")
        frame = frame.f_back
    return False
