package dev.cadastre.server.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.monitor.CheckPlace;
import dev.cadastre.api.monitor.Monitor;
import dev.cadastre.api.monitor.MonitorKind;
import dev.cadastre.api.monitor.MonitorState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorSettingsTest {

    private static Monitor monitor(List<String> command, Map<String, Object> settings) {
        return new Monitor(
                1,
                1,
                "m",
                "host:web1",
                "prod",
                MonitorKind.PLUGIN,
                command,
                null,
                settings,
                "1m",
                "10s",
                3,
                "15s",
                CheckPlace.SERVER,
                false,
                true,
                null,
                null,
                MonitorState.OK,
                Instant.EPOCH,
                MonitorState.OK,
                Instant.EPOCH,
                0,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    @Test
    void aCommandReadsAsOneTypesIt() {
        assertThat(command("check_http", "-H", "web1", "-s", "Hello world"))
                .isEqualTo("check_http -H web1 -s 'Hello world'");
    }

    @Test
    void whatLooksLikeASecretIsNotShown() {
        assertThat(command("check_x", "--password", "s3cret", "--token=abc", "-v"))
                .isEqualTo("check_x --password ••• --token=••• -v");
        assertThat(command("check_x", "https://bob:hunter2@web1/"))
                .doesNotContain("hunter2")
                .contains("web1");
        assertThat(setting("password", "s3cret")).containsExactly("•••");
        assertThat(setting("header", List.of("Authorization: Bearer abc", "Accept: text/html")))
                .containsExactly("Authorization: •••", "Accept: text/html");
    }

    @Test
    void theNameOfASecretIsNoSecret() {
        assertThat(setting("secret", "shop-db")).containsExactly("shop-db");
    }

    private static String command(String... words) {
        return MonitorSettings.command(monitor(List.of(words), Map.of()));
    }

    private static List<String> setting(String name, Object value) {
        return MonitorSettings.of(monitor(List.of(), Map.of(name, value))).getFirst().lines();
    }
}
