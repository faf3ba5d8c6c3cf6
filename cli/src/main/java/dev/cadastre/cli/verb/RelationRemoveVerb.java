package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre relation remove SOURCE TYPE TARGET}. */
@Command(
        name = "remove",
        description = {
            "Take back what people and tools say of a relation.",
            "What sockets show stays; deny it with `cadastre correct deny`."
        },
        footer = {
            "",
            "Example: cadastre relation remove app:shop@qa depends-on service:5432-tcp@db1"
        })
final class RelationRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "the asset it starts from")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "such as depends-on")
    private String type = "";

    @Parameters(index = "2", paramLabel = "TARGET", description = "the asset it leads to")
    private String target = "";

    RelationRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server()
                .write(
                        "DELETE",
                        Path.of("relations")
                                .with("source", source)
                                .with("type", RelationVerb.type(type))
                                .with("target", target),
                        "");
        session.remark("Took it back.");
        return 0;
    }
}
