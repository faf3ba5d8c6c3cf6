package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.Section;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a parcel states of itself, with what it takes from its base. Immutable; all maps are in the
 * order of their keys and cannot be changed.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param summary one line
 * @param licence an SPDX expression
 * @param owner the team that answers for it; empty if it is not stated
 * @param base what it builds on
 * @param provides its own name included, by name
 * @param requires by binding
 * @param told what whoever binds to it is told: by what is provided, then by key
 * @param needs texts of {@code [needs]}, which {@link Needs#read} understands once values are put
 *     in
 * @param tests by name; those that no section names are among them if files were known
 * @param changes those that are written in Java, by {@code install}, {@code upgrade}, {@code
 *     configure} or {@code remove}
 * @param monitors keys of monitors, by name
 */
public record ParcelDefinition(
        String name,
        String version,
        String summary,
        String licence,
        String owner,
        Optional<Requirement> base,
        SortedMap<String, Provision> provides,
        SortedMap<String, Requirement> requires,
        SortedMap<String, SortedMap<String, ReferringText>> told,
        SortedMap<String, ReferringText> needs,
        SortedMap<String, TestDefinition> tests,
        SortedMap<String, JavaChange> changes,
        SortedMap<String, SortedMap<String, ReferringText>> monitors) {

    /** The file of a definition. */
    public static final String FILE = "parcel.ini";

    /** The file of its monitors. */
    public static final String MONITORS = "monitors.ini";

    /** How large {@link #FILE} may be. */
    public static final int MOST_BYTES = 64 << 10;

    /** How large {@link #MONITORS} may be. */
    public static final int MOST_BYTES_OF_MONITORS = 256 << 10;

    /** What values may refer to besides parameters. */
    public static final Set<String> GIVEN =
            Set.of("app", "parcel", "version", "environment", "host", "address");

    /** What is known besides of who binds to a parcel. */
    public static final Set<String> OF_CONSUMERS = Set.of("consumer", "consumer.password");

    /** What changes are for. */
    public static final List<String> VERBS =
            List.of("install", "upgrade", "configure", "bind", "unbind", "remove", "purge");

    /** Copies what can be changed. */
    public ParcelDefinition {
        provides = copy(provides);
        requires = copy(requires);
        told = copy(told);
        needs = copy(needs);
        tests = copy(tests);
        changes = copy(changes);
        monitors = copy(monitors);
    }

    private static <V> SortedMap<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * Reads one, and tells all that is wrong with it.
     *
     * @param ini the content of {@code parcel.ini}
     * @param monitors the content of {@code monitors.ini}, if there is one
     */
    public static DefinitionReading read(
            byte[] ini, Optional<byte[]> monitors, Surroundings around) {
        return new DefinitionReader(around).read(ini, monitors);
    }

    /** What a parcel builds on, read before anything else; empty if it cannot be read, too. */
    public static Optional<Requirement> base(byte[] ini) {
        return entry(ini, "base").flatMap(entry -> ParcelSection.base(entry.rawValue()));
    }

    /** The line that states the base; 0 if none does. */
    public static int lineOfBase(byte[] ini) {
        return entry(ini, "base").map(Entry::line).orElse(0);
    }

    /** Whether it states its own name as its base's. */
    public static boolean isOnItself(byte[] ini) {
        Optional<String> name = entry(ini, "name").map(Entry::rawValue);
        return name.isPresent() && base(ini).map(Requirement::name).equals(name);
    }

    private static Optional<Entry> entry(byte[] ini, String key) {
        if (ini.length > MOST_BYTES) {
            return Optional.empty();
        }
        Section parcel = IniParser.parse(FILE, ini).document().section(ParcelSection.NAME);
        return Optional.ofNullable(parcel == null ? null : parcel.entry(key));
    }

    /** The path of a change that is a file. */
    public static String changeFile(String verb) {
        return "changes/" + verb + ".change";
    }
}
