package dev.cadastre.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Parses what the probe prints, in the format that docs/formats/report.md specifies. What a host
 * sends is hostile: nothing in it causes an exception, and memory stays within {@link
 * ReportLimits}. Stateless and thread-safe.
 */
public final class ReportParser {

    private ReportParser() {}

    /**
     * Reads to the end marker, and not beyond it: a process that hangs on the host may keep the
     * stream open.
     *
     * @throws IOException if the stream itself fails
     */
    public static Parsed parse(InputStream in, ReportLimits limits) throws IOException {
        return parse(in, limits, new UnderstoodLines());
    }

    /** The same with what was understood before, for those who read the reports of many hosts. */
    public static Parsed parse(InputStream in, ReportLimits limits, UnderstoodLines understood)
            throws IOException {
        return new FrameReader(in, limits, understood).read();
    }

    /** The same for text that is here already. */
    public static Parsed parse(CharSequence text, ReportLimits limits) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return parse(new ByteArrayInputStream(bytes), limits);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }
}
