"""A whole plan, from the front door's decision to its end fourteen months on, with every due date on the way.

Everything is written through the pages, most of it as their forms are sent, some of it in a browser; at each stop the
whole Due page is read and held against `expected`, which was worked out by hand.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from alongside.people.tests.makers import make_user
from alongside.story.tests.makers import World
from tests.journeys.fourteen_months.people import Story
from tests.journeys.fourteen_months.the_first_year import (
    a_concern,
    another_worker,
    autumn,
    summer,
    the_team_meets_and_three_months_are_over,
    winter,
)
from tests.journeys.fourteen_months.to_the_end import spring, the_end, they_withdraw_and_come_back
from tests.journeys.fourteen_months.to_the_plan import (
    easter,
    the_assessment_and_the_plan,
    the_family_is_allocated_and_met,
    the_front_door_decides_and_help_starts,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.requirement("EP-04", "EP-06", "EP-07", "EP-09", "EP-10", "EP-14", "EP-15", "EP-17", "EP-18", "EP-19"),
    pytest.mark.requirement("EP-20", "EP-21", "EP-23", "EP-24", "EP-25", "EP-26", "EP-27", "EP-28", "ALL-03"),
]
SignIn = Callable[[Page, object], None]


@pytest.fixture
def story(world: World) -> Story:
    return Story(
        world, make_user("adviser", world.team, name="Nadia Sorrell"), make_user("duty-manager", name="Dora Duty"),
        make_user("practitioner", world.team, name="Wilma Worker"),
    )  # fmt: skip


def test_a_plan_of_fourteen_months_is_asked_for_what_the_guidance_asks_by_when_it_asks_for_it(
    page: Page, story: Story, sign_in: SignIn
) -> None:
    the_front_door_decides_and_help_starts(page, story, sign_in)
    the_family_is_allocated_and_met(story)
    easter(story)
    the_assessment_and_the_plan(page, story, sign_in)
    the_team_meets_and_three_months_are_over(story)
    summer(story)
    a_concern(page, story, sign_in)
    autumn(story)
    another_worker(story)
    winter(story)
    they_withdraw_and_come_back(story)
    spring(story)
    the_end(page, story, sign_in)
