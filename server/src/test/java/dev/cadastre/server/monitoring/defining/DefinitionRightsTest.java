package dev.cadastre.server.monitoring.defining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.Verb;
import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.defining.DefinitionRights.Right;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionRightsTest {

    private static final Right WRITE = new Right(Verb.WRITE, "qa");
    private static final Right RUN = new Right(Verb.RUN, "qa");

    private static MonitorDefinition definition(
            MonitorKind kind, Map<String, String> settings, CheckPlace place) {
        return new MonitorDefinition(
                "one",
                "host:web1",
                null,
                kind,
                kind.runsCommand() ? List.of("check_disk") : List.of(),
                settings,
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                2,
                Duration.ofSeconds(15),
                place,
                false,
                true,
                null);
    }

    private static List<Right> rights(MonitorKind kind, Map<String, String> settings) {
        return DefinitionRights.of(definition(kind, settings, CheckPlace.SERVER), "qa");
    }

    @Test
    void takesWritingWhereTheAssetIs() {
        assertThat(rights(MonitorKind.PASSIVE, Map.of())).containsExactly(WRITE);
        assertThat(rights(MonitorKind.HTTP, Map.of("url", "http://web1/"))).containsExactly(WRITE);
    }

    @Test
    void takesRunningForPluginsWhereverTheyRun() {
        for (CheckPlace place : CheckPlace.values()) {
            assertThat(DefinitionRights.of(definition(MonitorKind.PLUGIN, Map.of(), place), "qa"))
                    .as(place.name())
                    .containsExactly(WRITE, RUN);
        }
    }

    @Test
    void takesAdministeringAllToSayWhereASecretGoes() {
        assertThat(rights(MonitorKind.HTTP, Map.of("url", "http://web1/", "secret", "SHOP")))
                .containsExactly(WRITE, new Right(Verb.ADMINISTER, null));
    }

    @Test
    void takesTheSameInAllForWhatIsAboutSeveral() {
        assertThat(
                        DefinitionRights.of(
                                definition(MonitorKind.PLUGIN, Map.of(), CheckPlace.HOST), null))
                .containsExactly(new Right(Verb.WRITE, null), new Right(Verb.RUN, null));
    }
}
