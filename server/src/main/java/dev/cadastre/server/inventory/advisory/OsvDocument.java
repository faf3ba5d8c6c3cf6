package dev.cadastre.server.inventory.advisory;

import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.versions.RangeEvent;
import dev.cadastre.versions.VersionScheme;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An advisory in the Open Source Vulnerability format, version 1. Members that are not needed here
 * are not looked at; those that are must be as the format says.
 */
record OsvDocument(Advisory advisory, List<AffectedPackage> packages) {

    private static final int DEEPEST = 60;
    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_ALIASES = 1_000;
    private static final int MOST_PACKAGES = 20_000;
    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_VERSIONS = 100_000;

    private static final Pattern VERSION_ONE = Pattern.compile("1\\.\\d+(\\.\\d+)?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}-");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._+-]{0,199}");
    private static final Map<String, RangeEvent.Kind> KINDS =
            Map.of(
                    "introduced", RangeEvent.Kind.INTRODUCED,
                    "fixed", RangeEvent.Kind.FIXED,
                    "limit", RangeEvent.Kind.FIXED,
                    "last_affected", RangeEvent.Kind.LAST_AFFECTED);

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .build();

    OsvDocument {
        packages = List.copyOf(packages);
    }

    /**
     * Reads a document.
     *
     * @param file what problems call it; empty for the only one
     * @throws InvalidFeed naming the place of what is wrong first
     */
    static OsvDocument read(byte[] content, String file) {
        try {
            return new Reader(file.isEmpty() ? "$" : file + " $").read(MAPPER.readTree(content));
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            String place = location == null ? "the whole" : "line " + location.getLineNr();
            throw new InvalidFeed(
                    file.isEmpty() ? place : file + " " + place,
                    "It is not JSON: " + e.getOriginalMessage(),
                    e);
        }
    }

    private record Reader(String root) {

        OsvDocument read(JsonNode document) {
            if (!document.isObject()) {
                throw new InvalidFeed(root, "It is not an object.");
            }
            String version = text(document, "schema_version", root, LONGEST_NAME);
            if (version != null && !VERSION_ONE.matcher(version).matches()) {
                throw new InvalidFeed(
                        root + ".schema_version",
                        "It is of version %s of the format; version 1 is read.".formatted(version));
            }
            String id = required(document, "id", root);
            if (!ID.matcher(id).matches()) {
                throw new InvalidFeed(root + ".id", "It is no name of an advisory.");
            }
            return new OsvDocument(advisory(document, id), packages(document));
        }

        private Advisory advisory(JsonNode document, String id) {
            Instant modified = time(document, "modified");
            if (modified == null) {
                throw new InvalidFeed(root + ".modified", "It is missing.");
            }
            List<String> aliases = texts(document, "aliases", root, MOST_ALIASES);
            if (aliases.contains(id)) {
                throw new InvalidFeed(root + ".aliases", "It is an alias of itself.");
            }
            return new Advisory(
                    id,
                    modified,
                    time(document, "published"),
                    time(document, "withdrawn"),
                    aliases,
                    shortened(document, "summary"),
                    shortened(document, "details"),
                    severity(document));
        }

        private @Nullable String severity(JsonNode document) {
            JsonNode word = document.path("database_specific").path("severity");
            JsonNode first = document.path("severity").path(0).path("score");
            JsonNode told = word.isString() ? word : first;
            return told.isString() && told.asString().length() <= LONGEST_NAME
                    ? told.asString()
                    : null;
        }

        private List<AffectedPackage> packages(JsonNode document) {
            JsonNode affected = list(document, "affected", root, MOST_PACKAGES);
            List<AffectedPackage> packages = new ArrayList<>();
            for (int i = 0; i < affected.size(); i++) {
                String place = root + ".affected[" + i + "]";
                JsonNode named = affected.get(i).path("package");
                // Advisories about commits only name no package.
                if (!named.isMissingNode()) {
                    packages.add(affectedPackage(affected.get(i), named, place));
                }
            }
            return packages;
        }

        private AffectedPackage affectedPackage(JsonNode entry, JsonNode named, String place) {
            String ecosystem = required(named, "ecosystem", place + ".package");
            String name = required(named, "name", place + ".package");
            Ecosystem target = Ecosystem.of(ecosystem).orElse(null);
            Affected affected =
                    new Affected(
                            ranges(entry, place), texts(entry, "versions", place, MOST_VERSIONS));
            if (target == null) {
                return new AffectedPackage(ecosystem, null, name, affected);
            }
            return new AffectedPackage(
                    ecosystem,
                    target,
                    Ecosystem.folded(target.type(), name),
                    affected.shortened(scheme(target)));
        }

        private List<Affected.Range> ranges(JsonNode entry, String place) {
            JsonNode listed = list(entry, "ranges", place, MOST_EVENTS);
            List<Affected.Range> ranges = new ArrayList<>();
            for (int i = 0; i < listed.size(); i++) {
                String at = place + ".ranges[" + i + "]";
                String type = required(listed.get(i), "type", at);
                List<RangeEvent> events = events(listed.get(i), at);
                switch (type) {
                    case "SEMVER" -> ranges.add(new Affected.Range(true, events));
                    case "ECOSYSTEM" -> ranges.add(new Affected.Range(false, events));
                    case "GIT" -> {}
                    default ->
                            throw new InvalidFeed(
                                    at + ".type", "It is not SEMVER, ECOSYSTEM or GIT.");
                }
            }
            return ranges;
        }

        private List<RangeEvent> events(JsonNode range, String place) {
            JsonNode listed = list(range, "events", place, MOST_EVENTS);
            List<RangeEvent> events = new ArrayList<>();
            for (int i = 0; i < listed.size(); i++) {
                String at = place + ".events[" + i + "]";
                JsonNode event = listed.get(i);
                List<String> names = List.copyOf(event.propertyNames());
                RangeEvent.Kind kind = names.size() == 1 ? KINDS.get(names.getFirst()) : null;
                if (kind == null) {
                    throw new InvalidFeed(
                            at, "It is not one of introduced, fixed, last_affected and limit.");
                }
                String version = required(event, names.getFirst(), at);
                if (!version.equals("*")) {
                    events.add(new RangeEvent(kind, version));
                }
            }
            return events;
        }

        private @Nullable Instant time(JsonNode node, String name) {
            String text = text(node, name, root, LONGEST_NAME);
            if (text == null) {
                return null;
            }
            // There, years have four digits; the database ends before the last that Java reads.
            if (!FOUR_DIGITS.matcher(text).lookingAt()) {
                throw new InvalidFeed(root + "." + name, "It is not a time of RFC 3339.");
            }
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new InvalidFeed(root + "." + name, "It is not a time of RFC 3339.", e);
            }
        }

        private @Nullable String shortened(JsonNode node, String name) {
            String text = text(node, name, root, Integer.MAX_VALUE);
            return text == null || text.length() <= LONGEST_TEXT
                    ? text
                    : text.substring(0, LONGEST_TEXT);
        }

        private static String required(JsonNode node, String name, String place) {
            String text = text(node, name, place, LONGEST_NAME);
            if (text == null || text.isEmpty()) {
                throw new InvalidFeed(place + "." + name, "It is missing.");
            }
            return text;
        }

        private static @Nullable String text(JsonNode node, String name, String place, int most) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isString() || value.asString().length() > most) {
                throw new InvalidFeed(place + "." + name, "It is no text, or a too long one.");
            }
            // The database takes no such character, and no text needs it.
            return value.asString().replace("\0", "");
        }

        private static JsonNode list(JsonNode node, String name, String place, int most) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return MAPPER.createArrayNode();
            }
            if (!value.isArray() || value.size() > most) {
                throw new InvalidFeed(
                        place + "." + name, "It is no list of at most " + most + " items.");
            }
            return value;
        }

        private static List<String> texts(JsonNode node, String name, String place, int most) {
            JsonNode listed = list(node, name, place, most);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < listed.size(); i++) {
                JsonNode item = listed.get(i);
                if (!item.isString() || item.asString().length() > LONGEST_NAME) {
                    throw new InvalidFeed(
                            place + "." + name + "[" + i + "]",
                            "It is no text, or a too long one.");
                }
                texts.add(item.asString().replace("\0", ""));
            }
            return texts;
        }
    }

    private static VersionScheme scheme(Ecosystem target) {
        return VersionScheme.ofPurlType(target.type().purlType()).orElseThrow();
    }
}
