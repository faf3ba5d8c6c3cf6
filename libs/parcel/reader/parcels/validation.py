"""Whether a value fits a schema, by the keywords that parameters have."""

from __future__ import annotations

import json
import re
from typing import Any

from .keywords import is_number, is_whole

_FOREIGN = re.compile(r"\(\?(?:[=!>(#]|<[=!]|P[=>])|\\[1-9ZKGk]|[*+?}]\+")
"""What Python's expressions have and RE2's have not."""
_OF_RE2 = re.compile(r"\\(?:[pPzQEC]|x\{)|\[\[:|\(\?[a-zA-Z-]*U|\(\?<[A-Za-z_]")
"""What RE2's expressions have and Python's have not."""
_REPEATED = re.compile(r"[*+}]")
_PART = re.compile(
    r"\\Q(?:(?!\\E).)*(?:\\E)?|\\[pPx]\{[^}]*\}|\\.|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\.|[^\]\\])*\]"
    r"|\{([0-9]{1,4})(?:,([0-9]{0,4}))?\}|.",
    re.DOTALL,
)
"""What is read as one: an escape, a class, a count, or whatever single character it is."""
_MOST_REPEATED_IN_ALL = 1_000
_LONGEST_MATCHED = 200
_MOST_REPEATED = 3
_MOST_COMPARISONS = 1_000_000


def repetitions(pattern: str) -> int:
    """How often one part is repeated when all counts are written out: 600 times in (a{20}){30}."""
    around: list[int] = []
    group = last = 1
    for part in _PART.finditer(pattern):
        text = part.group()
        if part.group(1):
            last *= max(1, int(part.group(2) or part.group(1)))
            group = max(group, last)
        elif text == "(":
            around.append(group)
            group = last = 1
        elif text == ")" and around:
            last, group = group, max(group, around.pop())
        elif text not in ("*", "+", "?"):
            last = 1
    return max([group, *around])


def is_pattern(pattern: str) -> bool:
    """Whether it is an expression of RE2, as far as Python can tell."""
    if _FOREIGN.search(pattern) or any(int(n) > 1000 for n in re.findall(r"\{,?([0-9]{1,9})", pattern)):
        return False
    if repetitions(pattern) > _MOST_REPEATED_IN_ALL:
        return False
    if _OF_RE2.search(pattern):
        return True
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _matches(pattern: str, text: str) -> bool:
    """Simple expressions only: no other could be tried in bounded time, so all texts fit those."""
    is_simple = len(_REPEATED.findall(pattern)) <= _MOST_REPEATED and not re.search(r"\)[*+?{]", pattern)
    if not is_simple or len(text) > _LONGEST_MATCHED or _OF_RE2.search(pattern) or not is_pattern(pattern):
        return True
    return re.search(pattern, text) is not None


def _is_of_type(value: Any, name: str) -> bool:
    return {
        "string": isinstance(value, str),
        "integer": is_whole(value),
        "number": is_number(value),
        "boolean": isinstance(value, bool),
        "array": isinstance(value, list),
        "object": isinstance(value, dict),
        "null": value is None,
    }[name]


def same(a: Any, b: Any) -> bool:
    """Whether two values are the same in JSON: 1 and 1.0 are, 1 and true are not."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    return a == b


_OF_NUMBERS = {
    "minimum": lambda v, limit: v >= limit,
    "maximum": lambda v, limit: v <= limit,
    "exclusiveMinimum": lambda v, limit: v > limit,
    "exclusiveMaximum": lambda v, limit: v < limit,
}
_OF_TEXTS = {
    "minLength": lambda v, limit: len(v) >= limit,
    "maxLength": lambda v, limit: len(v) <= limit,
    "pattern": lambda v, pattern: _matches(pattern, v),
}
_OF_ARRAYS = {
    "minItems": lambda v, limit: len(v) >= limit,
    "maxItems": lambda v, limit: len(v) <= limit,
    "uniqueItems": lambda v, unique: not unique or len({json.dumps(m, sort_keys=True) for m in v}) == len(v),
}


class Validator:
    """Compares one value with a schema, whose references lead to schemas by their JSON pointers.

    What takes too many comparisons does not fit.
    """

    def __init__(self, schemas: dict[str, Any]) -> None:
        self._schemas = schemas
        self._left = _MOST_COMPARISONS

    def fits(self, value: Any, schema: Any) -> bool:
        """Whether the value fits."""
        if isinstance(schema, bool):
            return schema
        self._left -= 1 + len(schema.get("enum", []))
        if self._left < 0:
            return False
        reference = schema.get("$ref")
        if reference is not None and not self.fits(value, self._schemas.get(reference, True)):
            return False
        return _fits_values(value, schema) and _fits_kind(value, schema) and self._fits_parts(value, schema)

    def _fits_parts(self, value: Any, schema: dict[str, Any]) -> bool:
        items = schema.get("items", True)
        are_items = isinstance(value, list) and "prefixItems" not in schema
        return (
            all(self.fits(value, part) for part in schema.get("allOf", []))
            and ("anyOf" not in schema or any(self.fits(value, part) for part in schema["anyOf"]))
            and ("oneOf" not in schema or sum(self.fits(value, part) for part in schema["oneOf"]) == 1)
            and ("not" not in schema or not self.fits(value, schema["not"]))
            and (not are_items or all(self.fits(member, items) for member in value))
        )


def _fits_values(value: Any, schema: dict[str, Any]) -> bool:
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    return (
        (not types or any(_is_of_type(value, t) for t in types))
        and ("const" not in schema or same(value, schema["const"]))
        and ("enum" not in schema or any(same(value, e) for e in schema["enum"]))
    )


def _fits_kind(value: Any, schema: dict[str, Any]) -> bool:
    if is_number(value):
        limits = _OF_NUMBERS
    elif isinstance(value, str):
        limits = _OF_TEXTS
    else:
        limits = _OF_ARRAYS if isinstance(value, list) else {}
    return all(holds(value, schema[key]) for key, holds in limits.items() if key in schema)
