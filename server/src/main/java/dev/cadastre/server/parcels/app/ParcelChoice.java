package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.repository.Parcels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the parcel that an order means. */
@Component
class ParcelChoice {

    private final Parcels parcels;

    ParcelChoice(Parcels parcels) {
        this.parcels = parcels;
    }

    /**
     * The parcel.
     *
     * @param current what is there; null if nothing is
     * @throws ParcelRefused if there is none
     */
    KeptParcel choose(AppOrder order, @Nullable AppRevision current) {
        KeptParcel chosen =
                order.parcel() == null ? same(order, current) : named(order.parcel(), current);
        if (current != null && !current.parcel().name().equals(chosen.name())) {
            throw new ParcelProblem(
                            "app.other-parcel",
                            "parcel",
                            "%s is of the parcel %s, and %s is another."
                                    .formatted(order.app(), current.parcel().name(), chosen.name()),
                            "Remove the app first, or deploy the parcel as another.")
                    .as(ParcelRefused.Reason.CONFLICT);
        }
        return chosen;
    }

    private KeptParcel same(AppOrder order, @Nullable AppRevision current) {
        if (current == null) {
            throw new ParcelProblem(
                            order.verb() == AppVerb.DEPLOY ? "app.parcel-missing" : "app.unknown",
                            "app",
                            order.verb() == AppVerb.DEPLOY
                                    ? "It is not said of which parcel %s is.".formatted(order.app())
                                    : "There is no app %s.".formatted(order.app()),
                            "Deploy one, as by `cadastre app deploy %s PARCEL --on QUERY`."
                                    .formatted(order.app()))
                    .as(ParcelRefused.Reason.UNKNOWN);
        }
        AppParcel there = current.parcel();
        return order.verb() == AppVerb.UPGRADE
                ? requirement(new Requirement(there.name(), "", there.name(), false))
                : parcels.find(there.name(), there.version())
                        .orElseThrow(() -> Parcels.unknown(there.name(), there.version()));
    }

    /** {@code NAME}, {@code NAME:VERSION}, a requirement, or of what is there a version alone. */
    private KeptParcel named(String text, @Nullable AppRevision current) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            String name = text.substring(0, colon);
            String version = text.substring(colon + 1);
            return parcels.find(name, version).orElseThrow(() -> Parcels.unknown(name, version));
        }
        if (current != null && !text.isEmpty() && Character.isDigit(text.charAt(0))) {
            String name = current.parcel().name();
            return parcels.find(name, text).orElseThrow(() -> Parcels.unknown(name, text));
        }
        try {
            return requirement(Requirement.parse(text));
        } catch (IllegalArgumentException e) {
            throw new ParcelProblem(
                            "app.parcel-wrong",
                            "parcel",
                            "That is no parcel: %s.".formatted(e.getMessage()),
                            "Write it as NAME, NAME:VERSION or NAME >= VERSION.")
                    .as(ParcelRefused.Reason.INVALID);
        }
    }

    /** The newest that fits; one that is to come counts if there is no other, or it is named. */
    private KeptParcel requirement(Requirement wanted) {
        List<KeptParcel> fitting =
                parcels.versions(wanted.name()).stream()
                        .filter(one -> wanted.isMetBy(new Provision(one.name(), one.version())))
                        .toList();
        Optional<KeptParcel> released =
                fitting.stream()
                        .filter(one -> !one.version().contains("-") || wanted.range().contains("-"))
                        .findFirst();
        return released.or(() -> fitting.stream().findFirst())
                .orElseThrow(() -> Parcels.unknown(wanted.name(), wanted.range()));
    }
}
