package dev.cadastre.query;

import java.util.List;

/** The parts of an {@link Query.And} or {@link Query.Or}. */
final class Joined {
    private Joined() {}

    static List<Query> require(List<Query> parts, Class<? extends Query> joint) {
        boolean nested =
                parts.stream()
                        .anyMatch(
                                part -> joint.isInstance(part) || part instanceof Query.Everything);
        if (parts.size() < 2 || nested) {
            throw new IllegalArgumentException("Use Query.allOf and Query.anyOf to join queries");
        }
        return List.copyOf(parts);
    }
}
