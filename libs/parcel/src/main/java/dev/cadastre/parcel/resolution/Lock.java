package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was chosen once, so that it is chosen again: what {@code parcel.lock} says.
 *
 * @param root what was asked for
 * @param parcels what was chosen, by their names, sorted; unmodifiable
 */
public record Lock(Requirement root, Map<String, Parcel> parcels) {

    /**
     * A parcel that was chosen.
     *
     * @param name its name
     * @param version its version
     * @param digest of its manifest
     * @param bindings the name of the parcel that meets each of its requirements, by binding
     */
    public record Parcel(String name, String version, String digest, Map<String, String> bindings) {

        /** Copies the bindings, sorted. */
        public Parcel {
            bindings = Collections.unmodifiableMap(new TreeMap<>(bindings));
        }
    }

    /** Copies the parcels, sorted. */
    public Lock {
        parcels = Collections.unmodifiableMap(new TreeMap<>(parcels));
    }

    /** One of these; of two of one name the later counts. */
    public static Lock of(Requirement root, Collection<Parcel> parcels) {
        Map<String, Parcel> byName = new TreeMap<>();
        parcels.forEach(parcel -> byName.put(parcel.name(), parcel));
        return new Lock(root, byName);
    }

    /** What was chosen of a parcel; empty if it was not needed. */
    public Optional<Parcel> parcel(String name) {
        return Optional.ofNullable(parcels.get(name));
    }

    /** The text of the file: the same for the same, so that version control shows what is new. */
    public String text() {
        StringBuilder text = new StringBuilder("[lock]\nroot = ");
        text.append(root.name()).append(root.range().isEmpty() ? "" : " " + root.range());
        text.append(" as ").append(root.binding()).append('\n');
        for (Parcel parcel : parcels.values()) {
            text.append("\n[parcel ").append(parcel.name()).append("]\n");
            text.append("version = ").append(parcel.version()).append('\n');
            text.append("digest = ").append(parcel.digest()).append('\n');
            parcel.bindings()
                    .forEach((binding, provider) ->
                            text.append("binding.%s = %s\n".formatted(binding, provider)));
        }
        return text.toString();
    }
}
