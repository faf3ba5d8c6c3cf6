package dev.cadastre.server.inventory;

import dev.cadastre.probe.Daemon;
import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.probe.Listener;
import dev.cadastre.probe.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of the interval tables as they are written in JSON, and the keys they have there. */
final class StoredValues {

    private StoredValues() {}

    /** The form of what a host is in lists, to list the hosts of an earlier moment. */
    record StoredHost(
            String name,
            String environment,
            List<String> groups,
            @Nullable String address,
            boolean declared,
            Lifecycle lifecycle,
            @Nullable String os,
            @Nullable String kernel) {
        static final String KEY = "host";
    }

    record StoredFact(String section, Object value) {}

    record StoredService(@Nullable String process, @Nullable String user) {

        static String key(Listener listener) {
            return listener.port()
                    + "-"
                    + listener.protocol().name().toLowerCase(Locale.ROOT)
                    + " "
                    + listener.address();
        }

        HostService at(String key, Instant since) {
            int space = key.indexOf(' ');
            int dash = key.indexOf('-');
            return new HostService(
                    key.substring(0, space),
                    key.substring(space + 1),
                    Integer.parseInt(key.substring(0, dash)),
                    Transport.valueOf(key.substring(dash + 1, space).toUpperCase(Locale.ROOT)),
                    process,
                    user,
                    since);
        }
    }

    record StoredDaemon(Daemon.State state, @Nullable Boolean enabled, Daemon.Init init) {}

    record StoredRuntime(@Nullable String version) {

        static String key(InstalledRuntime runtime) {
            return runtime.kind() + " " + runtime.path();
        }
    }
}
