package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Operand;
import dev.cadastre.query.OperandKind;
import dev.cadastre.query.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says whether the value of a fact is as a term has it. One item of a list is enough. */
final class FactComparison {

    private FactComparison() {}

    static boolean holds(JsonNode value, Query.Match match) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .anyMatch(item -> holds(item, match));
        }
        Comparison comparison = match.comparison();
        return comparison == null
                ? match.names().stream().anyMatch(name -> name.matches(text(value)))
                : compares(value, comparison);
    }

    /** Numbers are plain, however they were written. */
    static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    /** All texts of a value. */
    static List<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(FactComparison::text)
                        .toList()
                : List.of(text(value));
    }

    /**
     * As numbers where the fact is one, or where the query names a unit; else as versions, for a
     * text such as 1.10 is none.
     */
    private static boolean compares(JsonNode value, Comparison comparison) {
        BigDecimal number =
                comparison.operand() instanceof Operand.Quantity quantity
                        ? number(value, quantity.unit())
                        : null;
        if (number != null && comparison.operand() instanceof Operand.Quantity quantity) {
            return VersionComparison.holds(
                    comparison.operator(), number.compareTo(quantity.value()));
        }
        return VersionComparison.holds(VersionComparison.ANY, text(value), comparison);
    }

    private static @Nullable BigDecimal number(JsonNode value, Operand.Unit unit) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return unit != Operand.Unit.NONE
                        && Operand.read(OperandKind.NUMBER, text(value))
                                instanceof Operand.Quantity written
                ? written.value()
                : null;
    }
}
