package dev.cadastre.cli.parcel.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A new folder of this machine, where a test may do all that whoever runs it may do. */
public final class BareFolder implements TrialPlace {

    private static final String SCRIPT =
            """
            folder=$(mktemp -d) || exit 3
            trap 'rm -rf "$folder"' EXIT
            tar -xf - -C "$folder" && cd "$folder" || exit 3
            "$@" </dev/null
            """;

    @Override
    public TrialEnding run(Path parcel, Trial trial) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "trial"));
        command.add("./" + trial.file());
        command.addAll(trial.arguments());
        return BoundedProcess.run(command, parcel, trial.limit());
    }
}
