package dev.cadastre.parcel.definition;

import dev.cadastre.parcel.ParcelName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code [provide NAME]}. For one definition. */
final class ProvideSections {

    /** As parameters are called, for templates find them as {@code BINDING.KEY}. */
    private static final Pattern KEY =
            Pattern.compile("(?=.{1,100}\\z)[a-z][a-z0-9_-]*+(?:\\.[a-z][a-z0-9_-]*+)*+");

    private static final String WRONG = "parcel.provision-wrong";

    private final SortedMap<String, SortedMap<String, ReferringText>> told = new TreeMap<>();
    private final Map<String, SectionText> written = new HashMap<>();

    ProvideSections(Surroundings around) {
        around.base().ifPresent(base -> told.putAll(base.told()));
        around.base().ifPresent(base -> told.remove(base.name()));
    }

    void read(String name, SectionText section) {
        if (!ParcelName.isName(name)) {
            section.problem(
                    WRONG,
                    "has no name of small letters, digits and dashes",
                    "name it as in [provide http]");
            return;
        }
        SortedMap<String, ReferringText> values = new TreeMap<>();
        for (String key : section.keys()) {
            section.text(key).ifPresent(text -> values.put(key, text));
            if (!KEY.matcher(key).matches()) {
                section.problem(
                        key,
                        WRONG,
                        "tells of a key that no parameter could have for a name",
                        "write small letters, digits, dashes and underscores, and dots between");
            }
        }
        told.put(name, values);
        written.put(name, section);
    }

    /** All of them, each of which must be of something that is provided. */
    SortedMap<String, SortedMap<String, ReferringText>> all(Set<String> provided) {
        written.forEach((name, section) -> {
            if (!provided.contains(name)) {
                section.problem(
                        WRONG,
                        "is of what the parcel does not provide",
                        "add %s to provides, or leave the section out".formatted(name));
            }
        });
        return told;
    }
}
