package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a host, under whatever names it had. Thread-safe. */
@Service
public class History {

    private final HostReader hosts;
    private final HostHistory names;
    private final Timeline timeline;

    History(HostReader hosts, HostHistory names, Timeline timeline) {
        this.hosts = hosts;
        this.names = names;
        this.timeline = timeline;
    }

    /**
     * The host's timeline events between two moments, newest first.
     *
     * @param since the earliest; null for no bound
     * @param until the latest; null for no bound
     * @throws UnknownHost if there is none of that name within reach
     */
    @Transactional(readOnly = true)
    public Page<TimelineEvent> of(
            String host,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String after,
            int limit,
            Reach reach) {
        HostRow row = hosts.known(host, null, reach);
        Set<String> known = new HashSet<>(names.names(row.ordinal()));
        known.add(row.name());
        Long before = before(after);
        List<TimelineEvent> events =
                known.stream()
                        .flatMap(name ->
                                timeline
                                        .find(
                                                new TimelineQuery(
                                                        reach.environments(),
                                                        "host:" + name,
                                                        until,
                                                        before,
                                                        limit + 1))
                                        .stream())
                        .filter(event -> since == null || !event.at().isBefore(since))
                        .sorted(Comparator.comparingLong(TimelineEvent::id).reversed())
                        .limit(limit + 1L)
                        .toList();
        boolean more = events.size() > limit;
        List<TimelineEvent> page = more ? events.subList(0, limit) : events;
        return new Page<>(page, more ? Cursor.of(String.valueOf(page.getLast().id())) : null);
    }

    private static @Nullable Long before(@Nullable String after) {
        List<String> parts = Cursor.parts(after, 1);
        if (after == null || parts == null) {
            return null;
        }
        try {
            return Long.valueOf(parts.getFirst());
        } catch (NumberFormatException e) {
            throw new InvalidCursor(after, e);
        }
    }
}
