"""The ways of coming to a meeting, and of not coming."""

CAME = {"in-person": "In person", "online": "Online", "apologies": "Sent apologies", "absent": "Not there"}
THERE = ("in-person", "online")
ABSENT = ("apologies", "absent")
