"""What changed in a standard: its rule in words, before and after."""

from collections.abc import Iterator

from alongside.packs.diff.changes import Change
from alongside.packs.diff.parts import differences_of
from alongside.packs.format.pack import Pack
from alongside.packs.format.standards import Standard
from alongside.packs.telling.rules import role_name, rule_in_words

NOT_THE_RULE = ("id", "title", "owner", "help", "source")


def standard_changes(old: Standard, new: Standard, old_pack: Pack, new_pack: Pack) -> Iterator[Change]:
    """Yield what differs between two versions of one standard."""
    if old.owner != new.owner:
        yield Change(f"Whose task: was {role_name(old.owner, old_pack)}, is now {role_name(new.owner, new_pack)}.")
    rule = [key for key in Standard.model_fields if key not in NOT_THE_RULE]
    if any(getattr(old, key) != getattr(new, key) for key in rule):
        yield from _rule(old, new, old_pack, new_pack, rule)
    yield from differences_of(old, new, skip=" ".join(("owner", *rule)))


def _rule(old: Standard, new: Standard, old_pack: Pack, new_pack: Pack, keys: list[str]) -> Iterator[Change]:
    before, after = rule_in_words(old, old_pack), rule_in_words(new, new_pack)
    gone = [sentence for sentence in before if sentence not in after]
    came = [sentence for sentence in after if sentence not in before]
    if gone and came:
        yield Change(f"The rule was “{' '.join(gone)}” It is now “{' '.join(came)}”")
    elif gone or came:
        yield Change(
            f"The rule no longer says “{' '.join(gone)}”" if gone else f"The rule also says “{' '.join(came)}”"
        )
    else:  # what the sentences leave out, such as which data of an event count
        yield from differences_of(old, new, skip=" ".join(key for key in Standard.model_fields if key not in keys))
