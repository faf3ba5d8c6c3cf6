package dev.cadastre.server.web.api.app;

import dev.cadastre.api.app.AppPlan;
import dev.cadastre.api.app.AppPlanRequest;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.change.apps.AppPlans;
import dev.cadastre.server.change.apps.PlannedApp;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.request.ApiPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What would be done to apps, and undoing it. */
@RestController
@RequestMapping(ApiPath.BASE + "/apps/{app}")
class AppPlansController {

    private final AppPlans plans;
    private final AppRecords records;
    private final Permitted permitted;

    AppPlansController(AppPlans plans, AppRecords records, Permitted permitted) {
        this.plans = plans;
        this.records = records;
        this.permitted = permitted;
    }

    /** Works out the app's next revision, and begins to plan the runs that it needs. */
    @PostMapping("/plans")
    @ResponseStatus(HttpStatus.CREATED)
    AppPlan plan(@PathVariable String app, @RequestBody AppPlanRequest sent) {
        permitted.reach(Verb.RUN, Part.CHANGE);
        PlannedApp planned = plans.plan(AppWishes.wish(AppNames.read(app), sent));
        return records.plan(planned.proposal());
    }

    /** Undoes what was done to the app last. */
    @PostMapping("/undo")
    AppRevision undo(@PathVariable String app) {
        AppName name = AppNames.read(app);
        return records.revision(plans.undo(name, permitted.reach(Verb.RUN, Part.CHANGE)));
    }
}
