package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.Script;
import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import dev.cadastre.change.script.ScriptRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String SHELLS = "dev.cadastre.change.script.Shells#all";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dash,tar cf", "dash,tar czf", "dash,zip -qr",
        "busybox ash,tar cf", "busybox ash,tar czf", "busybox ash,zip -qr",
        "mksh,tar czf", "bash --posix,tar czf"
    })
    void unpacksReplacesAndTakesAway(String shell, String pack) throws Exception {
        byte[] one =
                packed(
                        pack,
                        "mkdir -p 'shop-1/bin' 'shop-1/a b'; echo 1 >'shop-1/a b/it'\\''s'; ln -s 'a b' shop-1/link");
        byte[] two = packed(pack, "mkdir shop-2; echo 2 >shop-2/new");
        UnpackArchive unpack = unpack(true);
        ScriptAnswer applied = Rounds.changes(run(shell), host(), unpack.script(file(one)));
        assertThat(host().resolve("shop/a b/it's")).hasContent("1\n");
        assertThat(Rounds.unchanged(run(shell), host(), unpack.script(file(one))).reason())
                .isEqualTo(host() + "/shop is of shop.archive");

        Script undo = unpack.undo(applied.before()).orElseThrow();
        ScriptAnswer replaced = Rounds.changes(run(shell), host(), unpack.script(file(two)));
        assertThat(replaced.wishes())
                .containsExactly("replace " + host() + "/shop by what is in shop.archive");
        assertThat(host().resolve("shop/new")).hasContent("2\n");
        assertThat(host().resolve("shop/bin")).doesNotExist();
        assertThat(unpack.undo(replaced.before())).isEmpty();
        Rounds.refused(run(shell), host(), undo, "changed-since");

        Rounds.changes(run(shell), host(), unpack.script(file(one)));
        Rounds.changes(run(shell), host(), undo);
        assertThat(host()).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(SHELLS)
    void refusesAFolderWithOtherFilesAndKeepsTheOldOneIfTheNewIsBroken(String shell)
            throws Exception {
        byte[] good = packed("tar czf", "echo x >file");
        Path shop = Files.createDirectories(host().resolve("shop"));
        Files.writeString(shop.resolve("mine"), "");
        Rounds.refused(run(shell), host(), unpack(false).script(file(good)), "not-ours");

        Files.delete(shop.resolve("mine"));
        Rounds.changes(run(shell), host(), unpack(false).script(file(good)));
        byte[] other = packed("tar czf", "head -c 99999 /dev/urandom >file");
        Script script = unpack(false).script(file(other));
        TreeState before = TreeState.of(host());
        ScriptAnswer cut = run(shell).apply(script.reading(java.util.Arrays.copyOf(other, 5000)));
        assertThat(cut.kind()).isEqualTo(Kind.FAILED);
        assertThat(cut.code()).isEqualTo("not-unpacked");
        assertThat(TreeState.of(host()).entries().keySet()).isEqualTo(before.entries().keySet());
        assertThat(shop.resolve("file")).hasContent("x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tar cPf @ ../secret",
                "tar cPf @ $PWD/file",
                "ln -s /etc link; tar cf @ link; rm link; mkdir link; echo >link/passwd; tar rf @ link/passwd",
                "ln -s /etc/passwd link; tar cf @ link; rm link; echo >link; tar rf @ link",
                "tar cPzf @ ./../secret",
                "mkfifo pipe; tar cf @ pipe",
                "head -c 3000 /dev/urandom >@",
                "tar cf - file | head -c 700 >@",
                "tar --format=gnu -cPf @ ../secret/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
                "tar --format=pax -cPf @ ../secret/nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
            })
    void refusesWhatLeadsOutOfItsFolder(String pack) throws Exception {
        Path secret = Files.createDirectories(folder.resolve("secret"));
        Files.writeString(secret.resolve("n".repeat(110)), "");
        Path archive = folder.resolve("archive");
        sh("echo x >file; " + pack.replace("@", archive.toString()));
        Rounds.refused(
                run("dash"),
                host(),
                unpack(false).script(file(Files.readAllBytes(archive))),
                "unsafe-archive");
    }

    @Test
    void refusesAZipThatLeadsOutOfItsFolder() throws Exception {
        for (String name : new String[] {"../x", "/x", "a/../../x", "..\\x"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.UTF_8));
            }
            Rounds.refused(
                    run("dash"),
                    host(),
                    unpack(false).script(file(bytes.toByteArray())),
                    "unsafe-archive");
        }
    }

    @Test
    void keepsLongNamesOfEveryFormat() throws Exception {
        String name = "d".repeat(90) + "/" + "n".repeat(120);
        for (String format : new String[] {"gnu", "pax"}) {
            byte[] tar =
                    packed(
                            "tar --format=" + format + " -cf",
                            "mkdir " + "d".repeat(90) + "; echo " + format + " >" + name);
            Rounds.changes(run("busybox ash"), host(), unpack(false).script(file(tar)));
            assertThat(host().resolve("shop").resolve(name)).hasContent(format + "\n");
        }
    }

    private byte[] packed(String pack, String files) throws Exception {
        Path archive = folder.resolve("archive");
        Files.deleteIfExists(archive);
        sh(files + "; " + pack + " " + archive + " *");
        Path zip = folder.resolve("archive.zip");
        if (Files.exists(zip)) {
            Files.move(zip, archive);
        }
        return Files.readAllBytes(archive);
    }

    private void sh(String commands) throws IOException, InterruptedException {
        Path work = folder.resolve("work");
        Process process =
                new ProcessBuilder(
                                "sh",
                                "-ec",
                                "rm -rf \"$1\"; mkdir \"$1\"; cd \"$1\"; " + commands,
                                "sh",
                                work.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private UnpackArchive unpack(boolean strip) throws IOException {
        return new UnpackArchive("shop.archive", host() + "/shop", strip, FileRights.ANY);
    }

    private static Parts file(byte[] bytes) {
        return Parts.none().file("shop.archive", bytes);
    }

    private Path host() throws IOException {
        return Files.createDirectories(folder.resolve("host"));
    }

    private ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, folder.resolve("run"));
    }
}
