"""parameters.schema.json: what parameters there are, and what is wrong with their schemas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from . import canonical
from .definition import TAKEN
from .keywords import REFUSED, REFUSED_AT_TOP, children, wrong_keywords
from .problems import Problems
from .validation import Validator, is_pattern

FILE = "parameters.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MOST_PARAMETERS, _MOST_SCHEMAS, _DEEPEST = 1_000, 100_000, 32
_NAME = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)*")
_PARAMETER = re.compile(r"#/properties/[^/]*")
_LONGEST_PATTERN = 1_000
_SIMPLE = ("string", "integer", "number", "boolean")
_FROM = re.compile(
    r"(?:fact|estate):[A-Za-z0-9._-]+|requirement:(?P<binding>[a-z0-9-]+)\.[A-Za-z0-9._-]+"
    r"|(?P<generate>generate:password)(?::(?P<length>[1-9][0-9]{1,2}))?"
)


@dataclass
class Parameters:
    """The schemas of a document by their JSON pointers, and those of parameters by name."""

    schemas: dict[str, Any] = field(default_factory=dict)
    by_name: dict[str, Any] = field(default_factory=dict)

    def fit(self, name: str, value: Any) -> bool:
        """Whether a value fits what is said of a parameter, as far as that can be told in bounded time and depth.

        All fit one that is not there.
        """
        try:
            return Validator(self.schemas).fits(value, self.by_name.get(name, True))
        except RecursionError:
            return False


def read(text: bytes, problems: Problems) -> Parameters | None:
    """Reads a document; None if it can be used for nothing."""
    try:
        document = canonical.read(text, _DEEPEST)
    except canonical.TooDeep as e:
        problems.add(FILE, 0, "parcel.schema-too-large", str(e))
        return None
    except canonical.NoJson as e:
        problems.add(FILE, e.line, "parcel.schema-broken", str(e))
        return None
    return _Reader(document, problems).read()


class _Reader:
    def __init__(self, document: Any, problems: Problems) -> None:
        self.document = document
        self.problems = problems
        self.parameters = Parameters()
        self.edges: dict[str, list[str]] = {}

    def _problem(self, code: str, message: str) -> None:
        self.problems.add(FILE, 0, "parcel." + code, message)

    def read(self) -> Parameters | None:
        document = self.document
        if not isinstance(document, dict) or document.get("type", "object") != "object":
            self._problem("schema-wrong", "it is not the schema of an object")
            return None
        before = Problems()
        own, self.problems = self.problems, before
        self._collect()
        if document.get("$schema", DIALECT) != DIALECT:
            self._problem("schema-wrong", f"$schema is not {DIALECT}")
        for key in sorted(REFUSED_AT_TOP & set(document)):
            self._problem("schema-keyword", f"schemas of parcels have no {key} at the top")
        self._references()
        if not before:
            self._measure()
        own.extend(before)
        self.problems = own
        if before:
            return None
        self._names()
        return self.parameters

    def _collect(self) -> None:
        waiting = [("#", self.document)]
        while waiting:
            at, schema = waiting.pop()
            self.parameters.schemas[at] = schema
            self.edges[at] = []
            if isinstance(schema, bool):
                continue
            for key in sorted((REFUSED | ({"$schema"} if at != "#" else set())) & set(schema)):
                self._problem("schema-keyword", f"at {at}: schemas of parcels have no {key}")
            for key in wrong_keywords(schema):
                self._problem("schema-wrong", f"at {at}: {key} has a value that it cannot have")
            for key in sorted({"secret", "from"} & set(schema)) if not _PARAMETER.fullmatch(at) else []:
                self._problem("parameter-" + key, f"at {at}: {key} stands in a schema that is none of a parameter")
            pattern = schema.get("pattern")
            if isinstance(pattern, str) and (len(pattern) > _LONGEST_PATTERN or not is_pattern(pattern)):
                self._problem("pattern-wrong", f"at {at}: '{pattern[:80]}' is no expression of RE2")
            for path, child in children(schema):
                self.edges[at].append(at + path)
                waiting.append((at + path, child))

    def _references(self) -> None:
        schemas = self.parameters.schemas
        for at, schema in list(schemas.items()):
            reference = schema.get("$ref") if isinstance(schema, dict) else None
            if not isinstance(reference, str):
                continue
            if reference in schemas:
                self.edges[at].append(reference)
            else:
                self._problem("schema-reference", f"at {at}: $ref leads to no schema of this document: {reference}")

    def _measure(self) -> None:
        """Counts schemas and depth with each reference replaced, from the innermost outwards."""
        sizes: dict[str, tuple[int, int]] = {}
        open_: set[str] = set()
        waiting = ["#"]
        while waiting:
            at = waiting[-1]
            missing = [e for e in self.edges[at] if e not in sizes]
            if at in sizes or not missing:
                sizes.setdefault(at, self._size(at, sizes))
                open_.discard(at)
                waiting.pop()
                continue
            open_.add(at)
            if any(e in open_ for e in missing):
                self._problem("schema-endless", f"at {at}: a $ref leads back to a schema that it is part of")
                return
            waiting += missing
        count, depth = sizes["#"]
        if count > _MOST_SCHEMAS or depth > _DEEPEST:
            message = f"it has more than {_MOST_SCHEMAS} schemas, or nests them more than {_DEEPEST} deep"
            self._problem("schema-too-large", message)

    def _size(self, at: str, sizes: dict[str, tuple[int, int]]) -> tuple[int, int]:
        count = 1 + sum(sizes[edge][0] for edge in self.edges[at])
        depth = 1 + max((sizes[edge][1] for edge in self.edges[at]), default=0)
        return min(count, _MOST_SCHEMAS + 1), depth

    def _names(self) -> None:
        by_name = self.document.get("properties", {})
        if len(by_name) > _MOST_PARAMETERS:
            self._problem("schema-too-large", f"there are more than {_MOST_PARAMETERS} parameters")
            return
        self.parameters.by_name = by_name
        for name in by_name:
            if not _NAME.fullmatch(name) or len(name) > 100 or name in TAKEN | {"consumer"}:
                self._problem("parameter-name", f"no parameter can be called '{name[:100]}'")


def check(own: Parameters, bindings: set[str] | None, problems: Problems) -> None:
    """Tells what is wrong with single parameters; bindings are those of the parcel, if they are known.

    Whether values fit the schemas of bases, too, is seen when all of them are known.
    """
    for name, schema in own.by_name.items():
        for code, message in _faults(name, schema, own, bindings):
            problems.add(FILE, 0, "parcel.parameter-" + code, message)


def _faults(name: str, schema: Any, parameters: Parameters, bindings: set[str] | None) -> list[tuple[str, str]]:
    found = []
    type_ = _type(schema, parameters)
    if type_ is None:
        found.append(("type", f"{name} states no type that parameters have"))
    if not isinstance(schema, dict):
        return found
    secret, source = schema.get("secret", False), schema.get("from")
    if not isinstance(secret, bool) or (secret and "default" in schema):
        found.append(("secret", f"the secret of {name} is neither true nor false, or has a default"))
    elif "default" in schema and type_ and not parameters.fit(name, schema["default"]):
        found.append(("default", f"the default of {name} does not fit its schema"))
    if source is None and "from" not in schema:
        return found
    parts = _FROM.fullmatch(source) if isinstance(source, str) else None
    if parts is None or not _is_from(parts, type_, bindings) or (parts.group("generate") and secret is not True):
        found.append(("from", f"{name} takes its value from what does not exist, or is no secret string, which what is generated is"))
    return found


def _is_from(parts: re.Match[str], type_: str | None, bindings: set[str] | None) -> bool:
    if parts.group("binding") is not None:
        return bindings is None or parts.group("binding") in bindings
    if parts.group("generate") is not None:
        return type_ == "string" and 16 <= int(parts.group("length") or 32) <= 128
    return True


def _type(schema: Any, parameters: Parameters) -> str | None:
    schema = _stating(schema, "type", parameters)
    type_ = schema.get("type") if isinstance(schema, dict) else None
    if type_ != "array":
        return type_ if isinstance(type_, str) and type_ in _SIMPLE else None
    holder = _stating(schema, "items", parameters)
    items = _stating(holder.get("items"), "type", parameters) if isinstance(holder, dict) else None
    return "array" if isinstance(items, dict) and items.get("type") in list(_SIMPLE) else None


def _stating(schema: Any, keyword: str, parameters: Parameters) -> Any:
    """The schema, or the first on the way of its references, that has a keyword."""
    while isinstance(schema, dict) and keyword not in schema and "$ref" in schema:
        schema = parameters.schemas[schema["$ref"]]
    return schema
