package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names with values as a text field has them: {@code name = value}, one a line. Pure. */
final class NamedValues {

    private NamedValues() {}

    /**
     * The values of a text.
     *
     * @param field the text's field
     * @param problems takes what is wrong
     */
    static Map<String, String> parse(String field, String text, List<Problem.Part> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (name.isEmpty()) {
                problems.add(problem(field, "“" + line + "” is not “name = value”."));
            } else if (values.putIfAbsent(name, line.substring(equals + 1).strip()) != null) {
                problems.add(problem(field, "“" + name + "” is there twice."));
            }
        }
        return values;
    }

    private static Problem.Part problem(String field, String sentence) {
        return new Problem.Part("form.line-wrong", field, sentence, null);
    }

    /** The text of values, by name. */
    static String text(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
