package dev.cadastre.parcel.parameters;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What schemas of parcels do not have, though JSON Schema knows it. */
final class SchemaRules {

    private final Problems problems;
    private final Patterns patterns = new Patterns();

    SchemaRules(Problems problems) {
        this.problems = problems;
    }

    void check(JsonTree root, List<Subschema> schemas) {
        Set<JsonTree> parameters = new HashSet<>(parameters(root));
        for (Subschema schema : schemas) {
            checkKeywords(schema);
            checkReference(schema);
            checkPatterns(schema);
            if (!parameters.contains(schema.tree())) {
                checkOurs(schema);
            }
        }
    }

    private static Collection<JsonTree> parameters(JsonTree root) {
        JsonTree properties = root.child("properties");
        return properties == null ? List.of() : properties.children().values();
    }

    private void checkKeywords(Subschema schema) {
        for (Map.Entry<String, JsonTree> member : members(schema)) {
            String keyword = member.getKey();
            if (isRefused(schema, keyword)) {
                problems.error(
                        member.getValue().line(),
                        0,
                        "parcel.schema-keyword",
                        "%s is not taken%s".formatted(keyword, schema.isTop() ? " at the top" : ""),
                        "do without it, and refer to schemas by #/$defs/NAME");
            }
        }
    }

    private static Collection<Map.Entry<String, JsonTree>> members(Subschema schema) {
        return schema.tree().node().isObject() ? schema.tree().children().entrySet() : List.of();
    }

    private static boolean isRefused(Subschema schema, String keyword) {
        return Keywords.REFUSED.contains(keyword)
                || (schema.isTop()
                        ? Keywords.REFUSED_AT_TOP.contains(keyword)
                        : keyword.equals("$schema"));
    }

    private void checkReference(Subschema schema) {
        String reference = schema.tree().text("$ref");
        if (reference != null && schema.target() == null) {
            problems.error(
                    schema.tree().line(List.of("$ref")),
                    0,
                    "parcel.schema-reference",
                    "the $ref %s leads to no schema of this file".formatted(Quoted.of(reference)),
                    "write a JSON pointer such as #/$defs/port");
        }
    }

    private void checkPatterns(Subschema schema) {
        String pattern = schema.tree().text("pattern");
        if (pattern != null) {
            checkPattern(schema.tree().line(List.of("pattern")), pattern);
        }
        JsonTree named =
                schema.tree().node().isObject() ? schema.tree().child("patternProperties") : null;
        if (named != null && named.node().isObject()) {
            named.children().forEach((name, child) -> checkPattern(child.line(), name));
        }
    }

    private void checkPattern(int line, String pattern) {
        String refusal = patterns.refusal(pattern);
        if (refusal != null) {
            problems.error(
                    line,
                    0,
                    "parcel.pattern-wrong",
                    "the pattern %s is none of RE2: %s"
                            .formatted(Quoted.of(pattern), refusal.lines().findFirst().orElse("")),
                    "write one by https://github.com/google/re2/wiki/Syntax");
        }
    }

    /** A secret that is one only where nobody looks would be no secret. */
    private void checkOurs(Subschema schema) {
        for (Map.Entry<String, JsonTree> member : members(schema)) {
            String keyword = member.getKey();
            if (keyword.equals("secret") || keyword.equals("from")) {
                problems.error(
                        member.getValue().line(),
                        0,
                        "parcel.parameter-" + keyword,
                        keyword + " stands in a schema that is none of a parameter",
                        "state it beside the type of the parameter itself");
            }
        }
    }
}
