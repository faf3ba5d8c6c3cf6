package dev.cadastre.change.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the manual shows is what is compiled and tested here. */
class ManualTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsWhatIsTested() throws IOException {
        String manual = Files.readString(Path.of("../../docs/manual/19-changes-in-java.md"));
        List<String> shown = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(manual);
        while (blocks.find()) {
            shown.add(blocks.group(1));
        }
        String all = "";
        for (String file : List.of("Deploy.java", "MarkRelease.java", "DeployTest.java")) {
            all +=
                    Files.readString(
                            Path.of("src/test/java/dev/cadastre/change/program/example", file));
        }

        assertThat(shown).hasSize(3);
        assertThat(all).contains(shown);
    }
}
