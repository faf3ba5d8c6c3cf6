package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.cli.Terminal.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupVerbTest {

    private static final String ASKED = "POST /api/v1/backups";
    private static final String TYPE = "application/vnd.cadastre.backup+zip";

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    /** In the few bytes that are their own characters, so that a text can hold them. */
    private static String zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            var empty = new ZipEntry(entry);
            empty.setTime(0);
            empty.setSize(0);
            empty.setCrc(0);
            zip.putNextEntry(empty);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes.toByteArray());
        return text;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAFileForItsOwnerOnly() throws IOException {
        server.on(ASKED, 200, TYPE, zip("manifest.json"));
        Path file = home.resolve("one.backup");

        var outcome = terminal().run("backup", file.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(file + ", 1 kB\n");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files()).containsExactly("one.backup");
    }

    @Test
    void tellsProgramsWhatItWroteInTheFormatThatTheyAskFor() throws IOException {
        server.on(ASKED, 200, TYPE, zip("manifest.json"));
        Path file = home.resolve("one.backup");

        assertThat(terminal().run("backup", file.toString(), "-o", "json").out())
                .isEqualTo(
                        """
                        {
                          "file": "%s",
                          "bytes": %d
                        }
                        """
                                .formatted(file, Files.size(file)));
        Path other = home.resolve("other.backup");
        assertThat(terminal().run("backup", other.toString(), "-o", "names").out())
                .isEqualTo(other + "\n");
    }

    @Test
    void writesOverNothing() throws IOException {
        Path file = Files.writeString(home.resolve("one.backup"), "an older one");

        var outcome = terminal().run("backup", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("is there already");
        assertThat(file).hasContent("an older one");
        assertThat(server.lines()).isEmpty();
    }

    @Test
    void leavesNothingOfWhatDidNotComeWhole() throws IOException {
        String whole = zip("manifest.json");
        server.on(ASKED, 200, TYPE, whole.substring(0, whole.length() - 1));
        server.on(ASKED, 200, TYPE, zip("backup.json"));

        for (int attempt = 0; attempt < 2; attempt++) {
            var outcome = terminal().run("backup", home.resolve("one.backup").toString());
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err()).contains("did not come whole");
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        server.close();

        var outcome = terminal().run("backup", home.resolve("one.backup").toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("No server answers at " + server.url(), "Start one with `cadastre up`");
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsTheNewestOfItsOwn() throws IOException {
        server.on(ASKED, 200, TYPE, zip("manifest.json"));
        for (String name :
                List.of(
                        "cadastre-20200101T000000Z.backup",
                        "cadastre-20200102T000000Z.backup",
                        "cadastre-20200103T000000Z.backup",
                        "cadastre-20200104T000000Z.backup.part",
                        "cadastre-of-mine.backup",
                        "notes")) {
            Files.writeString(home.resolve(name), "");
        }

        var outcome = terminal().run("backup", "--to", home.toString(), "--keep", "2");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .contains("20200101T000000Z.backup is deleted", "20200104T000000Z.backup.part");
        assertThat(files())
                .hasSize(4)
                .contains("cadastre-20200103T000000Z.backup", "cadastre-of-mine.backup", "notes");
    }

    @Test
    void deletesNothingWhenNoneWasTaken() throws IOException {
        Files.writeString(home.resolve("cadastre-20200101T000000Z.backup"), "");
        Files.writeString(home.resolve("cadastre-20200102T000000Z.backup"), "");
        server.on(ASKED, 200, TYPE, "cut");

        var outcome = terminal().run("backup", "--to", home.toString(), "--keep", "1");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(files()).hasSize(2);
    }

    @Test
    void saysWhereTheFolderIsNone() throws IOException {
        Path none = home.resolve("none");
        Path file = Files.writeString(home.resolve("file"), "");

        for (Outcome missing :
                List.of(
                        terminal().run("backup", "--to", none.toString()),
                        terminal().run("backup", none.resolve("one.backup").toString()))) {
            assertThat(missing.status()).isEqualTo(1);
            assertThat(missing.err()).startsWith("cadastre: There is no folder " + none + "\n");
        }
        assertThat(terminal().run("backup", home.toString()).err())
                .startsWith("cadastre: %s is a folder".formatted(home));
        assertThat(terminal().run("backup", "--to", file.toString()).err())
                .startsWith("cadastre: %s is not a folder".formatted(file));
    }
}
