package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.Relation;
import java.io.IOException;
import java.time.Instant;

/**
 * A map in some form, written as it is read: first all assets, then all relations between them. If
 * something fails on the way, it is left without its end, so that no part is taken for the whole.
 */
interface MapText {

    /** The moment that it shows. */
    void begin(Instant at) throws IOException;

    void asset(Asset asset) throws IOException;

    void relation(Relation relation) throws IOException;

    /** How many assets were left out, there being more than asked for. */
    void end(long omitted) throws IOException;
}
