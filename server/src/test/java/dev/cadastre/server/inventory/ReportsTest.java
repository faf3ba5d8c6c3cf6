package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ReportsTest {

    @Autowired private Reports reports;
    @Autowired private Timeline timeline;

    @Test
    void tellsOfAFoundHostOnceAndThenOnlyOfChanges() {
        TestReport report = new TestReport().machine("reports1").deb("openssl", "3.0.16-1");
        Origin origin = TestReport.declared("reports1", "reports");

        var first = (Acceptance.Accepted) reports.accept(origin, report.build());
        var again = (Acceptance.Accepted) reports.accept(origin, report.build());
        var upgraded =
                (Acceptance.Accepted)
                        reports.accept(origin, report.deb("openssl", "3.0.17-1").build());

        assertThat(first.first()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(upgraded.host()).isEqualTo(first.host());
        assertThat(upgraded.changes())
                .extracting(Acceptance.SectionChange::summary)
                .containsExactly("1 package changed: openssl 3.0.16-1 → 3.0.17-1");
        assertThat(timeline.find(new TimelineQuery(null, "host:reports1", null, null, 10)))
                .extracting(TimelineEvent::kind)
                .containsExactly("packages.changed", "host.found");
    }
}
