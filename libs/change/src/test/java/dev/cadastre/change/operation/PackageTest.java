package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages by real package managers, from repositories in a folder. */
class PackageTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix"})
    void installsUpgradesHoldsAndRemovesByApt(String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder)) {
            Repositories.apt(root);
            all(root, root.run(shell), root.path("/var"), "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "mksh"})
    void installsUpgradesHoldsAndRemovesByDnf(String shell) throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.ofThisMachine(folder)) {
            Repositories.dnf(root);
            all(root, root.run(shell), root.path("/etc"), "-1");
        }
    }

    private static void all(ThrowAwayRoot root, ScriptRun run, Path state, String release)
            throws Exception {
        String one = "1.0" + release;
        String two = "2.0" + release;
        InstallPackages old = InstallPackages.of("shop=" + one);
        ScriptAnswer installed = Rounds.changes(run, state, old.script(Parts.none()));
        assertThat(installed.wishes())
                .containsExactlyInAnyOrder("install shop " + one, "install shop-data " + two);
        assertThat(installed.before()).containsEntry("packages", "shop absent\n");
        assertThat(root.inside("shop")).isEqualTo("1.0\n");

        assertThat(Rounds.unchanged(run, state, script("shop")).reason())
                .isEqualTo("shop " + one + " installed");
        InstallPackages latest = InstallPackages.of("shop=latest");
        ScriptAnswer upgraded = Rounds.changes(run, state, latest.script(Parts.none()));
        assertThat(upgraded.wishes())
                .singleElement()
                .asString()
                .contains("shop")
                .endsWith("to " + two);
        assertThat(root.inside("shop")).isEqualTo("2.0\n");
        Rounds.changes(run, state, latest.undo(upgraded.before()).orElseThrow());
        assertThat(root.inside("shop")).isEqualTo("1.0\n");

        HoldPackages hold = new HoldPackages(List.of("shop"), true);
        ScriptAnswer held = Rounds.changes(run, state, hold.script(Parts.none()));
        assertThat(run.look(script("shop=" + two)).kind()).isNotEqualTo(Kind.UNCHANGED);
        assertThat(run.apply(script("shop=" + two)).kind()).isIn(Kind.REFUSED, Kind.FAILED);
        assertThat(root.inside("shop")).isEqualTo("1.0\n");
        Rounds.changes(run, state, hold.undo(held.before()).orElseThrow());

        RemovePackages remove = new RemovePackages(List.of("shop-data", "never"), false);
        ScriptAnswer removed = Rounds.changes(run, state, remove.script(Parts.none()));
        assertThat(removed.wishes()).contains("remove shop " + one, "remove shop-data " + two);
        assertThat(root.inside("command -v shop || echo none")).isEqualTo("none\n");
        assertThat(Rounds.unchanged(run, state, remove.script(Parts.none())).reason())
                .isEqualTo("shop-data, never not installed");
        Rounds.changes(run, state, remove.undo(removed.before()).orElseThrow());

        assertThat(run.look(script("no-such-thing")).code()).isEqualTo("not-offered");
        ScriptAnswer unknown = run.apply(script("no-such-thing"), "");
        assertThat(unknown.kind()).isEqualTo(Kind.REFUSED);
        assertThat(unknown.reason()).contains("no-such-thing");
        assertThat(run.apply(script("shop=9.9"), "").kind()).isEqualTo(Kind.REFUSED);
    }

    private static dev.cadastre.change.script.Script script(String... packages) {
        return InstallPackages.of(packages).script(Parts.none());
    }
}
