package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Takes a random prompt out of a stream, wherever it stands, and tells of it. Where nothing asks,
 * it is text as any other, such as that of a list of processes. Not thread-safe.
 */
final class PromptFilter {

    private final byte[] prompt;
    private final Sink rest;
    private final BooleanSupplier prompted;
    private int matched;

    /** Takes what is left. */
    interface Sink {
        void read(byte[] bytes, int offset, int length);
    }

    /**
     * A filter.
     *
     * @param prompt begins with a character that it has nowhere else
     * @param prompted is told of it, and says whether it is one
     */
    PromptFilter(String prompt, Sink rest, BooleanSupplier prompted) {
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
                if (!prompted.getAsBoolean()) {
                    rest.read(prompt, 0, prompt.length);
                }
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
