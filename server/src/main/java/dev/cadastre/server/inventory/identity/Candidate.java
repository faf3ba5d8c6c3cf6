package dev.cadastre.server.inventory.identity;

import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import java.util.Set;

/**
 * A record that a sighting may belong to, because of its name or of a key.
 *
 * @param host the record's ordinal
 * @param name its name
 * @param environment its environment
 * @param declared whether the estate states it
 * @param retired whether it is retired
 * @param heardRecently whether its last report is no older than three rounds of collection
 * @param keys what it is recognised by; empty before the first report
 */
public record Candidate(
        int host,
        String name,
        String environment,
        boolean declared,
        boolean retired,
        boolean heardRecently,
        Set<IdentityKey> keys) {
    public Candidate {
        keys = Set.copyOf(keys);
    }

    /** The name without the mark of a doubtful record: {@code web1} for {@code web1~2}. */
    public String claimedName() {
        int mark = name.indexOf('~');
        return mark < 0 ? name : name.substring(0, mark);
    }
}
