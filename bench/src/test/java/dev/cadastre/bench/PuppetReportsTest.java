package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PuppetReportsTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");

    private final LargeEstate estate = new LargeEstate(300, 1);
    private final PuppetReports reports = new PuppetReports(estate);

    @Test
    void namesTheCommandAndTheHost() {
        assertThat(reports.whole(7, 0, AT).target())
                .isEqualTo("/pdb/cmd/v1?command=replace_facts&version=5&certname=host000007");
        assertThat(payload(7, 0).path("certname").asString()).isEqualTo("host000007");
        assertThat(payload(7, 0).path("producer_timestamp").asString()).isEqualTo(AT.toString());
    }

    @Test
    void tellsThePackagesThatTheHostHasInTheEstate() {
        List<String> told = new ArrayList<>();
        payload(7, 0)
                .path("package_inventory")
                .forEach(each -> told.add(each.path(0).asString() + " " + each.path(1).asString()));

        List<String> has = new ArrayList<>();
        for (short installed : estate.packages(7)) {
            has.add(LargeEstate.packageName(installed) + " " + LargeEstate.version(installed));
        }
        assertThat(told).hasSize(LargeEstate.PACKAGES).isEqualTo(has);
    }

    @Test
    void changesOnlyMeasuresFromOnePeriodToTheNext() {
        ObjectNode before = (ObjectNode) payload(7, 1).path("values");
        ObjectNode after = (ObjectNode) payload(7, 2).path("values");

        assertThat(after).isNotEqualTo(before);
        List<String> measures = List.of("system_uptime", "load_averages");
        assertThat((JsonNode) after.remove(measures)).isEqualTo(before.remove(measures));
    }

    private JsonNode payload(int host, int period) {
        return JsonMapper.shared().readTree(reports.whole(host, period, AT).body());
    }
}
