package dev.cadastre.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An ordered list of jobs. Immutable.
 *
 * @param name what it is called, {@code [A-Za-z0-9._-]+}
 * @param summary what it is for, in a line; may be empty
 * @param jobs in the order in which they are done, with names that are unique
 */
public record Change(String name, String summary, List<Job> jobs) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if two jobs have one name
     */
    public Change {
        jobs = List.copyOf(jobs);
        if (jobs.stream().map(Job::name).distinct().count() != jobs.size()) {
            throw new IllegalArgumentException("two jobs of " + name + " have one name");
        }
    }

    /** A change of these jobs; those that have one name are numbered: {@code files.copy-2}. */
    public static Change of(String name, Job... jobs) {
        Map<String, Integer> seen = new HashMap<>();
        List<Job> named = new ArrayList<>();
        for (Job job : jobs) {
            int number = seen.merge(job.name(), 1, Integer::sum);
            named.add(number == 1 ? job : job.named(job.name() + "-" + number));
        }
        return new Change(name, "", named);
    }
}
