"""The field types a form may use, and which of a field's optional keys each must or may have."""

from dataclasses import dataclass

# Every field may have these, whatever its type.
ALWAYS = frozenset({"id", "type", "label", "hint", "purpose", "needed", "only", "starts_empty"})


@dataclass(frozen=True)
class FieldType:
    """One kind of question: what it is for, the keys it must have and those it may have."""

    about: str
    must: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()

    @property
    def allowed(self) -> frozenset[str]:
        """Every key that a field of this type may have."""
        return ALWAYS | self.must | self.may


def _type(about: str, *, must: str = "", may: str = "") -> FieldType:
    return FieldType(about, frozenset(must.split()), frozenset(may.split()))


FIELD_TYPES = {
    "narrative": _type("words, with prompts beside them", may="prompts size offers words_of"),
    "text": _type("a few words on one line", may="prompts size offers words_of unique"),
    "choice": _type("one option of several, or more than one", must="options", may="options_from several offers"),
    "checklist": _type("things to tick off, each with room for a note", must="options", may="options_from offers"),
    "tally": _type("questions answered yes, no or not known, and counted", must="options bands"),
    "date": _type("a day", may="offers"),
    "people": _type("people of the family, or others", may="who several offers"),
    "household": _type("who lives in the household or belongs to it, each with what is known of them"),
    "said": _type(
        "what was said or seen, by whom, and how it is known; what is known at first hand joins the map",
        must="column options",
        may="prompts",
    ),
    "people-seen": _type("who was seen, and which children alone", may="who"),
    "statements": _type(
        "statements for one column of the map", must="column", may="scale prompts offers words_of who each_settled"
    ),
    "rating": _type("a number on a scale, for each person who is asked", must="scale", may="prompts who offers"),
    "star": _type("the areas of a star, rated", must="scale", may="prompts who offers"),
    "actions": _type("who does what by when", may="prompts who offers"),
    "outcomes": _type("what should be different: where it stands, how it is seen, by when", may="prompts offers"),
    "changed-since": _type("nothing: it shows what changed since the last such record, and is kept with this one"),
    "outcome-progress": _type("how each outcome that is worked towards stands now", may="prompts"),
    "outcome-evidence": _type("for each need that was identified: how it is now, what shows it, and since when"),
    "school-attendance": _type("how often each child of school age is in school"),
    "work-done": _type("what was done while support was open: visits, meetings, actions that ended"),
    "progress": _type("how each open action is going", may="prompts"),
    "open-items": _type("what is still open, each with what happens to it", may="prompts"),
    "attendance": _type(
        "who came to a meeting, how, who could not, and how an absent child was heard", may="who prompts"
    ),
    "indicators": _type("signs of the threshold matrix, for each child", may="who prompts"),
    "shown-fact": _type("the day something last happened, read from the record", must="facts"),
    "carried-over": _type("the latest words of an earlier record, kept with this one", must="offers", may="words_of"),
    "brought-in": _type("what another record brings in by itself, shown once there is something", must="offers"),
    "as-it-stands": _type("a part of the record as it stands, kept with this one", must="shows"),
    "actions-since": _type("what became of the actions agreed in the last such record"),
    "rough-date": _type("when something was, if only the month, the season or the year is known", may="offers"),
    "dangers": _type("what anybody must know before they visit; those that stand are looked at again", may="who"),
    "interpreter": _type("who interpreted; somebody under 18 is refused"),
    "drawing": _type("drawn by hand, one sheet for each option", must="options described_in"),
    "documents": _type("files that belong to the record, filed when it is final", must="files_in"),
    "contributions": _type("what each agency was asked to contribute and sent, kept as it was sent", may="told_in"),
    "genogram": _type("the genogram; its options are what may be said of each person", must="options"),
    "agreement": _type("who agrees to what, and what they except", may="who options prompts each_agency"),
}
