package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.monitoring.MonitorState;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MonitorsTest {

    @Autowired private Access access;
    @Autowired private ToldMonitors told;
    @Autowired private Monitors monitors;

    /** Results whose monitor ends after they were looked at one by one. */
    private final class Ending extends AbstractList<ToldResult> {

        private final String asset;
        private final List<ToldResult> results;

        Ending(String asset, ToldResult... results) {
            this.asset = asset;
            this.results = List.of(results);
        }

        @Override
        public ToldResult get(int index) {
            return results.get(index);
        }

        @Override
        public int size() {
            return results.size();
        }

        @Override
        public Stream<ToldResult> stream() {
            told.remove(asset);
            return results.stream();
        }
    }

    @Test
    void takeResultsAlsoIfAMonitorEndsInThatMoment() {
        told.add("device:monitors-ends");
        told.add("device:monitors-stays");
        long ends = told.id("device:monitors-ends");
        long stays = told.id("device:monitors-stays");
        List<ToldResult> results =
                new Ending(
                        "device:monitors-ends",
                        new ToldResult(ends, PluginResult.of(2, "")),
                        new ToldResult(stays, PluginResult.of(2, "")));

        assertThatCode(() -> access.asSystem(() -> monitors.tell(results, Reach.ALL)))
                .doesNotThrowAnyException();

        assertThat(told.standing("device:monitors-stays").state()).isEqualTo(MonitorState.CRITICAL);
        assertThat(monitors.find(ends, Reach.ALL)).isEmpty();
    }
}
