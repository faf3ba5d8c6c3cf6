"""JSON Schema 2020-12 as far as parcels need it: where schemas stand, and the forms of keywords."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

TYPES = {"string", "integer", "number", "boolean", "array", "object", "null"}
REFUSED = {"$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary", "dependencies"}
REFUSED_AT_TOP = {"additionalProperties", "patternProperties", "unevaluatedProperties"}
_SINGLE = {
    "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
    "unevaluatedItems", "unevaluatedProperties",
}  # fmt: skip
_LISTS = {"allOf", "anyOf", "oneOf", "prefixItems"}
_MAPS = {"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"}


def is_number(value: Any) -> bool:
    """Whether it is a number of JSON; truth values are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_whole(value: Any) -> bool:
    """Whether it is a whole number; 1.0 is one."""
    return is_number(value) and (isinstance(value, int) or value.is_integer())


def _is_count(value: Any) -> bool:
    return is_whole(value) and value >= 0


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value) and len(set(value)) == len(value)


def _is_schema(value: Any) -> bool:
    return isinstance(value, (bool, dict))


def _is_type(value: Any) -> bool:
    return value in TYPES if isinstance(value, str) else bool(value) and _are_texts(value) and set(value) <= TYPES


def _is_map_of(value: Any, is_right: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(is_right(v) for v in value.values())


_FORMS: dict[str, Callable[[Any], bool]] = {
    "type": _is_type,
    "enum": lambda v: isinstance(v, list),
    "examples": lambda v: isinstance(v, list),
    "required": _are_texts,
    "dependentRequired": lambda v: _is_map_of(v, _are_texts),
    "multipleOf": lambda v: is_number(v) and v > 0,
}
_FORMS |= dict.fromkeys(("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"), is_number)
_FORMS |= dict.fromkeys(
    ("maxLength", "minLength", "maxItems", "minItems", "maxContains", "minContains", "maxProperties", "minProperties"),
    _is_count,
)
_FORMS |= dict.fromkeys(
    ("pattern", "$ref", "$schema", "$comment", "title", "description", "format", "contentEncoding", "contentMediaType"),
    _is_text,
)
_FORMS |= dict.fromkeys(("uniqueItems", "deprecated", "readOnly", "writeOnly"), _is_truth)
_FORMS |= dict.fromkeys(_SINGLE, _is_schema)
_FORMS |= dict.fromkeys(_LISTS, lambda v: isinstance(v, list) and bool(v) and all(_is_schema(s) for s in v))
_FORMS |= dict.fromkeys(_MAPS, lambda v: _is_map_of(v, _is_schema))


def wrong_keywords(schema: dict[str, Any]) -> list[str]:
    """The keywords of a schema whose values have not the form that they must have."""
    return [k for k, v in schema.items() if k in _FORMS and not _FORMS[k](v)]


def children(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The schemas that stand directly in one, each with its JSON pointer from there."""
    for key, value in schema.items():
        if key in _SINGLE and _is_schema(value):
            yield "/" + escaped(key), value
        elif key in _LISTS and isinstance(value, list):
            yield from ((f"/{key}/{i}", s) for i, s in enumerate(value) if _is_schema(s))
        elif key in _MAPS and isinstance(value, dict):
            yield from ((f"/{escaped(key)}/{escaped(k)}", s) for k, s in value.items() if _is_schema(s))


def escaped(name: str) -> str:
    """A name as a part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")
