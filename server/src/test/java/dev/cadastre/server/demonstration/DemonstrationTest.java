package dev.cadastre.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.storage.Home;
import dev.cadastre.server.storage.RegisterClock;
import dev.cadastre.server.storage.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DemonstrationTest {

    @TempDir private Path folder;
    @Autowired private Hosts hosts;

    private Demonstration started(boolean wanted, String database) {
        return new Demonstration(new Home(folder), hosts, new RegisterClock(), wanted, database);
    }

    @Test
    void isOnForGoodInAHomeThatIsMarked() throws IOException {
        Files.writeString(folder.resolve("demonstration"), "2026-11-01T00:00:00Z\n");

        assertThat(started(false, "").isOn()).isTrue();
        assertThat(started(false, "").isNew()).isFalse();
    }

    @Test
    void takesNoDatabaseThatAnotherHomeMayUse() throws IOException {
        String url = "jdbc:postgresql://db.example/cadastre";

        assertThat(started(false, url).isOn()).isFalse();
        assertThatThrownBy(() -> started(true, url)).isInstanceOf(StartFailure.class);

        Files.writeString(folder.resolve("demonstration"), "2026-11-01T00:00:00Z\n");
        assertThatThrownBy(() -> started(false, url)).isInstanceOf(StartFailure.class);
    }

    @Test
    void doesNotTakeHalfAPastForTheTruth() throws IOException {
        Files.writeString(folder.resolve("demonstration"), "");

        assertThatThrownBy(() -> started(false, ""))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("ended before its past was written");
    }
}
