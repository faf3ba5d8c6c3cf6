package dev.cadastre.server.inventory;

/**
 * How a report came here. Where several sources tell of one section of a host, the first in this
 * order is believed and the others are listed beside it.
 */
public enum Source {
    /** The server ran the probe on the host. */
    PROBE,
    /** The host, or somebody in its name, sent a report. */
    PUSH,
    /** A bill of materials. */
    SBOM,
    /** A jsonstats server, asked by this server. */
    JSONSTATS,
    /** Another inventory. */
    IMPORT;

    /** Whether this source is believed where {@code other} tells of the same section. */
    public boolean precedes(Source other) {
        return compareTo(other) < 0;
    }

    /** Whether it is another tool that looked at the host, rather than our probe. */
    public boolean foreign() {
        return compareTo(PUSH) > 0;
    }
}
