package dev.cadastre.server.inventory.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.inventory.InvalidFeed;
import dev.cadastre.server.inventory.installed.PackageRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CycloneDxTest {

    private static final String SHOP =
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 3,
             "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
             "metadata": {"timestamp": "2026-11-20T08:00:00Z",
               "component": {"type": "application", "bom-ref": "shop", "name": "shop"}},
             "components": [
               {"type": "library", "bom-ref": "a", "name": "Django", "version": "4.2",
                "purl": "pkg:pypi/django@4.2", "publisher": "DSF"},
               {"type": "framework", "bom-ref": "b", "name": "log4j-core", "version": "2.17.0",
                "group": "org.apache.logging.log4j",
                "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.0?type=jar",
                "components": [
                  {"type": "library", "name": "serde", "purl": "pkg:cargo/serde@1.0"},
                  {"type": "file", "name": "/etc/shop.conf"}]}],
             "dependencies": [{"ref": "shop", "dependsOn": ["a", "b"]}, {"ref": "a"},
               {"ref": "b", "dependsOn": ["a", "elsewhere"]}]}
            """;

    private static BillOfMaterials read(String document) {
        return CycloneDx.read(document.getBytes(UTF_8));
    }

    /** A document with these members beside those that each has. */
    private static String with(String members) {
        return "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", " + members + "}";
    }

    private static void assertRefused(ThrowingCallable reading, String place, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        InvalidFeed.class,
                        refused -> {
                            assertThat(refused.place()).isEqualTo(place);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    @Test
    void readsWhatAnApplicationConsistsOf() {
        BillOfMaterials bill = read(SHOP);

        assertThat(bill.subject()).isEqualTo("shop");
        assertThat(bill.specVersion()).isEqualTo("1.5");
        assertThat(bill.version()).isEqualTo(3);
        assertThat(bill.madeAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(bill.components()).isEqualTo(4);
        assertThat(bill.packages())
                .extracting(PackageRow::name, PackageRow::version, PackageRow::vendor)
                .containsExactly(
                        tuple("Django", "4.2", "DSF"),
                        tuple("org.apache.logging.log4j:log4j-core", "2.17.0", null));
        assertThat(bill.leftOut()).isEqualTo(Map.of("of type cargo", 1, "without a purl", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "1.5", "1.6"})
    void readsThreeVersionsOfTheFormat(String version) {
        assertThat(
                        read("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"%s\"}"
                                        .formatted(version))
                                .packages())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.3\"}|$.specVersion|1.4, 1.5",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": 1.6}|$.specVersion|no text",
                "{\"specVersion\": \"1.6\"}|$.bomFormat|not CycloneDX",
                "{\"spdxVersion\": \"SPDX-2.3\"}|$.bomFormat|this is SPDX",
                "[]|$|not an object",
                "<?xml version='1.0'?><bom/>|$|XML",
                "{\"a\": 1, \"a\": 2}|$.a|not JSON",
                "{\"bomFormat\": [1,|$.bomFormat[1]|not JSON, from line 1",
            })
    void refusesOtherFormats(String document, String place, String reason) {
        assertRefused(() -> read(document), place, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"components\": {}|$.components|no list",
                "\"components\": [7]|$.components[0]|not an object",
                "\"components\": [{\"name\": \"x\"}]|$.components[0].type|missing",
                "\"components\": [{\"type\": \"x\", \"name\": \"x\"}]|$.components[0].type|no type",
                "\"components\": [{\"type\": \"library\"}]|$.components[0].name|missing",
                "\"components\": [{\"type\": \"library\", \"name\": \"x\", \"version\": 1}]"
                        + "|$.components[0].version|no text",
                "\"components\": [{\"type\": \"library\", \"name\": \"x\", \"purl\": \"x\"}]"
                        + "|$.components[0].purl|no package URL",
                "\"components\": [{\"type\": \"library\", \"name\": \"x\","
                        + " \"components\": [{\"type\": \"library\", \"name\": []}]}]"
                        + "|$.components[0].components[0].name|no text",
                "\"metadata\": []|$.metadata|not an object",
                "\"metadata\": {\"component\": \"x\"}|$.metadata.component|not an object",
                "\"metadata\": {\"timestamp\": \"today\"}|$.metadata.timestamp|RFC 3339",
                "\"serialNumber\": \"1\"|$.serialNumber|urn:uuid",
                "\"version\": 0|$.version|whole number",
                "\"dependencies\": {}|$.dependencies|no list",
                "\"dependencies\": [{}]|$.dependencies[0].ref|missing",
                "\"dependencies\": [{\"ref\": \"a\", \"dependsOn\": [1]}]"
                        + "|$.dependencies[0].dependsOn[0]|no text",
            })
    void namesThePathOfWhatIsMistyped(String members, String place, String reason) {
        assertRefused(() -> read(with(members)), place, reason);
    }

    @Test
    void refusesWhatIsThereTwice() {
        assertRefused(
                () ->
                        read(
                                with(
                                        """
                                        "components": [
                                          {"type": "library", "name": "x", "bom-ref": "r"},
                                          {"type": "library", "name": "y", "bom-ref": "r"}]
                                        """)),
                "$.components[1].bom-ref",
                "that of $.components[0] too");
    }

    @Test
    void refusesAComponentThatContainsItself() {
        assertRefused(
                () ->
                        read(
                                with(
                                        """
                                        "components": [{"type": "library", "name": "x", "bom-ref": "r",
                                          "components": [{"type": "library", "name": "y",
                                            "components": [
                                              {"type": "library", "name": "x", "bom-ref": "r"}]}]}]
                                        """)),
                "$.components[0].components[0].components[0].bom-ref",
                "contains itself");
    }

    @Test
    void refusesCirclesOfDependencies() {
        assertRefused(
                () ->
                        read(
                                with(
                                        """
                                        "dependencies": [
                                          {"ref": "a", "dependsOn": ["d", "b"]},
                                          {"ref": "b", "dependsOn": ["c"]},
                                          {"ref": "c", "dependsOn": ["d", "a"]}]
                                        """)),
                "$.dependencies[2].dependsOn[1]",
                "a → b → c → a");
        assertRefused(
                () -> read(with("\"dependencies\": [{\"ref\": \"a\", \"dependsOn\": [\"a\"]}]")),
                "$.dependencies[0].dependsOn[0]",
                "a → a");
    }

    @Test
    void followsLongChainsAndManyWaysToTheSame() {
        String chain =
                IntStream.range(0, 50_000)
                        .mapToObj(i ->
                                "{\"ref\": \"r%d\", \"dependsOn\": [\"r%d\", \"r%d\"]}"
                                        .formatted(i, i + 1, i + 2))
                        .collect(Collectors.joining(","));

        assertThat(read(with("\"dependencies\": [" + chain + "]")).components()).isZero();
    }

    @Test
    void namesThePathAtWhichADocumentIsTooDeep() {
        String deep =
                "{\"type\": \"library\", \"name\": \"x\", \"components\": [".repeat(30)
                        + "]}".repeat(30);

        assertThatThrownBy(() -> read(with("\"components\": [" + deep + "]")))
                .isInstanceOfSatisfying(
                        InvalidFeed.class,
                        refused -> {
                            assertThat(refused.place()).startsWith("$.components[0].components[0]");
                            assertThat(refused.reason()).contains("40 levels");
                        });
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] large = new byte[CycloneDx.BYTES + 1];

        assertRefused(() -> CycloneDx.read(large), "$", "larger than 16777216 bytes");
    }

    @Test
    void countsEndlessKindsTogether() {
        String components =
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                "{\"type\": \"library\", \"name\": \"x\", \"purl\": \"pkg:t%d/x@1\"}"
                                        .formatted(i))
                        .collect(Collectors.joining(","));

        Map<String, Integer> leftOut = read(with("\"components\": [" + components + "]")).leftOut();

        assertThat(leftOut).hasSize(21).containsEntry("of still other types", 80);
        assertThat(List.copyOf(leftOut.values())).contains(1, 80);
    }
}
