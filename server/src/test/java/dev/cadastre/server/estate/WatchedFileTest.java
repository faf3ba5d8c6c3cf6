package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cadastre.server.estate.WatchedFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
    @TempDir private Path folder;

    private static @Nullable String refusal(@Nullable Path path) {
        return new WatchedFile(path).read() instanceof Content.Unreadable(var problem)
                ? problem.code()
                : null;
    }

    @Test
    void saysWhyThereIsNothingToRead() throws IOException {
        Path loop = folder.resolve("loop.ini");
        Files.createSymbolicLink(loop, loop);

        assertThat(refusal(null)).isEqualTo("estate.none");
        assertThat(refusal(folder.resolve("missing.ini"))).isEqualTo("estate.missing");
        assertThat(refusal(folder)).isEqualTo("estate.no-file");
        assertThat(refusal(loop)).isEqualTo("estate.unreadable");
        assertThat(refusal(Path.of("/dev/zero"))).isEqualTo("estate.no-file");
    }

    @Test
    void noticesAFileThatWasReplacedByOneOfTheSameSizeAndTime() throws IOException {
        Path file = Files.writeString(folder.resolve("estate.ini"), "[host a]\n");
        FileTime time = Files.getLastModifiedTime(file);
        var watched = new WatchedFile(file);
        WatchedFile.Stamp before = watched.stamp();

        Path other = Files.writeString(folder.resolve("other.ini"), "[host b]\n");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(watched.stamp()).isNotEqualTo(before).isEqualTo(watched.stamp());
    }

    @Test
    void followsALinkToItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("v1.ini"), "[host a]\n");
        Path link = Files.createSymbolicLink(folder.resolve("estate.ini"), file);
        var watched = new WatchedFile(link);
        WatchedFile.Stamp before = watched.stamp();

        Files.writeString(file, "[host a]\n[host b]\n");

        assertThat(watched.read())
                .asInstanceOf(type(Content.Present.class))
                .extracting(Content.Present::bytes)
                .isEqualTo(new FileBytes(Files.readAllBytes(file)));
        assertThat(watched.stamp()).isNotEqualTo(before);
    }
}
