package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void tellsWhatAPluginFound() throws InterruptedException {
        try (Checks checks = new Checks()) {
            assertEquals(
                    "WARNING: late",
                    checks.told(Path.of("/bin/sh"), "-c", "echo 'late | age=5s'; exit 1"));
            assertEquals("UNKNOWN: There is no /no/plugin", checks.told(Path.of("/no/plugin")));
        }
    }
}
