package dev.cadastre.server.dispatch;

/**
 * A public key that a host is known by, as a line of {@code known_hosts} has it.
 *
 * @param name of a declared host, in lower case and without a port; else an address as ssh writes
 *     it, {@code [fd00::1]:2222}
 * @param type {@code ssh-ed25519} and the like
 * @param base64 the key itself
 */
public record PinnedKey(String name, String type, String base64) {

    PinnedKey called(String otherName) {
        return new PinnedKey(otherName, type, base64);
    }
}
