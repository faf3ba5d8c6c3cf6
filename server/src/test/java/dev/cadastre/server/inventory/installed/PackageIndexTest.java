package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PackageIndexTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(1);
    private static final Instant THIRD = FIRST.plusSeconds(2);

    private final Map<Integer, PackageIndex.HostMembers> database = new HashMap<>();
    private final PackageIndex index = new PackageIndex(database::get);

    @Test
    void answersNothingUntilItIsLoaded() {
        index.load(1, new PackageIndex.HostMembers(FIRST, PackageIds.of(7)));

        assertThat(seen(held -> "loaded")).isEqualTo("null");
        index.loaded();
        assertThat(holds(1, 7)).isTrue();
    }

    @Test
    void followsChangesThatFollowOnEachOther() {
        index.load(1, new PackageIndex.HostMembers(FIRST, PackageIds.of(7)));
        index.loaded();

        index.change(1, step(FIRST, SECOND, PackageIds.of(8), PackageIds.of(7)));

        assertThat(holds(1, 7)).isFalse();
        assertThat(holds(1, 8)).isTrue();
    }

    @Test
    void readsAHostAgainWhoseChangesComeOutOfOrder() {
        index.load(1, new PackageIndex.HostMembers(FIRST, PackageIds.of(7)));
        index.loaded();
        database.put(1, new PackageIndex.HostMembers(THIRD, PackageIds.of(9)));

        index.change(1, step(SECOND, THIRD, PackageIds.of(9), PackageIds.of(8)));
        index.change(1, step(FIRST, SECOND, PackageIds.of(8), PackageIds.of(7)));

        assertThat(holds(1, 7)).isFalse();
        assertThat(holds(1, 8)).isFalse();
        assertThat(holds(1, 9)).isTrue();
    }

    @Test
    void readsAHostAgainThatChangedWhileItWasLoading() {
        database.put(1, new PackageIndex.HostMembers(SECOND, PackageIds.of(8)));
        index.change(1, step(FIRST, SECOND, PackageIds.of(8), PackageIds.of(7)));
        index.load(1, new PackageIndex.HostMembers(FIRST, PackageIds.of(7)));

        index.loaded();

        assertThat(holds(1, 7)).isFalse();
        assertThat(holds(1, 8)).isTrue();
    }

    @Test
    void believesTheLatestRevisionOfAHost() {
        index.loaded();
        index.place(new HostEntry(1, 2, "new", "qa", true));
        index.place(new HostEntry(1, 1, "old", "prod", true));

        assertThat(seen(held -> held.hosts().keySet())).isEqualTo("[new]");
        assertThat(seen(Holdings::environments)).isEqualTo("[qa]");
    }

    @Test
    void dropsARetiredHostAndKeepsTheOneThatTookItsName() {
        index.loaded();
        index.place(new HostEntry(1, 1, "web1", "qa", true));
        index.place(new HostEntry(2, 1, "web1", "qa", true));
        index.place(new HostEntry(1, 2, "web1", "qa", false));

        assertThat(seen(held -> held.hosts().keySet())).isEqualTo("[web1]");
        assertThat(seen(held -> held.in("qa"))).isEqualTo("{2}");
    }

    private String seen(Function<Holdings, Object> question) {
        return String.valueOf(index.ask(question));
    }

    private boolean holds(int host, int packageId) {
        return Boolean.TRUE.equals(index.ask(held -> held.holders(packageId).contains(host)));
    }

    private static PackageIndex.Step step(
            Instant before, Instant since, PackageIds gained, PackageIds lost) {
        return new PackageIndex.Step(before, since, gained, lost);
    }
}
