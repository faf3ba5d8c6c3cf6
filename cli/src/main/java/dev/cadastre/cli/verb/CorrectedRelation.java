package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The relation that a correction is about, as written on the command line, and why. */
final class CorrectedRelation {

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the asset it starts from")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "such as connects-to")
    private String type = "";

    @Parameters(index = "2", paramLabel = "TARGET", description = "the asset it leads to")
    private String target = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    JsonObject correction(String kind) {
        return new JsonObject()
                .with("kind", kind)
                .with("asset", source)
                .with("type", RelationVerb.type(type))
                .with("target", target)
                .with("reason", reason);
    }
}
