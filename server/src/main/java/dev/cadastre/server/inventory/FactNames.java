package dev.cadastre.server.inventory;

/** The facts that the inventory itself reads. */
final class FactNames {

    /** The id of the operating system, {@code debian}. */
    static final String OS_ID = "os.id";

    /** The operating system as it names itself. */
    static final String OS_NAME = "os.name";

    /** What the host calls itself. */
    static final String HOSTNAME = "hostname";

    /** The kernel's release. */
    static final String KERNEL = "kernel.release";

    /**
     * How many seconds the host's clock is ahead, told by the server where it is more than a few.
     */
    static final String CLOCK_SKEW = "clock.skew_seconds";

    private FactNames() {}
}
