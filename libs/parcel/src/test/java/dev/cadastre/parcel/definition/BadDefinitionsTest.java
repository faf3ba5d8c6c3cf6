package dev.cadastre.parcel.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is wrong with a definition is told at once, in pinned words. */
class BadDefinitionsTest {

    private static final Surroundings AROUND =
            new Surroundings(
                    Optional.of(Set.of("http.port", "title")),
                    Optional.empty(),
                    Optional.of(
                            Map.of(
                                    "changes/install.change", false,
                                    "files/shop.jar", false,
                                    "tests/answers", true,
                                    "tests/other", true,
                                    "tests/readme", false)),
                    Set.of("changes/install.change"));

    @ParameterizedTest
    @ValueSource(
            strings = {"parcel", "sections", "needs", "tests", "references", "nothing", "monitors"})
    void areToldInFull(String name) throws IOException {
        DefinitionReading reading =
                ParcelDefinition.read(
                        needed(name + ".ini"),
                        Optional.ofNullable(resource(name + ".monitors")),
                        AROUND);

        assertThat(reading.definition()).isEmpty();
        assertThat(
                        reading.problems().stream()
                                .map(Problem::toString)
                                .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(new String(needed(name + ".txt"), StandardCharsets.UTF_8));
    }

    private static byte[] needed(String name) throws IOException {
        byte[] content = resource(name);
        if (content == null) {
            throw new IOException("There is no definition/bad/" + name);
        }
        return content;
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream in =
                BadDefinitionsTest.class.getResourceAsStream("/definition/bad/" + name)) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
