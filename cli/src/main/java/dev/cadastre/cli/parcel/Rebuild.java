package dev.cadastre.cli.parcel;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelBuilding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a parcel that is built again elsewhere is the same. */
public final class Rebuild {

    private Rebuild() {}

    /**
     * Builds it of its files in another folder, with other times, owners and another order.
     *
     * @param unpacked that folder; what builds on another parcel is not told apart from it there,
     *     so that nothing is said of it
     */
    public static Optional<Problem> problem(ParcelArtefact parcel, Path unpacked)
            throws IOException {
        if (parcel.base().isPresent()) {
            return Optional.empty();
        }
        ParcelBuilding again = ParcelBuilder.build(unpacked, Bases.NONE);
        boolean isSame =
                again.parcel()
                        .filter(built -> built.manifest().digest().equals(digest(parcel)))
                        .isPresent();
        return isSame
                ? Optional.empty()
                : Optional.of(
                        Problem.error(
                                ".",
                                0,
                                0,
                                "parcel.not-reproducible",
                                "built again of the same files it is another parcel than "
                                        + digest(parcel),
                                "see what changes its files while they are read"));
    }

    private static String digest(ParcelArtefact parcel) {
        return parcel.descriptor().digest();
    }
}
