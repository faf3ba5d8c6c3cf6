package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.AppOrder;
import dev.cadastre.cli.app.AppWork;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre app deploy APP PARCEL}. */
@Command(
        name = "deploy",
        description = {
            "Deploy a parcel: show each value and where it is from, and what would change; and do it"
                    + " if that is agreed to.",
            "What it requires and nobody has is deployed first. Exit status 1 unless all ends well."
        },
        footer = {
            "",
            "Example: cadastre app deploy shop@qa shop:1.4.2 --on group:web -p http.port=8081",
            "         cadastre app deploy shop@qa shop/ --on web1 --on database=db1 --from parcels"
        })
final class AppDeployVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Parameters(
            index = "1",
            paramLabel = "PARCEL",
            description = "its folder, its file (.parcel), NAME, NAME:VERSION, or 'NAME >= 1.4'")
    private String parcel = "";

    @Mixin private final AppPlaces places = new AppPlaces();
    @Mixin private final AppValuesGiven values = new AppValuesGiven();
    @Mixin private final AppParcel source = new AppParcel();

    @Mixin private final AppBindings bindings = new AppBindings();
    @Mixin private final AppManner manner = new AppManner();

    AppDeployVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppName app = target.name();
        AppOrder order =
                AppOrder.of(app, AppOrder.Verb.DEPLOY)
                        .at(places.app())
                        .with(values.values(session, List.of()))
                        .binding(bindings.chosen())
                        .in(manner.pace());
        AppWork work = new AppWork(session, manner.manner(session));
        return work.carryOut(
                order.ofParcel(source.deliver(session, parcel)),
                places.providers(),
                source.wishes().preferences());
    }
}
