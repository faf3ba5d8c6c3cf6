package dev.cadastre.change.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.change.tar.HandMadeTar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that somebody made to do harm. */
class HostileArchiveTest {

    private static final String ANY = "0".repeat(64);

    @TempDir private Path folder;

    static Stream<Arguments> corpus() {
        HandMadeTar large =
                HandMadeTar.empty()
                        .entry(
                                '0',
                                "f",
                                "",
                                new byte[0],
                                header -> HandMadeTar.put(header, 124, "77777777777\0"));
        return Stream.of(
                refused("name", "the root", tar().file("/etc/passwd", "x").ended()),
                refused("name", "upwards", tar().file("../x", "x").ended()),
                refused("name", "upwards inside", tar().file("a/../../x", "x").ended()),
                refused("name", "twice below itself", tar().file("././x", "x").ended()),
                refused("name", "upwards by pax", tar().pax("path=../x").file("x", "").ended()),
                refused("name", "the root by pax", tar().pax("path=/x").file("x", "").ended()),
                refused(
                        "name",
                        "by GNU's",
                        tar().entry('L', "l", "", b("../x"), h -> {}).file("x", "").ended()),
                refused(
                        "name",
                        "by a prefix",
                        tar().entry('0', "x", "", b(""), h -> HandMadeTar.put(h, 345, ".."))
                                .ended()),
                refused("name", "line feed", tar().file("a\nb", "x").ended()),
                refused("name", "escape", tar().file("a\u001b[2Jb", "x").ended()),
                refused("name", "no UTF-8", tar().file("a\u00ff", "x").ended()),
                refused("name", "backslash", tar().file("..\\x", "x").ended()),
                refused("name", "nothing", tar().file("", "x").ended()),
                refused("name", "a folder upwards", tar().of('5', "../x/", "").ended()),
                refused(
                        "name",
                        "long part",
                        tar().pax("path=" + "n".repeat(300)).file("x", "").ended()),
                refused("kind", "link", tar().of('2', "a", "/etc").ended()),
                refused("kind", "hard link", tar().file("b", "").of('1', "a", "b").ended()),
                refused("kind", "character device", tar().of('3', "a", "").ended()),
                refused("kind", "block device", tar().of('4', "a", "").ended()),
                refused("kind", "pipe", tar().of('6', "a", "").ended()),
                refused("kind", "volume", tar().of('V', "a", "").ended()),
                refused("duplicate", "a file twice", tar().file("a", "1").file("a", "2").ended()),
                refused(
                        "duplicate",
                        "spelled twice",
                        tar().file("a", "1").file("./a", "2").ended()),
                refused("duplicate", "file, folder", tar().file("a", "").file("a/b", "").ended()),
                refused("duplicate", "folder, file", tar().file("a/b", "").file("a", "").ended()),
                refused("duplicate", "file, folder", tar().file("a", "").of('5', "a/", "").ended()),
                refused("sparse", "GNU's", tar().of('S', "a", "").ended()),
                refused("sparse", "by pax", tar().pax("GNU.sparse.name=a").file("x", "").ended()),
                refused("broken", "two sizes", tar().pax("size=512").file("x", "").ended()),
                refused(
                        "broken",
                        "a link with content",
                        tar().entry('2', "x", "y", b("data"), h -> {}).ended()),
                refused(
                        "broken",
                        "a path for all",
                        tar().entry('g', "g", "", b("9 path=x\n"), h -> {}).file("a", "").ended()),
                refused(
                        "broken",
                        "no length",
                        tar().entry('x', "p", "", b("path=x\n"), h -> {}).file("a", "").ended()),
                refused(
                        "broken",
                        "long length",
                        tar().entry('x', "p", "", b("99 path=x\n"), h -> {}).file("a", "").ended()),
                refused(
                        "broken",
                        "size in base 256",
                        tar().entry('0', "x", "", b(""), h -> h[124] = (byte) 0x80).ended()),
                refused("broken", "wrong sum", broken(tar().file("x", "y").ended())),
                refused(
                        "broken",
                        "after its end",
                        tar().file("x", "y").raw(new byte[512]).file("z", "").ended()),
                refused("broken", "ends in a header", tar().pax("path=x").ended()),
                refused(
                        "broken",
                        "endless name",
                        tar().entry('L', "l", "", new byte[2 << 20], h -> {})
                                .file("a", "")
                                .ended()),
                refused("truncated", "nothing", new byte[0]),
                refused("truncated", "no end", tar().file("x", "y").bytes()),
                refused("truncated", "half a block", cut(tar().file("x", "y").ended(), 700)),
                refused("truncated", "half a header", cut(tar().file("x", "y").ended(), 300)),
                refused("too-large", "one file", large.ended()));
    }

