"""What the guides name without a form or a number of days: lists and whom to call, copied from them by hand."""

# In which pack, in which list: the ids that hold what the guide names.
NAMED = {
    ("three-conversations", "levels"): "level-1 level-2 level-3 level-4",
    ("conversation-log", "columns"): "worries going-well needs-to-happen",
    # “Children and families typically …”, the ten supporting families criteria
    ("early-help-plan", "outcomes"): "education early-years health substance-misuse family-relationships "
    "safe-from-abuse crime-prevention safe-from-domestic-abuse secure-housing financial-stability",
    # “previous history, substance misuse, domestic abuse, to mobile phone signal or access to the property”
    ("early-help-plan", "risk_factors"): "earlier-history substance-misuse domestic-abuse phone-signal "
    "getting-in-and-out",
    # “all visits, meetings, case relevant phone calls, text and emails”, oversight, supervision, closure and reviews
    ("early-help-plan", "note_kinds"): "home-visit meeting telephone-call text-message email management-oversight "
    "supervision review closure case-summary chronology voice-of-the-child safeguarding disengagement",
    # signed documents, toolkits, photographs of activities, correspondence, genograms, chronologies
    ("early-help-plan", "document_categories"): "signed-forms toolkits direct-work correspondence genograms "
    "chronologies safeguarding reviews closures",
    # step across to a single agency, escalation, consent withdrawn, engagement lost, outcomes reached
    ("early-help-plan", "closure_reasons"): "sorted-out single-service specialist-help family-ended-it lost-touch",
    # “significant events, referrals and concerning observations”
    ("early-help-plan", "event_kinds"): "referral concern safeguarding missing police hospital",
    # “Have you considered?”, nine bullets that name twelve
    ("front-door", "toolkits"): "neglect neglect-additional-needs child-sexual-abuse harmful-sexual-behaviour "
    "child-on-child-abuse abusive-head-trauma modern-slavery harmful-practices exploitation unidentified-adults "
    "resistant-families serious-violence",
    ("thresholds", "domains"): "child-development family-and-environment parents-and-carers",
    ("conferences", "scales"): "safety satisfaction-with-plan",
}  # fmt: skip

# In which pack, which contact: its number, and its email where the guide prints one.
CALLED = {
    ("front-door", "front-door"): ("023 8083 2300", "childrensresourceservice@southampton.gov.uk"),
    ("front-door", "out-of-hours"): ("023 8023 3344", None),
    ("conferences", "conference-service"): ("01273 295973", "reviewing.officers@brighton-hove.gcsx.gov.uk"),
    ("thresholds", "family-information"): ("01273 293545", None),
    ("thresholds", "front-door"): ("01273 290400", None),
    ("thresholds", "police"): ("999", None),
    ("early-help-plan", "domestic-abuse"): ("0330 222 8181", "DomesticAbuseServicesCentral@westsussex.gov.uk"),
}

# “Monday to Thursday: 8.30 – 5 pm, Friday: 8.30 – 4.30 pm”
HOURS = [("monday tuesday wednesday thursday", "08:30", "17:00"), ("friday", "08:30", "16:30")]
