"""Who works for Alderbridge, in which teams."""

from dataclasses import dataclass, field
from random import Random

from django.contrib.auth.hashers import make_password

from alongside.access import actions
from alongside.access.models import Team, User
from alongside.demo.sign_ins import PASSWORD

SERVICE = "Early help service"
TEAMS = {"riverside": "Riverside early help", "hilltop": "Hilltop early help", "harbour": "Harbour early help"}

# Key, name, role, team, what they do, and for whom when they work elsewhere.
PEOPLE = (
    ("sanjay", "Sanjay Dhillon", "administrator", "", "Systems administrator", ""),
    ("amara", "Amara Nwosu", "practitioner", "riverside", "Early help practitioner", ""),
    ("daniel", "Daniel Cray", "practitioner", "riverside", "Family support worker", ""),
    ("sioned", "Sioned Parry", "practitioner", "riverside", "Early help practitioner", ""),
    ("helen", "Helen Brackley", "manager", "riverside", "Team manager", ""),
    ("grace", "Grace Oduya", "practitioner", "hilltop", "Early help practitioner", ""),
    ("callum", "Callum Reddy", "practitioner", "hilltop", "Family support worker", ""),
    ("ruth", "Ruth Lavender", "practitioner", "hilltop", "Early help practitioner", ""),
    ("yusuf", "Yusuf Rahmani", "manager", "hilltop", "Team manager", ""),
    ("leila", "Leila Haddad", "practitioner", "harbour", "Early help practitioner", ""),
    ("owen", "Owen Fairbrother", "practitioner", "harbour", "Youth and family worker", ""),
    ("margaret", "Margaret Tolley", "manager", "harbour", "Team manager", ""),
    ("marcus", "Marcus Ingleby", "partner", "riverside", "Pastoral lead", "Millbrook Primary School"),
    ("jo", "Jo Penhallow", "partner", "harbour", "Health visitor", "Alderbridge community health"),
    ("nadia", "Nadia Sorrell", "adviser", "", "Front door adviser", ""),
    ("carol", "Carol Wetherby", "duty-manager", "", "Duty manager", ""),
    ("ines", "Ines Marchetti", "senior-manager", "", "Head of early help", ""),
    ("imogen", "Imogen Vale", "chair", "", "Child protection reviewing officer", ""),
    ("tobias", "Tobias Quill", "minute-taker", "", "Minute-taker", ""),
    ("kwame", "Kwame Tetteh", "practice-lead", "", "Practice lead", ""),
    ("fiona", "Fiona Ashcombe", "auditor", "", "Information governance officer", ""),
)
MANAGERS = {"riverside": "helen", "hilltop": "yusuf", "harbour": "margaret"}


@dataclass
class Staff:
    """The accounts and teams by their keys, such as `amara` and `riverside`."""

    people: dict[str, User] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)

    def manager_of(self, team: str) -> User:
        return self.people[MANAGERS[team]]

    def somebody_else(self, team: str, besides: str, rng: Random) -> User:
        """Return another practitioner of the team."""
        return self.people[
            rng.choice(
                [key for key, _, role, at, *_ in PEOPLE if (role, at) == ("practitioner", team) and key != besides]
            )
        ]


def make_staff() -> Staff:
    """Make the teams and everybody's account with its post; the first account makes the others."""
    staff, by = Staff(), None
    staff.teams = {key: actions.add_team(name=name, by=None) for key, name in {"": SERVICE, **TEAMS}.items()}
    for key, name, role, team, job, agency in PEOPLE:
        email = f"{name.lower().replace(' ', '.')}@example.org"
        account = actions.add_account(name=name, email=email, by=by, job_title=job, agency=agency)
        actions.give_post(account=account, team=staff.teams[team], role=role, by=by)
        staff.people[key] = account
        by = by or account
    # One password for all, so one hash: to reckon it is slow on purpose.
    User.objects.update(password=make_password(PASSWORD))
    return staff
