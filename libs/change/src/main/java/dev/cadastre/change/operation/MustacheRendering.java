package dev.cadastre.change.operation;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills Mustache templates, as the command line and the server do. Nothing is escaped, a value that
 * is not there is an error, and a name with dots, such as {@code {{http.port}}}, is one name, as in
 * the estate file. No template reaches anything but the values. A section is left out for {@code
 * false}, and goes through the members of a list by {@code {{#NAME.each}}}. Thread-safe.
 */
public final class MustacheRendering implements Rendering {

    private final Mustache.Compiler compiler =
            Mustache.compiler()
                    .withCollector(new ValuesOnly())
                    .escapeHTML(false)
                    .strictSections(true)
                    .withLoader(name -> {
                        throw new MustacheException(
                                "A template takes in no other, such as " + name);
                    });

    /** Finds values by their names, and no methods or fields of what these are kept in. */
    private static final class ValuesOnly extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    @Override
    public String render(String template, Map<String, String> values) {
        try {
            // The library tries a whole name before it takes it apart at its dots.
            return compiler.compile(template).execute(TemplateValues.of(values));
        } catch (MustacheException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
