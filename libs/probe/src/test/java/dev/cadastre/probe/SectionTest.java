package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SectionTest {

    @ParameterizedTest
    @EnumSource(Section.Kind.class)
    void isSpecified(Section.Kind kind) throws IOException {
        String table =
                Files.readString(Path.of("../../docs/formats/report.md"))
                        .split("\n## Sections\n", 2)[1]
                        .split("\n## ", 2)[0];

        assertThat(table)
                .containsPattern("\\| .*`" + kind.word() + (kind.addOn() ? ":[A-Z]+" : "") + "`");
    }

    /** One that the script never opens would be told as failed, by every host for ever. */
    @ParameterizedTest
    @EnumSource(value = Section.Kind.class, names = "SNIPPET", mode = Mode.EXCLUDE)
    void isOpenedByTheScript(Section.Kind kind) {
        assertThat(Probe.script())
                .containsPattern(
                        "(?m)(section[ =]|unless_known |added \")" + kind.word() + "[ :\\\\]");
    }
}
