package dev.cadastre.acceptance.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The colours that a picture is drawn with, found by halving boxes of colours (median cut). */
final class Palette {

    static final int RGB = 0xffffff;
    private static final int MOST = 256;
    private static final int CHANNEL = 0xff;
    private static final List<Integer> SHIFTS = List.of(16, 8, 0);

    private final int[] colours;

    private Palette(int... colours) {
        this.colours = colours;
    }

    /** What stands for at least one colour, each with the number of points that have it. */
    static Palette of(Map<Integer, Integer> counts) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(Box.of(counts.keySet().stream().mapToInt(Integer::intValue).toArray(), counts));
        while (boxes.size() < MOST) {
            Box worst = Collections.max(boxes, Comparator.comparingDouble(box -> box.loss));
            if (worst.colours.length == 1) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(worst.halves(counts));
        }
        return new Palette(boxes.stream().mapToInt(box -> box.middle).toArray());
    }

    /** Each as 0xRRGGBB; at least one. */
    int[] colours() {
        return colours.clone();
    }

    /** Which of them is most alike. */
    int nearest(int colour) {
        int nearest = 0;
        for (int each = 1; each < colours.length; each++) {
            if (distance(colours[each], colour) < distance(colours[nearest], colour)) {
                nearest = each;
            }
        }
        return nearest;
    }

    private static int channel(int colour, int shift) {
        return colour >> shift & CHANNEL;
    }

    static int distance(int one, int other) {
        int sum = 0;
        for (int shift : SHIFTS) {
            int by = channel(one, shift) - channel(other, shift);
            sum += by * by;
        }
        return sum;
    }

    /** Colours that one stands for. */
    private static final class Box {

        private final int[] colours;
        private final int middle;

        /** What it costs to draw all of them so. */
        private final double loss;

        private Box(int[] colours, int middle, double loss) {
            this.colours = colours;
            this.middle = middle;
            this.loss = loss;
        }

        static Box of(int[] colours, Map<Integer, Integer> counts) {
            int middle = 0;
            for (int shift : SHIFTS) {
                middle |= middle(colours, shift, counts) << shift;
            }
            double loss = 0;
            for (int colour : colours) {
                // Of what is rare, as the colour of a state, something is to be left, too.
                loss += distance(colour, middle) * Math.sqrt(counts.getOrDefault(colour, 0));
            }
            return new Box(colours, middle, loss);
        }

        private static int middle(int[] colours, int shift, Map<Integer, Integer> counts) {
            double sum = 0;
            double points = 0;
            for (int colour : colours) {
                int count = counts.getOrDefault(colour, 0);
                sum += (double) channel(colour, shift) * count;
                points += count;
            }
            return (int) Math.round(sum / points);
        }

        private List<Box> halves(Map<Integer, Integer> counts) {
            int shift = widest();
            int[] sorted =
                    Arrays.stream(colours)
                            .boxed()
                            .sorted(
                                    Comparator.<Integer>comparingInt(each -> channel(each, shift))
                                            .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray();
            int half = sorted.length / 2;
            return List.of(
                    of(Arrays.copyOfRange(sorted, 0, half), counts),
                    of(Arrays.copyOfRange(sorted, half, sorted.length), counts));
        }

        /** The channel in which they differ most. */
        private int widest() {
            return Collections.max(SHIFTS, Comparator.comparingInt(this::width));
        }

        private int width(int shift) {
            int least = CHANNEL;
            int most = 0;
            for (int colour : colours) {
                least = Math.min(least, channel(colour, shift));
                most = Math.max(most, channel(colour, shift));
            }
            return most - least;
        }
    }
}
