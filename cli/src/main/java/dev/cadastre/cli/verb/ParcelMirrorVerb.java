package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Copies;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.registry.ParcelSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel mirror REPO REPO}. */
@Command(
        name = "mirror",
        description = {
            "Copy all parcels of a repository, with their signatures, to another: only what is missing.",
            "A folder can be handed out by any web server, or by rsync. Stopped, it goes on the next time."
        },
        footer = {
            "",
            "Example: cadastre parcel mirror oci://registry.example.com/parcels /srv/parcels"
        })
final class ParcelMirrorVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            description = "a folder, https://HOST/PATH, or oci://HOST/PATH")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "a folder, or oci://HOST/PATH")
    private String to = "";

    ParcelMirrorVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            Repositories repositories = new Repositories(session);
            ParcelSource source = repositories.source(from);
            return new Copies(session)
                    .copy(source.catalogue().manifests(), source, repositories.target(to));
        });
    }
}
