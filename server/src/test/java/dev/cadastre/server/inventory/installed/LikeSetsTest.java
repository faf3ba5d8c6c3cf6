package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikeSetsTest {

    private static final int SIZE = 800;

    private final LikeSets sets = new LikeSets();

    @Test
    void findsAmongHundredsTheOneThatDiffersInATenth() {
        for (int set = 0; set < 300; set++) {
            sets.add(set, image(set));
        }

        int found = 0;
        for (int set = 0; set < 300; set++) {
            PackageIds drifted = image(set).minus(some(set, 40)).plus(other(set, 40));
            if (sets.like(drifted, 4).contains(set)) {
                found++;
            }
        }

        assertThat(found).isGreaterThanOrEqualTo(297);
    }

    @Test
    void offersNoneThatHasNothingInCommon() {
        sets.add(1, image(1));

        assertThat(sets.like(image(2), 4)).isEmpty();
    }

    @Test
    void offersTheOneThatHasMostInCommonFirst() {
        PackageIds wanted = image(1);
        sets.add(1, wanted.minus(some(1, 150)));
        sets.add(2, wanted);

        assertThat(sets.like(wanted, 4)).startsWith(2);
    }

    @Test
    void forgetsSetsThatAreGone() {
        sets.add(1, image(1));
        sets.forget(List.of(1));

        assertThat(sets.like(image(1), 4)).isEmpty();
    }

    private static PackageIds image(int number) {
        return PackageIds.of(IntStream.range(number * SIZE, (number + 1) * SIZE));
    }

    private static PackageIds some(int image, int size) {
        return PackageIds.of(
                new Random(image).ints(image * SIZE, (image + 1) * SIZE).distinct().limit(size));
    }

    private static PackageIds other(int seed, int size) {
        return PackageIds.of(new Random(seed).ints(1_000_000, 2_000_000).distinct().limit(size));
    }
}
