package dev.cadastre.cli.parcel.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A root of its own for each test, by the kernel's spaces for accounts, mounts, processes and the
 * network: programs and settings of this machine are there and cannot be written to, data of nobody
 * is there, no network is, and all that the test writes goes with it.
 */
public final class ThrowAwayRoot implements TrialPlace {

    /** The script's own. */
    private static final int UNABLE = 200;

    /** What making it may take besides the test. */
    private static final Duration MAKING = Duration.ofSeconds(30);

    private static final String SCRIPT = "throw-away-root.sh";

    /** Files of root's are writable for root of any space; nobody has none. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    private static final List<String> IN_NEW_SPACES =
            List.of(
                    "unshare",
                    "--user",
                    "--map-root-user",
                    "--mount",
                    "--pid",
                    "--net",
                    "--ipc",
                    "--uts",
                    "--fork",
                    "--kill-child",
                    "--",
                    "sh",
                    "-c");

    private final boolean isRoot;

    /** One that whoever this is makes. */
    public ThrowAwayRoot(boolean isRoot) {
        this.isRoot = isRoot;
    }

    @Override
    public TrialEnding run(Path parcel, Trial trial) throws IOException, InterruptedException {
        TrialEnding ending;
        try {
            ending = BoundedProcess.run(command(trial), parcel, trial.limit().plus(MAKING));
        } catch (IOException e) {
            return new TrialEnding.NotRun("unshare, of util-linux, is not on this machine");
        }
        if (ending instanceof TrialEnding.Ended ended && isUnable(ended)) {
            return new TrialEnding.NotRun(
                    "no throw-away root can be made here: " + lastLine(ended.output()));
        }
        return ending;
    }

    /** Before the script says anything, it is unshare that fails, or the shell. */
    private static boolean isUnable(TrialEnding.Ended ended) {
        return ended.status() == UNABLE || ended.output().startsWith("unshare: ");
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("nothing was said");
    }

    private List<String> command(Trial trial) throws IOException {
        List<String> command = new ArrayList<>(isRoot ? AS_NOBODY : List.of());
        command.addAll(IN_NEW_SPACES);
        command.addAll(List.of(script(), SCRIPT, Long.toString(trial.limit().toSeconds())));
        command.add("./" + trial.file());
        command.addAll(trial.arguments());
        return command;
    }

    private static String script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ThrowAwayRoot.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
