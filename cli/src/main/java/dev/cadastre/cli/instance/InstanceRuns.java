package dev.cadastre.cli.instance;

import dev.cadastre.change.At;
import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.Status;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.archive.FolderReading;
import dev.cadastre.change.host.LocalMachine;
import dev.cadastre.change.host.ShellHosts;
import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.operation.ReloadDaemon;
import dev.cadastre.change.operation.RestartDaemon;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Daemons;
import dev.cadastre.change.run.Executor;
import dev.cadastre.change.run.Monitors;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunPorts;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.RunView;
import dev.cadastre.change.run.Sealing;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Carries out changes of parcels in an instance. */
final class InstanceRuns {

    private final Instance instance;
    private final Path scratch;
    private final Clock clock;
    private final RunListener listener;
    private int count;

    /**
     * In that one.
     *
     * @param scratch where journals are
     */
    InstanceRuns(Instance instance, Path scratch, Clock clock, RunListener listener) {
        this.instance = instance;
        this.scratch = scratch;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Carries out one.
     *
     * @param file its path in the parcel
     * @param values that it finds
     * @throws Failure if it cannot be read, or does anything on this machine itself
     */
    RunView run(TriedParcel parcel, String file, Map<String, String> values, Set<String> secrets)
            throws IOException, InterruptedException {
        Map<String, String> parameters =
                Map.of("app", parcel.name(), "parcel", parcel.name(), "version", parcel.version());
        GivenChange given = given(parcel, file, parameters, values);
        RunOrder order =
                new RunOrder(
                        "try",
                        "try",
                        "",
                        given.change(),
                        List.of(LocalHost.NAME),
                        parameters,
                        RunSettings.USUAL,
                        null);
        count++;
        Path folder = Files.createDirectory(scratch.resolve("run-" + count));
        try (FolderJournal journal = FolderJournal.open(folder);
                Executor executor =
                        Executor.open(
                                order,
                                "try",
                                ports(given.folder(), parameters, values, secrets),
                                journal)) {
            return executor.run();
        }
    }

    /** Whether it came to a good end. */
    static boolean isDone(RunView view) {
        return view.status() == Status.OK;
    }

    private static GivenChange given(
            TriedParcel parcel,
            String file,
            Map<String, String> parameters,
            Map<String, String> values) {
        FolderReading reading = ChangeFolder.read(parcel.folder());
        new Problems().add(reading.problems()).require(parcel.name());
        GivenChange given =
                new ChangeSource(parameters, Map.of(LocalHost.NAME, values))
                        .understood(
                                reading.folder().orElseThrow(), file, parcel.name() + "/" + file);
        if (given.change().jobs().stream().anyMatch(job -> job.at() != At.REMOTE)) {
            throw new Failure(
                    Failure.Kind.NO,
                    "%s of %s does something on this machine itself".formatted(file, parcel.name()),
                    "That would stay here, and is not tried: deploy it to a host.");
        }
        return given;
    }

    private RunPorts ports(
            ChangeFolder folder,
            Map<String, String> parameters,
            Map<String, String> values,
            Set<String> known) {
        RunSecrets secrets = new RunSecrets(Secrets.NONE, known, Sealing.NONE);
        Map<String, Map<String, String>> hosts = Map.of(LocalHost.NAME, values);
        return new RunPorts(
                new ShellHosts(_ -> new InstanceShell(instance), secrets),
                new LocalMachine(FolderContext.local(folder, parameters), hosts, secrets),
                place -> context(place, folder, hosts),
                new OwnDaemons(),
                Monitors.NONE,
                secrets,
                RunPorts.Runs.UNKNOWN,
                listener,
                clock,
                System::nanoTime);
    }

    private static ScriptContext context(
            Place place, ChangeFolder folder, Map<String, Map<String, String>> hosts) {
        return FolderContext.host(
                folder, place.host(), Objects.requireNonNull(hosts.get(place.host())));
    }

    private record OwnDaemons() implements Daemons {
        @Override
        public ScriptOperation restart(String daemon) {
            return new RestartDaemon(daemon);
        }

        @Override
        public ScriptOperation reload(String daemon) {
            return new ReloadDaemon(daemon);
        }
    }
}
