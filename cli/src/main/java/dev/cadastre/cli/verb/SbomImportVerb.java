package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre sbom import HOST FILE}. */
@Command(
        name = "import",
        description = {
            "Attach an application's bill of materials to a host.",
            "The file is CycloneDX 1.4 to 1.6 in JSON. What it lists are packages of the host from"
                    + " then on, in place of those of the application's file before. A file with an"
                    + " error is refused as a whole."
        },
        footer = {"", "Example: cadastre sbom import web1 target/bom.json --app shop"})
final class SbomImportVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "HOST", description = "where the application runs")
    private String host = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the document")
    private java.nio.file.Path file = java.nio.file.Path.of("");

    @Option(
            names = "--app",
            paramLabel = "NAME",
            description = "the application; by default what the document says it is about")
    private @Nullable String application;

    SbomImportVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json attached =
                application == null
                        ? session.server().upload(Path.of("hosts", host, "sboms"), file)
                        : session.server()
                                .upload("PUT", Path.of("hosts", host, "sboms", application), file);
        session.remark(
                "%s on %s: %s packages of %s components%s."
                        .formatted(
                                attached.text("application").orElse("?"),
                                host,
                                attached.text("packages").orElse("0"),
                                attached.text("components").orElse("0"),
                                leftOut(attached)));
        return 0;
    }

    private static String leftOut(Json attached) {
        String kinds =
                attached.list("leftOut").stream()
                        .map(left ->
                                left.text("components").orElse("0")
                                        + " "
                                        + left.text("kind").orElse("?"))
                        .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "" : "; left out are " + kinds;
    }
}
