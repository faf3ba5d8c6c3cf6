"""Reads pairs of versions divided by tabs; says of each how the library packaging orders them."""
import sys

from packaging.version import InvalidVersion, Version

for line in sys.stdin.buffer.read().decode().split("\n")[:-1]:
    try:
        a, b = map(Version, line.split("\t"))
        print((a > b) - (a < b))
    except InvalidVersion:
        print("refused")
