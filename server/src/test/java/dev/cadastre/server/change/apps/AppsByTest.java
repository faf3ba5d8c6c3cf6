package dev.cadastre.server.change.apps;

import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.parcels.app.AppName;
import dev.cadastre.server.parcels.app.AppOrder;
import dev.cadastre.server.parcels.app.AppTask;
import dev.cadastre.server.parcels.app.AppVerb;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.parcels.repository.SampleParcel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What tests do with apps. */
@Component
class AppsByTest {

    private final Parcels parcels;
    private final AppPlans plans;
    private final RunsByTest runs;
    private final Access access;

    AppsByTest(Parcels parcels, AppPlans plans, RunsByTest runs, Access access) {
        this.parcels = parcels;
        this.plans = plans;
        this.runs = runs;
        this.access = access;
    }

    /** A store that remembers who may come, by that name, in that version. */
    static SampleParcel store(String name, String version) {
        return SampleParcel.of(name, version)
                .stating(
                        """
                        [provide %s]
                        port = ${port}
                        user = ${consumer}
                        password = ${consumer.password}
                        [test answers]
                        arguments = ${app} ${port}
                        """
                                .formatted(name))
                .with("tests/answers", "#!/bin/sh\nexit 0\n")
                .with(
                        "parameters.schema.json",
                        """
                        {"properties": {"port": {"type": "integer", "default": 6000}}}
                        """)
                .with("changes/install.change", change("store", "port", "${port}"))
                .with(
                        "changes/bind.change",
                        change("store-bind", "account", "${consumer}:${consumer.password}"))
                .with("changes/remove.change", change("store-remove", "port", "gone"));
    }

    /** What needs that store. */
    static SampleParcel shop(String name, String version, String store) {
        return SampleParcel.of(name, version)
                .stating("requires = %s as store\n".formatted(store))
                .with(
                        "parameters.schema.json",
                        """
                        {"properties": {
                          "title": {"type": "string", "default": "Shop"},
                          "token": {"type": "string", "secret": true, "from": "generate:password"},
                          "at": {"type": "string", "from": "requirement:store.port"}},
                         "required": ["title", "token", "at"]}
                        """)
                .with(
                        "changes/install.change",
                        change("shop", "page", version + " ${title} ${at}")
                                + """
                                [step secret]
                                op = test.put
                                key = secret
                                value = ${token} ${store.password}
                                """)
                .with("changes/remove.change", change("shop-remove", "page", "gone"));
    }

    private static String change(String name, String key, String value) {
        return """
        [DEFAULT]
        app = unnamed
        [change]
        name = %s
        [step open]
        op = bundle.open
        bundle = ${app}
        [step put]
        op = test.put
        key = %s
        value = %s
        """
                .formatted(name, key, value);
    }

    void take(SampleParcel parcel) {
        access.asSystem(() -> {
            try {
                parcels.take(new ByteArrayInputStream(parcel.archive()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static AppOrder order(
            String app,
            AppVerb verb,
            String parcel,
            List<String> hosts,
            Map<String, String> values) {
        return new AppOrder(
                AppName.of(app).orElseThrow(),
                verb,
                parcel.isEmpty() ? null : parcel,
                hosts,
                null,
                values,
                Set.of(),
                Map.of(),
                false);
    }

    PlannedApp plan(AppOrder order) {
        return access.asSystem(() -> plans.plan(new AppWish(order, null, RunSettings.USUAL)));
    }

    /** Starts all that was planned, one after the other, and says how each ended. */
    List<ChangeRun> start(PlannedApp planned) {
        List<ChangeRun> ended = new ArrayList<>();
        for (AppTask task : planned.proposal().revision().tasks()) {
            ended.add(runs.start(Objects.requireNonNull(planned.plans().get(task.id()))));
        }
        return ended;
    }

    List<ChangeRun> deploy(String app, String parcel, String... hosts) {
        return start(plan(order(app, AppVerb.DEPLOY, parcel, List.of(hosts), Map.of())));
    }
}
