"""Seals and opens private keys as cosign does, with libsodium and OpenSSL: seal|open PASSWORD, PEM and DER."""
import base64
import hashlib
import json
import os
import sys
import textwrap

import nacl.secret

LABEL = "ENCRYPTED SIGSTORE PRIVATE KEY"


def derive(password, salt, cost):
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=8, p=1, maxmem=2**28, dklen=32)


def seal(der, password):
    salt = os.urandom(32)
    cost = 65536
    nonce = os.urandom(24)
    box = nacl.secret.SecretBox(derive(password, salt, cost)).encrypt(der, nonce).ciphertext
    text = json.dumps({
        "kdf": {"name": "scrypt", "params": {"N": cost, "r": 8, "p": 1},
                "salt": base64.b64encode(salt).decode()},
        "cipher": {"name": "nacl/secretbox", "nonce": base64.b64encode(nonce).decode()},
        "ciphertext": base64.b64encode(box).decode()})
    body = "\n".join(textwrap.wrap(base64.b64encode(text.encode()).decode(), 64))
    return f"-----BEGIN {LABEL}-----\n{body}\n-----END {LABEL}-----\n".encode()


def unseal(pem, password):
    lines = pem.decode().splitlines()
    assert lines[0] == f"-----BEGIN {LABEL}-----" and lines[-1] == f"-----END {LABEL}-----"
    data = json.loads(base64.b64decode("".join(lines[1:-1])))
    assert data["kdf"]["params"]["r"] == 8 and data["kdf"]["params"]["p"] == 1
    key = derive(password, base64.b64decode(data["kdf"]["salt"]), data["kdf"]["params"]["N"])
    return nacl.secret.SecretBox(key).decrypt(
        base64.b64decode(data["ciphertext"]), base64.b64decode(data["cipher"]["nonce"]))


sys.stdout.buffer.write(
    {"seal": seal, "open": unseal}[sys.argv[1]](sys.stdin.buffer.read(), sys.argv[2]))
