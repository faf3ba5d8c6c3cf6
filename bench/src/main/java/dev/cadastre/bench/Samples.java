package dev.cadastre.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measurements of one thing. Not thread-safe. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    static Samples of(double... values) {
        Samples samples = new Samples();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return Collections.min(values);
    }

    double most() {
        return Collections.max(values);
    }

    /** The smallest value that so many of a hundred do not exceed. */
    double percentile(int ofHundred) {
        List<Double> sorted = sorted();
        int rank = (int) Math.ceil(sorted.size() * ofHundred / 100.0);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** How much of an amount was done in a second, where these are seconds for all of it. */
    Samples ratesOf(double amount) {
        Samples rates = new Samples();
        values.forEach(seconds -> rates.add(amount / seconds));
        return rates;
    }

    /** Each value in proportion to the one that {@code others} got in the same round. */
    Samples dividedBy(Samples others) {
        Samples ratios = new Samples();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / others.values.get(i));
        }
        return ratios;
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}
