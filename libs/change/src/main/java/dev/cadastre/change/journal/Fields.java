package dev.cadastre.change.journal;

import dev.cadastre.change.plan.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields of an object that was read, each of the kind that it should be. */
final class Fields {

    private static final int LONGEST_SHOWN = 80;

    private final Map<String, Object> fields;

    Fields(Map<String, Object> fields) {
        this.fields = fields;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    private <T> T field(String key, Class<T> kind) throws JsonReader.Malformed {
        Object value = fields.get(key);
        if (!kind.isInstance(value)) {
            throw new JsonReader.Malformed(
                    value == null
                            ? "%s is missing".formatted(key)
                            : "%s is not what it should be".formatted(key));
        }
        return kind.cast(value);
    }

    String text(String key) throws JsonReader.Malformed {
        return field(key, String.class);
    }

    /** Empty if it is not there. */
    String textOrEmpty(String key) throws JsonReader.Malformed {
        return has(key) ? text(key) : "";
    }

    boolean truth(String key) throws JsonReader.Malformed {
        return has(key) && field(key, Boolean.class);
    }

    int number(String key) throws JsonReader.Malformed {
        long number = field(key, Long.class);
        if (number != (int) number) {
            throw new JsonReader.Malformed("%s is too large".formatted(key));
        }
        return (int) number;
    }

    /** What a text says; whatever reading it throws is a fault of the text. */
    <T> T read(String key, Function<String, T> reader) throws JsonReader.Malformed {
        String text = text(key);
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
            throw new JsonReader.Malformed("%s is not what it should be: %s".formatted(key, shown));
        }
    }

    /** This machine if it names no host. */
    Place place() throws JsonReader.Malformed {
        return has("host") ? read("host", Place::host) : Place.LOCAL;
    }

    /** Empty if it is not there. */
    List<String> texts(String key) throws JsonReader.Malformed {
        List<?> list = has(key) ? field(key, List.class) : List.of();
        if (!list.stream().allMatch(String.class::isInstance)) {
            throw new JsonReader.Malformed("%s is not a list of texts".formatted(key));
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** Empty if it is not there. */
    SortedMap<String, String> map(String key) throws JsonReader.Malformed {
        Map<?, ?> map = has(key) ? field(key, Map.class) : Map.of();
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getValue() instanceof String text)) {
                throw new JsonReader.Malformed("%s does not hold texts only".formatted(key));
            }
            texts.put((String) entry.getKey(), text);
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    Fields object(String key) throws JsonReader.Malformed {
        return of(field(key, Map.class));
    }

    List<Fields> objects(String key) throws JsonReader.Malformed {
        List<?> list = field(key, List.class);
        if (!list.stream().allMatch(Map.class::isInstance)) {
            throw new JsonReader.Malformed("%s is not a list of objects".formatted(key));
        }
        return list.stream().map(one -> of((Map<?, ?>) one)).toList();
    }

    private static Fields of(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put((String) key, value));
        return new Fields(fields);
    }
}
