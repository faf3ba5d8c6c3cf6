package dev.cadastre.server.web.api.app;

import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;

/** Names of apps, as they are sent. */
public final class AppNames {

    private AppNames() {}

    /**
     * The app of that name.
     *
     * @throws ProblemException if none can have it
     */
    public static AppName read(String text) {
        return AppName.of(text)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.APP_UNKNOWN,
                                "“%s” is no name of an app.".formatted(text),
                                "Write it with its environment, as shop@qa; the name has small"
                                        + " letters, digits and dashes."));
    }
}
