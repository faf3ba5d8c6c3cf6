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
import picocli.CommandLine.Parameters;

/** {@code cadastre monitor add NAME [ASSET]}. */
@Command(
        name = "add",
        description = {
            "Have something checked: an asset, or every host that a query finds, also later.",
            "`cadastre monitor kinds` tells what each kind can be told."
        },
        footer = {
            "",
            "Example: cadastre monitor add web host:web1 --kind http --setting url=https://www.example.com/",
            "         cadastre monitor add disk --query env:prod --kind plugin --word check_disk --word=-w",
            " --word 10%%"
        })
final class MonitorAddVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "what it is called")
    private String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ASSET",
            description = "what is checked, as in host:web1")
    private @Nullable String asset;

    @Option(
            names = {"--query", "-q"},
            paramLabel = "QUERY",
            description = "every host that it finds, instead of one ASSET")
    private @Nullable String query;

    @Option(names = "--template", paramLabel = "NAME", description = "what it starts from")
    private @Nullable String template;

    @Mixin private MonitorOptions options = new MonitorOptions();

    MonitorAddVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, Json> members = new LinkedHashMap<>();
        MonitorOptions.put(members, "name", name);
        MonitorOptions.put(members, "asset", asset);
        MonitorOptions.put(members, "q", query);
        MonitorOptions.put(members, "template", template);
        options.into(members);
        String noun = query == null ? "monitors" : "monitor-definitions";
        Json made = session.server().write("POST", Path.of(noun), new Json.Members(members));
        String id = made.text("id").orElse("?");
        session.remark(
                query == null
                        ? "Monitor %s; see `cadastre monitor show %s`.".formatted(id, id)
                        : "Definition %s, which makes %s monitors."
                                .formatted(id, made.text("monitors").orElse("?")));
        return 0;
    }
}
