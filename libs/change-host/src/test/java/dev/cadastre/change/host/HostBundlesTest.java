package dev.cadastre.change.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.host.HostBundles.Listed;
import dev.cadastre.change.host.HostBundles.OutOfReach;
import dev.cadastre.change.host.HostBundles.Pulled;
import dev.cadastre.change.host.HostBundles.Pushed;
import dev.cadastre.change.host.HostBundles.Pushing;
import dev.cadastre.change.host.HostBundles.Refused;
import dev.cadastre.change.run.BundledScript;
import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StopSignal;
import dev.cadastre.change.tar.TarWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real shells on this machine, with a home of their own, and what people edit there. */
final class HostBundlesTest {

    private static final String ALL_SHELLS = "dev.cadastre.change.host.Shells#all";

    @TempDir Path folder;
    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(folder.resolve("it's home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private LocalShell shell() {
        return new LocalShell(Map.of("HOME", home.toString()));
    }

    private HostBundles bundles(String shell) throws IOException {
        return new HostBundles(shell(), new HostPrograms(Shells.in(folder, shell)));
    }

    /** A run that has the bundle, with a script that does this. */
    private HostSession opened(String shell, BundledScript script) throws IOException {
        HostSession session =
                new ShellSession(
                        shell(),
                        new RunSecrets(Secrets.NONE),
                        new HostPrograms(Shells.in(folder, shell)));
        assertThat(session.open(Samples.bundle(script), Samples.lock("42"), () -> {}))
                .isInstanceOf(HostSession.Opened.class);
        return session;
    }

    private Path bundle() {
        return home.resolve(".cadastre/bundles/shop");
    }

    private static Pulled pulled(HostBundles bundles) {
        HostBundles.Pulling pulling = bundles.pull("shop");
        assertThat(pulling).isInstanceOf(Pulled.class);
        return (Pulled) pulling;
    }

    private static Pushing push(HostBundles bundles, Map<String, String> files) {
        Map<String, byte[]> contents = new HashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
        return bundles.push("shop", ChangeFolder.of(contents, Set.of("bin/new")), lock -> null);
    }

    private static void assertRefused(Object result, String code, String... words) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(code);
                            assertThat(List.of(words)).allMatch(refused.reason()::contains);
                        });
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void tellsWhoHasWhat(String shell) throws IOException {
        assertThat(bundles(shell).list()).isEqualTo(new Listed(List.of()));
        opened(shell, Samples.bundled(1, Samples.does(":")));
        Files.createDirectory(home.resolve(".cadastre/bundles/nobody's"));
        Files.createDirectory(home.resolve(".cadastre/bundles/left"));
        Files.createSymbolicLink(home.resolve(".cadastre/bundles/linked"), bundle());

        assertThat(bundles(shell).list())
                .isInstanceOfSatisfying(
                        Listed.class,
                        listed -> {
                            assertThat(listed.bundles())
                                    .extracting(HeldBundle::name)
                                    .containsExactly("left", "shop");
                            HeldBundle left = listed.bundles().get(0);
                            assertThat(left.lock()).isNull();
                            HeldBundle shop = listed.bundles().get(1);
                            assertThat(shop.directory()).isEqualTo(bundle().toString());
                            assertThat(Objects.requireNonNull(shop.lock()).run()).isEqualTo("42");
                            assertThat(shop.lock().who()).isEqualTo("alice");
                            assertThat(shop.lock().message()).isEqualTo("shop: it's the 3rd time");
                            assertThat(shop.atWork()).isEmpty();
                        });
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void passesOnWhatCanBeEditedAndPutsBackWhatDiffers(String shell) throws IOException {
        opened(shell, Samples.bundled(1, Samples.does("echo the script")));
        Path notes = Files.createDirectory(bundle().resolve("my notes"));
        Files.writeString(notes.resolve("it's $(one)"), "one\n");
        Path locked = Files.writeString(bundle().resolve(".hidden"), "two\n");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-----"));

        HostBundles bundles = bundles(shell);
        Pulled there = pulled(bundles);

        assertThat(there.files().files())
                .extracting("path")
                .containsExactly(".hidden", "jobs/01.sh", "my notes/it's $(one)");
        assertThat(new String(there.files().content("jobs/01.sh"), UTF_8))
                .contains("echo the script");
        assertThat(there.files().find(".hidden").orElseThrow().executable()).isTrue();
        Object inode = Files.getAttribute(notes.resolve("it's $(one)"), "unix:ino");

        Pushing pushing =
                push(
                        bundles,
                        Map.of(
                                ".hidden", "edited\n",
                                "my notes/it's $(one)", "one\n",
                                "bin/new", "",
                                "other", "no newline"));

        assertThat(pushing)
                .isInstanceOfSatisfying(
                        Pushed.class,
                        pushed ->
                                assertThat(pushed.changed())
                                        .containsExactly(".hidden", "bin/new", "other"));
        assertThat(locked).hasContent("edited\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locked)))
                .isEqualTo("r-xr-----");
        assertThat(Files.getAttribute(notes.resolve("it's $(one)"), "unix:ino")).isEqualTo(inode);
        assertThat(bundle().resolve("bin/new")).isEmptyFile().isExecutable();
        assertThat(bundle().resolve("other")).hasContent("no newline");
        assertThat(bundle().resolve("jobs/01.sh")).exists();
        assertThat(push(bundles, Map.of(".hidden", "edited\n")))
                .isEqualTo(new Pushed(there.bundle(), List.of()));
        try (var left = Files.list(bundle())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".put"));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void putsNothingWhileAScriptIsAtWork(String shell) throws Exception {
        BundledScript waits = Samples.bundled(1, Samples.does("echo begun; sleep 300"));
        HostSession session = opened(shell, waits);
        StopSignal stop = new StopSignal();
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<HostSession.Running> ended =
                CompletableFuture.supplyAsync(
                        () -> session.run(waits, "", text -> begun.complete(text), stop));
        begun.join();

        HostBundles bundles = bundles(shell);
        assertThat(pulled(bundles).bundle().atWork()).containsExactly(1);
        assertRefused(
                push(bundles, Map.of("jobs/01.sh", "edited")),
                "at-work",
                "run 42 of alice",
                "script 1");
        assertThat(Files.readString(bundle().resolve("jobs/01.sh"))).contains("sleep 300");

        stop.give();
        ended.join();
        assertThat(push(bundles, Map.of("jobs/01.sh", "edited"))).isInstanceOf(Pushed.class);
        assertThat(bundle().resolve("jobs/01.sh")).hasContent("edited");
    }

    @Test
    void leavesTheRunsOwnAlone() throws IOException {
        opened("dash", Samples.bundled(1, Samples.does(":")));
        for (String own : List.of("lock", "state/01.out", "opened", "run.sh", ".put.x/1")) {
            assertRefused(push(bundles("dash"), Map.of(own, "x")), "own-file", own);
        }
        assertThat(push(bundles("dash"), Map.of("stately", "x"))).isInstanceOf(Pushed.class);
    }

    @Test
    void putsNothingWhereItMayNot() throws IOException {
        HostBundles bundles = bundles("dash");
        assertRefused(push(bundles, Map.of("x", "x")), "no-bundle");
        assertRefused(bundles.pull("../x"), "no-bundle");
        opened("dash", Samples.bundled(1, Samples.does(":")));

        ChangeFolder one = ChangeFolder.of(Map.of("x", new byte[] {1}), Set.of());
        assertRefused(
                bundles.push("shop", one, lock -> new Refused("run-goes-on", lock.who())),
                "run-goes-on",
                "alice");
        Files.delete(bundle().resolve("lock"));
        assertRefused(push(bundles, Map.of("x", "x")), "not-held");
        assertThat(bundle().resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource(ALL_SHELLS)
    void changesNothingThatIsNotWhole(String shell) throws IOException {
        opened(shell, Samples.bundled(1, Samples.does(":")));
        Files.createDirectory(bundle().resolve("folder"));
        Files.writeString(bundle().resolve("file"), "x");

        assertRefused(
                push(bundles(shell), Map.of("a", "x", "folder", "x")), "not-safe", "is no file");
        assertRefused(
                push(bundles(shell), Map.of("a", "x", "file/b", "x")), "not-safe", "is no folder");
        assertThat(bundle().resolve("a")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        opened("dash", Samples.bundled(1, Samples.does(":")));
        Path link = bundle().resolve("jobs/passwd");
        Files.createSymbolicLink(link, Path.of("/etc/passwd"));
        assertRefused(bundles("dash").pull("shop"), "change.archive-kind", "jobs/passwd");
        Files.delete(link);
        Files.createLink(bundle().resolve("same"), bundle().resolve("jobs/01.sh"));
        assertRefused(bundles("dash").pull("shop"), "change.archive-kind");
        Files.delete(bundle().resolve("same"));
        Files.writeString(bundle().resolve("a\nb"), "x");
        assertRefused(bundles("dash").pull("shop"), "change.archive-name");
    }

    @Test
    void believesNothingThatAHostSends() throws IOException {
        assertRefused(
                new HostBundles(LyingHost.sending(tar("../../.ssh/authorized_keys"))).pull("shop"),
                "change.archive-name");
        assertRefused(
                new HostBundles(LyingHost.sending(tar("/etc/passwd"))).pull("shop"),
                "change.archive-name");
        assertRefused(
                new HostBundles(LyingHost.sending("no tar".getBytes(UTF_8))).pull("shop"),
                "change.archive-truncated");
        assertRefused(new HostBundles(LyingHost.withoutEnd()).pull("shop"), "too-large");
        assertThat(new HostBundles(Shell.outOfReach("it is away")).pull("shop"))
                .isEqualTo(new OutOfReach("it is away"));
    }

    private static byte[] tar(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(bytes);
        writer.file(name, false, new byte[] {1});
        writer.end();
        return bytes.toByteArray();
    }
}
