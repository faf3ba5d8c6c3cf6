package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

    private static final String SPOOL = "/var/spool/cron/crontabs";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"this machine,dash", "this machine,mksh", "busybox,busybox sh"})
    void keepsOneEntryAndTouchesNoOther(String tree, String shell) throws Exception {
        try (ThrowAwayRoot root = root(tree)) {
            root.inside(
                    "mkdir -p " + SPOOL + "; printf '# by hand\\n5 4 * * * true\\n' | crontab -");
            String before = root.inside("crontab -l");
            Path spool = root.path(SPOOL);
            EnsureCron cron =
                    new EnsureCron(
                            "shop-clean", "", "0 3 * * mon-fri", "echo 'it''s' \"$(x)\" \\%");
            ScriptRun run = root.run(shell);

            ScriptAnswer added = Rounds.changes(run, spool, cron.script(Parts.none()));
            assertThat(root.inside("crontab -l"))
                    .isEqualTo(
                            before
                                    + "# cadastre: shop-clean\n"
                                    + "0 3 * * mon-fri echo 'it''s' \"$(x)\" \\%\n");

            EnsureCron later = new EnsureCron("shop-clean", "", "@daily", "true \\1 &");
            ScriptAnswer changed = Rounds.changes(run, spool, later.script(Parts.none()));
            assertThat(root.inside("crontab -l"))
                    .isEqualTo(before + "# cadastre: shop-clean\n@daily true \\1 &\n");
            Rounds.changes(run, spool, later.undo(changed.before()).orElseThrow());
            Rounds.changes(run, spool, cron.undo(added.before()).orElseThrow());
            assertThat(root.inside("crontab -l")).isEqualTo(before);

            EnsureCron none = new EnsureCron("shop-clean", "", "", "");
            assertThat(Rounds.unchanged(run, spool, none.script(Parts.none())).reason())
                    .isEqualTo("The crontab of root has no shop-clean");
        }
    }

    @ParameterizedTest
    @CsvSource({"this machine,dash,daemon", "busybox,busybox sh,ops"})
    void writesTheCrontabOfAnotherAccount(String tree, String shell, String account)
            throws Exception {
        try (ThrowAwayRoot root = root(tree)) {
            root.inside("mkdir -p " + SPOOL);
            EnsureCron cron = new EnsureCron("n", account, "@hourly", "true");
            Rounds.changes(root.run(shell), root.path(SPOOL), cron.script(Parts.none()));
            assertThat(root.inside("crontab -u " + account + " -l"))
                    .isEqualTo("# cadastre: n\n@hourly true\n");
        }
    }

    @Test
    void waitsForCron() throws Exception {
        try (ThrowAwayRoot root = ThrowAwayRoot.of("debian", folder)) {
            EnsureCron cron = new EnsureCron("n", "", "@hourly", "true");
            assertThat(root.run("sh").look(cron.script(Parts.none())).code()).isEqualTo("no-cron");
        }
    }

    private ThrowAwayRoot root(String tree) throws Exception {
        return tree.equals("busybox")
                ? ThrowAwayRoot.of(tree, folder)
                : ThrowAwayRoot.ofThisMachine(folder);
    }
}
