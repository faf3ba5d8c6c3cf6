package dev.cadastre.server.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseFileTest {

    @TempDir private Path folder;

    private Path write(byte[] content) throws IOException {
        Path file = folder.resolve("file");
        assertThat(SparseFile.write(new ByteArrayInputStream(content), file))
                .isEqualTo(content.length);
        return file;
    }

    private static long blocks(Path file) throws IOException {
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        return Long.parseLong(
                new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .strip());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 65_536, 65_537, 200_000})
    void writesWhatItReads(int length) throws IOException {
        Random random = new Random(length);
        byte[] content = new byte[length];
        for (int start = 0; start < length; start += 1_000) {
            if (random.nextInt(3) == 0) {
                content[start] = (byte) random.nextInt();
            }
        }

        assertThat(write(content)).hasBinaryContent(content);
    }

    @Test
    void leavesZerosOut() throws IOException {
        byte[] content = new byte[4 << 20];
        content[1 << 20] = 1;

        assertThat(blocks(write(content)) * 512).isLessThanOrEqualTo(64 << 10);
    }

    @Test
    void writesOverNothing() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> write(new byte[1])).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("file")).hasContent("mine");
    }
}
