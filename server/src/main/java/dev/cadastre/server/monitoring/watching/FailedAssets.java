package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.MonitorState;
import dev.cadastre.server.monitoring.keeping.Watched;
import dev.cadastre.server.monitoring.state.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Tells by monitors of availability which assets are down. Pure. */
final class FailedAssets {

    private FailedAssets() {}

    /** Assets of which it is certain, the one that failed first first. */
    static List<String> certain(Collection<Watched> monitors) {
        return among(monitors, false);
    }

    /** Those too of which it is not certain yet. */
    static List<String> certainOrNot(Collection<Watched> monitors) {
        return among(monitors, true);
    }

    private static List<String> among(Collection<Watched> monitors, boolean uncertain) {
        List<Watched> failed = new ArrayList<>();
        for (Watched one : monitors) {
            if (one.definition().availability() && isDown(one.standing(), uncertain)) {
                failed.add(one);
            }
        }
        failed.sort(Comparator.comparing(one -> one.standing().since()));
        LinkedHashSet<String> assets = new LinkedHashSet<>();
        failed.forEach(one -> assets.add(one.row().asset()));
        return List.copyOf(assets);
    }

    private static boolean isDown(Standing standing, boolean uncertain) {
        return standing.hard() == MonitorState.CRITICAL
                || (uncertain && standing.state() == MonitorState.CRITICAL);
    }
}
