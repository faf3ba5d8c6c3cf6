package dev.cadastre.server.storage.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other readers of ZIP files read ours. */
class ZipStreamTest {

    private static final int PIECE = 512 << 10;

    @TempDir private Path folder;

    private Path write(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("one.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipStream zip = new ZipStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.begin(entry.getKey());
                byte[] content = entry.getValue();
                zip.write(content, 0, content.length / 3);
                zip.write(content, content.length / 3, content.length - content.length / 3);
                zip.end(entry.getKey());
            }
            zip.finish();
        }
        return file;
    }

    private static Map<String, byte[]> samples() {
        Random random = new Random(8);
        byte[] noise = new byte[3 * PIECE + 7];
        random.nextBytes(noise);
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put("empty", new byte[0]);
        samples.put("one", new byte[] {1});
        samples.put("piece", new byte[PIECE]);
        samples.put("piece and one", new byte[PIECE + 1]);
        samples.put("noise", noise);
        samples.put("größer", "text ".repeat(2_000_000).getBytes(UTF_8));
        return samples;
    }

    @Test
    void isReadByItsDirectory() throws IOException {
        Map<String, byte[]> samples = samples();
        try (ZipFile zip = new ZipFile(write(samples).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(samples.keySet());
            for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
                try (InputStream in = zip.getInputStream(zip.getEntry(sample.getKey()))) {
                    assertThat(in.readAllBytes()).isEqualTo(sample.getValue());
                }
            }
        }
    }

    @Test
    void isReadFromItsBeginning() throws IOException {
        Map<String, byte[]> samples = samples();
        try (var in =
                new ZipArchiveInputStream(
                        new BufferedInputStream(Files.newInputStream(write(samples))))) {
            for (Map.Entry<String, byte[]> sample : samples.entrySet()) {
                ZipArchiveEntry entry = in.getNextEntry();
                assertThat(entry.getName()).isEqualTo(sample.getKey());
                assertThat(in.readAllBytes()).isEqualTo(sample.getValue());
            }
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void hasMoreEntriesThanTheFirstZipFilesCould() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int number = 0; number < 70_000; number++) {
            many.put("e" + number, new byte[0]);
        }
        try (ZipFile zip = new ZipFile(write(many).toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(zip.getEntry("e69999")).isNotNull();
        }
    }
}
