"""Management oversight."""

from alongside.demo.format import Oversight
from alongside.demo.telling import Telling
from alongside.demo.writing.records import Answers


def oversight(telling: Telling, mood: str, *, occasion: str) -> Answers:
    """Answer what a manager considered, on this occasion and as things are."""
    pool = {"new-case": "new", "ending": "ending"}.get(occasion, "regular")
    told: Oversight = telling.say(f"oversight.{pool}", mood=mood)
    return {
        "occasion": [occasion],
        "considered": told.considered,
        "evidence": told.evidence,
        "impact-on-child": told.impact,
        "decision": told.decision,
    }
