package dev.cadastre.change.run;

import dev.cadastre.change.plan.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a run before it begins, and does not change.
 *
 * @param run its name or number, unique among runs
 * @param who the person who started it
 * @param why what for; may be empty
 * @param change the change's name
 * @param changeDigest of the change
 * @param planDigest of the plan that it carries out; empty for none
 * @param bundle the name of the directory on hosts that is its lock
 * @param parameters what the change was given, without secrets
 * @param settings how it is run
 * @param hosts in the order in which their locks are taken
 * @param jobs of the change
 */
public record RunHead(
        String run,
        String who,
        String why,
        String change,
        String changeDigest,
        String planDigest,
        String bundle,
        SortedMap<String, String> parameters,
        RunSettings settings,
        List<String> hosts,
        List<JobLine> jobs) {

    /** Copies what can be changed. */
    public RunHead {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        hosts = List.copyOf(hosts);
        jobs = List.copyOf(jobs);
    }

    /** The job of that name. */
    JobLine job(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no job " + name));
    }

    /** The places where something is done, the machine of whoever runs it first. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        if (jobs.stream().anyMatch(JobLine::isLocal)) {
            places.add(Place.LOCAL);
        }
        if (jobs.stream().anyMatch(JobLine::isRemote)) {
            places.addAll(Place.hosts(hosts));
        }
        return places;
    }

    /** Daemons that jobs ask to have restarted, or reloaded, in the order of first mention. */
    List<Daemon> daemons() {
        List<Daemon> daemons = new ArrayList<>();
        for (JobLine job : jobs) {
            job.restarts().forEach(name -> daemons.add(new Daemon(Step.Kind.RESTART, name)));
            job.reloads().forEach(name -> daemons.add(new Daemon(Step.Kind.RELOAD, name)));
        }
        return daemons.stream().distinct().toList();
    }

    /**
     * A daemon and what is asked for.
     *
     * @param kind to restart or to reload it
     * @param name the daemon's
     */
    record Daemon(Step.Kind kind, String name) {
        /** Whether a job asks for it. */
        boolean isWantedBy(JobLine job) {
            List<String> names = kind == Step.Kind.RESTART ? job.restarts() : job.reloads();
            return names.contains(name);
        }

        Step at(Place place) {
            return new Step(kind, name, place);
        }
    }
}
