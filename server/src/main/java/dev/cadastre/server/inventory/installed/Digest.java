package dev.cadastre.server.inventory.installed;

import java.util.Arrays;
import java.util.HexFormat;

/** A digest as a value: equal by content and ordered as PostgreSQL orders bytea. */
public final class Digest implements Comparable<Digest> {

    private final byte[] bytes;

    Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
