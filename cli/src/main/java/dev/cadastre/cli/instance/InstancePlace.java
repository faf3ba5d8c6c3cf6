package dev.cadastre.cli.instance;

import dev.cadastre.cli.parcel.trial.BoundedProcess;
import dev.cadastre.cli.parcel.trial.Trial;
import dev.cadastre.cli.parcel.trial.TrialEnding;
import dev.cadastre.cli.parcel.trial.TrialPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A new folder in an instance, where a test finds the app at work. */
final class InstancePlace implements TrialPlace {

    private static final String SCRIPT =
            """
            account=$1
            shift
            folder=$(mktemp -d) || exit 3
            trap 'rm -rf "$folder"' EXIT
            tar -xf - --no-same-owner -C "$folder" && chmod 0755 "$folder" && cd "$folder" || exit 3
            if [ "$account" = root ]; then
                "$@" </dev/null
            else
                setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups "$@" </dev/null
            fi
            """;

    private final Instance instance;
    private final String account;

    /** As that account of it. */
    InstancePlace(Instance instance, String account) {
        this.instance = instance;
        this.account = account;
    }

    @Override
    public TrialEnding run(Path parcel, Trial trial) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("sh", "-c", SCRIPT, "trial", account, "./" + trial.file()));
        words.addAll(trial.arguments());
        return BoundedProcess.run(instance.command(words), parcel, trial.limit());
    }
}
