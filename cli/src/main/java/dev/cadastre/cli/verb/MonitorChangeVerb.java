package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre monitor change MONITOR}. */
@Command(
        name = "change",
        description = {
            "Change how something is checked; what you do not say stays as it is.",
            "With --definition, all that a definition makes."
        },
        footer = {
            "",
            "Example: cadastre monitor change host:web1/disk --interval 5m --reason 'it changes slowly'"
        })
final class MonitorChangeVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private ChosenMonitor chosen = new ChosenMonitor();

    @Option(names = "--query", paramLabel = "QUERY", description = "other hosts")
    private @Nullable String query;

    @Option(names = "--name", paramLabel = "NAME", description = "another name")
    private @Nullable String name;

    @Option(names = "--template", paramLabel = "NAME", description = "what it starts from")
    private @Nullable String template;

    @Mixin private MonitorOptions options = new MonitorOptions();

    MonitorChangeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String definition = chosen.definition(session);
        Path path = Path.of("monitor-definitions", definition);
        Map<String, Json> members = new LinkedHashMap<>();
        if (session.server().read(path).at("said") instanceof Json.Members(var said)) {
            members.putAll(said);
        }
        MonitorOptions.put(members, "name", name);
        MonitorOptions.put(members, "q", query);
        MonitorOptions.put(members, "template", template);
        options.into(members);
        Json changed = session.server().write("PUT", path, new Json.Members(members));
        session.remark(
                "Changed %s; it makes %s monitors."
                        .formatted(
                                changed.text("name").orElse(definition),
                                changed.text("monitors").orElse("?")));
        return 0;
    }
}
