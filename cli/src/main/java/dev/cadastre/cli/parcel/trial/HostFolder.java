package dev.cadastre.cli.parcel.trial;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.offline.OfflineHost;
import dev.cadastre.cli.scan.Scans;
import dev.cadastre.cli.scan.TestFile;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A new folder of a host that this machine reaches by SSH. The test may do there all that the
 * account may do, so that it is to be a host that nobody minds.
 */
public final class HostFolder implements TrialPlace {

    private static final String SCRIPT = "test-with-parcel.sh";
    private static final int MOST_BYTES = 16 << 20;

    private final Session session;
    private final OfflineHost host;

    /** On that host. */
    public HostFolder(Session session, OfflineHost host) {
        this.session = session;
        this.host = host;
    }

    @Override
    public TrialEnding run(Path parcel, Trial trial) throws IOException, InterruptedException {
        if (Files.size(parcel) + 4096 > MOST_BYTES) {
            return new TrialEnding.NotRun(
                    "the parcel has more than %d MiB, and is not sent".formatted(MOST_BYTES >> 20));
        }
        Path program =
                parcel.resolveSibling(trial.file().substring(trial.file().lastIndexOf('/') + 1));
        try {
            write(program, parcel, trial.file());
            TestFile test =
                    new TestFile(program, trial.arguments(), false, false, null, trial.limit());
            List<Json> results =
                    new Scans(session, test, "verify " + trial.file(), 1, false)
                            .offline(List.of(host));
            return ending(results.getFirst());
        } finally {
            Files.deleteIfExists(program);
        }
    }

    /** The parcel comes behind the script that unpacks it. */
    private static void write(Path program, Path parcel, String file) throws IOException {
        String script = script().replace("@test@", "./" + file);
        try (OutputStream out = Files.newOutputStream(program)) {
            out.write(script.getBytes(StandardCharsets.UTF_8));
            Files.copy(parcel, out);
        }
    }

    private static String script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostFolder.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static TrialEnding ending(Json result) {
        String said = result.text("said").orElse("");
        return switch (result.text("result").orElse("")) {
            case "PASSED" -> new TrialEnding.Ended(0, said);
            case "WARNING" -> new TrialEnding.Ended(1, said);
            case "CRITICAL", "FAILED" -> new TrialEnding.Ended(2, said);
            case "UNKNOWN" -> new TrialEnding.Ended(3, said);
            case "TIMED_OUT" -> new TrialEnding.TookTooLong();
            default -> new TrialEnding.NotRun(said);
        };
    }
}
