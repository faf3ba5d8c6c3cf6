package dev.cadastre.change.host;

/** What a script printed to both streams, as far as it is kept. Not thread-safe. */
final class Printed {

    /** Of all that one trip brings. */
    static final long OF_TRIP = 16 << 20;

    /** Of answers, whose honest ones are far below it; the last record is the one that counts. */
    private static final int ANSWER = 8 << 20;

    private static final int END_OF_ANSWER = 64 << 10;
    private static final int FIRST_ERRORS = 64 << 10;
    private static final int LAST_ERRORS = 256 << 10;

    private final BoundedBytes output;
    private final BoundedBytes errors;

    /** With what there is left of the room of a trip. */
    Printed(ByteRoom room) {
        output = new BoundedBytes(ANSWER, END_OF_ANSWER, room);
        errors = new BoundedBytes(FIRST_ERRORS, LAST_ERRORS, room);
    }

    void add(boolean isError, byte[] bytes) {
        (isError ? errors : output).add(bytes, 0, bytes.length);
    }

    byte[] output() {
        return output.bytes();
    }

    byte[] errors() {
        return errors.bytes();
    }
}
