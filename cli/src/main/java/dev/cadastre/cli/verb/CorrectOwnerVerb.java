package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct owner ID TEAM}. */
@Command(
        name = "owner",
        description = "Say who answers for an asset, whatever tools say.",
        footer = {"", "Example: cadastre correct owner app:shop@qa payments"})
final class CorrectOwnerVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private CorrectedAsset asset = new CorrectedAsset();

    @Parameters(index = "1", paramLabel = "TEAM", description = "the team")
    private String team = "";

    CorrectOwnerVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(session, asset.correction("OWNER").with("value", team));
    }
}
