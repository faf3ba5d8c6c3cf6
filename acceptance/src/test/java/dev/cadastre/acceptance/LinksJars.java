package dev.cadastre.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of the example that is written in Java: the first release as it was built, and the next
 * ones, which are made of it, without the network that a build of their own may want.
 */
final class LinksJars {

    private static final Path EXAMPLES = Programs.CHECKOUT.resolve("examples");
    private static final Path BUILT = EXAMPLES.resolve("java-web/target/links.jar");

    private final Path sources;
    private final Path classes;
    private Path jar = BUILT;

    /** Works in a new folder. */
    LinksJars(Path folder) throws IOException {
        this.sources = folder.resolve("sources");
        this.classes = Files.createDirectories(folder.resolve("classes"));
        run("cp", "-r", EXAMPLES.resolve("java-web").toString(), sources.toString());
        run("unzip", "-q", BUILT.toString(), "-d", classes.toString());
    }

    /** That of the present release. */
    Path jar() {
        return jar;
    }

    /** Makes it the next release. */
    void become(String release) {
        run(
                "patch",
                "-s",
                "-p1",
                "-d",
                sources.toString(),
                "-i",
                EXAMPLES.resolve("java-web-%s.patch".formatted(release)).toString());
        compile();
        run("cp", "-r", sources.resolve("src/main/resources/.").toString(), classes.toString());
        Path manifest = classes.resolve("META-INF/MANIFEST.MF");
        run(
                "sed",
                "-i",
                "s/^Implementation-Version: .*/Implementation-Version: %s/".formatted(release),
                manifest.toString());
        Path folder = classes.resolveSibling(release);
        Path made = folder.resolve("links.jar");
        run("mkdir", folder.toString());
        run(
                tool("jar"),
                "--create",
                "--file",
                made.toString(),
                "--manifest",
                manifest.toString(),
                "-C",
                classes.toString(),
                ".");
        jar = made;
    }

    private void compile() {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                tool("javac"),
                                "--release",
                                "17",
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                classes.toString(),
                                "-cp",
                                classes
                                        + ":"
                                        + Programs.CHECKOUT.resolve("libs/change/target/classes")));
        try (Stream<Path> files = Files.walk(sources.resolve("src/main/java"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(words.toArray(String[]::new));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(String... words) {
        Programs.run(words).exited(0);
    }
}
