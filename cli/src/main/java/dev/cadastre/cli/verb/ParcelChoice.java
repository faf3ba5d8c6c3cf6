package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which parcel a command is about. */
final class ParcelChoice {

    @Parameters(
            paramLabel = "PARCEL",
            description = "its folder, its file (.parcel), or NAME:VERSION of a repository")
    private String parcel = "";

    @Mixin private final ParcelOrigin origin = new ParcelOrigin();

    /** As it was written. */
    String text() {
        return parcel;
    }

    /** Where it is, if it is not on this machine; null if it is. */
    @Nullable String repository() {
        return origin.repository();
    }

    OpenParcel open(Session session) throws IOException {
        return origin.open(session, parcel);
    }
}
