"""The JSON Schema of the pack format, for editors that check and complete while one writes."""

import json

from pydantic.json_schema import models_json_schema

from alongside.packs.format.forms import Form
from alongside.packs.format.pack_file import PackFile
from alongside.packs.format.scales import ScalesFile
from alongside.packs.format.standards_file import StandardsFile
from alongside.packs.format.thresholds import ThresholdsFile

FILES = (PackFile, Form, StandardsFile, ScalesFile, ThresholdsFile)


def schema_text() -> str:
    """Return one schema that fits any file of a pack, with a definition for each kind of file."""
    references, schema = models_json_schema([(model, "validation") for model in FILES])
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of an Alongside practice pack",
        "description": "pack.yaml is a PackFile; each of forms/*.yaml is a Form; standards.yaml, scales.yaml and "
        "thresholds.yaml are named likewise.",
        "anyOf": [references[(model, "validation")] for model in FILES],
        "$defs": schema["$defs"],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
