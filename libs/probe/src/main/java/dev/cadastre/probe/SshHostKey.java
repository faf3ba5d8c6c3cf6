package dev.cadastre.probe;

/**
 * A public key by which a host proves itself to SSH clients.
 *
 * @param type the algorithm, for example {@code ssh-ed25519}
 * @param fingerprint as OpenSSH prints it: {@code SHA256:} and unpadded base64
 */
public record SshHostKey(String type, String fingerprint) {}
