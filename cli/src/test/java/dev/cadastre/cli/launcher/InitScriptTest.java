package dev.cadastre.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the init script reads the variables of the server, which systemd reads elsewhere. */
class InitScriptTest {

    private static final Path SCRIPT = Shell.REPOSITORY.resolve("dist/files/cadastre.init");

    @TempDir private Path folder;

    private Shell.Outcome read(String variables) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.env"), variables);
        String function =
                Files.readString(SCRIPT)
                        .replaceFirst("(?s)^.*\n(export_variables\\(\\) \\{.*?\n}\n).*$", "$1");
        return new Shell("sh", "-uc", function + "export_variables \"$1\" && exec env", "sh")
                .run(file.toString());
    }

    private void assertValue(String written, String value) throws IOException {
        Shell.Outcome outcome = read("SECRET=" + written + "\n");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).contains("SECRET=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "a=b",
                "pa$HOME ss",
                "`id`$(id)",
                "a\\nb",
                "ends with \\",
                "#no comment",
                "it's",
                "* ?",
                "-n"
            })
    void takesAValueAsItIsWritten(String value) throws IOException {
        assertValue(value, value);
    }

    @Test
    void executesNothing() throws IOException {
        Path made = folder.resolve("made");

        assertValue("x;touch " + made + "&", "x;touch " + made + "&");

        assertThat(made).doesNotExist();
    }

    @Test
    void takesAwaySpaceAndOnePairOfQuotesAroundAValue() throws IOException {
        assertValue(" \t a b \t\r", "a b");
        assertValue("\" a \"", " a ");
        assertValue("' a\\b '", " a\\b ");
        assertValue("''a''", "'a'");
        assertValue("'", "'");
        assertValue("\"a'", "\"a'");
    }

    @Test
    void passesOverCommentsAndEmptyLinesAndTakesALastLineWithoutEnd() throws IOException {
        Shell.Outcome outcome = read("# A=1\n\n ; B=2\n  C=3\nC=4\n_d5=last");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .contains("C=4", "_d5=last")
                .doesNotContain("A=1", "B=2", "C=3");
    }

    @Test
    void refusesAllLinesThatAreNoVariablesWithoutTellingThem() throws IOException {
        Shell.Outcome outcome = read("GOOD=s3cret\ns3cret\n=s3cret\n1A=s3cret\nA B=s3cret\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSize(4)
                .allMatch(line -> line.contains(": not NAME=value"));
        assertThat(outcome.err())
                .contains("secrets.env:2:", "secrets.env:3:", "secrets.env:4:", "secrets.env:5:")
                .doesNotContain("s3cret", "GOOD");
    }
}
