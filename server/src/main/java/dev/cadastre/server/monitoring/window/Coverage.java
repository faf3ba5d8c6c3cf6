package dev.cadastre.server.monitoring.window;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.modulith.NamedInterface;

/** What the windows of one kind that last at a moment are about. Immutable. */
@NamedInterface("window")
public final class Coverage {

    private final List<Subject> subjects;
    private final Set<String> assets = new HashSet<>();
    private final RoaringBitmap hosts = new RoaringBitmap();
    private final boolean whole;

    /** A window, and the hosts that it is about with all that is on them. */
    record Subject(Window window, RoaringBitmap hosts) {

        boolean isAbout(String asset, int host) {
            return asset.equals(window.asset()) || (host != 0 && hosts.contains(host));
        }
    }

    /**
     * What these are about.
     *
     * @param whole whether it is known where assets are
     */
    Coverage(List<Subject> subjects, boolean whole) {
        Comparator<Subject> byEnd = Comparator.comparing(one -> one.window().ends());
        this.subjects = subjects.stream().sorted(byEnd.reversed()).toList();
        this.whole = whole;
        for (Subject one : subjects) {
            Optional.ofNullable(one.window().asset()).ifPresent(assets::add);
            hosts.or(one.hosts());
        }
    }

    /**
     * Whether one of them is about an asset.
     *
     * @param host the ordinal of the host that it is, or is on; 0 if there is none
     */
    public boolean isAbout(String asset, int host) {
        return assets.contains(asset) || (host != 0 && hosts.contains(host));
    }

    /** Whether none of them is about anything. */
    public boolean isEmpty() {
        return assets.isEmpty() && hosts.isEmpty();
    }

    /** The one that is about an asset and lasts longest; empty if none is. */
    public Optional<Window> of(String asset, int host) {
        return isAbout(asset, host)
                ? subjects.stream()
                        .filter(one -> one.isAbout(asset, host))
                        .map(Subject::window)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Whether this is all that they are about. Until the map is in memory it may not be, and what
     * is not covered then has to stay as it is.
     */
    public boolean isWhole() {
        return whole;
    }
}
