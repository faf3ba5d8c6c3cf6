package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a host, under whatever names it had. Thread-safe. */
@Service
public class History {

    private final HostReader hosts;
    private final HostHistory history;

    History(HostReader hosts, HostHistory history) {
        this.hosts = hosts;
        this.history = history;
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
        TimelineQuery query =
                new TimelineQuery(reach.environments(), null, until, before(after), limit + 1);
        List<TimelineEvent> events =
                history.events(row, query).stream()
                        .filter(event -> since == null || !event.at().isBefore(since))
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
