package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre correct confirm SOURCE TYPE TARGET}. */
@Command(
        name = "confirm",
        description =
                "Say that a relation of the map is right, also when it is not seen any longer.",
        footer = {
            "",
            "Example: cadastre correct confirm daemon:nginx@web1 connects-to service:8000-tcp@app1"
        })
final class CorrectConfirmVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private CorrectedRelation relation = new CorrectedRelation();

    CorrectConfirmVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(session, relation.correction("CONFIRM"));
    }
}
