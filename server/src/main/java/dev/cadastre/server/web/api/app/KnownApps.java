package dev.cadastre.server.web.api.app;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppQuery;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Apps for who is asking: somebody without any role sees none of them. */
@Component
public class KnownApps {

    private final Apps apps;
    private final AppRecords records;
    private final Permitted permitted;

    KnownApps(Apps apps, AppRecords records, Permitted permitted) {
        this.apps = apps;
        this.records = records;
        this.permitted = permitted;
    }

    /** Those that are there, or that somebody started to deploy, by environments and names. */
    public List<App> find(AppQuery query) {
        Reach reach = permitted.read(Part.PARCELS);
        AppRecords.Surroundings around = records.around(reach);
        return apps.lastBegun(query, reach).stream().map(one -> records.app(one, around)).toList();
    }

    /**
     * One that is there or was.
     *
     * @throws ProblemException if there is no such app
     */
    public App app(AppName name) {
        Reach reach = permitted.read(Part.PARCELS);
        return apps.lastBegun(name)
                .filter(one -> reach.covers(name.environment()))
                .map(one -> records.remarked(one, records.around(reach)))
                .orElseThrow(() -> unknown(name));
    }

    /** Its revisions with smaller numbers, newest first; none if there is no such app. */
    public List<AppRevision> revisions(AppName name, int before, int limit) {
        Reach reach = permitted.read(Part.PARCELS);
        return apps.revisions(name, before, limit, reach).stream().map(records::revision).toList();
    }

    /**
     * One of them.
     *
     * @throws ProblemException if there is no such revision
     */
    public AppRevision revision(AppName name, int number) {
        return revisions(name, number + 1, 1).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * What is there of it.
     *
     * @throws ProblemException if nothing is
     */
    public AppRevision current(AppName name) {
        return apps.current(name, permitted.read(Part.PARCELS))
                .map(records::revision)
                .orElseThrow(() -> unknown(name));
    }

    private static ProblemException unknown(AppName name) {
        return new ProblemException(
                ProblemKind.APP_UNKNOWN,
                "There is no such app, or no such revision of it: %s.".formatted(name),
                "See /api/v1/apps for those there are.");
    }
}
