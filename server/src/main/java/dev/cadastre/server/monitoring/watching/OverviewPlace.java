package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.keeping.Watched;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Where a monitor stands in the overview: by what there is to say of it, and then by name, so that
 * rows stay where they are as long as nothing happens to them.
 */
@NamedInterface("watching")
public record OverviewPlace(Condition condition, String asset, String name, long id)
        implements Comparable<OverviewPlace> {

    private static final String SEPARATOR = "\u001F";

    private static final Comparator<OverviewPlace> ORDER =
            Comparator.comparing(OverviewPlace::condition)
                    .thenComparing(OverviewPlace::asset)
                    .thenComparing(OverviewPlace::name)
                    .thenComparingLong(OverviewPlace::id);

    static OverviewPlace of(Watched one) {
        return new OverviewPlace(
                Condition.of(one.definition().enabled(), one.standing()),
                one.row().asset(),
                one.row().name(),
                one.id());
    }

    /** The place that {@link #text} wrote; empty if the text is of something else. */
    public static Optional<OverviewPlace> parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        if (parts.size() != 4 || !parts.get(3).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Condition.ofWord(parts.get(0))
                .map(condition ->
                        new OverviewPlace(
                                condition,
                                parts.get(1),
                                parts.get(2),
                                Long.parseLong(parts.get(3))));
    }

    /** As a text for addresses. */
    public String text() {
        return String.join(SEPARATOR, condition.word(), asset, name, Long.toString(id));
    }

    @Override
    public int compareTo(OverviewPlace other) {
        return ORDER.compare(this, other);
    }
}
