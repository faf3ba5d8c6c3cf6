package dev.cadastre.server.estate;

import dev.cadastre.change.operation.SentTest;
import java.util.Map;

/** Where the tests come from that an estate file names. */
@FunctionalInterface
interface MonitorTests {

    /** For a text that stands alone. */
    MonitorTests NONE = of(Map.of());

    /** The one at that path, as the file writes it. */
    SentTest read(String path);

    /** These, by their paths. */
    static MonitorTests of(Map<String, String> texts) {
        return path -> {
            String text = texts.get(path);
            return text == null
                    ? new SentTest.Wrong(
                            "its text did not come with the file",
                            "send the file as JSON, with the text under \"tests\"; cadastre estate"
                                    + " check does")
                    : SentTest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
    }
}
