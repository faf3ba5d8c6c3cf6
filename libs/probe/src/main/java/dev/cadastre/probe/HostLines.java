package dev.cadastre.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
        while (!tooMuch() && (at < end || fill())) {
            any = true;
            byte b = buffer[at++];
            if (b == '\n') {
                break;
            }
            if (length == limits.lineBytes()) {
                cut = true;
            } else {
                keep(length++, b);
            }
        }
        number++;
        return any ? new HostLine(text(length), cut) : null;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(read, 0);
        bytes += end;
        return read > 0;
    }

    private void keep(int index, byte b) {
        if (index == line.length) {
            line = java.util.Arrays.copyOf(line, Math.min(limits.lineBytes(), 2 * line.length));
        }
        line[index] = b;
    }

    private String text(int length) {
        int kept = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return Cleaned.line(new String(line, 0, kept, StandardCharsets.UTF_8));
    }
}
