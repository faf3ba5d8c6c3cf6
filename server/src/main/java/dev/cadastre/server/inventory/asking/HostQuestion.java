package dev.cadastre.server.inventory.ownership;

import dev.cadastre.probe.HostFile;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A question about a file, with the hosts that are still to be asked. Thread-safe. */
final class FileQuestion {

    private final String id = UUID.randomUUID().toString();
    private final HostFile file;
    private final List<String> environments;
    private final Queue<Host> waiting;
    private final List<FileAnswer> answers = new ArrayList<>();

    FileQuestion(HostFile file, List<Host> hosts) {
        this.file = file;
        this.environments = hosts.stream().map(Host::environment).toList();
        this.waiting = new ConcurrentLinkedQueue<>(hosts);
    }

    String id() {
        return id;
    }

    HostFile file() {
        return file;
    }

    int hosts() {
        return environments.size();
    }

    /** The next host to ask; null if there is none. */
    @Nullable Host take() {
        return waiting.poll();
    }

    synchronized void answered(FileAnswer answer) {
        answers.add(answer);
    }

    /** One for no host tells nothing of any. */
    boolean isVisible(Reach reach) {
        return environments.isEmpty() || environments.stream().anyMatch(reach::covers);
    }

    synchronized FileProgress progress(Reach reach, long after, int limit) {
        int from = Math.clamp(after, 0, answers.size());
        int to = Math.min(from + limit, answers.size());
        boolean more = to < answers.size() || answers.size() < environments.size();
        return new FileProgress(
                id,
                file.path(),
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
