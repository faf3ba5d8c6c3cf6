"""JSON as parcels have it: written by RFC 8785, read with mistrust."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_DEEPEST = 200


class NoJson(Exception):
    """A text that is no JSON, or says something twice; the line is 0 where it is not known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class TooDeep(NoJson):
    """A text nested deeper than anybody needs."""


def write(value: Any) -> bytes:
    """The one form of a value of objects, arrays, texts, booleans and whole numbers."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def read(content: bytes, most_depth: int = _DEEPEST) -> Any:
    """Reads a text; NoJson if it is none, has a member twice or is too deep."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise NoJson("it is not UTF-8") from None
    if _depth(text) > most_depth:
        raise TooDeep(f"it is nested more than {most_depth} deep")
    try:
        value = json.loads(text, object_pairs_hook=_members, parse_constant=_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as e:
        raise NoJson(f"it is no JSON: {e.msg}", e.lineno) from None
    except ValueError as e:
        raise NoJson(f"it is no JSON: {e}") from None
    return value


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise NoJson("an object has a member twice")
    return members


def _constant(name: str) -> Any:
    raise NoJson(f"{name} is no number of JSON")


def _depth(text: str) -> int:
    deepest = depth = 0
    in_text = escaped = False
    for c in text:
        if in_text:
            in_text, escaped = (c != '"' or escaped), (c == "\\" and not escaped)
        elif c in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif c in "]}":
            depth -= 1
        elif c == '"':
            in_text = True
    return deepest


def digest(content: bytes) -> str:
    """The digest of a blob."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
