package dev.cadastre.cli.verb;

import dev.cadastre.cli.attach.Attachment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How somebody takes part in a run of a server: the options of watching and of going on. */
final class RunAttaching {

    @Option(
            names = {"-v", "--verbose"},
            description = "show what commands print")
    private boolean verbose;

    @Option(
            names = "--local",
            description = "do here, without asking, what is done on the machine of whoever runs it")
    private boolean local;

    @Option(
            names = "--jar",
            paramLabel = "JAR",
            description = "the application's jar, if programs of it are to be run here")
    private @Nullable Path jar;

    @Option(
            names = "--program",
            paramLabel = "CLASS",
            description = "which change of a jar that has several")
    private @Nullable String program;

    Attachment attachment() {
        return new Attachment(verbose, local, jar, program);
    }
}
