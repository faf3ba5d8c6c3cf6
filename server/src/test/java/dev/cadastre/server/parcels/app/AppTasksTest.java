package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.app.AppTasks.Planned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppTasksTest {

    private static final ParcelContents ALL =
            WrittenParcel.of("shop", "", "", "upgrade", "configure", "remove", "purge");
    private static final AppParcel ONE = SampleRevision.parcel("shop", "1");
    private static final AppParcel TWO = SampleRevision.parcel("shop", "2");

    private static AppOrder order(AppVerb verb) {
        return new AppOrder(
                new AppName("shop", "qa"),
                verb,
                null,
                List.of(),
                null,
                Map.of(),
                Set.of(),
                Map.of(),
                verb == AppVerb.REMOVE);
    }

    private static AppTasks tasks(
            AppVerb verb,
            AppParcel parcel,
            ParcelContents contents,
            @Nullable AppRevision current,
            Map<String, Provider> providers,
            Map<String, Provider> providersBefore) {
        return new AppTasks(order(verb), parcel, contents, current, providers, providersBefore);
    }

    private static AppTasks tasks(AppVerb verb, AppParcel parcel, @Nullable AppRevision current) {
        return tasks(verb, parcel, ALL, current, Map.of(), Map.of());
    }

    private static AppRevision shop(String... hosts) {
        return SampleRevision.of("shop", "1", List.of(hosts));
    }

    private static Provider provider(String app, String bind, String unbind) {
        return new Provider(
                SampleRevision.of(app, "1", List.of(app + "1")),
                new TreeMap<>(),
                new TaskValues(Map.of(), Map.of(), Set.of()),
                bind,
                unbind);
    }

    private static Provider provider(String app) {
        return provider(app, "changes/bind.change", "changes/unbind.change");
    }

    @Provide
    Arbitrary<Set<String>> hosts() {
        return Arbitraries.of("a", "b", "c", "d").set();
    }

    @Property
    void doesOneThingOnEachHostAndNothingWhereNothingChanges(
            @ForAll("hosts") Set<String> before,
            @ForAll("hosts") Set<String> hosts,
            @ForAll("hosts") Set<String> changed,
            @ForAll AppVerb verb) {
        if (verb == AppVerb.REMOVE) {
            return;
        }
        AppRevision current = before.isEmpty() ? null : SampleRevision.of("shop", "1", before);

        List<Planned> all = tasks(verb, ONE, current).there(hosts, changed);

        List<String> done = new ArrayList<>();
        all.forEach(task -> done.addAll(task.hosts()));
        Set<String> concerned = new TreeSet<>(hosts);
        concerned.addAll(before);
        if (verb == AppVerb.CONFIGURE) {
            concerned.removeIf(
                    one -> hosts.contains(one) && before.contains(one) && !changed.contains(one));
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(concerned);
        assertThat(on(all, Step.REMOVE)).isEqualTo(without(before, hosts));
        assertThat(all).noneMatch(task -> task.step() == Step.UPGRADE);
        assertThat(all.stream().filter(task -> task.step() == Step.CONFIGURE))
                .allMatch(task -> verb == AppVerb.CONFIGURE);
    }

    private static Set<String> on(List<Planned> all, Step step) {
        Set<String> hosts = new TreeSet<>();
        all.stream().filter(task -> task.step() == step).forEach(t -> hosts.addAll(t.hosts()));
        return hosts;
    }

    private static Set<String> without(Collection<String> some, Collection<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    @Test
    void upgradesWhereAnotherVersionIsAndInstallsWhereNoneIs() {
        assertThat(
                        tasks(AppVerb.UPGRADE, TWO, shop("a", "b"))
                                .there(List.of("a", "b", "c"), Set.of()))
                .extracting(Planned::step, Planned::hosts, Planned::file)
                .containsExactly(
                        tuple(Step.INSTALL, List.of("c"), "changes/install.change"),
                        tuple(Step.UPGRADE, List.of("a", "b"), "changes/upgrade.change"));
    }

    @Test
    void installsWhereAParcelHasNoChangeOfItsOwnForThat() {
        ParcelContents plain = WrittenParcel.of("shop", "", "");
        AppTasks tasks = tasks(AppVerb.UPGRADE, TWO, plain, shop("a"), Map.of(), Map.of());

        assertThat(tasks.there(List.of("a"), Set.of()))
                .extracting(Planned::step, Planned::file)
                .containsExactly(tuple(Step.UPGRADE, "changes/install.change"));
    }

    @Test
    void saysThatAParcelCannotBeTakenAway() {
        ParcelContents plain = WrittenParcel.of("shop", "", "");
        AppTasks tasks = tasks(AppVerb.REMOVE, ONE, plain, shop("a"), Map.of(), Map.of());

        assertThat(tasks.gone()).isEmpty();
        assertThat(tasks.problems())
                .extracting(ParcelProblem::code)
                .containsExactly("app.change-missing", "app.change-missing");
    }

    @Test
    void doesAllAnewAfterAFailureAndUpgradesIfAnotherVersionWasTried() {
        assertThat(tasks(AppVerb.CONFIGURE, ONE, shop("a")).mended(List.of("a"), ONE))
                .extracting(Planned::step)
                .containsExactly(Step.CONFIGURE);
        assertThat(tasks(AppVerb.CONFIGURE, ONE, shop("a")).mended(List.of("a"), TWO))
                .extracting(Planned::step)
                .containsExactly(Step.UPGRADE);
        assertThat(tasks(AppVerb.DEPLOY, TWO, null).mended(List.of("a"), ONE))
                .extracting(Planned::step)
                .containsExactly(Step.INSTALL);
    }

    @Test
    void bindsBeforeItBeginsAndUnbindsWhenItIsDone() {
        AppTasks tasks =
                tasks(
                        AppVerb.CONFIGURE,
                        ONE,
                        ALL,
                        SampleRevision.of(
                                "shop",
                                "1",
                                List.of("a"),
                                bound("cache", "redis"),
                                bound("db", "old")),
                        Map.of("cache", provider("redis"), "db", provider("new")),
                        Map.of("cache", provider("redis"), "db", provider("old")));

        assertThat(tasks.there(List.of("a"), Set.of("a")))
                .extracting(
                        Planned::step, one -> one.app().name(), Planned::binding, Planned::hosts)
                .containsExactly(
                        tuple(Step.BIND, "new", "db", List.of("new1")),
                        tuple(Step.CONFIGURE, "shop", null, List.of("a")),
                        tuple(Step.UNBIND, "old", "db", List.of("old1")));
    }

    private static AppBinding bound(String binding, String provider) {
        return new AppBinding(
                binding,
                provider,
                new AppName(provider, "qa"),
                List.of(provider + "0", provider + "1"),
                1);
    }

    @ParameterizedTest
    @EnumSource(
            value = AppVerb.class,
            names = {"CONFIGURE", "UPGRADE"})
    void bindsOnHostsThatItsProviderGainedSince(AppVerb verb) {
        AppRevision current = SampleRevision.of("shop", "1", List.of("a"), bound("db", "db"));
        Provider grown =
                new Provider(
                        SampleRevision.of("db", "1", List.of("db1", "db2", "db3")),
                        new TreeMap<>(),
                        new TaskValues(Map.of(), Map.of(), Set.of()),
                        "changes/bind.change",
                        "");

        assertThat(
                        tasks(verb, ONE, ALL, current, Map.of("db", grown), Map.of("db", grown))
                                .there(List.of("a"), Set.of("a")))
                .filteredOn(task -> task.step() == Step.BIND)
                .extracting(Planned::hosts)
                .containsExactly(List.of("db2", "db3"));
    }

    @Test
    void isTakenAwayFromWhereAFailureLeftSomeOfIt() {
        Set<String> touched = new TreeSet<>(Set.of("a", "b"));

        assertThat(tasks(AppVerb.DEPLOY, ONE, null).after(touched).mended(List.of("b", "c"), ONE))
                .extracting(Planned::step, Planned::hosts)
                .containsExactly(
                        tuple(Step.INSTALL, List.of("b", "c")), tuple(Step.REMOVE, List.of("a")));
        assertThat(tasks(AppVerb.REMOVE, ONE, shop("c")).after(touched).gone())
                .extracting(Planned::step, Planned::hosts)
                .startsWith(tuple(Step.REMOVE, List.of("a", "b", "c")));
    }

    @Test
    void knowsWhereAFailureMayHaveLeftSomeOfIt() {
        AppRevision failed =
                shop("a")
                        .with(
                                List.of(
                                        task(1, Step.BIND, "db"),
                                        task(2, Step.INSTALL, "done"),
                                        task(3, Step.INSTALL, "failed"),
                                        task(4, Step.CONFIGURE, "undone"),
                                        task(5, Step.UPGRADE, "never"),
                                        task(6, Step.REMOVE, "removed"),
                                        task(7, Step.REMOVE, "forgotten")));

        assertThat(
                        AppTasks.touched(
                                failed,
                                Map.of(
                                        1L, Ending.DONE,
                                        2L, Ending.DONE,
                                        3L, Ending.FAILED,
                                        4L, Ending.UNDONE,
                                        6L, Ending.DONE)))
                .containsExactly("done", "failed", "forgotten");
    }

    private static AppTask task(long id, Step step, String host) {
        return new AppTask(
                id, 1, (int) id, step, new AppName("shop", "qa"), null, ONE, "", List.of(host));
    }

    @Test
    void doesNothingToProvidersThatNeedNotKnow() {
        Map<String, Provider> silent = Map.of("db", provider("db", "", ""));

        assertThat(
                        tasks(AppVerb.DEPLOY, ONE, ALL, null, silent, Map.of())
                                .there(List.of("a"), Set.of("a")))
                .extracting(Planned::step)
                .containsExactly(Step.INSTALL);
    }

    @Test
    void isTakenAwayWithItsDataBeforeProvidersForgetIt() {
        assertThat(
                        tasks(
                                        AppVerb.REMOVE,
                                        ONE,
                                        ALL,
                                        shop("a", "b"),
                                        Map.of(),
                                        Map.of("db", provider("db")))
                                .gone())
                .extracting(Planned::step, Planned::hosts)
                .containsExactly(
                        tuple(Step.REMOVE, List.of("a", "b")),
                        tuple(Step.PURGE, List.of("a", "b")),
                        tuple(Step.UNBIND, List.of("db1")));
    }
}
