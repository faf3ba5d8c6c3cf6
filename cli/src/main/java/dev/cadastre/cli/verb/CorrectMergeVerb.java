package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct merge ID INTO}. */
@Command(
        name = "merge",
        description = "Say that an asset is really another one.",
        footer = {"", "Example: cadastre correct merge external:10.0.0.2 device:switch3"})
final class CorrectMergeVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private CorrectedAsset asset = new CorrectedAsset();

    @Parameters(index = "1", paramLabel = "INTO", description = "what it is")
    private String into = "";

    CorrectMergeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(session, asset.correction("MERGE").with("target", into));
    }
}
