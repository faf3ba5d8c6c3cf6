package dev.cadastre.server.monitoring.series.file;

import dev.cadastre.plugin.Unit;
import dev.cadastre.server.monitoring.series.SeriesLabel;

/**
 * What one column of a file holds. A label whose unit becomes one of another kind gets another
 * column, since its values cannot be compared any more; units of one kind share it, in seconds and
 * bytes.
 */
record Column(String label, Unit.Kind kind) {

    static Column of(SeriesLabel label) {
        return new Column(label.label(), label.unit().kind());
    }
}
