package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre correct rename ID TITLE}. */
@Command(
        name = "rename",
        description = "Say what an asset is called, whatever tools call it.",
        footer = {"", "Example: cadastre correct rename service:5432-tcp@db1 'Shop database'"})
final class CorrectRenameVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private CorrectedAsset asset = new CorrectedAsset();

    @Parameters(index = "1", paramLabel = "TITLE", description = "what people call it")
    private String title = "";

    CorrectRenameVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return CorrectVerb.send(session, asset.correction("RENAME").with("value", title));
    }
}
