package dev.cadastre.cli.verb;

import dev.cadastre.cli.app.ParcelDelivery;
import dev.cadastre.cli.parcel.Wishes;
import dev.cadastre.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the parcels of an app are had from. */
final class AppParcel {

    @Option(
            names = "--from",
            paramLabel = "REPO",
            description =
                    "where it and what it requires are had from: a folder, https://HOST/PATH, or"
                            + " oci://HOST/PATH; the server, if it is not said")
    private @Nullable String repository;

    @Option(
            names = "--base",
            paramLabel = "REPO",
            description =
                    "where what a folder's parcel builds on is looked for; may be given again")
    private List<String> bases = new ArrayList<>();

    @Mixin private final WishOptions options = new WishOptions();

    Wishes wishes() {
        return options.wishes();
    }

    /** Has the server have it; by which it knows it then. */
    String deliver(Session session, String word) {
        return new ParcelDelivery(session, repository, bases, wishes()).deliver(word);
    }
}
