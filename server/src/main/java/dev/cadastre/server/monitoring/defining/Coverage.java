package dev.cadastre.server.monitoring.defining;

import dev.cadastre.server.monitoring.keeping.MonitorRow;
import dev.cadastre.server.monitoring.keeping.MonitorTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done so that there is a monitor for all that is to be checked, and none for
 * anything else. A host keeps its monitors when it gets another name. Pure.
 *
 * @param added those to be made
 * @param changed those that have another name, asset or environment
 * @param ended those of which nothing is left
 */
record Coverage(List<MonitorTable.Fresh> added, List<MonitorRow> changed, List<MonitorRow> ended) {

    /** By which a monitor stays the same: the host, or the asset where there is none. */
    private record Key(long definition, int host, String asset) {

        static Key of(long definition, int host, String asset) {
            return new Key(definition, host, host == 0 ? asset : "");
        }
    }

    /**
     * What has to be done.
     *
     * @param wanted all that is to be checked
     * @param living all monitors that there are
     */
    static Coverage of(Collection<MonitorTable.Fresh> wanted, Collection<MonitorRow> living) {
        Map<Key, MonitorRow> left = new HashMap<>();
        living.forEach(row -> left.put(Key.of(row.definition(), row.host(), row.asset()), row));
        List<MonitorTable.Fresh> added = new ArrayList<>();
        List<MonitorRow> changed = new ArrayList<>();
        for (MonitorTable.Fresh one : wanted) {
            MonitorRow known = left.remove(Key.of(one.definition(), one.host(), one.asset()));
            if (known == null) {
                added.add(one);
            } else if (!isLike(known, one)) {
                changed.add(
                        new MonitorRow(
                                known.id(),
                                known.definition(),
                                one.name(),
                                one.asset(),
                                one.host(),
                                one.environment(),
                                known.madeAt()));
            }
        }
        return new Coverage(added, changed, List.copyOf(left.values()));
    }

    private static boolean isLike(MonitorRow known, MonitorTable.Fresh one) {
        return known.name().equals(one.name())
                && known.asset().equals(one.asset())
                && known.environment().equals(one.environment());
    }
}
