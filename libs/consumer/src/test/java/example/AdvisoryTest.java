package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisoryTest {
    private static final List<String> INSTALLED =
            List.of("3.0.11-1~deb12u2", "3.0.11-1~deb12u3", "1:3.0.14-1~deb12u2");

    @Test
    void tellsWhatAnAdvisoryMeans() {
        assertEquals(
                List.of("3.0.11-1~deb12u2"),
                Advisory.fixedIn("deb", "3.0.11-1~deb12u3").affects(INSTALLED));
    }

    @Test
    void tellsWhatAPersonMeans() {
        assertEquals(
                List.of("3.0.11-1~deb12u2", "3.0.11-1~deb12u3"),
                Advisory.search("deb", ">=3.0.11 <3.0.14", INSTALLED));
    }

    @Test
    void tellsWhatIsNoVersion() {
        var problem =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Advisory.search("deb", "<1.0_2", INSTALLED));

        assertEquals(
                "'1.0_2' is no Debian version: '_' does not fit at column 4", problem.getMessage());
    }
}
