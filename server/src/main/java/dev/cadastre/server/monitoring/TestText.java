package dev.cadastre.server.monitoring;

import dev.cadastre.change.operation.SentTest;
import dev.cadastre.change.script.Payload;
import java.nio.charset.StandardCharsets;

/**
 * An executable text that is sent to hosts, as {@code test.run} of a change takes it.
 *
 * @param name what people know it by, such as its path beside the estate file
 * @param text all of it; nothing in it is ever substituted
 * @param size how many bytes of UTF-8 it has
 * @param sha256 of these bytes, in 64 hexadecimal digits
 */
public record TestText(String name, String text, int size, String sha256) {

    /** As many bytes as one can have. */
    public static final int MOST_BYTES = SentTest.MOST_BYTES;

    /** The test with that text. */
    public static TestText of(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TestText(name, text, bytes.length, Payload.of(bytes).sha256());
    }

    /** Its name, and which it is. */
    @Override
    public String toString() {
        return "%s (sha256 %s)".formatted(name, sha256);
    }
}
