package dev.cadastre.server.parcels.repository;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.server.parcels.KeptParcel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A parcel as the tables have it.
 *
 * @param id no other parcel ever has it
 * @param parcel without signers, which only the estate of today knows
 * @param manifestBytes the size of its manifest
 * @param signatures what lies beside it
 */
record ParcelRow(long id, KeptParcel parcel, long manifestBytes, List<ParcelSignature> signatures) {

    ParcelRow {
        signatures = List.copyOf(signatures);
    }

    /** Its manifest; an index may list more of it. */
    Descriptor manifest() {
        return new Descriptor(
                Manifest.MEDIA_TYPE, parcel.digest(), manifestBytes, ParcelType.PARCEL, Map.of());
    }

    /** The digests of its manifest, and of those of its signatures. */
    List<String> manifests() {
        return Stream.concat(
                        Stream.of(parcel.digest()),
                        signatures.stream().map(one -> one.manifest().digest()))
                .toList();
    }

    Candidate candidate() {
        return new Candidate(
                parcel.name(),
                parcel.version(),
                parcel.provides().stream()
                        .map(line -> Provision.parse(line, parcel.version()))
                        .toList(),
                parcel.requires().stream().map(Requirement::parse).toList(),
                parcel.digest());
    }

    /** Whether a text, in small letters, is in what people know it by. */
    boolean mentions(String text) {
        return Stream.concat(Stream.of(parcel.name(), parcel.summary()), parcel.provides().stream())
                .anyMatch(told -> told.toLowerCase(Locale.ROOT).contains(text));
    }

    /** Whether it comes after another in lists: by name, the newest version first. */
    boolean isBehind(ParcelVersion other) {
        int names = parcel.name().compareTo(other.name());
        int versions = ParcelName.VERSIONS.compare(other.version(), parcel.version());
        int texts = parcel.version().compareTo(other.version());
        return names > 0 || (names == 0 && (versions > 0 || (versions == 0 && texts > 0)));
    }

    ParcelRow with(List<ParcelSignature> others) {
        return new ParcelRow(id, parcel, manifestBytes, others);
    }
}
