package dev.cadastre.cli.instance;

import dev.cadastre.cli.app.GivenValues;
import dev.cadastre.cli.parcel.Wishes;
import dev.cadastre.cli.parcel.trial.DeployedTrials;
import dev.cadastre.cli.run.Progress;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Keyboard;
import dev.cadastre.cli.session.Session;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.Passwords;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Tries a parcel on this machine: deploys it in an instance, tests it, and keeps it until Ctrl-C.
 */
public final class LocalTry {

    private final Session session;
    private final Order order;

    /**
     * What somebody wants to try.
     *
     * @param word the parcel, as for a deployment
     * @param repository where it and what it requires are had from; null for this machine
     * @param bases where what a folder's parcel builds on is looked for
     * @param isOver whether it ends as soon as it was tested
     * @param verbose whether what steps print is shown
     */
    public record Order(
            String word,
            @Nullable String repository,
            List<String> bases,
            Wishes wishes,
            GivenValues given,
            boolean isOver,
            boolean verbose) {

        /** Copies what can be changed. */
        public Order {
            bases = List.copyOf(bases);
        }
    }

    /** Lets others see an app. */
    @FunctionalInterface
    public interface Sharing {

        /**
         * Begins.
         *
         * @param address where the app is opened on this machine
         * @return ends it when it is closed
         */
        AutoCloseable begin(String address);
    }

    /** Of one order. */
    public LocalTry(Session session, Order order) {
        this.session = session;
        this.order = order;
    }

    /**
     * Tries it, and returns when somebody ends it.
     *
     * @param sharing null if nobody else is to see it
     * @return whether all of it was deployed and has passed its tests
     * @throws Failure if it cannot be tried
     */
    public boolean carryOut(@Nullable Sharing sharing) throws IOException, InterruptedException {
        InstanceRights.require();
        Path home = session.home().resolve("instances");
        try (InstanceFolder folder = InstanceFolder.create(home)) {
            List<TriedApp> apps = apps(folder.path());
            TriedApp app = apps.getLast();
            if (sharing != null && shared(app) == null) {
                throw new Failure(
                        Failure.Kind.NO,
                        "%s tells no address that begins with http://, so that nothing can be shared"
                                .formatted(app),
                        "Try it without --share.");
            }
            session.remark("Trying %s in a root folder of its own.".formatted(app));
            CountDownLatch ended = new CountDownLatch(1);
            try (Instance instance =
                            Instance.start(app.name(), session.surroundings().variables());
                    Keyboard.Listening _ =
                            session.surroundings()
                                    .keyboard()
                                    .onInterrupt(() -> end(instance, ended))) {
                instance.onEnd(ended::countDown);
                return in(instance, folder.path(), apps, sharing, ended);
            }
        }
    }

    private static void end(Instance instance, CountDownLatch ended) {
        ended.countDown();
        instance.close();
    }

    private List<TriedApp> apps(Path scratch) throws IOException {
        SoughtParcels sought =
                new SoughtParcels(
                        session, order.repository(), order.bases(), order.wishes(), scratch);
        List<TriedParcel> parcels = sought.find(order.word());
        ListeningPorts ports = MachinePorts.read();
        LocalValues values =
                new LocalValues(
                        MachineFacts.read(),
                        new Passwords(new SecureRandom()),
                        ports.ports(),
                        port -> MachinePorts.holder(ports, port));
        List<Layer> given = GivenLayers.of(order.given(), parcels.getLast().contents());
        List<TriedApp> apps = new ArrayList<>();
        for (TriedParcel parcel : parcels) {
            boolean isLast = parcel.equals(parcels.getLast());
            apps.add(values.add(parcel, isLast ? given : List.of()));
        }
        return apps;
    }

    private boolean in(
            Instance instance,
            Path scratch,
            List<TriedApp> apps,
            @Nullable Sharing sharing,
            CountDownLatch ended)
            throws IOException, InterruptedException {
        boolean isGood = isDeployed(instance, scratch, apps);
        if (ended.getCount() == 0) {
            session.remark("Ended. Nothing of it is left.");
            return false;
        }
        isGood = isGood && isTested(instance, scratch, apps);
        if (order.isOver()) {
            return isGood;
        }
        TriedApp app = apps.getLast();
        tell(instance, app);
        String address = shared(app);
        try (AutoCloseable _ =
                sharing == null || address == null ? () -> {} : sharing.begin(address)) {
            session.remark(
                    isGood
                            ? "Ctrl-C ends it."
                            : "It is kept as it is, so that you can look. Ctrl-C ends it.");
            ended.await();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("what is shared ends without a failure", e);
        }
        session.remark("Ended. Nothing of it is left.");
        return isGood;
    }

