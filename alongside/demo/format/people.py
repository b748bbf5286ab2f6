"""Who somebody is."""

from typing import Literal

from alongside.demo.format.base import Told


class Somebody(Told):
    """A person. Ages are reckoned from the day the demo is loaded, so that nobody outgrows their story."""

    given: str = ""
    family: str | None = None
    called: str = ""
    role: Literal["child", "unborn-child", "parent-or-carer", "other-adult", "significant-other"]
    years: int | None = None
    months: int = 0
    weeks: int = 0
    due_in_weeks: int | None = None
    born_weeks_ago: int | None = None
    same_as: str = ""
    sex: Literal["female", "male", "intersex", "not-known", ""] = ""
    pronouns: Literal["she", "he", "they"] = "they"
    ethnicity: str = ""
    religion: str = ""
    language: str = ""
    other_languages: str = ""
    interpreter: str = ""
    school: str = ""
    year: str = ""
    work: str = ""
    gp: str = ""
    disabilities: str = ""
    needs: str = ""
    contact: str = ""
    phone: bool = False
    lives_here: bool = True
    address: str = ""
    hidden_because: str = ""
    also_known_as: str = ""
