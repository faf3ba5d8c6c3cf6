package dev.cadastre.server.web.api.app;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.Apps;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Apps: what parcels are deployed as. */
@RestController
@RequestMapping(ApiPath.BASE + "/apps")
class AppsController {

    private final Apps apps;
    private final AppRecords records;
    private final Permitted permitted;

    AppsController(Apps apps, AppRecords records, Permitted permitted) {
        this.apps = apps;
        this.records = records;
        this.permitted = permitted;
    }

    /**
     * Which apps.
     *
     * @param environment null for all
     * @param parcel of that parcel alone; null for all
     */
    @Parameters
    record AppsParameters(@Nullable String environment, @Nullable String parcel) {}

    /** All apps that somebody started to deploy, by environments and names. */
    @GetMapping
    ListPage<App> list(AppsParameters parameters) {
        Reach reach = permitted.read(Part.PARCELS);
        List<dev.cadastre.server.parcels.app.AppRevision> all =
                apps.lastBegun(parameters.environment(), reach).stream()
                        .filter(one ->
                                parameters.parcel() == null
                                        || one.parcel().name().equals(parameters.parcel()))
                        .toList();
        return Pages.whole(all, one -> records.app(one, reach));
    }

    /** One app. */
    @GetMapping("/{app}")
    App one(@PathVariable String app) {
        Reach reach = permitted.read(Part.PARCELS);
        AppName name = AppNames.read(app);
        return apps.lastBegun(name.environment(), reach).stream()
                .filter(one -> one.app().equals(name))
                .findFirst()
                .map(one -> records.app(one, reach))
                .orElseThrow(() -> unknown(name));
    }

    /** Which of them. */
    @Parameters
    record RevisionParameters(@Nullable Limit limit, @Nullable String after) {}

    /** What an app was to be at each time, the newest first. */
    @GetMapping("/{app}/revisions")
    ListPage<AppRevision> revisions(@PathVariable String app, RevisionParameters parameters) {
        Reach reach = permitted.read(Part.PARCELS);
        int limit = Limit.of(parameters.limit());
        String after = parameters.after();
        int before = after == null ? Integer.MAX_VALUE : RevisionNumber.read(after);
        List<dev.cadastre.server.parcels.app.AppRevision> found =
                apps.revisions(AppNames.read(app), before, limit + 1, reach);
        boolean isMore = found.size() > limit;
        List<dev.cadastre.server.parcels.app.AppRevision> shown =
                isMore ? found.subList(0, limit) : found;
        return new ListPage<>(
                shown.stream().map(records::revision).toList(),
                isMore ? Integer.toString(shown.getLast().number()) : null);
    }

    /** One of them; {@code current} is what is there. */
    @GetMapping("/{app}/revisions/{number}")
    AppRevision revision(@PathVariable String app, @PathVariable String number) {
        Reach reach = permitted.read(Part.PARCELS);
        AppName name = AppNames.read(app);
        if (number.equals("current")) {
            return apps.current(name, reach)
                    .map(records::revision)
                    .orElseThrow(() -> unknown(name));
        }
        int wanted = RevisionNumber.read(number);
        return apps.revisions(name, wanted + 1, 1, reach).stream()
                .filter(one -> one.number() == wanted)
                .findFirst()
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
