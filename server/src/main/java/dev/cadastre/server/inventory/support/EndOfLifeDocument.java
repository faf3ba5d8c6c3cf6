package dev.cadastre.server.inventory.support;

import dev.cadastre.server.inventory.InvalidFeed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of endoflife.date's API, version 1: one product ({@code /products/python}) or all in
 * full ({@code /products/full}).
 */
final class EndOfLifeDocument {

    private static final int DEEPEST = 30;
    private static final int LONGEST = 100;
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9][a-z0-9.+_-]{0,99}");
    private static final Pattern CYCLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .+_-]{0,59}");
    private static final Pattern VERSION_ONE = Pattern.compile("1\\.\\d+(\\.\\d+)?");

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    private final LocalDate lookedUp;
    private final List<SupportFact> facts = new ArrayList<>();

    private EndOfLifeDocument(LocalDate lookedUp) {
        this.lookedUp = lookedUp;
    }

    static List<SupportFact> read(String text, LocalDate today) {
        JsonNode root = parse(text);
        String version = text(root, "schema_version", "$");
        if (version == null || !VERSION_ONE.matcher(version).matches()) {
            throw new InvalidFeed(
                    "$.schema_version",
                    "It is a document of version %s; version 1 is read."
                            .formatted(version == null ? "none" : version));
        }
        var document = new EndOfLifeDocument(generated(root, today));
        JsonNode result = root.path("result");
        if (result.isArray()) {
            for (int i = 0; i < result.size(); i++) {
                document.product(result.get(i), "$.result[" + i + "]");
            }
        } else {
            document.product(result, "$.result");
        }
        return document.facts;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidFeed(place(e), "It is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What goes beyond the bounds of a reader has no place. */
    private static String place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null ? "the whole" : "line " + location.getLineNr();
    }

    private static LocalDate generated(JsonNode root, LocalDate today) {
        String text = text(root, "generated_at", "$");
        if (text == null) {
            return today;
        }
        try {
            return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeException e) {
            throw new InvalidFeed("$.generated_at", "It is not a time.", e);
        }
    }

    private void product(JsonNode product, String place) {
        String name = required(product, "name", place, PRODUCT);
        JsonNode releases = product.path("releases");
        if (!releases.isArray()) {
            throw new InvalidFeed(place + ".releases", "It is not a list.");
        }
        for (int i = 0; i < releases.size(); i++) {
            release(name, releases.get(i), place + ".releases[" + i + "]");
        }
    }

    private void release(String product, JsonNode release, String place) {
        JsonNode latest = release.path("latest");
        facts.add(
                new SupportFact(
                        product,
                        required(release, "name", place, CYCLE),
                        day(release, "releaseDate", place),
                        day(release, "eolFrom", place),
                        day(release, "eoesFrom", place),
                        flag(release, "isEol", place),
                        latest.isObject() ? text(latest, "name", place + ".latest") : null,
                        "https://endoflife.date/" + product,
                        lookedUp));
    }

    private static String required(JsonNode node, String name, String place, Pattern form) {
        String text = text(node, name, place);
        if (text == null || !form.matcher(text).matches()) {
            throw new InvalidFeed(place + "." + name, "It is missing, or no such name.");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().length() > LONGEST) {
            throw new InvalidFeed(
                    place + "." + name, "It is not a text of at most " + LONGEST + " characters.");
        }
        return value.asString();
    }

    private static boolean flag(JsonNode node, String name, String place) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new InvalidFeed(place + "." + name, "It is neither true nor false.");
        }
        return value.booleanValue();
    }

    private static @Nullable LocalDate day(JsonNode node, String name, String place) {
        String text = text(node, name, place);
        try {
            return text == null ? null : FactDocument.day(text);
        } catch (DateTimeException e) {
            throw new InvalidFeed(place + "." + name, "It is not a date such as 2026-10-31.", e);
        }
    }
}
