package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Echoes by {@link InetAddress#isReachable}. It sends ICMP if the process may open raw sockets, and
 * otherwise tries TCP port 7, from which nothing follows; therefore it is only asked if the process
 * has that right.
 */
final class JavaEcho implements Echo {

    private static final int MOST_AT_ONCE = 64;
    private static final int RAW_SOCKETS = 13;
    private static final Pattern EFFECTIVE = Pattern.compile("(?m)^CapEff:\\s*([0-9a-f]{1,16})$");

    private final NativeCalls calls = new NativeCalls("check-ping-", MOST_AT_ONCE);
    private final boolean possible = readStatus();

    private static boolean readStatus() {
        try {
            return mayOpenRawSockets(Files.readString(Path.of("/proc/self/status")));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether a process may.
     *
     * @param status as Linux shows it in {@code /proc}
     */
    static boolean mayOpenRawSockets(String status) {
        Matcher effective = EFFECTIVE.matcher(status);
        return effective.find()
                && (Long.parseUnsignedLong(effective.group(1), 16) >> RAW_SOCKETS & 1) == 1;
    }

    @Override
    public boolean isPossible() {
        return possible;
    }

    @Override
    public OptionalDouble ask(InetAddress address, Duration limit, Course course)
            throws IOException, InterruptedException {
        try {
            return calls.call(() -> time(address, limit), course.left());
        } catch (TimeoutException e) {
            return OptionalDouble.empty();
        } catch (ExecutionException e) {
            throw new IOException("the echo could not be asked for: " + e.getCause(), e);
        }
    }

    private static OptionalDouble time(InetAddress address, Duration limit) throws IOException {
        long start = System.nanoTime();
        boolean came = address.isReachable((int) Math.max(1, limit.toMillis()));
        return came ? OptionalDouble.of((System.nanoTime() - start) / 1e6) : OptionalDouble.empty();
    }
}
