package dev.cadastre.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks for, as a tree to be walked by a switch. Immutable; two are equal if they ask
 * the same in the same order, wherever it stands in their texts.
 *
 * <p>{@code toString} is the canonical text: fields by their names instead of aliases, {@code -}
 * for NOT, no AND, quotes and parentheses only where they are needed. With the same fields it is
 * read back as an equal tree, if it is within the bounds of {@link QueryLanguage}; a tree that was
 * put together by hand must hold texts only that a query can hold.
 */
public sealed interface Query {
    /** What the empty query asks for: matches everything. */
    record Everything() implements Query {
        /** Nothing. */
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * Matches what all parts match.
     *
     * @param parts at least two, none of them an {@code And} or {@code Everything}
     */
    record And(List<Query> parts) implements Query {
        /** Keeps a copy; use {@link Query#allOf} for any parts. */
        public And {
            parts = Joined.require(parts, And.class);
        }

        @Override
        public String toString() {
            return CanonicalText.of(this);
        }
    }

    /**
     * Matches what one of the parts matches.
     *
     * @param parts at least two, none of them an {@code Or} or {@code Everything}
     */
    record Or(List<Query> parts) implements Query {
        /** Keeps a copy; use {@link Query#anyOf} for any parts. */
        public Or {
            parts = Joined.require(parts, Or.class);
        }

        @Override
        public String toString() {
            return CanonicalText.of(this);
        }
    }

    /** Matches what the other does not match. */
    record Not(Query negated) implements Query {
        @Override
        public String toString() {
            return CanonicalText.of(this);
        }
    }

    /** Something that is not made up of other queries. */
    sealed interface Term extends Query {
        /** Where it stands in the text that was read. */
        Place place();
    }

    /**
     * Words without a field: what they are looked for in is up to the caller.
     *
     * @param words one of them must match; at least one
     */
    record FreeText(List<Pattern> words, Place place) implements Term {
        /** Keeps a copy, and refuses words that cannot be written as free text. */
        public FreeText {
            words = List.copyOf(words);
            if (words.isEmpty() || !CanonicalText.isFreeText(words)) {
                throw new IllegalArgumentException("No free text: " + words);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FreeText text && words.equals(text.words);
        }

        @Override
        public int hashCode() {
            return words.hashCode();
        }

        @Override
        public String toString() {
            return CanonicalText.of(this);
        }
    }

    /**
     * A field with what is wanted of it.
     *
     * @param key the key of a keyed field, a glob if any key will do that matches; otherwise null
     * @param names one of them must match; empty if the field is only compared
     * @param comparison null if the names alone decide
     */
    record Match(
            Field field,
            @Nullable Pattern key,
            List<Pattern> names,
            @Nullable Comparison comparison,
            Place place)
            implements Term {
        /** Keeps a copy, and refuses what the form of the field does not allow. */
        public Match {
            names = List.copyOf(names);
            boolean keyFits =
                    key == null ? !field.keyed() : field.keyed() && CanonicalText.isKey(key);
            if (!keyFits || (names.isEmpty() && comparison == null)) {
                throw new IllegalArgumentException("No term of " + field.name());
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Match match
                    && field.equals(match.field)
                    && Objects.equals(key, match.key)
                    && names.equals(match.names)
                    && Objects.equals(comparison, match.comparison);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, key, names, comparison);
        }

        @Override
        public String toString() {
            return CanonicalText.of(this);
        }
    }

    /** What matches everything. */
    static Query everything() {
        return new Everything();
    }

    /** What matches all of these; everything if there are none. Joins what is joined already. */
    static Query allOf(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof And and) {
                flat.addAll(and.parts());
            } else if (!(part instanceof Everything)) {
                flat.add(part);
            }
        }
        return switch (flat.size()) {
            case 0 -> everything();
            case 1 -> flat.get(0);
            default -> new And(flat);
        };
    }

    /**
     * What matches one of these. Joins what is joined already; everything if one is everything.
     *
     * @param parts at least one
     */
    static Query anyOf(List<Query> parts) {
        List<Query> flat = new ArrayList<>();
        for (Query part : parts) {
            if (part instanceof Everything) {
                return everything();
            } else if (part instanceof Or or) {
                flat.addAll(or.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Or(flat);
    }

    /** All terms, from left to right. */
    default Stream<Term> terms() {
        if (this instanceof And and) {
            return and.parts().stream().flatMap(Query::terms);
        }
        if (this instanceof Or or) {
            return or.parts().stream().flatMap(Query::terms);
        }
        if (this instanceof Not not) {
            return not.negated().terms();
        }
        return this instanceof Term term ? Stream.of(term) : Stream.empty();
    }
}
