package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.joining.MappedHost;
import dev.cadastre.server.topology.reading.MapRelation;
import dev.cadastre.server.topology.reading.Maps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ServerTest
class RelationChangesTest {

    private final ToldMap map;
    @Autowired private Maps maps;
    @Autowired private RelationChanges relations;

    @Autowired
    RelationChangesTest(AutowireCapableBeanFactory beans) {
        this.map = beans.createBean(ToldMap.class);
    }

    @Test
    void takesACircleAndNothingFallsByItAlone() {
        map.asset("device:ring-a");
        map.asset("device:ring-b");
        map.relation("device:ring-a", RelationType.DEPENDS_ON, "device:ring-b");
        map.relation("device:ring-b", RelationType.DEPENDS_ON, "device:ring-a");
        map.asset("device:ring-c");
        map.relation("device:ring-c", RelationType.DEPENDS_ON, "device:ring-b");

        assertThat(map.fallen("device:ring-c")).isEmpty();
        assertThat(map.fallen("device:ring-a"))
                .containsExactlyInAnyOrder("device:ring-b", "device:ring-c");
    }

    @Test
    void namesEveryUnknownAssetOfRelationsAtOnce() {
        map.asset("device:edge");
        RelationStatement toNone =
                ToldMap.said(0, "device:edge", RelationType.DEPENDS_ON, "device:edge-none");
        RelationStatement fromNowhere =
                ToldMap.said(1, "device:edge-nowhere", RelationType.RUNS_ON, "device:edge");
        MapRefused refused = map.refused(() -> relations.put(List.of(toNone, fromNowhere), false));

        assertThat(refused.problems())
                .extracting(MapProblem::code, MapProblem::place)
                .containsExactly(
                        tuple("asset.unknown", "items.0.target"),
                        tuple("asset.unknown", "items.1.source"));
        assertThat(maps.relations("device:edge", null, Reach.ALL)).isEmpty();

        map.told(() -> relations.put(List.of(toNone), true));

        assertThat(map.shown("device:edge-none").presence()).isEqualTo(Presence.DECLARED);
    }

    @Test
    void showsBothEvidencesWhereAToolContradictsSockets() throws InterruptedException {
        map.pair("told1", "10.91.1");
        String client = "daemon:gunicorn@told1-app";
        String database = "service:5432-tcp@told1-db";
        map.relation(client, RelationType.CONNECTS_TO, database);
        map.report(
                ToldMap.app("told1", "10.91.1"),
                new MappedHost("told1-db", "told1", "10.91.1.2")
                        .listens(5432, "postgres", "postgres"));

        MapRelation relation = map.find(client, RelationType.CONNECTS_TO, database).orElseThrow();
        assertThat(relation.standing()).isEqualTo(Standing.DECLARED);
        assertThat(relation.conflict()).contains("sockets do not show it");
        assertThat(relation.evidence())
                .extracting(Evidence::origin)
                .contains(Origin.TOLD)
                .containsNull();
    }
}
