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

/** {@code cadastre relation set SOURCE TYPE TARGET}. */
@Command(
        name = "set",
        description = "Say that there is a relation.",
        footer = {
            "",
            "Example: cadastre relation set app:shop@qa depends-on service:5432-tcp@db1",
            "         cadastre relation set app:shop@qa depends-on host:db2 --alternatives databases"
        })
final class RelationSetVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the asset it starts from")
    private String source = "";

    @Parameters(
            index = "1",
            paramLabel = "TYPE",
            description = "runs-on, connects-to, depends-on, member-of, owned-by or provides")
    private String type = "";

    @Parameters(index = "2", paramLabel = "TARGET", description = "the asset it leads to")
    private String target = "";

    @Option(
            names = "--alternatives",
            paramLabel = "NAME",
            description = "one of those that go by this name is enough")
    private @Nullable String alternatives;

    @Option(names = "--create", description = "put assets on the map that are not there")
    private boolean create;

    RelationSetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json relation =
                new JsonObject()
                        .with("source", source)
                        .with("type", RelationVerb.type(type))
                        .with("target", target)
                        .with("alternatives", alternatives)
                        .json();
        Json body = new JsonObject().with("items", new Json.Items(List.of(relation))).json();
        Json receipt =
                session.server()
                        .write(
                                "PUT",
                                Path.of("relations").with("create", create ? true : null),
                                body);
        session.remark(Told.receipt("the relation", receipt));
        return 0;
    }
}
