package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.versions.VersionScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LargeEstateAdvisoriesTest {

    private static final int HOSTS = 30;

    private final LargeEstate estate = new LargeEstate(HOSTS, 1);
    private final LargeEstateAdvisories advisories = new LargeEstateAdvisories(1);

    /** What the documents say: fixed versions by source package, and names by the same. */
    private record Told(Map<String, String> fixed, Map<String, String> ids) {}

    @Test
    void makesAThousandDocumentsAboutDifferentSourcePackages() throws IOException {
        Told told = told();

        assertThat(told.fixed()).hasSize(LargeEstateAdvisories.ADVISORIES);
        assertThat(told.ids().values()).doesNotHaveDuplicates();
    }

    @Test
    void knowsWhomTheDocumentsAffect() throws IOException {
        Told told = told();
        SortedMap<String, Integer> affected = new TreeMap<>();
        for (int host = 0; host < HOSTS; host++) {
            vulnerable(host, told.fixed())
                    .keySet()
                    .forEach(source -> affected.merge(told.ids().get(source), 1, Integer::sum));
        }

        assertThat(advisories.affected(estate)).isEqualTo(affected);
        assertThat(affected).hasSizeBetween(100, LargeEstateAdvisories.ADVISORIES - 1);
    }

    @Test
    void ordersMadeVersionsAsDebianDoes() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            int one = random.nextInt(LargeEstate.DISTINCT);
            int other = random.nextInt(LargeEstate.DISTINCT);

            assertThat(LargeEstate.older(one, other))
                    .as("%s before %s", LargeEstate.version(one), LargeEstate.version(other))
                    .isEqualTo(older(LargeEstate.version(one), LargeEstate.version(other)));
        }
    }

    private Map<String, String> vulnerable(int host, Map<String, String> fixed) {
        Map<String, String> vulnerable = new HashMap<>();
        for (short installed : estate.packages(host)) {
            String source = LargeEstate.source(installed);
            String safe = fixed.get(source);
            if (safe != null && older(LargeEstate.version(installed), safe)) {
                vulnerable.put(source, safe);
            }
        }
        return vulnerable;
    }

    private static boolean older(String one, String other) {
        return VersionScheme.DEB.compare(one, other) < 0;
    }

    private Told told() throws IOException {
        Told told = new Told(new HashMap<>(), new HashMap<>());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(advisories.zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                JsonNode document = JsonMapper.shared().readTree(zip.readAllBytes());
                JsonNode affected = document.path("affected").path(0);
                String source = affected.at("/package/name").asString();
                told.fixed().put(source, affected.at("/ranges/0/events/1/fixed").asString());
                told.ids().put(source, document.path("id").asString());
                assertThat(entry.getName()).isEqualTo(document.path("id").asString() + ".json");
            }
        }
        return told;
    }
}
