package dev.cadastre.change.file;

import dev.cadastre.change.text.ShellWords;
import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.Lookup;
import dev.cadastre.ini.Section;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What references of a file mean: keys of the section itself, then what was given for the run and
 * the host, then DEFAULT. Where values are still to come, whatever is not known may be one of them.
 * For one thread.
 */
final class GivenValues implements Lookup {

    private static final String GIVEN = "the values given";
    private static final String TO_COME = "?";

    private final IniDocument document;
    private final Map<String, String> given = new TreeMap<>();
    private final boolean moreToCome;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final Set<String> special = new LinkedHashSet<>();
    private int waits;
    private int specials;

    private GivenValues(IniDocument document, Map<String, String> given, boolean moreToCome) {
        this.document = document;
        given.forEach((key, value) -> this.given.put(key.toLowerCase(Locale.ROOT), value));
        this.moreToCome = moreToCome;
    }

    /** All values are known. */
    static GivenValues all(IniDocument document, Map<String, String> given) {
        return new GivenValues(document, given, false);
    }

    /** Others will be given later, too. */
    static GivenValues some(IniDocument document, Map<String, String> given) {
        return new GivenValues(document, given, true);
    }

    /** Keys that were looked for and are still to be given. */
    Set<String> wanted() {
        return wanted;
    }

    /** How often something was looked for that is still to be given. */
    int waits() {
        return waits;
    }

    /** How often a given value was looked for in which a shell would find something. */
    int specials() {
        return specials;
    }

    /** Keys of given values that were looked for, and in which a shell would find something. */
    Set<String> special() {
        return special;
    }

    @Override
    public @Nullable Binding find(String scope, String key) {
        Section section = document.section(scope);
        if (section == null) {
            return null;
        }
        Binding own = in(section, key);
        if (own != null) {
            return own;
        }
        String value = given.get(key);
        if (value != null) {
            if (!value.isEmpty() && !ShellWords.isPlain(value)) {
                special.add(key);
                specials++;
            }
            return new Binding(GIVEN, GIVEN, new Entry(key, literal(value), 0, 0));
        }
        Binding inherited = in(document.defaults(), key);
        if (inherited == null && moreToCome) {
            wanted.add(key);
            waits++;
            return new Binding(GIVEN, GIVEN, new Entry(key, TO_COME, 0, 0));
        }
        return inherited;
    }

    /** What was given is a value and no template. */
    private static String literal(String value) {
        return value.replace("$", "$$");
    }

    private @Nullable Binding in(Section section, String key) {
        Entry entry = section.entry(key);
        return entry == null ? null : new Binding(document.file(), section.name(), entry);
    }

    @Override
    public boolean hasScope(String scope) {
        return document.section(scope) != null;
    }

    @Override
    public Collection<String> scopes() {
        return document.sections().keySet();
    }

    @Override
    public Collection<String> keys(String scope) {
        Set<String> keys = new LinkedHashSet<>(given.keySet());
        Section section = document.section(scope);
        if (section != null) {
            keys.addAll(section.entries().keySet());
        }
        keys.addAll(document.defaults().entries().keySet());
        return keys;
    }
}
