package dev.cadastre.server.monitoring.series;

import java.util.Arrays;

/** Numbers in their order; NaN is a gap. Immutable. */
public final class Values {

    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /** Copies them. */
    public static Values of(double... numbers) {
        return new Values(numbers.clone());
    }

    /** How many there are. */
    public int size() {
        return numbers.length;
    }

    /** The number at a place from 0 on. */
    public double get(int place) {
        return numbers[place];
    }

    /** Each divided by the same. */
    public Values dividedBy(double divisor) {
        return divisor == 1
                ? this
                : new Values(Arrays.stream(numbers).map(number -> number / divisor).toArray());
    }

    /** A copy. */
    public double[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(numbers, values.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
