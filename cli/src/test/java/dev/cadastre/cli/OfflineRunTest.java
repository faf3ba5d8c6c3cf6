package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.archive.ChangeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs without a server: how they are started, and what is kept of them. */
@Timeout(120)
class OfflineRunTest extends OfflineRuns {

    @Test
    void startChangesAndKeepsTheJournal() throws Exception {
        configuration();

        Terminal.Outcome started = run(words("start", "--yes", "--why", "release 4.2"));

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(started.out()).contains("configuration  127.0.0.1  ok      yes");
        assertThat(started.err()).contains("configuration on 127.0.0.1: changed");
        assertThat(target.resolve("shop.conf")).hasContent("port = 8080\n");
        assertThat(sshd.home().resolve(".cadastre/bundles/shop")).doesNotExist();
        assertThat(latest().text("run", "why")).contains("release 4.2");
        assertThat(run("run", "ls", "--offline").out()).contains("shop").contains("release 4.2");
        assertThat(run("run", "ls", "--offline", "--status", "failed").out())
                .doesNotContain("shop");
    }

    @Test
    void nothingIsStartedWhereNothingWouldChange() throws Exception {
        configuration();
        Files.writeString(target.resolve("shop.conf"), "port = 8080\n");

        Terminal.Outcome started = run(words("start", "--yes"));

        assertThat(started.err()).contains("All is as it should be; nothing was started.");
        assertThat(started.status()).isZero();
        assertThat(run("run", "ls", "--offline", "-o", "names").out()).isEmpty();
    }

    @Test
    void whatIsDoneEachTimeIsStartedAlthoughNothingWouldChange() throws Exception {
        steps(
                """
                [step ready]
                op = wait.for
                file = %s

                [step try]
                op = test.run
                command = echo tried >>%s/tried
                """
                        .formatted(target, target));

        Terminal.Outcome planned = run(words("plan"));
        Terminal.Outcome started = run(words("start", "--yes"));

        assertThat(planned.out()).contains("try: done each time: echo tried");
        assertThat(started.status()).as(started.err()).isZero();
        assertThat(started.out()).contains("ready  127.0.0.1  ok");
        assertThat(target.resolve("tried")).hasContent("tried");
    }

    @Test
    void nobodyToAskIsNoAgreement() throws IOException {
        configuration();

        Terminal.Outcome started = run(words("start"));

        assertThat(started.status()).isEqualTo(2);
        assertThat(started.err()).contains("--yes");
        assertThat(target.resolve("shop.conf")).doesNotExist();
    }

    @Test
    void personWhoDoesNotAgreeIsHeard() throws IOException {
        configuration();

        Terminal.Outcome started = terminal().withPerson().input("n\n").run(words("start"));

        assertThat(started.status()).isEqualTo(1);
        assertThat(started.err()).contains("Nothing was done");
        assertThat(target.resolve("shop.conf")).doesNotExist();
    }

    @Test
    void valuesComeFromTheEstateAndFromWhatIsGiven() throws Exception {
        Path estate = folder.resolve("estate.ini");
        Files.writeString(
                estate,
                """
                [group web]
                http.port = 8080
                [host web1]
                groups = web
                address = 127.0.0.1
                ssh.port = %d
                ssh.user = %s
                [host db1]
                address = 127.0.0.2
                """
                        .formatted(sshd.port(), System.getProperty("user.name")));
        Files.writeString(change.resolveSibling("conf"), "{{http.port}} {{version}} {{host}}\n");
        steps(
                """
                [step conf]
                op = files.template
                template = conf
                target = %s/${host}.conf

                """
                        .formatted(target));

        Terminal.Outcome started =
                run(
                        "run",
                        "start",
                        change.toString(),
                        "--offline",
                        "--estate",
                        estate.toString(),
                        "--on",
                        "group:web",
                        "-p",
                        "version=4.2",
                        "-p",
                        "motto=it's \"so\"=\n$(x)",
                        "--yes");

        assertThat(started.status()).as(started.err()).isZero();
        assertThat(started.err()).doesNotContain("WARN");
        assertThat(latest().text("parameters", "motto")).contains("it's \"so\"=\n$(x)");
        assertThat(target.resolve("web1.conf")).hasContent("8080 4.2 web1\n");
        Terminal.Outcome unknown =
                run(
                        "run",
                        "plan",
                        change.toString(),
                        "--offline",
                        "--estate",
                        estate.toString(),
                        "--on",
                        "web1,nowhere,nothing");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("nowhere").contains("nothing");
        Terminal.Outcome wrong =
                run("run", "plan", change.toString(), "--offline", "--host", "web1", "-p", "4.2");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("“4.2”, which is no NAME=VALUE");
    }

    @Test
    void uploadsItsJournalLater() throws Exception {
        configuration();
        run(words("start", "--yes", "--why", "no server"));
        String id = latest().text("run", "id").orElseThrow();
        Path kept = home.resolve(".local/share/cadastre/runs/" + id);
        Path journal = kept.resolve("journal.jsonl");
        String whole = Files.readString(journal);
        Files.writeString(journal, whole + "{\"entry\":99,\"torn");
        String digest = ChangeFolder.read(folder.resolve("shop")).folder().orElseThrow().digest();
        try (FakeServer server = new FakeServer()) {
            String archive = "/api/v1/change-archives/" + digest;
            String upload =
                    "PUT /api/v1/uploaded-runs/%s?archive=%s&file=shop.change"
                            .formatted(id, digest);
            server.on("HEAD " + archive, 404, "text/plain", "");
            server.on("PUT " + archive, 201, "text/plain", "");
            server.on(upload, 201, "application/json", "{\"id\":17,\"change\":\"shop\"}");

            Terminal.Outcome sent =
                    terminal()
                            .variable("CADASTRE_SERVER", server.url())
                            .run("run", "upload", "latest");

            assertThat(sent.err()).isEmpty();
            assertThat(sent.out()).contains("17", "shop");
            assertThat(server.body(upload)).isEqualTo(whole);
            assertThat(server.body("PUT " + archive)).contains("name = shop");
            assertThat(
                            terminal()
                                    .variable("CADASTRE_SERVER", server.url())
                                    .run("run", "upload", kept.toString())
                                    .status())
                    .isZero();
            assertThat(run("run", "upload", folder.toString()).status()).isEqualTo(2);
        }
    }
}
