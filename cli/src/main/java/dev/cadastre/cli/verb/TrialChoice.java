package dev.cadastre.cli.verb;

import dev.cadastre.cli.offline.ChosenHosts;
import dev.cadastre.cli.parcel.trial.BareFolder;
import dev.cadastre.cli.parcel.trial.HostFolder;
import dev.cadastre.cli.parcel.trial.ParcelTrials;
import dev.cadastre.cli.parcel.trial.ThrowAwayRoot;
import dev.cadastre.cli.parcel.trial.TrialPlace;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where tests of a parcel are run, if they are. */
final class TrialChoice {

    @Option(
            names = "--on",
            paramLabel = "USER@HOST:PORT",
            description = "run its tests on a host that nobody minds, by SSH, in a new folder")
    private @Nullable String host;

    @Option(
            names = "--without-isolation",
            description =
                    "run its tests on this machine as you, in a new folder and nothing around it")
    private boolean bare;

    @Option(names = "--no-tests", description = "run none of its tests")
    private boolean none;

    boolean areWanted() {
        if ((host == null ? 0 : 1) + (bare ? 1 : 0) + (none ? 1 : 0) > 1) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Tests are run in one place",
                    "Write one of --on, --without-isolation and --no-tests.");
        }
        return !none;
    }

    ParcelTrials of(Session session, ParcelArtefact parcel) throws IOException {
        return new ParcelTrials(parcel, place(session));
    }

    private TrialPlace place(Session session) throws IOException {
        if (host != null) {
            return new HostFolder(
                    session, ChosenHosts.find(List.of(), List.of(host), null).getFirst());
        }
        return bare ? new BareFolder() : new ThrowAwayRoot(isRoot());
    }

    /** By whom new files belong to, which holds for any name of the account. */
    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
