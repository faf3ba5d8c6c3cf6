package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void makesItWithAllAboveItAndTakesThemAwayAgain(String shell) throws Exception {
        Path target = host().resolve("a/with blank/$(c)");
        EnsureDirectory wish =
                new EnsureDirectory(target.toString(), FileRights.mode("2750").ownedBy("1", "60"));
        ScriptAnswer applied = Rounds.changes(run(shell), host(), wish.script(Parts.none()));
        assertThat(Files.getAttribute(target, "unix:mode")).isEqualTo(042750);
        assertThat(Files.getAttribute(target, "unix:uid")).isEqualTo(1);
        assertThat(Files.getAttribute(target.getParent(), "unix:uid")).isEqualTo(0);

        Path file = Files.writeString(target.resolve("in the way"), "");
        Rounds.refused(run(shell), host(), wish.undo(applied.before()).orElseThrow(), "not-empty");
        Files.delete(file);
        Files.createDirectories(target.resolve("left/of files"));
        Rounds.changes(run(shell), host(), wish.undo(applied.before()).orElseThrow());
        assertThat(host()).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void changesRightsAndGivesThemBack(String shell) throws Exception {
        Path target = Files.createDirectory(host().resolve("-d"));
        Files.setAttribute(target, "unix:mode", 0700);
        EnsureDirectory wish = new EnsureDirectory(target.toString(), FileRights.mode("1777"));
        ScriptAnswer applied = Rounds.changes(run(shell), host(), wish.script(Parts.none()));
        assertThat(applied.wishes()).containsExactly("change " + target + ": mode 0700 to 1777");

        Rounds.changes(run(shell), host(), wish.undo(applied.before()).orElseThrow());
        assertThat(Files.getAttribute(target, "unix:mode")).isEqualTo(040700);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void refusesWhatIsNoFolder(String shell) throws Exception {
        Path file = Files.writeString(host().resolve("file"), "");
        Path link = Files.createSymbolicLink(host().resolve("link"), folder);
        Rounds.refused(run(shell), host(), wish(file), "is-file");
        Rounds.refused(run(shell), host(), wish(link), "is-link");
        Rounds.refused(run(shell), host(), wish(file.resolve("below")), "no-folder");
    }

    private static dev.cadastre.change.script.Script wish(Path target) {
        return new EnsureDirectory(target.toString(), FileRights.ANY).script(Parts.none());
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
