package dev.cadastre.server.topology.graph;

import dev.cadastre.server.topology.RelationType;

/** Is shown relations one by one, without an object for each; the numbers are a Relation's. */
@FunctionalInterface
public interface RelationVisitor {

    /** One relation. */
    void visit(int from, RelationType type, int to, int alternatives, boolean counts);
}
