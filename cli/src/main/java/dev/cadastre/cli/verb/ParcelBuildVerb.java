package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.ArchiveFile;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OneParcel;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.artefact.ArchiveWriter;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel build PARCEL}. */
@Command(
        name = "build",
        description = {
            "Make one file of a parcel's folder: the same bytes wherever it is built.",
            "Prints the file and the digest of the parcel's manifest."
        },
        footer = {"", "Example: cadastre parcel build shop"})
final class ParcelBuildVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "the file; NAME-VERSION.parcel here, if it is not said")
    private @Nullable Path to;

    ParcelBuildVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            try (OpenParcel parcel = choice.open(session)) {
                ParcelArtefact artefact = parcel.require(choice.text());
                Path file = to == null ? Path.of(ArchiveWriter.fileName(artefact.contents())) : to;
                ArchiveFile.write(OneParcel.of(parcel, choice.text()), file);
                session.printer().line("%s %s".formatted(file, artefact.descriptor().digest()));
            }
            return 0;
        });
    }
}
