package dev.cadastre.ssh;

import java.time.Duration;

/**
 * A command line for the login shell of the remote user, what it reads, and how much time and
 * output it is granted. Immutable.
 */
public final class Command {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);
    private static final long DEFAULT_OUTPUT_LIMIT = 16L << 20;

    private final String line;
    private final byte[] standardInput;
    private final Duration limit;
    private final long outputLimit;
    private final int kept;

    private Command(String line, byte[] standardInput, Duration limit, long outputLimit, int kept) {
        this.line = line;
        this.standardInput = standardInput;
        this.limit = limit;
        this.outputLimit = outputLimit;
        this.kept = kept;
    }

    /** A command with empty standard input, one minute, and 16 MiB of output. */
    public static Command of(String line) {
        return new Command(
                line, new byte[0], DEFAULT_LIMIT, DEFAULT_OUTPUT_LIMIT, Integer.MAX_VALUE);
    }

    /** The same command, reading these bytes and then end of file. */
    public Command reading(byte[] standardInput) {
        return new Command(line, standardInput.clone(), limit, outputLimit, kept);
    }

    /**
     * The same command, cut when it has run for this time. Connecting has its own limit.
     *
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Command within(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("time limit must be positive, not " + limit);
        }
        return new Command(line, standardInput, limit, outputLimit, kept);
    }

    /**
     * The same command, cut when it has written more than this many bytes to standard output and
     * standard error together.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public Command writingAtMost(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("output limit must not be negative: " + bytes);
        }
        return new Command(line, standardInput, limit, bytes, kept);
    }

    /**
     * The same command, of whose standard output and standard error only the first so many bytes
     * are kept, each; what follows is read, counted and dropped. What goes to an {@link
     * OutputReader} is not concerned.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public Command keeping(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes to keep must not be negative: " + bytes);
        }
        return new Command(line, standardInput, limit, outputLimit, bytes);
    }

    public String line() {
        return line;
    }

    /** A copy of what the command reads. */
    public byte[] standardInput() {
        return standardInput.clone();
    }

    /** Time from the start of the command to its end. */
    public Duration limit() {
        return limit;
    }

    /** Bytes of standard output and standard error together. */
    public long outputLimit() {
        return outputLimit;
    }

    /** Bytes of standard output, and of standard error, that are kept. */
    public int kept() {
        return kept;
    }

    @Override
    public String toString() {
        return line;
    }
}
