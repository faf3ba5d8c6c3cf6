package dev.cadastre.server.change.running;

import dev.cadastre.change.Change;
import dev.cadastre.change.plan.Plan;
import dev.cadastre.change.run.Planner;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunOrder;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.server.change.archive.Archives;
import dev.cadastre.server.change.archive.ChangeReader;
import dev.cadastre.server.change.archive.UnpackedChange;
import dev.cadastre.server.parcels.app.TaskValues;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks what a change of an app would do, of which nothing is kept. Thread-safe. */
@Component
public class Looks {

    private final Archives archives;
    private final ChangeReader changes;
    private final RunOpening opening;
    private final Concerned concerned;

    Looks(Archives archives, ChangeReader changes, RunOpening opening, Concerned concerned) {
        this.archives = archives;
        this.changes = changes;
        this.opening = opening;
        this.concerned = concerned;
    }

    /**
     * What was seen.
     *
     * @param change that was looked with
     * @param plan what it would do
     */
    public record Seen(Change change, Plan plan) {}

    /**
     * Looks at hosts; what asks for a secret there is not seen.
     *
     * @param archive the digest of the change's archive
     * @param file the change in it
     * @param parameters what it is given besides the app's values
     */
    public Seen look(
            String archive,
            String file,
            List<String> hosts,
            TaskValues values,
            Map<String, String> parameters)
            throws InterruptedException {
        GivenValues given = RunValues.ofApp(values, parameters);
        try (UnpackedChange files = archives.open(archive)) {
            Change change = changes.read(files.files(), file, given.alike()).change();
            RunOrder order =
                    new RunOrder(
                            "look",
                            concerned.actor(),
                            "",
                            change,
                            hosts,
                            parameters,
                            RunSettings.USUAL,
                            null);
            return new Seen(
                    change,
                    Planner.plan(
                            order,
                            opening.ports(
                                    files, given, Secrets.NONE, Plans.LATER, RunListener.NONE)));
        }
    }
}
