package dev.cadastre.server.change.asking;

import dev.cadastre.change.Change;
import dev.cadastre.change.run.Task;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something to be done on the machine of whoever is attached to a run.
 *
 * @param number by which it is answered
 * @param name for people
 * @param job the name of the job that it does, or undoes
 * @param undoing whether it undoes it
 * @param before what was there before, if the job's operation undoes it by its own means; null if
 *     it does not
 * @param as the account that it is done as; null for that of the command line
 * @param limit how long it may take
 */
@NamedInterface("asking")
public record LocalTask(
        int number,
        String name,
        String job,
        boolean undoing,
        @Nullable Map<String, String> before,
        @Nullable String as,
        Duration limit) {

    /** Copies what was there before. */
    public LocalTask {
        before = before == null ? null : Map.copyOf(before);
    }

    /** Tasks are numbered as the jobs of the change, first to be done and then to be undone. */
    static LocalTask of(Task task, Change change) {
        int jobs = change.jobs().size();
        return new LocalTask(
                task.number(),
                task.name(),
                change.jobs().get((task.number() - 1) % jobs).name(),
                task.number() > jobs,
                task.before(),
                task.as(),
                task.limit());
    }
}
