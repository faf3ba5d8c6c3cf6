package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.AppName;
import dev.cadastre.cli.app.AppOrder;
import dev.cadastre.cli.app.AppWork;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.ParcelName;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre app upgrade APP [VERSION|PARCEL]}. */
@Command(
        name = "upgrade",
        description = {
            "Bring an app to another version of its parcel: the newest, if none is named.",
            "What was given for parameters stays. What goes wrong is undone, with the data of before."
        },
        footer = {
            "",
            "Example: cadastre app upgrade shop@qa 1.5.0 --canary 1",
            "         cadastre app upgrade shop@qa shop-1.5.0.parcel"
        })
final class AppUpgradeVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final AppTarget target = new AppTarget();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION|PARCEL",
            description = "a version, a folder, a file (.parcel), NAME:VERSION, or 'NAME >= 1.4'")
    private @Nullable String wanted;

    @Mixin private final AppPlaces places = new AppPlaces();
    @Mixin private final AppValuesGiven values = new AppValuesGiven();
    @Mixin private final AppParcel source = new AppParcel();

    @Mixin private final AppBindings bindings = new AppBindings();
    @Mixin private final AppManner manner = new AppManner();

    AppUpgradeVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppName app = target.name();
        AppOrder order =
                AppOrder.of(app, AppOrder.Verb.UPGRADE)
                        .with(values.values(session, List.of()))
                        .binding(bindings.chosen())
                        .in(manner.pace());
        AppWork work = new AppWork(session, manner.manner(session));
        return work.carryOut(
                order.ofParcel(source.deliver(session, parcel(app))),
                places.providers(),
                source.wishes().preferences());
    }

    /** A version alone is one of the parcel that is there. */
    private String parcel(AppName app) {
        if (wanted != null && !ParcelName.isVersion(wanted)) {
            return wanted;
        }
        String name = session.server().read(app.path()).text("parcel").orElse("");
        return wanted == null ? name : name + ":" + wanted;
    }
}
