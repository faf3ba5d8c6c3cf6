package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has to be done so that an app becomes what an order wants, in its order. For one order. */
final class AppTasks {

    private final AppOrder order;
    private final AppParcel parcel;
    private final ParcelContents contents;
    private final @Nullable AppRevision current;
    private final Map<String, Provider> providers;
    private final Map<String, Provider> providersBefore;
    private final List<Planned> tasks = new ArrayList<>();
    private final List<ParcelProblem> problems = new ArrayList<>();
    private final Set<String> left = new TreeSet<>();
    private boolean isMixed;

    /**
     * Of one order.
     *
     * @param current what is there; null if nothing is
     * @param providers those that it is to have, by the binding
     * @param providersBefore those that it has, as far as they are still there
     */
    AppTasks(
            AppOrder order,
            AppParcel parcel,
            ParcelContents contents,
            @Nullable AppRevision current,
            Map<String, Provider> providers,
            Map<String, Provider> providersBefore) {
        this.order = order;
        this.parcel = parcel;
        this.contents = contents;
        this.current = current;
        this.providers = Map.copyOf(providers);
        this.providersBefore = Map.copyOf(providersBefore);
    }

    /** A task that has no number yet. */
    record Planned(
            Step step,
            AppName app,
            @Nullable String binding,
            AppParcel parcel,
            String file,
            List<String> hosts) {}

    /** What is wrong; of what is wrong there is no task. */
    List<ParcelProblem> problems() {
        return problems;
    }

    /**
     * To be there.
     *
     * @param hosts where it is to be
     * @param changed those of them where something is not as it was
     */
    List<Planned> there(Collection<String> hosts, Set<String> changed) {
        Set<String> before = current == null ? Set.of() : Set.copyOf(current.hosts());
        bind();
        Set<String> gone = new TreeSet<>(before);
        gone.addAll(left);
        gone.removeAll(hosts);
        Set<String> fresh = new TreeSet<>(hosts);
        fresh.removeAll(before);
        Set<String> known = new TreeSet<>(hosts);
        known.retainAll(before);
        if (order.verb() == AppVerb.CONFIGURE) {
            known.retainAll(changed);
        }
        add(Step.INSTALL, fresh);
        add(isOtherVersion() ? Step.UPGRADE : usual(), known);
        add(Step.REMOVE, gone);
        unbind(Set.copyOf(providers.keySet()));
        return tasks;
    }

    /**
     * To be there after something failed, so that nothing is known to be as it was.
     *
     * @param tried the parcel that was to be there
     */
    List<Planned> mended(Collection<String> hosts, AppParcel tried) {
        isMixed = !tried.digest().equals(parcel.digest());
        return there(hosts, Set.copyOf(hosts));
    }

    /**
     * Some of it may be on these hosts, whatever was to be there; it is taken away from those on
     * which it is not to be.
     */
    AppTasks after(Set<String> touched) {
        left.addAll(touched);
        return this;
    }

    /** The hosts on which something of a revision that failed may be. */
    static Set<String> touched(AppRevision failed, Map<Long, Ending> endings) {
        Set<String> touched = new TreeSet<>();
        for (AppTask task : failed.tasks()) {
            Ending ending = endings.get(task.id());
            boolean isThere =
                    switch (task.step()) {
                        case INSTALL, UPGRADE, CONFIGURE ->
                                ending == Ending.DONE || ending == Ending.FAILED;
                        case REMOVE -> ending != Ending.DONE;
                        case BIND, UNBIND, PURGE -> false;
                    };
            if (isThere) {
                touched.addAll(task.hosts());
            }
        }
        return touched;
    }

    private boolean isOtherVersion() {
        return current != null && (isMixed || !current.parcel().digest().equals(parcel.digest()));
    }

    private Step usual() {
        return order.verb() == AppVerb.CONFIGURE ? Step.CONFIGURE : Step.INSTALL;
    }

    /** To be gone. */
    List<Planned> gone() {
        Set<String> hosts = new TreeSet<>(left);
        if (current != null) {
            hosts.addAll(current.hosts());
        }
        add(Step.REMOVE, hosts);
        if (order.purge()) {
            add(Step.PURGE, hosts);
        }
        unbind(Set.of());
        return tasks;
    }

    private void bind() {
        providers.forEach((binding, provider) -> {
            List<String> strangers = strangers(binding, provider);
            if (!strangers.isEmpty() && !provider.bindFile().isEmpty()) {
                add(Step.BIND, binding, provider, provider.bindFile(), strangers);
            }
        });
    }

    /**
     * The hosts of a provider that do not know the app: those that it gained since, if that is all
     * that differs.
     */
    private List<String> strangers(String binding, Provider provider) {
        List<String> hosts = provider.revision().hosts();
        boolean isKept =
                Optional.ofNullable(providersBefore.get(binding))
                        .filter(before -> app(before).equals(app(provider)))
                        .isPresent();
        AppBinding before = current == null ? null : current.byBinding().get(binding);
        return before == null || !isKept || order.verb() == AppVerb.DEPLOY
                ? hosts
                : hosts.stream().filter(host -> !before.hosts().contains(host)).toList();
    }

    private void unbind(Set<String> staying) {
        providersBefore.forEach((binding, provider) -> {
            boolean stays =
                    staying.contains(binding)
                            && app(provider)
                                    .equals(app(Objects.requireNonNull(providers.get(binding))));
            if (!stays && !provider.unbindFile().isEmpty()) {
                add(
                        Step.UNBIND,
                        binding,
                        provider,
                        provider.unbindFile(),
                        provider.revision().hosts());
            }
        });
    }

    private static AppName app(Provider provider) {
        return provider.revision().app();
    }

    private void add(
            Step step, String binding, Provider provider, String file, List<String> hosts) {
        AppRevision revision = provider.revision();
        tasks.add(new Planned(step, revision.app(), binding, revision.parcel(), file, hosts));
    }

    private void add(Step step, Set<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        Optional<String> file = file(contents, step);
        if (file.isPresent()) {
            tasks.add(new Planned(step, order.app(), null, parcel, file.get(), List.copyOf(hosts)));
            return;
        }
        boolean isJava = contents.definition().changes().containsKey(step.word());
        problems.add(
                new ParcelProblem(
                        isJava ? "app.change-in-java" : "app.change-missing",
                        "parcel",
                        isJava
                                ? "%s of %s is written in Java, which only a command line carries out."
                                        .formatted(step.word(), parcel)
                                : "%s has no change %s.".formatted(parcel, step.word()),
                        isJava
                                ? "Have the parcel bring changes/%s.change, or unpack it and start the jar by hand."
                                        .formatted(step.word())
                                : "Take a version that has one."));
    }

    /**
     * The file of a change; of what leads to what the parcel describes that of install at least.
     */
    static Optional<String> file(ParcelContents contents, Step step) {
        String own = ParcelDefinition.changeFile(step.word());
        if (contents.files().containsKey(own)) {
            return Optional.of(own);
        }
        boolean isJava = contents.definition().changes().containsKey(step.word());
        return !isJava && (step == Step.UPGRADE || step == Step.CONFIGURE)
                ? file(contents, Step.INSTALL)
                : Optional.empty();
    }
}
