package dev.cadastre.parcel.parameters;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Asks the JSON Schema library. It is given schemas that refer to nothing but themselves, loads
 * nothing, and does no more than a bounded number of steps. Safe for many threads: they take turns.
 */
final class Validator {

    /** The check would take more than is reasonable. */
    static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final long MOST_STEPS = 5_000_000;
    private static final int DEEPEST = 200;
    private static final int MOST_ERRORS = 10_000;
    private static final int LONGEST = 200;

    private final Schema schema;
    private final Patterns patterns;

    private Validator(Schema schema, Patterns patterns) {
        this.schema = schema;
        this.patterns = patterns;
    }

    /** By a schema that is known to end. */
    static Validator of(JsonNode schema) {
        Patterns patterns = new Patterns();
        return new Validator(registry(patterns).getSchema(schema), patterns);
    }

    /** By the schema of schemas. */
    static Validator ofSchemas() {
        Patterns patterns = new Patterns();
        SchemaLocation meta = SchemaLocation.of(DialectId.DRAFT_2020_12);
        return new Validator(registry(patterns).getSchema(meta), patterns);
    }

    private static SchemaRegistry registry(Patterns patterns) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .regularExpressionFactory(patterns)
                        .formatAssertionsEnabled(false)
                        .locale(Locale.ROOT)
                        .preloadSchema(false)
                        .build();
        return SchemaRegistry.withDialect(
                Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
    }

    /**
     * What does not fit, the first ten thousand of it.
     *
     * @throws TooMuch if that would take too long to say
     */
    synchronized List<Violation> check(JsonNode value) throws TooMuch {
        patterns.begin();
        try {
            return schema
                    .validate(
                            value,
                            context ->
                                    context.executionConfig(config ->
                                            config.locale(Locale.ROOT)
                                                    .maxEvaluationSteps(MOST_STEPS)
                                                    .maxEvaluationDepth(DEEPEST)))
                    .stream()
                    .limit(MOST_ERRORS)
                    .map(Validator::violation)
                    .toList();
        } catch (ValidationLimitExceededException | SchemaException e) {
            TooMuch tooMuch = new TooMuch();
            tooMuch.initCause(e);
            throw tooMuch;
        }
    }

    private static Violation violation(Error error) {
        return new Violation(
                steps(error.getInstanceLocation()),
                beforeReference(steps(error.getEvaluationPath())),
                error.getKeyword(),
                Optional.ofNullable(error.getProperty()),
                oneLine(error.getMessage()));
    }

    private static List<String> steps(NodePath path) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            steps.add(path.getElement(i).toString());
        }
        return steps;
    }

    private static List<String> beforeReference(List<String> path) {
        int reference = path.indexOf("$ref");
        return reference < 0 ? path : path.subList(0, reference);
    }

    /** Messages repeat what stands in schemas, such as whole enumerations. */
    private static String oneLine(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
