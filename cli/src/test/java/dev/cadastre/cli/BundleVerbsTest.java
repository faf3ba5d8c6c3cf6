package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.run.BundleLock;
import dev.cadastre.api.run.BundlePut;
import dev.cadastre.api.run.HostBundle;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.tar.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bundles, of a server's hosts and of a host that a real sshd of this machine is. */
@Timeout(120)
class BundleVerbsTest {

    private static final String SHOP = "/api/v1/hosts/web1/bundles/shop";

    @TempDir private Path folder;
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal.Outcome run(String... words) {
        return new Terminal(folder).variable("CADASTRE_SERVER", server.url()).run(words);
    }

    private static String tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        ChangeArchive.write(ChangeFolder.of(files, Set.of()), tar);
        return tar.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsWhoHasAHostOfTheServer() {
        server.on(
                "GET /api/v1/hosts/web1/bundles",
                new ListPage<>(
                        List.of(
                                new HostBundle(
                                        "shop",
                                        "/home/ops/.cadastre/bundles/shop",
                                        new BundleLock(
                                                "42-1234abcd",
                                                42L,
                                                "person:anna",
                                                Instant.parse("2026-01-02T03:04:05Z"),
                                                "the logo"),
                                        List.of(),
                                        RunStatus.FAILED,
                                        "mv ~/.cadastre/bundles/shop ~/shop.left",
                                        "mkdir shop && sshfs -p 22 web1:.cadastre/bundles/shop shop"),
                                new HostBundle(
                                        "other",
                                        "/home/ops/.cadastre/bundles/other",
                                        null,
                                        List.of(3),
                                        null,
                                        "mv ~/.cadastre/bundles/other ~/other.left",
                                        null)),
                        null));

        Terminal.Outcome listed = run("bundle", "ls", "web1");

        assertThat(listed.err()).isEmpty();
        assertThat(listed.out())
                .contains("42", "person:anna", "the logo", "left behind: the run ended failed")
                .contains("at work with script 3")
                .contains("cadastre bundle pull web1 shop")
                .contains("sshfs -p 22 web1:.cadastre/bundles/shop shop")
                .contains("mv ~/.cadastre/bundles/shop ~/shop.left");
        assertThat(run("bundle", "ls", "web1", "-o", "names").out()).isEqualTo("shop\nother\n");
        assertThat(run("bundle", "ls", "web1", "--estate", "x").status()).isEqualTo(2);
    }

    @Test
    void fetchesAndPutsBackByTheServer() throws IOException {
        server.on(
                "GET " + SHOP,
                200,
                "application/x-tar",
                tar(Map.of("jobs/01.sh", "echo one\n".getBytes(StandardCharsets.UTF_8))));
        Path copy = folder.resolve("copy");

        Terminal.Outcome pulled = run("bundle", "pull", "web1", "shop", copy.toString());

        assertThat(pulled.err()).contains("1 file in " + copy);
        assertThat(copy.resolve("jobs/01.sh")).hasContent("echo one\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rwx------");
        Terminal.Outcome again = run("bundle", "pull", "web1", "shop", copy.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");

        Files.writeString(copy.resolve("jobs/01.sh"), "echo two\n");
        server.on("PUT " + SHOP, new BundlePut(List.of("jobs/01.sh")));
        Terminal.Outcome pushed = run("bundle", "push", "web1", "shop", copy.toString());
        assertThat(pushed.out()).isEqualTo("jobs/01.sh\n");
        assertThat(pushed.err()).contains("1 file changed on web1");
        String sent = server.body("PUT " + SHOP);
        ChangeFolder files =
                ChangeArchive.read(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
        assertThat(files.content("jobs/01.sh")).asString().isEqualTo("echo two\n");
    }

    @Test
    void believesNoArchive() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(tar);
        writer.file("../escaped", false, new byte[] {'x'});
        writer.end();
        server.on("GET " + SHOP, 200, "application/x-tar", tar.toString(StandardCharsets.UTF_8));

        Terminal.Outcome pulled =
                run("bundle", "pull", "web1", "shop", folder.resolve("a").toString());

        assertThat(pulled.status()).isEqualTo(1);
        assertThat(pulled.err()).contains("change.archive-name");
        assertThat(folder.resolve("escaped")).doesNotExist();
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void worksOnAHaltedRunsBundleWithoutAServer() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                shop.resolve("shop.change"),
                """
                [change]
                name = shop

                [step open]
                op = bundle.open
                bundle = shop

                [step fails]
                op = command.run
                command = false

                [step close]
                op = bundle.close
                """);
        try (Sshd sshd = Sshd.start(Files.createDirectories(folder.resolve("sshd")), home)) {
            Terminal.Outcome failed =
                    new Terminal(home)
                            .run(
                                    "run",
                                    "start",
                                    shop.resolve("shop.change").toString(),
                                    "--offline",
                                    "--host",
                                    sshd.host(),
                                    "--why",
                                    "a try",
                                    "--yes");
            assertThat(failed.status()).isEqualTo(1);

            Terminal.Outcome listed =
                    new Terminal(home).run("bundle", "ls", sshd.host(), "--offline");
            assertThat(listed.err()).isEmpty();
            assertThat(listed.out())
                    .contains("shop", "left behind: the run ended failed", "a try")
                    .contains(":.cadastre/bundles/shop shop");

            Path copy = folder.resolve("copy");
            Terminal.Outcome pulled =
                    new Terminal(home)
                            .run(
                                    "bundle",
                                    "pull",
                                    sshd.host(),
                                    "shop",
                                    copy.toString(),
                                    "--offline");
            assertThat(pulled.status()).as(pulled.err()).isZero();
            Path script;
            try (var scripts = Files.list(copy.resolve("jobs"))) {
                script = scripts.sorted().findFirst().orElseThrow();
            }
            Files.writeString(script, Files.readString(script).replace("false", "true"));
            Terminal.Outcome pushed =
                    new Terminal(home)
                            .run(
                                    "bundle",
                                    "push",
                                    sshd.host(),
                                    "shop",
                                    copy.toString(),
                                    "--offline");
            assertThat(pushed.out()).isEqualTo("jobs/" + script.getFileName() + "\n");
            Terminal.Outcome resumed = new Terminal(home).run("run", "resume", "latest");
            assertThat(resumed.status()).as(resumed.err()).isZero();
        }
    }
}
