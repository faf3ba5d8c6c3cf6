package dev.cadastre.parcel.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Digests;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelFolderTest {

    @TempDir private Path scratch;

    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(scratch.resolve("parcel"));
        write("parcel.ini", "[parcel]\n");
        write("docs/index.md", "# Manual\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Path link = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(link.getParent()));
        Files.createSymbolicLink(link, Path.of(target));
    }

    private ParcelFolder read() {
        ParcelFolderReading reading = ParcelFolder.read(folder);
        assertThat(reading.problems()).isEmpty();
        return reading.folder();
    }

    private List<String> problems() {
        return ParcelFolder.read(folder).problems().stream()
                .map(problem -> problem.file() + " " + problem.code())
                .sorted()
                .toList();
    }

    @Test
    void tellsOfEachFileWhatCounts() throws IOException {
        Path test = write("tests/answers", "#!/bin/sh\n");
        Files.setPosixFilePermissions(test, PosixFilePermissions.fromString("rwx------"));
        write("files/a/b", "content");
        Files.createDirectories(folder.resolve("files/empty/empty"));

        ParcelFolder read = read();

        assertThat(read.files().values())
                .containsExactly(
                        new ParcelFile("docs/index.md", false, 9, digest("# Manual\n")),
                        new ParcelFile("files/a/b", false, 7, digest("content")),
                        new ParcelFile("tests/answers", true, 10, digest("#!/bin/sh\n")));
        assertThat(read.document("parcel.ini")).contains("[parcel]\n".getBytes(UTF_8));
        assertThat(read.document("monitors.ini")).isEmpty();
        try (InputStream in = read.open("files/a/b")) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("content");
        }
        assertThatThrownBy(() -> read.open("parcel.ini")).hasMessage("parcel.ini");
    }

    private static String digest(String text) {
        return Digests.of(text.getBytes(UTF_8));
    }

    @Test
    void passesOverWhatIsNoPartOfIt() throws IOException {
        write(".git/config", "x");
        write("files/.DS_Store", "x");
        write("files/CVS/Root", "x");
        write("LICENSE", "x");
        write("README.md", "x");

        assertThat(read().files()).containsOnlyKeys("docs/index.md");
    }

    @Test
    void sortsByTheBytesOfPaths() throws IOException {
        for (String name : List.of("a", "a-b", "a.b", "B", "ä", "ﬀ", "😀")) {
            write("files/" + name, "x");
        }
        write("files/a0/x", "x");

        assertThat(read().files().keySet())
                .containsExactly(
                        "docs/index.md",
                        "files/B",
                        "files/a",
                        "files/a-b",
                        "files/a.b",
                        "files/a0/x",
                        "files/ä",
                        "files/ﬀ",
                        "files/😀");
    }

    @Test
    void takesWhatLinksLeadToInIt() throws IOException {
        write("files/real/one", "1");
        link("files/also", "real");
        link("files/one", "../files/real/one");
        link("docs/licence", "../files/real/one");

        assertThat(read().files())
                .containsOnlyKeys(
                        "docs/index.md",
                        "docs/licence",
                        "files/also/one",
                        "files/one",
                        "files/real/one");
    }

    @Test
    void refusesLinksThatLeadOutOrBack() throws IOException {
        Files.writeString(scratch.resolve("secret"), "s");
        link("files/out", "../../secret");
        link("files/etc", "/etc");
        link("files/back", "..");
        link("files/nowhere", "absent");
        link("monitors.ini", "../secret");

        assertThat(problems())
                .containsExactly(
                        "files/back parcel.file-link",
                        "files/etc parcel.file-link",
                        "files/nowhere parcel.file-unreadable",
                        "files/out parcel.file-link",
                        "monitors.ini parcel.file-link");
    }

    @Test
    void refusesPipes() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("files"));
        Process mkfifo =
                new ProcessBuilder("mkfifo", folder.resolve("files/pipe").toString()).start();

        assertThat(mkfifo.waitFor()).isZero();
        assertThat(problems()).containsExactly("files/pipe parcel.file-special");
    }

    @Test
    void refusesWhatNoParcelHas() throws IOException {
        write("src/main.c", "x");
        write("Makefile", "x");
        Files.createDirectory(folder.resolve("parameters.schema.json"));
        Files.createDirectory(folder.resolve("LICENSES"));
        write("tests", "x");

        assertThat(problems())
                .containsExactly(
                        "LICENSES parcel.top-unknown",
                        "Makefile parcel.top-unknown",
                        "parameters.schema.json parcel.top-unknown",
                        "src parcel.top-unknown",
                        "tests parcel.top-unknown");
    }

    @Test
    void refusesNamesThatNotEachMachineCanHold() throws IOException {
        write("files/a\\b", "x");
        write("files/a\nb", "x");
        write("files/a\u202eb", "x");
        write("files/" + "d/".repeat(30) + "f", "x");
        write("files/" + "e/".repeat(31) + "f", "x");

        assertThat(problems())
                .containsExactly(
                        "files/a?b parcel.file-name",
                        "files/a?b parcel.file-name",
                        "files/a\\b parcel.file-name",
                        "files/" + "e/".repeat(31) + "f parcel.file-name");
    }

    @Test
    void refusesTooMuchWithoutReadingIt() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(write("files/large", "").toFile(), "rw")) {
            large.setLength(ParcelRules.MOST_BYTES);
        }
        write("parcel.ini", "#".repeat(64 * 1024 + 1));
        write("parameters.schema.json", " ".repeat(256 * 1024));
        write("monitors.ini", "#".repeat(256 * 1024 + 1));

        assertThat(problems())
                .containsExactly(
                        folder + " parcel.too-large",
                        "monitors.ini parcel.too-large",
                        "parcel.ini parcel.too-large");
    }

    @Test
    void endsWhereLinksMultiplyFolders() throws IOException {
        Files.createDirectories(folder.resolve("files/d0"));
        for (int i = 1; i < 28; i++) {
            Files.createDirectories(folder.resolve("files/d" + i));
            link("files/d" + i + "/a", "../d" + (i - 1));
            link("files/d" + i + "/b", "../d" + (i - 1));
        }

        assertThat(problems()).contains(folder + " parcel.too-many-files");
    }

    @Test
    void hasAtMostTwentyThousandFiles() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < ParcelRules.MOST_FILES - 1; i++) {
            Files.createFile(files.resolve("f" + i));
        }
        assertThat(problems()).isEmpty();

        write("files/more", "x");
        assertThat(problems()).containsExactly(folder + " parcel.too-many-files");
    }

    @Test
    void waitsForNobodyWhoWrites() throws IOException {
        Path file = write("files/log", "x");

        List<Problem> problems =
                new FolderWalk(folder, opened -> growing(opened, file)).read().problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "files/log: error: is being written while it is read; wait until it is done,"
                                + " and do it again [parcel.file-unreadable]");
    }

    private static InputStream growing(Path opened, Path file) throws IOException {
        InputStream in = Files.newInputStream(opened);
        return !opened.endsWith(file.getFileName())
                ? in
                : new FilterInputStream(in) {
                    @Override
                    public int read(byte[] into, int from, int most) throws IOException {
                        int read = super.read(into, from, most);
                        Files.writeString(file, "y", StandardOpenOption.APPEND);
                        return Files.size(file) > 10 ? -1 : read;
                    }
                };
    }

    @Test
    void refusesContentThatWasChangedSince() throws IOException {
        write("files/a", "before");
        ParcelFolder read = read();
        write("files/a", "behind");

        try (InputStream in = read.open("files/a")) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "files/a was changed since the parcel's folder was read; build it"
                                    + " again");
        }
    }

    @Test
    void tellsThatThereIsNoFolder() {
        ParcelFolderReading reading = ParcelFolder.read(scratch.resolve("absent"));

        assertThat(reading.problems())
                .extracting(Problem::code)
                .containsExactly("parcel.file-unreadable");
    }
}
