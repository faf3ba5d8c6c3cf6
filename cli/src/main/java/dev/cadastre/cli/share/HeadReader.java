package dev.cadastre.cli.share;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Takes the head of a message from a stream, of which the rest is left. */
final class HeadReader {

    /** How many bytes a head may have. */
    static final int MOST_BYTES = 16 << 10;

    /** Whoever sends byte by byte is not waited for. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final LongSupplier nanoTime;

    HeadReader(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes one.
     *
     * @return empty if nothing came
     * @throws BadHead if it is none, or too long, or takes too long
     */
    Optional<Head> read(InputStream stream) throws IOException, BadHead {
        long begun = nanoTime.getAsLong();
        StringBuilder text = new StringBuilder();
        while (text.length() < 4 || text.indexOf("\r\n\r\n", text.length() - 4) < 0) {
            int next = next(stream);
            if (next < 0 && text.isEmpty()) {
                return Optional.empty();
            }
            if (next < 0) {
                throw new BadHead(400, "The request ends before its head does.");
            }
            if (text.length() == MOST_BYTES) {
                throw new BadHead(431, "The head of the request is too long.");
            }
            if (nanoTime.getAsLong() - begun > LONGEST.toNanos()) {
                throw late();
            }
            text.append((char) next);
        }
        return Optional.of(Head.parse(text.substring(0, text.length() - 4)));
    }

    private static int next(InputStream stream) throws IOException, BadHead {
        try {
            return stream.read();
        } catch (SocketTimeoutException e) {
            throw late();
        }
    }

    private static BadHead late() {
        return new BadHead(408, "The request took too long.");
    }

    /** As heads are written. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
