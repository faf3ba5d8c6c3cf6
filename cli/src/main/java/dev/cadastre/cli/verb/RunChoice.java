package dev.cadastre.cli.verb;

import dev.cadastre.cli.attach.ServerPlan;
import dev.cadastre.cli.offline.OfflinePlan;
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

    @Mixin private final RunPace pace = new RunPace();

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
                file(), program, hosts.offline(), parameters(), pace.settings(), why);
    }

    ServerPlan.Wish ofServer() {
        return new ServerPlan.Wish(
                file(), program, hosts.names(), hosts.query(), parameters(), pace.settings());
    }

    private Map<String, String> parameters() {
        return Pairs.of("-p", parameters);
    }
}
