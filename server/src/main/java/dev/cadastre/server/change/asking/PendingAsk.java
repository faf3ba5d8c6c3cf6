package dev.cadastre.server.change.asking;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that is asked for and has not come yet. Guarded by its board. */
final class PendingAsk {

    final long id;
    final Ask.Kind kind;
    final String name;
    final boolean wasWrong;
    final List<LocalTask> tasks;
    final String basis;
    final Consumer<String> output;

    /** What is given for a secret. */
    final CompletableFuture<@Nullable String> secret = new CompletableFuture<>();

    /** Whether a step may be done. */
    final CompletableFuture<Boolean> agreed = new CompletableFuture<>();

    /** How what is to be done ended. */
    final CompletableFuture<LocalResult> result = new CompletableFuture<>();

    @Nullable String claim;
    @Nullable String claimedBy;
    Instant lastSign = Instant.MAX;
    boolean isToStop;

    private PendingAsk(
            long id,
            Ask.Kind kind,
            String name,
            boolean wasWrong,
            List<LocalTask> tasks,
            String basis,
            Consumer<String> output) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.wasWrong = wasWrong;
        this.tasks = tasks;
        this.basis = basis;
        this.output = output;
    }

    static PendingAsk secret(long id, String name, boolean wasWrong) {
        return new PendingAsk(id, Ask.Kind.SECRET, name, wasWrong, List.of(), "", _ -> {});
    }

    static PendingAsk look(long id, List<LocalTask> tasks) {
        return new PendingAsk(id, Ask.Kind.LOCAL_LOOK, "", false, tasks, "", _ -> {});
    }

    static PendingAsk task(long id, LocalTask task, String basis, Consumer<String> output) {
        return new PendingAsk(id, Ask.Kind.LOCAL_TASK, "", false, List.of(task), basis, output);
    }

    static PendingAsk step(long id, String words) {
        return new PendingAsk(id, Ask.Kind.STEP, words, false, List.of(), "", _ -> {});
    }

    /** Whether it is waited for no longer. */
    boolean isDone() {
        return secret.isDone() || agreed.isDone() || result.isDone();
    }

    /** Whether a command line does it. */
    boolean isLocal() {
        return kind == Ask.Kind.LOCAL_LOOK || kind == Ask.Kind.LOCAL_TASK;
    }

    Ask shown() {
        return new Ask(id, kind, name, wasWrong, tasks, basis, claimedBy);
    }

    /** Nobody will give it. */
    void giveUp(LocalResult how) {
        secret.complete(null);
        agreed.complete(false);
        result.complete(how);
    }
}
