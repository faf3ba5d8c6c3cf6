package dev.cadastre.server.web.page.app;

import dev.cadastre.api.app.AppPlanStep;
import dev.cadastre.api.app.AppState;
import dev.cadastre.api.app.AppVerb;
import java.util.Locale;

/** What apps are called on pages. */
public final class AppWording {

    private AppWording() {}

    /** A state in words. */
    public static String word(AppState state) {
        return switch (state) {
            case PLANNED -> "planned";
            case RUNNING -> "under way";
            case CURRENT -> "deployed";
            case REPLACED -> "replaced";
            case FAILED -> "failed";
            case UNDONE -> "undone";
            case REMOVED -> "removed";
        };
    }

    /** The class of a state's mark. */
    public static String mark(AppState state) {
        return switch (state) {
            case CURRENT -> "ok";
            case FAILED -> "crit";
            case RUNNING -> "going";
            case PLANNED, REPLACED, UNDONE, REMOVED -> "idle";
        };
    }

    /** The class of a table row; empty for what nobody has to look at. */
    public static String edge(AppState state) {
        return state == AppState.FAILED ? "edge-crit" : "";
    }

    /** What was wanted, in a word. */
    public static String word(AppVerb verb) {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    /** What one run is for: {@code install}, {@code bind db@qa}. */
    public static String word(AppPlanStep step) {
        String word = step.step().name().toLowerCase(Locale.ROOT);
        return step.binding() == null ? word : word + " " + step.app();
    }
}
