package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.cli.parcel.ArchiveFile;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OneParcel;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel add PARCEL…}. */
@Command(
        name = "add",
        description = {
            "Send parcels, with their signatures, to the server, which keeps them for deployment.",
            "The same parcel again is taken, and may bring more signatures; other content under the"
                    + " same version is refused."
        },
        footer = {
            "",
            "Example: cadastre parcel add shop-1.4.2.parcel",
            "         cadastre parcel add postgresql:1.0.0 --from oci://registry.example.com/parcels"
        })
final class ParcelAddVerb implements Callable<Integer> {

    private static final String TYPE = "application/vnd.cadastre.parcel.archive";

    private final Session session;

    @Parameters(
            paramLabel = "PARCEL",
            arity = "1..*",
            description = "its file (.parcel), its folder, or NAME:VERSION of a repository")
    private List<String> parcels = List.of();

    @Mixin private final ParcelOrigin origin = new ParcelOrigin();

    ParcelAddVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        for (String parcel : parcels) {
            java.nio.file.Path file = java.nio.file.Path.of(parcel);
            if (origin.repository() == null && !Files.isDirectory(file)) {
                send(file);
            } else {
                Attempt.of(() -> sendPacked(parcel));
            }
        }
        return 0;
    }

    private int sendPacked(String parcel) throws IOException {
        java.nio.file.Path packed = Files.createTempDirectory("cadastre-parcel-");
        java.nio.file.Path file = packed.resolve("sent.parcel");
        try (OpenParcel open = origin.open(session, parcel)) {
            ArchiveFile.write(OneParcel.of(open, parcel), file);
            send(file);
            return 0;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(packed);
        }
    }

    private void send(java.nio.file.Path file) {
        Json kept = session.server().upload("POST", Path.of("parcels"), file, TYPE);
        String signers = Wording.of(kept.at("signers"));
        session.remark(
                "%s %s is kept%s."
                        .formatted(
                                kept.text("name").orElse("?"),
                                kept.text("version").orElse("?"),
                                signers.isEmpty() ? "" : ", signed by " + signers));
    }
}
