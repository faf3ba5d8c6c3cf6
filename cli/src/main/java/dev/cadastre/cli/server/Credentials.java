package dev.cadastre.cli.server;

import dev.cadastre.cli.server.Failure.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tokens kept for the servers a person has signed in to: one line for each, the URL, a space and
 * the token; the last one signed in to comes last. Only its owner may read the file.
 */
public final class Credentials {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private final Path folder;
    private final Path file;

    /** Keeps them in {@code folder}, which need not exist. */
    public Credentials(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("credentials");
    }

    /** The token for a server. */
    public Optional<Access> find(URI url) {
        return Optional.ofNullable(entries().get(url.toString()))
                .map(token -> new Access(url, token));
    }

    /** The server signed in to last. */
    public Optional<Access> latest() {
        var entries = new LinkedHashMap<>(entries());
        return Optional.ofNullable(entries.pollLastEntry())
                .map(entry -> new Access(URI.create(entry.getKey()), entry.getValue()));
    }

    /** Keeps a token, in place of an older one for the same server. */
    public void keep(URI url, String token) {
        Map<String, String> entries = new LinkedHashMap<>(entries());
        entries.remove(url.toString());
        entries.put(url.toString(), token);
        write(entries);
    }

    /** Forgets a server; says whether it was known. */
    public boolean forget(URI url) {
        Map<String, String> entries = new LinkedHashMap<>(entries());
        boolean known = entries.remove(url.toString()) != null;
        if (known) {
            write(entries);
        }
        return known;
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            refuseIfOthersMayRead();
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    entries.put(line.substring(0, space), line.substring(space + 1).strip());
                }
            }
            return entries;
        } catch (IOException e) {
            throw new Failure(
                    Kind.NOT_ALLOWED,
                    "Cannot read " + file + ": " + e.getMessage(),
                    e,
                    "Make it readable for yourself.");
        }
    }

    private void refuseIfOthersMayRead() throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new Failure(
                    Kind.NOT_ALLOWED,
                    file + " holds tokens, and others can read it",
                    "Run `chmod 600 " + file + "`; if others use this machine, revoke the tokens.");
        }
    }

    private void write(Map<String, String> entries) {
        String text =
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Path partial =
                    Files.createTempFile(
                            folder,
                            "credentials",
                            null,
                            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure(
                    Kind.NO,
                    "Cannot write " + file + ": " + e.getMessage(),
                    e,
                    "Make its folder writable, or choose another with XDG_CONFIG_HOME.");
        }
    }
}
