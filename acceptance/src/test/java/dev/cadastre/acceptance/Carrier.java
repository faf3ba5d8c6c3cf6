package dev.cadastre.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Who carries changes out. */
enum Carrier {
    SERVER {
        @Override
        void carry(ApplicationHosts hosts, Path folder, Consumer<ChangeRuns> life) {
            ServerStart start =
                    ServerStart.at(folder.resolve("home")).option("--estate=" + hosts.estate());
            try (RunningServer server = start.ready()) {
                life.accept(ChangeRuns.by(server, hosts));
            }
        }
    },
    COMMAND_LINE {
        @Override
        void carry(ApplicationHosts hosts, Path folder, Consumer<ChangeRuns> life) {
            life.accept(ChangeRuns.offline(hosts, folder.resolve("offline")));
        }
    };

    private static final boolean ALL = Boolean.getBoolean("cadastre.soak");

    /** This one, or all with {@code -Dcadastre.soak=true}. */
    List<Carrier> asSample() {
        return ALL ? List.of(values()) : List.of(this);
    }

    /**
     * Lets it carry out what happens in an application's life.
     *
     * @param folder in which server or command line keep what they know of it
     */
    abstract void carry(ApplicationHosts hosts, Path folder, Consumer<ChangeRuns> life);
}
