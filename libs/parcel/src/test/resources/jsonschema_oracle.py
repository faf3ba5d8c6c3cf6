"""Answers, for each line with a schema and an instance in Base64, what jsonschema says of them."""

import base64
import json
import sys

import jsonschema

for line in sys.stdin:
    schema, instance = (json.loads(base64.b64decode(part)) for part in line.split())
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        fits = jsonschema.Draft202012Validator(schema).is_valid(instance)
        print("fits" if fits else "differs", flush=True)
    except Exception:
        print("refused", flush=True)
