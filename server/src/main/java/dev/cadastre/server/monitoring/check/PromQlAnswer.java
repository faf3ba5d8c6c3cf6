package dev.cadastre.server.monitoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** What the API of a Prometheus answers to an instant query. */
final class PromQlAnswer {

    private PromQlAnswer() {}

    /** The values of an instant vector or of a scalar. */
    static List<Double> values(HttpAnswer answer) throws CheckFailure {
        Optional<JsonNode> json = BodyAssertions.parse(answer.text());
        if (answer.cut() || json.isEmpty() || !json.get().path("status").isString()) {
            throw CheckFailure.critical(
                    "what is answered is not Prometheus: " + Shown.quoted(answer.text()),
                    "Let url be that of a Prometheus, and see maxBytes.");
        }
        if (!json.get().path("status").asString().equals("success")) {
            throw CheckFailure.unknown(
                    "Prometheus refuses the query: "
                            + Shown.quoted(json.get().path("error").asString("")),
                    "Write a query that it understands.");
        }
        JsonNode result = json.get().path("data").path("result");
        return switch (json.get().path("data").path("resultType").asString("")) {
            case "vector" -> vector(result);
            case "scalar" -> List.of(value(result));
            default ->
                    throw CheckFailure.unknown(
                            "the query answers neither a vector nor a number",
                            "Write one that does, such as with rate() or max_over_time().");
        };
    }

    private static List<Double> vector(JsonNode result) throws CheckFailure {
        List<Double> values = new ArrayList<>();
        for (JsonNode series : result) {
            values.add(value(series.path("value")));
        }
        return values;
    }

    private static double value(JsonNode pair) throws CheckFailure {
        OptionalDouble value = SampleLine.number(pair.path(1).asString(""));
        return value.orElseThrow(() ->
                CheckFailure.critical(
                        "Prometheus answers no number: " + Shown.quoted(pair.toString()),
                        "See what answers there."));
    }
}
