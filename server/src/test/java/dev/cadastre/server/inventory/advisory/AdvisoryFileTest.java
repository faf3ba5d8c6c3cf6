package dev.cadastre.server.inventory.advisory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.versions.RangeEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryFileTest {

    private static final String ONE =
            """
            {"schema_version": "1.7.0", "id": "DSA-1-1", "modified": "2024-01-02T03:04:05Z",
             "aliases": ["CVE-2024-1"], "summary": "x",
             "affected": [{"package": {"ecosystem": "Debian:12", "name": "openssl"},
               "ranges": [{"type": "ECOSYSTEM",
                           "events": [{"introduced": "0"}, {"fixed": "3.0.11-1"}]}],
               "versions": ["3.0.9-1", "3.0.10-1"]}]}
            """;

    private static final AdvisoryFile.Bounds SMALL =
            new AdvisoryFile.Bounds(100_000, 3, 40L << 20, 100);

    private static List<OsvDocument> read(byte[] content) {
        List<OsvDocument> documents = new ArrayList<>();
        try {
            AdvisoryFile.read(new ByteArrayInputStream(content), SMALL, documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void refuses(byte[] content, String place) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        InvalidFeed.class, feed -> assertThat(feed.place()).isEqualTo(place));
    }

    @Test
    void readsADocument() {
        OsvDocument document = read(ONE.getBytes(UTF_8)).getFirst();

        assertThat(document.advisory().aliases()).containsExactly("CVE-2024-1");
        assertThat(document.packages())
                .containsExactly(
                        new AffectedPackage(
                                "Debian:12",
                                Ecosystem.of("Debian:12").orElseThrow(),
                                "openssl",
                                new Affected(
                                        List.of(
                                                new Affected.Range(
                                                        false,
                                                        List.of(
                                                                RangeEvent.introduced("0"),
                                                                RangeEvent.fixed("3.0.11-1")))),
                                        List.of())));
    }

    @Test
    void readsAZipOfDocuments() {
        byte[] zip =
                zip(
                        Map.of(
                                "a.json", ONE.getBytes(UTF_8),
                                "b.json", ONE.replace("DSA-1-1", "DSA-2-1").getBytes(UTF_8)));

        assertThat(read(zip))
                .extracting(document -> document.advisory().id())
                .containsExactlyInAnyOrder("DSA-1-1", "DSA-2-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.7.0\" | \"2.0.0\" | $.schema_version",
                "\"1.7.0\" | 1.7 | $.schema_version",
                "\"DSA-1-1\" | \"../x\" | $.id",
                "\"DSA-1-1\" | null | $.id",
                "[\"CVE-2024-1\"] | [\"DSA-1-1\"] | $.aliases",
                "[\"CVE-2024-1\"] | [7] | $.aliases[0]",
                "\"2024-01-02T03:04:05Z\" | \"today\" | $.modified",
                "\"2024-01-02T03:04:05Z\" | \"+999999999-01-02T03:04:05Z\" | $.modified",
                "\"ECOSYSTEM\" | \"OTHER\" | $.affected[0].ranges[0].type",
                "{\"fixed\": \"3.0.11-1\"} | {\"fixed\": 3} | $.affected[0].ranges[0].events[1].fixed",
                "{\"introduced\": \"0\"} | {\"from\": \"0\"} | $.affected[0].ranges[0].events[0]",
                "{\"introduced\": \"0\"} | {\"introduced\": \"0\", \"fixed\": \"1\"} | $.affected[0].ranges[0].events[0]",
                "\"Debian:12\" | 12 | $.affected[0].package.ecosystem",
                "\"versions\": [ | \"versions\": {} | line 6"
            })
    void refusesTheWholeAndNamesThePlace(String right, String wrong, String place) {
        refuses(ONE.replace(right, wrong).getBytes(UTF_8), place);
    }

    @Test
    void namesTheFileInAZip() {
        byte[] wrong = ONE.replace("\"ECOSYSTEM\"", "\"X\"").getBytes(UTF_8);

        refuses(zip(Map.of("a.json", wrong)), "a.json $.affected[0].ranges[0].type");
        refuses(zip(Map.of("a.exe", wrong)), "a.exe");
        refuses(zip(Map.of("a.json", new byte[200_000])), "a.json");
    }

    @Test
    void refusesWhatIsTooMuchOrDamaged() {
        byte[] one = ONE.getBytes(UTF_8);
        byte[] zip = zip(Map.of("a.json", one));

        refuses(
                zip(Map.of("a.json", one, "b.json", one, "c.json", one, "d.json", one)),
                "the whole");
        refuses("[".repeat(5_000).getBytes(UTF_8), "the whole");
        refuses(new byte[0], "$");
        refuses(Arrays.copyOf(zip, zip.length / 2), "file 1");
        refuses(zip(Map.of("a/", one)), "file 1");
    }

    @Test
    void refusesAZipWhoseEndIsMissing() {
        byte[] zip = zip(Map.of("a.json", ONE.getBytes(UTF_8)));
        int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");

        refuses(Arrays.copyOf(zip, directory), "the whole");
        refuses(Arrays.copyOf(zip, directory + 20), "the whole");
    }

    @Test
    void refusesAZipThatUnpacksToManyTimesItsSize() throws IOException {
        byte[] padded = (ONE + " ".repeat(90_000)).getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 300; i++) {
                zip.putNextEntry(new ZipEntry(i + ".json"));
                zip.write(padded);
            }
        }
        var bounds = new AdvisoryFile.Bounds(100_000, 1_000, 1L << 30, 100);

        assertThatThrownBy(() ->
                        AdvisoryFile.read(
                                new ByteArrayInputStream(bytes.toByteArray()),
                                bounds,
                                document -> {}))
                .isInstanceOf(InvalidFeed.class)
                .hasMessageContaining("100 times its size");
    }
}
