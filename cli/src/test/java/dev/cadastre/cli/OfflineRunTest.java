package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.session.Keyboard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs without a server, on a host that a real sshd of this machine is. */
@Timeout(120)
class OfflineRunTest {

    @TempDir private Path folder;

    private Path home;
    private Path change;
    private Path target;
    private Sshd sshd;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        change = Files.createDirectories(folder.resolve("shop")).resolve("shop.change");
        target = Files.createDirectories(folder.resolve("etc"));
        sshd = Sshd.start(Files.createDirectories(folder.resolve("sshd")), home);
    }

    @AfterEach
    void stop() {
        sshd.close();
    }

    private Terminal terminal() {
        return new Terminal(home);
    }

    private Terminal.Outcome run(String... words) {
        return terminal().run(words);
    }

    /** A change that opens the bundle, does these steps and closes it. */
    private void steps(String steps) throws IOException {
        Files.writeString(
                change,
                """
                [change]
                name = shop
                summary = The shop

                [step open]
                op = bundle.open
                bundle = shop

                %s
                [step close]
                op = bundle.close
                """
                        .formatted(steps));
    }

    private void configuration() throws IOException {
        Files.writeString(change.resolveSibling("shop.conf"), "port = 8080\n");
        steps(
                """
                [step configuration]
                op = files.copy
                source = shop.conf
                target = %s/shop.conf
                """
                        .formatted(target));
    }

    private String[] words(String verb, String... more) {
        List<String> words =
                new java.util.ArrayList<>(
                        List.of(
                                "run",
                                verb,
                                change.toString(),
                                "--offline",
                                "--host",
                                sshd.host()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private Json latest() throws JsonReader.NotJson {
        return JsonReader.read(run("run", "show", "latest", "-o", "json").out());
    }

    @Test
    void planShowsWhatWouldChangeAndChangesNothing() throws IOException {
        configuration();

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.err()).isEmpty();
        assertThat(planned.out())
                .contains("shop: The shop, on 1 host, all at once")
                .contains("configuration: would change")
                .contains("+port = 8080");
        assertThat(planned.status()).isZero();
        assertThat(target.resolve("shop.conf")).doesNotExist();
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void planCanShowTheChangeItself() throws IOException {
        configuration();

        assertThat(run(words("plan", "--show")).out()).contains("[step configuration]");
    }

    @Test
    void planTellsProgramsWhatItFound() throws Exception {
        configuration();

        assertThat(run(words("plan", "-o", "csv")).out())
                .contains("configuration,127.0.0.1,changes");
        Json plan = JsonReader.read(run(words("plan", "-o", "json")).out());
        assertThat(plan.list("places").getFirst().holds("changes")).isTrue();
    }

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
    void allProblemsAreToldAtOnceWithTheirPlaces() throws IOException {
        Files.writeString(
                change,
                """
                [change]
                name = shop
                [step one]
                op = files.coppy
                [step two]
                op = files.copy
                source = x
                """);

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.status()).isEqualTo(2);
        assertThat(planned.err())
                .contains("shop.change:4:")
                .contains("change.op-unknown")
                .contains("change.parameter-missing");
    }

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

    @Test
    void eachStepIsAskedAboutIfWanted() throws Exception {
        steps(
                """
                [step one]
                op = command.run
                command = touch %1$s/one
                creates = %1$s/one

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));

        Terminal.Outcome first =
                terminal().withPerson().input("y\ny\nn\n").run(words("start", "--step"));
        assertThat(first.err()).contains("Next: one on 127.0.0.1", "Next: two on 127.0.0.1");
        assertThat(first.status()).isEqualTo(1);
        assertThat(target.resolve("one")).exists();
        assertThat(target.resolve("two")).doesNotExist();

        assertThat(run("run", "resume", "latest").status()).isZero();
        assertThat(target.resolve("two")).exists();
    }

    @Test
    void noteIsAnsweredAtTheTerminalOrLater() throws Exception {
        steps("[step tell]\nop = note\ntext = Tell support\n\n");

        Terminal.Outcome asked = run(words("start", "--yes"));
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.err()).contains("Tell support").contains("cadastre run confirm");
        Terminal.Outcome confirmed = run("run", "confirm", "latest", "tell");
        assertThat(confirmed.status()).as(confirmed.err()).isZero();

        Terminal.Outcome answered = terminal().withPerson().input("y\ny\n").run(words("start"));
        assertThat(answered.status()).as(answered.err()).isZero();
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
                        "--yes");

        assertThat(started.status()).as(started.err()).isZero();
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
    }

    @Test
    void anotherProcessHaltsTheRun() throws Exception {
        slow();
        CompletableFuture<Terminal.Outcome> going =
                CompletableFuture.supplyAsync(() -> run(words("start", "--yes")));
        awaitBegun(going);

        Terminal.Outcome asked = run("run", "halt", "latest");
        assertThat(asked.err()).contains("was asked to");
        await(going, () -> run("run", "show", "latest").out().contains("halted"));
        Files.writeString(target.resolve("go"), "");

        assertThat(going.get().status()).isEqualTo(1);
        assertThat(target.resolve("one")).exists();
        assertThat(target.resolve("two")).doesNotExist();
        assertThat(run("run", "resume", "latest").status()).isZero();
        assertThat(target.resolve("two")).exists();
    }

    @Test
    void anotherProcessHaltsARunThatAsksSomething() throws Exception {
        steps(
                """
                [step tell]
                op = note
                text = Tell support

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));
        InputStream typed =
                new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8)) {
                    private boolean isHalted;

                    @Override
                    public synchronized int read() {
                        halted();
                        return super.read();
                    }

                    @Override
                    public synchronized int read(byte[] into, int from, int most) {
                        halted();
                        return super.read(into, from, most);
                    }

                    private void halted() {
                        if (!isHalted) {
                            isHalted = true;
                            assertThat(run("run", "halt", "latest").err()).contains("was asked to");
                            while (!run("run", "show", "latest").out().contains("halted")) {
                                Thread.onSpinWait();
                            }
                        }
                    }
                };

        Terminal.Outcome started =
                terminal().withPerson().input(typed).run(words("start", "--yes"));

        assertThat(started.status()).as(started.err()).isEqualTo(1);
        assertThat(started.err()).contains("Tell support");
        assertThat(target.resolve("two")).doesNotExist();
    }

    @Test
    void secondCtrlCStopsWhatRuns() throws Exception {
        slow();
        CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
        Keyboard keyboard =
                new Keyboard() {
                    @Override
                    public String secret(String prompt) {
                        throw new AssertionError(prompt);
                    }

                    @Override
                    public Listening onInterrupt(Runnable action) {
                        interrupt.complete(action);
                        return () -> {};
                    }
                };
        CompletableFuture<Terminal.Outcome> going =
                CompletableFuture.supplyAsync(
                        () -> terminal().keyboard(keyboard).run(words("start", "--yes")));
        awaitBegun(going);

        interrupt.get().run();
        interrupt.get().run();

        Terminal.Outcome stopped = going.get();
        assertThat(stopped.status()).isEqualTo(1);
        assertThat(stopped.err()).contains("Halting", "Stopping");
        assertThat(stopped.out()).contains("stopped");
        assertThat(target.resolve("one")).doesNotExist();
    }

    /** The first step waits until somebody lets it go on. */
    private void slow() throws IOException {
        steps(
                """
                [step one]
                op = command.run
                command = touch %1$s/begun; until [ -e %1$s/go ]; do sleep 0.05; done; touch %1$s/one
                creates = %1$s/one

                [step two]
                op = command.run
                command = touch %1$s/two
                creates = %1$s/two

                """
                        .formatted(target));
    }

    private void awaitBegun(CompletableFuture<?> going) {
        await(going, () -> Files.exists(target.resolve("begun")));
    }

    private static void await(
            CompletableFuture<?> going, java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(going).isNotCompleted();
            Thread.onSpinWait();
        }
    }

    @Test
    void strangersAreNotTrusted() throws Exception {
        configuration();
        Files.delete(home.resolve(".ssh/known_hosts"));

        Terminal.Outcome planned = run(words("plan"));

        assertThat(planned.status()).isEqualTo(1);
        assertThat(planned.out()).contains("not seen").contains("known_hosts");
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
