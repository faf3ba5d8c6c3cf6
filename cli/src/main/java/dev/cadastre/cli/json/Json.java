package dev.cadastre.cli.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Immutable; members keep their order. */
public sealed interface Json {

    /** An object. */
    record Members(Map<String, Json> values) implements Json {
        /** Copies the values. */
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** An array. */
    record Items(List<Json> values) implements Json {
        /** Copies the values. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A string. */
    record Text(String value) implements Json {}

    /** A number, as it was written. */
    record Numeral(String value) implements Json {}

    /** True or false. */
    record Truth(boolean value) implements Json {}

    /** Null. */
    record Nothing() implements Json {}

    /** What is found by following the names; {@link Nothing} where there is no such member. */
    default Json at(String... names) {
        Json found = this;
        for (String name : names) {
            found =
                    found instanceof Members members
                            ? members.values().getOrDefault(name, new Nothing())
                            : new Nothing();
        }
        return found;
    }

    /** The text of a string, number or truth at the end of the names; empty for everything else. */
    default Optional<String> text(String... names) {
        return switch (at(names)) {
            case Text text -> Optional.of(text.value());
            case Numeral numeral -> Optional.of(numeral.value());
            case Truth truth -> Optional.of(Boolean.toString(truth.value()));
            case Nothing _, Members _, Items _ -> Optional.empty();
        };
    }

    /** The values of the array at the end of the names; empty for everything else. */
    default List<Json> list(String... names) {
        return at(names) instanceof Items items ? items.values() : List.of();
    }

    /** Whether true stands at the end of the names. */
    default boolean holds(String... names) {
        return at(names) instanceof Truth truth && truth.value();
    }
}
