package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor templates set NAME}. */
@Command(
        name = "set",
        description = "Add a template, or put another in its place, with all that start from it.",
        footer = {"", "Example: cadastre monitor templates set slow --interval 1h --retries 0"})
final class MonitorTemplateSetVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "what it is called")
    private String name = "";

    @Mixin private MonitorOptions options = new MonitorOptions();

    MonitorTemplateSetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, Json> members = new LinkedHashMap<>();
        options.into(members);
        Json template =
                session.server()
                        .write(
                                "PUT",
                                Path.of("monitor-templates", name),
                                new Json.Members(members));
        session.remark(
                "Template %s; %s definitions start from it."
                        .formatted(name, template.text("definitions").orElse("0")));
        return 0;
    }
}
