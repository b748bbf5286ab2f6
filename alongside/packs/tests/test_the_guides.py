"""Held beside the guides: each form they describe is there, with the parts they say it must have."""

from pathlib import Path

import pytest

from alongside.packs.format.forms import Form, FormField, Needed
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load

PACKS = Path(__file__).parents[3] / "packs"

FORMS = {
    "conversation-log": "initial-conversation three-houses",
    "three-conversations": "initial-conversation solution-group-request solution-group-outcome family-plan "
    "longer-family-plan inter-agency-assessment",
    "front-door": "front-door-conversation",
    "early-help-plan": "initial-assessment risk-assessment agreement-for-service home-visit telephone-call "
    "text-message email meeting-note voice-of-the-child detailed-assessment action-plan review case-summary "
    "chronology-event management-oversight oversight-at-creation oversight-at-allocation oversight-before-referral "
    "disengagement supervision-record safeguarding-concern neglect-day-in-my-life neglect-impact-chronology "
    "neglect-what-we-know domestic-abuse-checklist risk-conference-referral closure team-around-the-family "
    "family-network-meeting cultural-genogram distance-travelled shared-with-family step-across",
    "conferences": "social-workers-report agency-report conference-notes conference-record strengthening-family-plan "
    "conference-feedback conference-pre-meeting core-group",
}


@pytest.fixture(scope="module")
def default() -> Pack:
    return load(PACKS / "default")


def field(form: Form, id: str) -> FormField:
    return next(one for one in form.fields if one.id == id)


def titles(form: Form) -> list[str]:
    return [section.title for section in form.sections]


@pytest.mark.requirement("ALL-01")
@pytest.mark.parametrize("name", FORMS)
def test_every_form_that_a_guide_describes_is_in_its_pack_and_in_the_default_one(name: str, default: Pack) -> None:
    own = {path.stem for path in (PACKS / name / "forms").glob("*.yaml")}
    assert set(FORMS[name].split()) <= own
    assert own <= {form.id for form in default.forms}


def test_the_default_pack_names_where_each_form_is_from(default: Pack) -> None:
    documents = {form.source.document for form in default.forms}
    for place in ("West Sussex", "Brighton & Hove", "Southampton", "Birmingham", "Three Conversations"):
        assert any(place in document for document in documents), place


def test_ten_outcomes_with_the_wording_they_are_in(default: Pack) -> None:
    assert [outcome.title for outcome in default.outcomes] == [
        "Getting a good education",
        "Good early years development",
        "Improved mental and physical health",
        "Promoting recovery and reducing harm from substance misuse",
        "Improved family relationships",
        "Children safe from abuse and exploitation",
        "Crime prevention and tackling crime",
        "Safe from domestic abuse",
        "Secure housing",
        "Financial stability",
    ]
    assert all("2022" in outcome.version for outcome in default.outcomes)
    areas = default.star("distance-travelled").areas
    assert [(one.id, one.title) for one in areas] == [(one.id, one.title) for one in default.outcomes]
    baselines = [one.only.any_of for one in default.form("initial-assessment").fields if one.only]
    assert [[outcome.id] for outcome in default.outcomes] == baselines[: len(default.outcomes)]


def test_an_initial_assessment_has_four_parts_that_must_be_there_and_one_that_may(default: Pack) -> None:
    *mandatory, optional = default.form("initial-assessment").sections
    assert [section.id for section in mandatory] == ["case-summary", "needs", "agreement", "risk"]
    assert all(any(one.needed == Needed.YES for one in section.fields) for section in mandatory)
    assert optional.id == "team"
    assert all(one.needed == Needed.NO for one in optional.fields)


def test_a_detailed_assessment_holds_what_must_be_there_or_the_reason_why_not(default: Pack) -> None:
    form = default.form("detailed-assessment")
    for id in ("childs-view", "health", "parents-view", "contributions", "familys-comments"):
        assert field(form, id).needed == Needed.OR_REASON, id
    for id in ("absent-parent", "going-well", "worries", "needs-to-happen", "risks", "analysis"):
        assert field(form, id).needed == Needed.YES, id
    triangle = {section.id: len(section.fields) for section in form.sections}
    assert (triangle["development"], triangle["capacity"] - 2, triangle["surroundings"] - 1) == (7, 6, 6)
    assert form.sign_off
    assert (form.sign_off.role, form.sign_off.comment) == ("manager", Needed.YES)


def test_supervision_is_thought_through_in_four_steps(default: Pack) -> None:
    assert [title.partition(".")[0] for title in titles(default.form("supervision-record"))[2:]] == ["1", "2", "3", "4"]
    prepared = [one.id for one in default.form("supervision-record").sections[0].fields]
    assert prepared == [
        "occasion", "chronology-last", "summary-last", "visit-last", "last-three-months", "childs-voice",
        "agreed-last-time", "last-actions", "outcomes-wanted", "progress",
    ]  # fmt: skip


def test_a_manager_signs_what_the_guidance_says_a_manager_looks_at(default: Pack) -> None:
    signed = {form.id: form.sign_off.role for form in default.forms if form.sign_off}
    assert signed == {
        "initial-assessment": "duty-manager",
        "detailed-assessment": "manager",
        "action-plan": "manager",
        "case-summary": "manager",
        "supervision-record": "manager",
        "closure": "manager",
        "disengagement": "manager",
    }


def test_on_every_scale_a_higher_number_is_better(default: Pack) -> None:
    assert {scale.id: (scale.lowest, scale.highest, scale.direction) for scale in default.scales} == dict.fromkeys(
        ("life", "sorted-out", "working-well", "safety", "satisfaction-with-plan"), (0, 10, "higher-is-better")
    )
    safety = default.scale("safety")
    assert (safety.lowest_means, safety.highest_means) == ("A child is in danger", "There is no risk")
