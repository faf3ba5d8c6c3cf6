package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre downtime begin ASSET}. */
@Command(
        name = "begin",
        description =
                "Begin a downtime: what fails is no incident; what still fails at its end is one then.",
        footer = {
            "",
            "Example: cadastre downtime begin host:web1 --for 2h --reason 'new fans'",
            "         cadastre downtime begin --query env:qa --in 1d --for 3h --reason moving"
        })
final class DowntimeBeginVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private QuietTime time = new QuietTime();

    DowntimeBeginVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json made = session.server().write("POST", Path.of("downtimes"), time.body(session));
        session.remark(
                "Made downtime %s, until %s."
                        .formatted(made.text("id").orElse("?"), made.text("ends").orElse("?")));
        return 0;
    }
}
