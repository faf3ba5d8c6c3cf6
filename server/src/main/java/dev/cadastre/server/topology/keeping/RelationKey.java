package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.RelationType;

/**
 * A relation by the numbers of its ends.
 *
 * @param source the number of the asset that it starts from
 * @param target the number of the asset that it leads to
 */
public record RelationKey(int source, RelationType type, int target) {

    /** Of the relation's intervals, whose subject is the source. */
    String stored() {
        return type + " " + target;
    }

    static RelationKey of(long subject, String stored) {
        int space = stored.indexOf(' ');
        return new RelationKey(
                Math.toIntExact(subject),
                RelationType.valueOf(stored.substring(0, space)),
                Integer.parseInt(stored.substring(space + 1)));
    }
}
