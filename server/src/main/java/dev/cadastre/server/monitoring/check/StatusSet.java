package dev.cadastre.server.monitoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP statuses that are expected.
 *
 * @param ranges of which each status is expected
 */
record StatusSet(List<Span> ranges) {

    private static final Pattern ITEM =
            Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?|([1-5])[xX]{2}");
    private static final int HUNDRED = 100;
    private static final int LAST = 99;

    /**
     * Statuses from one to another.
     *
     * @param least belongs to it
     * @param most belongs to it
     */
    record Span(int least, int most) {

        private static Optional<Span> parse(String text) {
            Matcher item = ITEM.matcher(text);
            if (!item.matches()) {
                return Optional.empty();
            }
            if (item.group(3) != null) {
                int least = Integer.parseInt(item.group(3)) * HUNDRED;
                return Optional.of(new Span(least, least + LAST));
            }
            int least = Integer.parseInt(item.group(1));
            int most = item.group(2) == null ? least : Integer.parseInt(item.group(2));
            return least <= most ? Optional.of(new Span(least, most)) : Optional.empty();
        }

        @Override
        public String toString() {
            return least == most ? String.valueOf(least) : least + "-" + most;
        }
    }

    static final SettingType<StatusSet> TYPE = StatusSet::read;

    StatusSet {
        ranges = List.copyOf(ranges);
    }

    private static SettingReading<StatusSet> read(String text) {
        List<Span> ranges = new ArrayList<>();
        for (String item : text.strip().split("[,\\s]+", -1)) {
            Optional<Span> span = Span.parse(item);
            if (span.isEmpty()) {
                return SettingReading.wrong(
                        Shown.quoted(item) + " is no status",
                        "Write statuses such as 200, 2xx or 200-399, with commas between.");
            }
            ranges.add(span.get());
        }
        return SettingReading.read(new StatusSet(ranges));
    }

    boolean includes(int status) {
        return ranges.stream().anyMatch(s -> s.least <= status && status <= s.most);
    }

    @Override
    public String toString() {
        return String.join(", ", ranges.stream().map(Span::toString).toList());
    }
}
