package dev.cadastre.server.inventory;

import dev.cadastre.probe.Snippet;
import dev.cadastre.server.storage.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The snippets that an operator dropped into the home's folder {@code probes.d}. */
@Component
class ProbePlugins {

    private static final Logger log = LoggerFactory.getLogger(ProbePlugins.class);
    private static final long LARGEST = 64 * 1024;

    private final Path folder;

    ProbePlugins(Home home) {
        this.folder = home.folder("probes.d");
    }

    /** All that can be read, by name; what cannot is logged and left out, and fails alone. */
    List<Snippet> read() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .flatMap(file -> snippet(file).stream())
                    .toList();
        } catch (IOException e) {
            log.warn("Cannot list {}: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private static Optional<Snippet> snippet(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                log.warn("{} is larger than {} bytes and is left out", file, LARGEST);
                return Optional.empty();
            }
            String name = file.getFileName().toString().replaceFirst("\\.sh$", "");
            return Optional.of(new Snippet(name, Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("{} is left out: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
