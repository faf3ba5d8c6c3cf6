package dev.cadastre.server.web.api.app;

import dev.cadastre.api.app.AppPlanRequest;
import dev.cadastre.api.run.RunOptions;
import dev.cadastre.change.run.Amount;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.server.change.apps.AppWish;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppOrder;
import dev.cadastre.server.parcels.app.AppVerb;
import dev.cadastre.server.parcels.app.ValuesFile;
import dev.cadastre.server.web.api.run.PlanOrders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wanted of an app, as it was sent. */
final class AppWishes {

    private static final Strategy ROLLING =
            new Strategy.Canary(Amount.parse("1"), Strategy.Gate.TEST);

    private AppWishes() {}

    /**
     * Reads it.
     *
     * @throws dev.cadastre.server.change.ChangeRefused if it is not to be run so
     */
    static AppWish wish(AppName app, AppPlanRequest sent) {
        return new AppWish(
                new AppOrder(
                        app,
                        AppVerb.valueOf(sent.verb().name()),
                        sent.parcel(),
                        Objects.requireNonNullElse(sent.hosts(), List.of()),
                        sent.files() == null
                                ? null
                                : sent.files().stream()
                                        .map(file -> new ValuesFile(file.name(), file.text()))
                                        .toList(),
                        Objects.requireNonNullElse(sent.values(), Map.of()),
                        Set.copyOf(Objects.requireNonNullElse(sent.unset(), List.of())),
                        Objects.requireNonNullElse(sent.bindings(), Map.of()),
                        Boolean.TRUE.equals(sent.purge())),
                sent.q(),
                settings(sent.options()));
    }

    /** One host first, by whose tests the others follow, unless somebody says otherwise. */
    private static RunSettings settings(@Nullable RunOptions options) {
        RunSettings settings = PlanOrders.settings(options);
        return options == null || options.strategy() == null ? settings.with(ROLLING) : settings;
    }
}
