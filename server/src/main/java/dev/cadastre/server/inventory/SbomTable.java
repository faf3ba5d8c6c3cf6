package dev.cadastre.server.inventory;

import dev.cadastre.server.storage.Interval;
import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps which bills of materials a host has and had, but for their packages. */
@Component
class SbomTable {

    static final String TABLE = "inventory.sbom";

    private final Intervals intervals;

    SbomTable(Intervals intervals) {
        this.intervals = intervals;
    }

    boolean any(int host) {
        return !intervals.open(TABLE, host).isEmpty();
    }

    /** Those of that moment or of now, by application. */
    List<AttachedSbom> of(int host, @Nullable Instant at) {
        List<Interval> found =
                at == null ? intervals.open(TABLE, host) : intervals.at(TABLE, host, at);
        return found.stream()
                .map(interval -> StateJson.read(interval.value(), AttachedSbom.class))
                .toList();
    }

    void put(int host, AttachedSbom sbom, Instant now) {
        change(host, now, open -> open.put(sbom.application(), StateJson.write(sbom)));
    }

    void remove(int host, String application, Instant now) {
        change(host, now, open -> open.remove(application));
    }

    private void change(int host, Instant now, Consumer<Map<String, String>> change) {
        intervals.apply(
                TABLE,
                host,
                open -> {
                    Map<String, String> wanted = new HashMap<>(open);
                    change.accept(wanted);
                    return wanted;
                },
                now);
    }
}
