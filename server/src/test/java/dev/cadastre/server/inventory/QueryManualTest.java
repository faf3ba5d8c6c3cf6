package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cadastre.query.Field;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.SavedQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The chapter on queries, beside the fields that there are. */
@ServerTest
class QueryManualTest {

    @Autowired private Hosts hosts;
    @Autowired private Queries queries;
    @Autowired private SavedQueries saved;
    @Autowired private Access access;

    /** As the chapter does. */
    @BeforeEach
    void save() {
        access.asSystem(() -> saved.put("old-openssl", "pkg:openssl<3.0.14"));
    }

    @Test
    void eachFieldHasAnExampleThatCanBeAnswered() {
        assertThat(queries.fields()).extracting(Field::example).doesNotContain("");
        assertThat(queries.fields()).allSatisfy(field -> requireAnswer(field.example()));
    }

    @Test
    void eachFieldIsExplainedWithItsExample() throws IOException {
        String chapter = chapter();

        assertThat(queries.fields())
                .allSatisfy(field -> assertThat(chapter).contains("| `" + field.example() + "` |"));
    }

    @Test
    void everyQueryInATableIsAnswered() throws IOException {
        String chapter = chapter();
        List<String> examples =
                Stream.concat(
                                cells(chapter, "(?m)^\\| (`[^|]*|nothing[^|]*) \\| [^|]* \\|$"),
                                cells(chapter, "(?m)^\\| `[^|]* \\| [^|]* \\| ([^|]*) \\|$"))
                        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
                        .map(code -> code.group(1))
                        .toList();

        assertThat(examples).hasSizeGreaterThan(25);
        assertThat(examples).allSatisfy(this::requireAnswer);
    }

    private static Stream<String> cells(String chapter, String row) {
        return Pattern.compile(row).matcher(chapter).results().map(cell -> cell.group(1));
    }

    private void requireAnswer(String query) {
        HostQuery all = new HostQuery(null, null, null, false, Lifecycle.LIVE, null, null, 1000);
        assertThatCode(() -> hosts.find(all, query, Reach.ALL)).doesNotThrowAnyException();
    }

    private static String chapter() throws IOException {
        return Files.readString(Path.of("../docs/manual/12-queries.md"));
    }
}
