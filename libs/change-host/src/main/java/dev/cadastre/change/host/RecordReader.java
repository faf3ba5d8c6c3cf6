package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the records of an answer, which are lines that begin with its random word, from all else in
 * a stream, as the stream comes. An empty line before a record belongs to it. What cannot become a
 * record is given on at once, so that an unfinished line can be seen; a record that is longer than
 * any honest one is cut. Never throws on anything a host sends. Not thread-safe.
 */
final class RecordReader {

    /** More than this of one record is not kept; a file's content is the longest. */
    static final int MOST = 1 << 20;

    private final byte[] prefix;
    private final Sink sink;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private State state = State.BEGINS;
    private int matched;
    private boolean emptyLine;

    private enum State {
        /** At the beginning of a line, of which no more has come than what records begin with. */
        BEGINS,
        RECORD,
        TEXT
    }

    /** Takes what was read. */
    interface Sink {
        void record(String kind, String text);

        void text(byte[] bytes);
    }

    RecordReader(String word, Sink sink) {
        this.prefix = ("@" + word + " ").getBytes(StandardCharsets.US_ASCII);
        this.sink = sink;
    }

    void read(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            next(bytes[i]);
        }
        give();
    }

    /** No more comes. */
    void end() {
        if (state == State.RECORD) {
            record();
        } else {
            flush();
        }
        give();
    }

    private void next(byte b) {
        switch (state) {
            case BEGINS -> begins(b);
            case RECORD -> {
                if (b == '\n') {
                    record();
                } else if (record.size() < MOST) {
                    record.write(b);
                }
            }
            case TEXT -> {
                text.write(b);
                state = b == '\n' ? State.BEGINS : State.TEXT;
            }
        }
    }

    private void begins(byte b) {
        if (b == prefix[matched]) {
            matched++;
            if (matched == prefix.length) {
                matched = 0;
                emptyLine = false;
                state = State.RECORD;
            }
            return;
        }
        if (b == '\n' && matched == 0) {
            flush();
            emptyLine = true;
            return;
        }
        flush();
        text.write(b);
        state = b == '\n' ? State.BEGINS : State.TEXT;
    }

    /** What was held back is none of a record. */
    private void flush() {
        if (emptyLine) {
            text.write('\n');
            emptyLine = false;
        }
        text.write(prefix, 0, matched);
        matched = 0;
    }

    private void record() {
        give();
        String line = record.toString(StandardCharsets.UTF_8);
        record.reset();
        state = State.BEGINS;
        String whole = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        int blank = whole.indexOf(' ');
        sink.record(
                blank < 0 ? whole : whole.substring(0, blank),
                blank < 0 ? "" : whole.substring(blank + 1));
    }

    private void give() {
        if (text.size() > 0) {
            sink.text(text.toByteArray());
            text.reset();
        }
    }
}
