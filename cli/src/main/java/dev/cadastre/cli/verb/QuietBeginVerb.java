package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre downtime begin ASSET}, and the same of a silence. */
@Command(
        name = "begin",
        description =
                "Begin a ${PARENT-COMMAND-NAME}: what fails is not told; what still fails at its end"
                        + " is told then.",
        footer = {
            "",
            "Example: cadastre ${PARENT-COMMAND-NAME} begin host:web1 --for 2h --reason 'new fans'",
            "         cadastre ${PARENT-COMMAND-NAME} begin --query env:qa --in 1d --for 3h"
                    + " --reason moving"
        })
final class QuietBeginVerb implements Callable<Integer> {

    private final Session session;
    private final String kind;

    @Mixin private QuietTime time = new QuietTime();

    QuietBeginVerb(Session session, String kind) {
        this.session = session;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        Json made = session.server().write("POST", Path.of(kind + "s"), time.body(session));
        session.remark(
                "Made %s %s, until %s."
                        .formatted(
                                kind, made.text("id").orElse("?"), made.text("ends").orElse("?")));
        return 0;
    }
}
