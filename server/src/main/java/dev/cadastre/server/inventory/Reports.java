package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;

/** Takes reports in. Thread-safe; reports of one host are taken one after another. */
public interface Reports {

    /** Stores what {@code report} tells; when this returns it is committed. */
    Acceptance accept(Origin origin, Report report);
}
