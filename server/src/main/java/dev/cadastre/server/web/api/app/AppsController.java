package dev.cadastre.server.web.api.app;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppQuery;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Apps: what parcels are deployed as. */
@RestController
@RequestMapping(ApiPath.BASE + "/apps")
class AppsController {

    private final KnownApps known;

    AppsController(KnownApps known) {
        this.known = known;
    }

    /**
     * Which apps.
     *
     * @param environment null for all
     * @param parcel of that parcel alone; null for all
     */
    @Parameters
    record AppsParameters(
            @Nullable String environment,
            @Nullable String parcel,
            @Nullable Limit limit,
            @Nullable Cursor after) {

        @Nullable AppName position() {
            return after == null
                    ? null
                    : AppName.of(after.position())
                            .orElseThrow(() ->
                                    new ProblemException(
                                            ProblemKind.PARAMETERS_BAD,
                                            "The parameter after cannot be used: it is the cursor"
                                                    + " of another list.",
                                            "Take it from \"next\" of this list."));
        }
    }

    /** Apps that are there, or that somebody started to deploy, by environments and names. */
    @GetMapping
    ListPage<App> list(AppsParameters parameters) {
        int limit = Limit.of(parameters.limit());
        AppQuery query =
                new AppQuery(
                        parameters.environment(),
                        parameters.parcel(),
                        parameters.position(),
                        limit + 1);
        return Pages.cut(known.find(query), limit, App::name, Function.identity());
    }

    /** One app; of one that was removed, what it was. */
    @GetMapping("/{app}")
    App one(@PathVariable String app) {
        return known.app(AppNames.read(app));
    }

    /** Which of them. */
    @Parameters
    record RevisionParameters(@Nullable Limit limit, @Nullable String after) {}

    /** What an app was to be at each time, the newest first. */
    @GetMapping("/{app}/revisions")
    ListPage<AppRevision> revisions(@PathVariable String app, RevisionParameters parameters) {
        int limit = Limit.of(parameters.limit());
        String after = parameters.after();
        int before = after == null ? Integer.MAX_VALUE : RevisionNumber.read(after);
        List<AppRevision> found = known.revisions(AppNames.read(app), before, limit + 1);
        boolean isMore = found.size() > limit;
        List<AppRevision> shown = isMore ? found.subList(0, limit) : found;
        return new ListPage<>(shown, isMore ? Integer.toString(shown.getLast().number()) : null);
    }

    /** One of them; {@code current} is what is there. */
    @GetMapping("/{app}/revisions/{number}")
    AppRevision revision(@PathVariable String app, @PathVariable String number) {
        AppName name = AppNames.read(app);
        return number.equals("current")
                ? known.current(name)
                : known.revision(name, RevisionNumber.read(number));
    }
}
