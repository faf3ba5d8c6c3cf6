package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a question about what repositories offer has come.
 *
 * @param id names it at {@code /upgrades/{id}}, for as long as the server remembers it
 * @param total how many hosts are asked
 * @param done how many of them have answered, or cannot
 * @param items some of the answers, in the order in which they came
 * @param next what to send as {@code after} for those that follow, also where they are still to
 *     come; null once all have been sent
 */
public record UpgradeAnswers(
        String id, int total, int done, List<Item> items, @Nullable String next) {

    /** Copies the items. */
    public UpgradeAnswers {
        items = List.copyOf(items);
    }

    /** What an answer comes to. */
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

    /**
     * What one host says.
     *
     * @param listedAt of when its lists of the repositories are; null if it has none
     * @param upgrades what is newer than what it has
     * @param reason why the answer is as it is, as sentences; null where nothing is to be explained
     * @param remedy what to do about it, as a sentence; null where nothing is to be done
     */
    public record Item(
            String host,
            String environment,
            State state,
            @Nullable Instant listedAt,
            List<Upgrade> upgrades,
            @Nullable String reason,
            @Nullable String remedy) {

        /** Copies the upgrades. */
        public Item {
            upgrades = List.copyOf(upgrades);
        }
    }

    /**
     * A newer version.
     *
     * @param name the package's name, or the module's
     * @param version the newest version of its line that is offered, or the module's stream
     * @param type {@code deb}, {@code rpm}, {@code apk}
     * @param module whether it is a stream of a dnf module
     * @param repository where it is offered
     * @param installed the version that the host has of that package; null if it has none
     * @param support how long it is supported
     */
    public record Upgrade(
            @JsonProperty("package") String name,
            String version,
            String type,
            boolean module,
            String repository,
            @Nullable String installed,
            Support support) {}
}
