"""The timescales of the guides, copied from them by hand: a pack that is changed has to be changed here too.

Each row: the standard, which kind of limit, its number and unit, what it counts from, what meets it.
"""

from typing import NamedTuple


class Timescale(NamedTuple):
    """One timescale as a guide gives it, or as was chosen where it gives no number."""

    standard: str
    kind: str
    limit: str
    counts_from: str
    met_by: str = ""
    target: str = ""


# The early help guidance prints these numbers of days, weeks or months.
PRINTED = [
    # “start a new case within 2 working days of outcome decision”
    Timescale("case-started", "within", "2 working days", "targeted-help.decided", "pathway.opened"),
    # “oversight must be added by the hub duty manager within 2 working days of the plan being created”
    Timescale(
        "oversight-at-creation", "within", "2 working days", "pathway.opened", "oversight-at-creation.recorded"
    ),
    # “completed within 15 working days of the plan initiation”
    Timescale("initial-assessment", "within", "15 working days", "pathway.opened", "initial-assessment.completed"),
    # “The first contact should be completed within 5 working days”
    Timescale("first-contact", "within", "5 working days", "allocation.made", "family.contacted"),
    # “During the first 6 weeks after allocation the worker should be arranging the first TAF meeting”
    Timescale(
        "team-meeting-arranged", "within", "6 weeks", "allocation.made", "team-meeting.arranged team-meeting.held"
    ),
    # “All families should be seen at least fortnightly”; level 3 and above weekly, below
    Timescale("family-seen", "every", "2 weeks", "pathway.opened", "person.seen"),
    # “All children should be seen at least monthly”
    Timescale("child-seen", "every", "1 month", "pathway.opened", "child.seen"),
    # “uploaded … within 8 weeks of allocation”
    Timescale("genogram", "within", "8 weeks", "allocation.made", "genogram.made"),
    # “made within three working days of each visit”
    Timescale("visit-recorded", "recorded_within", "3 working days", "visit.made"),
    # “recorded on the system within 24 hours”, “in no circumstances should this be longer than 24 hours”
    Timescale("concern-recorded", "recorded_within", "24 hours", "concern.raised"),
    Timescale("concern-told", "within", "24 hours", "concern.raised", "manager.told"),
    # “supervision … discussions and decisions are recorded within five working days”
    Timescale("decision-recorded", "recorded_within", "5 working days", "oversight.recorded"),
    # “reviewed and updated by the worker every three months”
    Timescale("case-summary", "every", "3 months", "pathway.opened", "case-summary.updated"),
    # “completed within 6 weeks of allocation”; again “when a plan has been open for 12 months”
    Timescale("detailed-assessment", "within", "6 weeks", "allocation.made", "assessment.completed"),
    Timescale("assessment-yearly", "every", "12 months", "pathway.opened", "assessment.completed"),
    # “must be produced in the first 6 to 8 weeks”; reviewed “every 6 to 8 weeks”
    Timescale("plan-agreed", "within", "8 weeks", "pathway.opened", "plan.agreed", "6 weeks"),
    Timescale("review-held", "every", "8 weeks", "plan.agreed", "review.held", "6 weeks"),
    # “shared with the family by the worker within ten working days of the review”
    Timescale("review-shared", "within", "10 working days", "review.held", "review.shared"),
    # “recorded at the minimum of 8 weekly intervals”
    Timescale("oversight-recorded", "every", "8 weeks", "pathway.opened", "oversight.recorded"),
    # “completed for each family every 3 months (every 90 working days)”
    Timescale("supervision", "every", "3 months", "pathway.opened", "supervision.held"),
    # “at least 3 days ahead of Initial …”, “at least 5 days ahead of Review Child Protection Conference”
    Timescale(
        "social-worker-report-initial", "at_least", "3 working days", "initial-conference.arranged",
        "initial-conference-report.shared",
    ),
    Timescale(
        "social-worker-report-review", "at_least", "5 working days", "review-conference.arranged",
        "review-conference-report.shared",
    ),
    Timescale(
        "agency-report-initial", "at_least", "3 working days", "initial-agency-report.asked",
        "initial-agency-report.shared",
    ),
    Timescale(
        "agency-report-review", "at_least", "5 working days", "review-agency-report.asked",
        "review-agency-report.shared",
    ),
]  # fmt: skip

# The guidance asks for these and prints no number, or one that can be read in two ways: the pack says what it chose.
CHOSEN = [
    Timescale("agreement-first", "at_least", "0 calendar days", "pathway.opened", "agreement.given"),
    Timescale("allocated", "within", "1 week", "pathway.opened", "allocation.made"),
    Timescale("child-heard", "every", "6 weeks", "pathway.opened", "child.heard"),
    Timescale("risk-before-visit", "at_least", "0 calendar days", "visit.made", "risk.assessed"),
    Timescale("risk-reviewed", "within", "3 working days", "visit.made", "risk.reviewed"),
    Timescale("risk-after-change", "within", "3 working days", "concern.raised high-risk.found", "risk.reviewed"),
    Timescale(
        "oversight-at-allocation", "within", "5 working days", "allocation.made", "oversight-at-allocation.recorded"
    ),
    Timescale("assessment-after-change", "within", "6 weeks", "circumstances.changed", "assessment.completed"),
    Timescale("front-door-decision", "within", "1 working day", "front-door.contacted", "front-door.decided"),
    Timescale("core-group-meets", "at_least", "0 calendar days", "core-group.planned", "core-group.held"),
    Timescale(
        "review-conference-held", "at_least", "0 calendar days", "review-conference.planned", "review-conference.held"
    ),
    Timescale("distance-travelled", "within", "10 working days", "team-meeting.held", "distance-travelled.rated"),
    Timescale("chronology-complete", "every", "3 months", "pathway.opened", "chronology.completed"),
    Timescale(
        "supervision-after-event", "within", "5 working days", "significant-event.happened", "supervision.held"
    ),
    Timescale("concern-decided", "within", "24 hours", "concern.sent", "concern.decided"),
    Timescale("risk-conference-asked", "within", "24 hours", "high-risk.found", "risk-conference-referral.made"),
    Timescale("neglect-referred", "within", "24 hours", "level-four-neglect.found", "social-care-referral.made"),
    Timescale(
        "withdrawal-considered", "within", "5 working days", "agreement.withdrawn", "disengagement.considered"
    ),
    Timescale(
        "oversight-before-referral", "at_least", "0 calendar days", "social-care-referral.made",
        "oversight-before-referral.recorded",
    ),
]  # fmt: skip

# What the guides say in two ways: words that the note has to hold, so that the screen says what was chosen.
IN_TWO_WAYS = {
    "initial-assessment": "15 days",
    "first-contact": "does not say from when",
    "family-seen": "Level 3+",
    "child-seen": "calendar month",
    "plan-agreed": "does not say of what",
    "supervision": "90 working days",
    "oversight-at-creation": "Both are read as",
    "team-meeting-arranged": "must be held by then",
    "assessment-yearly": "last assessment",
    "social-worker-report-initial": "working days",
    "social-worker-report-review": "working days",
}
