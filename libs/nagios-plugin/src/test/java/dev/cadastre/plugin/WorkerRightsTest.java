package dev.cadastre.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker has its account's rights and no others, and needs none to read what it is made of. */
class WorkerRightsTest {
    private static final Account GROUPED = new Account("grouped", 65_534, 100, List.of(4, 5));

    @TempDir Path folder;

    private static Launcher launcher(WorkerJvm.Library library) {
        WorkerJvm jvm = new WorkerJvm(WorkerJvm.ours().java(), library);
        return new Launcher(
                1,
                Launcher.GRACE,
                Optional.of(
                        new Workers(jvm, 1, Launcher.GRACE, Worker.PATIENCE, System::nanoTime)));
    }

    private static Path worker(Launcher launcher) throws InterruptedException {
        Outcome outcome = launcher.run(WorkerTest.shell("echo $PPID").as(GROUPED));
        return Path.of("/proc", outcome.output().text().strip());
    }

    @Test
    void takesThemWithEachOfItsThreads() throws IOException, InterruptedException {
        try (Launcher launcher = new Launcher(1);
                Stream<Path> tasks = Files.list(worker(launcher).resolve("task"))) {
            List<Path> all = tasks.toList();

            assertThat(all).hasSizeGreaterThan(5);
            for (Path task : all) {
                String status = Files.readString(task.resolve("status"), ISO_8859_1);
                assertThat(TaskRights.parse(status).areThoseOf(GROUPED)).as(status).isTrue();
                assertThat(status).contains("CapInh:\t0000000000000000");
            }
        }
    }

    @Test
    void mayNotBeTracedAndKnowsNothingOfItsLaunchersEnvironment() throws Exception {
        try (Launcher launcher = new Launcher(1)) {
            Path worker = worker(launcher);

            assertThat(Files.getAttribute(worker.resolve("environ"), "unix:uid")).isEqualTo(0);
            assertThat(Files.readString(worker.resolve("environ"))).isEqualTo("LC_ALL=C.UTF-8\0");
            assertThat(Files.readSymbolicLink(worker.resolve("cwd"))).isEqualTo(Path.of("/"));
        }
    }

    @Test
    void needsNoLibraryThatItMayRead() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path copy = Files.createDirectory(folder.resolve("classes"));
        Path archive = archive(folder.resolve("library.jar"));
        copyClasses(copy);

        for (Path library : List.of(copy, archive)) {
            try (Launcher launcher = launcher(() -> new LibraryPath(library, false))) {
                assertThat(launcher.run(WorkerTest.shell("ls " + library)).errors().text())
                        .contains("Permission denied");
                assertRunsAll(launcher);
            }
        }
    }

    /** What is rare is needed late. */
    private static void assertRunsAll(Launcher launcher) throws InterruptedException {
        Outcome left = launcher.run(WorkerTest.shell("setsid sleep 1000 & sleep 0.5; echo $!"));
        Outcome missing =
                launcher.run(PluginCommand.of(Path.of("/no/such")).as(WorkerTest.nobody()));

        assertThat(left.leftBehind()).isTrue();
        LauncherTest.assertGone(left.output().text());
        assertThat(missing.ending().cause()).contains("There is no /no/such");
    }

    @Test
    void isMadeOfAnArchiveInAnArchive() throws Exception {
        Path inner = archive(folder.resolve("inner.jar"));
        Path outer = folder.resolve("outer.jar");
        try (FileSystem files = FileSystems.newFileSystem(outer, Map.of("create", "true"))) {
            Files.copy(inner, files.getPath("/inner.jar"));
        }
        var location = URI.create("jar:" + outer.toUri() + "!/inner.jar!/").toURL();
        LibraryPath library = LibraryPath.of(location);

        assertThat(Files.readAllBytes(library.path())).isEqualTo(Files.readAllBytes(inner));
        assertThat(Files.getPosixFilePermissions(library.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Launcher launcher = launcher(() -> library)) {
            assertRunsAll(launcher);
        }
        assertThat(library.path()).doesNotExist();
    }

    @Test
    void isMadeOfWhatWasLoadedAsItIsOtherwise() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("ü b+c"));

        assertThat(LibraryPath.of(odd.toUri().toURL())).isEqualTo(new LibraryPath(odd, false));
        assertThat(LibraryPath.find().path()).isEqualTo(classes());
    }

    @Test
    void knowsWhatIsBeyondAnAccountsRights() {
        String right =
                """
                Name:\tjava
                Uid:\t65534\t65534\t65534\t65534
                Gid:\t100\t100\t100\t100
                Groups:\t4 5\s
                CapInh:\t0000000000000000
                CapPrm:\t0000000000000000
                CapEff:\t0000000000000000
                CapBnd:\t000001ffffffffff
                CapAmb:\t0000000000000000
                """;

        assertThat(TaskRights.parse(right).areThoseOf(GROUPED)).isTrue();
        for (String[] change :
                new String[][] {
                    {"Uid:\t65534\t65534\t65534\t65534", "Uid:\t65534\t65534\t0\t65534"},
                    {"Gid:\t100\t100\t100\t100", "Gid:\t100\t100\t100\t0"},
                    {"Groups:\t4 5", "Groups:\t0 4 5"},
                    {"Groups:\t4 5", "Groups:\t4"},
                    {"CapPrm:\t0", "CapPrm:\t1"},
                    {"CapEff:\t0", "CapEff:\t8"},
                    {"CapAmb:\t0000000000000000\n", ""}
                }) {
            String wrong = right.replace(change[0], change[1]);
            assertThat(wrong).isNotEqualTo(right);
            assertThat(TaskRights.parse(wrong).areThoseOf(GROUPED)).as(wrong).isFalse();
        }
        assertThat(TaskRights.parse("").areThoseOf(GROUPED)).isFalse();
        assertThat(TaskRights.parse("Uid:\t4294967294\n").users()).isEqualTo(Set.of(-2));
    }

    private static Path classes() throws IOException {
        return LibraryPath.find().path();
    }

    private static Path archive(Path file) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            copyClasses(files.getPath("/"));
        }
        return file;
    }

    private static void copyClasses(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(classes())) {
            for (Path each : all.toList()) {
                Path target = to.resolve(classes().relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
