package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppOrder;
import dev.cadastre.cli.app.AppWork;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre app remove APP}. */
@Command(
        name = "remove",
        description = {
            "Take an app away. Its data stay, unless --purge says otherwise.",
            "What another app needs is not taken away."
        },
        footer = {
            "",
            "Example: cadastre app remove shop@qa",
            "         cadastre app remove shop@qa --purge --why 'moved to prod'"
        })
final class AppRemoveVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Option(names = "--purge", description = "take its data away, too; they do not come back")
    private boolean purge;

    @Mixin private final AppManner manner = new AppManner();

    AppRemoveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppOrder order =
                AppOrder.of(target.name(), AppOrder.Verb.REMOVE).purging(purge).in(manner.pace());
        return new AppWork(session, manner.manner(session)).carryOut(order);
    }
}
