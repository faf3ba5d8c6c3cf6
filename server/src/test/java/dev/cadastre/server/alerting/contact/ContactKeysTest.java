package dev.cadastre.server.alerting.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.map.TeamDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the estate file can say of a team, everything else can, and the manual tells. */
class ContactKeysTest {

    static List<String> keys() {
        return ContactKeys.ALL;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void canBeSent(String key) {
        assertThat(Arrays.stream(TeamDefinition.class.getRecordComponents()))
                .extracting(component -> component.getName().toLowerCase(Locale.ROOT))
                .contains(key.replaceAll("[.-]", ""));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void areExplained(String key) throws IOException {
        for (String page : new String[] {"formats/estate.md", "manual/18-telling.md"}) {
            assertThat(Files.readString(Path.of("../docs", page)))
                    .as(page)
                    .contains("`" + key + "`");
        }
    }
}
