package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * In which order, and how many at one time, hosts are changed: options of whatever runs changes.
 */
final class RunPace {

    @Option(
            names = "--serial",
            paramLabel = "N|N%",
            description = "so many hosts after one another (default: all at once)")
    private @Nullable String serial;

    @Option(
            names = "--canary",
            paramLabel = "N[:pause|:test]",
            description = {
                "so many hosts first, then the others",
                "pause: when a person says so (default); test: when no job failed there"
            })
    private @Nullable String canary;

    @Option(
            names = "--step-first",
            description = "begin a step when the one before it is done on all hosts")
    private boolean stepFirst;

    @Option(
            names = "--failures",
            paramLabel = "N",
            description = "begin nothing new when more than N hosts failed (default: 0)")
    private @Nullable Integer failures;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "the most steps that run at one time (default: 50)")
    private @Nullable Integer atOnce;

    /** All of it; what was not said is as usual. */
    RunSettings settings() {
        try {
            RunSettings.Order order =
                    stepFirst ? RunSettings.Order.STEP_FIRST : RunSettings.Order.HOST_FIRST;
            return RunSettings.USUAL
                    .with(Strategy.parse(strategy()))
                    .with(order)
                    .allowing(failures == null ? 0 : failures)
                    .atOnce(atOnce == null ? RunSettings.USUALLY_AT_ONCE : atOnce);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    String.valueOf(e.getMessage()),
                    e,
                    "Write --serial 5, --serial 25%, --canary 1 or --canary 1:test.");
        }
    }

    /** What was said and no more, as the API takes it; null if that is nothing. */
    @Nullable Json said() {
        RunSettings settings = settings();
        JsonObject said = new JsonObject();
        if (serial != null || canary != null) {
            said.with("strategy", settings.strategy());
        }
        if (stepFirst) {
            said.with("order", settings.order());
        }
        if (failures != null) {
            said.with("failuresAllowed", new Json.Numeral(failures.toString()));
        }
        if (atOnce != null) {
            said.with("atOnce", new Json.Numeral(atOnce.toString()));
        }
        Json json = said.json();
        return json.equals(new JsonObject().json()) ? null : json;
    }

    private String strategy() {
        if (serial != null && canary != null) {
            throw new IllegalArgumentException("--serial and --canary exclude each other");
        }
        if (serial != null) {
            return "serial " + serial;
        }
        if (canary == null) {
            return "all";
        }
        int colon = canary.indexOf(':');
        return colon < 0
                ? "canary " + canary + " pause"
                : "canary " + canary.substring(0, colon) + " " + canary.substring(colon + 1);
    }
}
