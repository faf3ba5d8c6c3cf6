package dev.cadastre.server.web.page;

import dev.cadastre.api.Host;
import dev.cadastre.api.TimelineEvent;
import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one host.
 *
 * @param host the host
 * @param tab the path of the tab shown, {@code packages}
 * @param tabs all tabs
 * @param content the tab's content
 * @param about the panel of its attributes
 * @param events what happened to it last
 * @param at the moment looked at; null for now
 * @param collecting the collection under way that was asked for here; null if none
 * @param asking the question to its repositories that was put here; null if none
 * @param presentedKey the fingerprint of a host key that waits to be accepted; null if none
 */
public record HostPage(
        Host host,
        String tab,
        List<Tab> tabs,
        Content content,
        List<Attribute> about,
        List<TimelineEvent> events,
        @Nullable Instant at,
        @Nullable String collecting,
        @Nullable Asking asking,
        @Nullable String presentedKey) {

    /**
     * A question to the repositories of the host.
     *
     * @param id names it
     * @param answered whether the host has answered, or cannot
     * @param said what there is to explain, as sentences; may be empty
     */
    public record Asking(String id, boolean answered, String said) {}

    /** A tab: its title, how many entries it has if that is known, and where it leads. */
    public record Tab(String title, @Nullable Integer count, String link, boolean current) {}

    /**
     * A line of the panel.
     *
     * @param name what it tells
     * @param values one line each, as shown
     * @param full what is shown on hovering
     * @param exact whether the values are set in a fixed width
     */
    public record Attribute(String name, List<String> values, String full, boolean exact) {}
}
