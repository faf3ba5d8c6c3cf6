package dev.cadastre.server.change.archive;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.cadastre.change.operation.Rendering;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills Mustache templates, as the command line does. Nothing is escaped, a value that is not there
 * is an error, and a name with dots is one name, as in the estate file. No template reaches
 * anything but the values. Thread-safe.
 */
final class Templates implements Rendering {

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).strictSections(true);

    @Override
    public String render(String template, Map<String, String> values) {
        try {
            return compiler.compile(template).execute(new HashMap<>(values));
        } catch (MustacheException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
