"""Reading people and families, in the words of practice."""

from alongside.people.queries.duplicates import NearDuplicates, near_duplicates
from alongside.people.queries.families import (
    emergency_accesses_to_see,
    ever_involved,
    families_of,
    involved_with,
    lead_practitioner_of,
)
from alongside.people.queries.members import (
    Member,
    all_members_of,
    children_of,
    language_needs,
    members_of,
    past_members_of,
)
from alongside.people.queries.merged import (
    kept_names,
    kept_of,
    kept_record,
    kept_records,
    records_of,
    standing_merges,
)
from alongside.people.queries.opening import lead_when_opened, open_family
from alongside.people.queries.relationships import relationships_among, relationships_of
from alongside.people.queries.search import FoundFamily, FoundPerson, find_families, find_people

__all__ = [
    "FoundFamily",
    "FoundPerson",
    "Member",
    "NearDuplicates",
    "all_members_of",
    "children_of",
    "emergency_accesses_to_see",
    "ever_involved",
    "families_of",
    "find_families",
    "find_people",
    "involved_with",
    "kept_names",
    "kept_of",
    "kept_record",
    "kept_records",
    "language_needs",
    "lead_practitioner_of",
    "lead_when_opened",
    "members_of",
    "near_duplicates",
    "open_family",
    "past_members_of",
    "records_of",
    "relationships_among",
    "relationships_of",
    "standing_merges",
]
