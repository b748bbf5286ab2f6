"""Who can sign in to the demo. All of them are invented, and their password is public: it opens nothing real."""

from dataclasses import dataclass

PASSWORD = "one-story-one-map"


@dataclass(frozen=True)
class SignIn:
    """Somebody to be for a while: their role in words, who they are, and what is worth trying as them."""

    role: str
    name: str
    email: str
    password: str
    what_to_try: str


SIGN_INS: list[SignIn] = [
    SignIn(
        "Lead practitioner",
        "Amara Nwosu",
        "amara.nwosu@example.org",
        PASSWORD,
        "My work, go on with a draft, hold a review with a family you lead",
    ),
    SignIn(
        "Family support worker",
        "Daniel Cray",
        "daniel.cray@example.org",
        PASSWORD,
        "start an initial conversation, write up a visit, see what is overdue and why",
    ),
    SignIn(
        "School partner",
        "Marcus Ingleby",
        "marcus.ingleby@example.org",
        PASSWORD,
        "see only the families you are part of, and record a conversation at school",
    ),
    SignIn(
        "Front door adviser",
        "Nadia Sorrell",
        "nadia.sorrell@example.org",
        PASSWORD,
        "take a guide that was sent, write while you talk, and tell the caller what comes of it",
    ),
    SignIn(
        "Manager",
        "Helen Brackley",
        "helen.brackley@example.org",
        PASSWORD,
        "the team’s work, sign off an ending, look into an emergency access",
    ),
    SignIn(
        "Duty manager",
        "Carol Wetherby",
        "carol.wetherby@example.org",
        PASSWORD,
        "look at new families in every team and give them a lead practitioner",
    ),
    SignIn(
        "Senior manager",
        "Ines Marchetti",
        "ines.marchetti@example.org",
        PASSWORD,
        "see every family that is not restricted, and what is late where",
    ),
    SignIn(
        "Conference chair",
        "Imogen Vale",
        "imogen.vale@example.org",
        PASSWORD,
        "decide who reads which report before a conference, and see how the last one was for those who came",
    ),
    SignIn(
        "Practice lead",
        "Kwame Tetteh",
        "kwame.tetteh@example.org",
        PASSWORD,
        "see that looking after packs opens no family; packs are published on the command line",
    ),
    SignIn(
        "Administrator",
        "Sanjay Dhillon",
        "sanjay.dhillon@example.org",
        PASSWORD,
        "make accounts and teams, without seeing any family",
    ),
    SignIn(
        "Auditor",
        "Fiona Ashcombe",
        "fiona.ashcombe@example.org",
        PASSWORD,
        "read who looked at what and who changed what",
    ),
]
