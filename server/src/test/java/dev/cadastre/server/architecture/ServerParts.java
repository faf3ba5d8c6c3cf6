package dev.cadastre.server.architecture;

import dev.cadastre.server.CadastreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The parts of the server, as their packages declare them. */
final class ServerParts {

    private static final Path SOURCES = Path.of("src/main/java/dev/cadastre/server");

    private ServerParts() {}

    /** Every part with those that it may use. */
    static Needs needs() throws ClassNotFoundException {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (var part : ApplicationModules.of(CadastreServer.class)) {
            uses.put(
                    part.getIdentifier().toString(),
                    allowed(Class.forName(part.getBasePackage().getName() + ".package-info")));
        }
        return Needs.of(uses);
    }

    private static SortedSet<String> allowed(Class<?> part) {
        return Arrays.stream(part.getAnnotation(ApplicationModule.class).allowedDependencies())
                .map(one -> one.replaceFirst("\\s*::.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages of a part that do one thing each, by name. */
    static List<String> rooms(String part) throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES.resolve(part))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
