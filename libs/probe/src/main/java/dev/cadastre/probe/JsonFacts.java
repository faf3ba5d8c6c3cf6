package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Flattens one JSON object into facts: {@code {"a":{"b":1}}} becomes {@code a.b}. An array of
 * scalars is one fact; an array that holds objects or arrays is numbered from 0. Null is no fact.
 */
final class JsonFacts {

    private final Findings findings;

    JsonFacts(Findings findings) {
        this.findings = findings;
    }

    void read(String head, List<String> lines) {
        try (JsonParser parser = Json.parser(lines)) {
            parser.nextToken();
            object(head, parser);
            if (parser.nextToken() != null) {
                findings.fault("It goes on after its JSON object");
            }
        }
    }

    private void object(String name, JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            member(name, key, parser);
        }
    }

    /** Names that no fact may have are not even put together, or each would be a long copy. */
    private void member(String name, String key, JsonParser parser) {
        if (name.length() + 1 + key.length() > Findings.LONGEST_NAME) {
            findings.nameTooLong();
            parser.skipChildren();
        } else {
            value(name + "." + key, parser);
        }
    }

    private void value(String name, JsonParser parser) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(name, parser);
            case START_ARRAY -> array(name, parser);
            default -> scalar(parser).ifPresent(value -> told(name, value));
        }
    }

    private void array(String name, JsonParser parser) {
        List<String> items = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (parser.currentToken().isStructStart()) {
                member(name, Integer.toString(i), parser);
            } else {
                scalar(parser).map(FactValue::text).ifPresent(items::add);
            }
        }
        if (!items.isEmpty()) {
            told(name, new FactValue.Items(items));
        }
    }

    private void told(String name, FactValue value) {
        findings.fact(name, value, Fact.Kind.STATE);
    }

    private static Optional<FactValue> scalar(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Optional.of(new FactValue.Flag(true));
            case VALUE_FALSE -> Optional.of(new FactValue.Flag(false));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    Optional.of(Scalars.ofNumber(parser.getString()));
            case VALUE_STRING ->
                    Optional.ofNullable(Cleaned.value(parser.getString())).map(FactValue.Text::new);
            default -> Optional.empty();
        };
    }
}
