package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.session.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** For how long something is not told, of what, and why. */
final class QuietTime {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ASSET",
            description = "an asset, with all that is on it if it is a host")
    private @Nullable String asset;

    @Option(
            names = {"--query", "-q"},
            paramLabel = "QUERY",
            description = "hosts that a query finds, with all that is on them")
    private @Nullable String query;

    @Option(names = "--for", required = true, paramLabel = "TIME", description = "how long: 2h, 3d")
    private String length = "";

    @Option(names = "--in", paramLabel = "TIME", description = "begins so much later: 30m, 1d")
    private @Nullable String delay;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    Json body(Session session) {
        if ((asset == null) == (query == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "Name an asset or give a --query, and not both.");
        }
        return new JsonObject()
                .with("asset", (Object) asset)
                .with("q", (Object) query)
                .with("begins", delay == null ? null : session.after(delay))
                .with("ends", ends(session))
                .with("reason", (Object) reason)
                .json();
    }

    private Object ends(Session session) {
        Object end = session.after(length);
        return delay == null ? end : session.after(delay.strip() + " " + length.strip());
    }
}
