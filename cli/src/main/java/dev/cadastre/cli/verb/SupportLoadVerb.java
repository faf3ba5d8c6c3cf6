package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre support load FILE…}. */
@Command(
        name = "load",
        description = {
            "Take facts from files, in place of all others about their products.",
            "A file is a document of endoflife.date's API version 1, or debian.csv or ubuntu.csv of"
                    + " distro-info. A file with an error is refused as a whole."
        },
        footer = {"", "Example: cadastre support load /usr/share/distro-info/debian.csv"})
final class SupportLoadVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files, one after another")
    private List<String> files = List.of();

    SupportLoadVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        for (String file : files) {
            Json loaded =
                    session.server().write("POST", Path.of("support", "facts"), content(file));
            session.remark(
                    "%s: %s releases of %s."
                            .formatted(
                                    file,
                                    loaded.text("lines").orElse("0"),
                                    Wording.of(loaded.at("products"))));
        }
        return 0;
    }

    private static String content(String file) {
        try {
            return Files.readString(java.nio.file.Path.of(file));
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot read " + file + ": " + e,
                    e,
                    "Name a file in UTF-8 that you can read.");
        }
    }
}
