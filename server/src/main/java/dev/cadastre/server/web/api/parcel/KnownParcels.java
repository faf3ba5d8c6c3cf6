package dev.cadastre.server.web.api.parcel;

import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelManual;
import dev.cadastre.server.parcels.repository.ParcelUse;
import dev.cadastre.server.parcels.repository.Parcels;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parcels for who is asking: somebody without any role sees none of them. */
@Component
public class KnownParcels {

    private final Parcels parcels;
    private final Permitted permitted;

    KnownParcels(Parcels parcels, Permitted permitted) {
        this.parcels = parcels;
        this.permitted = permitted;
    }

    /** One that must be there. */
    public KeptParcel kept(String name, String version) {
        permitted.read(Part.PARCELS);
        return parcels.find(name, version).orElseThrow(() -> Parcels.unknown(name, version));
    }

    /** All versions of one that must be there, newest first. */
    public List<KeptParcel> versions(String name) {
        permitted.read(Part.PARCELS);
        List<KeptParcel> versions = parcels.versions(name);
        if (versions.isEmpty()) {
            throw Parcels.unknown(name, "in any version");
        }
        return versions;
    }

    /** As they are sent, with the apps that the reader may see. */
    public List<Parcel> wire(List<KeptParcel> kept) {
        Reach reach = permitted.read(Part.PARCELS);
        Map<String, List<ParcelUse.User>> users =
                parcels.users(kept.stream().map(KeptParcel::digest).toList());
        return kept.stream()
                .map(one ->
                        ParcelRecords.parcel(
                                one, users.getOrDefault(one.digest(), List.of()), reach))
                .toList();
    }

    /** All that one says of itself. */
    public ParcelDetail detail(KeptParcel kept) throws IOException {
        return ParcelRecords.detail(wire(List.of(kept)).getFirst(), parcels.open(kept));
    }

    /** The manual of one. */
    public ParcelManual manual(KeptParcel kept) throws IOException {
        permitted.read(Part.PARCELS);
        return new ParcelManual(parcels.open(kept));
    }

    /** The problem where a manual has no such file. */
    public static ProblemException noFile(KeptParcel kept, String file) {
        return new ProblemException(
                ProblemKind.PARCEL_UNKNOWN,
                "The manual of %s has no file %s.".formatted(kept, file),
                "Take it from \"manual\" of the parcel.");
    }
}
