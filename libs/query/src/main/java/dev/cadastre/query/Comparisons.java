package dev.cadastre.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a field may be compared.
 *
 * @param subject what is compared
 * @param kinds what with: the first kind that can read an operand counts
 * @param operators by which operators; in the order of their declaration
 */
public record Comparisons(Subject subject, List<OperandKind> kinds, Set<Operator> operators) {
    /** The field is not compared. */
    public static final Comparisons NONE =
            new Comparisons(Subject.NOTHING, List.of(), EnumSet.noneOf(Operator.class));

    /** What a comparison looks at. */
    public enum Subject {
        /** There are no comparisons. */
        NOTHING,
        /** The field's own value, as in {@code seen>1d}: names cannot stand beside it. */
        VALUE,
        /** What the names pick, as in {@code pkg:openssl<3.0.14}: it needs names. */
        NAMED
    }

    /** Keeps copies. */
    public Comparisons {
        kinds = List.copyOf(kinds);
        operators =
                operators.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(operators));
        boolean none = subject == Subject.NOTHING;
        if (kinds.isEmpty() != none || operators.isEmpty() != none) {
            throw new IllegalArgumentException("Comparisons need kinds and operators");
        }
    }

    /** The field's own value is compared, by all operators. */
    public static Comparisons ofValue(OperandKind... kinds) {
        return new Comparisons(Subject.VALUE, List.of(kinds), EnumSet.allOf(Operator.class));
    }

    /** What the names pick is compared, by all operators. */
    public static Comparisons ofNamed(OperandKind... kinds) {
        return new Comparisons(Subject.NAMED, List.of(kinds), EnumSet.allOf(Operator.class));
    }

    /** The same by these operators only. */
    public Comparisons by(Operator... operators) {
        return new Comparisons(subject, kinds, Set.of(operators));
    }

    boolean exist() {
        return subject != Subject.NOTHING;
    }
}
