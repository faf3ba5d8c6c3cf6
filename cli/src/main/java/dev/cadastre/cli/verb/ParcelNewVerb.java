package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.draft.Draft;
import dev.cadastre.parcel.draft.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel new FOLDER}. */
@Command(
        name = "new",
        description = {
            "Make the folder of a parcel that works, to go on from.",
            "Without --from it is an application that says good day by HTTP."
        },
        footer = {
            "",
            "Example: cadastre parcel new shop",
            "         cadastre parcel new shop --from target/shop.jar --port 8080"
        })
final class ParcelNewVerb implements Callable<Integer> {

    private static final int USUAL_PORT = 8080;

    private final Session session;

    @Parameters(paramLabel = "FOLDER", description = "the new folder")
    private Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description =
                    "what there is: a folder of wheels, a wheel, a jar, an npm package (.tgz), or a"
                            + " list of packages with a name on each line")
    private @Nullable Path from;

    @Option(
            names = "--name",
            description =
                    "what the parcel is called, if not as its folder, or as what it is made from")
    private String name = "";

    @Option(
            names = "--version",
            description = "its version, if it is not told by what it is made from")
    private String version = "";

    @Option(names = "--port", description = "where it listens; 0 if it does not")
    private @Nullable Integer port;

    ParcelNewVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Attempt.of(() -> {
            Draft draft = draft();
            draft.write(folder);
            session.printer()
                    .line(
                            "%s has the parcel %s %s."
                                    .formatted(
                                            folder,
                                            draft.subject().name(),
                                            draft.subject().version()));
            return draft;
        });
        session.remark("See whether it is sound: cadastre parcel verify " + folder);
        return 0;
    }

    private Draft draft() throws IOException {
        try {
            if (from == null) {
                Draft empty = Draft.empty(name.isEmpty() ? folderName() : name, port(USUAL_PORT));
                return empty.about(subject(empty.subject(), empty.subject().port()));
            }
            Draft draft = Draft.of(from);
            return draft.about(subject(draft.subject(), draft.mayListen() ? port(0) : 0));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    String.valueOf(e.getMessage()),
                    e,
                    "Say otherwise by --name, --version or --port.");
        }
    }

    private String folderName() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private Subject subject(Subject known, int listens) {
        return known.with(name, version, listens);
    }

    /** Asks where somebody sits, since nobody but they can know. */
    private int port(int usual) {
        if (port != null) {
            return port;
        }
        if (!session.surroundings().inIsTerminal()) {
            return usual;
        }
        session.surroundings()
                .err()
                .print("Where does it listen? [%s] ".formatted(usual == 0 ? "nowhere" : usual));
        session.surroundings().err().flush();
        String line = session.line().strip();
        if (line.isEmpty()) {
            return usual;
        }
        if (!line.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException(line + " is no port");
        }
        return Integer.parseInt(line);
    }
}
