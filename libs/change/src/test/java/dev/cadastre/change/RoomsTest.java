package dev.cadastre.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms use each other in one direction only. */
class RoomsTest {

    private static final Path MAIN = Path.of("src/main/java/dev/cadastre/change");

    /** Each may use those before it; the empty name is that of the words at the top. */
    private static final List<String> ORDER =
            List.of(
                    "text",
                    "script",
                    "",
                    "tar",
                    "operation",
                    "file",
                    "archive",
                    "portable",
                    "program",
                    "testing",
                    "plan",
                    "run",
                    "journal");

    private static final Pattern USE =
            Pattern.compile("dev\\.cadastre\\.change\\.(?:([a-z]+)\\.)?[A-Z]");

    private static Set<String> usedBy(Path file) throws IOException {
        String code =
                Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
        Set<String> used = new TreeSet<>();
        Matcher uses = USE.matcher(code);
        while (uses.find()) {
            used.add(uses.group(1) == null ? "" : uses.group(1));
        }
        return used;
    }

    @Test
    void useThoseBelowThemAlone() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> rooms = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Path folder = MAIN.relativize(file).getParent();
                String room = folder == null ? "" : folder.toString();
                rooms.add(room);
                usedBy(file).stream()
                        .filter(used -> ORDER.indexOf(used) > ORDER.indexOf(room))
                        .forEach(used -> wrong.add(file + " uses " + used));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void ofTarsAndTextsNeedNothing() throws IOException {
        for (String room : List.of("tar", "text")) {
            try (Stream<Path> files = Files.list(MAIN.resolve(room))) {
                for (Path file : files.toList()) {
                    assertThat(usedBy(file)).as(file.toString()).isSubsetOf(room);
                }
            }
        }
    }
}
