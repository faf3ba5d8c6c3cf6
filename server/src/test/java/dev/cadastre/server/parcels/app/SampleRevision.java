package dev.cadastre.server.parcels.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Revisions that a test writes in place, all of them what is there. */
final class SampleRevision {

    private SampleRevision() {}

    static AppRevision of(
            String app, String version, Collection<String> hosts, AppBinding... bindings) {
        SortedMap<String, List<ShownValue>> values = new TreeMap<>();
        hosts.forEach(host -> values.put(host, List.of()));
        return of(app, version, values, bindings);
    }

    static AppRevision of(String app, SortedMap<String, List<ShownValue>> values) {
        return of(app, "1", values);
    }

    private static AppRevision of(
            String app,
            String version,
            SortedMap<String, List<ShownValue>> values,
            AppBinding... bindings) {
        return new AppRevision(
                1,
                new AppName(app, "qa"),
                1,
                AppVerb.DEPLOY,
                parcel(app, version),
                null,
                AppState.CURRENT,
                "",
                values,
                List.of(bindings),
                List.of(),
                "",
                null,
                "system",
                Instant.EPOCH,
                null);
    }

    static AppParcel parcel(String name, String version) {
        return new AppParcel(name, version, "sha256:" + name + version);
    }
}
