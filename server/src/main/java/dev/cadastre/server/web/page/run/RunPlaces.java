package dev.cadastre.server.web.page.run;

import dev.cadastre.change.plan.Place;
import dev.cadastre.server.web.page.Links;
import java.util.List;
import java.util.stream.Collectors;

/** Places as addresses and elements name them, and the pages of what was done there. */
public final class RunPlaces {

    /** The machine of whoever runs a change; no host is called so. */
    static final String HERE = "-";

    private static final int MOST = 100;

    private RunPlaces() {}

    /** Unique among the places of a run. */
    public static String path(Place place) {
        return place.isLocal() ? HERE : place.host();
    }

    static Place of(String path) {
        return path.equals(HERE) ? Place.LOCAL : Place.host(path);
    }

    /** What people call it. */
    public static String name(Place place) {
        return place.isLocal() ? "whoever runs it" : place.host();
    }

    /** The first names, and how many more there are. */
    public static String names(List<Place> places) {
        String first =
                places.stream().limit(MOST).map(RunPlaces::name).collect(Collectors.joining(", "));
        return places.size() <= MOST
                ? first
                : first + " and %d more".formatted(places.size() - MOST);
    }

    /** All steps at a place. */
    public static String toPlace(long run, Place place) {
        return Links.to(address(run), "place", path(place));
    }

    /** A step at all places. */
    public static String toStep(long run, String job) {
        return Links.to(address(run), "job", job);
    }

    /** A step at a place. */
    public static String toCell(long run, String job, Place place) {
        return Links.to(address(run), "job", job, "place", path(place));
    }

    private static String address(long run) {
        return RunWording.toRun(run) + "/at";
    }
}
