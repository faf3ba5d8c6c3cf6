package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Listing;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Range;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parcels that a server keeps. */
final class ServerParcels {

    private final Server server;

    ServerParcels(Server server) {
        this.server = server;
    }

    /** All of them, to choose from; what is told wrongly is left out. */
    Catalogue catalogue() {
        List<Candidate> candidates = new ArrayList<>();
        for (Json parcel : new Listing(server).read(Path.of("parcels"), null).list("items")) {
            candidate(parcel).ifPresent(candidates::add);
        }
        return Catalogue.of(candidates);
    }

    private static Optional<Candidate> candidate(Json parcel) {
        String version = parcel.text("version").orElse("");
        try {
            return Optional.of(
                    new Candidate(
                            parcel.text("name").orElse(""),
                            version,
                            texts(parcel, "provides").stream()
                                    .map(line -> Provision.parse(line, version))
                                    .toList(),
                            texts(parcel, "requires").stream().map(Requirement::parse).toList(),
                            parcel.text("digest").orElse("")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<String> texts(Json parcel, String name) {
        return parcel.list(name).stream().flatMap(one -> one.text().stream()).toList();
    }

    /** The one that a word of an order means: the newest that it allows. */
    static Optional<Candidate> find(Catalogue catalogue, String word) {
        Requirement wanted = requirement(word);
        Range range = new Range(wanted.range());
        List<Candidate> fitting =
                catalogue.versions(wanted.name()).stream()
                        .filter(one -> range.contains(one.version()))
                        .toList();
        return fitting.stream()
                .filter(one -> !one.version().contains("-"))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /**
     * What {@code NAME}, {@code NAME:VERSION} or {@code 'NAME RANGE'} asks for.
     *
     * @throws Failure if it is none of these
     */
    static Requirement requirement(String word) {
        try {
            if (word.indexOf(':') < 0) {
                return Requirement.parse(word);
            }
            ParcelVersion parcel = ParcelVersion.parse(word);
            return new Requirement(parcel.name(), "=" + parcel.version(), parcel.name(), false);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "%s is no parcel: %s".formatted(word, e.getMessage()),
                    e,
                    "Name a folder, a file (.parcel), NAME:VERSION, or a requirement as 'shop >="
                            + " 1.4'.");
        }
    }

    /** All that one says of itself. */
    Json detail(Candidate parcel) {
        return server.read(Path.of("parcels", parcel.name(), parcel.version()));
    }
}
