package dev.cadastre.api;

/**
 * One of the keys by which a host is recognised.
 *
 * @param kind {@code machine-id}, {@code ssh-host-key}, {@code dmi-uuid}, {@code cloud-id} …
 * @param value as the host tells it; long keys as their fingerprint
 */
public record IdentityKey(String kind, String value) {}
