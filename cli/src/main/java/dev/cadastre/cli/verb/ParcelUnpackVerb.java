package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel unpack PARCEL --to FOLDER}. */
@Command(
        name = "unpack",
        description = "Put the files of a parcel, all verified, into a new folder.",
        footer = {"", "Example: cadastre parcel unpack shop-1.4.2.parcel --to shop"})
final class ParcelUnpackVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "the new folder")
    private Path folder = Path.of("");

    ParcelUnpackVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return Attempt.of(() -> {
            try (OpenParcel parcel = choice.open(session)) {
                parcel.require(choice.text()).unpack(folder.toAbsolutePath());
            }
            return 0;
        });
    }
}
