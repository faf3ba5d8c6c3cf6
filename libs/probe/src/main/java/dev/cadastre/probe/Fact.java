package dev.cadastre.probe;

/**
 * Something that a host tells about itself. Names are dotted and unique within a report;
 * docs/formats/facts.md lists them.
 *
 * @param section the section that told it, so that a failed section can be seen to end nothing
 * @param name dotted, for example {@code os.version} or {@code interface.eth0.addresses}
 * @param value what it is
 * @param kind whether it makes history
 */
public record Fact(Section section, String name, FactValue value, Kind kind) {

    /** Whether a changed value is an event or merely another reading. */
    public enum Kind {
        /** Stays until somebody changes it: operating system, addresses, disks. */
        STATE,
        /** Moves by itself and makes no history: load, uptime, free memory. */
        MEASURE
    }
}
