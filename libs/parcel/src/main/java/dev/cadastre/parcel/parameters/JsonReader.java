package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON and remembers the lines. Refuses names that stand twice, numbers that are beyond what
 * a double holds, halves of characters, and whatever is nested too deep. Messages never repeat what
 * stands in the text: it may be a secret. For one thread and one text.
 */
final class JsonReader {

    /** The most bytes of a text. */
    static final int LARGEST = 256 * 1024;

    /** How deep objects and arrays may be in each other. */
    static final int DEEPEST = 32;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(JsonNumbers.LONGEST)
                                    .maxStringLength(LARGEST)
                                    .maxNameLength(LARGEST)
                                    .build())
                    .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Problems problems;
    private final JsonProblems codes;

    private JsonReader(JsonParser parser, Problems problems, JsonProblems codes) {
        this.parser = parser;
        this.problems = problems;
        this.codes = codes;
    }

    /**
     * Reads a text.
     *
     * @param problems takes what is wrong
     * @param codes what that is called
     * @return null if nothing could be understood; with an error it serves only to look for others
     */
    static @Nullable JsonTree read(byte[] json, Problems problems, JsonProblems codes) {
        if (json.length > LARGEST) {
            codes.tooLarge(problems, 0, "the file has more than 256 KiB");
            return null;
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return read(text, problems, codes);
        } catch (CharacterCodingException e) {
            codes.broken(problems, 0, 0, "the file is not UTF-8");
            return null;
        }
    }

    private static @Nullable JsonTree read(String text, Problems problems, JsonProblems codes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser, problems, codes).whole();
        } catch (StreamConstraintsException e) {
            codes.tooLarge(
                    problems, line(e), "it is nested more than 32 deep, or a number is too long");
        } catch (JacksonException e) {
            codes.broken(problems, line(e), column(e), "it is no JSON from here on");
        }
        return null;
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
    }

    private @Nullable JsonTree whole() {
        if (parser.nextToken() == null) {
            codes.broken(problems, 1, 0, "there is nothing in it");
            return null;
        }
        JsonTree tree = value(line());
        if (parser.nextToken() != null) {
            codes.broken(problems, line(), 0, "it goes on after its end");
        }
        return tree;
    }

    private int line() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return location.getLineNr();
    }

    private JsonTree value(int line) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(line);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(line);
        }
        return new JsonTree(scalar(token), line, Map.of());
    }

    private JsonTree object(int line) {
        ObjectNode node = NODES.objectNode();
        Map<String, JsonTree> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(parser.currentName());
            int at = line();
            parser.nextToken();
            JsonTree member = value(at);
            JsonTree earlier = members.putIfAbsent(name, member);
            if (earlier == null) {
                node.set(name, member.node());
            } else {
                codes.broken(problems, at, 0, twice(name, earlier.line()));
            }
        }
        return new JsonTree(node, line, members);
    }

    private static String twice(String name, int line) {
        return "the name %s already stands in line %d".formatted(Quoted.of(name), line);
    }

    private JsonTree array(int line) {
        ArrayNode node = NODES.arrayNode();
        Map<String, JsonTree> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonTree member = value(line());
            members.put(Integer.toString(members.size()), member);
            node.add(member.node());
        }
        return new JsonTree(node, line, members);
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_STRING -> NODES.stringNode(whole(parser.getString()));
            default -> NODES.nullNode();
        };
    }

    private JsonNode number(String text) {
        JsonNode number = JsonNumbers.read(text);
        if (number == null) {
            codes.tooLarge(
                    problems, line(), "a number has too many digits, or too large an exponent");
            return NODES.numberNode(0);
        }
        return number;
    }

    /** A character beyond U+FFFF is two escapes, and half of one is nothing that can be written. */
    private String whole(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            codes.broken(problems, line(), 0, "a text has half of a character");
        }
        return text;
    }
}
