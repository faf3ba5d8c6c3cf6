package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre advisories load FILE…}. */
@Command(
        name = "load",
        description = {
            "Take advisories from files, each in place of one of the same name.",
            "A file is an OSV document or a zip of them, such as the all.zip of an ecosystem. A file"
                    + " with an error is refused as a whole."
        },
        footer = {"", "Example: cadastre advisories load all.zip"})
final class AdvisoriesLoadVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files, one after another")
    private List<java.nio.file.Path> files = List.of();

    AdvisoriesLoadVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        for (java.nio.file.Path file : files) {
            Json loaded = session.server().upload(Path.of("advisories"), file);
            session.remark(
                    "%s: %s advisories, %s of them withdrawn; %s of %s packages are of a kind that hosts do not report."
                            .formatted(
                                    file,
                                    loaded.text("advisories").orElse("0"),
                                    loaded.text("withdrawn").orElse("0"),
                                    loaded.text("unmatched").orElse("0"),
                                    loaded.text("packages").orElse("0")));
        }
        return 0;
    }
}
