"""Answers what configparser reads from INI texts: one base64 text a line in, one line out."""
import base64
import configparser
import io
import sys


def token(text):
    return base64.b64encode(text.encode()).decode()


def value_of(parser, section, key):
    try:
        return "=" + token(parser.get(section, key))
    except configparser.InterpolationError:
        return "!"


def answer(text):
    parser = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    try:
        # newline=None: line ends are translated as they are when a file is opened.
        parser.read_file(io.StringIO(text, newline=None))
    except configparser.Error:
        return "refused"
    words = ["read"]
    for section in ["DEFAULT"] + parser.sections():
        words.append("[" + token(section))
        for key in parser[section]:
            words.append(token(key) + value_of(parser, section, key).replace("=", "~", 1))
    return " ".join(words)


for line in sys.stdin:
    print(answer(base64.b64decode(line).decode()), flush=True)
