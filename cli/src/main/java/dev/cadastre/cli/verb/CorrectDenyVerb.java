package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre correct deny SOURCE TYPE TARGET}. */
@Command(
        name = "deny",
        description = "Say that a relation of the map is wrong; nothing falls by it then.",
        footer = {
            "",
            "Example: cadastre correct deny daemon:nginx@web1 connects-to service:8000-tcp@app1"
        })
final class CorrectDenyVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private CorrectedRelation relation = new CorrectedRelation();

    CorrectDenyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(session, relation.correction("DENY"));
    }
}
