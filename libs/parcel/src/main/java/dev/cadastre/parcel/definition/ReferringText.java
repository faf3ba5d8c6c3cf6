package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A value in which something may be put in when its parcel is deployed, as in {@code
 * http://${address}:${http.port}/}. {@code $$} is a dollar. Immutable.
 *
 * @param raw as it was written
 */
public record ReferringText(String raw) {

    /** One without references that says exactly this. */
    static ReferringText plain(String text) {
        return new ReferringText(text.replace("$", "$$"));
    }

    /** The names of what is put in, in alphabetical order. */
    public Set<String> references() {
        Set<String> names = new TreeSet<>();
        References.expand(
                "",
                "",
                entry(),
                name -> {
                    names.add(name);
                    return "";
                });
        return names;
    }

    /** Whether it is the same wherever the parcel is deployed. */
    public boolean isFixed() {
        return references().isEmpty();
    }

    /**
     * The value with these put in, as they are: what looks like a reference in one of them is none.
     *
     * @param values by name, in small letters
     * @throws IllegalArgumentException if one is missing, or it grows beyond 65,536 characters
     */
    public String with(Map<String, String> values) {
        Expansion expansion = References.expand("", "", entry(), values::get);
        if (expansion instanceof Expansion.Complete complete) {
            return complete.text();
        }
        throw new IllegalArgumentException(
                ((Expansion.Failed) expansion)
                        .problems().stream()
                                .map(Problem::message)
                                .collect(Collectors.joining("; ")));
    }

    private Entry entry() {
        return new Entry("value", raw, 0, 0);
    }
}
