package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Copies;
import dev.cadastre.cli.parcel.OneParcel;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel push PARCEL --to REPO}. */
@Command(
        name = "push",
        description =
                "Put a parcel, with its signatures, into a repository; only what is missing there is sent.",
        footer = {
            "",
            "Example: cadastre parcel push shop-1.4.2.parcel --to oci://registry.example.com/parcels"
        })
final class ParcelPushVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "REPO",
            description = "the repository: a folder, or oci://HOST/PATH")
    private String to = "";

    ParcelPushVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            try (OpenParcel parcel = choice.open(session)) {
                OneParcel source = OneParcel.of(parcel, choice.text());
                return new Copies(session)
                        .copy(
                                source.catalogue().manifests(),
                                source,
                                new Repositories(session).target(to));
            }
        });
    }
}
