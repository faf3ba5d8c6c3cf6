package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.AssetLifecycle;
import dev.cadastre.server.topology.AssetOwner;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.joining.MappedHost;
import dev.cadastre.server.topology.keeping.KnownAliases;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.topology.reading.MapRelation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ServerTest
class CorrectionsTest {

    private final ToldMap map;
    @Autowired private AssetChanges changes;
    @Autowired private Corrections corrections;
    @Autowired private Teams teams;
    @Autowired private KnownAliases aliases;

    @Autowired
    CorrectionsTest(AutowireCapableBeanFactory beans) {
        this.map = beans.createBean(ToldMap.class);
    }

    private static NewCorrection correction(
            Correction.Kind kind,
            String asset,
            @Nullable RelationType type,
            @Nullable String target,
            @Nullable String value) {
        return new NewCorrection(kind, asset, type, target, value, "as a test");
    }

    private Correction make(NewCorrection correction) {
        return map.told(() -> corrections.make(correction));
    }

    private void withdraw(Correction correction) {
        map.told(() -> corrections.withdraw(correction.id(), Reach.ALL));
    }

    @Test
    void keepsADenialWhenTheRelationIsSeenAgain() throws InterruptedException {
        map.pair("told2", "10.91.2");
        String client = "daemon:gunicorn@told2-app";
        String database = "service:5432-tcp@told2-db";
        Correction denial =
                make(
                        correction(
                                Correction.Kind.DENY,
                                client,
                                RelationType.CONNECTS_TO,
                                database,
                                null));
        map.report(ToldMap.app("told2", "10.91.2"));
        map.pair("told2", "10.91.2");

        MapRelation denied = map.find(client, RelationType.CONNECTS_TO, database).orElseThrow();
        assertThat(denied.standing()).isEqualTo(Standing.DENIED);
        assertThat(denied.conflict()).contains("but sockets show it");
        assertThat(map.fallen("host:told2-db")).doesNotContain(client);

        withdraw(denial);

        assertThat(map.fallen("host:told2-db")).contains(client);
        assertThat(corrections.find(client, false, null, 10, Reach.ALL)).isEmpty();
    }

    @Test
    void mergesAStrangerUntilThatIsWithdrawn() throws InterruptedException {
        MappedHost host =
                ToldMap.app("told4", "10.91.4").from("gunicorn", "shop", "203.0.113.41", 8000);
        map.report(host);
        map.asset("device:told4-proxy");
        map.relation("external:203.0.113.41", RelationType.DEPENDS_ON, "host:told4-app");
        Correction merge =
                make(
                        correction(
                                Correction.Kind.MERGE,
                                "external:203.0.113.41",
                                null,
                                "device:told4-proxy",
                                null));
        map.settle();
        aliases.learn();
        map.report(host);

        String service = "service:8000-tcp@told4-app";
        assertThat(map.find("device:told4-proxy", RelationType.CONNECTS_TO, service)).isPresent();
        assertThat(map.find("device:told4-proxy", RelationType.DEPENDS_ON, "host:told4-app"))
                .isPresent();

        withdraw(merge);
        map.settle();

        assertThat(map.find("external:203.0.113.41", RelationType.CONNECTS_TO, service))
                .isPresent();
        assertThat(map.find("device:told4-proxy", RelationType.CONNECTS_TO, service)).isEmpty();
    }

    @Test
    void refusesToMergeWhatHostsTellApart() throws InterruptedException {
        map.pair("told5", "10.91.5");
        NewCorrection merge =
                correction(Correction.Kind.MERGE, "host:told5-app", null, "host:told5-db", null);

        assertThat(map.refused(() -> corrections.make(merge)).problems())
                .extracting(MapProblem::code)
                .containsExactly("correction.merge-wrong");
    }

    @Test
    void holdsANameAndAnOwnerAgainstWhatToolsSay() {
        map.told(() -> {
            teams.put("told-team", null, Map.of("email", "team@example.com"));
            return true;
        });
        map.asset("device:named");
        Correction name =
                make(correction(Correction.Kind.RENAME, "device:named", null, null, "The big one"));
        make(correction(Correction.Kind.OWNER, "device:named", null, null, "told-team"));
        AssetStatement otherwise =
                new AssetStatement(
                        "",
                        "device:named",
                        "dev-4711",
                        null,
                        AssetLifecycle.RETIRING,
                        Map.of(),
                        Map.of(),
                        null);
        map.told(() -> changes.put(List.of(otherwise)));

        MapAsset asset = map.shown("device:named");
        assertThat(asset.title()).isEqualTo("The big one");
        assertThat(asset.lifecycle()).isEqualTo(AssetLifecycle.RETIRING);
        assertThat(asset.corrected()).contains("The big one", "as a test");
        assertThat(asset.owner())
                .extracting(AssetOwner::contacts)
                .isEqualTo(Map.of("email", "team@example.com"));
        MapRefused refused =
                map.refused(() -> {
                    teams.remove("told-team");
                    return true;
                });
        assertThat(refused.reason()).isEqualTo(MapRefused.Reason.CONFLICT);

        withdraw(name);

        assertThat(map.shown("device:named").title()).isEqualTo("dev-4711");
    }
}
