package dev.cadastre.server.web.api.app;

import dev.cadastre.api.Problem;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;

/** Names of apps, as they are sent. */
final class AppNames {

    private AppNames() {}

    /**
     * The app of that name.
     *
     * @throws ProblemException if none can have it
     */
    static AppName read(String text) {
        return AppName.of(text)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemKind.PARAMETERS_BAD,
                                "“%s” is no name of an app.".formatted(text),
                                "Write it with its environment, as shop@qa.",
                                List.of(
                                        new Problem.Part(
                                                "app.name-wrong",
                                                "app",
                                                "A name has small letters, digits and dashes.",
                                                null))));
    }
}
