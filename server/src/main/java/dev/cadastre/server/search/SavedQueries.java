package dev.cadastre.server.search;

import dev.cadastre.server.access.Access;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queries with names, which any query can mention. They are no secret to whoever may ask queries;
 * what they find is told within the reach of who asks. Thread-safe.
 */
@Service
public class SavedQueries {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    private final SavedQueryTable table;
    private final Queries queries;
    private final ObjectProvider<SavedQueryUse> uses;
    private final Access access;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SavedQueries(
            SavedQueryTable table,
            Queries queries,
            ObjectProvider<SavedQueryUse> uses,
            Access access,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.queries = queries;
        this.uses = uses;
        this.access = access;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** All by name. */
    public List<SavedQuery> all() {
        return table.all();
    }

    /** The one of that name. */
    public Optional<SavedQuery> named(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /**
     * Saves a query under a name, in the place of the one that has it.
     *
     * @throws QueryRefused if the text is no query, or mentions itself on whatever way
     */
    @Transactional
    public SavedQueryChange put(String name, String q) {
        if (!NAME.matcher(name).matches()) {
            return new SavedQueryChange.Invalid(
                    "name",
                    "A saved query has a name of at most 100 letters, digits, “.”, “_” and “-”,"
                            + " and begins with a letter, a digit or “_”.");
        }
        if (q.isBlank()) {
            return new SavedQueryChange.Invalid("q", "There is no query to save.");
        }
        table.lock();
        queries.parse(q, name);
        table.put(
                new SavedQuery(
                        name,
                        q,
                        access.actor().label(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return changed("query.save", name);
    }

    /** Removes a saved query that nothing mentions. */
    @Transactional
    public SavedQueryChange remove(String name) {
        table.lock();
        if (named(name).isEmpty()) {
            return new SavedQueryChange.Unknown();
        }
        List<String> users = Stream.concat(others(name), elsewhere(name)).toList();
        if (!users.isEmpty()) {
            return new SavedQueryChange.Used(users);
        }
        table.remove(name);
        return changed("query.remove", name);
    }

    private Stream<String> others(String name) {
        return table.all().stream()
                .filter(saved -> queries.mentions(saved.q(), name))
                .map(saved -> "the saved query " + saved.name());
    }

    private Stream<String> elsewhere(String name) {
        return uses.orderedStream().flatMap(use -> use.of(name).stream());
    }

    private SavedQueryChange changed(String action, String name) {
        access.audit(action, "query:" + name, null, "done");
        publisher.publishEvent(new SavedQueriesChanged());
        return new SavedQueryChange.Done();
    }
}
