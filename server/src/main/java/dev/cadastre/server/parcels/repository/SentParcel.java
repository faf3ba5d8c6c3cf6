package dev.cadastre.server.parcels.repository;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ArtefactReading;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.server.parcels.ParcelRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parcel that is right in every part, wherever its blobs are.
 *
 * @param artefact with the blobs
 * @param signatures what lies beside it
 */
record SentParcel(ParcelArtefact artefact, List<ParcelSignature> signatures) {

    SentParcel {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads all of one.
     *
     * @param others the manifests beside it
     * @throws ParcelRefused if anything is wrong with it, with all of that
     */
    static SentParcel read(Blobs blobs, Descriptor manifest, List<Descriptor> others)
            throws IOException {
        ArtefactReading reading = ParcelArtefact.open(blobs, manifest);
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.artefact().isPresent()) {
            problems.addAll(reading.artefact().get().verify());
        }
        SignatureReader signatures = new SignatureReader(blobs, manifest).read(others);
        problems.addAll(signatures.problems());
        if (problems.stream().anyMatch(Problem::isError)) {
            throw ParcelRefused.unusable(problems);
        }
        return new SentParcel(reading.artefact().orElseThrow(), signatures.signatures());
    }

    ParcelDefinition definition() {
        return artefact.contents().definition();
    }

    String name() {
        return definition().name();
    }

    String version() {
        return definition().version();
    }

    Descriptor manifest() {
        return artefact.descriptor();
    }

    String digest() {
        return manifest().digest();
    }

    /** The bytes of its config and layers, each once. */
    long bytes() {
        return sizes(artefact.manifest().blobs()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** All blobs in the order in which they are put: what is named before what names it. */
    List<Descriptor> blobs() {
        List<Descriptor> blobs = new ArrayList<>(artefact.manifest().blobs());
        blobs.add(manifest());
        signatures.forEach(signature -> blobs.addAll(signature.blobs()));
        return blobs;
    }

    /** Sizes by digests. */
    static Map<String, Long> sizes(List<Descriptor> blobs) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        blobs.forEach(blob -> sizes.put(blob.digest(), blob.size()));
        return sizes;
    }
}
