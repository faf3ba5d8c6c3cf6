package dev.cadastre.change.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFolderTest {

    @TempDir private Path scratch;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(scratch.resolve("change"));
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private ChangeFolder read() {
        FolderReading reading = ChangeFolder.read(folder);
        assertThat(reading.problems()).isEmpty();
        return reading.folder().orElseThrow();
    }

    private List<Problem> problems() {
        FolderReading reading = ChangeFolder.read(folder);
        assertThat(reading.folder()).isEmpty();
        return reading.problems();
    }

    @Test
    void holdsItsFilesInTheOrderOfTheirBytes() throws IOException {
        write("b", "2");
        write("a/x", "1");
        write("a-b", "3");
        write("\uD83D\uDE00", "4");
        write("\uFFE5", "5");
        assertThat(folder.resolve("b").toFile().setExecutable(true)).isTrue();

        assertThat(read().files())
                .extracting(FolderFile::path, FolderFile::executable, FolderFile::size)
                .containsExactly(
                        tuple("a-b", false, 1L),
                        tuple("a/x", false, 1L),
                        tuple("b", true, 1L),
                        tuple("\uFFE5", false, 1L),
                        tuple("\uD83D\uDE00", false, 1L));
        assertThat(read().size()).isEqualTo(5);
    }

    /** Written by hand in the terms of docs/formats/change-archive.md. */
    @Test
    void hasADigestThatOtherProgramsCanMake() throws Exception {
        write("a", "x");
        write("b", "");
        assertThat(folder.resolve("b").toFile().setExecutable(true)).isTrue();
        Process sh =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                """
                                field() {
                                    printf "\\\\$(printf %03o 0)\\\\$(printf %03o 0)\\\\0\\\\$(printf %03o ${#1})%s" "$1"
                                }
                                hash() { printf %s "$1" | sha256sum | cut -d ' ' -f 1; }
                                {
                                    field 'cadastre change 1'
                                    field a; field 644; field "$(hash x)"
                                    field b; field 755; field "$(hash '')"
                                } | sha256sum | cut -d ' ' -f 1
                                """)
                        .start();

        assertThat(new String(sh.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo(read().digest());
    }

    @Test
    void hasOneDigestWhereverItLies() throws IOException {
        write("a/x", "1");
        write("y", "2");
        ChangeFolder memory =
                ChangeFolder.of(
                        Map.of("a/x", "1".getBytes(UTF_8), "y", "2".getBytes(UTF_8)), Set.of());

        assertThat(read()).isEqualTo(memory).hasSameHashCodeAs(memory);
        assertThat(memory.with(Map.of("y", "3".getBytes(UTF_8)), Set.of()).digest())
                .isNotEqualTo(memory.digest());
        assertThat(memory.with(Map.of("y", "2".getBytes(UTF_8)), Set.of())).isEqualTo(memory);
    }

    @Test
    void leavesOutWhatBelongsToVersionControl() throws IOException {
        write("x", "1");
        write(".git/config", "");
        write("lib/.svn/entries", "");
        write("lib/CVS/Root", "");
        write(".DS_Store", "");
        write(".profile", "");

        assertThat(read().files()).extracting(FolderFile::path).containsExactly(".profile", "x");
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        write("real/x", "1");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("y"), Path.of("real/x"));

        assertThat(read().files())
                .extracting(FolderFile::path)
                .containsExactly("link/x", "real/x", "y");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws Exception {
        Files.createSymbolicLink(folder.resolve("passwd"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("above"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("nothing"));
        assertThat(
                        new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                                .start()
                                .waitFor())
                .isZero();
        write("a\nb", "");
        write("c\\d", "");

        assertThat(problems())
                .extracting(Problem::file, Problem::code)
                .containsExactlyInAnyOrder(
                        tuple("passwd", "change.file-outside"),
                        tuple("above", "change.file-outside"),
                        tuple("loop", "change.folder-loop"),
                        tuple("nowhere", "change.file-unreadable"),
                        tuple("pipe", "change.file-kind"),
                        tuple("a?b", "change.file-name"),
                        tuple("c\\d", "change.file-name"));
    }

    @Test
    void isBounded() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(folder.resolve("l").toFile(), "rw")) {
            large.setLength(ChangeFolder.MOST_BYTES + 1);
        }
        assertThat(problems()).extracting(Problem::code).containsExactly("change.folder-too-large");

        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i <= ChangeFolder.MOST_FILES; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertThatThrownBy(() -> ChangeFolder.of(many, Set.of()))
                .hasMessageContaining("change.folder-too-many");
        folder = scratch.resolve("missing");
        assertThat(problems()).extracting(Problem::code).containsExactly("change.file-unreadable");
    }

    /** Somebody writes to each file as soon as it is opened, that many times. */
    private FolderReading readWhileWritten(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new FolderReader(
                        folder,
                        file -> {
                            InputStream before = Files.newInputStream(file);
                            if (left.getAndDecrement() > 0) {
                                Files.writeString(file, "more", StandardOpenOption.APPEND);
                            }
                            return before;
                        })
                .read();
    }

    @Test
    void isReadAgainWhileItIsBeingWritten() throws IOException {
        write("log", "1");

        assertThat(readWhileWritten(1).folder()).contains(read());
        assertThat(readWhileWritten(9).problems())
                .extracting(Problem::file, Problem::code)
                .containsExactly(tuple("log", "change.file-unsteady"));
    }

    @Test
    void refusesContentThatWasChangedSince() throws IOException {
        write("x", "1");
        ChangeFolder before = read();
        write("x", "2");

        assertThatThrownBy(() -> before.content("x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed since");
        assertThatThrownBy(() -> before.content("y")).isInstanceOf(NoSuchFileException.class);
        Files.delete(folder.resolve("x"));
        assertThatThrownBy(() -> before.content("x")).hasMessageContaining("no longer a file");
    }

    @Test
    void isWhatScriptsAreMadeFrom() throws IOException {
        write("conf/a", "1");
        write("conf/d/b", "2");
        write("conference", "3");
        FolderContext context = FolderContext.host(read(), "web1", Map.of("host", "x", "y", "z"));

        assertThat(context.files("./conf/")).containsExactly("a", "d/b");
        assertThat(context.files("")).containsExactly("conf/a", "conf/d/b", "conference");
        assertThat(context.file("./conf/a")).isEqualTo(new byte[] {'1'});
        assertThat(context.values()).isEqualTo(Map.of("host", "web1", "y", "z"));
        assertThat(FolderContext.local(read(), Map.of()).values())
                .isEqualTo(Map.of("host", "localhost"));
        for (String outside : new String[] {"../change/conf/a", "/etc/passwd", "conf", "none"}) {
            assertThatThrownBy(() -> context.file(outside)).isInstanceOf(NoSuchFileException.class);
        }
        assertThatThrownBy(() -> context.files("none")).isInstanceOf(NoSuchFileException.class);
    }
}
