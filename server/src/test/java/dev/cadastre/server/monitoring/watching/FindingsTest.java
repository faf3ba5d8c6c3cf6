package dev.cadastre.server.monitoring.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.monitoring.LastResult;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class FindingsTest {

    @Autowired private ToldMonitors told;
    @Autowired private MonitorBook book;
    @Autowired private Findings findings;

    private Watched only(String asset) {
        return book.of(asset).getFirst();
    }

    @Test
    void knowNoResultOfWhatWasNeverTold() {
        told.add("device:findings-new");

        assertThat(findings.last(only("device:findings-new"))).isNull();
    }

    @Test
    void knowTheLastResultThoughItIsNotInMemory() {
        told.add("device:findings-kept");
        told.tell("device:findings-kept", MonitorState.CRITICAL);
        Watched known = only("device:findings-kept");
        book.change(known.id(), one -> one.after(one.standing(), null));

        LastResult last = Objects.requireNonNull(findings.last(only("device:findings-kept")));

        assertThat(last.state()).isEqualTo(MonitorState.CRITICAL);
    }
}
