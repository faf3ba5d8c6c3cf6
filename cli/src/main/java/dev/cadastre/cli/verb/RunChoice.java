package dev.cadastre.cli.verb;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.cli.attach.ServerPlan;
import dev.cadastre.cli.offline.OfflinePlan;
import dev.cadastre.cli.server.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which change is to be run where and how: the options of planning and of starting. */
final class RunChoice {

    @Parameters(paramLabel = "FILE", description = "a .change file, or a jar with a change in it")
    private @Nullable Path file;

    @Option(
            names = "--program",
            paramLabel = "CLASS",
            description = "which change of a jar that has several")
    private @Nullable String program;

    @Mixin private final HostChoice hosts = new HostChoice();

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "a value that the change is given; several times for several")
    private List<String> parameters = new ArrayList<>();

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
    private int failures;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "the most steps that run at one time (default: 50)")
    private int atOnce = RunSettings.USUALLY_AT_ONCE;

    @Option(names = "--why", paramLabel = "TEXT", description = "what for; hosts and lists show it")
    private String why = "";

    boolean isOffline() {
        return hosts.isOffline();
    }

    private Path file() {
        return file == null ? Path.of("") : file;
    }

    String why() {
        return why;
    }

    OfflinePlan.Wish offline() {
        return new OfflinePlan.Wish(
                file(), program, hosts.offline(), parameters(), settings(), why);
    }

    ServerPlan.Wish ofServer() {
        return new ServerPlan.Wish(
                file(), program, hosts.names(), hosts.query(), parameters(), settings());
    }

    private Map<String, String> parameters() {
        return Pairs.of("-p", parameters);
    }

    private RunSettings settings() {
        try {
            RunSettings.Order order =
                    stepFirst ? RunSettings.Order.STEP_FIRST : RunSettings.Order.HOST_FIRST;
            return RunSettings.USUAL
                    .with(Strategy.parse(strategy()))
                    .with(order)
                    .allowing(failures)
                    .atOnce(atOnce);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    String.valueOf(e.getMessage()),
                    e,
                    "Write --serial 5, --serial 25%, --canary 1 or --canary 1:test.");
        }
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
