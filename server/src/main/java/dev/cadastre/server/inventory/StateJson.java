package dev.cadastre.server.inventory;

import dev.cadastre.probe.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which state is stored. The same value always gives the same text, independent of how
 * the API is configured.
 */
final class StateJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private StateJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** What Jackson writes as the scalar or list that the value is. */
    static Object plain(FactValue value) {
        return switch (value) {
            case FactValue.Text(String text) -> Bounded.text(text, Bounded.VALUE);
            case FactValue.Whole(long whole) -> whole;
            case FactValue.Decimal(BigDecimal decimal) -> decimal;
            case FactValue.Flag(boolean flag) -> flag;
            case FactValue.Items(List<String> items) -> bounded(items);
        };
    }

    static FactValue factValue(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asString()));
            return new FactValue.Items(items);
        }
        if (node.isBoolean()) {
            return new FactValue.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return new FactValue.Whole(node.longValue());
        }
        return node.isNumber()
                ? new FactValue.Decimal(node.decimalValue())
                : new FactValue.Text(node.asString());
    }

    private static List<String> bounded(List<String> items) {
        List<String> kept = new ArrayList<>();
        int room = Bounded.VALUE;
        for (String item : items) {
            room -= item.length() + 1;
            if (room < 0) {
                kept.add("…");
                break;
            }
            kept.add(Bounded.text(item, Bounded.VALUE));
        }
        return kept;
    }
}
