package dev.cadastre.server.search;

import java.util.List;

/** The fields that a part registers, as a bean. */
public interface QueryFields {

    /** Always the same ones; their order is that in which they are offered. */
    List<QueryField> queryFields();
}
