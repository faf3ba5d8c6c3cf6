package dev.cadastre.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits what a host sends into lines of bounded length, holding no more than one of them. */
final class HostLines {

    private final InputStream in;
    private final ReportLimits limits;
    private final byte[] buffer = new byte[8192];
    private byte[] line = new byte[256];
    private int at;
    private int end;
    private long bytes;
    private long number;

    HostLines(InputStream in, ReportLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes - (end - at);
    }

    /** Whether more was sent than a report may have. */
    boolean tooMuch() {
        return bytes() > limits.reportBytes();
    }

    /**
     * The next line, null at the end. It gives up in the middle of a line once there is {@link
     * #tooMuch}.
     */
    @Nullable HostLine next() throws IOException {
        int length = 0;
        boolean cut = false;
        boolean any = false;
        boolean ended = false;
        while (!ended && !tooMuch() && (at < end || fill())) {
            any = true;
            int stop = lineEnd();
            int kept = Math.min(stop - at, limits.lineBytes() - length);
            keep(length, kept);
            cut |= kept < stop - at;
            length += kept;
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        }
        number++;
        return any ? new HostLine(text(length), cut) : null;
    }

    /** Where the line ends within what is buffered; where that ends if the line goes on. */
    private int lineEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(read, 0);
        bytes += end;
        return read > 0;
    }

    private void keep(int length, int more) {
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, more);
    }

    private String text(int length) {
        int kept = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return clean(kept)
                ? new String(line, 0, kept, StandardCharsets.ISO_8859_1)
                : Cleaned.line(new String(line, 0, kept, StandardCharsets.UTF_8));
    }

    /** Whether there is nothing but ASCII that {@link Cleaned} leaves as it is. */
    private boolean clean(int length) {
        for (int i = 0; i < length; i++) {
            byte b = line[i];
            if ((b < ' ' && b != '\t') || b == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
