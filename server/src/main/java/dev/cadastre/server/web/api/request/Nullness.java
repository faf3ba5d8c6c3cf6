package dev.cadastre.server.web.api.request;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads from a record's source which of its components may be missing. */
public final class Nullness {

    private Nullness() {}

    /** Whether a component is marked {@link Nullable}; all others have to be there. */
    public static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
