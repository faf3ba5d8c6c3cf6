package dev.cadastre.cli.verb;

import dev.cadastre.change.plan.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What names a step of a run, and the places where it is meant. */
final class StepOfRun {

    @Parameters(index = "0", paramLabel = "ID", description = "as `cadastre run ls` shows it")
    private String run = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "its name")
    private String step = "";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "at that host; several times for several (default: wherever it applies)")
    private List<String> hosts = List.of();

    @Option(names = "--here", description = "on the machine of whoever runs the change")
    private boolean here;

    /** The run's id, as it was typed. */
    String run() {
        return run;
    }

    String step() {
        return step;
    }

    /** None for wherever it applies. */
    Set<Place> places() {
        Set<Place> places = new TreeSet<>(Place.hosts(hosts));
        if (here) {
            places.add(Place.LOCAL);
        }
        return places;
    }
}
