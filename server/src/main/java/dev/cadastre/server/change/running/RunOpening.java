package dev.cadastre.server.change.running;

import dev.cadastre.change.Change;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.operation.ReloadDaemon;
import dev.cadastre.change.operation.RestartDaemon;
import dev.cadastre.change.run.Daemons;
import dev.cadastre.change.run.Executor;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunPorts;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.change.run.StepGate;
import dev.cadastre.server.change.ChangePlan;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.archive.ChangeReader;
import dev.cadastre.server.change.archive.UnpackedChange;
import dev.cadastre.server.change.asking.AskBoard;
import dev.cadastre.server.change.hosts.HostsOfRuns;
import dev.cadastre.server.change.keeping.RunTable;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens what a run, or the looks of a plan, need. */
@Component
class RunOpening {

    private static final Daemons DAEMONS =
            new Daemons() {
                @Override
                public ScriptOperation restart(String daemon) {
                    return new RestartDaemon(daemon);
                }

                @Override
                public ScriptOperation reload(String daemon) {
                    return new ReloadDaemon(daemon);
                }
            };

    private final Archives archives;
    private final ChangeReader changes;
    private final RunValues values;
    private final HostsOfRuns hosts;
    private final MonitorsOfRuns monitors;
    private final Journals journals;
    private final RunTable runs;
    private final SealedBefore sealing;
    private final Clock clock;

    RunOpening(
            Archives archives,
            ChangeReader changes,
            RunValues values,
            HostsOfRuns hosts,
            MonitorsOfRuns monitors,
            Journals journals,
            RunTable runs,
            SealedBefore sealing,
            Clock clock) {
        this.archives = archives;
        this.changes = changes;
        this.values = values;
        this.hosts = hosts;
        this.monitors = monitors;
        this.journals = journals;
        this.runs = runs;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Begins a run; nothing is done yet. */
    Execution begin(ChangeRun run, ChangePlan plan, boolean stepwise, OrderOfPlan order)
            throws IOException {
        return open(run, plan, run.who(), stepwise, journals.begin(run), order);
    }

    /** Takes up a run; nothing is done before somebody asks it to resume. */
    Execution takeUp(ChangeRun run, ChangePlan plan, String who, OrderOfPlan order)
            throws IOException {
        return open(run, plan, who, runs.isStepwise(run.id()), journals.open(run), order);
    }

    /** Makes the order of the change that was read. */
    interface OrderOfPlan {
        RunOrder order(Change change);
    }

    private Execution open(
            ChangeRun run,
            ChangePlan plan,
            String who,
            boolean stepwise,
            DatabaseJournal journal,
            OrderOfPlan wanted)
            throws IOException {
        UnpackedChange files = archives.open(plan.archive());
        boolean opened = false;
        try {
            GivenValues given = values.of(plan.hosts(), plan.parameters(), plan.task());
            Change change = changes.read(files.files(), plan.file(), given.alike()).change();
            AskBoard asks = new AskBoard(change, clock);
            Execution execution = new Execution(run.id(), files, asks, journal);
            RunPorts ports = ports(files, given, asks, asks, execution);
            if (stepwise) {
                ports = StepGate.between(asks, ports);
            }
            execution.opened(Executor.open(wanted.order(change), who, ports, journal));
            opened = true;
            return execution;
        } finally {
            if (!opened) {
                files.close();
            }
        }
    }

    /** What the world is reached by. */
    RunPorts ports(
            UnpackedChange files,
            GivenValues given,
            Secrets secrets,
            LocalJobs local,
            RunListener listener) {
        RunSecrets asked = new RunSecrets(secrets, given.secrets(), sealing);
        return new RunPorts(
                hosts.of(asked),
                local,
                given.contexts(files.files()),
                DAEMONS,
                monitors,
                asked,
                run -> runs.ending(run).map(status -> status.words()).orElse(null),
                listener,
                clock,
                System::nanoTime);
    }
}
