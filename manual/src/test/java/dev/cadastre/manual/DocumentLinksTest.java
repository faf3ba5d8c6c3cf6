package dev.cadastre.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link, anchor and picture in what is written for people is there. */
class DocumentLinksTest {

    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_WRITTEN = Set.of("target", "node_modules", "resources");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^()\\s]+)(?:\\s+\"[^\"]*\")?\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    @Test
    void lead() throws IOException {
        Set<String> broken = new TreeSet<>();
        List<Path> documents = documents();
        for (Path document : documents) {
            for (String target : targets(document)) {
                if (!leads(document, target)) {
                    broken.add(SOURCES.relativize(document) + ": " + target);
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(documents)
                .contains(
                        SOURCES.resolve("README.md"),
                        SOURCES.resolve("docs/security.md"),
                        SOURCES.resolve("parcels/nginx/docs/index.md"));
    }

    @Test
    void areSeen() throws IOException {
        Path manual = SOURCES.resolve("docs/manual/01-start.md");

        assertThat(leads(manual, "03-estate.md")).isTrue();
        assertThat(leads(manual, "28-install.md#cadastreconf")).isTrue();
        assertThat(leads(manual, "99-none.md")).isFalse();
        assertThat(leads(manual, "28-install.md#none")).isFalse();
        assertThat(leads(manual, "../images/none.png")).isFalse();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(
                SOURCES,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        String name = folder.getFileName().toString();
                        return NOT_WRITTEN.contains(name) || name.startsWith(".")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".md")) {
                            documents.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return documents;
    }

    /** What is code is no link. */
    private static List<String> targets(Path document) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(document)) {
            if (line.stripLeading().startsWith("```")) {
                code = !code;
            } else if (!code) {
                lines.add(CODE.matcher(line).replaceAll("`code`"));
            }
        }
        return LINK.matcher(String.join("\n", lines))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    private static boolean leads(Path document, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
        if (!file.startsWith(SOURCES) || !Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || (file.toString().endsWith(".md") && anchors(file).contains(parts[1]));
    }

    private static Set<String> anchors(Path file) throws IOException {
        var anchors = new Anchors();
        try (Stream<Block> blocks = Blocks.of(Files.readString(file)).stream()) {
            return blocks.filter(Block.Heading.class::isInstance)
                    .map(heading -> anchors.next(Span.plain(((Block.Heading) heading).text())))
                    .collect(Collectors.toSet());
        }
    }
}
