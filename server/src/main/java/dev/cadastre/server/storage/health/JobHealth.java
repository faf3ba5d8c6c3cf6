package dev.cadastre.server.storage.health;

import dev.cadastre.server.storage.upkeep.JobState;
import dev.cadastre.server.storage.upkeep.JobState.Outcome;
import dev.cadastre.server.storage.upkeep.Jobs;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether scheduled work was done the last time. */
@Component
class JobHealth implements Examination {

    private final Jobs jobs;

    JobHealth(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Finding> examine() {
        return findings(jobs.all());
    }

    /** Pure. */
    static List<Finding> findings(List<JobState> jobs) {
        return jobs.stream()
                .filter(job -> job.outcome() == Outcome.FAILED)
                .map(job ->
                        Finding.error(
                                FindingKind.JOB_FAILED,
                                job.name(),
                                "It failed at %s: %s".formatted(job.lastAt(), job.problem())))
                .toList();
    }
}
