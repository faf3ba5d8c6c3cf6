package dev.cadastre.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every version that is installed on this machine, by whatever manager. */
final class InstalledVersions {
    private static final Pattern NPM = Pattern.compile("\"version\"\\s*:\\s*\"([^\"\\s]+)\"");
    private static final Pattern PYTHON =
            Pattern.compile(".*?-([^-]+?)(-py[0-9.]+)?\\.(dist|egg)-info");
    private static final Pattern GEM = Pattern.compile(".*-([0-9][^-]*)\\.gemspec");

    private InstalledVersions() {}

    /** In a fixed order. */
    static List<String> all() throws IOException {
        Set<String> versions = new LinkedHashSet<>(debian());
        versions.addAll(named(Path.of("/usr/lib/python3"), PYTHON));
        versions.addAll(named(Path.of("/usr/lib/ruby"), GEM));
        versions.addAll(named(Path.of("/usr/share/rubygems-integration"), GEM));
        versions.addAll(npm(Path.of("/usr/share/nodejs")));
        versions.addAll(npm(Path.of("/usr/lib/node_modules")));
        versions.addAll(maven(Path.of(System.getProperty("user.home"), ".m2", "repository")));
        versions.removeIf(version -> version.isBlank() || version.chars().anyMatch(c -> c < ' '));
        return versions.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static List<String> debian() throws IOException {
        Process query = new ProcessBuilder("dpkg-query", "-W", "-f", "${Version}\\n").start();
        try (var output = query.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> named(Path root, Pattern pattern) throws IOException {
        return below(root).stream()
                .map(file -> pattern.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static List<String> npm(Path root) throws IOException {
        return below(root).stream()
                .filter(file -> file.endsWith("package.json"))
                .flatMap(file -> versionIn(file).stream())
                .toList();
    }

    private static Optional<String> versionIn(Path file) {
        try {
            Matcher matcher = NPM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> maven(Path root) throws IOException {
        return below(root).stream()
                .filter(file -> file.toString().endsWith(".pom"))
                .map(file -> file.getName(file.getNameCount() - 2).toString())
                .toList();
    }

    private static List<Path> below(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList();
        }
    }
}
