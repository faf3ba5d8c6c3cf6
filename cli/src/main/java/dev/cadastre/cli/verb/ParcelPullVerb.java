package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Copies;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.ParcelSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel pull NAME:VERSION… --from REPO --to FOLDER}. */
@Command(
        name = "pull",
        description = {
            "Fetch parcels, with their signatures, into a repository that is a folder.",
            "Only what is missing there is fetched, and what was cut goes on where it ended."
        },
        footer = {
            "",
            "Example: cadastre parcel pull postgresql:1.0.0 --from oci://registry.example.com/parcels --to parcels"
        })
final class ParcelPullVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PARCEL", arity = "1..*", description = "NAME:VERSION")
    private List<String> wanted = List.of();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "REPO",
            description = "the repository: a folder, https://HOST/PATH, or oci://HOST/PATH")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "where to")
    private String to = "";

    ParcelPullVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            Repositories repositories = new Repositories(session);
            ParcelSource source = repositories.source(from);
            return new Copies(session).copy(listed(source), source, repositories.target(to));
        });
    }

    private List<Descriptor> listed(ParcelSource source) throws IOException {
        var catalogue = source.catalogue();
        List<Descriptor> listed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : wanted) {
            catalogue.find(name).ifPresentOrElse(listed::add, () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new Failure(
                    Failure.Kind.NO,
                    from + " does not have " + String.join(", ", missing),
                    "See what it has: cadastre parcel search --from " + from);
        }
        return listed;
    }
}
