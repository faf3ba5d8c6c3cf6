package dev.cadastre.cli.change;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.cadastre.change.operation.Rendering;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills Mustache templates. Nothing is escaped, a value that is not there is an error, and a name
 * with dots, such as {@code {{http.port}}}, is one name, as in the estate file. Thread-safe.
 */
public final class Templates implements Rendering {

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    @Override
    public String render(String template, Map<String, String> values) {
        try {
            // The library tries a whole name before it takes it apart at its dots.
            return compiler.compile(template).execute(new HashMap<>(values));
        } catch (MustacheException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
