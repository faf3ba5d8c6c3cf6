package dev.cadastre.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of thing may stand at a caret. */
public sealed interface Wanted {
    /**
     * A term begins: a field, a keyword or free text.
     *
     * @param prefix what stands there of it
     */
    record TermStart(String prefix) implements Wanted {}

    /**
     * More free text, behind a comma or in quotes.
     *
     * @param prefix what stands there of it
     */
    record FreeText(String prefix) implements Wanted {}

    /** An operator, or a colon, of a field. */
    record OperatorOf(Field field) implements Wanted {}

    /** A value that belongs to a field. */
    sealed interface Value extends Wanted {
        /** The field that it belongs to. */
        Field field();

        /** What stands there of it before the caret, without quotes and escapes. */
        String prefix();
    }

    /** A key of a keyed field. */
    record KeyOf(Field field, String prefix) implements Value {}

    /**
     * A name behind a colon or comma.
     *
     * @param key as in {@link Query.Match}
     */
    record NameOf(Field field, @Nullable Pattern key, String prefix) implements Value {}

    /**
     * What to compare with.
     *
     * @param key as in {@link Query.Match}
     * @param names as in {@link Query.Match}
     */
    record OperandOf(Field field, @Nullable Pattern key, List<Pattern> names, String prefix)
            implements Value {
        /** Keeps a copy. */
        public OperandOf {
            names = List.copyOf(names);
        }
    }

    /** Nothing that is known: what stands there is complete, or has no meaning. */
    record Nothing() implements Wanted {}
}
