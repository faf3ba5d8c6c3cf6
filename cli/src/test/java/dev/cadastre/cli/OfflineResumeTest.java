package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of runs without a server that have ended: they go on, are undone or given up. */
@Timeout(120)
class OfflineResumeTest extends OfflineRuns {

    @Test
    void failedRunIsPutRightAndGoesOnWithoutItsFolder() throws Exception {
        steps(
                """
                [step needs]
                op = command.run
                command = test -e %1$s/needed && touch %1$s/done
                creates = %1$s/done

                """
                        .formatted(target));

        Terminal.Outcome failed = run(words("start", "--yes"));
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).contains("failed");
        assertThat(failed.err()).contains("cadastre run resume");
        assertThat(sshd.home().resolve(".cadastre/bundles/shop")).exists();

        Files.delete(change);
        Files.writeString(target.resolve("needed"), "x");
        Terminal.Outcome resumed = run("run", "resume", "latest");

        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(target.resolve("done")).exists();
        assertThat(sshd.home().resolve(".cadastre/bundles/shop")).doesNotExist();
    }

    @Test
    void whatFailsCanBeSkipped() throws Exception {
        steps("[step no]\nop = command.run\ncommand = false\n");
        assertThat(run(words("start", "--yes")).status()).isEqualTo(1);

        assertThat(run("run", "resume", "latest", "--skip", "nothing").err())
                .contains("run.no-such-job");
        Terminal.Outcome resumed = run("run", "resume", "latest", "--skip", "no");

        assertThat(resumed.out()).contains("skipped");
        assertThat(sshd.home().resolve(".cadastre/bundles/shop")).doesNotExist();
    }

    @Test
    void runIsUndone() throws Exception {
        configuration();
        Files.writeString(target.resolve("shop.conf"), "port = 80\n");
        assertThat(run(words("start", "--yes")).status()).isZero();

        Terminal.Outcome undone = run("run", "undo", "latest");

        assertThat(undone.status()).as(undone.err()).isZero();
        assertThat(undone.out()).contains("undo configuration");
        assertThat(target.resolve("shop.conf")).hasContent("port = 80\n");
        assertThat(run("run", "ls", "--offline").out()).contains("undone");
    }

    @Test
    void ofARunWhoseProcessWasKilledNothingGoesOn() throws Exception {
        configuration();
        run(words("start", "--yes"));
        String id = latest().text("run", "id").orElseThrow();
        Path journal = home.resolve(".local/share/cadastre/runs/" + id + "/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 1));

        assertThat(run("run", "ls", "--offline").out()).contains("interrupted");
        assertThat(run("run", "show", "latest").out())
                .contains("interrupted", "Go on: cadastre run resume " + id);
        assertThat(run("run", "resume", "latest").status()).isZero();
    }

    @Test
    void givenUpRunGivesItsLockBack() throws Exception {
        steps("[step no]\nop = command.run\ncommand = false\n");
        run(words("start", "--yes"));

        Terminal.Outcome blocked = run(words("start", "--yes"));
        assertThat(blocked.out() + blocked.err()).containsIgnoringCase("blocked");
        List<String> ids = run("run", "ls", "--offline", "-o", "names").out().lines().toList();
        assertThat(ids).hasSize(2);
        for (String id : ids) {
            run("run", "release", id);
        }

        assertThat(sshd.home().resolve(".cadastre/bundles/shop")).doesNotExist();
    }
}
