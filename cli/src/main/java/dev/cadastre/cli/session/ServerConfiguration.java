package dev.cadastre.cli.session;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the configuration of this machine's server says. Most of what can be wrong with it is the
 * server's to say; here a file is refused that cannot be understood, and a port that is none.
 */
public final class ServerConfiguration {

    /** The server refuses a longer one. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_PORT = 0xFFFF;

    private final String file;
    private final IniReading reading;

    private ServerConfiguration(String file, byte[] content) {
        this.file = file;
        this.reading = IniParser.parse(file, content);
    }

    /** Says nothing at all where the file cannot be read, or is longer than any server takes. */
    static ServerConfiguration read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            return content.length > MOST_BYTES
                    ? none()
                    : new ServerConfiguration(file.toString(), content);
        } catch (IOException e) {
            return none();
        }
    }

    /** As of a server that was started without one. */
    static ServerConfiguration none() {
        return new ServerConfiguration("", new byte[0]);
    }

    /** Which file it is; empty for none. */
    public String file() {
        return file;
    }

    /**
     * A value; empty where there is none.
     *
     * @throws Failure if the file cannot be understood
     */
    public Optional<String> text(String section, String key) {
        return document().value(section, key) instanceof Expansion.Complete value
                ? Optional.of(value.text()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** A value that is an absolute path, as all are that a server takes. */
    public Optional<Path> path(String section, String key) {
        return text(section, key).filter(text -> text.startsWith("/")).map(Path::of);
    }

    /**
     * The port that the server listens on; empty where none is named.
     *
     * @throws Failure if what is named is no port
     */
    OptionalInt port() {
        Optional<String> named = text("server", "port");
        if (named.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = named.get();
        if (!isPort(text)) {
            throw unusable(
                    "the port of its section [server], %s, is none from 1 to 65535"
                            .formatted(text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Whether a text is the number of a port. */
    static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MOST_PORT;
    }

    /** Why it cannot be used, as far as it shows here; empty where nothing is wrong with it. */
    public Optional<Failure> refusal() {
        try {
            port();
            return Optional.empty();
        } catch (Failure refusal) {
            return Optional.of(refusal);
        }
    }

    private IniDocument document() {
        reading.problems().stream()
                .filter(Problem::isError)
                .findFirst()
                .ifPresent(problem -> {
                    String place = problem.line() == 0 ? "" : "line %d: ".formatted(problem.line());
                    throw unusable(place + problem.message());
                });
        return reading.document();
    }

    private Failure unusable(String why) {
        return new Failure(
                Failure.Kind.NO,
                "The configuration %s cannot be used: %s".formatted(file, why),
                "Run `cadastre config check %s`, and put right what it names.".formatted(file));
    }
}
