package dev.cadastre.server.monitoring.query;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.MonitorBook;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.search.PresentField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hosts with a monitor in a state, of themselves or of something on them. Thread-safe. */
@Component
class StateField extends PresentField {

    /** All that somebody has to do something about. */
    private static final String PROBLEM = "problem";

    private static final Names STATES =
            Names.oneOf(PROBLEM, "critical", "warning", "unknown", "ok", "pending");

    private static final Field FIELD =
            Field.named("state", "the state of a monitor of the host; known for now")
                    .withNames(STATES)
                    .withExample("state:critical");

    private final MonitorBook book;

    StateField(MonitorBook book) {
        super(FIELD, "states");
        this.book = book;
    }

    @Override
    protected Map<String, RoaringBitmap> byValue() {
        Map<String, RoaringBitmap> hosts = new HashMap<>();
        for (Watched one : book.after(0)) {
            int host = one.row().host();
            MonitorState state = one.standing().state();
            if (host != 0) {
                add(hosts, state.name().toLowerCase(Locale.ROOT), host);
                if (state.isProblem()) {
                    add(hosts, PROBLEM, host);
                }
            }
        }
        return hosts;
    }

    private static void add(Map<String, RoaringBitmap> hosts, String state, int host) {
        hosts.computeIfAbsent(state, _ -> new RoaringBitmap()).add(host);
    }
}
