package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyFolderTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";
    private static final Parts SITE =
            Parts.none()
                    .file("site/index.html", "<h1>1</h1>\n")
                    .file("site/a b/it's $(so) *.txt", "odd")
                    .file("site/-rf/Grüße", "dash")
                    .file("site/" + "deep/".repeat(30) + "long.bin", new byte[] {0, 1, 2});

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void bringsAFolderAndTakesItAwayAgain(String shell) throws Exception {
        CopyFolder copy = copy(false);
        ScriptAnswer applied = Rounds.changes(run(shell), host(), copy.script(SITE));
        assertThat(files())
                .isEqualTo(
                        """
                        -rf/Grüße=dash
                        a b/it's $(so) *.txt=odd
                        %slong.bin=\0\1\2
                        index.html=<h1>1</h1>
                        """
                                .formatted("deep/".repeat(30)));

        Script undo = copy.undo(applied.before()).orElseThrow();
        Rounds.changes(run(shell), host(), undo);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void sendsOnlyWhatDiffersAndBringsBackWhatWas(String shell) throws Exception {
        Path target = Files.createDirectories(host().resolve("site"));
        Files.writeString(target.resolve("index.html"), "<h1>0</h1>\n");
        Files.createDirectories(target.resolve("a b"));
        Files.writeString(target.resolve("a b/it's $(so) *.txt"), "odd");
        Files.createDirectories(target.resolve("old/older"));
        Files.writeString(target.resolve("old/older/one"), "gone soon");
        Files.setAttribute(target.resolve("a b/it's $(so) *.txt"), "unix:mode", 0600);
        String before = files();
        CopyFolder copy = copy(true);
        Script script = copy.script(SITE);

        ScriptAnswer looked = run(shell).look(script);
        assertThat(looked.lacks())
                .containsExactlyInAnyOrder(
                        "index.html", "-rf/Grüße", "deep/".repeat(30) + "long.bin");
        assertThat(looked.wishes())
                .contains(
                        "write " + target + "/index.html",
                        "change mode or owner of " + target + "/a b/it's $(so) *.txt",
                        "remove " + target + "/old/older/one",
                        "remove the folder " + target + "/old");
        Script narrowed = copy.narrowed(script, SITE, looked);
        assertThat(narrowed.payload().size()).isLessThan(script.payload().size());
        ScriptAnswer applied = Rounds.changes(run(shell), host(), narrowed);
        assertThat(target.resolve("old")).doesNotExist();

        Rounds.changes(run(shell), host(), copy.undo(applied.before()).orElseThrow());
        assertThat(files()).isEqualTo(before);
        assertThat(Files.getAttribute(target.resolve("a b/it's $(so) *.txt"), "unix:mode"))
                .isEqualTo(0100600);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void doesNotGoThroughLinksNorRemoveWhatItCannotName(String shell) throws Exception {
        Path target = Files.createDirectories(host().resolve("site"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path link = Files.createSymbolicLink(target.resolve("a b"), outside);
        Rounds.refused(run(shell), host(), copy(false).script(SITE), "in-the-way");
        assertThat(outside).isEmptyDirectory();

        Files.delete(link);
        Files.writeString(target.resolve("two\nlines"), "");
        Rounds.refused(run(shell), host(), copy(true).script(SITE), "odd-name");
        Rounds.changes(run(shell), host(), copy(false).script(SITE));
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void changesNothingIfTheFilesArriveCutOff(String shell) throws Exception {
        Script script = copy(false).script(SITE);
        byte[] cut = script.payload().first((int) script.payload().size() / 2);

        ScriptAnswer answer = run(shell).apply(script.reading(cut));
        assertThat(answer.kind()).isEqualTo(ScriptAnswer.Kind.FAILED);
        assertThat(answer.code()).isEqualTo("incomplete");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesNamesThatNoLineCanHold() {
        assertThatThrownBy(() -> copy(false).script(Parts.none().file("site/a\nb", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character");
    }

    private CopyFolder copy(boolean delete) throws IOException {
        return new CopyFolder(
                "site", host() + "/site", FileRights.mode("0644"), delete ? "0755" : "", delete);
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }

    private String files() throws IOException {
        Path site = host().resolve("site");
        if (!Files.exists(site)) {
            return "";
        }
        try (Stream<Path> paths = Files.walk(site)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> site.relativize(path) + "=" + text(path))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
