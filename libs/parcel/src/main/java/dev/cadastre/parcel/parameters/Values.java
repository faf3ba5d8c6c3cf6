package dev.cadastre.parcel.parameters;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes values of texts and of JSON, by the type that is asked for, and JSON of values. Exceptions
 * say what is asked for and never what was given.
 */
final class Values {

    /** How many characters a value may have as a text. */
    static final int LONGEST = 65_536;

    private static final int MOST_MEMBERS = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String BLANKS = " \t\r\n";

    private Values() {}

    /**
     * Reads what stands in a file of texts or on a command line.
     *
     * @throws IllegalArgumentException if it is none of this type
     */
    static Value of(String text, ParameterType type, Optional<ParameterType> itemType) {
        return type == ParameterType.ARRAY
                ? items(text, itemType.orElse(ParameterType.STRING))
                : scalar(text, type);
    }

    private static Value scalar(String text, ParameterType type) {
        if (type == ParameterType.STRING) {
            return text(text);
        }
        String word = strip(text);
        return switch (type) {
            case BOOLEAN -> flag(word);
            case INTEGER -> whole(word);
            default -> decimal(word);
        };
    }

    private static Value items(String text, ParameterType itemType) {
        List<Value> members = new ArrayList<>();
        if (!strip(text).isEmpty()) {
            for (String member : bounded(text).split(",", -1)) {
                members.add(member(scalar(strip(member), itemType)));
            }
        }
        return items(members);
    }

    /**
     * Reads what stands in JSON.
     *
     * @throws IllegalArgumentException if it is none of this type
     */
    static Value of(JsonNode json, ParameterType type, Optional<ParameterType> itemType) {
        if (type != ParameterType.ARRAY) {
            return scalar(json, type);
        }
        if (!json.isArray()) {
            throw new IllegalArgumentException("it is not an array");
        }
        List<Value> members = new ArrayList<>();
        for (JsonNode member : json) {
            members.add(member(scalar(member, itemType.orElse(ParameterType.STRING))));
        }
        return items(members);
    }

    private static Value scalar(JsonNode json, ParameterType type) {
        boolean fits =
                switch (type) {
                    case STRING -> json.isString();
                    case BOOLEAN -> json.isBoolean();
                    default -> json.isNumber();
                };
        if (!fits) {
            throw new IllegalArgumentException("it is not " + type.named());
        }
        return switch (type) {
            case STRING -> text(json.stringValue());
            case BOOLEAN -> new Value.Flag(json.booleanValue());
            case INTEGER -> whole(json.decimalValue().toPlainString());
            default -> new Value.Decimal(json.decimalValue());
        };
    }

    private static Value text(String text) {
        bounded(text);
        boolean seen =
                text.chars().allMatch(c -> !Character.isISOControl(c) || "\t\r\n".indexOf(c) >= 0);
        if (!seen || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("it has control characters, or half of a character");
        }
        return new Value.Text(text);
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it has more than 65,536 characters");
        }
        return text;
    }

    private static Value flag(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("it is neither true nor false");
        }
        return new Value.Flag(word.equals("true"));
    }

    private static Value whole(String word) {
        BigDecimal number = JsonNumbers.isWhole(word) ? JsonNumbers.decimal(word) : null;
        if (number == null) {
            throw new IllegalArgumentException("it is not an integer");
        }
        return new Value.Whole(number.toBigIntegerExact());
    }

    private static Value decimal(String word) {
        BigDecimal number = JsonNumbers.decimal(word);
        if (number == null) {
            throw new IllegalArgumentException("it is not a number");
        }
        return new Value.Decimal(number);
    }

    /** So that members are found again in the text that they are put together to. */
    private static Value member(Value member) {
        String text = member.text();
        if (text.isEmpty() || text.indexOf(',') >= 0 || !text.equals(strip(text))) {
            throw new IllegalArgumentException(
                    "a member is empty, has a comma, or has blanks around it");
        }
        return member;
    }

    private static Value items(List<Value> members) {
        if (members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException("it has more than 1,000 members");
        }
        Value items = new Value.Items(members);
        bounded(items.text());
        return items;
    }

    private static String strip(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && BLANKS.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** As validators take it. */
    static JsonNode json(Value value) {
        if (value instanceof Value.Items items) {
            ArrayNode array = NODES.arrayNode();
            items.members().forEach(member -> array.add(json(member)));
            return array;
        }
        if (value instanceof Value.Flag flag) {
            return NODES.booleanNode(flag.isSet());
        }
        if (value instanceof Value.Whole whole) {
            return JsonNumbers.node(new BigDecimal(whole.number()));
        }
        return value instanceof Value.Decimal decimal
                ? JsonNumbers.node(decimal.number())
                : NODES.stringNode(value.text());
    }
}