    private static HandMadeTar tar() {
        return HandMadeTar.empty();
    }

    private static byte[] b(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] cut(byte[] bytes, int length) {
        return java.util.Arrays.copyOf(bytes, length);
    }

    private static byte[] broken(byte[] bytes) {
        bytes[0] = 'z';
        return bytes;
    }

    private static Arguments refused(String code, String what, byte[] archive) {
        return Arguments.of("change.archive-" + code, what, archive);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("corpus")
    void isRefusedAndLeavesNothingBehind(String code, String what, byte[] archive)
            throws IOException {
        ArchiveRefused refused = unpacking(new ByteArrayInputStream(archive), ANY);

        assertThat(refused.code()).as(what).isEqualTo(code);
        assertThat(refused).message().matches("[^\\p{Cntrl}]+");
        assertThat(folder).isEmptyDirectory();
    }

    private ArchiveRefused unpacking(InputStream in, String digest) {
        return catchThrowableOfType(
                ArchiveRefused.class,
                () -> ChangeArchive.unpack(in, digest, folder.resolve("unpacked")));
    }

    @Test
    void isBoundedInFiles() {
        HandMadeTar tar = tar();
        for (int i = 0; i <= ChangeFolder.MOST_FILES; i++) {
            tar.file("f" + i, "");
        }
        ArchiveRefused refused =
                catchThrowableOfType(
                        ArchiveRefused.class,
                        () -> ChangeArchive.read(new ByteArrayInputStream(tar.ended()), ANY));

        assertThat(refused.code()).isEqualTo("change.archive-too-many");
    }

    @Test
    void isBoundedInWhatFollowsItsEnd() {
        InputStream zeros =
                new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        java.util.Arrays.fill(into, from, from + most, (byte) 0);
                        return most;
                    }
                };
        ArchiveRefused refused =
                unpacking(
                        new SequenceInputStream(
                                new ByteArrayInputStream(tar().file("x", "y").bytes()), zeros),
                        ANY);

        assertThat(refused.code()).isEqualTo("change.archive-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../x", "A\u001b", "0000"})
    void isComparedWithItsDigest(String digest) throws IOException {
        ArchiveRefused refused =
                unpacking(new ByteArrayInputStream(tar().file("x", "y").ended()), digest);

        assertThat(refused.code()).isEqualTo("change.archive-digest");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isTakenFromAnyHonestTar() throws Exception {
        Path files = Files.createDirectories(folder.resolve("a b/ü/" + "n".repeat(120)));
        Files.writeString(files.resolve("it's"), "1");
        Files.writeString(folder.resolve("run"), "#!/bin/sh\n");
        assertThat(folder.resolve("run").toFile().setExecutable(true)).isTrue();
        ChangeFolder read = ChangeFolder.read(folder).folder().orElseThrow();
        for (String format : new String[] {"gnu", "pax"}) {
            Process tar =
                    new ProcessBuilder(
                                    "tar",
                                    "--format=" + format,
                                    "-C",
                                    folder.toString(),
                                    "-cf",
                                    "-",
                                    ".")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertThat(ChangeArchive.read(tar.getInputStream(), read.digest())).isEqualTo(read);
            assertThat(tar.waitFor()).isZero();
        }
    }

    @Test
    void doesNotReplaceWhatIsThere() throws IOException {
        ChangeFolder change = ChangeFolder.of(Map.of("x", b("y")), Set.of());
        Path there = Files.createDirectory(folder.resolve("unpacked"));
        byte[] archive = tar().file("x", "y").ended();

        assertThat(
                        catchThrowableOfType(
                                java.nio.file.FileAlreadyExistsException.class,
                                () ->
                                        ChangeArchive.unpack(
                                                new ByteArrayInputStream(archive),
                                                change.digest(),
                                                there)))
                .isNotNull();
        assertThat(there).isEmptyDirectory();
    }
}
