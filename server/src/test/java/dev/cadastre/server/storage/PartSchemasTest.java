package dev.cadastre.server.storage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PartSchemasTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void noFolderOfMigrationsIsForgotten() throws IOException {
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(PartSchemas.PARTS);
        }
    }

    /** Else those of two parts could not be made at once. */
    @ParameterizedTest
    @FieldSource("dev.cadastre.server.storage.PartSchemas#PARTS")
    void tablesReferToNoOtherPart(String part) throws IOException {
        Pattern other =
                Pattern.compile(
                        "\\b(%s)\\.[a-z]"
                                .formatted(
                                        PartSchemas.PARTS.stream()
                                                .filter(each -> !each.equals(part))
                                                .collect(joining("|"))));
        try (Stream<Path> files = Files.list(MIGRATIONS.resolve(part))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContainPattern(other));
        }
    }
}
