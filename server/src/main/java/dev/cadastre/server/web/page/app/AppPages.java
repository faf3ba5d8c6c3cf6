package dev.cadastre.server.web.page.app;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppRevision;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppQuery;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.app.AppNames;
import dev.cadastre.server.web.api.app.KnownApps;
import dev.cadastre.server.web.api.app.RevisionNumber;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.page.Frames;
import dev.cadastre.server.web.page.Links;
import dev.cadastre.server.web.page.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Apps by environment, and all that is known of each. */
@Controller
class AppPages {

    private static final int PAGE = 20;

    private final KnownApps known;
    private final Parcels parcels;
    private final Estate estate;
    private final Permitted permitted;
    private final Frames frames;

    AppPages(KnownApps known, Parcels parcels, Estate estate, Permitted permitted, Frames frames) {
        this.known = known;
        this.parcels = parcels;
        this.estate = estate;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping(AppLinks.PATH)
    ModelAndView list(
            HttpServletRequest request, @RequestParam(defaultValue = "") String environment) {
        return View.of(
                "app/list",
                "frame",
                frames.of(
                        request,
                        "Apps",
                        "apps",
                        Links.to(ApiPath.BASE + AppLinks.PATH, "environment", environment)),
                "wording",
                frames.wording(),
                "listing",
                new AppListing(environment, known.find(AppQuery.of(null))));
    }

    @GetMapping(AppLinks.PATH + "/{app}")
    ModelAndView one(
            HttpServletRequest request,
            @PathVariable String app,
            @RequestParam @Nullable String revision,
            @RequestParam @Nullable String after) {
        AppName name = AppNames.read(app);
        String position = Links.position(after);
        int before = position == null ? Integer.MAX_VALUE : RevisionNumber.read(position);
        return View.of(
                "app/page",
                "frame",
                frames.of(
                        request,
                        name.toString(),
                        "apps",
                        ApiPath.BASE + AppLinks.to(name.toString())),
                "wording",
                frames.wording(),
                "page",
                page(name, revision, before));
    }

    private AppPage page(AppName name, @Nullable String revision, int before) {
        App app = known.app(name);
        List<AppRevision> found = known.revisions(name, before, PAGE + 1);
        List<AppRevision> listed = found.subList(0, Math.min(PAGE, found.size()));
        String last = found.size() > PAGE ? Integer.toString(listed.getLast().number()) : null;
        return new AppPage(
                app,
                shown(name, app, revision),
                listed,
                Links.next(AppLinks.to(app.name()), last),
                owner(app),
                parcels.find(app.parcel(), app.version()).isPresent(),
                permitted.may(Verb.RUN, Part.CHANGE, name.environment()));
    }

    private @Nullable AssetOwner owner(App app) {
        String team = app.owner();
        return team == null
                ? null
                : new AssetOwner(
                        team,
                        Optional.ofNullable(estate.model().teams().get(team))
                                .map(known -> new TreeMap<>(known.contacts()))
                                .orElseGet(TreeMap::new),
                        "named by its parcel, or by the environment " + app.environment(),
                        null);
    }

    private AppRevision shown(AppName name, App app, @Nullable String revision) {
        if (revision != null) {
            return known.revision(name, RevisionNumber.read(revision));
        }
        return app.revision() == 0
                ? known.revisions(name, Integer.MAX_VALUE, 1).getFirst()
                : known.revision(name, app.revision());
    }
}
