package dev.cadastre.cli.session;

import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration of this machine's server says. What is wrong with it is the server's to
 * say: here it says nothing.
 */
public final class ServerConfiguration {

    /** The server refuses a longer one. */
    private static final int MOST_BYTES = 1 << 20;

    private final IniDocument document;

    private ServerConfiguration(String file, byte[] content) {
        this.document = IniParser.parse(file, content).document();
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

    /** A value; empty where there is none. */
    public Optional<String> text(String section, String key) {
        return document.value(section, key) instanceof Expansion.Complete value
                ? Optional.of(value.text()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** A value that is an absolute path, as all are that a server takes. */
    public Optional<Path> path(String section, String key) {
        return text(section, key).filter(text -> text.startsWith("/")).map(Path::of);
    }
}
