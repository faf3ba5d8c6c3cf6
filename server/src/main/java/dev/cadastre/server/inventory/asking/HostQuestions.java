package dev.cadastre.server.inventory.asking;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.BackgroundThreads;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;

/**
 * Asks hosts, a bounded number at once. To be extended by each sort of question. Thread-safe.
 * Questions are remembered in memory: the latest ones, until the server stops.
 *
 * @param <Q> what is asked
 * @param <A> what one host answers
 */
@NamedInterface("asking")
public abstract class HostQuestions<Q, A extends HostAnswer> extends BackgroundThreads {

    private static final Logger log = LoggerFactory.getLogger(HostQuestions.class);
    private static final int REMEMBERED_HOSTS = 200_000;
    private static final int PART = 1_000;

    private final Hosts hosts;
    private final Access access;
    private final Semaphore places;
    private final int atOnce;
    private final Map<String, HostQuestion<Q, A>> asked = new LinkedHashMap<>();

    /** Asks that many hosts at the same time, over all questions of this sort. */
    protected HostQuestions(Hosts hosts, Access access, int atOnce) {
        this.hosts = hosts;
        this.access = access;
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce);
    }

    /** Asks one host, on behalf of the system; blocks until it has answered or cannot. */
    protected abstract A ask(Host host, Q subject);

    /** What is told of a host whose asking failed in the server itself. */
    protected abstract A failed(Host host, RuntimeException failure);

    /**
     * Begins to ask the hosts that a query finds and on which the actor may have something done.
     *
     * @param query in the query language; blank for all
     * @throws dev.cadastre.server.access.NotAllowed if there is no environment where they may
     * @throws dev.cadastre.server.search.QueryRefused if the text is no query
     * @throws dev.cadastre.server.search.QueryTooSlow if it takes too long
     */
    protected final QuestionProgress<Q, A> begin(Q subject, String query) {
        Reach reach = access.reach(Verb.RUN, Part.INVENTORY);
        if (reach.equals(Reach.NONE)) {
            access.require(Verb.RUN, Part.INVENTORY, null);
        }
        return begin(subject, chosen(query, reach), reach);
    }

    /** Begins to ask one host; the caller has made sure that the actor may. */
    protected final QuestionProgress<Q, A> begin(Q subject, Host host) {
        return begin(subject, List.of(host), access.reach(Verb.RUN, Part.INVENTORY));
    }

    private QuestionProgress<Q, A> begin(Q subject, List<Host> chosen, Reach reach) {
        var question = new HostQuestion<Q, A>(subject, chosen);
        remember(question);
        for (int i = 0; i < Math.min(atOnce, question.hosts()); i++) {
            execute(() -> work(question));
        }
        return question.progress(reach, 0, 0);
    }

    /**
     * How far that question has come, as far as the hosts are ones that the actor may ask; empty if
     * none of them is, or the server does not remember the question.
     *
     * @param after {@link QuestionProgress#next()} of what was read before; 0 for the beginning
     * @param limit the most answers to return
     */
    public final Optional<QuestionProgress<Q, A>> progress(String id, long after, int limit) {
        Reach reach = access.reach(Verb.RUN, Part.INVENTORY);
        synchronized (asked) {
            return Optional.ofNullable(asked.get(id))
                    .filter(question -> question.isVisible(reach))
                    .map(question -> question.progress(reach, after, limit));
        }
    }

    private List<Host> chosen(String query, Reach reach) {
        List<Host> chosen = new ArrayList<>();
        @Nullable String after = null;
        do {
            var part = new HostQuery(null, null, null, false, Lifecycle.LIVE, null, after, PART);
            Page<Host> page =
                    query.isBlank() ? hosts.find(part, reach) : hosts.find(part, query, reach);
            chosen.addAll(page.items());
            after = page.next();
        } while (after != null);
        return chosen;
    }

    private void remember(HostQuestion<Q, A> question) {
        synchronized (asked) {
            asked.put(question.id(), question);
            var oldest = asked.values().iterator();
            int held = asked.values().stream().mapToInt(HostQuestion::hosts).sum();
            while (held > REMEMBERED_HOSTS && asked.size() > 1) {
                held -= oldest.next().hosts();
                oldest.remove();
            }
        }
    }

    /** Asks host after host; several threads do so for one question. */
    private void work(HostQuestion<Q, A> question) {
        try {
            for (Host host = question.take(); host != null; host = question.take()) {
                places.acquire();
                try {
                    question.answered(answer(host, question.subject()));
                } finally {
                    places.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever asked waits for an answer, so that one comes whatever happens. */
    private A answer(Host host, Q subject) {
        try {
            return access.asSystem(() -> ask(host, subject));
        } catch (RuntimeException e) {
            log.error("Asking {} failed", host.name(), e);
            return failed(host, e);
        }
    }
}
