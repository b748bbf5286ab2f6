"""The kinds of notice, and what a mail says of each: never a name, never what it is about."""

from collections.abc import Mapping

# Of these one unread notice about a family is enough, however many ways led to it.
ONCE_UNREAD = frozenset({"allocation", "involved"})

KINDS: Mapping[str, str] = {
    "front-door-call": "Somebody goes on with a call of yours at the front door.",
    "front-door": "The front door was contacted about a family you work with.",
    "safeguarding": "A safeguarding concern needs you now.",
    "sign-off": "A record waits for your sign-off.",
    "returned": "A record came back to you with a comment.",
    "signed": "A record of yours was signed off.",
    "allocation": "A family was given to you or your team.",
    "waiting": "A family waits for oversight or for a worker.",
    "transfer": "A family is to be handed over to you or your team.",
    "request": "Somebody asks for your contribution.",
    "contribution": "What you asked for has come.",
    "late-contribution": "What you asked somebody for has not come by its day.",
    "meeting": "You are invited to a meeting, or a meeting has changed.",
    "reading-pack": "What there is to read before a meeting is there for you.",
    "decided": "What a meeting that you were asked to decided is there to read.",
    "visit": "A visit of yours was planned, moved or called off.",
    "buddy": "You are asked to be somebody’s buddy.",
    "not-back": "Somebody has not said that they are safe, or has now.",
    "minutes": "What was agreed at a meeting that you could not come to is there to read.",
    "agreement": "A family you work with withdrew its agreement, or did not give it.",
    "decision": "A decision was made about a family you work with.",
    "amended": "A record that you wrote or work with was put right.",
    "action": "Something was agreed that you do.",
    "involved": "You work with a family from now on.",
    "emergency": "A record of your team was opened in an emergency.",
    "message": "There is something new about a family you work with.",
}
