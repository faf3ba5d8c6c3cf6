package dev.cadastre.server.inventory.upgrade;

import dev.cadastre.server.inventory.asking.HostAnswer;
import dev.cadastre.server.inventory.support.Upgrade;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the repositories of one host offer.
 *
 * @param host its name
 * @param environment its environment when it was asked
 * @param state what the answer comes to
 * @param listedAt of when its lists of the repositories are; null if it has none, or none was seen
 * @param upgrades what is newer than what it has
 * @param reason why the answer is as it is, as sentences; null where there is nothing to explain
 * @param remedy what to do about it; null where nothing is to be done
 */
@NamedInterface("upgrade")
public record UpgradeAnswer(
        String host,
        String environment,
        State state,
        @Nullable Instant listedAt,
        List<Upgrade> upgrades,
        @Nullable String reason,
        @Nullable String remedy)
        implements HostAnswer {

    /** Copies the upgrades. */
    public UpgradeAnswer {
        upgrades = List.copyOf(upgrades);
    }

    /** What an answer comes to. */
    @NamedInterface("upgrade")
    public enum State {
        /** Something newer is offered. */
        NEWER,
        /** Nothing newer is. */
        NONE,
        /** The host has no lists of repositories, or no package manager that is known here. */
        NO_LISTS,
        /** Nothing is known of the host that could be newer. */
        NOTHING_KNOWN,
        /** The server does not connect to the host. */
        NO_ADDRESS,
        /** The host could not be asked. */
        UNREACHABLE,
        /** What the host said is no answer. */
        GARBLED
    }
}
