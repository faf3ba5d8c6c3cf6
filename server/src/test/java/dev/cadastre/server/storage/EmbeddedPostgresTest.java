package dev.cadastre.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EmbeddedPostgresTest {

    @Autowired private Home home;

    @Test
    void keepsTryingWithPausesThatGrowToHalfAMinute() {
        assertThat(Stream.iterate(Duration.ofSeconds(4), EmbeddedPostgres::longer).limit(6))
                .extracting(Duration::toSeconds)
                .containsExactly(4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void movesANewClusterIntoPlaceWhole() {
        Path folder = home.folder("postgres");

        assertThat(folder.resolve("data/global/pg_control")).exists();
        assertThat(folder.resolve("data.partial")).doesNotExist();
    }
}
