package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The manual of Cadastre itself, on a machine where no server answers. */
@Timeout(60)
class ManualVerbTest {

    @TempDir private Path home;

    private Terminal reader() {
        return new Terminal(home).variable("CADASTRE_SERVER", "http://localhost:1");
    }

    private Terminal.Outcome run(int status, String... arguments) {
        Terminal.Outcome outcome = reader().run(arguments);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(status);
        return outcome;
    }

    @Test
    void listsChaptersByReaderAndSaysThatOfAppsNothingIsKnown() {
        Terminal.Outcome listed = run(0, "manual");

        assertThat(listed.out())
                .startsWith("NAME")
                .containsPattern("\nstart +newcomer +First steps\n")
                .containsPattern("\nbackup +operator +Backup, restore and upgrades\n")
                .containsPattern("\nformats +integrator +Formats\n");
        assertThat(listed.err()).contains("Manuals of apps are not listed: ");
        assertThat(run(0, "manual", "-o", "json").out()).contains("\"for\": \"newcomer\"");
    }

    @Test
    void showsAChapterAsItWasWrittenWhereNobodyReadsIt() {
        assertThat(run(0, "manual", "backup").out())
                .startsWith("# Backup, restore and upgrades\n")
                .contains("\n| it says | what to do |\n|---|---|\n", "\n```sh\n")
                .doesNotContain("```sh ");
        assertThat(run(0, "manual", "formats/estate").out()).startsWith("# The estate file\n");
    }

    @Test
    void laysAChapterOutAtATerminal() {
        String shown =
                reader().withPerson().variable("COLUMNS", "60").run("manual", "backup").out();

        assertThat(shown)
                .startsWith("\u001b[1mBackup, restore and upgrades\u001b[0m\n\n")
                .contains("\n    cadastre backup verify \"$folder/cadastre.backup\"\n")
                .doesNotContain("|---|", "](", "**");
        assertThat(shown.replaceAll("\u001b\\[[0-9]+m", "").lines())
                .filteredOn(line -> !line.startsWith("    "))
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void saysWhatToDoAboutAChapterThatThereIsNot() {
        assertThat(run(1, "manual", "bakcup").err())
                .contains("The manual has no chapter bakcup", "cadastre manual --search bakcup");
        assertThat(run(2, "manual", "search", "key").err())
                .contains("key is a second one", "write them behind --search");
        assertThat(run(2, "manual", "backup", "--page", "x.md").err())
                .contains("backup is a chapter, which has one page");
    }

    @Test
    void findsTheWordsOfAllArguments() {
        assertThat(run(0, "manual", "--search", "restore", "back").out())
                .contains("backup: Restore\n");
        assertThat(run(0, "manual", "--search", "restore back", "-o", "json").out())
                .contains("\"anchor\": \"restore\"");
        assertThat(run(1, "manual", "--search", "no-such-word-anywhere").err())
                .contains("No part of the manual has all of these words.");
        assertThat(run(1, "manual", "--search", "\u001b[2J<>\"").out()).isEmpty();
    }

    @Test
    void namesOfChaptersAreKnownToShells() {
        assertThat(run(0, "complete-manual", "--", "ba").out()).isEqualTo("backup\n");
    }
}
