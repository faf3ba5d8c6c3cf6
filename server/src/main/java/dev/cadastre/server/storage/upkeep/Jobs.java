package dev.cadastre.server.storage.upkeep;

import dev.cadastre.server.storage.upkeep.JobState.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Component;

/** Reads of all scheduled work how it went. Thread-safe. */
@Component
public class Jobs {

    private static final String PACKAGE = "dev.cadastre.server.";

    private final ObjectProvider<ScheduledTaskHolder> tasks;
    private final ObjectProvider<RetentionJob> retention;

    Jobs(ObjectProvider<ScheduledTaskHolder> tasks, ObjectProvider<RetentionJob> retention) {
        this.tasks = tasks;
        this.retention = retention;
    }

    /** All of it, by name. */
    public List<JobState> all() {
        Map<String, List<Kept>> kept = kept();
        return tasks.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(task -> state(task, kept))
                .sorted(Comparator.comparing(JobState::name))
                .toList();
    }

    /** Those that forget what is past its time, by name. */
    public List<JobState> forgetting() {
        return all().stream().filter(job -> !job.kept().isEmpty()).toList();
    }

    private Map<String, List<Kept>> kept() {
        Map<String, List<Kept>> kept = new HashMap<>();
        retention.forEach(job -> kept.put(AopUtils.getTargetClass(job).getName(), job.kept()));
        return kept;
    }

    private static JobState state(ScheduledTask task, Map<String, List<Kept>> kept) {
        String method = task.getTask().toString();
        String type = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        TaskExecutionOutcome last = task.getTask().getLastExecutionOutcome();
        return new JobState(
                method.startsWith(PACKAGE) ? method.substring(PACKAGE.length()) : method,
                kept.getOrDefault(type, List.of()),
                last.executionTime(),
                outcome(last),
                problem(last.throwable()),
                next(task));
    }

    private static Outcome outcome(TaskExecutionOutcome last) {
        return switch (last.status()) {
            case NONE -> Outcome.NONE;
            case STARTED -> Outcome.RUNNING;
            case SUCCESS -> Outcome.DONE;
            case ERROR -> Outcome.FAILED;
        };
    }

    /** The innermost reason: what wraps it says less. */
    private static String problem(@Nullable Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .reduce((_, inner) -> inner)
                .map(inner -> Objects.requireNonNullElse(inner.getMessage(), inner.toString()))
                .orElse("");
    }

    private static @Nullable Instant next(ScheduledTask task) {
        return task.nextExecution();
    }
}
