package dev.cadastre.server.topology.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.topology.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ServerTest
class AssetChangesTest {

    private final ToldMap map;
    @Autowired private Access access;
    @Autowired private AssetChanges changes;

    @Autowired
    AssetChangesTest(AutowireCapableBeanFactory beans) {
        this.map = beans.createBean(ToldMap.class);
    }

    @Test
    void makesAStrangerTheThingThatHasItsAddress() throws InterruptedException {
        map.report(ToldMap.app("told3", "10.91.3").to("gunicorn", "shop", "203.0.113.31", 443));
        String client = "daemon:gunicorn@told3-app";
        assertThat(map.find(client, RelationType.CONNECTS_TO, "external:203.0.113.31")).isPresent();

        AssetStatement mail =
                ToldMap.said("saas:mail", Map.of("address", "203.0.113.31, 2001:DB8::31"));
        map.told(() -> changes.put(List.of(mail)));
        map.settle();

        assertThat(map.find(client, RelationType.CONNECTS_TO, "saas:mail")).isPresent();
        assertThat(map.named("external:203.0.113.31")).isEmpty();
        AssetStatement other = ToldMap.said("saas:other", Map.of("address", "203.0.113.31"));
        assertThat(map.refused(() -> changes.put(List.of(other))).problems())
                .extracting(MapProblem::code)
                .containsExactly("asset.address-taken");

        access.asSystem(() -> changes.remove("saas:mail"));
        map.settle();

        assertThat(map.find(client, RelationType.CONNECTS_TO, "external:203.0.113.31")).isPresent();
        assertThat(map.named("saas:mail")).isEmpty();
    }

    @Test
    void refusesAWrongTableAsAWholeWithEveryLine() {
        String table =
                """
                id,title,lifecycle,owner,attribute.rack
                rack:told8,"A ""big"" one, indeed",LIVE,,
                rack,,DEAD,nobody,
                rack:told8,,,,x
                rack:told8b
                """;
        MapRefused refused = map.refused(() -> changes.take(table));

        assertThat(refused.problems())
                .extracting(MapProblem::place)
                .contains("line 3", "line 4", "line 5");
        assertThat(map.named("rack:told8")).isEmpty();

        String right = table.lines().limit(2).reduce("", (one, two) -> one + two + "\n");
        map.told(() -> changes.take(right));

        assertThat(map.shown("rack:told8").title()).isEqualTo("A \"big\" one, indeed");
    }
}
