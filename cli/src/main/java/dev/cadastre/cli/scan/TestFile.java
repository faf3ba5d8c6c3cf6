package dev.cadastre.cli.scan;

import dev.cadastre.change.At;
import dev.cadastre.change.Change;
import dev.cadastre.change.Job;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.operation.RunTest;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.server.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A test that is run on hosts: an executable file, as {@code test.run} of a change takes it.
 *
 * @param file where it is
 * @param arguments it is called with
 * @param tap whether it answers by the Test Anything Protocol, and not by its status
 * @param warnings whether a warning is as good as passed
 * @param as the account that it runs as; null for the one that connects
 * @param limit after which it is ended
 */
public record TestFile(
        Path file,
        List<String> arguments,
        boolean tap,
        boolean warnings,
        @Nullable String as,
        Duration limit) {

    /** The only job of the change. */
    static final String JOB = "test";

    /** Beyond this it is no test, but what it needs. */
    private static final long MOST_BYTES = 16 << 20;

    private static final int LONGEST_NAME = 80;

    /** Copies what can be changed. */
    public TestFile {
        arguments = List.copyOf(arguments);
    }

    /** The change that runs it, and changes nothing. */
    GivenChange change() {
        String name = name();
        RunTest test = RunTest.file(name, arguments.toArray(String[]::new));
        test = tap ? test.in(RunTest.Form.TAP) : test;
        Job job =
                Job.job(At.REMOTE, warnings ? test.toleratingWarnings() : test)
                        .named(JOB)
                        .within(limit);
        Change change = Change.of("test-" + name, as == null ? job : job.as(as));
        ChangeFolder files = ChangeFolder.of(Map.of(name, content()), Set.of(name));
        return new ChangeSource(Map.of(), Map.of()).portable(change, files, file.toString());
    }

    /** Of the file, as names of changes and of directories on hosts may be. */
    private String name() {
        String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "-");
        String start = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return start.replaceFirst("^[.-]+", "_");
    }

    private byte[] content() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new Failure(
                        Failure.Kind.USAGE,
                        "%s is no file of at most %d MiB".formatted(file, MOST_BYTES >> 20),
                        "Name an executable file.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Cannot read %s: %s".formatted(file, e.getMessage()),
                    e,
                    "Name a file that you can read.");
        }
    }
}
