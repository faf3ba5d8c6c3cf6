package dev.cadastre.api;

/**
 * A changed SSH host key that a person vouches for.
 *
 * @param fingerprint as OpenSSH prints it, {@code SHA256:…}
 */
public record KeyAcceptance(String fingerprint) {}
