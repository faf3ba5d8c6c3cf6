package dev.cadastre.server.web.api;

import dev.cadastre.server.inventory.Conflict;

/** Conflicts as they are sent. */
public final class ConflictRecords {

    private ConflictRecords() {}

    public static dev.cadastre.api.Conflict conflict(Conflict conflict) {
        return new dev.cadastre.api.Conflict(
                conflict.id(),
                dev.cadastre.api.Conflict.Kind.valueOf(conflict.kind().name()),
                conflict.host(),
                conflict.other(),
                conflict.reason(),
                conflict.since());
    }
}
