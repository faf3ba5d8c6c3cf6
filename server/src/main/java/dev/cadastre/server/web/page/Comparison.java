package dev.cadastre.server.web.page;

import dev.cadastre.api.Diff;
import dev.cadastre.api.ValueDifference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that compares.
 *
 * @param a the first host's name, empty before one is chosen
 * @param atA the first moment; null for now
 * @param b the second host's name
 * @param atB the second moment; null for now
 * @param hosts names to choose from
 * @param diff the result; null before two are chosen
 * @param problem why there is none; null if there is, or nothing was asked
 */
public record Comparison(
        String a,
        @Nullable Instant atA,
        String b,
        @Nullable Instant atB,
        List<String> hosts,
        @Nullable Diff diff,
        @Nullable String problem) {

    /** Differences of one kind. */
    public record Group(String title, List<ValueDifference> rows) {}

    /** Whether nothing differs. */
    public boolean same() {
        return diff != null
                && diff.packages().isEmpty()
                && groups().stream().allMatch(group -> group.rows().isEmpty());
    }

    /** What differs besides packages. */
    public List<Group> groups() {
        if (diff == null) {
            return List.of();
        }
        return List.of(
                new Group("Facts", diff.facts()),
                new Group("Services", diff.services()),
                new Group("Daemons", diff.daemons()),
                new Group("Runtimes", diff.runtimes()));
    }

    /** The first column's heading. */
    public String titleA() {
        return title(a, atA);
    }

    /** The second column's heading. */
    public String titleB() {
        return title(b, atB);
    }

    /** The first moment as an input shows it, in UTC; empty for now. */
    public String inputA() {
        return input(atA);
    }

    /** The second moment as an input shows it. */
    public String inputB() {
        return input(atB);
    }

    private static String title(String host, @Nullable Instant at) {
        return host + (at == null ? ", now" : ", " + new Wording(at).full(at));
    }

    private static String input(@Nullable Instant at) {
        return at == null ? "" : new Wording(at).input(at);
    }
}
