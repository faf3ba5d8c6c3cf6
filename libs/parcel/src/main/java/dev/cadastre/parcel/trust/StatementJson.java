package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.trust.Provenance.Dependency;
import dev.cadastre.parcel.trust.Statement.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Statements as JSON. */
final class StatementJson {

    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE = "https://slsa.dev/provenance/v1";
    private static final int MOST_SUBJECTS = 100;
    private static final int MOST_DEPENDENCIES = 1_000;
    private static final int LONGEST = 2_000;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private StatementJson() {}

    static byte[] write(Statement statement) {
        return CanonicalJson.write(
                Map.of(
                        "_type",
                        TYPE,
                        "subject",
                        statement.subjects().stream()
                                .map(it ->
                                        Map.of(
                                                "name",
                                                it.name(),
                                                "digest",
                                                Map.of("sha256", it.sha256())))
                                .toList(),
                        "predicateType",
                        PREDICATE,
                        "predicate",
                        predicate(statement)));
    }

    private static Map<String, Object> predicate(Statement statement) {
        Provenance provenance = statement.provenance();
        Map<String, Object> metadata = new TreeMap<>();
        provenance.startedOn().ifPresent(at -> metadata.put("startedOn", written(at)));
        provenance.finishedOn().ifPresent(at -> metadata.put("finishedOn", written(at)));
        return Map.of(
                "buildDefinition",
                Map.of(
                        "buildType",
                        provenance.buildType(),
                        "externalParameters",
                        parameters(statement.subjects()),
                        "resolvedDependencies",
                        provenance.dependencies().stream().map(StatementJson::written).toList()),
                "runDetails",
                Map.of("builder", Map.of("id", provenance.builder()), "metadata", metadata));
    }

    private static Map<String, String> parameters(List<Subject> subjects) {
        String subject = subjects.isEmpty() ? ":" : subjects.get(0).name();
        int colon = subject.indexOf(':');
        return colon < 0
                ? Map.of("name", subject)
                : Map.of(
                        "name",
                        subject.substring(0, colon),
                        "version",
                        subject.substring(colon + 1));
    }

    private static String written(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> written(Dependency dependency) {
        Map<String, Object> members = new TreeMap<>();
        members.put("digest", Map.of(dependency.algorithm(), dependency.digest()));
        if (!dependency.name().isEmpty()) {
            members.put("name", dependency.name());
        }
        if (!dependency.uri().isEmpty()) {
            members.put("uri", dependency.uri());
        }
        return members;
    }

    static Statement read(byte[] json) throws MalformedJson {
        JsonNode document = JsonDocument.read(json, Envelope.MOST_BYTES);
        require(text(document, "_type").equals(TYPE), "it is no in-toto statement of version 1");
        require(
                text(document, "predicateType").equals(PREDICATE),
                "it does not tell provenance of SLSA, version 1");
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode item : list(document, "subject", MOST_SUBJECTS)) {
            String sha256 = text(item.path("digest"), "sha256");
            require(SHA256.matcher(sha256).matches(), "a subject has no SHA-256");
            subjects.add(new Subject(text(item, "name"), sha256));
        }
        require(!subjects.isEmpty(), "it has no subject");
        return new Statement(subjects, provenance(document.path("predicate")));
    }

    private static Provenance provenance(JsonNode predicate) throws MalformedJson {
        require(predicate.isObject(), "it has no predicate");
        JsonNode definition = predicate.path("buildDefinition");
        JsonNode details = predicate.path("runDetails");
        List<Dependency> dependencies = new ArrayList<>();
        for (JsonNode item : list(definition, "resolvedDependencies", MOST_DEPENDENCIES)) {
            dependency(item).ifPresent(dependencies::add);
        }
        return new Provenance(
                text(details.path("builder"), "id"),
                text(definition, "buildType"),
                dependencies,
                time(details.path("metadata"), "startedOn"),
                time(details.path("metadata"), "finishedOn"));
    }

    /** Those by other digests are of no use here. */
    private static Optional<Dependency> dependency(JsonNode item) throws MalformedJson {
        for (String algorithm : List.of("sha256", "gitCommit")) {
            String digest = text(item.path("digest"), algorithm);
            if (HEX.matcher(digest).matches()) {
                return Optional.of(
                        new Dependency(text(item, "name"), text(item, "uri"), algorithm, digest));
            }
        }
        return Optional.empty();
    }

    private static void require(boolean holds, String otherwise) throws MalformedJson {
        if (!holds) {
            throw new MalformedJson(otherwise);
        }
    }

    /** A text; empty if it is not there. */
    private static String text(JsonNode object, String name) throws MalformedJson {
        JsonNode text = object.path(name);
        require(
                text.isMissingNode() || (text.isString() && text.stringValue().length() <= LONGEST),
                "%s is no text of at most %d characters".formatted(name, LONGEST));
        return text.isMissingNode() ? "" : text.stringValue();
    }

    private static List<JsonNode> list(JsonNode object, String name, int most)
            throws MalformedJson {
        JsonNode list = object.path(name);
        require(
                list.isMissingNode() || (list.isArray() && list.size() <= most),
                "%s is no list of at most %d".formatted(name, most));
        return list.isMissingNode() ? List.of() : List.copyOf(list.values());
    }

    private static Optional<Instant> time(JsonNode object, String name) throws MalformedJson {
        String text = text(object, name);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new MalformedJson(name + " is no time");
        }
    }
}
