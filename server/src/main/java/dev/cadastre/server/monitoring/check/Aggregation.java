package dev.cadastre.server.monitoring.check;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How several values become one. */
enum Aggregation {
    SUM,
    MAX,
    MIN,
    AVG,
    COUNT;

    /** One value of all; empty if there are none, but for the count. */
    OptionalDouble of(List<Double> values) {
        if (values.isEmpty() && this != COUNT) {
            return OptionalDouble.empty();
        }
        DoubleStream stream = values.stream().mapToDouble(Double::doubleValue);
        return switch (this) {
            case SUM -> OptionalDouble.of(stream.sum());
            case MAX -> stream.max();
            case MIN -> stream.min();
            case AVG -> stream.average();
            case COUNT -> OptionalDouble.of(values.size());
        };
    }
}
