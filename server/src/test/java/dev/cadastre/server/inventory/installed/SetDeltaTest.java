package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetDeltaTest {

    private final SetDelta.Stored present = new SetDelta.Stored(1, range(0, 800));

    @Test
    void staysWithThePresentSetWhileTheDifferenceIsSmall() {
        SetDelta.Stored nearer = new SetDelta.Stored(2, range(0, 801));

        SetDelta delta = SetDelta.choose(range(0, 801), present, List.of(nearer));

        assertThat(delta).isEqualTo(new SetDelta(1, PackageIds.of(800), PackageIds.NONE));
    }

    @Test
    void takesTheNearestSetOfALikeHostWhenThePresentOneIsFar() {
        SetDelta.Stored far = new SetDelta.Stored(2, range(2000, 2790));
        SetDelta.Stored near = new SetDelta.Stored(3, range(2000, 2799));

        SetDelta delta = SetDelta.choose(range(2000, 2800), present, List.of(far, near));

        assertThat(delta).isEqualTo(new SetDelta(3, PackageIds.of(2799), PackageIds.NONE));
    }

    @Test
    void asksForANewSetWhenNoneIsNear() {
        SetDelta delta = SetDelta.choose(range(2000, 2800), present, List.of(present));

        assertThat(delta.set()).isNull();
    }

    @Test
    void bearsALargerDifferenceIfNoOtherHostIsLikeIt() {
        PackageIds wanted = range(75, 875);

        assertThat(SetDelta.choose(wanted, present, List.of()).set()).isNull();
        assertThat(SetDelta.alone(wanted, present, List.of()))
                .contains(new SetDelta(1, range(800, 875), range(0, 75)));
        assertThat(SetDelta.alone(range(100, 900), present, List.of())).isEmpty();
    }

    private static PackageIds range(int from, int to) {
        return PackageIds.of(IntStream.range(from, to));
    }
}
