package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logins that other tools of this machine have: the first file that has one counts. Each is
 * read anew when a registry asks.
 *
 * @param paths where files may be; none has to be there
 */
public record LoginFiles(List<Path> paths) implements Credentials {

    private static final int MOST_BYTES = 1 << 20;

    /** Copies the list. */
    public LoginFiles {
        paths = List.copyOf(paths);
    }

    /**
     * Where Podman, Skopeo and Docker look.
     *
     * @param environment variables of the process
     * @param home of the user
     */
    public static LoginFiles usual(Map<String, String> environment, Path home) {
        return new LoginFiles(
                Stream.of(
                                in(environment, "REGISTRY_AUTH_FILE", ""),
                                in(environment, "XDG_RUNTIME_DIR", "containers/auth.json"),
                                in(environment, "XDG_CONFIG_HOME", "containers/auth.json"),
                                Optional.of(home.resolve(".config/containers/auth.json")),
                                in(environment, "DOCKER_CONFIG", "config.json"),
                                Optional.of(home.resolve(".docker/config.json")))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }

    private static Optional<Path> in(Map<String, String> environment, String name, String file) {
        return Optional.ofNullable(environment.get(name))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(file));
    }

    @Override
    public Optional<Login> login(RegistryHost host, String repository) throws IOException {
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                Optional<Login> login = read(path).login(host, repository);
                if (login.isPresent()) {
                    return login;
                }
            }
        }
        return Optional.empty();
    }

    private static LoginFile read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return LoginFile.read(in.readNBytes(MOST_BYTES + 1));
        } catch (MalformedJson e) {
            throw new IOException(
                    "The logins in %s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }
}
