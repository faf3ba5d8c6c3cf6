package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.estate.EstateDiff.Action;
import dev.cadastre.server.estate.EstateDiff.Change;
import dev.cadastre.server.estate.EstateDiff.ValueChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateDiffTest {
    private static final String BEFORE =
            """
            [team a]
            [environment qa]
            owner = a
            [environment prod]
            [group web]
            http.port = 80
            [host web1]
            environment = qa
            groups = web
            url = http://${address}:${http.port}/
            [host web2]
            environment = prod
            [host db1]
            environment = qa
            """;

    private static EstateDiff diff(String before, String after) {
        return EstateDiff.between(
                EstateFile.read("estate.ini", before).modelOrThrow(),
                EstateFile.read("estate.ini", after).modelOrThrow());
    }

    private static Change changedHost(String name, String environment, ValueChange... values) {
        return new Change(SectionKind.HOST, name, environment, Action.CHANGED, List.of(values));
    }

    @Test
    void findsNothingBetweenEqualEstates() {
        String reordered = "# moved down\n\n" + BEFORE.replace("groups = web", "groups : web");

        assertThat(diff(BEFORE, reordered).isEmpty()).isTrue();
    }

    @Test
    void followsAChangedGroupToTheValuesOfItsHosts() {
        EstateDiff diff = diff(BEFORE, BEFORE.replace("http.port = 80", "http.port = 81"));

        assertThat(diff.changes())
                .containsExactly(
                        new Change(
                                SectionKind.GROUP,
                                "web",
                                null,
                                Action.CHANGED,
                                List.of(new ValueChange("http.port", "80", "81"))),
                        changedHost(
                                "web1",
                                "qa",
                                new ValueChange("url", "http://web1:80/", "http://web1:81/"),
                                new ValueChange("http.port", "80", "81")));
    }

    @Test
    void namesAddedAndRemovedHostsWithTheirValues() {
        EstateDiff diff = diff(BEFORE, BEFORE.replace("[host db1]", "[host db2]"));

        assertThat(diff.of(SectionKind.HOST))
                .extracting(Change::name, Change::action, Change::environment)
                .containsExactly(
                        tuple("db1", Action.REMOVED, "qa"), tuple("db2", Action.ADDED, "qa"));
        assertThat(diff.changes().getLast().values())
                .contains(new ValueChange("environment", null, "qa"));
    }

    @Test
    void tellsWhereAHostMovedThatLostItsEnvironment() {
        EstateDiff diff =
                diff(
                        BEFORE,
                        BEFORE.replace("[environment prod]\n", "")
                                .replace("environment = prod\n", ""));

        assertThat(diff.changes())
                .containsExactly(
                        new Change(
                                SectionKind.ENVIRONMENT, "prod", "prod", Action.REMOVED, List.of()),
                        changedHost(
                                "web2",
                                "unassigned",
                                new ValueChange("environment", "prod", "unassigned")));
    }

    @Test
    void noticesAnAddressThatIsStatedNow() {
        EstateDiff diff =
                diff(BEFORE, BEFORE.replace("[host db1]", "[host db1]\naddress = 10.0.0.1"));

        assertThat(diff.changes())
                .containsExactly(
                        changedHost("db1", "qa", new ValueChange("address", "db1", "10.0.0.1")));
    }
}
