package dev.cadastre.cli.verb;

import dev.cadastre.cli.server.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which hosts are meant: words of the form {@code key:value} restrict, all others are looked for in
 * names.
 */
record HostQuery(Map<String, String> restrictions, String text) {

    static HostQuery of(List<String> words) {
        Map<String, String> restrictions = new LinkedHashMap<>();
        List<String> text = new ArrayList<>();
        for (String word : words) {
            int colon = word.indexOf(':');
            String key = colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = word.substring(colon + 1);
            switch (key) {
                case "environment", "env" -> restrictions.put("environment", value);
                case "group" -> restrictions.put("group", value);
                case "outcome" -> restrictions.put("outcome", value.toUpperCase(Locale.ROOT));
                default -> text.add(word);
            }
        }
        return new HostQuery(restrictions, String.join(" ", text));
    }

    Path applyTo(Path path) {
        Path result = path;
        for (Map.Entry<String, String> restriction : restrictions.entrySet()) {
            result = result.with(restriction.getKey(), restriction.getValue());
        }
        return text.isEmpty() ? result : result.with("q", text);
    }
}
