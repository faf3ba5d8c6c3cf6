package dev.cadastre.change.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a template finds of values, which are texts with flat names. Where there is {@code
 * NAME.count}, {@code NAME.each} is a list: of {@code NAME.0}, {@code NAME.1} and so on, or, where
 * members have several values, of what {@code NAME.0.KEY} has under {@code KEY}. Pure.
 */
final class TemplateValues {

    private static final String COUNT = ".count";
    private static final String EACH = ".each";

    /** More would be a mistake, or malice. */
    private static final int MOST_MEMBERS = 10_000;

    private final SortedMap<String, String> values;

    private TemplateValues(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    static Map<String, Object> of(Map<String, String> values) {
        TemplateValues all = new TemplateValues(values);
        Map<String, Object> found = new HashMap<>();
        values.forEach((name, value) -> found.put(name, value(value)));
        values.forEach((name, value) -> {
            if (name.endsWith(COUNT) && value.matches("[0-9]{1,5}")) {
                String list = name.substring(0, name.length() - COUNT.length());
                found.putIfAbsent(list + EACH, all.members(list, Integer.parseInt(value)));
            }
        });
        return found;
    }

    /** A section is done for any text, but for what says no. */
    private static Object value(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private List<Object> members(String list, int count) {
        List<Object> members = new ArrayList<>();
        for (int number = 0; number < Math.min(count, MOST_MEMBERS); number++) {
            members.add(member(list + "." + number));
        }
        return members;
    }

    private Object member(String name) {
        String text = values.get(name);
        if (text != null) {
            return text;
        }
        String prefix = name + ".";
        Map<String, Object> member = new HashMap<>();
        // What begins so is before the character that comes after the dot.
        values.subMap(prefix, name + (char) ('.' + 1))
                .forEach((key, value) -> member.put(key.substring(prefix.length()), value(value)));
        return member;
    }
}
