package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What counts beside the newest version. A binding is given by its name, for that of each parcel,
 * or as {@code PARCEL.BINDING}. Immutable.
 *
 * @param pinned the one version of a parcel that a person wants, by the parcel's name
 * @param uses the parcel that a person wants for a binding
 * @param wanted the bindings that are looked for although they are optional; those in {@code uses}
 *     are, too
 * @param deployed versions that are there already, by the parcel's name: taken where they fit
 * @param lock what was chosen before: taken where it fits, before what is deployed; null if nothing
 *     was
 */
public record Preferences(
        Map<String, String> pinned,
        Map<String, String> uses,
        Set<String> wanted,
        Map<String, String> deployed,
        @Nullable Lock lock) {

    /** None at all. */
    public static final Preferences NONE =
            new Preferences(Map.of(), Map.of(), Set.of(), Map.of(), null);

    /** Copies all. */
    public Preferences {
        pinned = Map.copyOf(pinned);
        uses = Map.copyOf(uses);
        wanted = Set.copyOf(wanted);
        deployed = Map.copyOf(deployed);
    }

    /** With one version of a parcel and no other. */
    public Preferences pin(String parcel, String version) {
        return new Preferences(with(pinned, parcel, version), uses, wanted, deployed, lock);
    }

    /** With a parcel for a binding. */
    public Preferences use(String parcel, String binding) {
        return new Preferences(pinned, with(uses, binding, parcel), wanted, deployed, lock);
    }

    /** With what is optional. */
    public Preferences want(String binding) {
        Set<String> more = new TreeSet<>(wanted);
        more.add(binding);
        return new Preferences(pinned, uses, more, deployed, lock);
    }

    /** With a version that is there already. */
    public Preferences deployed(String parcel, String version) {
        return new Preferences(pinned, uses, wanted, with(deployed, parcel, version), lock);
    }

    /** With what was chosen before. */
    public Preferences lockedBy(Lock chosen) {
        return new Preferences(pinned, uses, wanted, deployed, chosen);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }

    /** Whether a requirement counts at all. */
    boolean wants(@Nullable Candidate requirer, Requirement requirement) {
        return !requirement.optional()
                || used(requirer, requirement) != null
                || wanted.contains(requirement.binding())
                || wanted.contains(key(requirer, requirement))
                || locked(requirer, requirement) != null;
    }

    /** The parcel that a person wants for it; null if nobody said. */
    @Nullable String used(@Nullable Candidate requirer, Requirement requirement) {
        String used = uses.get(key(requirer, requirement));
        return used != null ? used : uses.get(requirement.binding());
    }

    /** The parcel that met it before; null if none did. */
    @Nullable String locked(@Nullable Candidate requirer, Requirement requirement) {
        return lock == null || requirer == null
                ? null
                : lock.parcel(requirer.name())
                        .map(parcel -> parcel.bindings().get(requirement.binding()))
                        .orElse(null);
    }

    /** The version of a parcel that was chosen before. */
    Optional<String> locked(String parcel) {
        return Optional.ofNullable(lock)
                .flatMap(chosen -> chosen.parcel(parcel))
                .map(Lock.Parcel::version);
    }

    /** Whether somebody or something speaks for a parcel. */
    boolean knows(String parcel) {
        return pinned.containsKey(parcel) || deployed.containsKey(parcel);
    }

    /** Whether somebody or something speaks for this very version. */
    boolean knows(Candidate candidate) {
        return candidate.version().equals(pinned.get(candidate.name()))
                || candidate.version().equals(deployed.get(candidate.name()))
                || locked(candidate.name()).equals(Optional.of(candidate.version()));
    }

    /** How a person names the binding of one parcel. */
    static String key(@Nullable Candidate requirer, Requirement requirement) {
        return (requirer == null ? "" : requirer.name() + ".") + requirement.binding();
    }
}
