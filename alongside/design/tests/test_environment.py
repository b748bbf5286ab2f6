"""What templates may rely on: escaping, and an error for a name that nobody gave."""

from typing import Any

import jinja2
import pytest
from django.template import engines


@pytest.fixture
def draw():
    def drawn(template: str, **context: object) -> str:
        engine: Any = engines["jinja2"]
        return engine.env.from_string(template).render(**context)

    return drawn


@pytest.mark.parametrize(
    "template",
    ["{{ nothing }}", "{{ family.nothing }}", "{% if nothing %}{% endif %}", "{% for x in nothing %}{% endfor %}"],
)
def test_a_name_that_nobody_gave_is_an_error(draw, template):
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        draw(template, family=object())


def test_a_name_that_nobody_gave_is_an_error_inside_our_macros_too(draw):
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        draw('{% from "design/components.jinja" import tag %}{{ tag(nothing) }}')


def test_the_librarys_own_macros_may_leave_parameters_out(draw):
    macro = '{% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}'
    assert "Go" in draw(macro + '{{ govukButton({"text": "Go"}) }}')


def test_a_name_may_be_asked_for_with_a_default(draw):
    assert draw('{{ nothing | default("x") }}{{ nothing is defined }}') == "xFalse"


def test_text_is_escaped(draw):
    macro = '{% from "design/components.jinja" import person_chip %}{{ person_chip(name) }}'
    assert "<b>" not in draw(macro, name="<b>Amara</b>")


def test_an_address_may_carry_a_query(draw):
    assert draw('{{ url("design", query={"q": "O’Neill & son"}) }}').endswith("?q=O%E2%80%99Neill+%26+son")
