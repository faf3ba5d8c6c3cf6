package dev.cadastre.server.monitoring.series.archive;

/**
 * The times of an answer's points.
 *
 * @param start seconds since 1970 at which the first begins; a multiple of the step
 * @param step seconds that each stands for
 * @param points how many there are
 */
public record Grid(long start, long step, int points) {

    /**
     * Points that cover a time completely.
     *
     * @param most how many points there may be, apart from one cut at either end
     * @param resolution seconds; points are whole multiples of it
     */
    public static Grid of(long from, long to, int most, long resolution) {
        long wanted = Math.ceilDiv(to - from, (long) most);
        long step = Math.max(1, Math.ceilDiv(wanted, resolution)) * resolution;
        long start = Math.floorDiv(from, step) * step;
        return new Grid(start, step, Math.toIntExact(Math.ceilDiv(to - start, step)));
    }

    long end() {
        return start + step * points;
    }
}
