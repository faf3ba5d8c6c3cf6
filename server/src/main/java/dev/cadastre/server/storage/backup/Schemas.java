package dev.cadastre.server.storage.backup;

import java.util.List;
import java.util.Map;

/** Makes and brings forward the tables of the parts. */
public interface Schemas {

    /** The parts, none of whose tables refers to those of another. */
    List<String> parts();

    /** The newest version of each part's tables that this program knows. */
    Map<String, String> newest();

    /**
     * Makes the tables of some parts, in the given versions; their views where that is the newest.
     */
    void make(Map<String, String> versions);

    /** Brings the tables and views of all parts to the newest version. */
    void migrate();
}
