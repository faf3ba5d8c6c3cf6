package dev.cadastre.change.plan;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a job is done: a host, or the machine of whoever runs the change, which comes first.
 *
 * @param host the host's name; empty for the machine of whoever runs the change
 */
public record Place(String host) implements Comparable<Place> {

    /** The machine of whoever runs the change. */
    public static final Place LOCAL = new Place("");

    /**
     * A host.
     *
     * @throws IllegalArgumentException if it has no name
     */
    public static Place host(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a host without a name");
        }
        return new Place(name);
    }

    /** Those hosts, in the order in which their locks are taken. */
    public static SortedSet<Place> hosts(Collection<String> names) {
        SortedSet<Place> places = new TreeSet<>();
        names.forEach(name -> places.add(host(name)));
        return places;
    }

    /** Whether it is the machine of whoever runs the change. */
    public boolean isLocal() {
        return host.isEmpty();
    }

    @Override
    public int compareTo(Place other) {
        return host.compareTo(other.host);
    }

    /** As people read it. */
    @Override
    public String toString() {
        return isLocal() ? "this machine" : host;
    }
}
