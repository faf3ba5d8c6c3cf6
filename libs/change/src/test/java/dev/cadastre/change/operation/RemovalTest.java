package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemovalTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource(SHELLS)
    void removesAFileAndBringsItBackAsItWas(String shell) throws Exception {
        Path file = host().resolve("-a $(file)");
        byte[] content = {0, 1, 2, '\n', -1};
        Files.write(file, content);
        Files.setAttribute(file, "unix:mode", 0640);
        RemoveFiles wish = new RemoveFiles(file.toString(), false);

        ScriptAnswer removed = Rounds.changes(run(shell), host(), wish.script(Parts.none()));
        assertThat(removed.wishes()).containsExactly("remove " + file);
        assertThat(host()).isEmptyDirectory();

        Script undo = wish.undo(removed.before()).orElseThrow();
        Files.writeString(file, "of somebody else");
        Rounds.refused(run(shell), host(), undo, "changed-since");
        Files.delete(file);
        Rounds.changes(run(shell), host(), undo);
        assertThat(file).hasBinaryContent(content);
        assertThat(Files.getAttribute(file, "unix:mode")).isEqualTo(0100640);
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void removesAFolderWithAllThatIsInItAndNothingThatALinkLeadsTo(String shell) throws Exception {
        Path outside = Files.writeString(folder.resolve("outside"), "stays");
        Path target = Files.createDirectories(host().resolve("a b"));
        Files.createDirectories(target.resolve("c/-d"));
        Files.writeString(target.resolve("c/-d/$(e)"), "");
        Files.createSymbolicLink(target.resolve("link"), outside);
        Files.createSymbolicLink(target.resolve("c/up"), folder);
        RemoveFiles wish = new RemoveFiles(target.toString(), true);

        ScriptAnswer removed = Rounds.changes(run(shell), host(), wish.script(Parts.none()));

        assertThat(removed.wishes())
                .containsExactly("remove the folder " + target + " with 3 files in it");
        assertThat(host()).isEmptyDirectory();
        assertThat(outside).hasContent("stays");
        assertThat(wish.undo(removed.before())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void refusesWhatIsSomethingElseThanWasNamed(String shell) throws Exception {
        Path file = Files.writeString(host().resolve("file"), "");
        Path link = Files.createSymbolicLink(host().resolve("link"), folder);
        Rounds.refused(run(shell), host(), wish(host(), false), "is-folder");
        Rounds.refused(run(shell), host(), wish(file, true), "is-file");
        Rounds.refused(run(shell), host(), wish(link, true), "is-link");
        Rounds.refused(run(shell), host(), wish(link, false), "is-link");
    }

    @Test
    void takesNoFolderOfTheSystem() {
        assertThatThrownBy(() -> new RemoveFiles("/etc", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/etc belongs to the system");
        assertThatThrownBy(() -> new RemoveFiles("/", true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"debian,dash", "busybox,busybox sh"})
    void endsADaemonThatAChangeMadeAndBringsItBack(String tree, String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of(tree, folder)) {
            ScriptRun run = root.run(shell);
            Path state = Files.createDirectories(root.path("/var/lib/cadastre"));
            EnsureDaemon made = new EnsureDaemon("shop", "exec sleep 1000", "", "", true, true);
            Rounds.changes(run, state, made.script(Parts.none()));
            RemoveDaemon wish = new RemoveDaemon("shop");

            ScriptAnswer removed = Rounds.changes(run, state, wish.script(Parts.none()));

            assertThat(removed.wishes()).containsExactly("remove the daemon shop");
            assertThat(root.path("/var/lib/cadastre/daemons/shop")).doesNotExist();
            assertThat(root.inside("ps 2>/dev/null | grep '[s]leep 1000' || echo none"))
                    .isEqualTo("none\n");

            assertThat(run.apply(wish.undo(removed.before()).orElseThrow()).kind())
                    .isEqualTo(Kind.CHANGED);
            assertThat(run.apply(made.script(Parts.none())).kind()).isEqualTo(Kind.UNCHANGED);
            run.apply(wish.script(Parts.none()));
        }
    }

    private static Script wish(Path target, boolean folder) {
        return new RemoveFiles(target.toString(), folder).script(Parts.none());
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
