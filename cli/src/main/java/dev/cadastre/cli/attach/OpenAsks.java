package dev.cadastre.cli.attach;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;

/**
 * What a run of a server asks for, as far as whoever watches it may give that. Who may only read
 * the run is asked for nothing.
 */
final class OpenAsks {

    private static final int PATIENCE_SECONDS = 2;

    private final Session session;
    private final Path path;
    private boolean isAnswered;
    private volatile boolean isReader;

    OpenAsks(Session session, String run) {
        this.session = session;
        this.path = Path.of("runs", run, "asks").with("patience", PATIENCE_SECONDS);
    }

    /** Whether whoever watches may read the run and no more, as far as that is known. */
    boolean isReader() {
        return isReader;
    }

    /** Whether whoever watches may answer, too; the server is asked if nobody has yet. */
    boolean isAnswerer() {
        if (!isAnswered && !isReader) {
            read();
        }
        return !isReader;
    }

    /** What is asked for; waits a while if it is nothing. */
    List<Json> next() throws InterruptedException {
        List<Json> asks = isReader ? List.of() : read();
        if (isReader) {
            session.surroundings().pause().take();
        }
        return asks;
    }

    private List<Json> read() {
        try {
            List<Json> asks = session.server().read(path).list("items");
            isAnswered = true;
            return asks;
        } catch (Failure failure) {
            if (isAnswered || !isOfReader(failure)) {
                throw failure;
            }
            isReader = true;
            session.remark("You may watch this run; what it asks for is left to others.");
            return List.of();
        }
    }

    /** Of a run that is seen in part only, the server says that there is none. */
    private static boolean isOfReader(Failure failure) {
        return failure.kind() == Failure.Kind.NOT_ALLOWED || failure.says("run.unknown");
    }
}
