package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre deployment add APP [VERSION]}. */
@Command(
        name = "add",
        description = {
            "Tell that an application was deployed.",
            "It is on the map from then on, with the hosts it runs on, of which one is enough, and"
                    + " what it needs; and in the timeline of each host."
        },
        footer = {
            "",
            "Example: cadastre deployment add shop 1.4.2 --host web1 --host web2"
                    + " --needs service:5432-tcp@db1 --tool make"
        })
final class DeploymentAddVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "APP", description = "the application's name")
    private String app = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "what runs there now")
    private @Nullable String version;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "where (default: where its hosts are)")
    private @Nullable String environment;

    @Option(names = "--host", paramLabel = "NAME", description = "where it runs; repeatable")
    private List<String> hosts = List.of();

    @Option(names = "--all-hosts", description = "it runs on no other hosts any longer")
    private boolean allHosts;

    @Option(names = "--needs", paramLabel = "ID", description = "what it needs; repeatable")
    private List<String> needs = List.of();

    @Option(
            names = "--program",
            paramLabel = "NAME",
            description = "a program of it on each host, as the map calls it; repeatable")
    private List<String> programs = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "who did it (default: you)")
    private @Nullable String by;

    @Option(names = "--tool", paramLabel = "NAME", description = "with what")
    private @Nullable String tool;

    @Option(names = "--run", paramLabel = "ID", description = "which run of the tool")
    private @Nullable String run;

    @Option(names = "--link", paramLabel = "URL", description = "where to read more")
    private @Nullable String link;

    @Option(names = "--parameter", paramLabel = "NAME=TEXT", description = "no secrets")
    private List<String> parameters = List.of();

    @Option(names = "--key", paramLabel = "KEY", description = "told again, it is the same one")
    private @Nullable String key;

    @Option(names = "--create", description = "put hosts on the map that are not there")
    private boolean create;

    DeploymentAddVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JsonObject body =
                new JsonObject()
                        .with("key", key)
                        .with("app", app)
                        .with("version", version)
                        .with("environment", environment)
                        .with("hosts", hosts)
                        .with("by", by)
                        .with("tool", tool)
                        .with("run", run)
                        .with("link", link)
                        .with("dependencies", needs)
                        .with("programs", programs);
        if (allHosts) {
            body.with("allHosts", new Json.Truth(true));
        }
        body.with("parameters", Pairs.of("--parameter", parameters));
        Json told =
                session.server()
                        .write(
                                "POST",
                                Path.of("deployments").with("create", create ? true : null),
                                body.json());
        session.remark(
                "Told of %s; deployment %s."
                        .formatted(told.text("asset").orElse(app), told.text("id").orElse("?")));
        return 0;
    }
}
