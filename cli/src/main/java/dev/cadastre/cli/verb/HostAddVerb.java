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

/** {@code cadastre host add ADDRESS}. */
@Command(
        name = "add",
        description = "Add a host without editing the estate file.",
        footer = {
            "",
            "Example: cadastre host add ops@web1:2222 --environment qa --group web",
            "         cadastre host add laptop7 --push > token"
        })
final class HostAddVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            paramLabel = "ADDRESS",
            description = "USER@HOST:PORT; user and port can be left out")
    private String address = "";

    @Option(names = "--name", paramLabel = "NAME", description = "instead of the address's host")
    private @Nullable String name;

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "NAME",
            description = "where it belongs (default: unassigned)")
    private @Nullable String environment;

    @Option(names = "--group", paramLabel = "NAME", description = "can be given several times")
    private List<String> groups = List.of();

    @Option(
            names = "--push",
            description = "it sends its reports itself; prints the token for that, once")
    private boolean push;

    HostAddVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json host =
                new JsonObject()
                        .with("address", address)
                        .with("name", name)
                        .with("environment", environment)
                        .with("groups", groups)
                        .with("push", new Json.Truth(push))
                        .json();
        Json added = session.server().write("POST", Path.of("hosts"), host);
        session.remark(
                "Added %s in %s."
                        .formatted(
                                added.text("host", "name").orElse(address),
                                added.text("host", "environment").orElse("unassigned")));
        added.text("token")
                .ifPresentOrElse(
                        token -> Secrets.print(session, added, token),
                        () -> session.printer().attributes(added.at("host"), Columns.HOST));
        return 0;
    }
}
