package dev.cadastre.cli.parcel.trial;

import java.io.IOException;
import java.nio.file.Path;

/** Where tests of a parcel are run, each in a new copy of the parcel's folder. */
@FunctionalInterface
public interface TrialPlace {

    /**
     * Runs one, for no longer than it may take.
     *
     * @param parcel a tar of the parcel's folder
     */
    TrialEnding run(Path parcel, Trial trial) throws IOException, InterruptedException;
}
