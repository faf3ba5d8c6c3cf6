package dev.cadastre.change.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Jobs that follow one another on hosts without one of this machine between them, or a job of this
 * machine. A stage begins when all before it are done everywhere, so that a change is done in the
 * order in which it is read.
 *
 * @param isLocal whether it is a job of this machine
 * @param jobs their names, in the order in which they are done
 * @param daemons whether restarts that are due follow, for the hosts are done, or something tells
 *     how they are
 * @param release whether the bundle is removed at the end
 */
record Stage(boolean isLocal, List<String> jobs, boolean daemons, boolean release) {

    Stage {
        jobs = List.copyOf(jobs);
    }

    /** What it is called in a journal. */
    String name() {
        return jobs.isEmpty() ? "" : jobs.get(0);
    }

    /** The stages of a run, in order. */
    static List<Stage> of(RunHead head, boolean undoing) {
        List<JobLine> jobs = new ArrayList<>(head.jobs());
        int close = undoing ? -1 : close(jobs);
        if (undoing) {
            Collections.reverse(jobs);
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            JobLine job = jobs.get(i);
            if (i == close) {
                releaseAfter(stages);
            }
            // Of a job at both, the local half is undone after the others.
            if (job.isLocal() && !undoing) {
                stages.add(new Stage(true, List.of(job.name()), false, false));
            }
            if (job.isRemote() && !job.isBundle()) {
                append(stages, job.name());
            }
            if (job.isLocal() && undoing) {
                stages.add(new Stage(true, List.of(job.name()), false, false));
            }
        }
        if (head.jobs().stream().anyMatch(JobLine::isRemote)) {
            boolean gated = !undoing && head.settings().strategy() instanceof Strategy.Canary;
            restartAfter(stages, stage -> gated || (!undoing && isTrial(head, stage)));
            if (close < 0) {
                releaseAfter(stages);
            }
        }
        return stages;
    }

    /** Where the bundle is closed; -1 for at the end, since what comes after it needs it. */
    private static int close(List<JobLine> jobs) {
        int last = -1;
        for (int i = 0; i < jobs.size(); i++) {
            JobLine job = jobs.get(i);
            if (job.kind() == JobLine.Kind.CLOSE) {
                last = i;
            } else if (job.isRemote() && !job.isBundle()) {
                last = -1;
            }
        }
        return last;
    }

    private static void append(List<Stage> stages, String job) {
        Stage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
        if (last == null || last.isLocal()) {
            stages.add(new Stage(false, List.of(job), false, false));
            return;
        }
        List<String> jobs = new ArrayList<>(last.jobs());
        jobs.add(job);
        stages.set(stages.size() - 1, new Stage(false, jobs, false, false));
    }

    private static void releaseAfter(List<Stage> stages) {
        Stage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
        if (last == null || last.isLocal()) {
            stages.add(new Stage(false, List.of(), false, true));
        } else {
            stages.set(stages.size() - 1, new Stage(false, last.jobs(), last.daemons(), true));
        }
    }

    private static boolean isTrial(RunHead head, Stage stage) {
        return stage.isLocal() && head.job(stage.name()).isTrial();
    }

    /**
     * Restarts follow the last jobs of hosts, and those before something that tells how hosts are.
     */
    private static void restartAfter(List<Stage> stages, Predicate<Stage> isTrial) {
        boolean awaited = true;
        for (int i = stages.size() - 1; i >= 0; i--) {
            Stage stage = stages.get(i);
            awaited |= isTrial.test(stage);
            if (awaited && !stage.isLocal() && !stage.jobs().isEmpty()) {
                stages.set(i, new Stage(false, stage.jobs(), true, stage.release()));
                awaited = false;
            }
        }
    }
}
