package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The asset that a correction is about, as written on the command line, and why. */
final class CorrectedAsset {

    @Parameters(index = "0", paramLabel = "ID", description = "the asset")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    JsonObject correction(String kind) {
        return new JsonObject().with("kind", kind).with("asset", id).with("reason", reason);
    }
}
