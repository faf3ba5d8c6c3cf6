package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.parcel.parameters.ParameterSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnknownFactsTest {

    private static final String WORKERS =
            """
            "workers": {"type": "integer", "from": "fact:cpu.count", "default": 2},
            "title": {"type": "string", "default": "Shop"}
            """;

    private static List<AppRemark> remarks(
            List<ParameterSchema> schemas, Map<String, String> layers) {
        TreeMap<String, List<ShownValue>> values = new TreeMap<>();
        layers.forEach((host, layer) ->
                values.put(host, List.of(value("title", "default"), value("workers", layer))));
        return UnknownFacts.of(SampleRevision.of("shop", values), schemas);
    }

    private static ShownValue value(String name, String layer) {
        return new ShownValue(name, "2", layer, "x", false, List.of());
    }

    /** From the lowest base to the parcel's own. */
    private static List<ParameterSchema> schemas(String... properties) {
        return Arrays.stream(properties)
                .flatMap(one -> WrittenParcel.of("shop", "", one).schemas().stream())
                .toList();
    }

    @Test
    void namesFactsOfHostsThatNobodyKnows() {
        assertThat(
                        remarks(
                                schemas(WORKERS),
                                Map.of("a", "default", "b", "fact:cpu.count", "c", "host c")))
                .containsExactly(
                        new AppRemark(
                                "app.fact-unknown",
                                "workers is its default on a, where the fact cpu.count is not"
                                        + " known.",
                                "cadastre collect name:a"));
    }

    @Test
    void namesManyHostsByTheirNumber() {
        assertThat(
                        remarks(
                                schemas(WORKERS),
                                Map.of(
                                        "a", "default", "b", "default", "c", "default", "d",
                                        "default")))
                .extracting(AppRemark::message, AppRemark::command)
                .containsExactly(
                        tuple(
                                "workers is its default on a and 3 more, where the fact cpu.count"
                                        + " is not known.",
                                "cadastre collect env:qa"));
    }

    @Test
    void saysNothingWhereTheDefaultCountsBeforeTheFactOfABase() {
        assertThat(
                        remarks(
                                schemas(
                                        WORKERS,
                                        "\"workers\": {\"type\": \"integer\", \"default\": 3}"),
                                Map.of("a", "default")))
                .isEmpty();
    }
}
