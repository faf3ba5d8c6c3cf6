package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Metric;
import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesLabel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a result says of its values, apart from the values; most results of a monitor say the same.
 */
record Headings(List<SeriesLabel> labels) {

    static final Headings NONE = new Headings(List.of());

    Headings {
        labels = List.copyOf(labels);
    }

    static Headings of(List<Metric> metrics) {
        return new Headings(metrics.stream().map(SeriesLabel::of).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // Nearly always the very same, which is quicker to see than that all labels are.
        return this == other
                || (other instanceof Headings headings && labels.equals(headings.labels));
    }

    @Override
    public int hashCode() {
        return labels.hashCode();
    }

    /** Whether a result with these metrics says the same. */
    boolean fit(List<Metric> metrics) {
        if (labels.size() != metrics.size()) {
            return false;
        }
        for (int i = 0; i < metrics.size(); i++) {
            if (!fits(labels.get(i), metrics.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(SeriesLabel label, Metric metric) {
        return label.label().equals(metric.label())
                && label.unit().text().equals(metric.unit().text())
                && label.warning().equals(metric.warning().text())
                && label.critical().equals(metric.critical().text())
                && label.least().equals(metric.least())
                && label.most().equals(metric.most());
    }

    /** These, and of others those whose labels are not among them. */
    Headings over(Headings others) {
        Map<String, SeriesLabel> byLabel = new LinkedHashMap<>();
        others.labels.forEach(label -> byLabel.put(label.label(), label));
        labels.forEach(label -> byLabel.put(label.label(), label));
        return new Headings(List.copyOf(byLabel.values()));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (SeriesLabel label : labels) {
            Text.write(out, label.label());
            Text.write(out, label.unit().text());
            Text.write(out, label.warning());
            Text.write(out, label.critical());
            out.writeDouble(label.least().orElse(Double.NaN));
            out.writeDouble(label.most().orElse(Double.NaN));
        }
    }

    static Headings read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<SeriesLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(
                    new SeriesLabel(
                            Text.read(in),
                            Unit.of(Text.read(in)),
                            Text.read(in),
                            Text.read(in),
                            number(in.readDouble()),
                            number(in.readDouble())));
        }
        return new Headings(labels);
    }

    private static OptionalDouble number(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
