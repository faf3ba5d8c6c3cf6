package dev.cadastre.server.web.page.app;

import dev.cadastre.server.web.page.Links;

/** Addresses of the pages of apps. */
public final class AppLinks {

    static final String PATH = "/apps";

    private AppLinks() {}

    /** An app, as {@code shop@qa}. */
    public static String to(String app) {
        return PATH + "/" + app;
    }

    /** The app as it was to be by one of its revisions. */
    public static String to(String app, int revision) {
        return to(app) + "?revision=" + revision;
    }

    /** The apps of an environment. */
    public static String ofEnvironment(String environment) {
        return Links.to(PATH, "environment", environment);
    }

    /** An app on the map. */
    public static String onMap(String app) {
        return Links.to("/map", "asset", "app:" + app);
    }
}
