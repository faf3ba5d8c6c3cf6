package dev.cadastre.server.estate;

import dev.cadastre.server.timeline.NewEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Applies the estate file at start and whenever it was saved. It counts as saved when two looks in
 * a row find it the same, so that a file that is being written is not taken for a whole one.
 */
@Component
class EstateWatch {
    private final WatchedFile file;
    private final FileChanges changes;

    private WatchedFile.@Nullable Stamp seen;
    private WatchedFile.@Nullable Stamp applied;

    EstateWatch(WatchedFile file, FileChanges changes) {
        this.file = file;
        this.changes = changes;
    }

    /** Waits for nothing: the file was there before the server. */
    @EventListener(ApplicationStartedEvent.class)
    synchronized void start() {
        if (file.isNamed()) {
            apply(file.stamp());
        }
    }

    /** Looks once. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    synchronized void look() {
        if (!file.isNamed() || applied == null) {
            return;
        }
        WatchedFile.Stamp now = file.stamp();
        if (!now.equals(applied) && now.equals(seen)) {
            apply(now);
        }
        seen = now;
    }

    private void apply(WatchedFile.Stamp stamp) {
        changes.apply(file, NewEvent.SYSTEM);
        applied = stamp;
    }
}
