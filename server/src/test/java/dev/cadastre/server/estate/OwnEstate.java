package dev.cadastre.server.estate;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.timeline.Timeline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * An estate of a test's own over the shared database: the other parts of the server do not hear of
 * its changes, and starting it again is as quick as making another one.
 */
final class OwnEstate {

    static final String TWO_HOSTS =
            """
            [DEFAULT]
            ssh.user = ops
            [environment estate-qa]
            [host estate1]
            environment = estate-qa
            address = 10.9.0.1
            [host estate2]
            environment = estate-qa
            address = 10.9.0.2
            """;

    /** What it takes, from the server. */
    @Component
    record Means(
            JdbcClient jdbc,
            Timeline timeline,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Access access,
            Clock clock) {

        void clear() {
            for (String table : List.of("applied_file", "added_host", "added_environment")) {
                jdbc.sql("delete from estate." + table).update();
            }
        }
    }

    final List<EstateChanged> published = new ArrayList<>();
    final Estate estate;
    final EstateWatch watch;
    boolean failing;

    private OwnEstate(Means means, @Nullable Path path) {
        var store = new EstateStore(means.jdbc(), means.clock());
        var events = new EstateEvents(means.timeline(), means.json());
        var declared = new DeclaredEstate(store, events, this::publish, means.transactions());
        var changes = new FileChanges(declared, store, SectionChecks.NONE, means.clock());
        var file = new WatchedFile(path);
        declared.restore();
        estate =
                new Estate(
                        declared,
                        changes,
                        new ApiChanges(declared, store),
                        file,
                        SectionChecks.NONE,
                        means.access());
        watch = new EstateWatch(file, changes);
    }

    private void publish(Object event) {
        if (failing) {
            throw new IllegalStateException("a listener fails");
        }
        published.add((EstateChanged) event);
    }

    /** What a server has after its start. */
    static OwnEstate started(Means means, @Nullable Path path) {
        OwnEstate own = new OwnEstate(means, path);
        own.watch.start();
        return own;
    }

    /** Looks at the file until it counts as saved. */
    void noticeSaving() {
        watch.look();
        watch.look();
    }

    List<String> hosts() {
        return List.copyOf(estate.model().hosts().keySet());
    }
}
