package dev.cadastre.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of one frame, as {@link FrameWriter} wrote them, if it was that. */
final class FrameReader {
    private final ByteBuffer fields;

    FrameReader(ByteBuffer fields) {
        this.fields = fields;
    }

    /** A number from 0 to 255. */
    int small() throws FrameException {
        require(1);
        return fields.get() & 0xFF;
    }

    boolean so() throws FrameException {
        int small = small();
        if (small > 1) {
            throw new FrameException("a truth of " + small);
        }
        return small == 1;
    }

    int number() throws FrameException {
        require(Integer.BYTES);
        return fields.getInt();
    }

    long longNumber() throws FrameException {
        require(Long.BYTES);
        return fields.getLong();
    }

    /** Not below zero. */
    Duration duration() throws FrameException {
        long nanos = longNumber();
        if (nanos < 0) {
            throw new FrameException("a duration of " + nanos + " ns");
        }
        return Duration.ofNanos(nanos);
    }

    String text() throws FrameException {
        int length = length();
        ByteBuffer encoded = fields.slice(fields.position(), length);
        fields.position(fields.position() + length);
        return StandardCharsets.UTF_8.decode(encoded).toString();
    }

    /** Reads one element of a list. */
    interface Element<T> {
        T read() throws FrameException;
    }

    <T> List<T> list(Element<T> element) throws FrameException {
        int length = length();
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(element.read());
        }
        return elements;
    }

    /** Pairs of texts; of those with the same key, the last. */
    Map<String, String> texts() throws FrameException {
        int length = length();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < length; i++) {
            texts.put(text(), text());
        }
        return texts;
    }

    /** Whatever there is so many of takes a byte each at least. */
    private int length() throws FrameException {
        int length = number();
        if (length < 0) {
            throw new FrameException("a length of " + length);
        }
        require(length);
        return length;
    }

    private void require(int bytes) throws FrameException {
        if (bytes > fields.remaining()) {
            throw new FrameException(
                    "%d bytes where %d are left".formatted(bytes, fields.remaining()));
        }
    }

    /** Nothing may follow what was read. */
    void end() throws FrameException {
        if (fields.hasRemaining()) {
            throw new FrameException(fields.remaining() + " bytes too many");
        }
    }
}
