package dev.cadastre.ini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this library reads, in the shape in which {@link Configparser} answers. */
final class Ours {
    private Ours() {}

    static Optional<Map<String, Map<String, String>>> read(String text) {
        IniReading reading = IniParser.parse("case.ini", text);
        return reading.isUsable() ? Optional.of(values(reading.document())) : Optional.empty();
    }

    private static Map<String, Map<String, String>> values(IniDocument document) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        values.put(IniDocument.DEFAULT, values(document, IniDocument.DEFAULT));
        document.sections().keySet().forEach(name -> values.put(name, values(document, name)));
        return values;
    }

    private static Map<String, String> values(IniDocument document, String section) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : document.lookup().keys(section)) {
            values.put(key, text(document.value(section, key)));
        }
        return values;
    }

    private static String text(@Nullable Expansion expansion) {
        return expansion instanceof Expansion.Complete complete
                ? complete.text()
                : Configparser.REFUSED;
    }
}
