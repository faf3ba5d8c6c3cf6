package dev.cadastre.server.inventory.foreign;

import dev.cadastre.server.inventory.InvalidFeed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of bills of materials, naming the path of whatever is not as it should be. */
final class BomJson {

    /** The most characters of a text that is not said to have other bounds. */
    static final int LONGEST_TEXT = 4_000;

    private static final int DEEPEST = 40;
    private static final int MOST_TOKENS = 3_000_000;
    private static final int SHOWN = 200;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}-");
    private static final Pattern SERIAL =
            Pattern.compile("urn:uuid:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private BomJson() {}

    /** The document as a whole, which is an object. */
    static JsonNode document(byte[] content, int most) {
        if (content.length > most) {
            throw new InvalidFeed("$", "It is larger than %d bytes.".formatted(most));
        }
        if (isXml(content)) {
            throw new InvalidFeed(
                    "$",
                    "It is XML, and CycloneDX is read in JSON only; cyclonedx-cli converts it.");
        }
        try (JsonParser parser = MAPPER.createParser(content)) {
            JsonNode document = tree(parser);
            if (!document.isObject()) {
                throw new InvalidFeed("$", "It is not an object.");
            }
            return document;
        }
    }

    private static JsonNode tree(JsonParser parser) {
        try {
            return MAPPER.readTree(parser);
        } catch (StreamConstraintsException e) {
            throw new InvalidFeed(
                    place(parser),
                    "It is nested more deeply than %d levels, or too long.".formatted(DEEPEST),
                    e);
        } catch (JacksonException e) {
            throw new InvalidFeed(
                    place(parser),
                    "It is not JSON, from line %d on.".formatted(e.getLocation().getLineNr()),
                    e);
        }
    }

    private static boolean isXml(byte[] content) {
        for (byte each : content) {
            boolean mark = each == (byte) 0xEF || each == (byte) 0xBB || each == (byte) 0xBF;
            if (!mark && !Character.isWhitespace(each)) {
                return each == '<';
            }
        }
        return false;
    }

    private static String place(JsonParser parser) {
        StringBuilder place = new StringBuilder("$");
        for (String part : parser.streamReadContext().pathAsPointer().toString().split("/", -1)) {
            if (NUMBER.matcher(part).matches()) {
                place.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                place.append('.').append(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return shown(place.toString());
    }

    /** A path in a bounded and harmless form. */
    static String shown(String place) {
        String clean = ForeignJson.cleaned(place);
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }

    /** An object, or nothing if it is not there. */
    static JsonNode object(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (isThere(value) && !value.isObject()) {
            throw new InvalidFeed(place + "." + name, "It is not an object.");
        }
        return value;
    }

    /** A list; an empty one if it is not there. */
    static JsonNode list(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (!isThere(value)) {
            return MAPPER.createArrayNode();
        }
        if (!value.isArray()) {
            throw new InvalidFeed(place + "." + name, "It is no list.");
        }
        return value;
    }

    static String required(JsonNode node, String name, String place) {
        String text = text(node, name, place);
        if (text == null) {
            throw new InvalidFeed(place + "." + name, "It is missing.");
        }
        return text;
    }

    static @Nullable String text(JsonNode node, String name, String place) {
        return text(node, name, place, LONGEST_TEXT);
    }

    /** A text without what may deceive a reader; null if it is not there or blank. */
    static @Nullable String text(JsonNode node, String name, String place, int most) {
        JsonNode value = node.path(name);
        if (!isThere(value)) {
            return null;
        }
        return text(value, place + "." + name, most);
    }

    static @Nullable String text(JsonNode value, String place, int most) {
        if (!value.isString()) {
            throw new InvalidFeed(place, "It is no text.");
        }
        if (value.asString().length() > most) {
            throw new InvalidFeed(place, "It is longer than %d characters.".formatted(most));
        }
        return ForeignJson.text(value);
    }

    static @Nullable Instant time(JsonNode node, String name, String place) {
        String text = text(node, name, place);
        if (text == null) {
            return null;
        }
        try {
            // There, years have four digits; the database ends before the last that Java reads.
            if (FOUR_DIGITS.matcher(text).lookingAt()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new InvalidFeed(place + "." + name, "It is not a time of RFC 3339.", e);
        }
        throw new InvalidFeed(place + "." + name, "It is not a time of RFC 3339.");
    }

    static @Nullable String serialNumber(JsonNode document) {
        String serial = text(document, "serialNumber", "$");
        if (serial != null && !SERIAL.matcher(serial).matches()) {
            throw new InvalidFeed("$.serialNumber", "It is no urn:uuid.");
        }
        return serial;
    }

    /** The version of the document, which is 1 if it does not tell. */
    static int version(JsonNode document) {
        JsonNode value = document.path("version");
        if (!isThere(value)) {
            return 1;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw new InvalidFeed("$.version", "It is no whole number from 1 on.");
        }
        return value.intValue();
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
