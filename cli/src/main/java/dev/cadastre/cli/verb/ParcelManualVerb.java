package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.folder.ParcelRules;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel manual PARCEL}. */
@Command(
        name = "manual",
        description = "Show the operations manual of a parcel; nothing else of it is read.",
        footer = {"", "Example: cadastre parcel manual postgresql:1.0.0 --from parcels"})
final class ParcelManualVerb implements Callable<Integer> {

    private static final int MOST_BYTES = 1 << 20;

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(names = "--page", description = "another page of it, as in backup.md")
    private String page = ParcelRules.MANUAL.substring("docs/".length());

    ParcelManualVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            try (OpenParcel parcel = choice.open(session)) {
                byte[] text =
                        parcel.require(choice.text())
                                .read("docs/" + page, MOST_BYTES)
                                .orElseThrow(() ->
                                        new Failure(
                                                Failure.Kind.NO,
                                                "Its manual has no page " + page,
                                                "The first one is index.md."));
                session.read(new String(text, StandardCharsets.UTF_8));
            }
            return 0;
        });
    }
}
