package dev.cadastre.server.search;

import java.util.List;

/**
 * The fields that a part registers, as a bean. Two parts may know hosts by the same field: it finds
 * what either does, and the part that comes later in the order describes it.
 */
public interface QueryFields {

    /** Always the same ones; their order is that in which they are offered. */
    List<QueryField> queryFields();
}
