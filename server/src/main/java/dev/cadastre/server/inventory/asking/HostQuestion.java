package dev.cadastre.server.inventory.asking;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A question, with the hosts that are still to be asked. Thread-safe. */
final class HostQuestion<Q, A extends HostAnswer> {

    private final String id = UUID.randomUUID().toString();
    private final Q subject;
    private final List<String> environments;
    private final Queue<Host> waiting;
    private final List<A> answers = new ArrayList<>();

    HostQuestion(Q subject, List<Host> hosts) {
        this.subject = subject;
        this.environments = hosts.stream().map(Host::environment).toList();
        this.waiting = new ConcurrentLinkedQueue<>(hosts);
    }

    String id() {
        return id;
    }

    Q subject() {
        return subject;
    }

    int hosts() {
        return environments.size();
    }

    /** The next host to ask; null if there is none. */
    @Nullable Host take() {
        return waiting.poll();
    }

    synchronized void answered(A answer) {
        answers.add(answer);
    }

    /** One for no host tells nothing of any. */
    boolean isVisible(Reach reach) {
        return environments.isEmpty() || environments.stream().anyMatch(reach::covers);
    }

    synchronized QuestionProgress<Q, A> progress(Reach reach, long after, int limit) {
        int from = Math.clamp(after, 0, answers.size());
        int to = Math.min(from + limit, answers.size());
        boolean more = to < answers.size() || answers.size() < environments.size();
        return new QuestionProgress<>(
                id,
                subject,
                Math.toIntExact(environments.stream().filter(reach::covers).count()),
                Math.toIntExact(
                        answers.stream()
                                .filter(answer -> reach.covers(answer.environment()))
                                .count()),
                answers.subList(from, to).stream()
                        .filter(answer -> reach.covers(answer.environment()))
                        .toList(),
                more ? Long.valueOf(to) : null);
    }
}
