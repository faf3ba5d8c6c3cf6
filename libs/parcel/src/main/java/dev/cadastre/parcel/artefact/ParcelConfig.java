package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The config of a parcel's artefact. Immutable.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param summary one line
 * @param licence an SPDX expression
 * @param owner empty if it is not stated
 * @param provides by name
 * @param requires by binding
 * @param documents by name
 * @param files all that count, by the bytes of their paths
 * @param base what it builds on
 */
record ParcelConfig(
        String name,
        String version,
        String summary,
        String licence,
        String owner,
        List<Provision> provides,
        List<Requirement> requires,
        SortedMap<String, String> documents,
        List<LayeredFile> files,
        Optional<BaseConfig> base) {

    static final String MEDIA_TYPE = "application/vnd.cadastre.parcel.config.v1+json";
    static final int FORMAT = 1;
    static final int MOST_BYTES = 8 << 20;

    ParcelConfig {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        files = List.copyOf(files);
    }

    /** How many layers are of bases. */
    int layersOfBase() {
        return base.map(BaseConfig::layers).orElse(0);
    }

    byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("name", name);
        members.put("version", version);
        members.put("summary", summary);
        members.put("licence", licence);
        if (!owner.isEmpty()) {
            members.put("owner", owner);
        }
        members.put("provides", provides.stream().map(ParcelConfig::written).toList());
        members.put("requires", requires.stream().map(ParcelConfig::written).toList());
        members.put("documents", documents);
        members.put("files", files.stream().map(ParcelConfig::written).toList());
        base.ifPresent(below -> members.put("base", below.written()));
        return CanonicalJson.write(members);
    }

    Descriptor descriptor() {
        byte[] bytes = bytes();
        return Descriptor.of(MEDIA_TYPE, Digests.of(bytes), bytes.length);
    }

    private static Map<String, Object> written(Provision provision) {
        return Map.of("name", provision.name(), "version", provision.version());
    }

    private static Map<String, Object> written(Requirement requirement) {
        return Map.of(
                "name", requirement.name(),
                "range", requirement.range(),
                "binding", requirement.binding(),
                "optional", requirement.optional());
    }

    private static Map<String, Object> written(LayeredFile layered) {
        ParcelFile file = layered.file();
        return Map.of(
                "path", file.path(),
                "executable", file.executable(),
                "size", file.size(),
                "digest", file.digest(),
                "layer", layered.layer());
    }
}
