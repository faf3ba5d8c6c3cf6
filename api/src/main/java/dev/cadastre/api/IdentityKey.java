package dev.cadastre.api;

/**
 * One of the keys by which a host is recognised.
 *
 * @param value as the host told it
 */
public record IdentityKey(Kind kind, String value) {

    /** What a host can be recognised by. */
    public enum Kind {
        MACHINE_ID,
        SSH_HOST_KEY,
        DMI_UUID,
        CLOUD_ID
    }
}
