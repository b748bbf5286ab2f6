"""Field types: each a folder of one shape (its class here, its page part in edit.jinja); learn one and know all."""

from alongside.story.fields.registry import field_type, register, registered

__all__ = ["field_type", "register", "registered"]
