package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.parcel.RepositoryBases;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where parcels that a command is about come from. */
final class ParcelOrigin {

    @Option(
            names = "--from",
            paramLabel = "REPO",
            description = "the repository: a folder, https://HOST/PATH, or oci://HOST/PATH")
    private @Nullable String repository;

    @Option(
            names = "--base",
            paramLabel = "REPO",
            description = "where what it builds on is looked for; may be given again")
    private List<String> bases = new ArrayList<>();

    /** Where it is, if it is not on this machine; null if it is. */
    @Nullable String repository() {
        return repository;
    }

    /**
     * Opens one.
     *
     * @param parcel its folder or file, or NAME:VERSION of the repository
     */
    OpenParcel open(Session session, String parcel) throws IOException {
        Repositories repositories = new Repositories(session);
        if (repository != null) {
            ParcelVersion wanted = version(parcel);
            return OpenParcel.of(repositories.source(repository), wanted);
        }
        List<ParcelSource> sources = new ArrayList<>();
        for (String base : bases) {
            sources.add(repositories.source(base));
        }
        return OpenParcel.at(Path.of(parcel), new RepositoryBases(sources));
    }

    private static ParcelVersion version(String parcel) {
        try {
            return ParcelVersion.parse(parcel);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    parcel + " is no parcel of a repository",
                    e,
                    "Write NAME:VERSION, as in postgresql:1.0.0.");
        }
    }
}