    /** The providers of an app are there before it, and know of it. */
    private boolean isDeployed(Instance instance, Path scratch, List<TriedApp> apps)
            throws IOException, InterruptedException {
        InstanceRuns runs =
                new InstanceRuns(
                        instance,
                        scratch,
                        session.surroundings().clock(),
                        new Progress(session, order.verbose()));
        for (TriedApp app : apps) {
            for (Map.Entry<String, String> bound : app.parcel().bindings().entrySet()) {
                TriedApp provider =
                        apps.stream()
                                .filter(one -> one.name().equals(bound.getValue()))
                                .findFirst()
                                .orElseThrow();
                if (!isBound(runs, app, provider, bound.getKey())) {
                    return false;
                }
            }
            session.remark("Installing %s.".formatted(app));
            if (!isDone(runs, app, "install", app.values())) {
                return false;
            }
        }
        return true;
    }

    private boolean isBound(InstanceRuns runs, TriedApp app, TriedApp provider, String binding)
            throws IOException, InterruptedException {
        String file = ParcelDefinition.changeFile("bind");
        String password = app.passwords().getOrDefault(binding, "");
        if (!provider.parcel().contents().files().containsKey(file)) {
            return true;
        }
        session.remark("Binding %s to %s.".formatted(app, provider));
        TriedApp bound =
                new TriedApp(
                        provider.parcel(), provider.values(), app.secrets(), provider.passwords());
        return isDone(runs, bound, "bind", provider.forConsumer(app.name(), password));
    }

    private boolean isDone(InstanceRuns runs, TriedApp app, String verb, Map<String, String> values)
            throws IOException, InterruptedException {
        String file = ParcelDefinition.changeFile(verb);
        if (!app.parcel().contents().files().containsKey(file)) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s of %s is written in Java, which is not tried here".formatted(verb, app),
                    "Have the parcel bring %s, or deploy it to a host.".formatted(file));
        }
        return InstanceRuns.isDone(runs.run(app.parcel(), file, values, app.secrets()));
    }

    private boolean isTested(Instance instance, Path scratch, List<TriedApp> apps)
            throws IOException {
        boolean isGood = true;
        for (TriedApp app : apps) {
            DeployedTrials trials =
                    new DeployedTrials(
                            app.parcel().contents().definition(),
                            app.values(),
                            account -> new InstancePlace(instance, account));
            for (DeployedTrials.Report report : trials.run(app.parcel().folder(), scratch)) {
                isGood &= report.problem().stream().noneMatch(Problem::isError);
                session.remark(
                        "Test %s of %s: %s"
                                .formatted(
                                        report.test(),
                                        app,
                                        report.problem().map(Problem::toString).orElse("passed")));
            }
        }
        return isGood;
    }

    private void tell(Instance instance, TriedApp app) {
        List<String> addresses = app.addresses();
        addresses.forEach(session.printer()::line);
        if (addresses.isEmpty()) {
            app.ports().forEach(port -> session.printer().line(LocalHost.ADDRESS + ":" + port));
        }
        // Whoever reads them may be a program that waits for them.
        session.surroundings().out().flush();
        MachinePorts.read()
                .open(app.ports())
                .forEach(port ->
                        session.remark(
                                "Others on the network reach port %d, too: %s listens on all addresses."
                                        .formatted(port, app.name())));
        session.remark("Its manual: less " + app.parcel().folder().resolve("docs/index.md"));
        session.remark(
                "What it says: tail -f %s/var/lib/cadastre/daemons/*/log"
                        .formatted(instance.root()));
    }

    private static @Nullable String shared(TriedApp app) {
        return app.addresses().stream()
                .filter(address -> address.startsWith("http://"))
                .findFirst()
                .orElse(null);
    }
}
