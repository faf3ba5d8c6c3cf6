package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineDifferenceTest {

    @TempDir private Path folder;

    @Test
    void showsWhatChangedWithWhatIsAround() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

        assertThat(LineDifference.between("t", before, before.replace("5\n", "five\nmore\n")))
                .isEqualTo(
                        """
                        --- t
                        +++ t
                        @@ -2,7 +2,8 @@
                         2
                         3
                         4
                        -5
                        +five
                        +more
                         6
                         7
                         8
                        """);
    }

    /** The judge is a patch that others wrote. */
    @Test
    void makesTheOneTextOfTheOther() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(patched(before, LineDifference.between("t", before, after)))
                    .as("%s to %s", before, after)
                    .isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(_ -> "line " + random.nextInt(6) + "\n")
                .collect(Collectors.joining());
    }

    private String patched(String before, String difference)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("t"), before);
        Path patch = Files.writeString(folder.resolve("patch"), difference);
        Process process =
                new ProcessBuilder("patch", "--quiet", file.toString(), patch.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(file);
    }

    @Test
    void givesUpFindingWhatIsCommonInVeryLongTexts() {
        String before = "a\n".repeat(3_000) + "x\n".repeat(3);
        String after = "b\n".repeat(3_000) + "y\n".repeat(3);

        assertThat(LineDifference.between("t", before, after).lines())
                .hasSize(3 + 2 * 3_003)
                .contains("@@ -1,3003 +1,3003 @@");
    }
}
