package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.AppOrder;
import dev.cadastre.cli.app.AppWork;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre app configure APP NAME=VALUE…}. */
@Command(
        name = "configure",
        description = {
            "Give parameters of an app other values, on the hosts that this concerns and no others.",
            "What was given before stays, unless --unset takes it back. Without any value it is done"
                    + " again what estate and facts say now."
        },
        footer = {
            "",
            "Example: cadastre app configure shop@qa http.port=8081 --serial 1",
            "         cadastre app configure shop@qa --unset http.port"
        })
final class AppConfigureVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "a value; also NAME=@FILE and NAME=?")
    private List<String> pairs = List.of();

    @Mixin private final AppValuesGiven values = new AppValuesGiven();

    @Option(
            names = "--unset",
            paramLabel = "NAME",
            description = "take back what was given for it; several times for several")
    private List<String> unset = List.of();

    @Mixin private final AppManner manner = new AppManner();

    AppConfigureVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppName app = target.name();
        for (String pair : pairs) {
            if (pair.indexOf('=') <= 0) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "“%s” is no NAME=VALUE".formatted(pair),
                        "Write http.port=8081, or -f FILE for a file with values.");
            }
        }
        AppOrder order =
                AppOrder.of(app, AppOrder.Verb.CONFIGURE)
                        .with(values.values(session, pairs))
                        .without(unset)
                        .in(manner.pace());
        return new AppWork(session, manner.manner(session)).carryOut(order);
    }
}
