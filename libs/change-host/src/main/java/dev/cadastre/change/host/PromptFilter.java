package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Takes a random prompt out of a stream, wherever it stands, and tells of it. Not thread-safe. */
final class PromptFilter {

    private final byte[] prompt;
    private final Sink rest;
    private final Runnable prompted;
    private int matched;

    /** Takes what is left. */
    interface Sink {
        void read(byte[] bytes, int offset, int length);
    }

    /**
     * A filter.
     *
     * @param prompt begins with a character that it has nowhere else
     */
    PromptFilter(String prompt, Sink rest, Runnable prompted) {
        this.prompt = prompt.getBytes(StandardCharsets.US_ASCII);
        this.rest = rest;
        this.prompted = prompted;
    }

    void read(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(length + prompt.length);
        for (int i = offset; i < offset + length; i++) {
            byte b = bytes[i];
            if (b != prompt[matched]) {
                passed.write(prompt, 0, matched);
                matched = 0;
            }
            if (b != prompt[matched]) {
                passed.write(b);
            } else if (++matched == prompt.length) {
                matched = 0;
                give(passed);
                prompted.run();
            }
        }
        give(passed);
    }

    /** No more comes. */
    void end() {
        rest.read(prompt, 0, matched);
        matched = 0;
    }

    private void give(ByteArrayOutputStream passed) {
        if (passed.size() > 0) {
            rest.read(passed.toByteArray(), 0, passed.size());
            passed.reset();
        }
    }
}
