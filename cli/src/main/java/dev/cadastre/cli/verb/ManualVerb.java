package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.Manuals;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre manual [APP]}. */
@Command(
        name = "manual",
        description = {
            "Show the operations manual of an app, of the version that is deployed; or list the apps.",
            "Where the server does not answer it is a copy, and says of when."
        },
        footer = {
            "",
            "Example: cadastre manual shop@qa",
            "         cadastre manual shop@qa --page backup.md"
        })
public final class ManualVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "APP",
            description = "NAME@ENVIRONMENT; without it the apps are listed")
    private String app = "";

    @Option(names = "--page", description = "another page of it, as in backup.md")
    private String page = Manuals.firstPage();

    /** The verb of a session. */
    public ManualVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Manuals manuals = new Manuals(session);
        if (app.isEmpty()) {
            manuals.list();
            return 0;
        }
        manuals.page(AppName.of(app), page).lines().forEach(session.printer()::line);
        return 0;
    }
}
