package dev.cadastre.server.web.api.request;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a body left out although its record says that it is always there. */
final class MissingFields {

    private final List<String> missing = new ArrayList<>();

    private MissingFields() {}

    /** The paths of all that is missing, {@code hosts.0.name}. */
    static List<String> of(Record body) {
        var search = new MissingFields();
        search.inside("", body);
        return search.missing;
    }

    private void inside(String path, Object value) {
        if (value instanceof Record body) {
            for (RecordComponent component : body.getClass().getRecordComponents()) {
                field(path + component.getName(), component, body);
            }
        } else if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                inside(path + index++ + ".", item);
            }
        }
    }

    private void field(String path, RecordComponent component, Record body) {
        Object value = read(component, body);
        if (value != null) {
            inside(path + ".", value);
        } else if (!Nullness.nullable(component)) {
            missing.add(path);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
