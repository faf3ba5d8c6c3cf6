package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.FactValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of other tools, with bounds, and texts without what may deceive a reader. */
final class ForeignJson {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4_000;

    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private ForeignJson() {}

    /** A scalar as text; null for anything else and for nothing. */
    static @Nullable String text(JsonNode node) {
        if (!node.isString() && !node.isNumber() && !node.isBoolean()) {
            return null;
        }
        String text = cleaned(node.asString()).strip();
        return text.isEmpty() ? null : text;
    }

    /** A scalar or a list of scalars; null for anything else. */
    static @Nullable FactValue value(JsonNode node) {
        if (node.isBoolean()) {
            return new FactValue.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new FactValue.Whole(node.longValue());
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            for (JsonNode item : node) {
                String text = text(item);
                if (text != null) {
                    items.add(text);
                }
            }
            return items.isEmpty() ? null : new FactValue.Items(items);
        }
        String text = text(node);
        return text == null ? null : new FactValue.Text(text);
    }

    /** Without control characters and those that change the direction of writing. */
    static String cleaned(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .forEach(c -> clean.appendCodePoint(isHarmless(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
