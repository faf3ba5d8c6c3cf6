package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.monitoring.definition.Draft;
import dev.cadastre.server.monitoring.keeping.NewDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What a test does in the place of time. */
@Component
public class MonitorsByTest {

    private final DefinitionStore store;

    MonitorsByTest(DefinitionStore store) {
        this.store = store;
    }

    /** What queries cover is looked at again, as it is each minute. */
    public void coverAgain() {
        store.coverAgain();
    }

    /** Adds many monitors of an asset at once, which others tell of. */
    public void addMany(String asset, int count) {
        Draft draft = new Draft(Map.of(Draft.ASSET, asset, Draft.KIND, "passive"), List.of());
        store.change(_ ->
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new DefinitionStore.Add(
                                        new NewDefinition(
                                                "many-" + i, false, draft, null, 0, "test", null)))
                        .toList());
    }
}
