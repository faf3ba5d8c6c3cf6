package dev.cadastre.server.web.api.request;

/**
 * A TCP port.
 *
 * @param number 1 to 65535
 */
public record Port(int number) {

    /** The greatest there is. */
    public static final int GREATEST = 65_535;

    /** Refuses what is out of range, with a message for the sender. */
    public Port {
        if (number < 1 || number > GREATEST) {
            throw new IllegalArgumentException("It is a port, from 1 to " + GREATEST + ".");
        }
    }
}
