package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cadastre silence begin ASSET}. */
@Command(
        name = "begin",
        description =
                "Begin a silence: incidents are not told; those still open at its end are told then.",
        footer = {
            "",
            "Example: cadastre silence begin host:web1 --for 2h --reason 'new fans'",
            "         cadastre silence begin --query env:qa --in 1d --for 3h --reason moving"
        })
final class SilenceBeginVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private QuietTime time = new QuietTime();

    SilenceBeginVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json made = session.server().write("POST", Path.of("silences"), time.body(session));
        session.remark(
                "Made silence %s, until %s."
                        .formatted(made.text("id").orElse("?"), made.text("ends").orElse("?")));
        return 0;
    }
}
