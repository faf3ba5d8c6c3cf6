package dev.cadastre.server.change.apps;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.running.Concerned;
import dev.cadastre.server.change.running.Looks;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppRevision;
import dev.cadastre.server.parcels.app.Apps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/**
 * Finds out what is not as it is declared. What parcels declare is looked at on hosts when somebody
 * asks, by the scripts that would change it; so that takes running changes there. Thread-safe.
 */
@NamedInterface("apps")
@Service
public class Drifts {

    private final Apps apps;
    private final ParcelArchives archives;
    private final Looks looks;
    private final Estate estate;
    private final Hosts hosts;
    private final Concerned concerned;
    private final Access access;

    Drifts(
            Apps apps,
            ParcelArchives archives,
            Looks looks,
            Estate estate,
            Hosts hosts,
            Concerned concerned,
            Access access) {
        this.apps = apps;
        this.archives = archives;
        this.looks = looks;
        this.estate = estate;
        this.hosts = hosts;
        this.concerned = concerned;
        this.access = access;
    }

    /**
     * All of an environment, or of an app; of all environments in which the actor may run changes,
     * if there is neither.
     */
    public List<Drift> find(@Nullable String environment, @Nullable AppName app)
            throws InterruptedException {
        Reach reach = reach(environment, app);
        List<Drift> all = new ArrayList<>();
        if (app == null) {
            all.addAll(declared(environment, reach));
        }
        for (AppRevision revision : apps.current(environment, app, reach)) {
            all.addAll(
                    new AppDrift(revision)
                            .of(
                                    looks.look(
                                            archives.of(revision.parcel()),
                                            revision.file(),
                                            revision.hosts(),
                                            apps.valuesOf(revision.id()),
                                            Map.of(
                                                    "app", revision.app().name(),
                                                    "parcel", revision.parcel().name(),
                                                    "version", revision.parcel().version()))));
        }
        return all;
    }

    private Reach reach(@Nullable String environment, @Nullable AppName app) {
        if (app != null) {
            concerned.requireRun(List.of(app.environment()));
        } else if (environment != null) {
            concerned.requireRun(List.of(environment));
        }
        return access.reach(Verb.RUN, Part.CHANGE);
    }

    /** Hosts of the estate that nobody has ever seen. */
    private List<Drift> declared(@Nullable String environment, Reach reach) {
        return estate.model().hosts().values().stream()
                .filter(host -> reach.covers(host.environment()))
                .filter(host -> environment == null || environment.equals(host.environment()))
                .filter(DeclaredHost::isConnectedTo)
                .sorted(Comparator.comparing(DeclaredHost::name))
                .filter(host -> !isSeen(host))
                .map(host ->
                        new Drift(
                                null,
                                host.environment(),
                                host.name(),
                                "host",
                                host.name(),
                                "declared in " + host.origin(),
                                "never seen"))
                .toList();
    }

    private boolean isSeen(DeclaredHost host) {
        return hosts.named(host.name(), null, Reach.ALL)
                .filter(known -> known.observedAt() != null)
                .isPresent();
    }
}
