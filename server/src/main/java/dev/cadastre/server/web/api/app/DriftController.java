package dev.cadastre.server.web.api.app;

import dev.cadastre.api.ListPage;
import dev.cadastre.api.app.Drift;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.apps.Drifts;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Pages;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is not as it is declared. */
@RestController
@RequestMapping(ApiPath.BASE + "/drift")
class DriftController {

    private final Drifts drifts;
    private final KnownApps known;
    private final Permitted permitted;

    DriftController(Drifts drifts, KnownApps known, Permitted permitted) {
        this.drifts = drifts;
        this.known = known;
        this.permitted = permitted;
    }

    /**
     * Where to look.
     *
     * @param environment null for all
     * @param app as {@code shop@qa}; null for all, and for what the estate declares
     */
    @Parameters
    record DriftParameters(@Nullable String environment, @Nullable String app) {}

    /** Looks at hosts for what apps declare there, which takes running changes there. */
    @GetMapping
    ListPage<Drift> list(DriftParameters parameters) throws InterruptedException {
        permitted.reach(Verb.RUN, Part.CHANGE);
        return Pages.whole(
                drifts.find(parameters.environment(), there(parameters.app())),
                DriftController::drift);
    }

    /** What is not there has no drift; whoever misspells an app is not to hear that all is well. */
    private @Nullable AppName there(@Nullable String app) {
        if (app == null) {
            return null;
        }
        AppName name = AppNames.read(app);
        known.current(name);
        return name;
    }

    private static Drift drift(dev.cadastre.server.change.apps.Drift one) {
        return new Drift(
                one.app(),
                one.environment(),
                one.host(),
                one.kind(),
                one.subject(),
                one.declared(),
                one.seen());
    }
}
