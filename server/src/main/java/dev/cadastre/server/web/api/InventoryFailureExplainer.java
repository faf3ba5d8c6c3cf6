package dev.cadastre.server.web.api;

import dev.cadastre.api.Problem;
import dev.cadastre.server.inventory.InvalidCursor;
import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.server.inventory.NotCollected;
import dev.cadastre.server.inventory.NothingCollected;
import dev.cadastre.server.inventory.UnknownHost;
import dev.cadastre.server.web.api.problem.FailureExplainer;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the inventory could not do, and names the nearest host where it knows none. */
@Component
class InventoryFailureExplainer implements FailureExplainer {

    private final KnownHosts hosts;

    InventoryFailureExplainer(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public @Nullable ProblemException explain(Exception failure) {
        return switch (failure) {
            case UnknownHost unknown -> hosts.unknown(unknown.name());
            case NotCollected pushing -> pushing(pushing.name());
            case NothingCollected nothing -> nothing(nothing);
            case InvalidCursor _ -> foreignCursor();
            case InvalidFeed invalid -> invalid(invalid);
            default -> null;
        };
    }

    private static ProblemException pushing(String host) {
        return new ProblemException(
                ProblemKind.HOST_UNDECLARED,
                host + " pushes its reports; the server does not connect to it.",
                "Run its push there, or give it an address if it is to be collected.");
    }

    private static ProblemException nothing(NothingCollected nothing) {
        return new ProblemException(
                ProblemKind.HOST_UNOBSERVED,
                String.valueOf(nothing.getMessage()),
                nothing.at() == null
                        ? "Collect it, or see at /api/v1/hosts/%s why that fails."
                                .formatted(nothing.name())
                        : "Choose a later moment; /api/v1/hosts/%s/history begins with the first."
                                .formatted(nothing.name()));
    }

    private static ProblemException invalid(InvalidFeed feed) {
        return new ProblemException(
                ProblemKind.FEED_INVALID,
                "Nothing of it was taken: at %s, %s".formatted(feed.place(), feed.reason()),
                "Correct what \"problems\" names, or get the file again from its source.",
                List.of(new Problem.Part("feed.invalid", feed.place(), feed.reason(), null)));
    }

    private static ProblemException foreignCursor() {
        return new ProblemException(
                ProblemKind.PARAMETERS_BAD,
                "The parameter after cannot be used.",
                "Take it from \"next\" of this very list.",
                List.of(
                        new Problem.Part(
                                "parameter.wrong",
                                "after",
                                "It is the cursor of another list.",
                                null)));
    }
}
