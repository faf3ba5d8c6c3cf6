package dev.cadastre.parcel.artefact;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a config tells of the parcel that its own builds on. Immutable.
 *
 * @param name of the base
 * @param version of the base
 * @param digest of its manifest
 * @param layers how many of the layers are its; they are the first
 * @param documents its documents by name
 * @param base what it builds on itself
 */
record BaseConfig(
        String name,
        String version,
        String digest,
        int layers,
        SortedMap<String, String> documents,
        Optional<BaseConfig> base) {

    /** How many there may be below each other. */
    static final int DEEPEST = 8;

    BaseConfig {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /** How many bases there are from here on. */
    int depth() {
        return 1 + base.map(BaseConfig::depth).orElse(0);
    }

    Map<String, Object> written() {
        Map<String, Object> members = new TreeMap<>();
        members.put("name", name);
        members.put("version", version);
        members.put("digest", digest);
        members.put("layers", layers);
        members.put("documents", documents);
        base.ifPresent(below -> members.put("base", below.written()));
        return members;
    }
}
