package dev.cadastre.server.monitoring.check;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

/** Echoes by the datagram socket for them, where this process is given one. */
final class DatagramEcho implements Echo {

    private static final int MOST_AT_ONCE = 64;

    private final NativeCalls calls = new NativeCalls("check-ping-", MOST_AT_ONCE);
    private final boolean possible = isGiven();

    private static boolean isGiven() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return false;
        }
        try {
            // Also links what is called, so that no measured echo waits for that.
            ask(InetAddress.ofLiteral("127.0.0.1"), Duration.ofMillis(100));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isPossible() {
        return possible;
    }

    @Override
    public OptionalDouble ask(InetAddress address, Duration limit, Course course)
            throws IOException, InterruptedException {
        try {
            return calls.call(() -> ask(address, limit), course.left());
        } catch (TimeoutException e) {
            return OptionalDouble.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException("Asking for an echo failed", e.getCause());
        }
    }

    private static OptionalDouble ask(InetAddress address, Duration limit) throws IOException {
        EchoMessage message = EchoMessage.to(address, ThreadLocalRandom.current().nextLong());
        try (EchoSocket socket = new EchoSocket(address)) {
            long start = System.nanoTime();
            socket.send(message.bytes());
            Duration left = limit;
            while (left.isPositive()) {
                boolean came = message.isAnsweredBy(socket.receive(left));
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                if (came) {
                    return OptionalDouble.of(taken.toNanos() / 1e6);
                }
                left = limit.minus(taken);
            }
            return OptionalDouble.empty();
        }
    }
}
