"""JSON Schema for readers: an example of a value, and the name of a type."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
SAMPLES = {"string": "…", "integer": 1, "number": 1.5, "boolean": True, "null": None}


def example(schema: Schema, components: Schema) -> Any:
    """A value that fits, from the examples in the schema where it has some."""
    if "$ref" in schema:
        return example(components[schema["$ref"].rsplit("/", 1)[-1]], components)
    if samples := schema.get("examples") or schema.get("enum"):
        return samples[0]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], components)
    match schema.get("type"):
        case "object":
            fields = schema.get("properties", {})
            return {name: example(field, components) for name, field in fields.items()}
        case "array":
            return [example(schema["items"], components)]
        case kind:
            return schema.get("const", SAMPLES[str(kind)])


def type_name(schema: Schema) -> str:
    """What a parameter may be, in a few words."""
    kinds = [option["type"] for option in schema.get("anyOf", [schema])]
    name = " or ".join(kind for kind in kinds if kind != "null")
    if "minimum" in schema and "maximum" in schema:
        return f"{name}, {schema['minimum']} to {schema['maximum']}"
    return name
