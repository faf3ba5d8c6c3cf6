package dev.cadastre.server.web.page.app;

import dev.cadastre.api.app.App;
import dev.cadastre.api.app.AppState;
import java.util.List;
import java.util.TreeSet;

/**
 * The list of apps.
 *
 * @param environment whose are shown; empty for all
 * @param all those of all environments
 */
public record AppListing(String environment, List<App> all) {

    /** Those that are shown. */
    public List<App> apps() {
        return all.stream().filter(app -> environment.isEmpty() || is(app, environment)).toList();
    }

    private static boolean is(App app, String environment) {
        return app.environment().equals(environment);
    }

    /** The apps of one environment, and how many of them somebody has to look at. */
    public record Tally(String environment, long apps, long failed) {}

    /** One for each environment that has any. */
    public List<Tally> tallies() {
        return new TreeSet<>(all.stream().map(App::environment).toList())
                .stream().map(this::tally).toList();
    }

    private Tally tally(String name) {
        List<App> there = all.stream().filter(app -> is(app, name)).toList();
        long failed = there.stream().filter(app -> app.state() == AppState.FAILED).count();
        return new Tally(name, there.size(), failed);
    }
}
