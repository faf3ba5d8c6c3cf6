package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.foreign.AnsibleFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Takes over what other inventories know. Thread-safe. */
@Service
public class Imports {

    private final Reports reports;
    private final HostTable hosts;
    private final Clock clock;

    Imports(Reports reports, HostTable hosts, Clock clock) {
        this.reports = reports;
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * What came of an import.
     *
     * @param hosts how many hosts it told of
     * @param first how many of these were not known before
     * @param remarks what was not taken, or taken in doubt
     */
    public record Imported(int hosts, int first, List<Remark> remarks) {
        public Imported {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Something about one host.
     *
     * @param host its name in the import
     * @param taken whether what was told of it counts
     * @param reason what is to be said
     */
    public record Remark(String host, boolean taken, String reason) {}

    /**
     * Takes a zip of Ansible's folders, as a source that gives way to our own. All of it is looked
     * at before anything is taken.
     *
     * @param reach the environments whose hosts it may be about
     * @param actor who brought it, for the timeline
     * @throws InvalidFeed naming what is wrong; then nothing was taken
     * @throws NotAllowed if it tells of a host out of reach; then nothing was taken
     */
    public Imported ansible(InputStream zip, Reach reach, String actor) {
        try (AnsibleFolder folder = AnsibleFolder.open(zip, AnsibleFolder.Bounds.USUAL)) {
            folder.hosts().forEach(host -> requireReach(host, reach, actor));
            folder.check();
            return take(folder, reach, actor);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what was sent until it is read", e);
        }
    }

    private void requireReach(String host, Reach reach, String actor) {
        String environment =
                hosts.named(host)
                        .map(HostRow::environment)
                        .orElseGet(() -> environmentOfNew(host, reach));
        if (!reach.covers(environment)) {
            throw new NotAllowed(
                    "%s may not write of %s, which is in another environment"
                            .formatted(actor, host),
                    "Use a token for that environment, or leave that host out.");
        }
    }

    /**
     * Where a host belongs that nobody placed yet.
     *
     * @throws NotAllowed if that is not clear from what the sender may write
     */
    public static String environmentOfNew(String host, Reach reach) {
        Set<String> environments = reach.environments();
        if (environments == null) {
            return Admission.UNASSIGNED;
        }
        if (environments.size() == 1) {
            return environments.iterator().next();
        }
        throw new NotAllowed(
                "The host " + host + " is new, and it is not clear in which environment it is",
                "Add it by /api/v1/hosts first, or use a token for one environment.");
    }

    private Imported take(AnsibleFolder folder, Reach reach, String actor) {
        List<Remark> remarks = new ArrayList<>();
        int taken = 0;
        int first = 0;
        for (String host : folder.hosts()) {
            switch (folder.of(host, clock.instant())) {
                case AnsibleFolder.Told.Nothing(String reason) ->
                        remarks.add(new Remark(host, false, reason));
                case AnsibleFolder.Told.Something(Report report) -> {
                    switch (accept(host, report, reach, actor)) {
                        case Acceptance.Accepted accepted -> {
                            taken++;
                            first += accepted.first() ? 1 : 0;
                            if (accepted.conflict() != null) {
                                remarks.add(new Remark(host, true, accepted.conflict()));
                            }
                        }
                        case Acceptance.Older older ->
                                remarks.add(
                                        new Remark(
                                                host,
                                                false,
                                                "It is of %s, and one of %s is here already"
                                                        .formatted(
                                                                older.hostTime(),
                                                                older.lastHostTime())));
                        case Acceptance.Retired retired ->
                                remarks.add(
                                        new Remark(
                                                host,
                                                false,
                                                "The host was retired on " + retired.since()));
                    }
                }
            }
        }
        return new Imported(taken, first, remarks);
    }

    private Acceptance accept(String host, Report report, Reach reach, String actor) {
        String environment =
                hosts.named(host)
                        .map(HostRow::environment)
                        .orElseGet(() -> environmentOfNew(host, reach));
        return reports.accept(
                new Origin(
                        host, Origin.Naming.BOUND, environment, null, Source.IMPORT, reach, actor),
                report);
    }
}
